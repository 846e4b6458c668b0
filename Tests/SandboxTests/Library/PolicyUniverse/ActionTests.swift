import Testing

/// `policyuniverse` 1.5.1.20231109: what it makes of the actions of a policy. Every answer is the package's.
@Suite struct ActionTests {
  @Test(
    "expands the actions of a policy",
    arguments: [
      Case(
        "expand_policy({'Statement': {'Effect': 'Allow', 'Action': 's3:GetObjectA*'}})",
        "{'Statement': [{'Effect': 'Allow', 'Action': ['s3:getobjectacl', 's3:getobjectattributes']}]}"),
      Case(
        "expand_policy({'Statement': [{'Effect': 'Allow', 'Action': ['S3:GetObject', 'foo:Bar*']}]})",
        "{'Statement': [{'Effect': 'Allow', 'Action': ['foo:bar*', 's3:getobject']}]}"),
      Case(
        "expand_policy({'Statement': {'Effect': 'Deny', 'NotAction': 's3:*'}})",
        "{'Statement': [{'Effect': 'Deny', 'NotAction': 's3:*'}]}"),
      Case(
        "expand_policy({'Statement': {'Effect': 'Deny', 'Action': 's3:GetObjectA*'}}, expand_deny=True)",
        "{'Statement': [{'Effect': 'Deny', 'Action': ['s3:getobjectacl', 's3:getobjectattributes']}]}"),
      Case(
        "expand_policy({'Statement': {'Sid': 'x', 'NotAction': '*', 'Effect': 'Allow'}})",
        "{'Statement': [{'Sid': 'x', 'Effect': 'Allow', 'Action': []}]}"),
      Case(
        "len(expand_policy({'Statement': {'Effect': 'Allow', 'NotAction': 'iam:*'}})['Statement'][0]['Action'])",
        "15148"),
      Case(
        "len(expand_policy({'Statement': {'Effect': 'Allow', 'Action': '*'}})['Statement'][0]['Action'])",
        "15319"),
      Case("expand_policy({'Statement': {'Action': 's3:*'}})", "KeyError: 'Effect'"),
      Case("expand_policy()", "TypeError: 'NoneType' object is not subscriptable"),
      Case(
        "expand_policy({'Statement': {'Effect': None}})",
        "AttributeError: 'NoneType' object has no attribute 'lower'"),
      Case(
        "expand_policy({'Statement': {'Effect': 'Allow', 'Action': None}})",
        "TypeError: 'NoneType' object is not iterable"),
      Case(
        "d = {'Statement': {'Effect': 'Allow', 'Action': 's3:GetObjectA*'}};; r = expand_policy(d);; d",
        "{'Statement': {'Effect': 'Allow', 'Action': 's3:GetObjectA*'}}"),
    ])
  func expands(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "matches action patterns as fnmatch does",
    arguments: [
      // By itself, only a star makes a pattern.
      Case("sorted(get_actions_from_statement({'Action': 's3:getobjec?'}))", "['s3:getobjec?']"),
      Case("sorted(get_actions_from_statement({'Action': [['s3:getobjec?']]}))", "['s3:getobject']"),
      Case(
        "sorted(get_actions_from_statement({'Action': '*:getobjectac*'}))",
        "['s3-object-lambda:getobjectacl', 's3:getobjectacl']"),
      Case(
        "sorted(get_actions_from_statement({'Action': 's3:[gp]*object'}))", "['s3:getobject', 's3:putobject']"
      ),
      Case("sorted(get_actions_from_statement({'Action': 's3:get[!a-n]bjectac*'}))", "['s3:getobjectacl']"),
      Case("sorted(get_actions_from_statement({'Action': 's3:[o-g]*'}))", "['s3:[o-g]*']"),
      Case("sorted(get_actions_from_statement({'Action': 's3:*['}))", "['s3:*[']"),
      Case("len(get_actions_from_statement({'Action': '*' * 1000}))", "15319"),
      Case("len(get_actions_from_statement({'Action': 'é*'}))", "1"),
      Case("get_actions_from_statement({'NotAction': []})", "set()"),
      Case("len(get_actions_from_statement({'NotAction': 'nothing'}))", "15319"),
    ])
  func matches(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test(
    "minimizes the actions of a statement",
    arguments: [
      Case("minimize_statement_actions({'Effect': 'Allow', 'Action': 's3:*'})", "['s3:*']"),
      Case("minimize_statement_actions({'Effect': 'Allow', 'Action': ['s3:GetObj*']})", "['s3:geto*']"),
      Case(
        "minimize_statement_actions({'Effect': 'Allow', 'Action': ['s3:getobject', 'iam:get*', 'ec2:describe*']})",
        "['ec2:des*', 'iam:get*', 's3:getobject']"),
      Case(
        "minimize_statement_actions({'Effect': 'Allow', 'Action': 's3:getobject*'}, 9)", "['s3:getobject']"),
      Case(
        "minimize_statement_actions({'Effect': 'Allow', 'Action': ['s3:list*', 's3:getobjectacl']}, minchars=6)",
        "['s3:getobjectac*', 's3:listac*', 's3:listal*', 's3:listbu*', 's3:listjo*', 's3:listmu*', 's3:listst*']"
      ),
      Case(
        "minimize_statement_actions({'Effect': 'Allow', 'Action': 's3:getobjectacl'}, 100)",
        "['s3:getobjectacl']"),
      Case("len(minimize_statement_actions({'Effect': 'Allow', 'Action': '*'}))", "366"),
      Case("minimize_statement_actions({'Effect': 'Allow', 'Action': []})", "[]"),
      Case(
        "minimize_statement_actions({'Effect': 'Deny', 'Action': 's3:*'})",
        "Exception: Minification does not currently work on Deny statements."),
      Case(
        "minimize_statement_actions({'Effect': 'Allow', 'Action': 'foo:*'})",
        "Exception: Desired action not found in master permission list. foo:*"),
      Case("minimize_statement_actions({'Effect': 'Allow', 'NotAction': 's3:*'})", "KeyError: 'Action'"),
      Case(
        "minimize_statement_actions({'Effect': 'Allow', 'Action': 's3:*'}, 'x')",
        "ValueError: invalid literal for int() with base 10: 'x'"),
      // A policy is minimized in place.
      Case(
        "d = {'Statement': [{'Effect': 'Allow', 'Action': 's3:getobj*'}]};; r = minimize_policy(d);; (d, r is d)",
        "({'Statement': [{'Effect': 'Allow', 'Action': ['s3:geto*']}]}, True)"),
      Case(
        "minimize_policy({'Statement': [], 'a': {1}})",
        "TypeError: Object of type set is not JSON serializable"),
      Case(
        "expand_minimize_over_policies({'rolepolicies': {'p': {'Statement': []}}, 'policy': 1}, minimize_policy)",
        "{'rolepolicies': {'p': {'Statement': []}}}"),
      Case(
        "expand_minimize_over_policies({'a': 1}, lambda **given: given, b=2)", "{'policy': {'a': 1}, 'b': 2}"),
    ])
  func minimizes(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test("prints what it could not minimize")
  func prints() {
    let run = PythonRun(
      Self.imports + """

        minimize_statement_actions({'Effect': 'Allow', 'Action': 's3:getobject'})
        minimize_statement_actions({'Effect': 'Allow', 'Action': 's3:getobjectacl'}, 100)
        """)
    #expect(
      run.outcome == """
        Action is a denied prefix. Action: s3:getobject
        Could not suitable prefix. Defaulting to s3:getobjectacl

        """)
  }

  @Test(
    "knows the categories of actions",
    arguments: [
      Case("categories_for_actions(['s3:getobject'])", "defaultdict(<class 'set'>, {'s3': {'Read'}})"),
      Case("sorted(categories_for_actions(['s3:getobject', 's3:putobject'])['s3'])", "['Read', 'Write']"),
      Case(
        "categories_for_actions(['S3:GetObject', 'x'])",
        "defaultdict(<class 'set'>, {'S3': {None}, 'x': {None}})"),
      Case("categories_for_actions([])['ec2']", "set()"),
      Case("categories_for_actions([b's3'])", "TypeError: a bytes-like object is required, not 'str'"),
      Case("categories_for_actions([5])", "AttributeError: 'int' object has no attribute 'split'"),
      Case(
        "[len(actions_for_category(c)) for c in ['Read', 'Write', 'List', 'Tagging', 'Permissions', 'x']]",
        "[4142, 7920, 2447, 570, 240, 0]"),
      Case("len(all_permissions)", "15319"),
      Case("'s3:getobject' in all_permissions", "True"),
      Case("translate_aws_action_groups(['ReadWrite', 'ListOnly'])", "'List'"),
      Case(
        "Policy({'Statement': [{'Action': 'iam:passrole'}, {'Action': 'iam:getuser'}]}).action_summary()['ec2']",
        "set()"),
      Case(
        "sorted(Policy({'Statement': [{'Action': 'iam:passrole'}, {'Action': 'iam:getuser'}]}).action_summary()['iam'])",
        "['Read', 'Write']"),
      Case("Statement({'NotAction': '*'}).action_summary()", "defaultdict(<class 'set'>, {})"),
      Case(
        "build_service_actions_from_service_data({'S3': {'prefix': 's3', 'actions': {'GetObject': {}}}})",
        "{'s3:getobject'}"),
    ])
  func categories(_ example: Case) {
    #expect(evaluate(example.code, after: Self.imports) == example.value)
  }

  @Test("doesn't answer from a table that a detection has changed")
  func changedTable() {
    let code = "all_permissions.add('x:y');; expand_policy({'Statement': {'Effect': 'Allow', 'Action': '*'}})"
    #expect(
      evaluate(Case(code, "").code, after: Self.imports)
        == "unsupported: a change of policyuniverse.all_permissions")
  }

  @Test("has no service data")
  func serviceData() {
    let code = "from policyuniverse import service_data\nresult = repr(len(service_data))"
    #expect(evaluate(code) == "unsupported: policyuniverse.service_data")
    #expect(
      evaluate("from policyuniverse import nothing").hasPrefix("ImportError: cannot import name 'nothing'"))
  }

  private static let imports = """
    from policyuniverse import all_permissions, build_service_actions_from_service_data
    from policyuniverse.action_categories import (
        actions_for_category, categories_for_actions, translate_aws_action_groups)
    from policyuniverse.expander_minimizer import (
        expand_minimize_over_policies, expand_policy, get_actions_from_statement, minimize_policy,
        minimize_statement_actions)
    from policyuniverse.policy import Policy, Statement
    """
}
