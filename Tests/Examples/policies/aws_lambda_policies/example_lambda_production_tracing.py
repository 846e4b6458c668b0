from example_resource_helpers import deep_get, stage_of_account


def policy(resource):
    if stage_of_account(resource["AccountId"]) != "production":
        return True
    return deep_get(resource, "TracingConfig", "Mode", default="PassThrough") == "Active"


def title(resource):
    return "Function {} ({}) is not traced".format(resource["Name"], stage_of_account(resource["AccountId"]))
