package import Python

/// A module's tree lowered to code: all of a Python file that its runs have in common.
///
/// Making it runs nothing. It never changes, so one serves any number of runs, one after the other or at the same
/// time on several threads; what a run makes of it (objects, the module's names, what the limits have left) belongs
/// to that run's `Interpreter`. Not checked by the compiler: the classes in `Code/` have constant properties only.
package final class ModuleCode: @unchecked Sendable {
  package let module: PythonModule
  let scope: ScopeCode
  let block: Block
  let names: NameTable

  package init(_ module: PythonModule) {
    self.module = module
    // A file that CPython would refuse raises its syntax error when it is executed.
    (scope, block, names) = Lowering.module(module.errors.isEmpty ? module : module.emptied)
  }
}

extension PythonModule {
  fileprivate var emptied: PythonModule { PythonModule(source: source, body: [], errors: errors) }
}
