import Catalog

extension CommandDescription {
  static let schema = CommandDescription(
    name: "schema",
    summary: "print an embedded JSON Schema, or the names of all",
    operands: [
      OperandDescription(
        placeholder: "NAME", count: .optional, help: "such as policy.schema or resource-types/AWS.S3.Bucket")
    ],
    options: [],
    discussion: """
      The schemas are JSON Schema 2020-12, which other editors and tools understand. The catalogue of
      MITRE ATT&CK that mappings are checked against is among them.

      Examples:
        policylens schema
        policylens schema policy.schema > policy.schema.json
      """,
    run: { (arguments, console) throws(CommandFailure) in
      guard let name = arguments.operands.first else {
        for name in SchemaDocument.names { console.output.write(name + "\n") }
        return .success
      }
      let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
      for candidate in [stem, stem + ".schema", "resource-types/" + stem] {
        if let text = SchemaDocument.text(named: candidate) {
          console.output.write(text.hasSuffix("\n") ? text : text + "\n")
          return .success
        }
      }
      let suggestion = didYouMean(stem, among: SchemaDocument.names)
      throw CommandFailure(
        message:
          "there is no schema '\(name)'\(suggestion.isEmpty ? "; 'policylens schema' lists them" : suggestion)"
      )
    })
}
