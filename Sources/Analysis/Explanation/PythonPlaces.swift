import Python
import SourceText

/// What surrounds a place in a Python file.
struct PythonPlaces {
  let module: PythonModule

  /// The nodes that hold a range, from the outermost statement to the innermost node.
  func nodes(around range: ByteRange) -> [SyntaxNode] {
    var path: [SyntaxNode] = []
    var children = topLevelStatement(around: range).map { [SyntaxNode.statement($0)] } ?? []
    while let next = children.first(where: { $0.range.holds(range) }) {
      path.append(next)
      children = next.children
    }
    return path
  }

  /// A module may have very many statements, and a run very many places.
  private func topLevelStatement(around range: ByteRange) -> Statement? {
    var (low, high) = (0, module.body.count)
    while low < high {
      let middle = (low + high) / 2
      if SyntaxNode.statement(module.body[middle]).range.lowerBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? module.body[low - 1] : nil
  }

  /// The name of the innermost `def` around a range.
  func function(around path: [SyntaxNode]) -> (name: String, range: ByteRange)? {
    for case .statement(let statement) in path.reversed() {
      if case .functionDef(let definition) = statement.kind {
        return (definition.name.name, statement.range)
      }
    }
    return nil
  }

  /// The innermost `for` or `while` statement.
  func loop(in path: [SyntaxNode]) -> ByteRange? {
    for case .statement(let statement) in path.reversed() {
      switch statement.kind {
      case .for, .while: return statement.range
      case .functionDef: return nil
      default: continue
      }
    }
    return nil
  }

  func statement(in path: [SyntaxNode]) -> Statement? {
    for case .statement(let statement) in path.reversed() { return statement }
    return nil
  }

  /// The largest expression of `and`, `or` and `not` that the innermost node is a part of, or the node itself.
  func condition(in path: [SyntaxNode]) -> Expression? {
    var found: Expression?
    for case .expression(let expression) in path.reversed() {
      if found != nil, !expression.isJunction { break }
      found = expression
    }
    return found
  }

  /// The text of a range in one line of limited length.
  func text(_ range: ByteRange, limit: Int = 100) -> String {
    var text = ""
    for line in module.source[range].split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").joined(separator: " ")
      let isInside = text.last.map("([{".contains) ?? true
      let isClosing = words.first.map(")]}".contains) ?? true
      if isClosing, text.last == "," { text.removeLast() }
      text += (isInside || isClosing ? "" : " ") + words
    }
    guard text.count > limit else { return text }
    return String(text.prefix(limit - 1)) + "…"
  }
}

extension Expression {
  /// Whether it is put together of conditions.
  var isJunction: Bool {
    switch kind {
    case .boolOp, .unaryOp(.not, _): true
    default: false
    }
  }

  /// A literal, or the name of a constant as people write them: its value needs no explanation.
  var isLiteral: Bool {
    switch kind {
    case .constant: true
    case .unaryOp(.uSub, let operand): operand.isLiteral
    case .list(let elements), .tuple(let elements), .set(let elements): elements.allSatisfy(\.isLiteral)
    case .dict(let keys, let values):
      keys.allSatisfy { $0?.isLiteral ?? false } && values.allSatisfy(\.isLiteral)
    default: false
    }
  }

  /// `x` of `bool(x)`, which is as true as the whole.
  var argumentOfBool: Expression? {
    guard case .call(let function, let arguments, let keywords) = kind, case .name("bool") = function.kind,
      arguments.count == 1, keywords.isEmpty
    else { return nil }
    return arguments[0]
  }

  /// `value or []`: not a condition but a value with another to stand in for it.
  var isDefault: Bool {
    guard case .boolOp(.or, let values) = kind, let last = values.last else { return false }
    return last.isLiteral
  }
}

extension ByteRange {
  func holds(_ other: ByteRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
