from example_resource_helpers import age_in_days, deep_get

MAXIMUM_AGE = 90


def key_ages(resource):
    """The ages in days of the access keys that are active."""
    report = resource["CredentialReport"]
    return [
        age_in_days(report[f"AccessKey{number}LastRotated"])
        for number in (1, 2)
        if deep_get(report, f"AccessKey{number}Active", default=False)
    ]


def policy(resource):
    return all(age <= MAXIMUM_AGE for age in key_ages(resource))


def severity(resource):
    return "HIGH" if max(key_ages(resource), default=0) > 365 else "DEFAULT"


def title(resource):
    return f"An access key of {resource['Name']} is more than {MAXIMUM_AGE} days old"
