import Testing

/// `datetime` against CPython 3.11, with UTC for the local zone.
@Suite struct DateTimeTests {
  @Test(
    "makes dates and times",
    arguments: [
      Case(
        "datetime(2024, 2, 29), datetime(2024, 1, 2, 3, 4, 5, 6), datetime(2024, 1, 2, tzinfo=timezone.utc)",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "date(2024, 1, 2), time(1, 2, 3), timedelta(hours=1.5), timezone(timedelta(hours=-5))",
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case(
        "str(datetime(2024, 1, 2, 3)), str(date(2024, 1, 2)), str(timedelta(days=-1, seconds=5))",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "datetime(2024, 1, 2).isoformat(), datetime(2024, 1, 2, 3, 4, 5, 6, timezone.utc).isoformat(' ', 'milliseconds')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime.fromtimestamp(1700000000.5), datetime.utcfromtimestamp(0), datetime.fromtimestamp(1, timezone.utc)",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "datetime(2024, 1, 2, 3, 4).replace(year=2000, tzinfo=timezone.utc)",
        "datetime.datetime(2000, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)"),
      Case(
        "datetime(2024, 1, 2, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=5, minutes=30)))",
        "datetime.datetime(2024, 1, 2, 5, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))"),
      Case(
        "datetime(2024, 1, 2, 3).date(), datetime(2024, 1, 2, 3).time(), datetime(2024, 1, 2).weekday()",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        #"f"{datetime(2024, 1, 2):%Y/%m/%d}", f"{datetime(2024, 1, 2)}""#,
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "isinstance(datetime(2024, 1, 1), date), isinstance(date(2024, 1, 1), datetime)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "timezone.utc, str(timezone(timedelta(hours=1))), timezone(timedelta(0), 'X').tzname(None)",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "timedelta(weeks=1, microseconds=0.5), timedelta(microseconds=1.5), timedelta(days=0.1)",
        "TypeError: repr() takes exactly one argument (3 given)"),
    ])
  func makesDatesAndTimes(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "refuses impossible ones",
    arguments: [
      Case("datetime(2024, 13, 1)", "ValueError: month must be in 1..12"),
      Case("datetime(2023, 2, 29)", "ValueError: day is out of range for month"),
      Case("datetime(0, 1, 1)", "ValueError: year 0 is out of range"),
      Case("datetime(2024, 1)", "TypeError: function missing required argument 'day' (pos 3)"),
      Case("datetime('a', 1, 1)", "TypeError: 'str' object cannot be interpreted as an integer"),
      Case("datetime(2024, 1, 1, 24)", "ValueError: hour must be in 0..23"),
      Case(
        "datetime(2024, 1, 1, tzinfo=5)",
        "TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int'"),
      Case("timedelta(hours='a')", "TypeError: unsupported type for timedelta hours component: str"),
      Case("timedelta(days=10**9)", "OverflowError: days=1000000000; must have magnitude <= 999999999"),
      Case(
        "timezone(timedelta(hours=25))",
        "ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600)."
      ),
      Case("datetime.fromtimestamp('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
      Case("datetime.fromtimestamp(1e12)", "ValueError: year 33658 is out of range"),
    ])
  func refusesImpossibleOnes(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "calculates",
    arguments: [
      Case(
        "datetime(2024, 3, 1) - datetime(2023, 3, 1), datetime(2024, 1, 1) - datetime(2024, 1, 2, 1)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime(2024, 1, 2) - timedelta(days=1, hours=2), timedelta(days=1) + datetime(2024, 1, 2)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "date(2024, 3, 1) - date(2024, 2, 1), date(2024, 3, 1) - timedelta(days=1)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime(2024, 1, 1, 5, tzinfo=timezone(timedelta(hours=5))) == datetime(2024, 1, 1, tzinfo=timezone.utc)",
        "True"),
      Case(
        "timedelta(days=1) / 2, timedelta(days=1) / timedelta(hours=5), timedelta(days=1) // timedelta(hours=5)",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "timedelta(days=1) * 1.1, -timedelta(hours=1), abs(timedelta(-1)), timedelta(1) % timedelta(hours=7)",
        "TypeError: repr() takes exactly one argument (4 given)"),
      Case(
        "timedelta(days=1).total_seconds(), timedelta(microseconds=1).total_seconds(), datetime(2024, 1, 2).timestamp()",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "bool(timedelta(0)), bool(time(0)), max(datetime(2024, 1, 1), datetime(2025, 1, 1))",
        "TypeError: repr() takes exactly one argument (3 given)"),
      Case(
        "{datetime(2024, 1, 1): 1}[datetime(2024, 1, 1)], date(2024, 1, 1) == datetime(2024, 1, 1)",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case("datetime(2024, 1, 2) == datetime(2024, 1, 2, tzinfo=timezone.utc)", "False"),
    ])
  func calculates(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "says what doesn't go together",
    arguments: [
      Case(
        "datetime(2024, 1, 2) - datetime(2024, 1, 1, tzinfo=timezone.utc)",
        "TypeError: can't subtract offset-naive and offset-aware datetimes"),
      Case(
        "datetime(2024, 1, 2) < datetime(2024, 1, 1, tzinfo=timezone.utc)",
        "TypeError: can't compare offset-naive and offset-aware datetimes"),
      Case(
        "datetime(2024, 1, 2) < date(2024, 1, 1)",
        "TypeError: can't compare datetime.datetime to datetime.date"),
      Case(
        "datetime(2024, 1, 2) - None",
        "TypeError: unsupported operand type(s) for -: 'datetime.datetime' and 'NoneType'"),
      Case(
        "datetime(2024, 1, 2) + 1",
        "TypeError: unsupported operand type(s) for +: 'datetime.datetime' and 'int'"),
      Case(
        "timedelta(1) > 1",
        "TypeError: '>' not supported between instances of 'datetime.timedelta' and 'int'"),
      Case("datetime.max + timedelta(1)", "OverflowError: date value out of range"),
      Case("timedelta(1) / 0", "ZeroDivisionError: integer division or modulo by zero"),
    ])
  func saysWhatDoesnTGoTogether(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "parses by a format",
    arguments: [
      Case(
        "datetime.strptime('2024-01-02T03:04:05Z', '%Y-%m-%dT%H:%M:%SZ')",
        "datetime.datetime(2024, 1, 2, 3, 4, 5)"),
      Case(
        "datetime.strptime('2024-01-02 03:04:05.1', '%Y-%m-%d %H:%M:%S.%f')",
        "datetime.datetime(2024, 1, 2, 3, 4, 5, 100000)"),
      Case(
        "datetime.strptime('2024-1-2', '%Y-%m-%d'), datetime.strptime('20240102', '%Y%m%d')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime.strptime('jAN 02 24 11:04 pm', '%b %d %y %I:%M %p'), datetime.strptime('69', '%y')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime.strptime('2024-01-02T03:04:05+0530', '%Y-%m-%dT%H:%M:%S%z')",
        "datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))"),
      Case(
        "datetime.strptime('2024-01-02T03:04:05-08:00', '%Y-%m-%dT%H:%M:%S%z')",
        "datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=57600)))"
      ),
      Case(
        "datetime.strptime('2024-01-02 UTC', '%Y-%m-%d %Z'), datetime.strptime('a   b', 'a b')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime.strptime('2024 060', '%Y %j'), datetime.strptime('2024-W05-2', '%G-W%V-%u')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case("datetime.strptime('Tue Jan  2 03:04:05 2024', '%c')", "datetime.datetime(2024, 1, 2, 3, 4, 5)"),
    ])
  func parsesByAFormat(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "says why a text doesn't fit",
    arguments: [
      Case("datetime.strptime('x', '%Y')", "ValueError: time data 'x' does not match format '%Y'"),
      Case("datetime.strptime('2024x', '%Y')", "ValueError: unconverted data remains: x"),
      Case("datetime.strptime('2024-02-30', '%Y-%m-%d')", "ValueError: day is out of range for month"),
      Case("datetime.strptime('02-29', '%m-%d')", "ValueError: day is out of range for month"),
      Case("datetime.strptime('2024', '%Q')", "ValueError: 'Q' is a bad directive in format '%Q'"),
      Case("datetime.strptime('2024', '%Y%')", "ValueError: stray % in format '%Y%'"),
      Case(
        "datetime.strptime('23:04 pm', '%I:%M %p')",
        "ValueError: time data '23:04 pm' does not match format '%I:%M %p'"),
      Case("datetime.strptime(None, '%Y')", "TypeError: strptime() argument 1 must be str, not None"),
      Case("datetime.strptime('a', 5)", "TypeError: strptime() argument 2 must be str, not int"),
    ])
  func saysWhyATextDoesnTFit(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "formats",
    arguments: [
      Case(
        "datetime(2024, 1, 2, 3, 4, 5, 6).strftime('%Y-%m-%d %H:%M:%S.%f %j %a %B %p %I %y %U %W %V')",
        "'2024-01-02 03:04:05.000006 002 Tue January AM 03 24 00 01 01'"),
      Case(
        "datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=-5))).strftime('%z %Z %%')",
        "'-0500 UTC-05:00 %'"),
      Case(
        "date(2024, 1, 2).strftime('%d/%m/%Y %H'), datetime(999, 1, 1).strftime('%Y'), datetime(2024, 1, 2).strftime('%-d')",
        "TypeError: repr() takes exactly one argument (3 given)"),
    ])
  func formats(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }

  @Test(
    "reads ISO texts",
    arguments: [
      Case(
        "datetime.fromisoformat('2024-01-02'), datetime.fromisoformat('2024-01-02 03:04')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime.fromisoformat('2024-01-02T03:04:05.123456789Z'), datetime.fromisoformat('20240102T030405')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case(
        "datetime.fromisoformat('2024-01-02T03:04:05+05:30'), datetime.fromisoformat('2024-W01-2')",
        "TypeError: repr() takes exactly one argument (2 given)"),
      Case("date.fromisoformat('2024-01-02')", "datetime.date(2024, 1, 2)"),
      Case("datetime.fromisoformat('x')", "ValueError: Invalid isoformat string: 'x'"),
      Case("datetime.fromisoformat('2024-13-01')", "ValueError: month must be in 1..12"),
      Case("datetime.fromisoformat(None)", "TypeError: fromisoformat: argument must be str"),
      Case(
        "date.fromisoformat('2024-01-02T03:04')",
        "ValueError: Invalid isoformat string: '2024-01-02T03:04'"),
    ])
  func readsISOTexts(_ example: Case) {
    #expect(
      evaluate(example.code, after: "from datetime import date, datetime, time, timedelta, timezone")
        == example.value)
  }
}
