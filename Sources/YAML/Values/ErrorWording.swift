/// The sentences for what the Panther tool's loader rejects or reads in a surprising way.
enum ErrorWording {
  static func loaderMessage(_ code: YAMLErrorCode, for node: YAMLNode) -> String {
    let text = excerpt(of: node)
    switch code {
    case .aliasExpansion:
      return
        "The aliases up to here stand for more than \(ExpansionLimits.nodes) nodes. Share less, or write parts out."
    case .duplicateAnchor:
      return
        "The anchor `&\(node.anchor ?? "")` is defined twice; the Panther tool accepts a name once. Rename one."
    case .invalidNumber:
      return "`\(text)` looks like a number but is none, and stops the Panther tool. Quote it if it is text."
    case .mergeValue:
      return
        "`<<` merges a mapping, an alias of one, or a list of those; the Panther tool rejects this. Quote the `<<`."
    case .nestingTooDeep:
      return
        "This alias nests collections more than \(ExpansionLimits.depth) levels deep. Flatten the document."
    case .recursiveAlias:
      return
        "The alias `*\(node.aliasName ?? "")` stands for a collection that holds it: a value without end. Write the "
        + "part out."
    case .tagMismatch:
      return
        "The Panther tool can't make a value with the tag `\(node.tag ?? "")` of this \(noun(for: node)). Remove the tag."
    case .undefinedAlias:
      return
        "The Panther tool finds no anchor `&\(node.aliasName ?? "")` before this alias. Define it, or quote the `*`."
    case .unhashableKey:
      return
        "The Panther tool can't load a \(noun(for: node)) as a key. Use a string; quote braces that are text."
    case .unknownTag:
      return
        "The Panther tool does not know the tag `\(node.tag ?? "")`. Remove it; to start text with `!`, quote it."
    case .valueIndicator:
      return "A lone `=` is a reserved value that the Panther tool rejects. Quote it."
    default:
      return "The Panther tool can't load this \(noun(for: node))."
    }
  }

  static func duplicateKey(_ key: String, firstLine: Int) -> String {
    "The key `\(key)` stands on line \(firstLine) already; only the last one counts. Remove one of them."
  }

  static func surprise(_ text: String, _ meaning: String) -> String {
    "`\(text)` loads as \(meaning). Quote it if it is text, or write the number plainly."
  }

  static let otherReading =
    "The Panther tool reads this otherwise than YAML 1.2 does: it cuts the text at `?`, `:` or an invisible line "
    + "break. Quote the text, or put spaces around the indicator."

  static func excerpt(of node: YAMLNode) -> String {
    let text = node.scalarText
    return text.utf8.count <= 40 ? text : String(text.prefix(40)) + "…"
  }

  private static func noun(for node: YAMLNode) -> String {
    switch (node.target ?? node).kind {
    case .mapping: "mapping"
    case .sequence: "list"
    case .scalar: "scalar"
    case .alias: "alias"
    case .missing: "empty value"
    }
  }
}
