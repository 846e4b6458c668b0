/// Where in a document a value stands: keys and list indices from the top.
package struct InstancePath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func appending(_ step: Step) -> InstancePath { InstancePath(steps + [step]) }
}

extension InstancePath: ExpressibleByArrayLiteral {
  package init(arrayLiteral steps: Step...) { self.init(steps) }
}

extension InstancePath.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral name: String) { self = .key(name) }
  package init(integerLiteral index: Int) { self = .index(index) }
}

extension InstancePath: CustomStringConvertible {
  /// `Tests[0].Mocks[1].objectName`; a key that isn't a plain word stands as `Reports["MITRE ATT&CK"]`.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let name) where !name.isEmpty && name.utf8.allSatisfy(isWordByte):
        text += text.isEmpty ? name : "." + name
      case .key(let name): text += "[\(JSONValue.string(name))]"
      }
    }
    return text
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
    true
  default: false
  }
}
