/// The modules written in Swift, by the name they are imported with.
package enum Library {
  package static let modules: [NativeModule] = [.os, .unittestMock] + standardLibrary

  private static let byName: [String: NativeModule] = {
    var table = Dictionary(modules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    // `import urllib.parse` needs `urllib`.
    for module in modules {
      var name = Substring(module.name)
      while let dot = name.lastIndex(of: ".") {
        name = name[..<dot]
        if table[String(name)] == nil { table[String(name)] = NativeModule(String(name), []) }
      }
    }
    return table
  }()

  /// With the packages around them.
  static var all: [NativeModule] { Array(byName.values) }

  package static func module(named name: String) -> NativeModule? { byName[name] }
}
