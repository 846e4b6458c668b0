import Evaluation

/// Test results in the XML that CI systems read: the JUnit schema as Jenkins and GitLab document it.
struct JUnitReport {
  /// Whether tests that are not evaluated count as skipped and not as errors.
  let allowsUnsupported: Bool

  func text(_ detections: [TestedDetection]) -> String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites\(attributes(detections))>\n"
    for detection in detections { xml += suite(detection) }
    return xml + "</testsuites>\n"
  }

  private func suite(_ detection: TestedDetection) -> String {
    let name = " name=\"\(escapedXML(detection.id))\" file=\"\(escapedXML(detection.target.path))\""
    var xml = "  <testsuite\(name)\(attributes([detection]))>\n"
    if let problem = detection.problem {
      xml += "    <testcase name=\"(load)\" classname=\"\(escapedXML(detection.id))\">\n"
      xml += "      <error type=\"InvalidDetection\" message=\"\(escapedXML(problem))\"/>\n    </testcase>\n"
    }
    for test in detection.tests { xml += testCase(test, detection) }
    return xml + "  </testsuite>\n"
  }

  private func testCase(_ test: TestedDetection.Test, _ detection: TestedDetection) -> String {
    let result = test.result
    let reason = escapedXML(result.shownReason)
    let content: String
    switch result.outcome {
    case .passed: content = ""
    case .failed: content = "      <failure type=\"Failed\" message=\"\(reason)\"/>\n"
    case .errored:
      let type = escapedXML(result.error?.type ?? "Error")
      content = "      <error type=\"\(type)\" message=\"\(reason)\"/>\n"
    case .unsupported where !allowsUnsupported:
      content = "      <error type=\"Unsupported\" message=\"\(reason)\"/>\n"
    case .unsupported, .skipped: content = "      <skipped message=\"\(reason)\"/>\n"
    }
    let output = result.output.isEmpty ? "" : "      <system-out>\(escapedXML(result.output))</system-out>\n"
    let start =
      "    <testcase name=\"\(escapedXML(result.name))\" classname=\"\(escapedXML(detection.id))\""
      + " file=\"\(escapedXML(detection.target.path))\" line=\"\(test.line)\" time=\"\(seconds([test]))\""
    let body = content + output
    return body.isEmpty ? start + "/>\n" : start + ">\n" + body + "    </testcase>\n"
  }

  private func attributes(_ detections: [TestedDetection]) -> String {
    let summary = TestReport.Summary(detections)
    let problems = detections.count { $0.problem != nil }
    let errors = summary.errored + problems + (allowsUnsupported ? 0 : summary.unsupported)
    let skipped = summary.skipped + (allowsUnsupported ? summary.unsupported : 0)
    return " tests=\"\(summary.tests + problems)\" failures=\"\(summary.failed)\" errors=\"\(errors)\""
      + " skipped=\"\(skipped)\" time=\"\(seconds(detections.flatMap(\.tests)))\""
  }

  private func seconds(_ tests: [TestedDetection.Test]) -> String {
    let total = tests.reduce(Duration.zero) { $0 + $1.result.duration }
    let (seconds, attoseconds) = total.components
    let micros = String(attoseconds / 1_000_000_000_000)
    return "\(seconds).\(String(repeating: "0", count: max(0, 6 - micros.count)))\(micros)"
  }
}

/// Text for XML and HTML. Characters that XML 1.0 forbids are shown as U+FFFD.
func escapedXML(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\n", "\t": escaped.unicodeScalars.append(scalar)
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
      escaped += "\u{FFFD}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
