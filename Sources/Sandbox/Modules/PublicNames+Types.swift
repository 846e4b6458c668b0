/// The public attributes of the library's classes: `dir(class)` in CPython 3.11 without those that begin with an
/// underscore, generated once.
///
/// Reading one that a class's table lacks is `unsupported`; one that isn't here, too, is an `AttributeError`, as there.
extension PublicNames {
  static let byType: [String: Set<String>] = [
    "binascii.Error": names(
      """
      add_note args with_traceback
      """),
    "calendar.Calendar": names(
      """
      firstweekday getfirstweekday itermonthdates itermonthdays itermonthdays2 itermonthdays3 \
      itermonthdays4 iterweekdays monthdatescalendar monthdays2calendar monthdayscalendar \
      setfirstweekday yeardatescalendar yeardays2calendar yeardayscalendar
      """),
    "calendar.HTMLCalendar": names(
      """
      cssclass_month cssclass_month_head cssclass_noday cssclass_year cssclass_year_head cssclasses \
      cssclasses_weekday_head firstweekday formatday formatmonth formatmonthname formatweek \
      formatweekday formatweekheader formatyear formatyearpage getfirstweekday itermonthdates \
      itermonthdays itermonthdays2 itermonthdays3 itermonthdays4 iterweekdays monthdatescalendar \
      monthdays2calendar monthdayscalendar setfirstweekday yeardatescalendar yeardays2calendar \
      yeardayscalendar
      """),
    "calendar.IllegalMonthError": names(
      """
      add_note args month with_traceback
      """),
    "calendar.TextCalendar": names(
      """
      firstweekday formatday formatmonth formatmonthname formatweek formatweekday formatweekheader \
      formatyear getfirstweekday itermonthdates itermonthdays itermonthdays2 itermonthdays3 \
      itermonthdays4 iterweekdays monthdatescalendar monthdays2calendar monthdayscalendar prmonth prweek \
      pryear setfirstweekday yeardatescalendar yeardays2calendar yeardayscalendar
      """),
    "collections.ChainMap": names(
      """
      clear copy fromkeys get items keys maps new_child parents pop popitem setdefault update values
      """),
    "collections.Counter": names(
      """
      clear copy elements fromkeys get items keys most_common pop popitem setdefault subtract total \
      update values
      """),
    "collections.OrderedDict": names(
      """
      clear copy fromkeys get items keys move_to_end pop popitem setdefault update values
      """),
    "collections.UserDict": names(
      """
      clear copy data fromkeys get items keys pop popitem setdefault update values
      """),
    "collections.UserList": names(
      """
      append clear copy count data extend index insert pop remove reverse sort
      """),
    "collections.UserString": names(
      """
      capitalize casefold center count data encode endswith expandtabs find format format_map index \
      isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace \
      istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace \
      rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title \
      translate upper zfill
      """),
    "collections.defaultdict": names(
      """
      clear copy default_factory fromkeys get items keys pop popitem setdefault update values
      """),
    "collections.deque": names(
      """
      append appendleft clear copy count extend extendleft index insert maxlen pop popleft remove \
      reverse rotate
      """),
    "datetime.date": names(
      """
      ctime day fromisocalendar fromisoformat fromordinal fromtimestamp isocalendar isoformat isoweekday \
      max min month replace resolution strftime timetuple today toordinal weekday year
      """),
    "datetime.datetime": names(
      """
      astimezone combine ctime date day dst fold fromisocalendar fromisoformat fromordinal fromtimestamp \
      hour isocalendar isoformat isoweekday max microsecond min minute month now replace resolution \
      second strftime strptime time timestamp timetuple timetz today toordinal tzinfo tzname \
      utcfromtimestamp utcnow utcoffset utctimetuple weekday year
      """),
    "datetime.time": names(
      """
      dst fold fromisoformat hour isoformat max microsecond min minute replace resolution second \
      strftime tzinfo tzname utcoffset
      """),
    "datetime.timedelta": names(
      """
      days max microseconds min resolution seconds total_seconds
      """),
    "datetime.timezone": names(
      """
      dst fromutc max min tzname utc utcoffset
      """),
    "datetime.tzinfo": names(
      """
      dst fromutc tzname utcoffset
      """),
    "dateutil.parser.parser": names(
      """
      info parse
      """),
    "dateutil.relativedelta.relativedelta": names(
      """
      day days hour hours leapdays microsecond microseconds minute minutes month months normalized \
      second seconds weekday weeks year years
      """),
    "dateutil.tz.tzoffset": names(
      """
      dst fromutc is_ambiguous tzname utcoffset
      """),
    "dateutil.tz.tzutc": names(
      """
      dst fromutc is_ambiguous tzname utcoffset
      """),
    "decimal.Decimal": names(
      """
      adjusted as_integer_ratio as_tuple canonical compare compare_signal compare_total \
      compare_total_mag conjugate copy_abs copy_negate copy_sign exp fma from_float imag is_canonical \
      is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero ln log10 \
      logb logical_and logical_invert logical_or logical_xor max max_mag min min_mag next_minus \
      next_plus next_toward normalize number_class quantize radix real remainder_near rotate \
      same_quantum scaleb shift sqrt to_eng_string to_integral to_integral_exact to_integral_value
      """),
    "difflib.Differ": names(
      """
      charjunk compare linejunk
      """),
    "difflib.HtmlDiff": names(
      """
      make_file make_table
      """),
    "difflib.SequenceMatcher": names(
      """
      a autojunk b b2j bjunk bpopular find_longest_match fullbcount get_grouped_opcodes \
      get_matching_blocks get_opcodes isjunk matching_blocks opcodes quick_ratio ratio real_quick_ratio \
      set_seq1 set_seq2 set_seqs
      """),
    "fractions.Fraction": names(
      """
      as_integer_ratio conjugate denominator from_decimal from_float imag limit_denominator numerator \
      real
      """),
    "functools.cached_property": names(
      """
      attrname func lock
      """),
    "functools.partial": names(
      """
      args func keywords
      """),
    "functools.partialmethod": names(
      """
      args func keywords
      """),
    "functools.singledispatchmethod": names(
      """
      dispatcher func register
      """),
    "hmac.HMAC": names(
      """
      block_size blocksize copy digest digest_size hexdigest name update
      """),
    "html.parser.HTMLParser": names(
      """
      CDATA_CONTENT_ELEMENTS cdata_elem check_for_whole_start_tag clear_cdata_mode close \
      convert_charrefs feed get_starttag_text getpos goahead handle_charref handle_comment handle_data \
      handle_decl handle_endtag handle_entityref handle_pi handle_startendtag handle_starttag \
      interesting lasttag lineno offset parse_bogus_comment parse_comment parse_declaration parse_endtag \
      parse_html_declaration parse_marked_section parse_pi parse_starttag rawdata reset set_cdata_mode \
      unknown_decl updatepos
      """),
    "ipaddress.IPv4Address": names(
      """
      compressed exploded is_global is_link_local is_loopback is_multicast is_private is_reserved \
      is_unspecified max_prefixlen packed reverse_pointer version
      """),
    "ipaddress.IPv4Interface": names(
      """
      compressed exploded hostmask ip is_global is_link_local is_loopback is_multicast is_private \
      is_reserved is_unspecified max_prefixlen netmask network packed reverse_pointer version \
      with_hostmask with_netmask with_prefixlen
      """),
    "ipaddress.IPv4Network": names(
      """
      address_exclude broadcast_address compare_networks compressed exploded hostmask hosts is_global \
      is_link_local is_loopback is_multicast is_private is_reserved is_unspecified max_prefixlen netmask \
      network_address num_addresses overlaps prefixlen reverse_pointer subnet_of subnets supernet \
      supernet_of version with_hostmask with_netmask with_prefixlen
      """),
    "ipaddress.IPv6Address": names(
      """
      compressed exploded ipv4_mapped is_global is_link_local is_loopback is_multicast is_private \
      is_reserved is_site_local is_unspecified max_prefixlen packed reverse_pointer scope_id sixtofour \
      teredo version
      """),
    "ipaddress.IPv6Interface": names(
      """
      compressed exploded hostmask ip ipv4_mapped is_global is_link_local is_loopback is_multicast \
      is_private is_reserved is_site_local is_unspecified max_prefixlen netmask network packed \
      reverse_pointer scope_id sixtofour teredo version with_hostmask with_netmask with_prefixlen
      """),
    "ipaddress.IPv6Network": names(
      """
      address_exclude broadcast_address compare_networks compressed exploded hostmask hosts is_global \
      is_link_local is_loopback is_multicast is_private is_reserved is_site_local is_unspecified \
      max_prefixlen netmask network_address num_addresses overlaps prefixlen reverse_pointer subnet_of \
      subnets supernet supernet_of version with_hostmask with_netmask with_prefixlen
      """),
    "itertools.chain": names(
      """
      from_iterable
      """),
    "json.decoder.JSONDecodeError": names(
      """
      add_note args colno doc lineno msg pos with_traceback
      """),
    "json.decoder.JSONDecoder": names(
      """
      decode memo object_hook object_pairs_hook parse_array parse_constant parse_float parse_int \
      parse_object parse_string raw_decode scan_once strict
      """),
    "json.encoder.JSONEncoder": names(
      """
      allow_nan check_circular default encode ensure_ascii indent item_separator iterencode \
      key_separator skipkeys sort_keys
      """),
    "logging.Formatter": names(
      """
      converter datefmt default_msec_format default_time_format format formatException formatMessage \
      formatStack formatTime usesTime
      """),
    "logging.Handler": names(
      """
      acquire addFilter close createLock emit filter filters flush format formatter get_name handle \
      handleError level lock name release removeFilter setFormatter setLevel set_name
      """),
    "logging.LogRecord": names(
      """
      args created exc_info exc_text filename funcName getMessage levelname levelno lineno module msecs \
      msg name pathname process processName relativeCreated stack_info thread threadName
      """),
    "logging.Logger": names(
      """
      addFilter addHandler callHandlers critical debug disabled error exception fatal filter filters \
      findCaller getChild getEffectiveLevel handle handlers hasHandlers info isEnabledFor level log \
      makeRecord manager name parent propagate removeFilter removeHandler root setLevel warn warning
      """),
    "logging.LoggerAdapter": names(
      """
      critical debug error exception extra getEffectiveLevel hasHandlers info isEnabledFor log logger \
      manager name process setLevel warn warning
      """),
    "logging.NullHandler": names(
      """
      acquire addFilter close createLock emit filter filters flush format formatter get_name handle \
      handleError level lock name release removeFilter setFormatter setLevel set_name
      """),
    "logging.StreamHandler": names(
      """
      acquire addFilter close createLock emit filter filters flush format formatter get_name handle \
      handleError level lock name release removeFilter setFormatter setLevel setStream set_name stream \
      terminator
      """),
    "operator.attrgetter": [],
    "operator.itemgetter": [],
    "operator.methodcaller": [],
    "random.Random": names(
      """
      VERSION betavariate choice choices expovariate gammavariate gauss gauss_next getrandbits getstate \
      lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate \
      shuffle triangular uniform vonmisesvariate weibullvariate
      """),
    "random.SystemRandom": names(
      """
      VERSION betavariate choice choices expovariate gammavariate gauss gauss_next getrandbits getstate \
      lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate \
      shuffle triangular uniform vonmisesvariate weibullvariate
      """),
    "re.Match": names(
      """
      end endpos expand group groupdict groups lastgroup lastindex pos re regs span start string
      """),
    "re.Pattern": names(
      """
      findall finditer flags fullmatch groupindex groups match pattern scanner search split sub subn
      """),
    "shlex.shlex": names(
      """
      commenters debug eof error_leader escape escapedquotes filestack get_token infile instream lineno \
      pop_source posix punctuation_chars push_source push_token pushback quotes read_token source \
      sourcehook state token whitespace whitespace_split wordchars
      """),
    "statistics.NormalDist": names(
      """
      cdf from_samples inv_cdf mean median mode overlap pdf quantiles samples stdev variance zscore
      """),
    "statistics.StatisticsError": names(
      """
      add_note args with_traceback
      """),
    "string.Formatter": names(
      """
      check_unused_args convert_field format format_field get_field get_value parse vformat
      """),
    "string.Template": names(
      """
      braceidpattern delimiter flags get_identifiers idpattern is_valid pattern safe_substitute \
      substitute template
      """),
    "textwrap.TextWrapper": names(
      """
      break_long_words break_on_hyphens drop_whitespace expand_tabs fill fix_sentence_endings \
      initial_indent max_lines placeholder replace_whitespace sentence_end_re subsequent_indent tabsize \
      unicode_whitespace_trans width wordsep_re wordsep_simple_re wrap
      """),
    "time.struct_time": names(
      """
      count index n_fields n_sequence_fields n_unnamed_fields tm_gmtoff tm_hour tm_isdst tm_mday tm_min \
      tm_mon tm_sec tm_wday tm_yday tm_year tm_zone
      """),
    "urllib.parse.DefragResult": names(
      """
      count encode fragment geturl index url
      """),
    "urllib.parse.ParseResult": names(
      """
      count encode fragment geturl hostname index netloc params password path port query scheme username
      """),
    "urllib.parse.ParseResultBytes": names(
      """
      count decode fragment geturl hostname index netloc params password path port query scheme username
      """),
    "urllib.parse.SplitResult": names(
      """
      count encode fragment geturl hostname index netloc password path port query scheme username
      """),
    "urllib.parse.SplitResultBytes": names(
      """
      count decode fragment geturl hostname index netloc password path port query scheme username
      """),
    "uuid.SafeUUID": names(
      """
      name value
      """),
    "uuid.UUID": names(
      """
      bytes bytes_le clock_seq clock_seq_hi_variant clock_seq_low fields hex int is_safe node time \
      time_hi_version time_low time_mid urn variant version
      """),
    "zoneinfo.ZoneInfo": names(
      """
      clear_cache dst from_file fromutc key no_cache tzname utcoffset
      """),
  ]
}
