import Testing

/// `policyuniverse` 1.5.1.20231109: what its `Policy` and `Statement` tell of a document.
@Suite struct PolicyUniverseTests {
  @Test(
    "reads statements",
    arguments: [
      Case("len(Policy({}).statements)", "0"),
      Case("len(Policy({'Statement': {'Effect': 'Allow'}}).statements)", "1"),
      Case("Policy({'Statement': [{'Effect': 'Deny'}]}).statements[0].effect", "'Deny'"),
      Case("Policy({'Statement': {}}).statements[0].effect", "None"),
      Case("Statement({'Action': 's3:*'}).actions", "{'s3:*'}"),
      Case("sorted(Statement({'Action': ['b', 'a', 'b']}).actions)", "['a', 'b']"),
      Case("Statement({'Principal': '*'}).principals", "{'*'}"),
      Case(
        "sorted(Statement({'Principal': {'AWS': ['a', 'b'], 'Service': 'c', 'CanonicalUser': 'd'}}).principals)",
        "['a', 'b', 'c']"),
      Case("Statement({}).principals", "set()"),
      Case("Statement({'NotPrincipal': '*'}).uses_not_principal()", "True"),
      Case(
        "Statement({'Condition': {'StringEquals': {'aws:SourceOwner': ['1', '2'], 'x': 'y'}}}).condition_entries",
        "[Condition(category='account', value='1'), Condition(category='account', value='2')]"),
      Case("Statement({'Condition': {'StringNotEquals': {'aws:SourceOwner': '1'}}}).condition_entries", "[]"),
      Case("Policy(None)", "AttributeError: 'NoneType' object has no attribute 'get'"),
      Case("Policy({'Statement': ['x']})", "AttributeError: 'str' object has no attribute 'get'"),
      Case("Statement({'Action': {'a': 1}})", "TypeError: unhashable type: 'dict'"),
    ])
  func reads(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "knows what is open to the internet",
    arguments: [
      ("{'Effect': 'Allow', 'Principal': '*'}", true),
      ("{'Effect': 'Deny', 'Principal': '*'}", false),
      ("{'Effect': 'Allow', 'NotPrincipal': {'AWS': 'x'}}", true),
      ("{'Effect': 'Allow', 'Principal': 'arn:aws:iam::123456789012:root'}", false),
      ("{'Effect': 'Allow', 'Principal': 'arn:aws:iam::*:role/x'}", true),
      ("{'Effect': 'Allow', 'Principal': 'arn:aws:s3:::bucket'}", false),
      ("{'Effect': 'Allow', 'Principal': 'arn:aws:sns:us-east-1::topic'}", true),
      ("{'Effect': 'Allow', 'Principal': {'Service': 'ec2.amazonaws.com'}}", false),
      (
        "{'Effect': 'Allow', 'Principal': '*', 'Condition': {'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}}}",
        false
      ),
      (
        "{'Effect': 'Allow', 'Principal': '*', 'Condition': {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}}}",
        true
      ),
      (
        "{'Effect': 'Allow', 'Principal': '*', 'Condition': {'StringLike': {'aws:PrincipalOrgID': 'o-*'}}}",
        true
      ),
      ("{'Effect': 'Allow', 'Principal': '*', 'Condition': {'StringLike': {'aws:userid': 'AROA:*'}}}", false),
      (
        "{'Effect': 'Allow', 'Principal': '*', 'Condition': {'StringLike': {'aws:SourceVpc': 'vpc-*'}}}", true
      ),
      ("{'Effect': 'Allow', 'Principal': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'true'}}}", true),
    ] as [(String, Bool)])
  func internetAccess(_ statement: String, _ isOpen: Bool) {
    let code = "result = repr(Policy({'Statement': [\(statement)]}).is_internet_accessible())"
    #expect(evaluate(code, after: Self.imports) == (isOpen ? "True" : "False"))
  }

  @Test("doesn't decide what the order of a set decides")
  func order() {
    let code = "result = repr(Statement({'Effect': 'Allow', 'Principal': %}).is_internet_accessible())"
    func answer(_ principals: String) -> String {
      evaluate(code.replacing("%", with: principals), after: Self.imports)
    }
    #expect(answer("['x', 5]") == "TypeError: expected string or bytes-like object, got 'int'")
    #expect(answer("['*', 5]") == "unsupported: what the order of a set decides")
    #expect(answer("['x', 5, None]") == "unsupported: what the order of a set decides")
  }

  @Test(
    "takes principals apart",
    arguments: [
      (
        "arn:aws:iam::123456789012:root",
        "('aws', 'iam', '', '123456789012', 'root', False, True, False)"
      ),
      ("arn:aws-cn:s3:::bucket/*", "('aws-cn', 's3', '', '', 'bucket/*', False, False, False)"),
      ("arn:aws:iam::12345678901:root", "(None, None, None, None, None, True, False, False)"),
      ("123456789012", "(None, None, None, '123456789012', None, False, False, False)"),
      ("a.b.amazonaws.com", "(None, 'a.b', None, None, None, False, False, True)"),
      ("x.aws.internal", "(None, 'x', None, None, None, False, False, True)"),
      ("*", "(None, None, None, None, None, True, False, False)"),
    ])
  func names(_ name: String, _ parts: String) {
    let code = """
      a = ARN('\(name)')
      result = repr((a.partition, a.tech, a.region, a.account_number, a.name, a.error, a.root, a.service))
      """
    #expect(evaluate(code, after: Self.imports) == parts)
  }

  @Test(
    "takes organization paths apart",
    arguments: [
      ("o-a", "('o-a', None, True, False, False, False)"),
      ("o-a/r-b/", "('o-a', 'r-b', True, False, True, False)"),
      ("o-a/r-b/*", "('o-a', 'r-b', True, True, True, False)"),
      ("o-a/r-b/ou-c/ou-*", "('o-a', 'r-b', False, True, False, False)"),
      ("o-a/r-b/ou-*/ou-c", "('o-a', 'r-b', True, True, False, True)"),
      ("x/r-b", "(None, None, True, False, False, True)"),
    ])
  func organizations(_ path: String, _ parts: String) {
    let code = """
      o = Organization('\(path)')
      result = repr((o.organization, o.root, o.valid_for_all_ous, o.valid_for_child_ous,
        o.valid_for_parent_ou, o.error))
      """
    #expect(evaluate(code, after: Self.imports) == parts)
  }

  @Test(
    "tells who is allowed",
    arguments: [
      Case(
        "Statement({'Principal': '*', 'Condition': {'StringLike': {'aws:SourceAccount': '1'}}}).whos_allowed()",
        "{Principal(category='principal', value='*'), Condition(category='account', value='1')}"),
      Case(
        "Policy({'Statement': [{'Effect': 'Allow', 'Principal': 'a'}, {'Effect': 'Deny', 'Principal': 'b'}]})"
          + ".whos_allowed()", "{Principal(category='principal', value='a')}"),
      Case("list(Statement({'Principal': 'a'}).whos_allowed())[0] == ('principal', 'a')", "True"),
      Case("[w.value for w in Statement({'Principal': 'a'}).whos_allowed()]", "['a']"),
      Case("c, v = list(Statement({'Principal': 'a'}).whos_allowed())[0];; c + v", "'principala'"),
      Case("sorted([ConditionTuple('b', 1), PrincipalTuple('a', 2)])[0].category", "'a'"),
      Case("ConditionTuple('a', 'b')._asdict()", "{'category': 'a', 'value': 'b'}"),
      Case(
        "ConditionTuple('a')",
        "TypeError: Condition.__new__() missing 1 required positional argument: 'value'"),
      Case("'%s=%s' % ConditionTuple('a', 'b')", "'a=b'"),
      Case(
        "Statement({'Condition': {'StringLike': {'aws:PrincipalOrgID': ['o-a/r-b', 'o-a']}}}).condition_orgids",
        "{'o-a'}"),
    ])
  func allowed(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "has attributes to set",
    arguments: [
      Case("s = Statement({'Effect': 'Allow'});; s.principals = {'*'};; s.is_internet_accessible()", "True"),
      Case("s = Statement({});; s.more = 5;; s.more", "5"),
      Case(
        "s = Statement({});; s.effect = 5;; s",
        "AttributeError: property 'effect' of 'Statement' object has no setter"),
      Case(
        "s = Statement({});; del s.actions;; s.actions",
        "AttributeError: 'Statement' object has no attribute 'actions'"),
      Case("Policy({}).nothing", "AttributeError: 'Policy' object has no attribute 'nothing'"),
      Case("d = {};; s = Statement(d);; d['Effect'] = 'Deny';; s.effect", "'Deny'"),
    ])
  func attributes(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  private static let imports = """
    from policyuniverse.policy import Policy
    from policyuniverse.statement import ConditionTuple, PrincipalTuple, Statement
    from policyuniverse.arn import ARN
    from policyuniverse.organization import Organization
    """
}
