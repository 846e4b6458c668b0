/// An object that holds other objects.
package class HeapObject {
  init() {}

  /// Forgets every object it holds. Called once, when the run is over.
  func releaseReferences() {}
}

/// Every object of a run that can hold others, kept alive until the run is over.
///
/// Swift frees by counting references, which has two gaps a script could use: cycles (`a.append(a)`, any
/// recursive closure) are never freed, and freeing a chain of a million nested lists recurses a million
/// calls deep. Holding all containers to the end and then emptying them one by one closes both; the memory
/// limits bound what is held.
package final class Heap {
  private var objects: ContiguousArray<HeapObject> = []

  package init() {}

  package func adopt<Kind: HeapObject>(_ object: Kind) -> Kind {
    objects.append(object)
    return object
  }

  deinit {
    for object in objects { object.releaseReferences() }
  }
}
