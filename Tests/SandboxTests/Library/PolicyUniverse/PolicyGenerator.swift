import TestSupport

/// Python expressions over `policyuniverse`: policies, statements and patterns as authors write them, and as nobody
/// should.
struct PolicyGenerator: RandomNumberGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> UInt64 { random.next() }

  mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &self) ?? "None" }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// A list, now and then a tuple, of a few.
  mutating func sequence(_ part: (inout PolicyGenerator) -> String) -> String {
    let parts = (0..<Int.random(in: 0...3, using: &self)).map { _ in part(&self) }
    let inner = parts.joined(separator: ", ")
    return chance(10) ? parts.isEmpty ? "()" : "(\(inner),)" : "[\(inner)]"
  }

  /// One, or a sequence.
  mutating func oneOrMany(_ part: (inout PolicyGenerator) -> String) -> String {
    chance(45) ? part(&self) : sequence(part)
  }

  // MARK: Actions

  private static let words = [
    "get", "put", "list", "describe", "delete", "create", "object", "bucket", "acl", "policy", "instance",
    "tag",
    "role", "user", "key", "version", "attach", "tagging", "vpc", "network", "*", "?", "", "g", "a", "s",
  ]

  private static let services = [
    "s3", "iam", "ec2", "kms", "sts", "lambda", "s3-object-lambda", "foo", "*", "s*", "", "rds", "sqs", "a4b",
    "S3",
  ]

  private static let whole = [
    "s3:GetObject", "s3:PutObject", "s3:getobjectacl", "iam:PassRole", "iam:*", "*", "*:*", "s3:*", "S3:Get*",
    "ec2:*Network*", "kms:Decrypt", "sts:AssumeRole", "s3:GetObjectVersionAcl", "s3:GetObject*", "foo:Bar",
    "s3:List*", "ec2:Describe*", "lambda:Invoke*", "s3:[GP]*Object", "s3:get[!o]*", "s3:g?tobject", "s3",
    "a:b:c", "s3:getobject\\n", "é:*", "İam:*", "*:tag*", "ec2:createvpc", "iam:get[a-u]*", "[", "s3:[*",
    "**",
    "rds:*", "iam:GetUser", "s3:DeleteBucket", "s3:delete*", "kms:*grant*", "logs:Create*",
  ]

  mutating func action() -> String {
    if chance(4) {
      return pick(["5", "None", "b's3:*'", "['s3:*']", "''", "{'s3:getobject': 1}", "True", "1.5", "()"])
    }
    if chance(60) { return "'\(pick(Self.whole))'" }
    let name = pick(Self.services) + ":" + pick(Self.words) + pick(Self.words) + pick(Self.words)
    return "'\(chance(30) ? name.uppercased() : name)'"
  }

  mutating func actions() -> String {
    chance(3) ? pick(["None", "{}", "0", "{'s3:Get*'}", "b's3'", "[[]]"]) : oneOrMany { $0.action() }
  }

  // MARK: Principals and conditions

  private static let nameParts = [
    "arn", ":", ":", ":", "aws", "iam", "s3", "123456789012", "*", "root", "role/x", "cloudfront", "a", "/",
    ".",
    "amazonaws.com", "amazon.com", "ec2", "\\n", "aws.internal", "sts", "us-east-1", "٣", "aws-cn", " ",
  ]

  private static let names = [
    "*", "arn:aws:iam::123456789012:root", "arn:aws:iam::*:role/x", "123456789012", "ec2.amazonaws.com",
    "arn:aws:s3:::bucket", "arn:aws:sns:us-east-1::topic", "arn:aws:iam::12345678901:user", "AIDA*", "",
    "arn:aws:iam::cloudfront:user/x", "a.b.amazonaws.com", "x.aws.internal", "123456789012123456789012",
    "arn:aws-cn:iam::aws:policy/y", "arn:*:*:*:*:*", "www.amazon.com", "arn:aws:iam::123456789012:root\\n",
  ]

  mutating func name() -> String {
    if chance(5) { return pick(["5", "None", "b'*'", "['*']", "{'a': 1}", "()"]) }
    if chance(50) { return "'\(pick(Self.names))'" }
    if chance(50) {
      var parts = ["arn", pick(["aws", "aws-cn", "", "*"]), pick(["iam", "s3", "sts", "", "*"])]
      parts += [pick(["", "us-east-1", "*"]), pick(["", "*", "123456789012", "1", "aws", "cloudfront"])]
      parts += [pick(["root", "role/x", "*", "", "a:b", "root\\n", "x\\ny"])]
      return "'\(parts.joined(separator: ":"))'"
    }
    return "'" + (0..<Int.random(in: 0...7, using: &self)).map { _ in pick(Self.nameParts) }.joined() + "'"
  }

  mutating func organization() -> String {
    if chance(3) { return pick(["5", "None", "b'o-*'", "['o-*']"]) }
    let first = ["o-abc", "o-*", "*", "", "x", "o-", "o-a*", "O-A"]
    let second = ["r-b", "r-*", "*", "", "x", "r-", "r"]
    let unit = ["ou-c", "ou-d", "ou-*", "*", "", "x", "ou-", "ou-e*", "o-*"]
    var parts = [pick(first)]
    if chance(70) { parts.append(pick(second)) }
    if chance(60) { for _ in 0..<Int.random(in: 1...3, using: &self) { parts.append(pick(unit)) } }
    return "'\(parts.joined(separator: "/"))'"
  }

  mutating func principal() -> String {
    if chance(5) { return pick(["5", "None", "0", "{'x', 'y'}", "[]", "{}"]) }
    if chance(40) { return oneOrMany { $0.name() } }
    let keys = ["AWS", "Service", "Federated", "CanonicalUser", "aws"].shuffled(using: &self).prefix(2)
    return "{" + keys.map { key in "'\(key)': " + oneOrMany { $0.name() } }.joined(separator: ", ") + "}"
  }

  private static let operators = [
    "StringEquals", "StringLike", "ArnEquals", "ArnLike", "IpAddress", "StringNotEquals", "NotIpAddress",
    "Bool",
    "ForAllValues:StringLike", "ForAnyValue:StringEquals", "stringequalsifexists", "ARNLIKEX", "DateLessThan",
    "StringEqualsIgnoreCase", "ForAnyValue:ArnNotLike", "Null", "forallvalues:ipaddress",
  ]

  private static let keys = [
    "aws:SourceArn", "aws:PrincipalArn", "AWS:SourceOwner", "aws:SourceAccount", "aws:PrincipalAccount",
    "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "kms:CallerAccount", "aws:userid", "aws:SourceIp",
    "aws:sourceVpc", "aws:SourceVpce", "SAML:aud", "aws:SecureTransport", "s3:prefix", "aws:SourceOrgID",
  ]

  mutating func conditionValue(_ key: String) -> String {
    switch key.lowercased() {
    case "aws:principalorgid", "aws:principalorgpaths": return organization()
    case "aws:sourceip":
      return pick(["'10.0.0.0/8'", "'0.0.0.0/0'", "'::/0'", "'1.2.3.4'", "'/00'", "''", "5", "None", "b'/0'"])
    case "aws:userid":
      return pick(["'*'", "'AROA:*'", "'AROA'", "'a*b'", "'a*b*'", "''", "'**'", "5", "b'*'", "['*']"])
    case "aws:sourcevpc", "aws:sourcevpce", "saml:aud", "aws:sourceaccount":
      return pick(["'vpc-1'", "'vpc-*'", "'*'", "''", "5", "None", "b'*'", "['*']", "{'*': 1}", "{}"])
    default: return name()
    }
  }

  mutating func condition() -> String {
    if chance(5) { return pick(["None", "{}", "[]", "[1]", "'x'", "5", "{5: {}}", "{'StringLike': None}"]) }
    var operators: [String] = []
    for _ in 0..<Int.random(in: 1...2, using: &self) {
      var keys: [String] = []
      for _ in 0..<Int.random(in: 1...2, using: &self) {
        let key = pick(Self.keys)
        keys.append("'\(key)': " + oneOrMany { $0.conditionValue(key) })
      }
      if chance(2) { keys.append(pick(["5: 'x'", "None: 1", "b'aws:SourceIp': 'x'"])) }
      operators.append("'\(pick(Self.operators))': {\(keys.joined(separator: ", "))}")
    }
    return "{\(operators.joined(separator: ", "))}"
  }

  // MARK: Statements and policies

  mutating func effect() -> String {
    chance(6)
      ? pick(["'allow'", "'DENY'", "'deny'", "None", "5", "b'Deny'", "''", "[]"])
      : chance(70) ? "'Allow'" : "'Deny'"
  }

  mutating func statement() -> String {
    if chance(2) { return pick(["None", "'x'", "5", "[]", "{}"]) }
    var parts: [String] = []
    if !chance(4) { parts.append("'Effect': \(effect())") }
    if chance(75) { parts.append("'Action': \(actions())") }
    if chance(15) { parts.append("'NotAction': \(actions())") }
    if chance(50) { parts.append("'Principal': \(principal())") }
    if chance(8) { parts.append("'NotPrincipal': \(principal())") }
    if chance(40) {
      let resource = oneOrMany { $0.pick(["'*'", "'arn:aws:s3:::b'", "5", "None", "'x'"]) }
      parts.append("'\(chance(15) ? "NotResource" : "Resource")': \(resource)")
    }
    if chance(35) { parts.append("'Condition': \(condition())") }
    if chance(10) { parts.append("'Sid': 'x'") }
    if chance(1) { parts.append("'odd': {1}") }
    parts.shuffle(using: &self)
    return "{\(parts.joined(separator: ", "))}"
  }

  mutating func policy() -> String {
    if chance(2) {
      return pick(["None", "'x'", "5", "[]", "{}", "{'Statement': None}", "{'Statement': 'x'}"])
    }
    let statements = oneOrMany { $0.statement() }
    let extra = chance(20) ? "'Version': '2012-10-17', " : ""
    return "{\(extra)'Statement': \(statements)}"
  }
}
