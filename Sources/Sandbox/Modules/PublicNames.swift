/// The public names of modules: `dir(module)` in CPython 3.11 without those that begin with an underscore, generated
/// once; for packages, in the releases that Panther's tool installs.
///
/// Using one that a module's table lacks is `unsupported`; one that isn't here, too, is an `AttributeError` or an
/// `ImportError`, as there.
enum PublicNames {
  static func names(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  static let byModule: [String: Set<String>] = [
    "abc": names(
      """
      ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod \
      get_cache_token update_abstractmethods
      """),
    "base64": names(
      """
      MAXBINSIZE MAXLINESIZE a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode \
      b32hexencode b64decode b64encode b85decode b85encode binascii bytes_types decode decodebytes \
      encode encodebytes main re standard_b64decode standard_b64encode struct test urlsafe_b64decode \
      urlsafe_b64encode
      """),
    "binascii": names(
      """
      Error Incomplete a2b_base64 a2b_hex a2b_qp a2b_uu b2a_base64 b2a_hex b2a_qp b2a_uu crc32 crc_hqx \
      hexlify unhexlify
      """),
    "bisect": names(
      """
      bisect bisect_left bisect_right insort insort_left insort_right
      """),
    "calendar": names(
      """
      Calendar EPOCH FRIDAY February HTMLCalendar IllegalMonthError IllegalWeekdayError January \
      LocaleHTMLCalendar LocaleTextCalendar MONDAY SATURDAY SUNDAY THURSDAY TUESDAY TextCalendar \
      WEDNESDAY c calendar datetime day_abbr day_name different_locale error firstweekday format \
      formatstring isleap leapdays main mdays month month_abbr month_name monthcalendar monthrange prcal \
      prmonth prweek repeat setfirstweekday sys timegm week weekday weekheader
      """),
    "collections": names(
      """
      ChainMap Counter OrderedDict UserDict UserList UserString abc defaultdict deque namedtuple
      """),
    "collections.abc": names(
      """
      AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable Collection Container \
      Coroutine Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView \
      MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
      """),
    "contextlib": names(
      """
      AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack \
      ContextDecorator ExitStack GenericAlias MethodType abc aclosing asynccontextmanager chdir closing \
      contextmanager deque nullcontext os redirect_stderr redirect_stdout suppress sys wraps
      """),
    "copy": names(
      """
      Error copy deepcopy dispatch_table error
      """),
    "dataclasses": names(
      """
      Field FrozenInstanceError FunctionType GenericAlias InitVar KW_ONLY MISSING abc asdict astuple \
      builtins copy dataclass field fields functools inspect is_dataclass itertools keyword \
      make_dataclass re replace sys types
      """),
    "datetime": names(
      """
      MAXYEAR MINYEAR UTC date datetime datetime_CAPI sys time timedelta timezone tzinfo
      """),
    "dateutil": names(
      """
      easter parser relativedelta rrule tz utils zoneinfo
      """),
    "dateutil.parser": names(
      """
      DEFAULTPARSER DEFAULTTZPARSER ParserError UnknownTimezoneWarning isoparse isoparser parse parser \
      parserinfo
      """),
    "dateutil.relativedelta": names(
      """
      FR MO SA SU TH TU WE calendar copysign datetime integer_types operator relativedelta warn weekday \
      weekdays
      """),
    "dateutil.tz": names(
      """
      DeprecatedTzFormatWarning EPOCH EPOCHORDINAL OrderedDict TZFILES TZPATHS UTC ZERO bisect datetime \
      datetime_ambiguous datetime_exists enfold gettz os resolve_imaginary six string_types struct sys \
      time tz tzfile tzical tzlocal tzname_in_python2 tzoffset tzrange tzrangebase tzstr tzutc tzwin \
      tzwinlocal warn weakref
      """),
    "difflib": names(
      """
      Differ GenericAlias HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff \
      diff_bytes get_close_matches ndiff restore unified_diff
      """),
    "enum": names(
      """
      CONFORM CONTINUOUS DynamicClassAttribute EJECT Enum EnumCheck EnumMeta EnumType Flag FlagBoundary \
      IntEnum IntFlag KEEP MappingProxyType NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE auto bin bltns \
      global_enum global_enum_repr global_flag_repr global_str member nonmember pickle_by_enum_name \
      pickle_by_global_name property reduce show_flag_values sys unique verify
      """),
    "fnmatch": names(
      """
      filter fnmatch fnmatchcase functools os posixpath re translate
      """),
    "functools": names(
      """
      GenericAlias RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key \
      get_cache_token lru_cache namedtuple partial partialmethod recursive_repr reduce singledispatch \
      singledispatchmethod total_ordering update_wrapper wraps
      """),
    "hashlib": names(
      """
      algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac scrypt \
      sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256
      """),
    "heapq": names(
      """
      heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest
      """),
    "hmac": names(
      """
      HMAC compare_digest digest digest_size new trans_36 trans_5C
      """),
    "html": names(
      """
      entities escape unescape
      """),
    "ipaddress": names(
      """
      AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network IPv6Address \
      IPv6Interface IPv6Network NetmaskValueError collapse_addresses functools get_mixed_type_key \
      ip_address ip_interface ip_network summarize_address_range v4_int_to_packed v6_int_to_packed
      """),
    "itertools": names(
      """
      accumulate chain combinations combinations_with_replacement compress count cycle dropwhile \
      filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest
      """),
    "json": names(
      """
      JSONDecodeError JSONDecoder JSONEncoder codecs decoder detect_encoding dump dumps encoder load \
      loads scanner
      """),
    "json.decoder": names(
      """
      BACKSLASH FLAGS JSONArray JSONDecodeError JSONDecoder JSONObject NaN NegInf PosInf STRINGCHUNK \
      WHITESPACE WHITESPACE_STR c_scanstring py_scanstring re scanner scanstring
      """),
    "json.encoder": names(
      """
      ESCAPE ESCAPE_ASCII ESCAPE_DCT HAS_UTF8 INFINITY JSONEncoder c_encode_basestring \
      c_encode_basestring_ascii c_make_encoder encode_basestring encode_basestring_ascii \
      py_encode_basestring py_encode_basestring_ascii re
      """),
    "logging": names(
      """
      BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter \
      GenericAlias Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle \
      PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle Template WARN WARNING \
      addLevelName atexit basicConfig captureWarnings collections critical currentframe debug disable \
      error exception fatal getLevelName getLevelNamesMapping getLogRecordFactory getLogger \
      getLoggerClass info io lastResort log logMultiprocessing logProcesses logThreads makeLogRecord os \
      raiseExceptions re root setLogRecordFactory setLoggerClass shutdown sys threading time traceback \
      warn warning warnings weakref
      """),
    "math": names(
      """
      acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc \
      exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf \
      isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians \
      remainder sin sinh sqrt tan tanh tau trunc ulp
      """),
    "operator": names(
      """
      abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand \
      iconcat ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not \
      isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ \
      pos pow rshift setitem sub truediv truth xor
      """),
    "os": names(
      """
      CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EFD_CLOEXEC \
      EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT \
      EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE \
      EX_USAGE F_LOCK F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM GenericAlias \
      MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB \
      MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB \
      MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT Mapping MutableMapping NGROUPS_MAX O_ACCMODE O_APPEND \
      O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY \
      O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC \
      O_WRONLY POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM \
      POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN \
      PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT PathLike \
      RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND \
      RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER \
      SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SPLICE_F_MORE \
      SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC \
      ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP WEXITED \
      WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG \
      WTERMSIG WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abc abort access altsep \
      chdir chmod chown chroot close closerange confstr confstr_names copy_file_range cpu_count ctermid \
      curdir defpath device_encoding devnull dup dup2 environ environb error eventfd eventfd_read \
      eventfd_write execl execle execlp execlpe execv execve execvp execvpe extsep fchdir fchmod fchown \
      fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fspath fstat fstatvfs fsync ftruncate \
      fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwd getcwdb getegid getenv \
      getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid \
      getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg \
      lchown linesep link listdir listxattr lockf login_tty lseek lstat major makedev makedirs \
      memfd_create minor mkdir mkfifo mknod name nice open openpty pardir path pathconf pathconf_names \
      pathsep pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_spawn posix_spawnp pread \
      preadv putenv pwrite pwritev read readlink readv register_at_fork remove removedirs removexattr \
      rename renames replace rmdir scandir sched_get_priority_max sched_get_priority_min \
      sched_getaffinity sched_getparam sched_getscheduler sched_param sched_rr_get_interval \
      sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile sep set_blocking \
      set_inheritable setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid \
      setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp \
      spawnvpe splice st stat stat_result statvfs statvfs_result strerror supports_bytes_environ \
      supports_dir_fd supports_effective_ids supports_fd supports_follow_symlinks symlink sync sys \
      sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size times times_result truncate ttyname \
      umask uname uname_result unlink unsetenv urandom utime wait wait3 wait4 waitid waitid_result \
      waitpid waitstatus_to_exitcode walk write writev
      """),
    "os.path": names(
      """
      abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser \
      expandvars extsep genericpath getatime getctime getmtime getsize isabs isdir isfile islink ismount \
      join lexists normcase normpath os pardir pathsep realpath relpath samefile sameopenfile samestat \
      sep split splitdrive splitext stat supports_unicode_filenames sys
      """),
    "panther_core": names(
      """
      PantherEvent data_model enriched_event exceptions immutable util
      """),
    "random": names(
      """
      BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI betavariate choice \
      choices expovariate gammavariate gauss getrandbits getstate lognormvariate normalvariate \
      paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform \
      vonmisesvariate weibullvariate
      """),
    "re": names(
      """
      A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S Scanner T \
      TEMPLATE U UNICODE VERBOSE X compile copyreg enum error escape findall finditer fullmatch \
      functools match purge search split sub subn template
      """),
    "secrets": names(
      """
      DEFAULT_ENTROPY SystemRandom base64 binascii choice compare_digest randbelow randbits token_bytes \
      token_hex token_urlsafe
      """),
    "shlex": names(
      """
      StringIO deque join os quote re shlex split sys
      """),
    "statistics": names(
      """
      Counter Decimal Fraction LinearRegression NormalDist StatisticsError bisect_left bisect_right \
      correlation covariance defaultdict erf exp fabs fmean fsum geometric_mean groupby harmonic_mean \
      hypot linear_regression log math mean median median_grouped median_high median_low mode mul \
      multimode namedtuple numbers pstdev pvariance quantiles random reduce repeat sqrt stdev sys tau \
      variance
      """),
    "string": names(
      """
      Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits \
      octdigits printable punctuation whitespace
      """),
    "sys": names(
      """
      abiflags addaudithook api_version argv audit base_exec_prefix base_prefix breakpointhook \
      builtin_module_names byteorder call_tracing copyright displayhook dont_write_bytecode exc_info \
      excepthook exception exec_prefix executable exit flags float_info float_repr_style \
      get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks \
      getdefaultencoding getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile \
      getrecursionlimit getrefcount getsizeof getswitchinterval gettrace hash_info hexversion \
      implementation int_info intern is_finalizing maxsize maxunicode meta_path modules orig_argv path \
      path_hooks path_importer_cache platform platlibdir prefix pycache_prefix set_asyncgen_hooks \
      set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile \
      setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names stdout thread_info \
      unraisablehook version version_info warnoptions
      """),
    "textwrap": names(
      """
      TextWrapper dedent fill indent re shorten wrap
      """),
    "time": names(
      """
      CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME \
      CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns \
      clock_settime clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic \
      monotonic_ns perf_counter perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep \
      strftime strptime struct_time thread_time thread_time_ns time time_ns timezone tzname tzset
      """),
    "traceback": names(
      """
      FrameSummary StackSummary TracebackException clear_frames collections extract_stack extract_tb \
      format_exc format_exception format_exception_only format_list format_stack format_tb itertools \
      linecache print_exc print_exception print_last print_list print_stack print_tb suppress sys \
      textwrap walk_stack walk_tb
      """),
    "types": names(
      """
      AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CellType ClassMethodDescriptorType \
      CodeType CoroutineType DynamicClassAttribute EllipsisType FrameType FunctionType GeneratorType \
      GenericAlias GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType \
      MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType NotImplementedType \
      SimpleNamespace TracebackType UnionType WrapperDescriptorType coroutine new_class prepare_class \
      resolve_bases
      """),
    "typing": names(
      """
      ABCMeta AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable \
      AsyncIterator Awaitable BinaryIO ByteString CT_co Callable ChainMap ClassVar Collection \
      Concatenate Container ContextManager Coroutine Counter DefaultDict Deque Dict EXCLUDED_ATTRIBUTES \
      Final ForwardRef FrozenSet Generator Generic GenericAlias Hashable IO ItemsView Iterable Iterator \
      KT KeysView List Literal LiteralString Mapping MappingView Match MethodDescriptorType \
      MethodWrapperType MutableMapping MutableSequence MutableSet NamedTuple NamedTupleMeta Never \
      NewType NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern \
      Protocol Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex \
      SupportsFloat SupportsIndex SupportsInt SupportsRound T TYPE_CHECKING T_co T_contra Text TextIO \
      Tuple Type TypeAlias TypeGuard TypeVar TypeVarTuple TypedDict Union Unpack VT VT_co V_co \
      ValuesView WrapperDescriptorType abstractmethod assert_never assert_type cast clear_overloads \
      collections contextlib dataclass_transform defaultdict final functools get_args get_origin \
      get_overloads get_type_hints io is_typeddict no_type_check no_type_check_decorator operator \
      overload re reveal_type runtime_checkable stdlib_re sys types warnings
      """),
    "unittest.mock": names(
      """
      ANY AsyncMagicMixin AsyncMock AsyncMockMixin Base CallableMixin CodeType DEFAULT FILTER_DIR \
      FunctionTypes InvalidSpecError MagicMixin MagicMock MagicProxy MethodType Mock ModuleType \
      NonCallableMagicMock NonCallableMock PropertyMock RLock asyncio builtins call contextlib \
      create_autospec file_spec inplace inspect io iscoroutinefunction magic_methods mock_open numerics \
      open_spec partial patch pkgutil pprint right safe_repr seal sentinel sys wraps
      """),
    "urllib": names(
      """
      parse
      """),
    "urllib.parse": names(
      """
      DefragResult DefragResultBytes ParseResult ParseResultBytes ResultBase SplitResult \
      SplitResultBytes clear_cache functools ipaddress namedtuple non_hierarchical parse_qs parse_qsl \
      quote quote_from_bytes quote_plus re scheme_chars splitattr splithost splitnport splitpasswd \
      splitport splitquery splittag splittype splituser splitvalue sys to_bytes types unquote \
      unquote_plus unquote_to_bytes unwrap urldefrag urlencode urljoin urlparse urlsplit urlunparse \
      urlunsplit uses_fragment uses_netloc uses_params uses_query uses_relative warnings
      """),
    "uuid": names(
      """
      Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT \
      RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ os platform sys uuid1 uuid3 uuid4 uuid5
      """),
    "warnings": names(
      """
      WarningMessage catch_warnings defaultaction filters filterwarnings formatwarning onceregistry \
      resetwarnings showwarning simplefilter sys warn warn_explicit
      """),
    "zoneinfo": names(
      """
      InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones reset_tzpath
      """),
  ]
}
