/// `calendar` (Library Reference, *General calendar-related functions*).
extension NativeModule {
  static let calendar = NativeModule(
    "calendar",
    [
      .function("timegm", "def(tuple)") { call throws(Unwind) in .int(try StructTimeObject.seconds(call)) }
    ],
    source: #"""
      import datetime

      MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
      January = 1
      February = 2
      EPOCH = 1970
      day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
      day_abbr = [name[:3] for name in day_name]
      month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
                    'November', 'December']
      month_abbr = [name[:3] for name in month_name]
      mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


      class IllegalMonthError(ValueError):
          def __init__(self, month):
              self.month = month

          def __str__(self):
              return 'bad month number %r; must be 1-12' % self.month


      class IllegalWeekdayError(ValueError):
          def __init__(self, weekday):
              self.weekday = weekday

          def __str__(self):
              return 'bad weekday number %r; must be 0 (Monday) to 6 (Sunday)' % self.weekday


      def isleap(year):
          return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


      def leapdays(y1, y2):
          y1 -= 1
          y2 -= 1
          return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


      def weekday(year, month, day):
          if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
              year = 2000 + year % 400
          return datetime.date(year, month, day).weekday()


      def monthrange(year, month):
          if not 1 <= month <= 12:
              raise IllegalMonthError(month)
          return weekday(year, month, 1), mdays[month] + (month == 2 and isleap(year))


      class Calendar:
          def __init__(self, firstweekday=0):
              self._first = firstweekday

          def getfirstweekday(self):
              return self._first % 7

          def setfirstweekday(self, firstweekday):
              self._first = firstweekday

          firstweekday = property(getfirstweekday, setfirstweekday)

          def iterweekdays(self):
              for day in range(self.firstweekday, self.firstweekday + 7):
                  yield day % 7

          def itermonthdays(self, year, month):
              first, count = monthrange(year, month)
              before = (first - self.firstweekday) % 7
              for _ in range(before):
                  yield 0
              for day in range(1, count + 1):
                  yield day
              for _ in range((self.firstweekday - first - count) % 7):
                  yield 0

          def itermonthdays2(self, year, month):
              for index, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
                  yield day, index % 7

          def itermonthdates(self, year, month):
              days = list(self.itermonthdays(year, month))
              first = days.index(1)
              if first and (year, month) == (1, 1):
                  datetime.date(0, 12, 31)
              start = datetime.date(year, month, 1)
              for index in range(len(days)):
                  if index > first and not days[index] and (year, month) == (9999, 12):
                      datetime.date(10000, 1, 1)
                  yield start + datetime.timedelta(days=index - first)

          def _weeks(self, days):
              days = list(days)
              return [days[i:i + 7] for i in range(0, len(days), 7)]

          def monthdayscalendar(self, year, month):
              return self._weeks(self.itermonthdays(year, month))

          def monthdays2calendar(self, year, month):
              return self._weeks(self.itermonthdays2(year, month))

          def monthdatescalendar(self, year, month):
              return self._weeks(self.itermonthdates(year, month))


      _shared = Calendar()


      def setfirstweekday(firstweekday):
          if not MONDAY <= firstweekday <= SUNDAY:
              raise IllegalWeekdayError(firstweekday)
          _shared.firstweekday = firstweekday


      def firstweekday():
          return _shared.firstweekday


      def monthcalendar(year, month):
          return _shared.monthdayscalendar(year, month)
      """#)
}
