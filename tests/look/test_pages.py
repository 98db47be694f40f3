"""Every make of page that a link leads anybody to, on a phone: axe finds nothing, targets are big enough, nothing runs sideways.

The same at three widths, in both languages and by the Tab key: `test_soak.py`.
"""

import pytest

from tests.look import faults
from tests.look.finding import pages_of
from tests.look.visitors import ANYONE, VISITORS, visiting

pytestmark = pytest.mark.browser

WIDTH = 360


@pytest.fixture(scope="module")
def known():
    """Makes of pages already looked at, by whomever."""
    return set()


@pytest.mark.parametrize("name", VISITORS, ids=lambda name: name or "anyone")
def test_page_has_no_fault_when_looked_at_on_a_phone(chromium, town, known, name):
    found = []
    with visiting(chromium, town, name, width=WIDTH) as visitor:
        pages = pages_of(visitor, known)
        for one in pages:
            visitor.page.goto(one.address)
            faults.look_at(visitor.page)
            seen = [
                *faults.axe_faults(visitor.page),
                *faults.small_targets(visitor.page),
                *faults.sideways(visitor.page),
            ]
            found += faults.told(visitor.page, seen)

    assert len(pages) >= (20 if name == ANYONE else 1)
    assert not found, "\n".join(found)
