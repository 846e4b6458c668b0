/// A class: one written in Swift, or one of the evaluated code.
package enum PythonType {
  case native(NativeType)
  case user(ClassObject)

  /// `__name__`.
  package var name: String {
    switch self {
    case .native(let type): type.name
    case .user(let type): type.name
    }
  }

  package var qualifiedName: String {
    switch self {
    case .native(let type): type.qualifiedName
    case .user(let type): type.name
    }
  }

  package var object: Object {
    switch self {
    case .native(let type): .type(type)
    case .user(let type): .classObject(type)
    }
  }

  /// `__mro__`: the type itself, then where attributes are looked up next.
  package var resolutionOrder: [PythonType] {
    switch self {
    case .native(let type): type.resolutionOrder.map { .native($0) }
    case .user(let type): type.resolutionOrder
    }
  }

  package static func === (left: PythonType, right: PythonType) -> Bool {
    switch (left, right) {
    case (.native(let left), .native(let right)): left === right
    case (.user(let left), .user(let right)): left === right
    default: false
    }
  }

  /// `issubclass`, without the checks of abstract classes.
  package func isSubtype(of other: PythonType) -> Bool {
    switch (self, other) {
    case (.native(let type), .native(let other)): type.isSubtype(of: other)
    case (.native, .user): false
    case (.user(let type), _): type.resolutionOrder.contains { $0 === other }
    }
  }

  package func isSubtype(of other: NativeType) -> Bool { isSubtype(of: .native(other)) }
}

/// What a `class` statement makes.
package final class ClassObject: HeapObject {
  package let name: String
  package let qualifiedName: String
  package let moduleName: String
  package let bases: [PythonType]
  package private(set) var resolutionOrder: [PythonType] = []
  package var attributes: [String: Object]

  init(
    name: String, qualifiedName: String, moduleName: String, bases: [PythonType], attributes: [String: Object]
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.moduleName = moduleName
    self.bases = bases
    self.attributes = attributes
  }

  override func releaseReferences() {
    attributes = [:]
    resolutionOrder = []
  }

  /// Sets `__mro__`; `false` when the bases have no consistent order.
  func linearize() -> Bool {
    guard let tail = ClassObject.merge(bases.map(\.resolutionOrder) + [bases]) else { return false }
    resolutionOrder = [.user(self)] + tail
    return true
  }

  /// The C3 merge (*The Python 2.3 Method Resolution Order*), or `nil` when it fails.
  private static func merge(_ sequences: [[PythonType]]) -> [PythonType]? {
    var sequences = sequences.filter { !$0.isEmpty }
    var result: [PythonType] = []
    while !sequences.isEmpty {
      let next = sequences.lazy.compactMap(\.first).first { candidate in
        !sequences.contains { $0.dropFirst().contains { $0 === candidate } }
      }
      guard let next else { return nil }
      result.append(next)
      sequences = sequences.map { $0.first.map { $0 === next } == true ? Array($0.dropFirst()) : $0 }
        .filter { !$0.isEmpty }
    }
    return result
  }

  /// An attribute of the class or of a class of the evaluated code that it inherits from.
  func userAttribute(_ name: String) -> Object? {
    for case .user(let type) in resolutionOrder {
      if let value = type.attributes[name] { return value }
    }
    return nil
  }

  /// The first class written in Swift that it inherits from.
  var nativeBase: NativeType {
    for case .native(let type) in resolutionOrder { return type }
    return .object
  }
}

/// An instance of a class of the evaluated code.
package final class InstanceObject: HeapObject {
  package let classObject: ClassObject
  package var attributes: [String: Object] = [:]

  init(_ classObject: ClassObject) {
    self.classObject = classObject
  }

  override func releaseReferences() { attributes = [:] }
}
