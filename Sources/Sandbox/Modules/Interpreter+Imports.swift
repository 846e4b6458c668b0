import Python

/// Importing (Language Reference 5): modules written in Swift, then the repository's, then placeholders.
///
/// The order is that of `sys.path` in the Panther tool: helpers come last, so a helper can't hide a module of the
/// standard library.
extension Interpreter {
  /// `import a.b.c`; gives the innermost module.
  func importModule(_ name: String) throws(Unwind) -> Object {
    if let module = modules[name] { return .module(module) }
    try step()
    if let native = Library.module(named: name) { return .module(nativeModule(native)) }
    let root = String(name.prefix { $0 != "." })
    if StandardLibraryNames.all.contains(root) { return placeholder(standing: name) }
    if let hosted = host.resolve(name) { return .module(try load(hosted, as: name)) }
    if ThirdPartyNames.all.contains(root) { return .placeholder(heap.adopt(Placeholder(name))) }
    if root != name {
      guard let parent = host.resolve(root) else { throw moduleNotFound(root) }
      _ = try load(parent, as: root)
      throw moduleNotFound(name, "; '\(root)' is not a package")
    }
    throw moduleNotFound(name)
  }

  /// What stands for a module of the standard library that isn't written here. A parent that is gets it as an
  /// attribute, as importing a submodule does.
  private func placeholder(standing name: String) -> Object {
    let placeholder = Object.placeholder(heap.adopt(Placeholder(name)))
    if let dot = name.lastIndex(of: "."), let parent = Library.module(named: String(name[..<dot])) {
      nativeModule(parent).attributes[String(name[name.index(after: dot)...])] = placeholder
    }
    return placeholder
  }

  private func moduleNotFound(_ name: String, _ detail: String = "") -> Unwind {
    let error = raise(.moduleNotFoundError, "No module named '\(name)'\(detail)")
    raised?.attributes = [
      "name": .string(name), "path": .none, "msg": .string("No module named '\(name)'\(detail)"),
    ]
    return error
  }

  /// What `from module import name` binds.
  func importName(_ name: String, from module: Object, named moduleName: String) throws(Unwind) -> Object {
    if let value = try attributeIfPresent(of: module, name) { return value }
    let file =
      if case .module(let object) = module, object.native == nil { object.path } else { "unknown location" }
    throw raise(.importError, "cannot import name '\(name)' from '\(moduleName)' (\(file))")
  }

  private func nativeModule(_ native: NativeModule) -> ModuleObject {
    if let module = modules[native.name] { return module }
    let module = heap.adopt(ModuleObject(name: native.name, path: "", native: native))
    modules[native.name] = module
    return module
  }

  /// A name that the part of a library module written in Python binds, which is run at the first request.
  func sourceAttribute(_ name: String, of module: ModuleObject) throws(Unwind) -> Object? {
    guard let source = module.native?.source, !module.isSourceLoaded, source.names.contains(name) else {
      return nil
    }
    module.isSourceLoaded = true
    module.prepare(for: source.code)
    module.attributes["__name__"] = .string(module.name)
    module.attributes["_unsupported"] = .builtin(heap.adopt(BuiltinFunction(LibrarySource.unsupported)))
    for name in module.native?.members.keys.sorted() ?? [] {
      module.attributes[name] = try attributeIfPresent(of: .module(module), name)
    }
    do {
      try run(source.code, in: module)
    } catch {
      module.isSourceLoaded = false
      throw error
    }
    return module.attributes[name]
  }

  /// `module.name`, where that is a module of its own.
  func submodule(_ name: String, of module: ModuleObject) throws(Unwind) -> Object? {
    guard let native = Library.module(named: "\(module.name).\(name)") else { return nil }
    return .module(nativeModule(native))
  }

  /// Loads a module of the repository, once for the run.
  private func load(_ hosted: HostedModule, as name: String) throws(Unwind) -> ModuleObject {
    if let module = modules[name] { return module }
    let module = heap.adopt(ModuleObject(name: name, path: hosted.path, names: hosted.code.names))
    // A module that imports itself, through others, sees what it has defined so far.
    modules[name] = module
    do {
      try execute(hosted.code, in: module)
    } catch {
      modules[name] = nil
      throw error
    }
    return module
  }

  /// Runs a module's body in a frame of its own.
  func execute(_ code: ModuleCode, in object: ModuleObject) throws(Unwind) {
    let module = code.module
    guard module.source.count <= limits.sourceBytes else { throw exceeded(.sourceSize) }
    if let error = module.errors.first {
      let line = module.source.lines.line(at: error.range.lowerBound) + 1
      let file = String(object.path.split(separator: "/").last ?? "")
      let type: NativeType =
        switch error.kind {
        case .syntaxError: .syntaxError
        case .indentationError: .indentationError
        case .tabError: .tabError
        }
      let unwind = raise(type, "\(error.message) (\(file), line \(line))")
      raised?.frames.append(TracebackFrame(path: object.path, function: "<module>", range: error.range))
      throw unwind
    }
    object.attributes["__name__"] = .string(object.name)
    object.attributes["__file__"] = .string(object.path)
    object.attributes["__doc__"] = module.body.docstring.map { .string($0) } ?? Object.none
    try run(code, in: object)
  }

  private func run(_ code: ModuleCode, in object: ModuleObject) throws(Unwind) {
    let frame = Frame(self, code: code.scope, globals: object, closure: [])
    try descend()
    let caller = self.frame
    self.frame = frame
    defer {
      self.frame = caller
      ascend()
    }
    do {
      _ = try code.block.execute(frame)
    } catch {
      if error == .exception { raised?.frames.append(frame.place) }
      throw error
    }
  }
}
