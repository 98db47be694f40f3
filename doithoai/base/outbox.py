"""What happens after a change has been committed: stages that must follow subscribe to acts of the record.

In this process and after commit only: a subscriber that fails is logged and never undoes or blocks the change. Sending
to the outside (mail, SMS) will need a stored outbox; nothing is sent yet, so there is none.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module

from django.db import transaction

Subscriber = Callable[[str, str, datetime], None] | str
"""A function, or its dotted name `package.module:name`, loaded when the first act comes so that starting stays quick."""
logger = logging.getLogger("doithoai.outbox")

_subscribers: dict[str, list[Subscriber]] = {}


def subscribe(acts: tuple[str, ...], subscriber: Subscriber) -> None:
    """Call `subscriber(act, thing, at)` after each of these acts was committed. The same one again is ignored."""
    for act in acts:
        known = _subscribers.setdefault(act, [])
        if subscriber not in known:
            known.append(subscriber)


def after_commit(act: str, thing: str, at: datetime) -> None:
    """Hand an act to its subscribers once the present transaction is committed."""
    for subscriber in _subscribers.get(act, ()):
        transaction.on_commit(partial(_call, subscriber, act, thing, at), robust=True)


def _call(subscriber: Subscriber, act: str, thing: str, at: datetime) -> None:
    try:
        if isinstance(subscriber, str):
            module, _, name = subscriber.partition(":")
            getattr(import_module(module), name)(act, thing, at)
        else:
            subscriber(act, thing, at)
    except Exception:
        logger.exception("after %s", act)
