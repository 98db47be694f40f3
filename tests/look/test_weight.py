"""What a first visit costs: bytes as they come over the line, fonts and icon included, requests, nobody else's server.

A citizen's page may cost 50 KB, an official's 150 KB, each at most five requests: look.css, fonts and scripts are the rest.
"""

import gzip
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.journeys.browser.demo import RUNNING
from tests.look.faults import is_for_staff
from tests.look.finding import GALLERY, pages_of
from tests.look.visitors import ANYONE, visiting

pytestmark = pytest.mark.browser

MOST_CITIZEN, MOST_STAFF = 50_000, 150_000
MOST_REQUESTS = 5


class Line:
    """Everything that comes over the line while a browser with nothing kept opens a page."""

    def __init__(self, visitor):
        self.visitor = visitor
        self.sizes, self.addresses = {}, {}
        self.talk = visitor.context.new_cdp_session(visitor.page)
        self.talk.send("Network.enable")
        self.talk.on("Network.requestWillBeSent", self.note_request)
        self.talk.on("Network.loadingFinished", self.note_end)

    def note_request(self, told):
        if not told["request"]["url"].startswith("data:"):
            self.addresses[told["requestId"]] = told["request"]["url"]

    def note_end(self, told):
        self.sizes[told["requestId"]] = told["encodedDataLength"]

    def open(self, address):
        """Bytes and addresses."""
        self.talk.send("Network.clearBrowserCache")
        self.sizes.clear()
        self.addresses.clear()
        self.visitor.page.goto(address)
        self.visitor.page.evaluate("() => document.fonts.ready.then(() => undefined)")
        self.add_icon()
        sizes = {self.addresses[key]: size for key, size in self.sizes.items() if key in self.addresses}
        # What a page names twice is asked for once: the second time it comes from the browser's own store, at no cost.
        return sum(sizes.values()), list(dict.fromkeys(self.addresses.values()))

    def add_icon(self):
        """A browser without a window asks for no icon; one with a window does."""
        icon = self.visitor.page.locator("link[rel~=icon]").first.evaluate("one => one.href")
        if not icon.startswith("data:") and icon not in self.addresses.values():
            answer = self.visitor.context.request.get(icon)
            self.addresses["icon"] = icon
            self.sizes["icon"] = len(gzip.compress(answer.body())) + len(str(answer.headers))


@pytest.mark.parametrize(
    ("name", "least"),
    [(ANYONE, 9), ("binhlang.vanphong", 20), (f"{RUNNING}.vanphong", 1), ("binhlang.mattran", 4), ("quantri", 1)],
)
def test_first_visit_is_light_when_nothing_is_kept(chromium, town, name, least):
    heavy, views = [], set()
    with visiting(chromium, town, name) as visitor:
        line = Line(visitor)
        for one in pages_of(visitor, set()):
            is_new = one.view not in views and not one.address.startswith(GALLERY)
            if not is_new or (name and not is_for_staff(one.address)):
                continue
            views.add(one.view)
            size, addresses = line.open(one.address)
            most = MOST_STAFF if is_for_staff(one.address) else MOST_CITIZEN
            elsewhere = [where for where in addresses if urlsplit(where).netloc != urlsplit(town.address).netloc]
            if size > most or len(addresses) > MOST_REQUESTS or elsewhere:
                heavy.append(f"{one.address}: {size} bytes, {len(addresses)} requests, from elsewhere {elsewhere}")

    assert len(views) >= least
    assert not heavy, "\n".join(heavy)


def test_first_visit_is_light_when_an_answer_can_be_heard(chromium, town):
    with visiting(chromium, town, ANYONE) as visitor:
        line = Line(visitor)
        visitor.page.goto(f"{town.address}/tim/?tim=tram+bom")
        address = visitor.page.locator(".questions li:has(.reply) a").first.evaluate("one => one.href")
        size, addresses = line.open(address)

    assert [one for one in addresses if "/speak" in one]
    assert size <= MOST_CITIZEN
    assert len(addresses) <= MOST_REQUESTS, addresses


def test_first_visit_stays_light_when_the_commune_has_an_emblem(chromium, town):
    with visiting(chromium, town, "binhlang.vanphong") as clerk:
        clerk.page.goto(f"{town.address}/ban-lam-viec/{clerk.slug}/xa/")
        clerk.page.locator("input[type=file]").set_input_files(files=[emblem()])
        clerk.page.get_by_role("button", name="Lưu", exact=True).click()
        clerk.page.get_by_text("Đã lưu").first.wait_for()
    with visiting(chromium, town, ANYONE) as visitor:
        line = Line(visitor)
        visitor.page.goto(f"{town.address}/tim/?tim=tram+bom")
        address = visitor.page.locator(".questions li:has(.reply) a").first.evaluate("one => one.href")
        size, addresses = line.open(address)

    assert [one for one in addresses if "bieu-trung" in one], addresses
    assert [one for one in addresses if "/speak" in one]
    assert size <= MOST_CITIZEN
    assert len(addresses) <= MOST_REQUESTS, addresses


def emblem():
    """A picture of many colours, as heavy as the product keeps one."""
    drawn = Image.effect_noise((192, 192), 90).convert("RGB")
    packed = BytesIO()
    drawn.save(packed, "PNG")
    return {"name": "bieu-trung.png", "mimeType": "image/png", "buffer": packed.getvalue()}
