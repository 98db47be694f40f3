"""Takes in a request body before any Django thread is spent on it: bounded in size, in memory and in patience.

A slow sender costs one open socket and a temporary file, never a thread; more than `limit` bytes are read past, not kept.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from tempfile import SpooledTemporaryFile
from typing import IO, Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

IN_MEMORY = 256 * 1024
STALL_SECONDS = 30.0
READ_PAST = 4


class TooLarge(Exception):
    """More bytes than allowed."""


class TooSlow(Exception):
    """The sender has been silent for too long."""


class Gone(Exception):
    """The sender has left."""


async def take_in(receive: Receive, *, limit: int, announced: int | None) -> tuple[IO[bytes], int]:
    """The whole body as a file at its start, and its length. The caller closes the file.

    A body that is too large is read past up to READ_PAST times the limit first, since a browser shows our answer only
    after it has sent its part; beyond that the connection is simply answered.
    """
    if announced is not None and announced > limit:
        await _read_past(receive, limit * READ_PAST)
        raise TooLarge
    spool = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- handed to the caller, who closes it
    length = 0
    try:
        while True:
            message = await _next(receive)
            chunk = message.get("body", b"")
            length += len(chunk)
            if length > limit:
                if message.get("more_body"):
                    await _read_past(receive, limit * READ_PAST)
                raise TooLarge
            spool.write(chunk)
            if not message.get("more_body"):
                break
    except BaseException:
        spool.close()
        raise
    spool.seek(0)
    return spool, length


async def _read_past(receive: Receive, most: int) -> None:
    """Receive and forget up to `most` bytes."""
    while most > 0:
        message = await _next(receive)
        most -= len(message.get("body", b""))
        if not message.get("more_body"):
            return


async def _next(receive: Receive) -> Message:
    try:
        message = await asyncio.wait_for(receive(), STALL_SECONDS)
    except TimeoutError:
        raise TooSlow from None
    if message["type"] == "http.disconnect":
        raise Gone
    return message
