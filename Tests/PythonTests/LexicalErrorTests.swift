import Testing

/// Errors in tokens: indentation, numbers, strings, characters, brackets, f-strings.
///
/// Each line is a source, then the line and the words of the first error as CPython 3.11's `compile()` gives
/// them; a class of error other than `SyntaxError` is named.
@Suite struct LexicalErrorTests {
  static let table = errorTable(
    #"""
    if x:\n\ty\n        z              => 3: TabError: inconsistent use of tabs and spaces in indentation
    if x:\n        y\n\tz              => 3: TabError: inconsistent use of tabs and spaces in indentation
    if x:\n\ty\n  z                    => 3: IndentationError: unindent does not match any outer indentation level
    if x:\n \ty\n\tz                   => 3: TabError: inconsistent use of tabs and spaces in indentation
    x = \\\n                           => 1: unexpected EOF while parsing
    x = 1 \\ \n                        => 1: unexpected character after line continuation character
    \u{20} \\\n  x                     => 2: IndentationError: unexpected indent
    0x__f                              => 1: invalid hexadecimal literal
    0b2                                => 1: invalid digit '2' in binary literal
    0b12                               => 1: invalid digit '2' in binary literal
    0o8                                => 1: invalid digit '8' in octal literal
    0o18                               => 1: invalid digit '8' in octal literal
    0_                                 => 1: invalid decimal literal
    01                                 => 1: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
    1__0                               => 1: invalid decimal literal
    1_                                 => 1: invalid decimal literal
    1e                                 => 1: invalid decimal literal
    1e+                                => 1: invalid decimal literal
    1._5                               => 1: invalid decimal literal
    1else                              => 1: invalid syntax
    1x                                 => 1: invalid decimal literal
    1_a                                => 1: invalid decimal literal
    0b1a                               => 1: invalid binary literal
    0xfg                               => 1: invalid hexadecimal literal
    1.5a                               => 1: invalid decimal literal
    1ja                                => 1: invalid imaginary literal
    "a" b"b"                           => 1: cannot mix bytes and nonbytes literals
    ur"a"                              => 1: invalid syntax
    bu"a"                              => 1: invalid syntax
    fb"a"                              => 1: invalid syntax
    "\\x"                              => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: truncated \\xXX escape
    "\\x4"                             => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape
    "\\u12"                            => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape
    "\\U1234"                          => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-5: truncated \\UXXXXXXXX escape
    "\\U00110000"                      => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
    "\\N"                              => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape
    "\\N{"                             => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \\N character escape
    "\\N{}"                            => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \\N character escape
    "\\N{nope}"                        => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name
    b"\\x4"                            => 1: (value error) invalid \\x escape at position 0
    br"é"                              => 1: bytes can only contain ASCII literal characters
    """                                => 1: unterminated triple-quoted string literal (detected at line 1)
    """abc                             => 1: unterminated triple-quoted string literal (detected at line 1)
    '''abc\n\nx                        => 1: unterminated triple-quoted string literal (detected at line 3)
    "abc\\                             => 1: unterminated string literal (detected at line 1)
    "abc\\\n                           => 1: unterminated string literal (detected at line 1)
    'a\nb'                             => 1: unterminated string literal (detected at line 1)
    x = "a                             => 1: unterminated string literal (detected at line 1)
    f"                                 => 1: unterminated string literal (detected at line 1)
    f"{x                               => 1: unterminated string literal (detected at line 1)
    f"{x:"                             => 1: f-string: expecting '}'
    f"{                                => 1: unterminated string literal (detected at line 1)
    f"}"                               => 1: f-string: single '}' is not allowed
    f"{}"                              => 1: f-string: empty expression not allowed
    f"{ }"                             => 1: f-string: empty expression not allowed
    f"{x!z}"                           => 1: f-string: invalid conversion character: expected 's', 'r', or 'a'
    f"{x!}"                            => 1: f-string: invalid conversion character: expected 's', 'r', or 'a'
    f"{x!r"                            => 1: f-string: expecting '}'
    f"{x:{w:{z}}}"                     => 1: f-string: expressions nested too deeply
    f"{lambda x: 1}"                   => 1: f-string: invalid syntax
    f"{*x}"                            => 1: f-string: cannot use starred expression here
    f"{yield}"                         => 1: 'yield' outside function
    f"{await x}"                       => 1: 'await' outside function
    f"{x y}"                           => 1: f-string: invalid syntax. Perhaps you forgot a comma?
    f"{x \\n}"                         => 1: f-string expression part cannot include a backslash
    f"{'\\n'}"                         => 1: f-string expression part cannot include a backslash
    f"{x#}"                            => 1: f-string expression part cannot include '#'
    f"{#}"                             => 1: f-string expression part cannot include '#'
    f"{x)}"                            => 1: f-string: unmatched ')'
    f"{(x}"                            => 1: f-string: closing parenthesis '}' does not match opening parenthesis '('
    f"{(x]}"                           => 1: f-string: closing parenthesis ']' does not match opening parenthesis '('
    f"{'a}"                            => 1: f-string: unterminated string
    f"{a['}"                           => 1: f-string: unterminated string
    f"\\N{x}"                          => 1: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-4: unknown Unicode character name
    f"{1abc}"                          => 1: invalid decimal literal
    f"{x.}"                            => 1: f-string: invalid syntax
    f"{x = 1}"                         => 1: f-string: expecting '}'
    f"{x:}}"                           => 1: f-string: single '}' is not allowed
    f"{x:{}}"                          => 1: f-string: empty expression not allowed
    f"{print x}"                       => 1: f-string: Missing parentheses in call to 'print'. Did you mean print(...)?
    f"{x[a=1]}"                        => 1: f-string: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    f"{{1: 2}[1]}"                     => 1: f-string: single '}' is not allowed
    f"{a if b}"                        => 1: f-string: expected 'else' after 'if' expression
    f"{return}"                        => 1: f-string: invalid syntax
    f"{x;y}"                           => 1: f-string: invalid syntax
    f"{a b c}"                         => 1: f-string: invalid syntax. Perhaps you forgot a comma?
    f"{a,b c}"                         => 1: f-string: invalid syntax. Perhaps you forgot a comma?
    f"{0x}"                            => 1: invalid hexadecimal literal
    é€ = 1                             => 1: invalid character '€' (U+20AC)
    x€                                 => 1: invalid character '€' (U+20AC)
    €                                  => 1: invalid character '€' (U+20AC)
    x = “a”                            => 1: invalid character '“' (U+201C)
    x = 1 – 2                          => 1: invalid character '–' (U+2013)
    x\u{A0}= 1                         => 1: invalid non-printable character U+00A0
    x = \u{200B}1                      => 1: invalid non-printable character U+200B
    ·a = 1                             => 1: invalid character '·' (U+00B7)
    x = 1 $                            => 1: invalid syntax
    a ?                                => 1: invalid syntax
    a!b                                => 1: invalid syntax
    !                                  => 1: invalid syntax
    a `b`                              => 1: invalid syntax
    \u{0}                              => 1: source code string cannot contain null bytes
    x\u{1}                             => 1: invalid non-printable character U+0001
    \u{7F}                             => 1: invalid non-printable character U+007F
    a\u{1B}b                           => 1: invalid non-printable character U+001B
    x = "\u{0}"                        => 1: source code string cannot contain null bytes
    ((((((                             => 1: '(' was never closed
    ))))                               => 1: unmatched ')'
    ([)]                               => 1: closing parenthesis ')' does not match opening parenthesis '['
    (\n]                               => 2: closing parenthesis ']' does not match opening parenthesis '(' on line 1
    {(]}                               => 1: closing parenthesis ']' does not match opening parenthesis '('
    x = (1,\n  2\n]                    => 3: closing parenthesis ']' does not match opening parenthesis '(' on line 1
    x: (yield)                         => 1: 'yield' outside function
    try: pass\nelse: pass\nfinally: pass => 2: expected 'except' or 'finally' block
    with (yield): pass                 => 1: 'yield' outside function
    [a async for b in c]               => 1: asynchronous comprehension outside of an asynchronous function
    async = 1                          => 1: invalid syntax
    await = 1                          => 1: invalid syntax
    [y for x in z if y := x]           => 1: invalid syntax
    x = (yield)                        => 1: 'yield' outside function
    """#)

  @Test(arguments: table) func theFirstErrorIsTheOneOfCPython(_ row: ErrorRow) {
    expectFirstError(row)
  }
}
