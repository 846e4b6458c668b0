/// The modules of Python's standard library that are written in Swift here.
extension Library {
  static let standardLibrary: [NativeModule] = [
    .base64, .binascii, .calendar, .collections, .collectionsABC, .datetime, .difflib, .fnmatch, .functools,
    .ipaddress, .json, .jsonDecoder, .policyUniverse, .policyUniversePolicy, .policyUniverseStatement, .re,
    .shlex,
    .string, .time, .typing, .urllibParse,
  ]
}
