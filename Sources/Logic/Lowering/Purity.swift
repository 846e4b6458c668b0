/// Calls that change none of their arguments, whatever those are among the values a resource can hold.
enum Purity {
  static let methods: Set<String> = [
    "get", "event_time_epoch", "keys", "values", "items", "copy", "deep_get", "deep_walk", "udm", "lookup",
    "to_dict", "as_list",
    "startswith", "endswith", "lower", "upper", "casefold", "title", "capitalize", "strip", "lstrip",
    "rstrip",
    "split", "rsplit", "splitlines", "partition", "rpartition", "join", "replace", "find", "rfind", "index",
    "rindex", "count", "format", "encode", "decode", "isdigit", "isalpha", "isalnum", "isnumeric",
    "removeprefix",
    "removesuffix", "zfill", "ljust", "rjust", "intersection", "union", "difference", "symmetric_difference",
    "issubset", "issuperset", "isdisjoint", "info", "debug", "warning", "error", "match", "search",
    "fullmatch",
    "findall", "loads", "dumps", "now", "utcnow", "fromisoformat", "strptime", "strftime", "timestamp",
  ]

  static let builtins: Set<String> = [
    "len", "bool", "str", "int", "float", "list", "tuple", "set", "frozenset", "dict", "sorted", "reversed",
    "enumerate", "zip", "range", "min", "max", "sum", "abs", "round", "isinstance", "type", "repr", "print",
    "any", "all", "ord", "chr", "hash",
  ]
}
