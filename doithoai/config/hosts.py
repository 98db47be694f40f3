"""Under which names this machine answers when nobody has set DOITHOAI_HOSTS: itself and its office network.

No packet is sent and no name is looked up: a start without network is as quick as one with it.
"""

import socket

ANY_OUTSIDE_ADDRESS = ("192.0.2.1", 9)


def of_this_machine() -> tuple[str, ...]:
    """Loopback names, the machine's own name (also with `.local`), and its address on the office network."""
    name = socket.gethostname().lower()
    own = (name, f"{name}.local") if name else ()
    return tuple(dict.fromkeys(("localhost", "127.0.0.1", "[::1]", *own, *office_address())))


def office_address() -> tuple[str, ...]:
    """The address of the default way out. Connecting a datagram socket only asks the routing table."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ANY_OUTSIDE_ADDRESS)
        except OSError:
            return ()
        return (str(probe.getsockname()[0]),)
