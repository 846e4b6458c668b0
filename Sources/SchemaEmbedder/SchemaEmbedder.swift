import Foundation

/// Writes the schemas as one Swift file of string literals, so that the binary is a single file and its
/// documentation can't drift from `Schemas/`.
///
/// Usage: `SchemaEmbedder OUTPUT FOLDER FILE…`; each FILE's name in the table is its path below FOLDER,
/// without `.json` or `.tsv`.
///
/// The table is a `switch` over names whose cases are literals: it costs nothing at start-up, and a text's
/// pages are read from disk when the text is first looked at. Texts are embedded byte for byte, so that
/// what a user prints is what the repository holds. A `.json` file that is not JSON ends the build.
@main
struct SchemaEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else {
      FileHandle.standardError.write(Data("usage: SchemaEmbedder OUTPUT FOLDER FILE…\n".utf8))
      exit(2)
    }
    let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var names: [String] = []
    var cases = ""
    let paths = arguments.dropFirst(3).map { path in
      (
        name: String(
          path.dropFirst(path.hasPrefix(folder) ? folder.count : 0).dropLast(extensionCount(path))),
        path: path
      )
    }
    for (name, path) in paths.sorted(by: { $0.name < $1.name }) {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      do {
        if path.hasSuffix(".json") { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      } catch {
        FileHandle.standardError.write(Data("error: \(path) is not JSON: \(error)\n".utf8))
        exit(1)
      }
      names.append(name)
      // Three number signs: neither JSON nor our tables have a place where a quote is followed by them.
      cases += "  case \"\(name)\":\n###\"\"\"\n\(text)\n\"\"\"###\n"
    }
    let source = """
      /// The names of the files in `Schemas/`, in order: paths below it, without their extension.
      let embeddedSchemaNames: [String] = \(names)

      /// The text of a file in `Schemas/`.
      func embeddedSchema(named name: String) -> StaticString? {
        switch name {
      \(cases)  default: nil
        }
      }

      """
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  private static func extensionCount(_ path: String) -> Int { path.hasSuffix(".tsv") ? 4 : 5 }
}
