/// A construct of the language that isn't evaluated, with the shortest program that meets it.
///
/// The programs are run by a test, so that a construct leaves the list when it is implemented.
package struct LanguageGap: Sendable {
  /// As results name it.
  package let construct: String
  package let example: String

  package static let all: [LanguageGap] = [
    LanguageGap("the coroutine of an async def", "async def f(): pass\nf()"),
    LanguageGap("class M(type)", "class M(type): pass"),
    LanguageGap("complex numbers", "x = 1j"),
    LanguageGap("a lone surrogate", "x = chr(0xD800)"),
    LanguageGap("the identity of equal int values (is)", "1000 is 1000"),
  ]

  private init(_ construct: String, _ example: String) {
    self.construct = construct
    self.example = example
  }
}
