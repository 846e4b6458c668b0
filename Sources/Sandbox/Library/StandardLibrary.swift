/// The modules of Python's standard library, and of packages the platform has, that are evaluated.
extension Library {
  static let standardLibrary: [NativeModule] =
    [
      .abstractClasses, .contextlib, .dataclasses, .enumerations, .types,
      .base64, .binascii, .bisect, .calendar, .collections, .collectionsABC, .copy, .datetime,
      .dateutilParser,
      .difflib, .fnmatch, .functools, .hashlib, .heapq, .hmac, .html, .ipaddress, .itertools, .json,
      .jsonDecoder,
      .logging, .math, .operator, .osPath, .random, .re, .secrets, .shlex, .statistics, .string, .sys,
      .textwrap,
      .time, .traceback, .typing, .urllibParse, .uuid, .warnings,
    ] + NativeModule.policyUniverseModules + NativeModule.pantherCore
}
