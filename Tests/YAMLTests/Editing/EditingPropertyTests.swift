import Foundation
import SourceText
import Testing
import YAML

/// Any edit of any document changes the value as asked, leaves the bytes of every other node, keeps the comments,
/// and brings no error.
@Suite struct EditingPropertyTests {
  /// A step that a test takes, with the change of the model beside it.
  struct Step {
    let name: String
    let edits: (YAMLEditor) throws -> [TextEdit]
    /// Where in the model, as indices.
    let path: [Int]
    /// The change of the values, and of the bytes.
    let change: (_ model: inout EditingModel, _ isWritten: Bool) -> Void
    /// Where comments may go with what is removed.
    var removed: ByteRange = 0..<0
  }

  static let values: [YAMLValue] = [
    .null, .bool(true), .int(7), .float(0.5), .string("new"), .string(""), .string("a: b # c"),
    .string("two\nlines\n"),
    .string("no\nend"), .string("yes"), .string("it's"), .string("a\n\n\n"), .string("tab\t"),
  ]
  static let collections: [YAMLValue] = [
    .sequence([]), .mapping([]), .sequence([.int(1), .string("x\ny\n")]),
    pairs(
      ("p", .int(1)), ("q", .sequence([pairs(("r", .string("s")), ("t", .sequence([.sequence([.int(1)])])))]))
    ),
  ]

  // MARK: Choosing

  struct Place {
    let node: YAMLNode
    let path: [Int]
    let key: YAMLNode?
  }

  static func places(in tree: YAMLTree) -> [Place] {
    var result: [Place] = []
    func visit(_ node: YAMLNode, _ path: [Int], _ key: YAMLNode?) {
      result.append(Place(node: node, path: path, key: key))
      for (index, item) in node.items.enumerated() { visit(item, path + [index], nil) }
      for (index, entry) in node.entries.enumerated() { visit(entry.value, path + [index], entry.key) }
    }
    if let root = tree.root { visit(root, [], nil) }
    return result
  }

  static func step(
    at place: Place, in tree: YAMLTree, _ random: inout RobustnessTests.Generator
  ) -> Step? {
    let node = place.node
    let count = node.kind == .mapping ? node.entries.count : node.items.count
    let value = (values + collections).randomElement(using: &random) ?? .null
    let isCollection = node.kind == .mapping || node.kind == .sequence
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      guard let key = place.key, let index = place.path.last else { return nil }
      let name = ["new", "new: key", "1"].randomElement(using: &random) ?? "new"
      return Step(
        name: "rename to \(name)", edits: { try $0.renaming(key, to: name) }, path: place.path.dropLast()
      ) {
        model, isWritten in
        guard case .mapping(var entries) = model else { return }
        entries[index].key = isWritten ? .anything : EditingModel(.string(name))
        model = .mapping(entries)
      }
    case 1:
      return Step(
        name: "set to \(value)", edits: { try $0.setting(node, to: value) }, path: place.path,
        change: { $0 = $1 ? .anything : EditingModel(value) }, removed: isCollection ? node.range : 0..<0)
    case 2 where count > 1:
      let source = Int.random(in: 0..<count, using: &random)
      let target = Int.random(in: 0..<count, using: &random)
      return Step(
        name: "move \(source) to \(target)", edits: { try $0.moving(from: source, to: target, in: node) },
        path: place.path
      ) { model, _ in model.move(from: source, to: target) }
    case 3, 4:
      guard isCollection, count > 0 else { return nil }
      let index = Int.random(in: 0..<count, using: &random)
      return Step(
        name: "remove \(index)", edits: { try $0.removing(at: index, from: node) }, path: place.path,
        change: { model, _ in model.remove(at: index) }, removed: removable(index, of: node, in: tree))
    default:
      let isNull = !isCollection && node.resolvedScalar == .null && node.kind != .alias
      guard isCollection || isNull else { return nil }
      let index = Int.random(in: 0...count, using: &random)
      let isKeyed = node.kind == .mapping || (isNull && Bool.random(using: &random))
      return Step(
        name: "insert \(value) at \(index)",
        edits: {
          try isKeyed
            ? $0.inserting("fresh", value, into: node, at: index) : $0.inserting(value, into: node, at: index)
        }, path: place.path
      ) { model, isWritten in
        model.insert(
          key: isKeyed ? (isWritten ? .anything : EditingModel(.string("fresh"))) : nil,
          isWritten ? .anything : EditingModel(value), at: index)
      }
    }
  }

  /// The member's lines, the comment lines above, and below those that are indented more.
  private static func removable(_ index: Int, of node: YAMLNode, in tree: YAMLTree) -> ByteRange {
    let ranges = node.kind == .mapping ? node.entries.map(\.range) : node.items.map(\.range)
    let lines = tree.source.lines
    let dash = tree.tokens.last {
      $0.kind == .sequenceEntry && $0.range.upperBound <= ranges[index].lowerBound
    }
    let start = node.kind == .sequence && !node.isFlow ? dash?.range.lowerBound : nil
    var first = lines.line(at: start ?? ranges[index].lowerBound)
    var last = lines.line(at: ranges[index].upperBound)
    let column = lines.position(of: node.range.lowerBound).column
    func text(_ line: Int) -> String { tree.source[tree.source.contentRange(ofLine: line)] }
    func isComment(_ line: String) -> Bool { line.drop { $0 == " " }.first == "#" }
    while first > 0, isComment(text(first - 1)) { first -= 1 }
    while last + 1 < lines.count, case let line = text(last + 1),
      line.isEmpty || (isComment(line) && line.prefix { $0 == " " }.count > column)
    {
      last += 1
    }
    return lines.range(ofLine: first).lowerBound..<lines.range(ofLine: last).upperBound
  }

  // MARK: Checking

  /// What is wrong after the step; nil if nothing is.
  static func problem(after step: Step, in tree: YAMLTree) throws -> String? {
    let edits = try step.edits(YAMLEditor(tree))
    for (left, right) in zip(edits, edits.dropFirst()) where right.range.lowerBound <= left.range.upperBound {
      return "edits overlap: \(edits)"
    }
    let edited = YAMLTree(parsing: tree.source.applying(edits), dialect: .pantherLoader)
    func problem(_ text: String) -> String {
      "\(step.name) at \(step.path): \(text)\n--- before\n\(tree.source.string)\n--- after\n\(edited.source.string)\n---"
    }
    guard isWhole(edited) else {
      return problem("\(edited.errors + edited.loaderErrors)")
    }
    for isWritten in [false, true] {
      var expected = EditingModel(tree.root, in: tree.source, isWritten: isWritten)
      expected.change(step.path[...]) { step.change(&$0, isWritten) }
      let found = EditingModel(edited.root, in: edited.source, isWritten: isWritten)
      guard expected.matches(found) else {
        return problem(isWritten ? "the bytes of other nodes changed" : "the value is not as expected")
      }
    }
    let before = tree.comments
    let after = Set(edited.comments.map { edited.source[$0] })
    let kept = before.filter { !step.removed.contains($0.lowerBound) }.map { tree.source[$0] }
    guard kept.allSatisfy(after.contains), after.isSubset(of: before.map { tree.source[$0] }) else {
      return problem("comments are \(after.sorted())")
    }
    return nil
  }

  private static func isWhole(_ tree: YAMLTree) -> Bool {
    tree.errors.allSatisfy(\.code.isAcceptedByLoader) && tree.loaderErrors.isEmpty
  }

  /// Takes random steps in a document, each from its first state; returns how many were taken.
  private static func takeSteps(
    _ count: Int, in tree: YAMLTree, named name: String, _ random: inout RobustnessTests.Generator,
    mayRefuse: (EditRefusal) -> Bool = { _ in false }
  ) -> Int {
    let places = places(in: tree)
    var steps = 0
    for _ in 0..<count {
      guard let place = places.randomElement(using: &random), let step = step(at: place, in: tree, &random)
      else { continue }
      do {
        if let problem = try problem(after: step, in: tree) { Issue.record("\(name) \(problem)") }
        steps += 1
      } catch {
        if let refusal = error as? EditRefusal, mayRefuse(refusal) { continue }
        Issue.record("\(step.name) at \(step.path) is refused: \(error)\n\(name) \(tree.source.string)")
      }
    }
    return steps
  }

  private static let environment = ProcessInfo.processInfo.environment

  @Test func anyEditOfAnyDocumentDoesWhatWasAsked() throws {
    var generator = DocumentGenerator(seed: 0x5EED_0002)
    let count = Self.environment["EDITING_DOCUMENTS"].flatMap { Int($0) } ?? 300
    var steps = 0
    for _ in 0..<count {
      let text = generator.document()
      let tree = load(text)
      try #require(Self.isWhole(tree), "\(tree.errors + tree.loaderErrors) \(text)")
      steps += Self.takeSteps(10, in: tree, named: "generated", &generator.random)
    }
    #expect(steps > count * 5)
  }

  /// Anchors, tags, explicit keys and other rarities; what is refused has its reason.
  @Test func anyEditOfRareSyntaxDoesWhatWasAskedOrIsRefused() {
    var random = RobustnessTests.Generator(state: 0x5EED_0003)
    for text in RobustnessTests.seeds.map(\.text) {
      let tree = load(text)
      guard tree.errors.isEmpty, tree.loaderErrors.isEmpty, tree.loaderWarnings.isEmpty else { continue }
      _ = Self.takeSteps(30, in: tree, named: "rare", &random) { refusal in
        switch refusal {
        case .shared, .anchorInUse, .aliasOrder, .singlePair, .notEditable, .keyExists: true
        case .broken, .keyTooLong, .unwritableValue: false
        }
      }
    }
  }

  /// The policies that tests share, and the corpus where there is one.
  @Test func anyEditOfRealDetectionsDoesWhatWasAsked() throws {
    let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Examples/policies")
    var random = RobustnessTests.Generator(state: 0x5EED_0004)
    var files = 0
    for folder in [examples] + (Self.environment["PANTHER_ANALYSIS"].map { [URL(fileURLWithPath: $0)] } ?? [])
    {
      let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in try #require(found) where ["yml", "yaml"].contains(file.pathExtension) {
        let tree = YAMLTree(
          parsing: SourceText([UInt8](try Data(contentsOf: file))), dialect: .pantherLoader)
        guard Self.isWhole(tree) else { continue }
        files += 1
        _ = Self.takeSteps(10, in: tree, named: file.lastPathComponent, &random) { refusal in
          switch refusal {
          case .shared, .anchorInUse, .aliasOrder, .keyExists: true
          case .broken, .notEditable, .singlePair, .keyTooLong, .unwritableValue: false
          }
        }
      }
    }
    #expect(files > 5)
  }

  /// Broken text is edited or refused; the edits lie in it and do not overlap.
  @Test func brokenDocumentsAreEditedOrRefused() {
    var generator = DocumentGenerator(seed: 0x5EED_0005)
    let alphabet = Array("-:?,[]{}#&*!|>'\"%@` \t\n\r\\ab0".utf8)
    for _ in 0..<400 {
      var bytes = Array(generator.document().utf8)
      for _ in 0..<3 {
        let index = Int.random(in: 0...bytes.count, using: &generator.random)
        let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &generator.random)]
        if index < bytes.count, Bool.random(using: &generator.random) {
          bytes.remove(at: index)
        } else {
          bytes.insert(byte, at: index)
        }
      }
      let tree = load(bytes)
      let places = Self.places(in: tree)
      for _ in 0..<20 {
        guard let place = places.randomElement(using: &generator.random),
          let step = Self.step(at: place, in: tree, &generator.random),
          let edits = try? step.edits(YAMLEditor(tree, allowsShared: true))
        else { continue }
        let isInOrder = zip(edits, edits.dropFirst()).allSatisfy {
          $0.range.upperBound < $1.range.lowerBound
        }
        let isInside = edits.allSatisfy { 0 <= $0.range.lowerBound && $0.range.upperBound <= bytes.count }
        #expect(isInOrder && isInside, "\(edits) \(tree.source.string)")
      }
    }
  }
}
