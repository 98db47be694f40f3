"""A change made by a real service is on the public page within a second, though the page is kept in memory."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections

from doithoai.config import bridge, edge
from doithoai.config.edge import Edge
from doithoai.config.wsgi import application
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.retract_question import retract_question
from tests.factories.notices import make_checked
from tests.factories.people import clerk_of, make_commune
from tests.factories.plans import make_conference

AT = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)
KEPT_SECONDS = 1.0
A_MOMENT = 0.01


class Clock:
    """The monotonic clock of the door, set by hand: the test needs no waiting and holds on a slow machine."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


class Visitor:
    """A citizen without a session, asking through the door of the server."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.calls = 0
        self.edge = Edge(self._counted, limit=1000)

    def _counted(self, environ, start_response):
        self.calls += 1
        return application(environ, start_response)

    def asks(self, path: str, etag: bytes = b"") -> tuple[int, dict[bytes, bytes], str]:
        """Status, headers and body."""
        sent = []
        headers = [(b"host", b"localhost"), *([(b"if-none-match", etag)] if etag else [])]
        scope = {
            "type": "http", "method": "GET", "path": path, "query_string": b"", "http_version": "1.1", "scheme": "http",
            "server": ("localhost", 80), "client": ("127.0.0.1", 9), "headers": headers,
        }  # fmt: skip

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            sent.append(message)

        asyncio.run(self.edge(scope, receive, send))
        body = b"".join(message.get("body", b"") for message in sent)
        return sent[0]["status"], dict(sent[0]["headers"]), body.decode()


@pytest.fixture
def visitor(db, settings, monkeypatch):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    clock = Clock()
    for module in (edge, bridge):
        monkeypatch.setattr(module, "time", clock)
    visitor = Visitor(clock)
    # The page's thread sees what the test wrote, as Django's own live server does it: through the test's connection.
    own = connections["default"]
    own.inc_thread_sharing()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    visitor.edge.bridge.pool = ThreadPoolExecutor(1, initializer=lambda: connections.__setitem__("default", own))
    yield visitor
    visitor.edge.bridge.close()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    own.dec_thread_sharing()


def test_change_is_on_the_kept_page_a_second_later(visitor):
    commune = make_commune("xa-thu", "Thử Nghiệm")
    clerk = clerk_of(commune)
    conference = make_conference(commune, on=AT.date())
    stays = make_checked(conference, "Đường 391 hỏng nặng, bao giờ sửa?")
    goes = make_checked(conference, "Cống xóm Giữa tắc, ai khơi?")
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=AT)
    path = f"/{commune.slug}/hoi-nghi/{conference.pk}/"

    status, headers, before = visitor.asks(path)
    assert status == 200
    assert stays.public_text in before
    assert goes.public_text in before

    retract_question(opinion_id=goes.pk, reason="asked", actor=clerk, at=AT)
    visitor.clock.now += KEPT_SECONDS - A_MOMENT
    assert visitor.asks(path, etag=headers[b"etag"])[0] == 304

    visitor.clock.now += A_MOMENT
    status, _, after = visitor.asks(path, etag=headers[b"etag"])
    assert status == 200
    assert visitor.calls == 2
    assert stays.public_text in after
    assert goes.public_text not in after


def test_visitor_who_has_the_page_is_told_so_without_django(visitor):
    commune = make_commune("xa-thu", "Thử Nghiệm")
    path = f"/{commune.slug}/"
    _, headers, _ = visitor.asks(path)

    status, _, body = visitor.asks(path, etag=headers[b"etag"])

    assert (status, body) == (304, "")
    assert visitor.calls == 1
