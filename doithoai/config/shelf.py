"""Finished public pages kept in memory for the second or so that Django allowed with `s-maxage`.

Only what a visitor without a session may see is ever put here; `edge.py` decides that. Bounded in bytes: the page not
asked for longest goes first. Nothing is kept across a restart.
"""

import gzip
import hashlib
import re
from collections import OrderedDict
from dataclasses import dataclass, field

SHARED_FOR = re.compile(rb"(?:^|[,\s])s-maxage=(\d+)")
WORTH_PACKING = 600
ROOM = 16 * 1024 * 1024
SAME = frozenset({b"cache-control", b"etag", b"vary"})

Headers = list[tuple[bytes, bytes]]
Key = tuple[bytes | str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One finished answer. `headers` hold neither length nor encoding; `packed` is the gzip form, empty when useless.

    `same_headers` go with 304: the three that RFC 9110, 15.4.5 asks for; the browser has the others from the first time.
    """

    headers: Headers
    body: bytes
    packed: bytes
    etag: bytes
    fresh_until: float
    plain_headers: Headers = field(init=False)
    packed_headers: Headers = field(init=False)
    same_headers: Headers = field(init=False)

    def __post_init__(self) -> None:
        plain = [*self.headers, (b"content-length", b"%d" % len(self.body))]
        packed = [*self.headers, (b"content-length", b"%d" % len(self.packed)), (b"content-encoding", b"gzip")]
        object.__setattr__(self, "plain_headers", plain)
        object.__setattr__(self, "packed_headers", packed)
        object.__setattr__(self, "same_headers", [one for one in self.headers if one[0] in SAME])

    @property
    def size(self) -> int:
        """Bytes this page takes on the shelf, near enough."""
        return len(self.body) + len(self.packed) + 500

    def matches(self, seen: bytes) -> bool:
        """Whether an `If-None-Match` header names this very page."""
        return self.etag in seen

    def answer(self, *, packed: bool) -> tuple[Headers, bytes]:
        """Headers and body, in gzip form when the visitor takes it and it is shorter."""
        if packed and self.packed:
            return self.packed_headers, self.packed
        return self.plain_headers, self.body


@dataclass(slots=True)
class Shelf:
    """Pages by key, least recently asked first."""

    room: int = ROOM
    taken: int = 0
    pages: OrderedDict[Key, Page] = field(default_factory=OrderedDict)

    def fresh(self, key: Key, now: float) -> Page | None:
        """The page if it may still be given out."""
        page = self.pages.get(key)
        if page is None or page.fresh_until <= now:
            return None
        self.pages.move_to_end(key)
        return page

    def known(self, key: Key) -> bool:
        """Whether this address gave a public page before, fresh or not."""
        return key in self.pages

    def put(self, key: Key, page: Page) -> None:
        """Keep the page, making room where needed; one larger than an eighth of the shelf is not kept."""
        self.drop(key)
        if page.size > self.room // 8:
            return
        self.pages[key] = page
        self.taken += page.size
        while self.taken > self.room:
            _, oldest = self.pages.popitem(last=False)
            self.taken -= oldest.size

    def drop(self, key: Key) -> None:
        """Forget the page; nothing happens when there is none."""
        page = self.pages.pop(key, None)
        if page is not None:
            self.taken -= page.size


def seconds_shared(headers: Headers) -> int:
    """How long the answer may be given to others: its `s-maxage`, or 0 when it is private or sets a cookie."""
    seconds = 0
    for name, value in headers:
        if name == b"set-cookie":
            return 0
        if name == b"cache-control":
            if b"no-store" in value or b"private" in value:
                return 0
            if found := SHARED_FOR.search(value):
                seconds = int(found[1])
    return seconds


def finished(headers: Headers, body: bytes, seconds: int, *, now: float) -> Page:
    """A page ready to be given out: with an ETag, its gzip form, and told to browsers to ask again each time.

    `now` is when its making began: a change made while a slow page was being drawn must not wait longer for being seen.
    """
    kept = [(n, v) for n, v in headers if n not in {b"content-length", b"cache-control", b"etag", b"vary"}]
    etag = b'W/"%s"' % hashlib.blake2b(body, digest_size=12).hexdigest().encode()
    kept += [
        (b"cache-control", b"public, max-age=0, must-revalidate, s-maxage=%d" % seconds),
        (b"etag", etag),
        (b"vary", b"Accept-Encoding, Cookie"),
    ]
    packed = gzip.compress(body, 5, mtime=0) if len(body) >= WORTH_PACKING else b""
    return Page(kept, body, packed if len(packed) < len(body) else b"", etag, now + seconds)
