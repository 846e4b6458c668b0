import json

from example_resource_helpers import as_list


def admits_everyone(statement):
    if statement.get("Effect") != "Allow" or statement.get("Condition"):
        return False
    principal = statement.get("Principal")
    if isinstance(principal, dict):
        return "*" in as_list(principal.get("AWS"))
    return principal == "*"


def open_statements(resource):
    if resource["Policy"] is None:
        return []
    document = json.loads(resource["Policy"])
    found = []
    for index, statement in enumerate(as_list(document.get("Statement"))):
        if admits_everyone(statement):
            found.append(statement.get("Sid") or f"#{index}")
    return found


def policy(resource):
    return not open_statements(resource)


def title(resource):
    return f"Bucket {resource['Name']} is open to everyone"


def alert_context(resource):
    return {"bucket": resource["Name"], "statements": open_statements(resource)}
