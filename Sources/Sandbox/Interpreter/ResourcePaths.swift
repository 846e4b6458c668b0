/// Where the containers of a resource are in it: what a read of `entry["State"]` is worth telling about is
/// `Attachments[0].State`.
///
/// Containers that the host makes of a resource are numbered from 1 and know their number (`origin`); an object that
/// evaluated code makes has none. A container that is reached on several ways is known by the first.
package final class ResourcePaths {
  private var entries: ContiguousArray<(parent: Int32, key: Object)> = []

  /// A number for a container that stands in another, 0 for none, under a key or index.
  func add(in parent: Int32, _ key: Object) -> Int32 {
    entries.append((parent, key))
    return Int32(clamping: entries.count)
  }

  /// The keys and indices that lead from the resource to a part of one of its containers; `nil` if one of them is
  /// neither a text nor a number.
  func path(to key: Object, in container: Int32) -> ResourcePath? {
    guard let step = ResourcePath.Step(key) else { return nil }
    var steps = [step]
    var current = Int(container)
    // The first container has no key of its own.
    while entries.indices.contains(current - 1), entries[current - 1].parent != 0 {
      guard let step = ResourcePath.Step(entries[current - 1].key) else { return nil }
      steps.append(step)
      current = Int(entries[current - 1].parent)
    }
    return ResourcePath(steps: steps.reversed())
  }

  /// The path of a container itself, by its number; `nil` for the whole resource and for what isn't part of it.
  func path(of container: Int32) -> ResourcePath? {
    let position = Int(container) - 1
    guard entries.indices.contains(position), entries[position].parent != 0 else { return nil }
    return path(to: entries[position].key, in: entries[position].parent)
  }
}

/// A place in a resource: `DomainValidationOptions[0].ValidationStatus`.
package struct ResourcePath: Sendable, Hashable, CustomStringConvertible {
  package enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  package let steps: [Step]

  package init(steps: [Step]) {
    self.steps = steps
  }

  /// Names are joined by dots, as an author would say it; a key that is no name stands in brackets.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where key.isPlainName: text += text.isEmpty ? key : ".\(key)"
      case .key(let key): text += "[\(ValueSketch.string(PyString(key), isWhole: true).text(.json))]"
      }
    }
    return text
  }

  /// Whether this place is inside the other.
  package func isInside(_ other: ResourcePath) -> Bool {
    steps.count > other.steps.count && steps.starts(with: other.steps)
  }
}

extension ResourcePath.Step {
  fileprivate init?(_ key: Object) {
    switch key {
    case .string(let text): self = .key(text.text)
    case .int(let index): self = .index(index)
    default: return nil
    }
  }
}

extension String {
  fileprivate var isPlainName: Bool {
    guard let first = utf8.first else { return false }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first)
      && unicodeScalars.allSatisfy {
        $0 == "_" || $0 == "-" || $0.properties.isAlphabetic || ("0"..."9" ~= $0)
      }
  }
}

extension Interpreter {
  /// Makes an object the resource, whose parts' reads the trace records, if there is one.
  package func watch(resource: Object) {
    guard let trace else { return }
    mark(resource) { trace.paths.add(in: 0, .none) }
  }

  /// Makes an object a part of the resource if its container is one. The container comes first, its parts later.
  package func watch(_ object: Object, in parent: Object, at key: Object) {
    guard let trace, parent.origin != 0 else { return }
    mark(object) { trace.paths.add(in: parent.origin, key) }
  }

  private func mark(_ object: Object, _ number: () -> Int32) {
    switch object {
    case .list(let list) where list.origin == 0: list.origin = number()
    case .dict(let dict) where dict.origin == 0: dict.origin = number()
    default: break
    }
  }
}

extension Object {
  /// The number of a container of the resource, 0 for anything else.
  fileprivate var origin: Int32 {
    switch self {
    case .list(let list): list.origin
    case .dict(let dict): dict.origin
    default: 0
    }
  }
}
