"""A hall on its day with people who may sign in; the clock stands at half past nine in the morning of 28 October 2026."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.domain.roles import Role
from tests.factories.conference import make_hall
from tests.factories.people import make_post, make_user


@pytest.fixture(autouse=True)
def _plain_static(settings):
    """Pages name their style sheet without a built folder."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def hall_in(db, monkeypatch):
    """Builds a hall in a state and stops the clock on its day."""

    def build(state="running", **options):
        hall = make_hall(state, **options)
        monkeypatch.setattr("django.utils.timezone.now", lambda: hall.at)
        return hall

    return build


@pytest.fixture
def hall(hall_in):
    return hall_in()


@pytest.fixture
def sign_in(db):
    """A browser of somebody with one post in the hall's commune."""

    def signed(hall, role=Role.CLERK, *, commune=None, **post):
        user = make_user("Trần Thị Sổ" if role is Role.CLERK else f"Người {role.value}")
        make_post(user, role, commune or hall.commune, **post)
        client = Client()
        client.force_login(user)
        return client

    return signed


@pytest.fixture
def at_page(sign_in):
    """Addresses of one hall page with get, post and the words of what came back."""

    def page(name, hall, role=Role.CLERK, **options):
        client = sign_in(hall, role, **options)
        address = reverse(f"hall:{name}", args=[hall.commune.slug, hall.conference.pk])
        return SimpleNamespace(
            address=address,
            get=lambda **query: client.get(address, query),
            post=lambda **fields: client.post(address, fields),
        )

    return page
