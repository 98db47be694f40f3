"""The one door of the server: finished public pages from memory, everything else to Django on two threads.

Raw ASGI, so that a phone asking again for a public page costs no Django at all. Live events will get their own branch
in `Edge.__call__`, before Django. What a page may say about caching is the view's business: `Cache-Control: s-maxage=1`.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from doithoai.config import body, plain, shelf
from doithoai.config.bridge import Answer, Bridge, Scope

Send = Callable[[dict[str, Any]], Awaitable[None]]
logger = logging.getLogger("doithoai.edge")

QUEUE = 400
SESSION, TOKEN, LANGUAGE = "sessionid", "csrftoken", "django_language"


class Edge:
    """An ASGI application around one WSGI application."""

    def __init__(self, application: Any, *, limit: int) -> None:
        self.bridge = Bridge(application)
        self.shelf = shelf.Shelf()
        self.limit = limit
        self.asked: dict[shelf.Key, asyncio.Future[None]] = {}

    async def __call__(self, scope: Scope, receive: body.Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
        elif scope["method"] in {"GET", "HEAD"}:
            await self._read(scope, receive, send)
        else:
            await self._write(scope, receive, send)

    async def _live(self, receive: body.Receive, send: Send) -> None:
        """Start at once; at the end let running pages finish."""
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            else:
                await asyncio.get_running_loop().run_in_executor(None, self.bridge.close)
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _read(self, scope: Scope, receive: body.Receive, send: Send) -> None:
        """A page: from the shelf for a visitor without session, else from Django."""
        headers = dict(scope["headers"])
        cookies = _cookies(scope["headers"]) if b"cookie" in headers else {}
        if SESSION in cookies or b"authorization" in headers:
            await self._write(scope, receive, send)
            return
        language = _language_of(cookies)
        key = (scope["scheme"], headers.get(b"host", b""), scope["path"], scope["query_string"], language)
        asked_at = time.monotonic()
        page = self.shelf.fresh(key, asked_at) or await self._page_being_made(key, asked_at)
        if page is not None:
            await _give(page, headers, send, head=scope["method"] == "HEAD")
        elif scope["method"] == "HEAD" or TOKEN in cookies:
            # A page made for a visitor with a form token would carry that token to others.
            await self._write(scope, receive, send)
        else:
            await self._make(key, scope, headers, send)

    async def _page_being_made(self, key: shelf.Key, asked_at: float) -> shelf.Page | None:
        """Where a page that was public before is being made again right now, wait for it instead of making it twice.

        It need only have been fresh when it was asked for: waiting for a slow page makes nobody ask Django again.
        """
        making = self.asked.get(key)
        if making is None:
            return None
        await asyncio.shield(making)
        return self.shelf.fresh(key, asked_at)

    async def _make(self, key: shelf.Key, scope: Scope, headers: dict[bytes, bytes], send: Send) -> None:
        """Ask Django; keep and give out the page if it is public, else just pass it on."""
        making = asyncio.get_running_loop().create_future() if self.shelf.known(key) else None
        if making is not None:
            self.asked[key] = making
        page = None
        try:
            answer = await self._django(scope, None, 0)
            seconds = shelf.seconds_shared(answer.headers)
            if seconds and answer.status == 200 and isinstance(answer.body, bytes):
                page = shelf.finished(answer.headers, answer.body, seconds, now=answer.began_at)
                self.shelf.put(key, page)
            else:
                self.shelf.drop(key)
        finally:
            if making is not None:
                del self.asked[key]
                making.set_result(None)
        if page is None:
            await _pass_on(answer, send)
        else:
            await _give(page, headers, send)

    async def _write(self, scope: Scope, receive: body.Receive, send: Send) -> None:
        """Take the whole body in, then ask Django."""
        headers = dict(scope["headers"])
        if scope["method"] in {"GET", "HEAD"} and not headers.keys() & {b"content-length", b"transfer-encoding"}:
            await _pass_on(await self._django(scope, None, 0), send)
            return
        announced = headers.get(b"content-length", b"0")
        try:
            taken, length = await body.take_in(
                receive, limit=self.limit, announced=int(announced) if announced.isdigit() else None
            )
        except body.TooLarge:
            await _pass_on(plain.too_large(self.limit, _language(scope)), send)
        except body.TooSlow:
            await _pass_on(plain.too_slow(_language(scope)), send)
        except body.Gone:
            return
        else:
            await _pass_on(await self._django(scope, taken, length), send)

    async def _django(self, scope: Scope, taken: Any, length: int) -> Answer:
        """Django's answer, or plain words when it is overrun or broken beyond its own error page."""
        if self.bridge.waiting >= QUEUE:
            if taken is not None:
                taken.close()
            return plain.overrun(_language(scope))
        try:
            return await self.bridge.call(scope, taken, length)
        except Exception:
            logger.exception("django failed")
            return plain.broken(_language(scope))


async def _give(page: shelf.Page, asked: dict[bytes, bytes], send: Send, *, head: bool = False) -> None:
    """A page from the shelf, or 304 to a visitor who has it already."""
    if page.matches(asked.get(b"if-none-match", b"-")):
        await send({"type": "http.response.start", "status": 304, "headers": page.same_headers})
        await send({"type": "http.response.body", "body": b""})
        return
    headers, content = page.answer(packed=b"gzip" in asked.get(b"accept-encoding", b""))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head else content})


async def _pass_on(answer: Answer, send: Send) -> None:
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    for piece in answer.pieces():
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _language_of(cookies: dict[str, str]) -> str:
    return "en" if cookies.get(LANGUAGE) == "en" else "vi"


def _language(scope: Scope) -> str:
    """The language to say in plain words that something failed; asked for only then."""
    return _language_of(_cookies(scope["headers"]))


def _cookies(headers: shelf.Headers) -> dict[str, str]:
    """Cookies by name, split as Django splits them: what it will take for a session must be one here too."""
    header = b";".join(value for name, value in headers if name == b"cookie")
    parts = (part.partition("=") for part in header.decode("latin-1").split(";"))
    return {name.strip(): value.strip() for name, mark, value in parts if mark}
