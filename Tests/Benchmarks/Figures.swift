import Foundation

/// The times of one contestant, a round each.
struct Figures {
  var seconds: [Double] = []
  var failed = 0

  var median: Double { quantile(0.5) }

  func quantile(_ share: Double) -> Double {
    let sorted = seconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(Int(Double(sorted.count - 1) * share + 0.5), sorted.count - 1)]
  }
}

func format(_ value: Double, _ places: Int = 1) -> String { String(format: "%.\(places)f", value) }

/// A table in Markdown with the first column to the left and the others to the right.
func table(_ header: [String], _ rows: [[String]]) -> String {
  let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
  return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
}

/// The seconds that a piece of work takes.
func seconds(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let elapsed = clock.measure(work)
  return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
}
