package import SourceText

/// What a trace says once a test is over; it refers to nothing of the run.
package struct TraceReport: Sendable, Hashable {
  /// An operand of a condition, or a value that decided it.
  package struct Operand: Sendable, Hashable {
    package let range: ByteRange
    package let value: ValueSketch
    /// Where in the resource it stands, if it is a container of it.
    package let path: ResourcePath?
  }

  /// A condition that was tested, as the last time it was.
  package struct Condition: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// One operand, whose truth was asked for.
      case truth
      /// Two operands.
      case comparison
      /// A `case`; the operand is the subject, at the range of the pattern.
      case pattern
      /// A call of `any` or `all` at `range`. Its operands are the item that decided, at the range of the call, and
      /// then what the loop's variable was bound to, if it is known. None if no item decided.
      case quantified(items: Int)
    }

    package let kind: Kind
    package let range: ByteRange
    package let result: Bool
    package let operands: [Operand]
    /// How often it was tested in all, and with which results.
    package let timesTrue: Int
    package let timesFalse: Int
  }

  /// A `return` statement that was executed, as the last time it was.
  package struct Return: Sendable, Hashable {
    package let range: ByteRange
    package let value: ValueSketch
    /// Whether it belongs to the function whose result is explained.
    package let isOfMainFunction: Bool
  }

  /// A look at a part of the resource.
  package struct Read: Sendable, Hashable {
    package let path: ResourcePath
    /// `nil` if the part isn't there.
    package let value: ValueSketch?
    /// The operation of the main module that looked.
    package let range: ByteRange
  }

  /// In the order in which they were last tested.
  package let conditions: [Condition]
  /// In the order in which they were last executed.
  package let returns: [Return]
  /// In the order in which they happened.
  package let reads: [Read]
  /// Where the statements begin that were executed, in the order of the text.
  package let executed: [ByteOffset]

  package init(conditions: [Condition], returns: [Return], reads: [Read], executed: [ByteOffset]) {
    self.conditions = conditions
    self.returns = returns
    self.reads = reads
    self.executed = executed
  }
}

extension Trace {
  /// What was recorded since `begin`.
  package var report: TraceReport {
    var tallies: [Place: Tally] = earlier
    var latest: [Event] = []
    var seen: Set<Place> = []
    for event in events.reversed() {
      let place = Place(event)
      tallies[place, default: Tally()].add(event.result)
      if seen.insert(place).inserted { latest.append(event) }
    }
    var conditions: [TraceReport.Condition] = []
    var returns: [TraceReport.Return] = []
    for event in latest.reversed() {
      if event.kind == .returned {
        returns.append(
          TraceReport.Return(
            range: event.place.range, value: sketch(event.left) ?? .none, isOfMainFunction: event.result))
      } else {
        conditions.append(condition(event, tallies[Place(event)] ?? Tally()))
      }
    }
    return TraceReport(
      conditions: conditions, returns: returns, reads: reads.compactMap(read), executed: executed)
  }

  private func condition(_ event: Event, _ tally: Tally) -> TraceReport.Condition {
    var operands: [TraceReport.Operand] = []
    for (held, site) in [(event.left, event.place), (event.right, event.rightPlace)] {
      if let value = sketch(held) {
        operands.append(
          TraceReport.Operand(range: site.range, value: value, path: paths.path(of: held.origin)))
      }
    }
    var range = event.place.range
    let kind: TraceReport.Condition.Kind
    switch event.kind {
    case .comparison:
      kind = .comparison
      let right = event.rightPlace.range
      range = min(range.lowerBound, right.lowerBound)..<max(range.upperBound, right.upperBound)
    case .pattern: kind = .pattern
    case .quantified: kind = .quantified(items: Int(event.count))
    case .truth, .returned: kind = .truth
    }
    return TraceReport.Condition(
      kind: kind, range: range, result: event.result, operands: operands, timesTrue: tally.timesTrue,
      timesFalse: tally.timesFalse)
  }

  private func read(_ event: ReadEvent) -> TraceReport.Read? {
    guard let path = paths.path(to: event.key, in: event.container) else { return nil }
    return TraceReport.Read(path: path, value: sketch(event.value), range: event.site.range)
  }

  private func sketch(_ held: Held) -> ValueSketch? {
    switch held {
    case .none: nil
    case .value(let object): ValueSketch(object)
    case .list(let items, let count, _): ValueSketch(items: items, count: Int(count))
    case .dict(let entries, let count, _): ValueSketch(entries: entries, count: Int(count))
    }
  }

  private var executed: [ByteOffset] {
    var offsets: [ByteOffset] = []
    for (index, word) in reached.enumerated() {
      var rest = word
      while rest != 0 {
        offsets.append(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return offsets
  }
}
