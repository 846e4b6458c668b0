from example_resource_helpers import deep_get

WRITES = ("All", "WriteOnly")


def policy(resource):
    delivers = deep_get(resource, "Status", "IsLogging", default=False) and not deep_get(
        resource, "Status", "LatestDeliveryError"
    )
    records_writes = any(
        selector["IncludeManagementEvents"] and selector["ReadWriteType"] in WRITES
        for selector in resource["EventSelectors"] or []
    )
    return bool(delivers and records_writes)
