"""Pages that only a form leads to, on a phone: a citizen's steps, refused forms, pages of trouble. Expected as of `test_pages.py`."""

import pytest
from django.test import override_settings

from tests.journeys.browser.demo import RUNNING
from tests.look import faults, ways
from tests.look.finding import pages_of
from tests.look.visitors import visiting

pytestmark = pytest.mark.browser

WIDTH = 360


def seen(page, what):
    faults.look_at(page)
    found = [*faults.axe_faults(page), *faults.small_targets(page), *faults.sideways(page)]
    return [f"{what}, {one}" for one in faults.told(page, found)]


@pytest.fixture
def plain_static():
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"staticfiles": plain}):
        yield


def test_page_has_no_fault_when_a_citizen_is_led_there_by_a_form(chromium, town, plain_static):
    found = []
    with visiting(chromium, town, width=WIDTH) as visitor:
        for what, way in (ways.CITIZEN | ways.TROUBLE).items():
            way(visitor.page, visitor.slug)
            found += seen(visitor.page, what)

    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def known():
    """Makes of forms already sent, by whomever."""
    return set()


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("binhlang.vanphong", 15),
        ("binhlang.mattran", 1),
        (f"{RUNNING}.vanphong", 3),
        ("quantri", 1),
    ],
)
def test_page_has_no_fault_when_an_emptied_form_was_sent(chromium, town, known, name, least):
    found, sent = [], 0
    with visiting(chromium, town, name, width=WIDTH) as visitor:
        for what in ways.refusals(visitor, pages_of(visitor, set()), known):
            found += seen(visitor.page, what)
            sent += 1

    assert sent >= least
    assert not found, "\n".join(found)
