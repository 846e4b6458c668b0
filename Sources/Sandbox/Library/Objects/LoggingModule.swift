/// `logging` (Library Reference, *Logging facility for Python*). What CPython would write to standard error is
/// captured with the output; there are no files.
extension NativeModule {
  static let logging = NativeModule(
    "logging",
    [
      .function("_write", "(text, /)") { call throws(Unwind) in
        try call.interpreter.write(try call.interpreter.str(of: call.required(0)).text)
        return .none
      },
      .function("_handled", "()") { call throws(Unwind) in
        call.interpreter.handledException.map { .exception($0) } ?? .none
      },
    ],
    source: #"""
      import time

      CRITICAL = FATAL = 50
      ERROR = 40
      WARNING = WARN = 30
      INFO = 20
      DEBUG = 10
      NOTSET = 0
      BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'

      raiseExceptions = True
      logMultiprocessing = logProcesses = logThreads = True

      _names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
      _levels = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10,
                 'NOTSET': 0}


      def getLevelNamesMapping():
          return _levels.copy()


      def getLevelName(level):
          if level in _names:
              return _names[level]
          if level in _levels:
              return _levels[level]
          return 'Level %s' % level


      def addLevelName(level, levelName):
          _names[level] = levelName
          _levels[levelName] = level


      def _checked(level):
          if isinstance(level, int):
              return level
          if isinstance(level, str):
              if level not in _levels:
                  raise ValueError('Unknown level: %r' % (level,))
              return _levels[level]
          raise TypeError('Level not an integer or a valid string: %r' % (level,))


      class Filterer:
          def __init__(self):
              self.filters = []

          def addFilter(self, filter):
              if filter not in self.filters:
                  self.filters.append(filter)

          def removeFilter(self, filter):
              if filter in self.filters:
                  self.filters.remove(filter)

          def filter(self, record):
              for filter in self.filters:
                  if not (filter.filter(record) if hasattr(filter, 'filter') else filter(record)):
                      return False
              return True


      class Filter:
          def __init__(self, name=''):
              self.name = name

          def filter(self, record):
              return not self.name or record.name == self.name or record.name.startswith(self.name + '.')


      class LogRecord:
          def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
              self.name = name
              self.msg = msg
              if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
                  args = args[0]
              self.args = args
              self.levelname = getLevelName(level)
              self.levelno = level
              self.exc_info = exc_info
              self.exc_text = None
              self.stack_info = sinfo
              self.created = time.time()
              self.msecs = int((self.created - int(self.created)) * 1000) + 0.0
              self.processName = 'MainProcess'
              self.threadName = 'MainThread'

          def getMessage(self):
              message = str(self.msg)
              return message % self.args if self.args else message

          def __repr__(self):
              return _unsupported('the repr of a LogRecord')


      class Formatter:
          default_time_format = '%Y-%m-%d %H:%M:%S'
          default_msec_format = '%s,%03d'

          def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
              if style != '%':
                  _unsupported('logging.Formatter with another style')
              self._fmt = fmt or '%(message)s'
              self.datefmt = datefmt

          def usesTime(self):
              return '%(asctime)' in self._fmt

          def formatTime(self, record, datefmt=None):
              moment = time.gmtime(record.created)
              if datefmt:
                  return time.strftime(datefmt, moment)
              return self.default_msec_format % (time.strftime(self.default_time_format, moment), record.msecs)

          def formatMessage(self, record):
              values = {'message': record.message, 'name': record.name, 'levelname': record.levelname,
                        'levelno': record.levelno, 'msg': record.msg, 'args': record.args,
                        'created': record.created, 'msecs': record.msecs, 'processName': record.processName,
                        'threadName': record.threadName}
              if hasattr(record, 'asctime'):
                  values['asctime'] = record.asctime
              values.update(getattr(record, '_extra', {}))
              for name in ('pathname', 'filename', 'module', 'lineno', 'funcName', 'process', 'thread',
                           'relativeCreated', 'stack_info'):
                  if '%(' + name + ')' in self._fmt:
                      return _unsupported('logging with %(' + name + ')s')
              return self._fmt % values

          def formatException(self, ei):
              return type(ei[1]).__name__ + ': ' + str(ei[1])

          def format(self, record):
              record.message = record.getMessage()
              if self.usesTime():
                  record.asctime = self.formatTime(record, self.datefmt)
              text = self.formatMessage(record)
              if record.exc_info:
                  text += '\n' + self.formatException(record.exc_info)
              return text


      class Handler(Filterer):
          def __init__(self, level=NOTSET):
              super().__init__()
              self.name = None
              self.level = _checked(level)
              self.formatter = None

          def setLevel(self, level):
              self.level = _checked(level)

          def setFormatter(self, fmt):
              self.formatter = fmt

          def format(self, record):
              return (self.formatter or _default).format(record)

          def emit(self, record):
              raise NotImplementedError('emit must be implemented by Handler subclasses')

          def handle(self, record):
              passes = self.filter(record)
              if passes:
                  self.emit(record)
              return passes

          def flush(self):
              pass

          def close(self):
              pass

          def acquire(self):
              pass

          def release(self):
              pass

          def handleError(self, record):
              pass


      class StreamHandler(Handler):
          terminator = '\n'

          def __init__(self, stream=None):
              super().__init__()
              self.stream = stream

          def emit(self, record):
              text = self.format(record) + self.terminator
              if self.stream is None or type(self.stream).__name__ == 'TextIOWrapper':
                  _write(text)
              else:
                  self.stream.write(text)


      class NullHandler(Handler):
          def handle(self, record):
              pass

          def emit(self, record):
              pass


      _default = Formatter()
      lastResort = StreamHandler()
      lastResort.level = WARNING


      class Logger(Filterer):
          def __init__(self, name, level=NOTSET):
              super().__init__()
              self.name = name
              self.level = _checked(level)
              self.parent = None
              self.propagate = True
              self.handlers = []
              self.disabled = False

          def __repr__(self):
              return '<%s %s (%s)>' % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))

          def setLevel(self, level):
              self.level = _checked(level)

          def getEffectiveLevel(self):
              if self.level or self.parent is None:
                  return self.level
              return self.parent.getEffectiveLevel()

          def isEnabledFor(self, level):
              return not self.disabled and level > _state['disabled'] and level >= self.getEffectiveLevel()

          def getChild(self, suffix):
              return getLogger(suffix if self is root else self.name + '.' + suffix)

          def addHandler(self, hdlr):
              if hdlr not in self.handlers:
                  self.handlers.append(hdlr)

          def removeHandler(self, hdlr):
              if hdlr in self.handlers:
                  self.handlers.remove(hdlr)

          def hasHandlers(self):
              return bool(self._found())

          def _found(self):
              found = []
              logger = self
              while logger:
                  found.extend(logger.handlers)
                  logger = logger.parent if logger.propagate else None
              return found

          def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
              if isinstance(exc_info, BaseException):
                  exc_info = (type(exc_info), exc_info, None)
              elif exc_info and not isinstance(exc_info, tuple):
                  error = _handled()
                  exc_info = (type(error) if error else None, error, None)
              record = LogRecord(self.name, level, '', 0, msg, args, exc_info)
              if extra is not None:
                  for key in extra:
                      if key in ('message', 'asctime') or hasattr(record, key):
                          raise KeyError('Attempt to overwrite %r in LogRecord' % key)
                      setattr(record, key, extra[key])
                  record._extra = dict(extra)
              self.handle(record)

          def handle(self, record):
              if not self.disabled and self.filter(record):
                  self.callHandlers(record)

          def callHandlers(self, record):
              found = self._found() or [lastResort]
              for handler in found:
                  if record.levelno >= handler.level:
                      try:
                          handler.handle(record)
                      except (TypeError, ValueError, KeyError) as error:
                          _write('--- Logging error ---\n' + type(error).__name__ + ': ' + str(error) + '\n')

          def debug(self, msg, *args, **kwargs):
              if self.isEnabledFor(DEBUG):
                  self._log(DEBUG, msg, args, **kwargs)

          def info(self, msg, *args, **kwargs):
              if self.isEnabledFor(INFO):
                  self._log(INFO, msg, args, **kwargs)

          def warning(self, msg, *args, **kwargs):
              if self.isEnabledFor(WARNING):
                  self._log(WARNING, msg, args, **kwargs)

          warn = warning

          def error(self, msg, *args, **kwargs):
              if self.isEnabledFor(ERROR):
                  self._log(ERROR, msg, args, **kwargs)

          def exception(self, msg, *args, exc_info=True, **kwargs):
              self.error(msg, *args, exc_info=exc_info, **kwargs)

          def critical(self, msg, *args, **kwargs):
              if self.isEnabledFor(CRITICAL):
                  self._log(CRITICAL, msg, args, **kwargs)

          fatal = critical

          def log(self, level, msg, *args, **kwargs):
              if not isinstance(level, int):
                  raise TypeError('level must be an integer')
              if self.isEnabledFor(level):
                  self._log(level, msg, args, **kwargs)


      class LoggerAdapter:
          def __init__(self, logger, extra=None):
              self.logger = logger
              self.extra = extra

          def process(self, msg, kwargs):
              kwargs['extra'] = self.extra
              return msg, kwargs

          def log(self, level, msg, *args, **kwargs):
              if self.logger.isEnabledFor(level):
                  msg, kwargs = self.process(msg, kwargs)
                  self.logger.log(level, msg, *args, **kwargs)

          def debug(self, msg, *args, **kwargs):
              self.log(DEBUG, msg, *args, **kwargs)

          def info(self, msg, *args, **kwargs):
              self.log(INFO, msg, *args, **kwargs)

          def warning(self, msg, *args, **kwargs):
              self.log(WARNING, msg, *args, **kwargs)

          def error(self, msg, *args, **kwargs):
              self.log(ERROR, msg, *args, **kwargs)

          def exception(self, msg, *args, exc_info=True, **kwargs):
              self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

          def critical(self, msg, *args, **kwargs):
              self.log(CRITICAL, msg, *args, **kwargs)

          def setLevel(self, level):
              self.logger.setLevel(level)

          def isEnabledFor(self, level):
              return self.logger.isEnabledFor(level)

          def getEffectiveLevel(self):
              return self.logger.getEffectiveLevel()


      root = Logger('root', WARNING)
      _loggers = {}
      _state = {'disabled': 0}


      def getLogger(name=None):
          if not name or isinstance(name, str) and name == root.name:
              return root
          if not isinstance(name, str):
              raise TypeError('A logger name must be a string')
          if name not in _loggers:
              logger = _loggers[name] = Logger(name)
              logger.parent = _parent(name)
              for other in _loggers:
                  if other.startswith(name + '.') and len(_loggers[other].parent.name) < len(name):
                      _loggers[other].parent = logger
                  elif other.startswith(name + '.') and _loggers[other].parent is root:
                      _loggers[other].parent = logger
          return _loggers[name]


      def _parent(name):
          while '.' in name:
              name = name[:name.rfind('.')]
              if name in _loggers:
                  return _loggers[name]
          return root


      def basicConfig(*, filename=None, stream=None, level=None, format=BASIC_FORMAT, datefmt=None, handlers=None,
                      force=False, style='%', **kwargs):
          if filename is not None or kwargs:
              _unsupported('logging.basicConfig with these arguments')
          if force:
              root.handlers.clear()
          if root.handlers:
              return
          formatter = Formatter(format, datefmt, style)
          for handler in handlers or [StreamHandler(stream)]:
              if handler.formatter is None:
                  handler.setFormatter(formatter)
              root.addHandler(handler)
          if level is not None:
              root.setLevel(level)


      def _ready():
          if not root.handlers:
              basicConfig()
          return root


      def debug(msg, *args, **kwargs):
          _ready().debug(msg, *args, **kwargs)


      def info(msg, *args, **kwargs):
          _ready().info(msg, *args, **kwargs)


      def warning(msg, *args, **kwargs):
          _ready().warning(msg, *args, **kwargs)


      warn = warning


      def error(msg, *args, **kwargs):
          _ready().error(msg, *args, **kwargs)


      def exception(msg, *args, exc_info=True, **kwargs):
          _ready().error(msg, *args, exc_info=exc_info, **kwargs)


      def critical(msg, *args, **kwargs):
          _ready().critical(msg, *args, **kwargs)


      fatal = critical


      def log(level, msg, *args, **kwargs):
          _ready().log(level, msg, *args, **kwargs)


      def disable(level=CRITICAL):
          _state['disabled'] = _checked(level)


      def captureWarnings(capture):
          pass


      def shutdown():
          pass


      def getLoggerClass():
          return Logger
      """#)
}
