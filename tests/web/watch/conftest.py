"""Overseers of one commune at noon of 21 November 2026, after its conference; everybody and everything is invented."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.domain.roles import Role
from tests.factories.answers import make_answer, make_signed_answer, make_transfer
from tests.factories.conference import make_hall
from tests.factories.opinions import make_opinion
from tests.factories.people import make_post, make_user

NOW = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
SECRET = "Tôi là Hoàng Thị Thử, số 0912345678, nhà cạnh trạm bơm"


@pytest.fixture(autouse=True)
def _noon(monkeypatch, settings):
    """The clock stands, and pages name their style sheet without a built folder."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def hall(db):
    return make_hall("concluded")


def opinion_in(hall, words=SECRET, **fields):
    """An opinion of the conference whose speaker must never be recognised."""
    values = {"speaker_phone": "0912345678", "village": hall.village, "topic": "roads", **fields}
    return make_opinion(hall.commune, words, conference=hall.conference, **values)


@pytest.fixture
def late(hall):
    """Owed since 18 November."""
    return make_answer(opinion_in(hall, summary="Đường thôn hỏng"), hall.unit, date(2026, 11, 18))


@pytest.fixture
def broken(hall):
    """Promised by 15 November, nothing proved."""
    return make_signed_answer(
        opinion_in(hall, summary="Thiếu đèn đường"), hall.unit, result="promised", promised_on=date(2026, 11, 15)
    )


@pytest.fixture
def passed_up(hall):
    """With the province, the citizen told."""
    return make_transfer(opinion_in(hall, summary="Đường tỉnh lún"), unit=hall.unit, told_on=date(2026, 10, 30))


@pytest.fixture
def at_page(db):
    """Addresses of one watch page with get and post."""

    def page(name, hall, role=Role.FRONT, *parts, commune=None, **post):
        user = make_user(f"Người {role.value}")
        make_post(user, role, commune or hall.commune, **post)
        client = Client()
        client.force_login(user)
        address = reverse(f"watch:{name}", args=[hall.commune.slug, *parts])
        return SimpleNamespace(
            get=lambda **query: client.get(address, query), post=lambda **fields: client.post(address, fields)
        )

    return page
