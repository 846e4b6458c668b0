import Foundation

/// Writes the schemas as one Swift file of string literals, so that the binary is a single file and its
/// documentation can't drift from `Schemas/`.
///
/// Usage: `SchemaEmbedder OUTPUT FOLDER FILE…`; each FILE's name in the table is its path below FOLDER,
/// without `.json`.
@main
struct SchemaEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      FileHandle.standardError.write(Data("usage: SchemaEmbedder OUTPUT FOLDER FILE…\n".utf8))
      exit(2)
    }
    let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var source = "/// The files of `Schemas/`, by name.\nlet embeddedSchemas: [String: StaticString] = [\n"
    for path in arguments.dropFirst(3).sorted() {
      let name = path.dropFirst(path.hasPrefix(folder) ? folder.count : 0).dropLast(".json".count)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      // Three number signs: JSON has no place where a quote is followed by them.
      source += "  \"\(name)\": ###\"\"\"\n\(text)\n\"\"\"###,\n"
    }
    source += "]\n"
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }
}
