/// The modules of Python's standard library that are written in Swift here.
extension Library {
  static let standardLibrary: [NativeModule] = [
    .base64, .binascii, .calendar, .datetime, .difflib, .fnmatch, .ipaddress, .json, .jsonDecoder, .re,
    .shlex,
    .string, .time, .urllibParse,
  ]
}
