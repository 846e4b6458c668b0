def policy(resource):
    return resource["TimeToLiveDescription"]["TimeToLiveStatus"] == "ENABLED"
