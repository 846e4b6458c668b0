/// The arguments of a call of a native function, by parameter; `nil` where omitted.
///
/// Nearly all have at most three, which need no array.
package struct NativeArguments: Sequence, ExpressibleByArrayLiteral {
  private var first: Object?
  private var second: Object?
  private var third: Object?
  private var others: [Object?] = []
  package private(set) var count = 0

  package init() {}

  package init(_ values: [Object?]) {
    for value in values { append(value) }
  }

  package init(arrayLiteral values: Object?...) {
    self.init(values)
  }

  mutating func append(_ value: Object?) {
    switch count {
    case 0: first = value
    case 1: second = value
    case 2: third = value
    default: others.append(value)
    }
    count += 1
  }

  /// Leaves out all parameters that have no argument yet, of `count`.
  mutating func omit(upTo count: Int) {
    while self.count < Swift.min(count, 3) { self.count += 1 }
    while self.count < count { append(nil) }
  }

  /// The argument of a parameter, `nil` for one that isn't there.
  package subscript(index: Int) -> Object? {
    switch index {
    case 0: first
    case 1: second
    case 2: third
    default: others.indices.contains(index - 3) ? others[index - 3] : nil
    }
  }

  package func makeIterator() -> AnyIterator<Object?> {
    var index = 0
    return AnyIterator {
      defer { index += 1 }
      return index < count ? .some(self[index]) : nil
    }
  }
}
