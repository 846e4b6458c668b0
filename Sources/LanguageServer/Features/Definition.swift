import Analysis

extension RequestRoute {
  static let definition = RequestRoute(
    "textDocument/definition", about: PlaceParameters.self,
    advertise: { capabilities, _ in capabilities.definitionProvider = true }
  ) { context, parameters in
    let offset = context.offset(of: parameters.position)
    return context.snapshot.definition(at: offset, in: context.file).compactMap(context.location)
  }
}
