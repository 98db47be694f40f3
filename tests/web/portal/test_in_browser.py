"""A citizen's way in a real browser with JavaScript off: how many presses, what a narrow screen shows, what comes back."""

import shutil
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

import doithoai.web.ui
from doithoai.stages.opinions.models import Opinion
from tests.factories.people import make_village

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HOST = "http://testserver"
STATIC = Path(doithoai.web.ui.__file__).parent / "static"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"]
MOST_PRESSES = 7


@pytest.fixture
def phone(db, monkeypatch):
    """A page 320 pixels wide whose requests go straight to the pages, within the test's own transaction."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    # The driver runs a loop in this thread, which Django would take for asynchronous code.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    ours = connections["default"]
    with sync_playwright() as driver:

        def within_our_transaction(route):
            # Inside the loop Django would open a second connection, which sees nothing of this test's rows.
            connections["default"] = ours
            answer(route)

        connections["default"] = ours
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False, base_url=HOST)
        context.route("**/*", within_our_transaction)
        yield Phone(context.new_page())
        browser.close()


def answer(route):
    """The page's answer to one request of the browser."""
    request = route.request
    path = request.url.removeprefix(HOST)
    if path.startswith("/static/"):
        route.fulfill(path=STATIC / path.removeprefix("/static/"))
        return
    names = {"content-type", "cookie", "origin", "referer"}
    headers = {name: value for name, value in request.all_headers().items() if name in names}
    kind = headers.pop("content-type", "text/plain")
    strict = Client(enforce_csrf_checks=True)
    got = strict.generic(request.method, path, request.post_data_buffer or b"", kind, headers=headers)
    told = {name: value for name, value in got.headers.items() if name != "Vary"}
    cookies = "\n".join(morsel.OutputString() for morsel in got.cookies.values())
    route.fulfill(status=got.status_code, headers=told | ({"Set-Cookie": cookies} if cookies else {}), body=got.content)


class Phone:
    """Presses are counted; typing itself is not."""

    def __init__(self, page):
        self.page = page
        self.presses = 0

    def press(self, words):
        self.page.get_by_text(words, exact=True).first.click()
        self.presses += 1
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 320

    def write(self, label, words):
        field = self.page.get_by_label(label)
        field.click()
        self.presses += 1
        field.fill(words)


def test_opinion_is_sent_and_asked_for_in_few_presses(phone, commune):
    make_village(commune, "Đông Phong")
    phone.page.goto(reverse("portal:send", args=[commune.slug]))

    phone.press("Không, tôi hỏi hoặc góp ý")
    phone.write("Bà con muốn hỏi hoặc góp ý điều gì?", "Đường hỏng.\nXin sửa.")
    phone.press("Tiếp")
    phone.press("Thôn Đông Phong")
    phone.press("Tiếp")
    phone.press("Gửi")

    code = phone.page.locator(".code").inner_text()
    assert phone.presses <= MOST_PRESSES
    assert Opinion.objects.get().original_words == "Đường hỏng.\nXin sửa."

    phone.presses = 0
    phone.press("Xem xã trả lời chưa")
    phone.write("Mã số trên phiếu", code)
    phone.press("Xem")

    assert phone.presses <= 3
    assert phone.page.locator("h1").inner_text() == "Đã nhận"
    assert code.replace(" ", "") not in phone.page.url


def test_going_back_in_the_browser_keeps_the_words(phone, commune):
    phone.page.goto(reverse("portal:send", args=[commune.slug]))
    phone.press("Không, tôi hỏi hoặc góp ý")
    phone.write("Bà con muốn hỏi hoặc góp ý điều gì?", "Đường hỏng, xin sửa.")
    phone.press("Tiếp")

    phone.page.go_back()

    assert phone.page.get_by_label("Bà con muốn hỏi hoặc góp ý điều gì?").input_value() == "Đường hỏng, xin sửa."


def test_reloading_the_slip_sends_nothing_twice(phone, commune):
    phone.page.goto(reverse("portal:send", args=[commune.slug]))
    phone.press("Không, tôi hỏi hoặc góp ý")
    phone.write("Bà con muốn hỏi hoặc góp ý điều gì?", "Đường hỏng, xin sửa.")
    phone.press("Tiếp")
    phone.press("Tiếp")
    phone.press("Gửi")
    first = phone.page.locator(".code").inner_text()

    phone.page.reload()

    assert phone.page.locator(".code").inner_text() == first
    assert Opinion.objects.count() == 1
