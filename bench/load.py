"""Asks a local server over kept connections and counts answers. One process, so its own ceiling is printed with a row."""

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """How the server held: answers a second, and those that were not 200."""

    per_second: float
    wrong: int


def ask_many(port: int, path: str, *, seconds: float, clients: int, cookie: str = "") -> Load:
    """Keep `clients` connections busy for so many seconds."""
    import uvloop

    return uvloop.run(_all(port, path, seconds, clients, cookie))


async def _all(port: int, path: str, seconds: float, clients: int, cookie: str) -> Load:
    until = time.perf_counter() + seconds
    head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: identity\r\n"
    request = (head + (f"Cookie: {cookie}\r\n" if cookie else "") + "\r\n").encode()
    started = time.perf_counter()
    done = await asyncio.gather(*(_one(port, request, until) for _ in range(clients)))
    took = time.perf_counter() - started
    return Load(sum(count for count, _ in done) / took, sum(wrong for _, wrong in done))


async def _one(port: int, request: bytes, until: float) -> tuple[int, int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    count = wrong = 0
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        await _body(reader, head.lower())
        count += 1
        wrong += not head.startswith(b"HTTP/1.1 200")
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
