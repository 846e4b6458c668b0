package import SourceText

/// What a visitor wants next.
package enum WalkStep: Sendable {
  case visitChildren, skipChildren, stop
}

extension SyntaxNode {
  /// Visits this node and all below it, each before its children. Uses no stack, however deep the tree.
  package func walk(_ visit: (SyntaxNode) throws -> WalkStep) rethrows {
    try SyntaxNode.walk([self], visit)
  }

  fileprivate static func walk(_ roots: [SyntaxNode], _ visit: (SyntaxNode) throws -> WalkStep) rethrows {
    var pending = Array(roots.reversed())
    while let node = pending.popLast() {
      switch try visit(node) {
      case .visitChildren: pending.append(contentsOf: node.children.reversed())
      case .skipChildren: continue
      case .stop: return
      }
    }
  }
}

extension PythonModule {
  /// Visits all nodes of the module, each before its children.
  package func walk(_ visit: (SyntaxNode) throws -> WalkStep) rethrows {
    try SyntaxNode.walk(body.map(SyntaxNode.statement), visit)
  }

  /// The nodes around `offset`, outermost first. A node that holds the byte is preferred to one that ends
  /// before it, so that both ends of a name belong to the name.
  package func path(at offset: ByteOffset) -> [SyntaxNode] {
    var path: [SyntaxNode] = []
    var candidates = body.map(SyntaxNode.statement)
    while let node = candidates.first(where: { $0.range.contains(offset) })
      ?? candidates.last(where: { $0.range.upperBound == offset && !$0.range.isEmpty })
      ?? candidates.first(where: { $0.range.isEmpty && $0.range.lowerBound == offset })
    {
      path.append(node)
      candidates = node.children
    }
    return path
  }

  /// The innermost statement around `offset`.
  package func statement(at offset: ByteOffset) -> Statement? {
    for node in path(at: offset).reversed() {
      if case .statement(let statement) = node { return statement }
    }
    return nil
  }
}
