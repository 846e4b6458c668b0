from example_resource_helpers import as_list, is_open_to_world

ADMIN_PORTS = {22: "SSH", 3389: "RDP", 5985: "WinRM"}


def admitted_ports(permission):
    if permission["IpProtocol"] == "-1":
        return set(ADMIN_PORTS)
    return {port for port in ADMIN_PORTS if permission["FromPort"] <= port <= permission["ToPort"]}


def exposed_services(resource):
    return sorted(
        {
            ADMIN_PORTS[port]
            for permission in as_list(resource["IpPermissions"])
            if is_open_to_world(permission)
            for port in admitted_ports(permission)
        }
    )


def policy(resource):
    return not any(exposed_services(resource))


def severity(resource):
    return "CRITICAL" if len(exposed_services(resource)) > 1 else "HIGH"


def title(resource):
    return f"{resource['Id']} opens {', '.join(exposed_services(resource))} to the world"
