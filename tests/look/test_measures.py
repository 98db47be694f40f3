"""The measures themselves: each tells of a page made with its fault, and of no other; else they might find nothing ever."""

import pytest

from tests.look import faults

pytestmark = pytest.mark.browser

GOOD = """<!doctype html><html lang=vi><title>Thử</title><style>
 a, button { display: inline-block; min-height: 48px } :focus-visible { outline: 4px solid blue }</style>
<main><h1>Thử</h1><p>Xem <a href="/x" style="display: inline; min-height: 0">chỗ này</a> nữa.</p>
<button>Một</button> <button>Hai</button> %s</main>"""
BAD = {
    "small": '<a href="/nho" style="min-height: 20px; font-size: 10px; line-height: 12px; display: block">Nhỏ</a>',
    "sideways": '<div style="width: 900px">Rộng</div>',
    "clipped": '<p style="width: 60px; overflow: hidden; white-space: nowrap">Chữ dài quá ô của mình</p>',
    "axe": '<img src="data:,">',
    "no focus": '<button style="outline: none">Ba</button>',
    "covered": '<button style="margin-top: 20px">Ba</button><div style="position: fixed; inset: 0"></div>',
    "order": '<button tabindex="1">Ba</button>',
    "trap": '<button onkeydown="event.preventDefault()">Ba</button><button>Bốn</button>',
}


def told(page, more=""):
    """Faults of a page with `more` in it, by kind."""
    page.set_content(GOOD % more)
    faults.look_at(page)
    return {
        "small": faults.small_targets(page), "sideways": faults.sideways(page), "clipped": faults.clipped(page),
        "axe": faults.axe_faults(page), "tab": faults.tab_faults(page),
    }  # fmt: skip


@pytest.fixture
def page(chromium):
    one = chromium.new_page(viewport={"width": 360, "height": 640})
    yield one
    one.close()


def test_measures_tell_nothing_when_the_page_is_good(page):
    assert [one for told_of in told(page).values() for one in told_of] == []


@pytest.mark.parametrize(
    ("fault", "kinds"),
    [
        ("small", ["small"]), ("sideways", ["sideways"]), ("clipped", ["clipped"]), ("axe", ["axe"]),
        ("no focus", ["tab"]), ("covered", ["tab"]), ("order", ["axe", "tab"]), ("trap", ["tab"]),
    ],
)  # fmt: skip
def test_measures_tell_of_the_fault_when_the_page_has_one(page, fault, kinds):
    found = told(page, BAD[fault])

    assert [kind for kind in found if found[kind]] == kinds
