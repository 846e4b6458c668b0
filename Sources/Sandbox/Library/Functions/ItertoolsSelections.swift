/// The functions of `itertools` that go through selections of items in the order of their positions: `product`,
/// `permutations`, `combinations` and `combinations_with_replacement`.
extension ItertoolsModule {
  static let selections: [Member] = [
    .function("product", "(*iterables, repeat=1)") { call throws(Unwind) in
      let times = call[0] == nil ? 1 : try call.size(0)
      if times < 0 { throw call.raise(.valueError, "repeat argument cannot be negative") }
      var pools: [[Object]] = []
      for item in call.rest { pools.append(try call.interpreter.items(of: item)) }
      guard times <= longest, pools.count * times <= longest else {
        throw call.interpreter.unsupported("product of so many iterables")
      }
      pools = Array(repeatElement(pools, count: times).joined())
      let counts = pools.map(\.count)
      return select(call, "product", from: counts.contains(0) ? nil : counts.map { _ in 0 }) { places in
        guard let place = counts.indices.last(where: { places[$0] + 1 < counts[$0] }) else { return false }
        places[place] += 1
        for later in (place + 1)..<counts.count { places[later] = 0 }
        return true
      } item: { places in
        zip(pools, places).map { pool, place in pool[place] }
      }
    },
    .function("permutations", "(iterable, r=None)") { call throws(Unwind) in
      let pool = try call.interpreter.items(of: call.required(0))
      if let wanted = call.present(1), !wanted.isIntegral {
        throw call.raise(.typeError, "Expected int as r")
      }
      let count = call.present(1) == nil ? pool.count : try length(call)
      // All positions, those that are selected first and the others in ascending order: the next selection is that of
      // the next arrangement of all, once the others stand in descending order.
      let first = count > pool.count ? nil : Array(pool.indices)
      return select(call, "permutations", from: first) { places in
        places[count...].reverse()
        return advance(&places)
      } item: { places in
        places[..<count].map { pool[$0] }
      }
    },
    .function("combinations", "(iterable, r)") { call throws(Unwind) in
      let pool = try call.interpreter.items(of: call.required(0))
      let count = try length(call)
      let first = count > pool.count ? nil : Array(0..<count)
      return select(call, "combinations", from: first) { places in
        guard let place = places.indices.last(where: { places[$0] < pool.count - count + $0 }) else {
          return false
        }
        let start = places[place] + 1
        for later in place..<count { places[later] = start + later - place }
        return true
      } item: { places in
        places.map { pool[$0] }
      }
    },
    .function("combinations_with_replacement", "(iterable, r)") { call throws(Unwind) in
      let pool = try call.interpreter.items(of: call.required(0))
      let count = try length(call)
      guard count <= longest else {
        throw call.interpreter.unsupported("so many elements of each combination")
      }
      let first = pool.isEmpty && count > 0 ? nil : Array(repeating: 0, count: count)
      return select(call, "combinations_with_replacement", from: first) { places in
        guard let place = places.lastIndex(where: { $0 < pool.count - 1 }) else { return false }
        let next = places[place] + 1
        for later in place..<count { places[later] = next }
        return true
      } item: { places in
        places.map { pool[$0] }
      }
    },
  ]

  /// The positions that one selection may have where the iterables don't bound it.
  private static let longest = 10_000

  /// `r`.
  private static func length(_ call: NativeCall) throws(Unwind) -> Int {
    let count = try call.size(1)
    if count < 0 { throw call.raise(.valueError, "r must be non-negative") }
    return count
  }

  /// An iterator over the selections from the first one on; `advance` makes the next of one, or says that it was the
  /// last.
  private static func select(
    _ call: NativeCall, _ name: String, from first: [Int]?,
    advance: @escaping (inout [Int]) -> Bool, item: @escaping ([Int]) -> [Object]
  ) -> Object {
    var current = first
    var isFirst = true
    return iterator(call, name) { interpreter throws(Unwind) in
      guard var places = current else { return nil }
      try interpreter.charge(work: places.count * 16)
      current = nil
      if !isFirst, !advance(&places) { return nil }
      isFirst = false
      let selected = try interpreter.tuple(charging: item(places))
      current = places
      return selected
    }
  }

  /// The next arrangement of different numbers in lexicographic order; `false` after the last.
  private static func advance(_ numbers: inout [Int]) -> Bool {
    guard let place = numbers.indices.dropLast().last(where: { numbers[$0] < numbers[$0 + 1] }),
      let larger = numbers.indices.last(where: { numbers[$0] > numbers[place] })
    else { return false }
    numbers.swapAt(place, larger)
    numbers[(place + 1)...].reverse()
    return true
  }
}
