"""The calendar feed: whose key opens it, and what closes it again."""

from datetime import date

import pytest
from django.db import DatabaseError
from icalendar import Calendar

from doithoai.domain.roles import Role
from doithoai.web.api import views
from doithoai.web.api.tokens import calendar_key, holder_of
from tests.factories.people import make_commune, make_post, make_user
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune(db):
    return make_commune("xa-thu", "Thử")


@pytest.fixture
def clerk(commune):
    user = make_user()
    make_post(user, Role.CLERK, commune)
    return user


def feed(client, user, slug="xa-thu", key=None):
    return client.get(f"/api/lich/{slug}/{key or calendar_key(user, slug)}.ics")


def test_page_gives_a_signed_in_official_his_own_address(client, commune, clerk):
    client.force_login(clerk)

    html = client.get("/api/lich/xa-thu/").content.decode()

    assert f"http://testserver/api/lich/xa-thu/{calendar_key(clerk, 'xa-thu')}.ics" in html


def test_page_asks_strangers_to_sign_in_and_refuses_other_communes(client, commune, clerk):
    assert client.get("/api/lich/xa-thu/").status_code == 302

    make_commune("xa-khac", "Khác")
    client.force_login(clerk)
    assert client.get("/api/lich/xa-khac/").status_code == 404


@pytest.mark.parametrize("role", [Role.POLICE, Role.SYSTEM_ADMIN])
def test_page_and_feed_are_closed_to_roles_without_the_ledger(client, commune, role):
    user = make_user()
    make_post(user, role, None if role is Role.SYSTEM_ADMIN else commune)

    assert feed(client, user).status_code == 404
    client.force_login(user)
    assert client.get("/api/lich/xa-thu/").status_code == 403


def test_feed_opens_without_signing_in_and_holds_the_conference(client, commune, clerk):
    make_conference(commune, date(2026, 10, 28), title="Hội nghị thử")

    response = feed(client, clerk)

    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert [event["SUMMARY"] for event in events] == ["Hội nghị thử – Thử"]
    assert "sessionid" not in response.cookies


@pytest.mark.parametrize("key", ["x", "1-", "-abc", "0-abc", "99999999999999999999999-abc", "1-abc", "٣-abc"])
def test_feed_is_404_for_a_key_that_opens_nothing(client, commune, clerk, key):
    assert feed(client, clerk, key=key).status_code == 404


def test_key_opens_one_commune_alone(client, commune, clerk):
    make_commune("xa-khac", "Khác")

    assert feed(client, clerk, slug="xa-khac", key=calendar_key(clerk, "xa-thu")).status_code == 404
    assert feed(client, clerk, slug="xa-khac").status_code == 404
    assert feed(client, clerk, slug="khong-co").status_code == 404


def test_key_of_one_person_is_not_anothers(client, commune, clerk):
    other = make_user()
    make_post(other, Role.CLERK, commune)
    mixed = f"{other.pk}-{calendar_key(clerk, 'xa-thu').partition('-')[2]}"

    assert feed(client, other, key=mixed).status_code == 404


def test_key_dies_with_password_post_or_account(client, commune, clerk):
    key = calendar_key(clerk, "xa-thu")
    assert feed(client, clerk, key=key).status_code == 200

    clerk.set_unusable_password()
    clerk.save()
    assert feed(client, clerk, key=key).status_code == 404

    fresh = calendar_key(clerk, "xa-thu")
    assert feed(client, clerk, key=fresh).status_code == 200
    clerk.posts.update(until=date(2020, 1, 1))
    assert feed(client, clerk, key=fresh).status_code == 404

    clerk.posts.update(until=None)
    clerk.is_active = False
    clerk.save()
    assert holder_of(fresh, "xa-thu") is None


def test_health_says_whether_the_database_answers(client, db, monkeypatch):
    assert client.get("/api/suc-khoe/").json() == {"ok": True, "database": True}

    class Broken:
        def cursor(self):
            raise DatabaseError

    monkeypatch.setattr(views, "connection", Broken())
    broken = client.get("/api/suc-khoe/")
    assert (broken.status_code, broken.json()) == (503, {"ok": False, "database": False})
