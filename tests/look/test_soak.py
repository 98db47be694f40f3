"""The long campaign, run by `make soak`: every make of page, by everybody, at three widths, in both languages, and by keys.

The ordinary run looks once at each make of page on a phone (`test_pages.py`); this takes the better part of an hour.
"""

from collections.abc import Iterator

import pytest

from tests.look import faults, ways
from tests.look.finding import pages_of
from tests.look.visitors import HEIGHT, VISITORS, Visitor, visiting

pytestmark = [pytest.mark.browser, pytest.mark.soak]

WIDTHS = (320, 768, 1280)
LANGUAGES = ("vi", "en")


def nameless(name):
    return name or "anyone"


def widened(visitor: Visitor) -> Iterator[int]:
    """The page as it stands, at one width after the other, all that is folded unfolded."""
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": HEIGHT})
        faults.look_at(visitor.page)
        yield width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VISITORS, ids=nameless)
def test_page_has_no_fault_at_any_width_in_any_language(chromium, town, name, language):
    found = []
    with visiting(chromium, town, name, language=language) as visitor:
        for one in pages_of(visitor, set()):
            visitor.page.goto(one.address)
            for width in widened(visitor):
                seen = [*faults.axe_faults(visitor.page), *faults.sideways(visitor.page), *faults.clipped(visitor.page)]
                seen += faults.small_targets(visitor.page)
                found += [f"{width} px, {one}" for one in faults.told(visitor.page, seen)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", VISITORS, ids=nameless)
def test_every_control_is_reached_in_order_and_seen_when_walked_to_by_tab(chromium, town, name):
    found = []
    with visiting(chromium, town, name) as visitor:
        for one in pages_of(visitor, set()):
            visitor.page.goto(one.address)
            for width in widened(visitor):
                seen = faults.tab_faults(visitor.page)
                found += [f"{width} px, {one}" for one in faults.told(visitor.page, seen)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in VISITORS if name])
def test_page_has_no_fault_when_an_emptied_form_was_sent(chromium, town, name, language):
    found = []
    with visiting(chromium, town, name, language=language) as visitor:
        for what in ways.refusals(visitor, pages_of(visitor, set()), set()):
            for width in widened(visitor):
                seen = [*faults.axe_faults(visitor.page), *faults.sideways(visitor.page)]
                found += [f"{what}, {width} px, {one}" for one in faults.told(visitor.page, seen)]

    assert not found, "\n".join(found)
