import Foundation
import Testing

struct DebugCommandTests {
  @Test func eventsAreInTheNotationOfTheTestSuite() throws {
    let run = try CommandRun(["debug", "yaml-events", "-"], input: "a: &x [1, 'two']\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        +STR
        +DOC
        +MAP
        =VAL :a
        +SEQ [] &x
        =VAL :1
        =VAL 'two
        -SEQ
        -MAP
        -DOC
        -STR

        """)
  }

  @Test func eventsOfBrokenYAMLDoNotEnd() throws {
    let run = try CommandRun(["debug", "yaml-events", "-"], input: "a: [1, 2\n")
    #expect(run.status == 1)
    #expect(!run.output.contains("-STR"))
    #expect(run.errors.hasPrefix("-:1:4: error: "))
  }

  @Test func valuesAreThoseOfTheLoader() throws {
    let run = try CommandRun(["debug", "yaml-json", "-"], input: "a: yes\nb: 0o14\nc: 1e3\n1: ~\n")
    #expect(run.status == 0)
    #expect(run.output == #"{"!map":[["a","yes"],["b","0o14"],["c","1e3"],[1,null]]}"# + "\n")
  }

  @Test func severalFilesAreOneObjectALine() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "policylens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a: 1\n".utf8).write(to: folder.appendingPathComponent("good.yml"))
    try Data("a: 1\nb: *x\n".utf8).write(to: folder.appendingPathComponent("bad.yml"))
    let run = try CommandRun(["debug", "yaml-json", "good.yml", "bad.yml"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == #"{"path":"good.yml","value":{"a":1}}"#)
    #expect(lines.last?.hasPrefix(#"{"path":"bad.yml","errors":[{"line":2,"message":""#) == true)
  }

  @Test func pythonTreesAreThoseOfCPython() throws {
    let run = try CommandRun(["debug", "python-tree", "-"], input: "x = 1\n")
    #expect(run.status == 0)
    #expect(
      run.output == """
        Module(
         body=[
          Assign(
           targets=[
            Name(id='x', ctx=Store())],
           value=Constant(value=1))],
         type_ignores=[])

        """)
  }

  @Test func brokenPythonHasNoTree() throws {
    let run = try CommandRun(["debug", "python-tree", "-"], input: "x = = 1\n")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors == "-:1:5: error: SyntaxError: invalid syntax\n")
  }

  @Test(arguments: [certificatePolicy, certificatePolicy.replacing(".yml", with: ".py")])
  func conditionsAreFoundFromEitherFile(file: String) throws {
    let run = try CommandRun(["debug", "condition", file])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output == "not (InUseBy is_null or Status eq \"ISSUED\")\n")
  }

  @Test func conditionsOfPythonAloneUseWhatAllResourceTypesSay() throws {
    let source = "def policy(resource):\n    return not resource['InUseBy'] or f(resource)\n"
    let run = try CommandRun(["debug", "condition", "-"], input: source)
    #expect(run.status == 0)
    #expect(run.output == "not (InUseBy is_null or `f(resource)`)\n")
    #expect(run.errors == "-: the condition is not complete\n")
  }

  @Test func pythonThatDecidesNothingHasNoCondition() throws {
    let run = try CommandRun(["debug", "condition", "-"], input: "x = 1\n")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
  }

  @Test func treesShowRangesAndErrors() throws {
    let run = try CommandRun(["debug", "yaml-tree", "-"], input: "a: [1\n")
    #expect(run.status == 1)
    #expect(run.output.contains("yaml-unclosed-bracket"))
  }
}

struct SchemaCommandTests {
  @Test func schemasArePrintedAsTheRepositoryHoldsThem() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Schemas")
    for name in ["policy.schema", "resource-types/AWS.S3.Bucket"] {
      let run = try CommandRun(["schema", name])
      #expect(run.status == 0)
      #expect(
        run.output == (try String(contentsOf: folder.appendingPathComponent(name + ".json"), encoding: .utf8))
      )
    }
    #expect(try CommandRun(["schema", "AWS.S3.Bucket"]).status == 0)
  }

  @Test func namesAreListed() throws {
    let run = try CommandRun(["schema"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").contains("mitre-attack"))
  }

  @Test func whatIsEvaluatedOfAModuleIsListed() throws {
    let run = try CommandRun(["debug", "sandbox", "fnmatch"])
    #expect(run.status == 0)
    #expect(run.output.contains("fnmatchcase"))
    let json = try CommandRun(["debug", "sandbox", "--format", "json"]).json()
    #expect((json["limits"] as? [String: any Sendable])?["steps"] != nil)
    #expect((json["modules"] as? [any Sendable])?.isEmpty == false)
  }

  @Test func aModuleThatIsNotEvaluatedIsNamed() throws {
    let run = try CommandRun(["debug", "sandbox", "subprocess"])
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing of the module 'subprocess' is evaluated"))
  }
}
