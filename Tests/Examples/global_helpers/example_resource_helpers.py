"""Look-ups that the example policies share."""

from datetime import datetime, timezone

ANY_ADDRESS = {"0.0.0.0/0", "::/0"}

ACCOUNT_STAGES = {
    "111122223333": "production",
    "444455556666": "sandbox",
}


def deep_get(mapping, *keys, default=None):
    """The value at the end of a path of keys, or the default where the path breaks off."""
    value = mapping
    for key in keys:
        if not isinstance(value, dict):
            return default
        value = value.get(key)
    return default if value is None else value


def as_list(value):
    """AWS writes a single element where a list of one would do."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def age_in_days(timestamp):
    """Full days since a moment such as 2024-01-31T12:00:00Z; negative if it lies ahead."""
    moment = datetime.strptime(timestamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    return (datetime.now(timezone.utc) - moment).days


def is_open_to_world(permission):
    """Whether a security group's permission admits every address, of either IP version."""
    ranges = {entry.get("CidrIp") for entry in as_list(permission.get("IpRanges"))}
    ranges |= {entry.get("CidrIpv6") for entry in as_list(permission.get("Ipv6Ranges"))}
    return not ranges.isdisjoint(ANY_ADDRESS)


def stage_of_account(account_id):
    """What an AWS account is used for."""
    return ACCOUNT_STAGES.get(account_id, "unknown")
