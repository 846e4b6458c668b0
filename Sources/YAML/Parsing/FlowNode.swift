/// A node in flow context (YAML 1.2.2, `ns-flow-node(n,c)`).
extension Parser {
  /// `ns-flow-node(n,c)`; the state is the one the innermost collection has after it.
  mutating func parseFlowNode(
    then state: FlowFrame.State, _ context: PlainContext, _ parentIndent: Int
  ) {
    var properties = PendingProperties()
    readFlowProperties(into: &properties)
    let current = byte(at: position)
    if current == .dash, !canStartPlain(inFlow: true) {
      if !flowRecovery.hasDashes {
        report(.sequenceNotAllowed, position..<position + 1, SyntaxWording.itemInBrackets)
      }
      flowRecovery.hasDashes = true
      emit(.sequenceEntry, position, position + 1)
      position += 1
      return
    }
    let top = flowFrames.count - 1
    flowFrames[top].state = state
    if isAtDocumentEnd || endsFlowNode(current) || (!properties.isEmpty && isValueIndicator(inFrame: top)) {
      let node = makeNode(.missing, lastTokenEnd, lastTokenEnd)
      apply(properties, to: node)
      return attachFlow(node)
    }
    switch current {
    case .openSequence, .openMapping: _ = openFlow(properties: properties)
    case .alias: finishFlowLeaf(parseAlias(), properties)
    case .singleQuote, .doubleQuote:
      finishFlowLeaf(parseQuoted(parentIndent: parentIndent, inFlow: true), properties)
    default:
      checkPlainStart(inFlow: true)
      finishFlowLeaf(parsePlain(parentIndent: parentIndent, context: context), properties)
    }
  }

  private mutating func finishFlowLeaf(_ node: Int32, _ properties: PendingProperties) {
    apply(properties, to: node)
    attachFlow(node)
  }

  /// Properties in a flow collection may stand on lines of their own.
  private mutating func readFlowProperties(into properties: inout PendingProperties) {
    while byte(at: position) == .anchor || byte(at: position) == .tag {
      var more = PendingProperties()
      readProperties(into: &more, inFlow: true)
      properties = merged(properties, more)
      skipTrivia()
    }
  }
}
