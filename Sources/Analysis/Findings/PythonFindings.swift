import Catalog
import Detections
import Evaluation
import Python
import SourceText
import YAML

extension Snapshot {
  /// What is wrong with a Python file: its syntax, and what the tests of its detections ran into.
  func pythonFindings(in file: FilePath, evaluating: Bool) -> [Finding] {
    guard let module = python(file) else { return [] }
    let syntax = module.errors.map { error in
      Finding(Diagnostic(.pythonSyntax, .error, at: error.range, "\(error.kind.rawValue): \(error.message)"))
    }
    guard syntax.isEmpty, evaluating else { return syntax }
    let untested = coverage(ofPython: file).map { untestedFindings(module, $0) } ?? []
    return untested
      + owners(ofPython: file).flatMap { owner -> [Finding] in
        guard let detection = detection(in: owner) else { return [] }
        if let missing = missingFunction(of: detection, in: module) {
          return [Finding(Diagnostic(.pythonFunctionMissing, .error, at: 0..<0, missing))]
        }
        return runtimeFindings(detection, in: file, owner: owner)
      }
  }

  /// What the YAML says about its Python file that is not so.
  func fileReferenceFindings(_ detection: Detection, in file: FilePath) -> [Finding] {
    guard detection.type.mainFunction != nil || detection.type == .global, let filename = detection.filename,
      let path = pythonFile(of: file)
    else { return [] }
    let tree = detection.tree
    func finding(_ code: DiagnosticCode, _ message: String, related: [Diagnostic.Related] = []) -> Finding {
      let nearest = nearestPythonFile(to: filename.value, in: file)
      return Finding(
        Diagnostic(code, .error, at: filename.range, message, related: related),
        fixes: [nearest.flatMap { DocumentFixes(tree).change(filename.node, to: .string($0)) }].compactMap(
          \.self))
    }
    guard path.name.hasSuffix(".py") else {
      return [
        finding(.pythonUnreadable, "`\(filename.value)` is not a Python file; its name must end in `.py`")
      ]
    }
    guard let source = source(of: path) else {
      return [
        finding(
          .pythonMissing,
          "There is no file `\(filename.value)` in \(file.folder.string); create it or correct the name")
      ]
    }
    guard source.firstInvalidUTF8Offset == nil, let module = python(path) else {
      return [
        finding(
          .pythonUnreadable,
          "`\(filename.value)` can't be read as Python: it is not valid UTF-8 text, or too large")
      ]
    }
    if let error = module.errors.first {
      let place = Diagnostic.Related(
        location: Location(file: path, range: error.range), message: error.message)
      let line = module.source.lines.line(at: error.range.lowerBound) + 1
      return [
        finding(
          .pythonSyntax, "`\(filename.value)` has a syntax error on line \(line): \(error.message)",
          related: [place])
      ]
    }
    return missingFunction(of: detection, in: module).map { [finding(.pythonFunctionMissing, $0)] } ?? []
  }

  /// Says that the module never binds the name of its main function.
  private func missingFunction(of detection: Detection, in module: PythonModule) -> String? {
    guard let name = detection.type.mainFunction, module.boundNames.isDisjoint(with: [name, "*"]) else {
      return nil
    }
    let parameter = detection.type == .policy ? "resource" : "event"
    return "A \(detection.type.rawValue) needs a function `\(name)`; add `def \(name)(\(parameter)):`"
  }

  /// The places in this file where tests raise, each with the tests that do.
  private func runtimeFindings(_ detection: Detection, in file: FilePath, owner: FilePath) -> [Finding] {
    guard let run = liveResults(in: owner), !run.isStale else { return [] }
    let failures = run.tests.compactMap { result in
      result.error.flatMap { error in
        error.trace.first { $0.file == file }.map { (result: result, error: error, place: $0) }
      }
    }
    return failures.map { failure in
      let test =
        detection.tests.indices.contains(failure.result.index) ? detection.tests[failure.result.index] : nil
      let related = test.map {
        Diagnostic.Related(location: Location(file: owner, range: $0.titleRange), message: "this test")
      }
      return Finding(
        Diagnostic(
          .testErrored, .error, at: failure.place.range,
          "Test `\(failure.result.name)`: \(failure.error.summary)",
          related: related.map { [$0] } ?? []))
    }
  }

  /// The Python file beside the YAML with a similar name.
  private func nearestPythonFile(to filename: String, in file: FilePath) -> String? {
    let candidates = files.names(in: file.folder).filter { $0.hasSuffix(".py") && $0 != filename }
    return nearestName(to: filename, among: candidates)
  }
}
