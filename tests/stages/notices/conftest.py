"""A concluded conference of 28 October 2026 in a commune with a unit and a village, and its clerk, a month later."""

from datetime import UTC, datetime

import pytest

from doithoai.domain.roles import Actor
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.plans.models import Conference
from tests.factories.people import clerk_of, make_commune, make_unit, make_village
from tests.factories.plans import make_conference


@pytest.fixture
def after() -> datetime:
    """28 November 2026, nine in the morning in Vietnam."""
    return datetime(2026, 11, 28, 2, 0, tzinfo=UTC)


@pytest.fixture
def commune(db: None) -> Commune:
    return make_commune(slug="binh-lang-thu", province="Hải Phòng")


@pytest.fixture
def village(commune: Commune) -> Village:
    return make_village(commune, "Đông Phong")


@pytest.fixture
def unit(commune: Commune) -> Unit:
    return make_unit(commune, "Phòng Kinh tế")


@pytest.fixture
def clerk(commune: Commune) -> Actor:
    return clerk_of(commune)


@pytest.fixture
def conference(commune: Commune) -> Conference:
    return make_conference(commune, state="concluded", place="Nhà văn hóa thôn Đông Phong", chair="Chủ tịch UBND xã")
