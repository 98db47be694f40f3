"""What a log line may hold, tried with words that must never get there."""

import json
import logging
import sys

import pytest
from django.test import Client

from doithoai.config import log

CANARY = "Nguyễn-Thị-Canary-0912345678"


def line_of(record: logging.LogRecord) -> str:
    return log.Line().format(record)


def record(message: str, *args: object, **extra: object) -> logging.LogRecord:
    made = logging.LogRecord("doithoai.x", logging.ERROR, __file__, 1, message, args, None)
    made.__dict__.update(extra)
    return made


def test_line_holds_message_unfilled():
    line = json.loads(line_of(record("refused %s", CANARY)))

    assert (line["event"], line["level"], line["logger"]) == ("refused %s", "error", "doithoai.x")


def test_line_holds_allowed_extras_alone():
    line = json.loads(
        line_of(record("request", route="y-kien/<int:pk>/", status=200, ms=1.5, body=CANARY, user=CANARY))
    )

    assert {name: line[name] for name in ("route", "status", "ms")} == {
        "route": "y-kien/<int:pk>/",
        "status": 200,
        "ms": 1.5,
    }
    assert "body" not in line
    assert "user" not in line


def test_line_tells_type_and_place_of_exception_without_its_words():
    try:
        raise ValueError(CANARY)
    except ValueError:
        made = record("failed")
        made.exc_info = sys.exc_info()

    text = line_of(made)

    assert json.loads(text)["error"] == "ValueError"
    assert "test_log.py" in json.loads(text)["where"][0]
    assert CANARY not in json.dumps(json.loads(text), ensure_ascii=False)


@pytest.fixture
def lines(monkeypatch):
    """Everything logged during a test, as it would be written."""
    written: list[str] = []

    class Keep(logging.Handler):
        def emit(self, made: logging.LogRecord) -> None:
            written.append(log.Line().format(made))

    root = logging.getLogger()
    handler = Keep()
    monkeypatch.setattr(root, "level", logging.DEBUG)
    root.addHandler(handler)
    logging.getLogger("doithoai.request").setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/tim/", f"/khong-co/{CANARY}/", "/dang-nhap/", "/tra-cuu/"])
def test_request_leaves_nothing_of_what_was_typed_in_the_log(lines, path):
    client = Client(raise_request_exception=False)

    client.get(path, {"q": CANARY, "username": CANARY})
    client.post(
        f"{path}?q={CANARY}", {"username": CANARY, "password": CANARY, "code": CANARY}, headers={"X-Name": "Canary"}
    )

    assert [json.loads(line)["method"] for line in lines if '"event": "request"' in line] == ["GET", "POST"]
    assert [line for line in lines if "Canary" in line] == []


@pytest.mark.django_db
def test_statement_leaves_nothing_in_the_log(lines):
    from django.contrib.sessions.models import Session

    Session.objects.filter(session_key=CANARY).first()

    assert [line for line in lines if "Canary" in line] == []
