"""The page of rules and days off."""

from datetime import date

import pytest

from doithoai.domain.roles import Role
from doithoai.stages.rulebook.models import AdoptedPack, CalendarDay, DaySwitch
from tests.factories.people import make_commune, make_post, make_user

pytestmark = pytest.mark.django_db
PAGE = "/ban-lam-viec/xa-thu/quy-dinh/"


@pytest.fixture
def commune():
    return make_commune(slug="xa-thu", name="Xã Thử")


def signed_in(client, commune, role):
    user = make_user()
    make_post(user, role, commune)
    client.force_login(user)
    return client


def test_rules_page_names_the_law_in_force(client, commune):
    text = signed_in(client, commune, Role.CLERK).get(PAGE).content.decode()

    assert "72/2025/QH15" in text


def test_clerk_marks_a_day_off_for_the_commune(client, commune):
    posted = {
        "day": "1",
        "ngay-on": "24/12/2026",
        "ngay-kind": "off",
        "ngay-name": "Hội làng",
        "ngay-source": "Thông báo 12/TB",
    }

    page = signed_in(client, commune, Role.CLERK).post(PAGE, posted)

    row = CalendarDay.objects.get(commune=commune)
    assert page.status_code == 302
    assert (row.on, row.working, row.name) == (date(2026, 12, 24), False, "Hội làng")


def test_clerk_is_told_what_is_missing_and_keeps_what_was_typed(client, commune):
    posted = {"day": "1", "ngay-on": "31/02/2026", "ngay-kind": "off", "ngay-name": "Hội làng", "ngay-source": ""}

    text = signed_in(client, commune, Role.CLERK).post(PAGE, posted).content.decode()

    assert 'value="Hội làng"' in text
    assert "error-summary" in text
    assert not CalendarDay.objects.exists()


def test_clerk_switches_the_culture_day_on(client, commune):
    page = signed_in(client, commune, Role.CLERK).post(PAGE, {"switch": "culture_day", "on": "1"})

    assert page.status_code == 302
    assert DaySwitch.objects.get(commune=commune).is_on


def test_unknown_switch_is_refused_in_words(client, commune):
    page = signed_in(client, commune, Role.CLERK).post(PAGE, {"switch": "khong-co", "on": "1"}, follow=True)

    assert page.status_code == 200
    assert not DaySwitch.objects.exists()


def test_clerk_adopts_a_pack_of_another_plan(client, commune):
    clerk = signed_in(client, commune, Role.CLERK)
    text = clerk.get(PAGE).content.decode()
    code = text.split('name="bo-code"')[1].split('<option value="')[2].split('"')[0]

    page = clerk.post(PAGE, {"pack": "1", "bo-code": code})

    assert page.status_code == 302
    assert AdoptedPack.objects.get(commune=commune).code == code


@pytest.mark.parametrize("role", [Role.CHAIR, Role.FRONT])
def test_others_read_the_rules_and_change_nothing(client, commune, role):
    page = signed_in(client, commune, role).post(PAGE, {"switch": "culture_day", "on": "1"})

    assert page.status_code == 200
    assert not DaySwitch.objects.exists()
