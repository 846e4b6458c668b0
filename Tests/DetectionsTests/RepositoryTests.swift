import Detections
import SourceText
import Testing

private struct Files: FileSource {
  let files: [String: String]

  func contents(of path: FilePath) -> SourceText? { files[path.string].map { SourceText($0) } }

  func names(in folder: FilePath) -> [String] {
    let prefix = folder.string == "/" ? "/" : folder.string + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }.map { file -> String in
      let rest = file.dropFirst(prefix.count)
      return rest.firstIndex(of: "/").map { String(rest[...$0]) } ?? String(rest)
    }
    return Array(Set(names)).sorted()
  }
}

@Suite struct RepositoryTests {
  @Test(arguments: [
    ("/a/b/../c.yml", "/a/c.yml"), ("/a/./b//c.yml", "/a/b/c.yml"), ("/../a", "/a"), ("/", "/"),
    ("/a/b/", "/a/b"), ("untitled:Untitled-1", "untitled:Untitled-1"), ("/a/.hidden/x", "/a/.hidden/x"),
  ])
  func pathsAreNormalised(path: String, expected: String) {
    #expect(FilePath(path).string == expected)
  }

  @Test func aPathKnowsItsFolderAndName() {
    let path = FilePath("/repository/policies/p.yml")
    #expect(path.folder == FilePath("/repository/policies"))
    #expect(path.name == "p.yml")
    #expect(path.folder.appending("../global_helpers/h.py") == FilePath("/repository/global_helpers/h.py"))
    #expect(path.folder.appending("/etc/h.py") == FilePath("/etc/h.py"))
    #expect(FilePath("/").folder == FilePath("/"))
  }

  @Test(arguments: [
    (["/r/.git/HEAD", "/r/policies/a/p.yml"], "/r"),
    (["/r/.panther_settings.yml", "/r/policies/a/p.yml"], "/r"),
    (["/r/.git/HEAD", "/r/policies/global_helpers/h.yml", "/r/policies/a/p.yml"], "/r/policies"),
    (["/r/policies/a/p.yml"], "/r/policies/a"),
  ])
  func theRootIsTheNearestMarkedFolder(files: [String], expected: String) {
    let source = Files(files: Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
    #expect(RepositoryRoot.of(FilePath("/r/policies/a"), in: source) == FilePath(expected))
  }

  @Test func helpersAreFoundByTheirGlobalIDWhereverTheyLie() {
    let source = Files(files: [
      "/r/global_helpers/one.yml": "AnalysisType: global\nGlobalID: helper_one\nFilename: file_one.py\n",
      "/r/elsewhere/two.yml": "AnalysisType: global\nGlobalID: helper_two\nFilename: two.py\n",
      "/r/global_helpers/not.yml": "AnalysisType: policy\nGlobalID: no_helper\nFilename: not.py\n",
    ])
    let helpers = HelperModules(root: FilePath("/r"), files: source)
    #expect(helpers.file(importedAs: "helper_one") == FilePath("/r/global_helpers/file_one.py"))
    #expect(helpers.file(importedAs: "helper_two") == FilePath("/r/elsewhere/two.py"))
    #expect(helpers.file(importedAs: "one") == nil)
    #expect(helpers.file(importedAs: "no_helper") == nil)
  }

  @Test func aSearchPassesOverWhatIsHidden() {
    let source = Files(files: [
      "/r/b.yml": "", "/r/a/c.yaml": "", "/r/a/d.py": "", "/r/.git/e.yml": "", "/r/.f.yml": "",
      "/r/__pycache__/g.yml": "", "/r/dependabot.yml": "", "/r/h.YML": "",
    ])
    let found = DetectionSearch.yamlFiles(below: FilePath("/r"), in: source)
    #expect(found.map(\.string) == ["/r/a/c.yaml", "/r/b.yml"])
  }

  @Test func anOpenBufferHidesTheFileUnderIt() {
    let disk = Files(files: ["/r/a.yml": "disk"])
    let files = OverlaidFiles(
      [FilePath("/r/a.yml"): SourceText("buffer"), FilePath("/r/b.yml"): SourceText("new")], over: disk)
    #expect(files.contents(of: FilePath("/r/a.yml"))?.string == "buffer")
    #expect(files.names(in: FilePath("/r")) == ["a.yml", "b.yml"])
  }
}
