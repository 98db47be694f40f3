"""Pages at 400 % zoom, with big letters, with the spacing of WCAG 1.4.12: nothing runs sideways, nothing is cut off."""

import pytest

from tests.journeys.browser.demo import RUNNING
from tests.look import faults
from tests.look.finding import pages_of
from tests.look.visitors import ANYONE, HEIGHT, visiting

pytestmark = pytest.mark.browser

ZOOMED = 320  # a window of 1280 pixels at 400 %
PHONE, SCREEN = 360, 1280
USUAL_LETTERS, BIG_LETTERS = 16, 32
VIEWERS = (ANYONE, "binhlang.vanphong", f"{RUNNING}.vanphong", "binhlang.mattran", "quantri")


@pytest.fixture(scope="module")
def known():
    """Views already looked at, by whomever."""
    return set()


class Eyes:
    """A page as readers with different settings have it."""

    def __init__(self, visitor):
        self.page = visitor.page
        self.talk = visitor.context.new_cdp_session(visitor.page)

    def letters(self, size):
        """What a reader sets in the browser's own settings."""
        self.talk.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})

    def faults(self, how, width):
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        found = [*faults.sideways(self.page), *faults.clipped(self.page)]
        return [f"{how}, {one}" for one in faults.told(self.page, found)]

    def look(self, address):
        """With big letters on a screen and a phone, zoomed, zoomed and spaced."""
        self.letters(BIG_LETTERS)
        self.page.goto(address)
        faults.look_at(self.page)
        found = [*self.faults("big letters", SCREEN), *self.faults("big letters", PHONE)]
        self.letters(USUAL_LETTERS)
        found += self.faults("zoomed", ZOOMED)
        self.page.evaluate("measures.space()")
        return found + self.faults("spaced", ZOOMED)


@pytest.mark.parametrize("name", VIEWERS, ids=lambda name: name or "anyone")
def test_page_fits_when_the_reader_makes_it_bigger(chromium, town, known, name):
    found = []
    with visiting(chromium, town, name) as visitor:
        eyes = Eyes(visitor)
        for one in pages_of(visitor, set()):
            key = one.address if one.view == "ui:gallery" else one.view
            if key not in known:
                known.add(key)
                found += eyes.look(one.address)

    assert not found, "\n".join(found)


def test_letters_are_twice_as_big_when_the_reader_sets_them_so(chromium, town):
    with visiting(chromium, town) as visitor:
        eyes, sizes = Eyes(visitor), []
        for size in (USUAL_LETTERS, BIG_LETTERS):
            eyes.letters(size)
            visitor.page.goto("/")
            sizes.append(visitor.page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"))

    assert sizes[1] == 2 * sizes[0]
