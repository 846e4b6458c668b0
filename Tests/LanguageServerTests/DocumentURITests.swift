import Detections
import LanguageServer
import Testing

/// Which documents URIs name.
@Suite struct DocumentURITests {
  @Test(arguments: [
    ("file:///a/b.yml", "/a/b.yml"),
    ("file://localhost/a/b.yml", "/a/b.yml"),
    ("FILE:///a/b.yml", "/a/b.yml"),
    ("file:///with%20space/a.yml", "/with space/a.yml"),
    ("file:///with space/a.yml", "/with space/a.yml"),
    ("file:///a%23b%3Fc%25d.yml", "/a#b?c%d.yml"),
    // A plus is a plus: only forms write spaces so.
    ("file:///a+b.yml", "/a+b.yml"),
    ("file:///a%2Bb.yml", "/a+b.yml"),
    ("file:///caf%C3%A9/%F0%9F%98%80/a.yml", "/café/😀/a.yml"),
    ("file:///caf%c3%a9/a.yml", "/café/a.yml"),
    ("file:///café/a.yml", "/café/a.yml"),
    // Drive letters, as Visual Studio Code and others spell them.
    ("file:///c%3A/rules/a.yml", "/c:/rules/a.yml"),
    ("file:///C:/rules/a.yml", "/c:/rules/a.yml"),
    ("file:///c:/rules/a.yml", "/c:/rules/a.yml"),
    ("file:///a/./b/../c.yml", "/a/c.yml"),
    // A percent sign that escapes nothing stands for itself.
    ("file:///100%/a.yml", "/100%/a.yml"),
    ("file:///100%zz.yml", "/100%zz.yml"),
  ])
  func aFileIsItsDecodedPath(uri: String, path: String) {
    #expect(DocumentURI.path(of: uri) == FilePath(path))
    #expect(DocumentURI.path(of: uri).isFile)
  }

  @Test(arguments: [
    "untitled:Untitled-1", "vscode-notebook-cell:/a.yml#1", "git:/a/b.yml?ref", "file://server/share/a.yml",
    // Not UTF-8, and a path that the system would cut.
    "file:///a%FF.yml", "file:///a%00.yml",
    "", "file://", "/a/b.yml",
  ])
  func anythingElseIsADocumentWithoutAFile(uri: String) {
    #expect(!DocumentURI.path(of: uri).isFile)
  }

  @Test(arguments: [
    "/a/b.yml", "/with space/a.yml", "/a#b?c%d.yml", "/a+b.yml", "/café/😀/e\u{301}.yml", "/c:/rules/a.yml",
  ])
  func aPathSurvivesItsURI(path: String) {
    #expect(DocumentURI.path(of: DocumentURI.string(for: FilePath(path))) == FilePath(path))
  }

  @Test func aURIIsWrittenInASCII() {
    #expect(DocumentURI.string(for: FilePath("/a b/é+.yml")) == "file:///a%20b/%C3%A9%2B.yml")
  }
}
