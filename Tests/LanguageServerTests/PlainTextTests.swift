import LanguageServer
import Testing

/// Markdown for editors and message windows that can't show it.
@Suite struct PlainTextTests {
  @Test(arguments: [
    ("**Severity**: how bad it is", "Severity: how bad it is"),
    ("`InUseBy` has *no* value", "InUseBy has no value"),
    ("[Obtain Capabilities](https://attack.mitre.org/techniques/T1588/)", "Obtain Capabilities"),
    ("see [`a`](b) and [1]", "see a and [1]"),
    ("## Why\ntext", "Why\ntext"),
    ("#hashtag", "#hashtag"),
    ("before\n```python\nx = a * b ** 2\n```\nafter", "before\nx = a * b ** 2\nafter"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("`a * b`", "a * b"),
    ("a\\_b \\* c \\q", "a_b * c \\q"),
    ("unclosed `code and [link", "unclosed code and [link"),
    ("", ""),
  ])
  func marksAreLeftOut(markdown: String, text: String) {
    #expect(PlainText.of(markdown) == text)
  }
}
