def policy(resource):
    # A certificate that nothing uses harms nobody, whatever became of it.
    if not resource.get("InUseBy"):
        return True

    return resource.get("Status") == "ISSUED"
