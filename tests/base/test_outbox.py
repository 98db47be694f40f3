"""What follows a committed change, and what does not."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from doithoai.base import outbox
from doithoai.base.audit import record
from doithoai.domain.roles import SYSTEM

AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    heard = []
    monkeypatch.setattr(outbox, "_subscribers", {})
    outbox.subscribe(("thing.done",), lambda act, thing, at: heard.append((act, thing, at)))
    return heard


def test_subscriber_is_told_after_commit_and_only_of_its_acts(told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        record(SYSTEM, "thing.done", "thing:1", chain="xa-thu", at=AT)
        record(SYSTEM, "thing.undone", "thing:1", chain="xa-thu", at=AT)
        before = list(told)

    assert (before, told) == ([], [("thing.done", "thing:1", AT)])


def test_subscriber_hears_nothing_when_the_change_is_rolled_back(told, django_capture_on_commit_callbacks):
    def failing() -> None:
        with transaction.atomic():
            record(SYSTEM, "thing.done", "thing:1", chain="xa-thu", at=AT)
            raise RuntimeError

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError):
        failing()

    assert told == []


def test_change_stands_when_a_subscriber_fails(monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(outbox, "_subscribers", {"thing.done": [lambda *_told: 1 / 0]})

    with django_capture_on_commit_callbacks(execute=True):
        line = record(SYSTEM, "thing.done", "thing:1", chain="xa-thu", at=AT)

    assert line.act == "thing.done"
