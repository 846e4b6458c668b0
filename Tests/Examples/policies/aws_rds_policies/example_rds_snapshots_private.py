from example_resource_helpers import ACCOUNT_STAGES, as_list


def strangers(resource):
    """The accounts that may restore a snapshot and should not, by snapshot."""
    result = {}
    for snapshot in as_list(resource["SnapshotAttributes"]):
        for attribute in as_list(snapshot["DBSnapshotAttributes"]):
            if attribute["AttributeName"] != "restore":
                continue
            accounts = [a for a in as_list(attribute["AttributeValues"]) if a not in ACCOUNT_STAGES]
            if accounts:
                result[snapshot["DBSnapshotIdentifier"]] = accounts
    return result


def policy(resource):
    return len(strangers(resource)) == 0


def severity(resource):
    accounts = [account for accounts in strangers(resource).values() for account in accounts]
    return "critical" if "all" in accounts else "default"


def alert_context(resource):
    return {"shared": strangers(resource)}


def dedup(resource):
    return resource["Id"]
