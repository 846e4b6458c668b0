/// The modules of Python's standard library, and of packages the platform has, that are written in Swift here.
extension Library {
  static let standardLibrary: [NativeModule] =
    [
      .abstractClasses, .contextlib, .dataclasses, .enumerations, .types,
      .base64, .binascii, .calendar, .collections, .collectionsABC, .copy, .datetime, .dateutilParser,
      .difflib,
      .fnmatch,
      .functools,
      .ipaddress, .itertools, .json, .jsonDecoder, .logging, .math, .operator, .re, .shlex, .string, .time,
      .typing, .urllibParse,
      .uuid,
    ] + NativeModule.policyUniverseModules
}
