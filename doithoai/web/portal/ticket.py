"""The signed ticket that travels with an opinion while it is being written: the key that makes two presses one opinion.

It vouches for the key alone. What was typed travels beside it in plain hidden fields, so that a ticket that can no longer
be read (the server got a new secret key) costs the citizen nothing but a new ticket.
"""

from typing import Final
from uuid import uuid4

from django.core import signing

SALT: Final = "portal.ticket"


def new_ticket() -> str:
    """A ticket with a fresh submission key."""
    return signing.dumps(uuid4().hex, salt=SALT)


def ticket_of(sent: str) -> str:
    """The ticket that came with the form, or a new one where it is missing or forged."""
    return sent if _key_in(sent) else new_ticket()


def submission_key(ticket: str) -> str:
    """The key inside a ticket that `ticket_of` gave."""
    key = _key_in(ticket)
    if key is None:
        raise signing.BadSignature
    return key


def _key_in(ticket: str) -> str | None:
    try:
        key = signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        return None
    return key if isinstance(key, str) else None
