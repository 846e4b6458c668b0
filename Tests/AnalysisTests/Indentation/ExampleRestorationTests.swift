import Analysis
import Foundation
import SourceText
import TestSupport
import Testing
import YAML

private let root: URL = {
  let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return tests.appendingPathComponent("Examples")
}()

private let policies: [String] = {
  let paths = try? FileManager.default.subpathsOfDirectory(atPath: root.path)
  return (paths ?? []).filter { $0.hasPrefix("policies/") && $0.hasSuffix(".yml") }.sorted()
}()

@Suite("Restoring the indentation of whole files")
struct ExampleRestorationTests {
  private let page: String
  private let certificate: SourceText
  private static let certificatePath = "policies/aws_acm_policies/aws_acm_certificate_valid.yml"

  init() throws {
    page = try String(
      contentsOf: root.appendingPathComponent("pages/aws_acm_certificate_valid.txt"), encoding: .utf8)
    certificate = try Self.source(Self.certificatePath)
  }

  private static func source(_ path: String) throws -> SourceText {
    SourceText([UInt8](try Data(contentsOf: root.appendingPathComponent(path))))
  }

  private func value(of source: SourceText) throws -> YAMLValue {
    let tree = YAMLTree(parsing: source, dialect: .pantherLoader)
    #expect(tree.errors.allSatisfy(\.isAcceptedByLoader) && tree.loaderErrors.isEmpty)
    return try #require(try tree.root?.value())
  }

  private func restored(_ text: String) throws -> IndentationRestoration {
    let outcome = IndentationOutcome(restoring: SourceText(text))
    guard case .restored(let restoration) = outcome else {
      throw NotRestored(outcome: outcome)
    }
    return restoration
  }

  private struct NotRestored: Error {
    let outcome: IndentationOutcome
  }

  @Test("A policy means the same after its indentation was lost and restored", arguments: policies)
  func sameValue(path: String) throws {
    let original = try Self.source(path)
    #expect(IndentationOutcome(restoring: original) == .intact)
    for loss in Loss.allCases {
      let damaged = SourceText(loss.applied(to: original.string))
      switch IndentationOutcome(restoring: damaged) {
      case .restored(let restoration):
        #expect(
          try value(of: restoration.restored).withSingleBlanks == value(of: original).withSingleBlanks,
          "\(loss)")
        #expect(restoration.commentedLines.isEmpty, "\(loss)")
        #expect(contents(restoration.restored) == contents(original), "\(loss)")
        #expect(IndentationOutcome(restoring: restoration.restored) == .intact, "\(loss)")
      case .intact: #expect(try value(of: damaged) == value(of: original), "\(loss)")
      case .refused(let refusal): Issue.record("\(loss): \(refusal.message)")
      }
    }
  }

  /// The lines without what stands before their content.
  private func contents(_ source: SourceText) -> [String] {
    source.string.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.drop { $0 == " " })
    }
  }

  @Test("A rule's page becomes the rule, and loses nothing")
  func pageBecomesRule() throws {
    let restoration = try restored(page)
    let (found, expected) = (try value(of: restoration.restored), try value(of: certificate))
    guard case .mapping(let pairs) = expected else { return }
    for pair in pairs {
      guard case .string(let key) = pair.key, key != "Description", key != "Runbook" else { continue }
      #expect(found[key] == pair.value, "\(key)")
    }
    #expect(
      found["Description"]
        == .string(
          "This policy checks if an ACM certificate renewal is pending or has failed and is in use by any "
            + "other resources within the account.\n"))
    #expect(
      found["Runbook"]
        == .string("From the ACM panel in the AWS console, check and resolve the certificate status.\n"))
    #expect(found["Reports"]?["MITRE ATT&CK"] == .sequence([.string("TA0042:T1588")]))

    #expect(restoration.guessedLines.isEmpty)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(restoration.commentedLines == Array(0..<8) + Array(273..<lines.count))
    let after = restoration.restored.string.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (before, after)) in zip(lines, after).enumerated() {
      let isComment = restoration.commentedLines.contains(number)
      #expect(isComment ? after == "# " + before : after.drop { $0 == " " } == before)
    }
  }

  @Test("The four tests of the policy pass, once its page was pasted and the action taken")
  func testsPass() throws {
    let python = try Self.source("policies/aws_acm_policies/aws_acm_certificate_valid.py").string
    let pasted = Repository("#- p.yml\n\(page)\n#- aws_acm_certificate_valid.py\n\(python)")
    let end = try #require(pasted.snapshot.source(of: pasted.file)).count
    // Wherever the cursor is.
    for offset in stride(from: 0, to: end, by: 997) {
      let actions = pasted.snapshot.codeActions(in: offset..<offset, in: pasted.file)
      #expect(actions.filter { $0.title == "Restore indentation" }.count == 1)
    }
    let action = try #require(pasted.snapshot.codeActions(in: 0..<end, in: pasted.file).last)
    #expect(!action.isPreferred)
    #expect(action.diagnostics.contains { $0.code == .yamlSyntax })

    let text = try #require(pasted.snapshot.source(of: pasted.file)).applying(action.edits).string
    let restored = Repository("#- p.yml\n\(text)\n#- aws_acm_certificate_valid.py\n\(python)")
    #expect(
      restored.snapshot.inlayHints(in: restored.file, range: 0..<text.utf8.count).map(\.label)
        == ["✓ false", "✓ false", "✓ true", "✓ true"])
    #expect(restored.snapshot.diagnostics(in: restored.file).isEmpty)
    #expect(restored.snapshot.codeActions(in: 0..<text.utf8.count, in: restored.file).isEmpty)
  }

  @Test("Any bytes have an answer, and lines keep their content")
  func anyBytes() {
    var numbers = SeededGenerator(seed: 3)
    let pieces = [
      "AnalysisType: policy\n", "Tests:\n", "- Name: a\n", "ExpectedResult: true\n", "Resource:\n", "{", "}",
      "[", "]", "\"", "'", "#", "\n", "  ", "\t", "- ", "- - ", "a: ", "b:\n", "|\n", "> 3\n", ": ", "&a ",
      "---\n", "\u{A0}", "é", "\r", "Description: >\n", "text of it\n", "Reports:\n", "CIS:\n",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1..<40, using: &numbers)).map { _ in
        pieces.randomElement(using: &numbers) ?? ""
      }
      .joined()
      let source = SourceText("AnalysisType: policy\n" + text)
      guard case .restored(let restoration) = IndentationOutcome(restoring: source) else { continue }
      for line in 0..<source.lines.count {
        let (before, after) = (content(source, line), content(restoration.restored, line))
        #expect(
          restoration.commentedLines.contains(line) ? after == "# " + before : after == before, "\(text)")
      }
    }
  }

  private func content(_ source: SourceText, _ line: Int) -> String {
    String(source[source.lines.range(ofLine: line)].drop { " \t\u{A0}".contains($0) })
  }
}
