"""What others ask about plans and conferences."""

from datetime import date

import pytest

from doithoai.stages.plans import queries
from tests.factories.people import make_commune, make_village
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db


def test_next_conference_is_the_nearest_that_takes_the_village() -> None:
    commune = make_commune()
    village = make_village(commune)
    make_conference(commune, on=date(2026, 3, 1))
    make_conference(commune, on=date(2026, 4, 1), state="cancelled")
    for_other = make_conference(commune, on=date(2026, 4, 2))
    for_other.villages.add(make_village(commune))
    for_all = make_conference(commune, on=date(2026, 5, 1))

    assert queries.next_conference(commune.pk, village.pk, date(2026, 3, 2)) == for_all
    assert queries.next_conference(commune.pk, None, date(2026, 3, 2)) == for_other
    assert queries.next_conference(make_commune().pk, None, date(2026, 3, 2)) is None


def test_conference_titles_leave_out_cancelled_ones_and_other_communes() -> None:
    commune = make_commune()
    held = make_conference(commune, on=date(2026, 3, 1))
    make_conference(commune, on=date(2026, 4, 1), state="cancelled")
    make_conference(make_commune(), on=date(2026, 4, 2))

    assert queries.conference_titles_of(commune.pk) == [(held.pk, held.title)]
