import Analysis
import SourceText

/// An entry of the answer to `textDocument/documentSymbol` for clients that show a tree.
struct ProtocolDocumentSymbol: Encodable {
  let name: String
  let detail: String?
  let kind: Int
  let range: PositionRange
  let selectionRange: PositionRange
  let children: [ProtocolDocumentSymbol]
}

/// The same for clients that show a list.
struct SymbolInformation: Encodable {
  let name: String
  let kind: Int
  let location: DocumentLocation
  let containerName: String?
}

extension RequestRoute {
  static let documentSymbol = RequestRoute(
    "textDocument/documentSymbol", about: WholeDocumentParameters.self,
    advertise: { capabilities, _ in capabilities.documentSymbolProvider = true }
  ) { context, _ in
    let symbols = context.snapshot.documentSymbols(in: context.file)
    if context.client.hasSymbolTree { return symbols.map { tree($0, context) } }
    return symbols.flatMap { list($0, in: nil, context) }
  }

  private static func tree(_ symbol: DocumentSymbol, _ context: DocumentContext) -> ProtocolDocumentSymbol {
    ProtocolDocumentSymbol(
      name: visibleName(symbol), detail: symbol.detail.isEmpty ? nil : symbol.detail,
      kind: number(symbol.kind), range: context.range(of: symbol.range),
      // Clients refuse the whole outline if one selection leaves its range.
      selectionRange: context.range(of: symbol.selectionRange.clamped(to: symbol.range)),
      children: symbol.children.map { tree($0, context) })
  }

  private static func list(_ symbol: DocumentSymbol, in container: String?, _ context: DocumentContext)
    -> [SymbolInformation]
  {
    let name = visibleName(symbol)
    let entry = SymbolInformation(
      name: name, kind: number(symbol.kind),
      location: DocumentLocation(uri: context.uri, range: context.range(of: symbol.selectionRange)),
      containerName: container)
    return [entry] + symbol.children.flatMap { list($0, in: name, context) }
  }

  /// Clients also refuse an outline with a nameless symbol, such as a key that is still being typed.
  private static func visibleName(_ symbol: DocumentSymbol) -> String {
    symbol.name.allSatisfy(\.isWhitespace) ? "\"\(symbol.name)\"" : symbol.name
  }

  /// LSP 3.17, *SymbolKind*.
  private static func number(_ kind: DocumentSymbol.Kind) -> Int {
    switch kind {
    case .file: 1
    case .class: 5
    case .test: 6
    case .function: 12
    case .variable: 13
    case .string: 15
    case .number: 16
    case .boolean: 17
    case .array: 18
    case .object: 19
    case .key: 20
    case .null: 21
    }
  }
}
