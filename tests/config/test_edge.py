"""The door of the server: what comes from memory, what reaches Django, and what is stopped before."""

import asyncio
import re
import threading
import time
from collections.abc import Callable, Iterable

import pytest

from doithoai.config import body, plain
from doithoai.config.edge import Edge

LIMIT = 1000


class Pages:
    """A WSGI application that counts its calls and answers as it is told."""

    def __init__(self, headers: dict[str, str] | None = None, content: bytes = b"page") -> None:
        self.headers = headers or {}
        self.content = content
        self.seen: list[dict[str, object]] = []
        self.bodies: list[bytes] = []

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        self.seen.append(environ)
        self.bodies.append(environ["wsgi.input"].read())
        start_response("200 OK", [("Content-Type", "text/html"), *self.headers.items()])
        return [self.content]


def ask(edge: Edge, method: str = "GET", path: str = "/", *, chunks: Iterable[bytes] = (b"",), **headers: str):
    return asyncio.run(asking(edge, method, path, chunks=chunks, **headers))


async def asking(
    edge: Edge,
    method: str = "GET",
    path: str = "/",
    *,
    chunks: Iterable[bytes] = (b"",),
    raw: Iterable[tuple[bytes, bytes]] = (),
    **headers: str,
):
    """Status, headers and body of one request."""
    waiting = list(chunks)

    async def receive() -> dict:
        if not waiting:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    sent: list[dict] = []

    async def send(message: dict) -> None:
        sent.append(message)

    path, _, query = path.partition("?")
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "scheme": "http",
        "http_version": "1.1",
        "headers": [(b"host", b"localhost"), *named, *raw],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
    }
    await edge(scope, receive, send)
    if not sent:
        return 0, {}, b""
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(part.get("body", b"") for part in sent[1:])


def public(content: bytes = b"page") -> Pages:
    return Pages({"Cache-Control": "s-maxage=60"}, content)


def test_public_page_reaches_django_once():
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    answers = [ask(edge), ask(edge), ask(edge, "HEAD")]

    assert len(pages.seen) == 1
    assert [(status, content) for status, _, content in answers] == [(200, b"page"), (200, b"page"), (200, b"")]


@pytest.mark.parametrize("other", ["/other", "/?q=1"])
def test_public_page_is_kept_apart_from_other_addresses(other):
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    ask(edge)
    ask(edge, path=other)

    assert len(pages.seen) == 2


def test_public_page_is_kept_apart_by_language():
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    ask(edge)
    ask(edge, cookie="django_language=en")
    ask(edge, cookie="django_language=xx")

    assert [seen.get("HTTP_COOKIE") for seen in pages.seen] == [None, "django_language=en"]


def test_page_is_never_shared_with_or_from_a_session():
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    ask(edge, cookie="sessionid=a")
    ask(edge, cookie="sessionid=a")
    ask(edge)
    ask(edge, cookie="sessionid=a")

    assert len(pages.seen) == 4


@pytest.mark.parametrize(
    "raw",
    [
        [(b"cookie", b"sessionid=a"), (b"cookie", b"x=1")],
        [(b"cookie", b"x=1"), (b"cookie", b"sessionid=a")],
        [(b"authorization", b"Bearer a")],
    ],
)
def test_page_is_never_shared_when_visitor_is_known_by_another_header(raw):
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    asyncio.run(asking(edge, raw=raw))
    ask(edge)
    asyncio.run(asking(edge, raw=raw))

    assert len(pages.seen) == 3


def test_page_made_with_a_form_token_is_not_kept():
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    ask(edge, cookie="csrftoken=a")
    ask(edge)

    assert len(pages.seen) == 2


@pytest.mark.parametrize("cookie", ["a=b; sessionid=x", "=;sessionid=1", "a;;sessionid=1", 'a="; sessionid=1'])
def test_page_from_memory_is_not_given_when_cookies_hide_a_session(cookie):
    pages = public()
    edge = Edge(pages, limit=LIMIT)
    ask(edge)

    ask(edge, cookie=cookie)

    assert len(pages.seen) == 2


@pytest.mark.parametrize(
    "headers", [{"Set-Cookie": "a=b", "Cache-Control": "s-maxage=9"}, {"Cache-Control": "no-store"}]
)
def test_private_page_is_asked_again_each_time(headers):
    pages = Pages(headers)
    edge = Edge(pages, limit=LIMIT)

    ask(edge)
    ask(edge)

    assert len(pages.seen) == 2


def test_page_is_not_sent_again_when_visitor_has_it():
    pages = public()
    edge = Edge(pages, limit=LIMIT)
    _, headers, _ = ask(edge)

    status, again, content = ask(edge, if_none_match=headers[b"etag"].decode())

    assert (status, content) == (304, b"")
    assert again[b"etag"] == headers[b"etag"]
    assert len(pages.seen) == 1


def test_kept_page_ages_from_the_moment_its_making_began():
    moments = []

    class Slow(Pages):
        def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
            moments.append(time.monotonic())
            time.sleep(0.02)
            return super().__call__(environ, start_response)

    edge = Edge(Slow({"Cache-Control": "s-maxage=1"}), limit=LIMIT)

    ask(edge)

    [page] = edge.shelf.pages.values()
    assert page.fresh_until <= moments[0] + 1


def test_stale_page_is_made_once_when_many_ask():
    pages = public()
    edge = Edge(pages, limit=LIMIT)

    async def crowd() -> list:
        await asking(edge)
        for key, page in list(edge.shelf.pages.items()):
            edge.shelf.put(key, type(page)(page.headers, page.body, page.packed, page.etag, 0.0))
        return await asyncio.gather(*(asking(edge) for _ in range(50)))

    answers = asyncio.run(crowd())

    assert len(pages.seen) == 2
    assert {content for _, _, content in answers} == {b"page"}


def test_body_reaches_django_whole():
    pages = Pages()

    status, _, _ = ask(Edge(pages, limit=LIMIT), "POST", chunks=[b"a" * 300, b"b" * 300])

    assert status == 200
    assert pages.bodies == [b"a" * 300 + b"b" * 300]
    assert pages.seen[0]["CONTENT_LENGTH"] == "600"


@pytest.mark.parametrize("announced", [True, False])
def test_body_is_refused_in_plain_words_when_too_large(announced):
    pages = Pages()
    headers = {"content_length": "2000"} if announced else {}

    status, answer, content = ask(Edge(pages, limit=LIMIT), "POST", chunks=[b"a" * 500] * 4, **headers)

    assert status == 413
    assert "bấm nút quay lại" in content.decode()
    assert answer[b"connection"] == b"close"
    assert pages.seen == []


def test_body_is_given_up_when_sender_falls_silent(monkeypatch):
    monkeypatch.setattr(body, "STALL_SECONDS", 0.01)

    async def silent() -> None:
        async def receive() -> dict:
            await asyncio.sleep(10)
            return {}

        with pytest.raises(body.TooSlow):
            await body.take_in(receive, limit=LIMIT, announced=None)

    asyncio.run(silent())


def test_nothing_is_done_when_sender_leaves():
    pages = Pages()

    status, _, _ = ask(Edge(pages, limit=LIMIT), "POST", chunks=[])

    assert (status, pages.seen) == (0, [])


def test_large_body_is_not_held_in_memory():
    async def taking() -> bool:
        chunks = [b"x" * 65536] * 40

        async def receive() -> dict:
            return {"type": "http.request", "body": chunks.pop(), "more_body": bool(chunks)}

        file, length = await body.take_in(receive, limit=10**7, announced=None)
        with file:
            return bool(file._rolled) and length == 65536 * 40

    assert asyncio.run(taking())


def test_large_answer_comes_whole():
    content = bytes(range(256)) * 8000

    _, _, received = ask(Edge(Pages(content=content), limit=LIMIT), path="/file")

    assert received == content


def test_answer_is_plain_words_when_django_breaks():
    def broken(environ: dict, start_response: Callable) -> Iterable[bytes]:
        raise RuntimeError("Nguyễn Văn A")

    status, headers, content = ask(Edge(broken, limit=LIMIT))

    assert status == 500
    assert "bấm nút quay lại" in content.decode()
    assert "Nguyễn" not in content.decode()
    assert headers[b"content-security-policy"].startswith(b"default-src 'none'")


def test_edge_refuses_when_too_many_wait(monkeypatch):
    monkeypatch.setattr("doithoai.config.edge.QUEUE", 3)
    gate = threading.Event()

    def slow(environ: dict, start_response: Callable) -> Iterable[bytes]:
        gate.wait(5)
        start_response("200 OK", [])
        return [b""]

    edge = Edge(slow, limit=LIMIT)

    async def crowd() -> list[int]:
        asked = [asyncio.ensure_future(asking(edge, path=f"/{number}")) for number in range(5)]
        await asyncio.sleep(0.05)
        gate.set()
        return sorted([status for status, _, _ in await asyncio.gather(*asked)])

    assert asyncio.run(crowd()) == [200, 200, 200, 503, 503]


def test_header_with_underscore_cannot_pass_for_one_of_the_proxy():
    pages = Pages()
    edge = Edge(pages, limit=LIMIT)

    asyncio.run(asking(edge, raw=[(b"x_forwarded_proto", b"https"), (b"x-other", b"1")]))

    assert "HTTP_X_FORWARDED_PROTO" not in pages.seen[0]
    assert pages.seen[0]["HTTP_X_OTHER"] == "1"


WORDS = {
    "too large": lambda language: plain.too_large(2**20, language),
    "too slow": plain.too_slow,
    "overrun": plain.overrun,
    "broken": plain.broken,
}


@pytest.mark.parametrize("case", WORDS)
def test_plain_words_speak_the_visitors_language_and_lead_on(case):
    pages = {language: WORDS[case](language).body.decode() for language in ("vi", "en")}

    assert [f'<html lang="{language}">' in page for language, page in pages.items()] == [True, True]
    assert all('<a href="/">' in page and '<a href="/dang-nhap/">' in page for page in pages.values())
    assert [bool(re.search("[À-ỹ]", page)) for page in pages.values()] == [True, False]
    assert not any("{" in page for page in pages.values())


@pytest.mark.parametrize(
    ("cookie", "lang"), [("django_language=en", "en"), ("django_language=fr", "vi"), ("a=b", "vi")]
)
def test_plain_words_follow_the_language_that_was_chosen(cookie, lang):
    def broken(environ: dict, start_response: Callable) -> Iterable[bytes]:
        raise RuntimeError

    _, headers, content = ask(Edge(broken, limit=LIMIT), "POST", chunks=[b""], cookie=cookie)

    assert headers[b"content-language"] == lang.encode()
    assert f'<html lang="{lang}">' in content.decode()
