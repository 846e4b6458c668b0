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

  @Test("needs a list of actions for the rest")
  func refusesActionData() {
    let code = "result = repr(Policy({}).action_summary())"
    #expect(evaluate(code, after: Self.imports) == "unsupported: policyuniverse.policy.Policy.action_summary")
  }

  private static let imports = """
    from policyuniverse.policy import Policy
    from policyuniverse.statement import Statement
    """
}
