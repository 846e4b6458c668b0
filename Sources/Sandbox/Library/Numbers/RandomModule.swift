/// `random` (Library Reference, *Generate pseudo-random numbers*). After `seed(n)` the numbers are CPython's; before,
/// they come from a fixed seed, and the run is noted as one that CPython doesn't repeat.
extension NativeModule {
  static let random = NativeModule(
    "random", [.type("_Twister", .twister)],
    source: #"""
      from bisect import bisect as _bisect
      from math import ceil as _ceil, cos as _cos, exp as _exp, floor as _floor, isfinite as _isfinite
      from math import log as _log, pi as _pi, sin as _sin, sqrt as _sqrt

      BPF = 53
      LOG4 = _log(4.0)
      NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
      RECIP_BPF = 2 ** -BPF
      SG_MAGICCONST = 1.0 + _log(4.5)
      TWOPI = 2.0 * _pi


      class Random:
          VERSION = 3

          def __init__(self, x=None):
              self._core = _Twister()
              self.seed(x)

          def seed(self, a=None, version=2):
              if version != 2:
                  _unsupported('random.seed with another version')
              if a is not None and not isinstance(a, (int, str, bytes)):
                  if isinstance(a, float):
                      _unsupported('random.seed with a float')
                  raise TypeError('The only supported seed types are: None,\n'
                                  'int, float, str, bytes, and bytearray.')
              if isinstance(a, str):
                  a = a.encode()
              if isinstance(a, bytes):
                  import hashlib
                  a += hashlib.sha512(a).digest()
              self._core.seed(a)
              self.gauss_next = None

          def random(self):
              return self._core.random()

          def getrandbits(self, k):
              return self._core.getrandbits(k)

          def randbytes(self, n):
              return self.getrandbits(n * 8).to_bytes(n, 'little')

          def _randbelow(self, n):
              bits = n.bit_length()
              value = self.getrandbits(bits)
              while value >= n:
                  value = self.getrandbits(bits)
              return value

          def _index(self, value):
              if isinstance(value, int):
                  return value
              if isinstance(value, float):
                  if value.is_integer():
                      return int(value)
                  raise ValueError('non-integer arg 1 for randrange()')
              raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")

          def randrange(self, start, stop=None, step=1):
              if not isinstance(start, int) or not isinstance(stop, (int, type(None))) or not isinstance(step, int):
                  _unsupported('random.randrange of these types')
              if stop is None:
                  if step != 1:
                      raise TypeError('Missing a non-None stop argument')
                  if start > 0:
                      return self._randbelow(start)
                  raise ValueError('empty range for randrange()')
              width = stop - start
              if step == 1:
                  if width > 0:
                      return start + self._randbelow(width)
                  raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
              if step == 0:
                  raise ValueError('zero step for randrange()')
              count = (width + step + (-1 if step > 0 else 1)) // step
              if count <= 0:
                  raise ValueError('empty range for randrange()')
              return start + step * self._randbelow(count)

          def randint(self, a, b):
              return self.randrange(a, b + 1)

          def choice(self, seq):
              if not len(seq):
                  raise IndexError('Cannot choose from an empty sequence')
              return seq[self._randbelow(len(seq))]

          def shuffle(self, x):
              for i in range(len(x) - 1, 0, -1):
                  j = self._randbelow(i + 1)
                  x[i], x[j] = x[j], x[i]

          def sample(self, population, k, *, counts=None):
              if counts is not None:
                  _unsupported('random.sample with counts')
              if isinstance(population, (set, frozenset, dict)) or not hasattr(population, '__getitem__'):
                  raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
              n = len(population)
              if not 0 <= k <= n:
                  raise ValueError('Sample larger than population or is negative')
              result = []
              # Small samples of large populations keep a set of what was taken, others a pool of what is left.
              size = 21
              if k > 5:
                  size += 4 ** _ceil(_log(k * 3, 4))
              if n <= size:
                  pool = list(population)
                  for taken in range(k):
                      j = self._randbelow(n - taken)
                      result.append(pool[j])
                      pool[j] = pool[n - taken - 1]
              else:
                  chosen = set()
                  for _ in range(k):
                      j = self._randbelow(n)
                      while j in chosen:
                          j = self._randbelow(n)
                      chosen.add(j)
                      result.append(population[j])
              return result

          def choices(self, population, weights=None, *, cum_weights=None, k=1):
              n = len(population)
              if cum_weights is None:
                  if weights is None:
                      return [population[_floor(self.random() * (n + 0.0))] for _ in range(k)]
                  if isinstance(weights, int):
                      raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}') from None
                  cum_weights = []
                  total = 0
                  for weight in weights:
                      total += weight
                      cum_weights.append(total)
              elif weights is not None:
                  raise TypeError('Cannot specify both weights and cumulative weights')
              if len(cum_weights) != n:
                  raise ValueError('The number of weights does not match the population')
              total = cum_weights[-1] + 0.0
              if total <= 0.0:
                  raise ValueError('Total of weights must be greater than zero')
              if not _isfinite(total):
                  raise ValueError('Total of weights must be finite')
              return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

          def uniform(self, a, b):
              return a + (b - a) * self.random()

          def triangular(self, low=0.0, high=1.0, mode=None):
              share = self.random()
              if mode is None:
                  peak = 0.5
              elif high == low:
                  return low
              else:
                  peak = (mode - low) / (high - low)
              if share <= peak:
                  return low + (high - low) * _sqrt(share * peak)
              return high + (low - high) * _sqrt((1.0 - share) * (1.0 - peak))

          def normalvariate(self, mu=0.0, sigma=1.0):
              # The ratio of two uniform numbers (Kinderman and Monahan, 1977).
              while True:
                  numerator = self.random() - 0.5
                  denominator = 1.0 - self.random()
                  ratio = NV_MAGICCONST * numerator / denominator
                  if ratio * ratio / 4.0 <= -_log(denominator):
                      return mu + ratio * sigma

          def gauss(self, mu=0.0, sigma=1.0):
              z = self.gauss_next
              self.gauss_next = None
              if z is None:
                  angle = self.random() * TWOPI
                  radius = _sqrt(-2.0 * _log(1.0 - self.random()))
                  z = _cos(angle) * radius
                  self.gauss_next = _sin(angle) * radius
              return mu + z * sigma

          def lognormvariate(self, mu, sigma):
              return _exp(self.normalvariate(mu, sigma))

          def expovariate(self, lambd):
              return -_log(1.0 - self.random()) / lambd

          def paretovariate(self, alpha):
              return (1.0 - self.random()) ** (-1.0 / alpha)

          def weibullvariate(self, alpha, beta):
              return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


      # The functions of the module are methods of one generator.
      _shared = Random()
      choice = _shared.choice
      choices = _shared.choices
      expovariate = _shared.expovariate
      gauss = _shared.gauss
      getrandbits = _shared.getrandbits
      lognormvariate = _shared.lognormvariate
      normalvariate = _shared.normalvariate
      paretovariate = _shared.paretovariate
      randbytes = _shared.randbytes
      randint = _shared.randint
      random = _shared.random
      randrange = _shared.randrange
      sample = _shared.sample
      seed = _shared.seed
      shuffle = _shared.shuffle
      triangular = _shared.triangular
      uniform = _shared.uniform
      weibullvariate = _shared.weibullvariate
      """#)

  static let secrets = NativeModule(
    "secrets", [],
    source: #"""
      import base64
      import binascii
      from hmac import compare_digest
      from random import Random as _Random

      DEFAULT_ENTROPY = 32
      _source = _Random()


      def choice(seq):
          return _source.choice(seq)


      def randbits(k):
          return _source.getrandbits(k)


      def randbelow(exclusive_upper_bound):
          if exclusive_upper_bound <= 0:
              raise ValueError('Upper bound must be positive.')
          return _source._randbelow(exclusive_upper_bound)


      def token_bytes(nbytes=None):
          return bytes(_source.getrandbits(8) for _ in range(DEFAULT_ENTROPY if nbytes is None else nbytes))


      def token_hex(nbytes=None):
          return binascii.hexlify(token_bytes(nbytes)).decode('ascii')


      def token_urlsafe(nbytes=None):
          return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')
      """#)
}

/// The generator behind a `random.Random`.
private final class TwisterObject: NativeObject {
  private var twister = MersenneTwister(key: [])
  private var isSeeded = false

  init() { super.init(type: .twister) }

  private static func of(_ call: NativeCall) throws(Unwind) -> TwisterObject {
    if case .native(let native) = call.receiver, let twister = native as? TwisterObject { return twister }
    throw call.interpreter.unsupported("a generator of random numbers")
  }

  private func note(_ interpreter: Interpreter) {
    if !isSeeded { interpreter.noteUnrepeatable("random") }
  }

  static let members: [Member] = [
    .method("seed", "(key, /)") { call throws(Unwind) in
      let object = try of(call)
      object.isSeeded = true
      switch call.required(0) {
      case .none:
        object.isSeeded = false
        object.twister = MersenneTwister(key: [])
      case .bytes(let bytes):
        try call.interpreter.charge(work: bytes.bytes.count + 4096)
        var words: [UInt32] = []
        for (index, byte) in bytes.bytes.drop(while: { $0 == 0 }).reversed().enumerated() {
          if index % 4 == 0 { words.append(0) }
          words[words.count - 1] |= UInt32(byte) << UInt32(index % 4 * 8)
        }
        object.twister = MersenneTwister(key: words)
      case let other:
        guard let value = other.asInt?.magnitude else {
          throw call.interpreter.unsupported("random.seed with an integer beyond 64 bits")
        }
        try call.interpreter.charge(work: 4096)
        let high = UInt32(truncatingIfNeeded: value >> 32)
        let low = UInt32(truncatingIfNeeded: value)
        object.twister = MersenneTwister(key: high == 0 ? [low] : [low, high])
      }
      return .none
    },
    .method("random", "()") { call throws(Unwind) in
      let object = try of(call)
      object.note(call.interpreter)
      return .float(object.twister.double())
    },
    .method("getrandbits", "(k, /)") { call throws(Unwind) in
      let object = try of(call)
      object.note(call.interpreter)
      guard let count = call.required(0).asInt else {
        throw call.raise(
          .typeError, "'\(call.required(0).qualifiedTypeName)' object cannot be interpreted as an integer")
      }
      if count < 0 { throw call.raise(.valueError, "number of bits must be non-negative") }
      guard count <= 63 else { throw call.interpreter.unsupported("random.getrandbits of more than 63 bits") }
      if count == 0 { return .int(0) }
      if count <= 32 { return .int(Int(object.twister.next() >> UInt32(32 - count))) }
      let low = Int(object.twister.next())
      return .int(low | Int(object.twister.next() >> UInt32(64 - count)) << 32)
    },
  ]
}

extension NativeType {
  fileprivate static let twister = NativeType(
    "_Twister", module: "random",
    constructor: NativeFunction("_Twister", "()") { call throws(Unwind) in
      .native(call.interpreter.heap.adopt(TwisterObject()))
    }, members: TwisterObject.members)
}
