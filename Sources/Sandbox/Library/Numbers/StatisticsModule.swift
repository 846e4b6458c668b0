/// `statistics` (Library Reference, *Mathematical statistics functions*), on integers and floats.
///
/// Sums are exact, as ratios of integers, and rounded once at the end.
extension NativeModule {
  static let statistics = NativeModule(
    "statistics", [],
    source: #"""
      import math
      from bisect import bisect_left as _bisect_left


      class StatisticsError(ValueError):
          pass


      def _ratios(data):
          """The values as exact ratios, and whether one of them is a float."""
          is_float = False
          ratios = []
          for value in data:
              if isinstance(value, float):
                  is_float = True
                  if math.isnan(value) or math.isinf(value):
                      return _unsupported('statistics of infinities')
              elif not isinstance(value, int):
                  if isinstance(value, str):
                      raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator")
                  return _unsupported('statistics of a ' + type(value).__name__)
              ratios.append(value.as_integer_ratio())
          return ratios, is_float


      def _total(ratios):
          top, bottom = 0, 1
          for numerator, denominator in ratios:
              shared = math.gcd(bottom, denominator)
              top = top * (denominator // shared) + numerator * (bottom // shared)
              bottom = bottom // shared * denominator
          return top, bottom


      def _number(top, bottom, is_float):
          """A ratio as the type of the data: an integer only where it is one."""
          shared = math.gcd(top, bottom)
          top, bottom = top // shared, bottom // shared
          return top if bottom == 1 and not is_float else top / bottom


      def mean(data):
          data = list(data)
          if not data:
              raise StatisticsError('mean requires at least one data point')
          ratios, is_float = _ratios(data)
          top, bottom = _total(ratios)
          return _number(top, bottom * len(data), is_float)


      def fmean(data, weights=None):
          data = list(data)
          if weights is not None:
              return _unsupported('fmean with weights')
          if not data:
              raise StatisticsError('fmean requires at least one data point')
          return math.fsum(data) / len(data)


      def median(data):
          data = sorted(data)
          if not data:
              raise StatisticsError('no median for empty data')
          middle = len(data) // 2
          return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


      def median_low(data):
          data = sorted(data)
          if not data:
              raise StatisticsError('no median for empty data')
          return data[(len(data) - 1) // 2]


      def median_high(data):
          data = sorted(data)
          if not data:
              raise StatisticsError('no median for empty data')
          return data[len(data) // 2]


      def _counts(data):
          counts = {}
          for value in data:
              counts[value] = counts.get(value, 0) + 1
          return counts


      def mode(data):
          counts = _counts(data)
          if not counts:
              raise StatisticsError('no mode for empty data') from None
          return max(counts, key=counts.get)


      def multimode(data):
          counts = _counts(data)
          most = max(counts.values(), default=0)
          return [value for value, count in counts.items() if count == most]


      def _spread(data, given):
          """The exact sum of squared deviations."""
          ratios, is_float = _ratios(data)
          count = len(data)
          if given is not None:
              squares = []
              for value in data:
                  square = (value - given) * (value - given)
                  if math.isinf(square):
                      return _unsupported('statistics of numbers so large')
                  squares.append(square.as_integer_ratio())
              return _total(squares), is_float or isinstance(given, float)
          top, bottom = _total(ratios)
          square_top, square_bottom = _total([(n * n, d * d) for n, d in ratios])
          # n * sum(x*x) - sum(x)**2, over n.
          bottom_all = square_bottom * bottom * bottom
          return (count * square_top * bottom * bottom - top * top * square_bottom, bottom_all * count), is_float


      def pvariance(data, mu=None):
          data = list(data)
          if not data:
              raise StatisticsError('pvariance requires at least one data point')
          (top, bottom), is_float = _spread(data, mu)
          return _number(top, bottom * len(data), is_float)


      def variance(data, xbar=None):
          data = list(data)
          if len(data) < 2:
              raise StatisticsError('variance requires at least two data points')
          (top, bottom), is_float = _spread(data, xbar)
          return _number(top, bottom * (len(data) - 1), is_float)


      def _root(top, bottom):
          """The square root of a ratio, correctly rounded."""
          if top == 0:
              return 0.0
          shift = (top.bit_length() - bottom.bit_length() - 109) // 2
          if shift >= 0:
              scaled, rest = divmod(top, bottom << 2 * shift)
          else:
              scaled, rest = divmod(top << -2 * shift, bottom)
          root = math.isqrt(scaled)
          if root * root != scaled or rest:
              root |= 1
          return float(root << shift) if shift >= 0 else root / (1 << -shift)


      def pstdev(data, mu=None):
          data = list(data)
          if not data:
              raise StatisticsError('pstdev requires at least one data point')
          (top, bottom), is_float = _spread(data, mu)
          return _root(top, bottom * len(data))


      def stdev(data, xbar=None):
          data = list(data)
          if len(data) < 2:
              raise StatisticsError('stdev requires at least two data points')
          (top, bottom), is_float = _spread(data, xbar)
          return _root(top, bottom * (len(data) - 1))


      def quantiles(data, *, n=4, method='exclusive'):
          if n < 1:
              raise StatisticsError('n must be at least 1')
          data = sorted(data)
          count = len(data)
          if count < 2:
              raise StatisticsError('must have at least two data points')
          result = []
          if method == 'inclusive':
              for step in range(1, n):
                  index, rest = divmod(step * (count - 1), n)
                  result.append((data[index] * (n - rest) + data[index + 1] * rest) / n)
          elif method == 'exclusive':
              for step in range(1, n):
                  index = min(max(step * (count + 1) // n, 1), count - 1)
                  rest = step * (count + 1) - index * n
                  result.append((data[index - 1] * (n - rest) + data[index] * rest) / n)
          else:
              raise ValueError(f'Unknown method: {method!r}')
          return result
      """#)
}
