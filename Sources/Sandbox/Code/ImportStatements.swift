import SourceText

/// `import a.b as c`.
final class ImportStatement: StatementCode {
  private let name: String
  private let bindsLeaf: Bool
  private let target: TargetCode

  init(_ name: String, bindsLeaf: Bool, target: TargetCode, range: ByteRange) {
    self.name = name
    self.bindsLeaf = bindsLeaf
    self.target = target
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let leaf = try interpreter.importModule(name)
    if bindsLeaf {
      try target.assign(leaf, frame)
    } else {
      let root = String(name.prefix { $0 != "." })
      try target.assign(try interpreter.importModule(root), frame)
    }
    return .normal
  }
}

/// `from a import b as c, d`.
final class ImportFromStatement: StatementCode {
  private let module: String
  private let names: [(String, TargetCode, ByteRange)]

  init(_ module: String, _ names: [(String, TargetCode, ByteRange)], range: ByteRange) {
    self.module = module
    self.names = names
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    let module = try interpreter.importModule(module)
    for (name, target, range) in names {
      frame.range = range
      try target.assign(try interpreter.importName(name, from: module, named: self.module), frame)
    }
    return .normal
  }
}

/// `from a import *`.
final class ImportStarStatement: StatementCode {
  private let module: String

  init(_ module: String, range: ByteRange) {
    self.module = module
    super.init(range: range)
  }

  override func execute(_ frame: Frame) throws(Unwind) -> Completion {
    let interpreter = frame.interpreter
    guard case .module(let object) = try interpreter.importModule(module) else {
      throw interpreter.unsupported("from \(module) import *")
    }
    if let native = object.native {
      for name in native.members.keys.sorted() where !name.hasPrefix("_") {
        frame.globals.attributes[name] = try interpreter.importName(
          name, from: .module(object), named: module)
      }
      frame.globals.starImports.append(module)
      return .normal
    }
    if object.attributes["__all__"] != nil {
      throw interpreter.unsupported("from \(module) import * with __all__")
    }
    for (name, value) in object.attributes.bound where !name.hasPrefix("_") {
      frame.globals.attributes[name] = value
    }
    return .normal
  }
}
