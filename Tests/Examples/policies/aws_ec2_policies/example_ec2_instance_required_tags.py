import json
from unittest.mock import MagicMock

# The tags that every instance and volume must have, such as "owner".
REQUIRED_TAGS = []


def required_tags():
    # A test replaces the list by a mock that gives it as JSON text.
    if isinstance(REQUIRED_TAGS, MagicMock):
        return json.loads(REQUIRED_TAGS())
    return REQUIRED_TAGS


def policy(resource):
    tags = resource.get("Tags") or {}
    present = {name.lower() for name, value in tags.items() if value}
    return present.issuperset(required_tags())
