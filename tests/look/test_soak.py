"""The long campaign, run by `make soak`: every make of page, by everybody, at three widths, in both languages, and by keys.

The ordinary run looks once at each make of page on a phone (`test_pages.py`); this takes some twenty minutes.
"""

import pytest

from tests.look import faults, ways
from tests.look.finding import pages_of
from tests.look.visitors import VISITORS, visiting

pytestmark = [pytest.mark.browser, pytest.mark.soak]

WIDTHS = (320, 768, 1280)
LANGUAGES = ("vi", "en")


def nameless(name):
    return name or "anyone"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VISITORS, ids=nameless)
def test_page_has_no_fault_at_any_width_in_any_language(chromium, town, name, width, language):
    found = []
    with visiting(chromium, town, name, width=width, language=language) as visitor:
        for one in pages_of(visitor, set()):
            visitor.page.goto(one.address)
            faults.look_at(visitor.page)
            seen = [*faults.axe_faults(visitor.page), *faults.sideways(visitor.page), *faults.clipped(visitor.page)]
            found += faults.told(visitor.page, seen + faults.small_targets(visitor.page))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VISITORS, ids=nameless)
def test_every_control_is_reached_in_order_and_seen_when_walked_to_by_tab(chromium, town, name, width):
    found = []
    with visiting(chromium, town, name, width=width) as visitor:
        for one in pages_of(visitor, set()):
            visitor.page.goto(one.address)
            faults.look_at(visitor.page)
            found += faults.told(visitor.page, faults.tab_faults(visitor.page))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [name for name in VISITORS if name])
def test_page_has_no_fault_when_an_emptied_form_was_sent(chromium, town, name, width, language):
    found = []
    with visiting(chromium, town, name, width=width, language=language) as visitor:
        for what in ways.refusals(visitor, pages_of(visitor, set()), set()):
            faults.look_at(visitor.page)
            seen = [*faults.axe_faults(visitor.page), *faults.sideways(visitor.page)]
            found += [f"{what}, {one}" for one in faults.told(visitor.page, seen)]

    assert not found, "\n".join(found)
