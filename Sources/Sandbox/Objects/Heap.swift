/// An object that holds other objects.
package class HeapObject {
  init() {}

  /// Forgets every object it holds. Called once, when the run is over.
  func releaseReferences() {}

  /// Calls the body with the objects it holds, for an estimate of what it takes; an override may leave out what
  /// is always small.
  func forEachReference(_ body: (Object) -> Void) {}
}

/// Every object of a run that can hold others, kept alive until the run is over.
///
/// Swift frees by counting references, which has two gaps a script could use: cycles (`a.append(a)`, any
/// recursive closure) are never freed, and freeing a chain of a million nested lists recurses a million
/// calls deep. Holding all containers to the end and then emptying them one by one closes both; the memory
/// limits bound what is held. Between two calls from the host, `sweep` frees what only the heap still holds.
package final class Heap {
  private var objects: ContiguousArray<HeapObject> = []
  /// How many objects there were when `mark` was last called.
  private var marked = 0

  /// What an object takes beside its elements: its own memory and its place in the heap.
  static let bytesPerObject = 96
  private static let bytesPerReference = 24

  package init() {}

  package func adopt<Kind: HeapObject>(_ object: Kind) -> Kind {
    objects.append(object)
    return object
  }

  func mark() { marked = objects.count }

  /// The objects made since `mark`.
  var growth: Int { objects.count - marked }

  /// Frees what nothing refers to, and gives about how many bytes the rest takes.
  ///
  /// What an object holds is mostly older than the object, so one pass from the youngest to the oldest frees
  /// whole chains, link by link and without recursion. Cycles stay.
  func sweep() -> Int {
    var kept: ContiguousArray<HeapObject> = []
    while var object = objects.popLast() {
      if !isKnownUniquelyReferenced(&object) { kept.append(object) }
    }
    kept.reverse()
    objects = kept
    var bytes = objects.count * Self.bytesPerObject
    var texts: Set<UInt> = []
    for object in objects {
      object.forEachReference { reference in
        bytes += Self.bytesPerReference
        switch reference {
        case .string(let string): bytes += Self.size(of: string, unlessIn: &texts)
        case .bytes(let object): bytes += object.bytes.count
        default: break
        }
      }
    }
    return bytes
  }

  /// The bytes of a text that wasn't counted before. Copies of a text share its memory, which its address tells.
  private static func size(of string: PyString, unlessIn texts: inout Set<UInt>) -> Int {
    let count = string.utf8Count
    guard count > 15 else { return 0 }
    let address = string.text.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
    if let address, !texts.insert(address).inserted { return 0 }
    return count
  }

  deinit {
    for object in objects { object.releaseReferences() }
  }
}
