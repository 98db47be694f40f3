"""An office with its people; the clock stands at half past nine in the morning of 28 October 2026. All is invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.domain.roles import Role
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.plans.models import Conference, Plan
from tests.factories.people import make_commune, make_post, make_unit, make_user, make_village
from tests.factories.plans import make_conference, make_plan

NOW = datetime(2026, 10, 28, 2, 30, tzinfo=UTC)
TODAY = date(2026, 10, 28)
AHEAD = date(2026, 11, 20)


@dataclass(frozen=True)
class Office:
    """A commune with a plan, one conference ahead, a unit and a village."""

    commune: Commune
    plan: Plan
    conference: Conference
    unit: Unit
    village: Village


@pytest.fixture(autouse=True)
def _plain_static(settings):
    """Pages name their style sheet without a built folder."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def build_office(name="Bình Lãng"):
    commune = make_commune(name=name, province="Hải Dương")
    plan = make_plan(commune, reading={"warnings": [], "chairs": ["Chủ tịch UBND xã"]})
    conference = make_conference(
        commune, AHEAD, plan=plan, place="Nhà văn hóa thôn", chair="Nguyễn Văn Trì", earliest=date(2026, 11, 1),
        latest=date(2026, 11, 30),
    )  # fmt: skip
    return Office(commune, plan, conference, make_unit(commune, "Phòng Kinh tế"), make_village(commune, "Đông Phong"))


@pytest.fixture
def office(db, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return build_office()


@pytest.fixture
def another(office):
    """Another commune of the same installation."""
    return build_office("Long Phụng")


@pytest.fixture
def sign_in(office):
    """A browser of somebody with one post; refusals come back as pages, faults are raised."""

    def signed(role=Role.CLERK, at=office):
        user = make_user("Trần Thị Sổ" if role is Role.CLERK else f"Người {role.value}")
        reach = {
            Role.UNIT_OFFICER: {"unit": at.unit},
            Role.VILLAGE_HEAD: {"village": at.village},
        }.get(role, {})
        make_post(user, role, None if role is Role.SYSTEM_ADMIN else at.commune, **reach)
        client = Client()
        client.force_login(user)
        return client

    return signed


@pytest.fixture
def at_page(office, sign_in):
    """One desk page as one person: its address, get, post."""

    def page(name, *ids, role=Role.CLERK, commune=None):
        client = sign_in(role)
        address = reverse(f"desk:{name}", args=[(commune or office.commune).slug, *ids])
        return SimpleNamespace(
            address=address,
            get=lambda **query: client.get(address, query),
            post=lambda **fields: client.post(address, fields),
            client=client,
        )

    return page


def words_of(response):
    """The page as text."""
    return response.content.decode()
