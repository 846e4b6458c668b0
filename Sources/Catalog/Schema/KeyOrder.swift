package import YAML

/// The recommended order of keys, which `fmt --sort-keys` brings a file into.
///
/// A type with a schema has it from the order of that schema's `properties`; keys that are not among them go before
/// `Tests`. The others have it from `x-key-order` in `analysis.schema.json`, which says what most of Panther's
/// public detections do.
extension AnalysisType {
  package var keyOrder: KeyOrder {
    if let schema { return KeyOrder(schema: schema, schema.resolving(schema.root), depth: 0) }
    let orders = SchemaDocument.named("analysis.schema")?.extensions["x-key-order"]
    let mocks = KeyOrder(names: orders?["Mocks[]"]?.strings ?? [])
    let tests = KeyOrder(names: orders?["Tests[]"]?.strings ?? [], nested: ["Mocks": mocks])
    return KeyOrder(names: orders?[rawValue]?.strings ?? [], nested: ["Tests": tests])
  }
}

extension KeyOrder {
  /// - Parameter names: In order; `…` stands for all others, which come last without it.
  fileprivate init(names: [String], nested: [String: KeyOrder] = [:]) {
    let others = names.firstIndex(of: "…") ?? names.endIndex
    self.init(first: Array(names[..<others]), last: Array(names[others...].dropFirst()), nested: nested)
  }

  /// The order of a map's keys, and of the maps in its lists. Schemas can refer to themselves, tests nest twice.
  fileprivate init(schema: SchemaDocument, _ node: SchemaNode, depth: Int) {
    var nested: [String: KeyOrder] = [:]
    for property in node.properties where depth < 3 {
      guard let items = schema.resolving(property.node).items.map(schema.resolving), !items.properties.isEmpty
      else { continue }
      nested[property.name] = KeyOrder(schema: schema, items, depth: depth + 1)
    }
    let names = node.properties.map(\.name)
    self.init(
      first: names.filter { $0 != "Tests" }, last: names.filter { $0 == "Tests" }, nested: nested)
  }
}
