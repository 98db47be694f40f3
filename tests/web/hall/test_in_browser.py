"""The operator's hands in a real browser: one key each, half-typed words untouched, trouble said aloud."""

import shutil
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connections
from django.urls import reverse

from tests.factories.conference import make_speaker
from tests.factories.opinions import make_opinion

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HOST = "http://testserver"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"]
HEARD = '[name="heard-words"]'


def answer(client, route):
    """The page's answer to one request of the browser."""
    request = route.request
    path = request.url.removeprefix(HOST)
    if path.startswith("/static/"):
        found = finders.find(path.removeprefix("/static/"))
        route.fulfill(path=Path(found)) if found else route.fulfill(status=404)
        return
    headers = {name: value for name, value in request.all_headers().items() if name.startswith("hx-")}
    kind = request.all_headers().get("content-type", "text/plain")
    got = client.generic(request.method, path, request.post_data_buffer or b"", kind, headers=headers)
    if got.status_code == 302 and "hx-request" in headers:
        # A fulfilled redirect of a script's request is not asked of us again, so it is followed here.
        got = client.get(got["Location"].partition("#")[0])
    route.fulfill(status=got.status_code, headers=dict(got.headers), body=got.content)


@pytest.fixture
def desk(hall, sign_in, monkeypatch):
    """The page of the running sitting, whose requests stay within the test's own transaction."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    # The driver runs a loop in this thread, which Django would take for asynchronous code.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    ours = connections["default"]
    make_speaker(hall.conference, "Bùi Thị Nói")
    make_speaker(hall.conference, "Đặng Văn Ổn")
    make_opinion(hall.commune, conference=hall.conference, summary="Đường thôn hỏng")
    client = sign_in(hall)
    with sync_playwright() as driver:

        def within_our_transaction(route):
            # Inside the loop Django would open a second connection, which sees nothing of this test's rows.
            connections["default"] = ours
            answer(client, route)

        connections["default"] = ours
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(base_url=HOST).new_page()
        page.route("**/*", within_our_transaction)
        page.goto(reverse("hall:running", args=[hall.commune.slug, hall.conference.pk]))
        yield page
        browser.close()


def press(page, key):
    """A key outside of every text field."""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(key)


def test_one_key_gives_the_floor_and_leaves_typed_words_alone(desk):
    desk.fill(HEARD, "Đang gõ dở")

    press(desk, "F2")
    desk.wait_for_selector("#dang-noi")

    assert "Bùi Thị Nói" in desk.inner_text("#dang-noi")
    assert desk.input_value(HEARD) == "Đang gõ dở"


def test_one_key_stops_the_speaker(desk):
    press(desk, "F2")
    desk.wait_for_selector("#dang-noi")

    press(desk, "F4")
    desk.wait_for_selector("#dang-noi", state="detached")

    assert "Đã nói: 1 người" in desk.inner_text("#phat-bieu")


def test_writer_stays_in_the_name_field_after_enter(desk):
    desk.fill('[name="speaker-name"]', "Lò Thị Mới")

    desk.keyboard.press("Enter")
    desk.wait_for_selector("#phat-bieu tbody tr:nth-child(3)")

    assert desk.evaluate("document.activeElement.name") == "speaker-name"
    assert desk.input_value('[name="speaker-name"]') == ""


@pytest.mark.parametrize(("key", "outcome"), [("F7", "answered_now"), ("F8", "in_writing"), ("F9", "passed_up")])
def test_one_key_picks_the_outcome_and_leads_to_its_first_empty_field(desk, key, outcome):
    press(desk, key)
    desk.wait_for_function("document.activeElement.form !== null && document.activeElement.form !== undefined")

    assert desk.locator(f'.card [value="{outcome}"]').is_checked()
    assert desk.evaluate("document.activeElement.closest('.card') !== null")


def test_only_fields_of_the_chosen_outcome_are_shown(desk):
    press(desk, "F9")

    assert desk.locator('.card [name$="-body"]').is_visible()
    assert not desk.locator('.card [name$="-answered_by"]').is_visible()


def test_lost_network_is_said_and_nothing_disappears(desk):
    desk.unroute("**/*")
    desk.route("**/*", lambda route: route.abort())

    press(desk, "F2")
    desk.wait_for_selector("#hall-trouble", state="visible")

    assert desk.locator("#phat-bieu tbody tr").count() == 2


def test_page_of_sign_in_does_not_replace_the_list(desk):
    desk.unroute("**/*")
    desk.route("**/*", lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Đăng nhập</h1>"))

    press(desk, "F2")
    desk.wait_for_selector("#hall-trouble", state="visible")

    assert desk.locator("#phat-bieu tbody tr").count() == 2
