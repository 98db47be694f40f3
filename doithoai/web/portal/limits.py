"""Gentle limits per device and day, kept in memory under a key that is forgotten at midnight. No address is ever stored.

A whole hall shares one address (threats T-47): the limits are far above what 300 people do, and looking up a code that
exists is never counted. What is counted: opinions sent, and guesses at receipt codes (T-11).
"""

import hashlib
import hmac
import logging
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import Lock
from typing import Final

from django.http import HttpRequest
from django.utils import timezone

logger = logging.getLogger("doithoai.portal")

OPINIONS_A_DAY: Final = 1500
FREE_MISSES: Final = 10
LONGEST_WAIT: Final = 60
ALARM_AT: Final = 1000
ROOM: Final = 50_000
HOUR: Final = timedelta(hours=1)


@dataclass
class Misses:
    """Guesses of one device: how many within an hour of each other, and when the last one was."""

    number: int
    last_at: datetime


@dataclass
class Watch:
    """The counts of today. Guarded by one lock, since pages run on several threads."""

    day: date | None = None
    key: bytes = b""
    sent: OrderedDict[bytes, int] = field(default_factory=OrderedDict)
    misses: OrderedDict[bytes, Misses] = field(default_factory=OrderedDict)
    hour_began_at: datetime | None = None
    misses_this_hour: int = 0
    lock: Lock = field(default_factory=Lock)

    def may_send(self, device: str, at: datetime) -> bool:
        """Whether this device may send one more opinion today; counts it when so."""
        with self.lock:
            who = self._who(device, at)
            already = self.sent.get(who, 0)
            if already >= OPINIONS_A_DAY:
                return False
            _keep(self.sent, who, already + 1)
            return True

    def seconds_to_wait(self, device: str, at: datetime) -> int:
        """How long this device must still wait before its next guess; 0 when it may try now."""
        with self.lock:
            seen = self.misses.get(self._who(device, at))
            if seen is None or at - seen.last_at > HOUR or seen.number <= FREE_MISSES:
                return 0
            wait = min(LONGEST_WAIT, 2 ** min(seen.number - FREE_MISSES, 10))
            return max(0, wait - int((at - seen.last_at).total_seconds()))

    def note_miss(self, device: str, at: datetime) -> None:
        """Remember a code that nobody holds; a thousand of them in an hour is told to the log, once."""
        with self.lock:
            who = self._who(device, at)
            seen = self.misses.get(who)
            number = seen.number + 1 if seen and at - seen.last_at <= HOUR else 1
            _keep(self.misses, who, Misses(number, at))
            if self.hour_began_at is None or at - self.hour_began_at > HOUR:
                self.hour_began_at, self.misses_this_hour = at, 0
            self.misses_this_hour += 1
            if self.misses_this_hour == ALARM_AT:
                logger.warning("receipt codes are being guessed", extra={"count": ALARM_AT})

    def _who(self, device: str, at: datetime) -> bytes:
        """The device under today's key. With a new day comes a new key and everything of yesterday is gone."""
        today = timezone.localdate(at)
        if today != self.day:
            self.day, self.key = today, secrets.token_bytes(32)
            self.sent.clear()
            self.misses.clear()
        return hmac.digest(self.key, device.encode(), hashlib.sha256)[:16]


def _keep(counts: OrderedDict[bytes, object], who: bytes, value: object) -> None:
    counts[who] = value
    counts.move_to_end(who)
    if len(counts) > ROOM:
        counts.popitem(last=False)


def device_of(request: HttpRequest) -> str:
    """What tells one device from another for the length of a day: address and browser. Never stored, never logged."""
    return f"{request.META.get('REMOTE_ADDR', '')}\n{request.META.get('HTTP_USER_AGENT', '')[:200]}"


WATCH: Final = Watch()
