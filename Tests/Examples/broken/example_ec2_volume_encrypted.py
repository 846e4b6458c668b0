def policy(resource):
    attached = [entry for entry in resource["Attachments"] if entry["State"] == "attached"]
    return not attached or resource["Encrypted"]
