/// Packages that Panther's Python has, or that helpers of the public corpus import: placeholders where the
/// repository doesn't provide a module of that name.
enum ThirdPartyNames {
  static let all: Set<String> = [
    "attr", "boto3", "botocore", "bs4", "chardet", "cryptography", "dateutil", "httpx", "idna", "jinja2",
    "jsonlines", "jsonpath_ng", "jwt", "numpy", "panther", "panther_analysis_tool", "panther_core",
    "panther_detection_helpers", "panther_sdk", "panther_utils", "policyuniverse", "pycountry", "pytest",
    "pytz", "regex", "requests", "ruamel", "six", "tabulate", "typing_extensions", "tzdata", "urllib3",
    "yaml",
  ]
}
