import Testing

/// The clock is the host's; the local zone is UTC.
@Suite struct ClockTests {
  @Test(
    "tells the host's time",
    arguments: [
      Case("datetime.now()", "datetime.datetime(2023, 11, 14, 22, 13, 20, 123456)"),
      Case("datetime.utcnow().tzinfo", "None"),
      Case("datetime.today() == datetime.now()", "True"),
      Case("datetime.now(timezone.utc).isoformat()", "'2023-11-14T22:13:20.123456+00:00'"),
      Case("datetime.now(timezone(timedelta(hours=5))).hour", "3"),
      Case("date.today()", "datetime.date(2023, 11, 14)"),
      Case("time.time()", "1700000000.123456"),
      Case("time.mktime(datetime(2024, 1, 2).timetuple())", "1704153600.0"),
    ])
  func now(_ example: Case) {
    let imports = "import time\nfrom datetime import date, datetime, timedelta, timezone"
    #expect(evaluate(example.code, after: imports) == example.value)
  }

  @Test(
    "reads ISO-like texts as dateutil does",
    arguments: [
      Case("parser.parse('2024-01-15T10:30:00')", "datetime.datetime(2024, 1, 15, 10, 30)"),
      Case("parser.parse('2024-01-15 10:30:00.123456789').microsecond", "123456"),
      Case("parser.parse('2024-01-15T10:30:00Z').isoformat()", "'2024-01-15T10:30:00+00:00'"),
      Case("parser.parse('2024-01-15 10:30:00 UTC').timestamp()", "1705314600.0"),
      Case(
        "parser.parse('2024-01-15T10:30:00-0800').utcoffset()", "datetime.timedelta(days=-1, seconds=57600)"),
      Case("parser.parse('2024-01-15')", "datetime.datetime(2024, 1, 15, 0, 0)"),
      Case("parser.parse('foo')", "ParserError: Unknown string format: foo"),
      Case("parser.parse('')", "ParserError: String does not contain a date: "),
      Case("parser.parse('2024-02-30')", "ParserError: day is out of range for month: 2024-02-30"),
      Case("parser.parse(None)", "TypeError: Parser must be a string or character stream, not NoneType"),
      Case("issubclass(parser.ParserError, ValueError)", "True"),
    ])
  func dateutil(_ example: Case) {
    #expect(evaluate(example.code, after: "from dateutil import parser") == example.value)
  }
}
