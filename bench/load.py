"""Asks a local server over kept connections and counts answers. One process, so its own ceiling is printed with a row."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle


@dataclass(frozen=True, slots=True)
class Load:
    """How the server held: answers a second, their number, and those without the status that was expected."""

    per_second: float
    count: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What to ask in turn, over how many connections, and the status of a right answer."""

    paths: Sequence[str]
    headers: Mapping[str, str]
    clients: int = 8
    status: int = 200


def ask_many(port: int, asked: Asked, *, seconds: float) -> Load:
    """Keep the connections busy for so many seconds."""
    import uvloop

    return uvloop.run(_all(port, asked, seconds))


async def _all(port: int, asked: Asked, seconds: float) -> Load:
    named = {"Host": "localhost", "Accept-Encoding": "identity", **asked.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    requests = [f"GET {path} HTTP/1.1\r\n{head}\r\n".encode() for path in asked.paths]
    until = time.perf_counter() + seconds
    started = time.perf_counter()
    # Each connection begins at another address, so that the same page is seldom asked for twice at once.
    starts = [len(requests) * client // asked.clients for client in range(asked.clients)]
    done = await asyncio.gather(*(_one(port, requests[at:] + requests[:at], asked.status, until) for at in starts))
    took = time.perf_counter() - started
    count = sum(count for count, _ in done)
    return Load(count / took, count, sum(wrong for _, wrong in done))


async def _one(port: int, requests: list[bytes], status: int, until: float) -> tuple[int, int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    expected = b"HTTP/1.1 %d" % status
    count = wrong = 0
    for request in cycle(requests):
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 304"):
            await _body(reader, head.lower())
        count += 1
        wrong += not head.startswith(expected)
        if time.perf_counter() >= until:
            break
    writer.close()
    return count, wrong


async def _body(reader: asyncio.StreamReader, head: bytes) -> None:
    """Read past the body, by its length or in chunks."""
    place = head.find(b"content-length:")
    if place >= 0:
        await reader.readexactly(int(head[place + 15 : head.index(b"\r\n", place)]))
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()
