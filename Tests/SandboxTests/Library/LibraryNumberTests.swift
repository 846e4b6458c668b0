import Testing

/// `math`, `statistics`, `random`, `calendar` and `time`, with CPython 3.11's answers.
@Suite struct LibraryNumberTests {
  private static let imports =
    "import base64, binascii, bisect, calendar, collections, copy, datetime, difflib, fnmatch, functools, hashlib, heapq, hmac, html, ipaddress, itertools, json, logging, math, operator, os, os.path, random, shlex, statistics, string, sys, textwrap, time, urllib.parse, uuid, warnings, zoneinfo"

  @Test(
    "more of math",
    arguments: [
      Case(
        "(math.hypot(3, 4), math.hypot(), math.hypot(-2), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.ulp(1.0), math.nextafter(1, 2), math.remainder(5, 3))",
        "(5.0, 0.0, 2.0, (-0.5, -2.0), (0.5, 4), 8.0, 2.220446049250313e-16, 1.0000000000000002, -1.0)"),
      Case(
        "(math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.lcm(4, 6), math.lcm(), math.comb(3, 5), math.perm(4))",
        "(10, 20, 4, 12, 1, 0, 24)"),
      Case("math.comb(-1, 2)", "ValueError: n must be a non-negative integer"),
      Case("math.isqrt(-1)", "ValueError: isqrt() argument must be nonnegative"),
      Case("math.isqrt(2.0)", "TypeError: 'float' object cannot be interpreted as an integer"),
      Case("math.comb(1.5, 1)", "TypeError: 'float' object cannot be interpreted as an integer"),
      Case("(math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([]))", "(1.0, 1.0, 0.0)"),
      Case("math.atanh(1)", "ValueError: math domain error"),
      Case("math.acosh(0.5)", "ValueError: math domain error"),
      Case(
        "(math.cbrt(27), math.exp2(10), math.erf(0.5), math.asinh(1.0))",
        "(3.0000000000000004, 1024.0, 0.5204998778130465, 0.881373587019543)"),
      Case("math.ldexp(1.0, 5000)", "OverflowError: math range error"),
      Case("math.frexp(-0.3)", "(-0.6, -1)"),
    ])
  func moreOfMath(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "averages",
    arguments: [
      Case(
        "(statistics.mean([1, 2, 4]), statistics.mean([1, 3]), statistics.median([3, 1, 2, 5]), statistics.mode('aab'), statistics.multimode('aabb'), statistics.fmean([1, 2]))",
        "(2.3333333333333335, 2, 2.5, 'a', ['a', 'b'], 1.5)"),
      Case("(statistics.pvariance([1, 2, 3, 4]), statistics.variance([2.5, 3.5]))", "(1.25, 0.5)"),
      Case(
        "(statistics.quantiles([1, 2, 3, 4, 5]), statistics.quantiles([1, 2, 3], n=4, method='inclusive'))",
        "([1.5, 3.0, 4.5], [1.5, 2.0, 2.5])"),
      Case("statistics.mean([])", "StatisticsError: mean requires at least one data point"),
      Case("statistics.stdev([1])", "StatisticsError: stdev requires at least two data points"),
      Case("statistics.median([])", "StatisticsError: no median for empty data"),
      Case("statistics.mean(['a'])", "TypeError: can't convert type 'str' to numerator/denominator"),
    ])
  func averages(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "seeded numbers are the same",
    arguments: [
      Case(
        "random.seed(1) ;; [random.random(), random.randint(1, 6), random.choice('abc'), random.uniform(1, 5)]",
        "[0.13436424411240122, 1, 'b', 1.4716748146842442]"),
      Case(
        "random.seed('panther') ;; [random.random() for _ in range(3)]",
        "[0.5418329989380117, 0.5612130799838935, 0.7125766009564805]"),
      Case("random.seed(b'x') ;; random.sample(range(100), 4)", "[80, 40, 76, 61]"),
      Case(
        "random.seed(7) ;; l = list(range(8)) ;; random.shuffle(l) ;; (l, random.choices('ab', [1, 3], k=4), random.gauss(0, 1), random.getrandbits(16))",
        "([6, 7, 2, 4, 0, 3, 1, 5], ['b', 'a', 'b', 'a'], -0.3479674699979267, 5944)"),
      Case(
        "r = random.Random(42) ;; (r.random(), r.randrange(3, 30, 4), r.expovariate(2), r.triangular())",
        "(0.6394267984578837, 3, 0.6765274805114374, 0.34992274419039715)"),
      Case("random.seed(1) ;; random.choice([])", "IndexError: Cannot choose from an empty sequence"),
      Case("random.seed(1) ;; random.randint(5, 1)", "ValueError: empty range for randrange() (5, 2, -3)"),
      Case(
        "random.seed(1) ;; random.sample([1], 2)", "ValueError: Sample larger than population or is negative"),
      Case(
        "random.sample({1}, 1)",
        "TypeError: Population must be a sequence.  For dicts or sets, use sorted(d)."),
      Case("random.seed(-5) ;; random.random()", "0.6229016948897019"),
      Case(
        "random.seed([])",
        "TypeError: The only supported seed types are: None,\nint, float, str, bytes, and bytearray."),
    ])
  func seededNumbersAreTheSame(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "months and weeks",
    arguments: [
      Case(
        "(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2024), calendar.weekday(2024, 2, 29), calendar.day_name[0], calendar.month_abbr[12])",
        "((3, 29), False, 6, 3, 'Monday', 'Dec')"),
      Case(
        "calendar.monthcalendar(2023, 11)",
        "[[0, 0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12], [13, 14, 15, 16, 17, 18, 19], [20, 21, 22, 23, 24, 25, 26], [27, 28, 29, 30, 0, 0, 0]]"
      ),
      Case("calendar.monthrange(2024, 13)", "IllegalMonthError: bad month number 13; must be 1-12"),
      Case("calendar.Calendar(6).monthdatescalendar(2024, 9)[0][0]", "datetime.date(2024, 9, 1)"),
      Case("calendar.timegm((2024, 1, 2, 3, 4, 5))", "1704164645"),
    ])
  func monthsAndWeeks(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "the time in parts",
    arguments: [
      Case(
        "time.gmtime(0)",
        "time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)"
      ),
      Case(
        "(time.gmtime(1700000000.9)[:6], time.gmtime(86400).tm_yday, len(time.gmtime(0)), time.gmtime(0) == (1970, 1, 1, 0, 0, 0, 3, 1, 0))",
        "((2023, 11, 14, 22, 13, 20), 2, 9, True)"),
      Case("time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(1700000000))", "'2023-11-14 22:13:20'"),
      Case(
        "time.strptime('2024-02-29', '%Y-%m-%d')",
        "time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=60, tm_isdst=-1)"
      ),
      Case(
        "(time.asctime(time.gmtime(0)), time.ctime(0))",
        "('Thu Jan  1 00:00:00 1970', 'Thu Jan  1 00:00:00 1970')"),
      Case("time.sleep(-1)", "ValueError: sleep length must be non-negative"),
      Case("time.sleep('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
      Case("time.sleep(5)", "None"),
      Case("time.strftime('%Y', 5)", "TypeError: Tuple or struct_time argument required"),
      Case("time.mktime((2024, 1, 2, 3, 4, 5, 1, 2, 0))", "1704164645.0"),
      Case("list(datetime.datetime(2024, 1, 1).timetuple())", "[2024, 1, 1, 0, 0, 0, 0, 1, -1]"),
    ])
  func theTimeInParts(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }
}
