"""Calls Django, which is WSGI, from the edge, which is ASGI: two threads, one hop there and one back.

The whole answer is gathered before it is sent, so a slow reader never holds a thread; an answer beyond IN_MEMORY goes
through a temporary file. No caching and no limits here: see `edge.py`.
"""

import asyncio
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Any

Scope = dict[str, Any]
Headers = list[tuple[bytes, bytes]]
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

THREADS = 2
IN_MEMORY = 1024 * 1024
PIECE = 64 * 1024


@dataclass(slots=True)
class Answer:
    """A whole answer of Django. `body` is bytes, or a file at its start when large; the caller closes a file.

    `began_at` is the moment, by the monotonic clock, before which nothing of it was read: its age counts from there.
    """

    status: int
    headers: Headers
    body: bytes | IO[bytes]
    began_at: float = 0.0

    def pieces(self) -> Iterator[bytes]:
        """The body in pieces fit for sending; closes a file at the end."""
        if isinstance(self.body, bytes):
            yield self.body
            return
        with self.body as file:
            while piece := file.read(PIECE):
                yield piece


class Bridge:
    """Runs a WSGI application on its own threads."""

    def __init__(self, application: Wsgi, threads: int = THREADS) -> None:
        self.application = application
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="page")
        self.waiting = 0

    async def call(self, scope: Scope, body: IO[bytes] | None, length: int) -> Answer:
        """Django's answer to one request; raises what Django raises. Closes `body`."""
        environ = environ_of(scope, body, length)
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.pool, self._run, environ)
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """Let running pages end, start no more."""
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, environ: dict[str, Any]) -> Answer:
        started: list[Any] = []
        began_at = time.monotonic()

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:  # noqa: ARG001 -- WSGI's signature
            started[:] = [status, headers]

        chunks = self.application(environ, start_response)
        try:
            body = _gather(chunks)
        finally:
            close = getattr(chunks, "close", None)
            if close:
                close()
            environ["wsgi.input"].close()
        status, headers = started
        named = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return Answer(int(status[:3]), named, body, began_at)


def _gather(chunks: Iterable[bytes]) -> bytes | IO[bytes]:
    """All chunks as bytes, or in a temporary file once they pass IN_MEMORY."""
    kept: list[bytes] = []
    size = 0
    rest = iter(chunks)
    for chunk in rest:
        kept.append(chunk)
        size += len(chunk)
        if size > IN_MEMORY:
            break
    else:
        return b"".join(kept)
    file = SpooledTemporaryFile(max_size=1)  # noqa: SIM115 -- handed to the caller, who closes it
    file.writelines(kept)
    file.writelines(rest)
    file.seek(0)
    return file


def environ_of(scope: Scope, body: IO[bytes] | None, length: int) -> dict[str, Any]:
    """The WSGI environment of an ASGI request. `length` replaces any announced length: the body is already here."""
    host, port = scope.get("server") or ("localhost", 80)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 0),
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": BytesIO() if body is None else body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        # An underscore would let a visitor forge a header that a proxy sets with dashes.
        if b"_" in raw_name or raw_name in {b"content-length", b"transfer-encoding"}:
            continue
        name = raw_name.decode("latin-1").upper().replace("-", "_")
        if name != "CONTENT_TYPE":
            name = f"HTTP_{name}"
        value = raw_value.decode("latin-1")
        joint = "; " if name == "HTTP_COOKIE" else ","
        environ[name] = f"{environ[name]}{joint}{value}" if name in environ else value
    environ["CONTENT_LENGTH"] = str(length)
    return environ
