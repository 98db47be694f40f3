"""The clerk's keyboard and the chair's phone in a real browser; entry, sorting and a narrow screen with JavaScript off."""

import shutil

import pytest
from django.conf import settings
from django.db import connections
from django.urls import reverse

from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.opinions.models import Opinion
from tests.factories.answers import make_answer
from tests.factories.opinions import make_opinion
from tests.web.desk.conftest import NOW, TODAY
from tests.web.portal.test_in_browser import FLAGS, HOST, answer

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MOST_CONTROL_KEYS = 8
SPOKEN = ("Đường thôn hỏng.", "Nước máy đục.", "Thiếu đèn đường.")


class Leading:
    """A route whose redirects are told by the page itself: the driver does not ask us about the second request."""

    def __init__(self, route):
        self.route, self.request = route, route.request

    def fulfill(self, *, status=200, headers=None, **rest):
        told = dict(headers or {})
        onward = told.pop("Location", "")
        if onward:
            status, rest = 200, {"body": f'<meta http-equiv="refresh" content="0; url={onward}">'}
        self.route.fulfill(status=status, headers=told or None, **rest)


@pytest.fixture
def open_page(office, sign_in, monkeypatch):
    """Opens browser pages of a signed-in person; requests go straight to the views, within the test's transaction."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    clients = {role: sign_in(role) for role in (Role.CLERK, Role.CHAIR)}
    # The driver runs a loop in this thread, which Django would take for asynchronous code.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    ours = connections["default"]
    with sync_playwright() as driver:

        def within_our_transaction(route):
            connections["default"] = ours
            answer(Leading(route))

        connections["default"] = ours
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)

        def opened(role=Role.CLERK, *, width=1280, height=800, scripts=True):
            context = browser.new_context(
                viewport={"width": width, "height": height}, java_script_enabled=scripts, base_url=HOST
            )
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": clients[role].cookies[name].value, "url": HOST}])
            context.route("**/*", within_our_transaction)
            return context.new_page()

        yield opened
        browser.close()


def test_three_opinions_are_keyed_in_without_a_mouse(office, open_page):
    page = open_page()
    page.goto(reverse("desk:opinion_new", args=[office.commune.slug]))
    pressed = []

    def press(keys):
        pressed[-1] += 1
        page.keyboard.press(keys)

    for number, words in enumerate(SPOKEN):
        pressed.append(0)
        page.keyboard.type(words)
        for _field in range(3):
            press("Tab")
        page.keyboard.type(f"Người {number}")
        press("Tab")
        page.keyboard.type("0900 000 000")
        press("Control+Enter")
        page.locator("[data-done]").wait_for()
        # The browser gives the focus a moment after the page stands.
        page.wait_for_function("document.activeElement.name === 'words'")

    kept = list(Opinion.objects.order_by("pk").values_list("original_words", "speaker_name", "speaker_phone"))
    assert kept == [(words, f"Người {number}", "0900 000 000") for number, words in enumerate(SPOKEN)]
    assert max(pressed) <= MOST_CONTROL_KEYS


def test_button_pressed_twice_saves_once(office, open_page):
    page = open_page()
    page.goto(reverse("desk:opinion_new", args=[office.commune.slug]))
    page.keyboard.type(SPOKEN[0])

    page.get_by_role("button", name="Lưu, ghi tiếp").dblclick()
    page.locator("[data-done]").wait_for()

    assert Opinion.objects.count() == 1


def test_refused_entry_puts_the_keyboard_at_what_must_be_mended(office, open_page):
    page = open_page()
    page.goto(reverse("desk:opinion_new", args=[office.commune.slug]))

    with page.expect_navigation():
        page.keyboard.press("Control+Enter")

    assert page.evaluate("document.activeElement.className") == "error-summary"
    assert page.title().startswith("Lỗi:")


def test_entry_and_sorting_work_with_javascript_off_on_a_narrow_screen(office, open_page):
    page = open_page(width=320, height=640, scripts=False)
    page.goto(reverse("desk:opinion_new", args=[office.commune.slug]))
    page.get_by_label("Nguyên văn ý kiến").fill(SPOKEN[0])
    page.get_by_role("button", name="Lưu, ghi tiếp").click()
    page.get_by_role("link", name="Mở ý kiến vừa ghi").click()
    page.get_by_label("Lĩnh vực").select_option("roads")
    page.get_by_role("button", name="Lưu phân loại").click()
    page.get_by_text("Đã lưu phân loại.").wait_for()

    assert [(one.original_words, one.topic) for one in Opinion.objects.all()] == [(SPOKEN[0], "roads")]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_chairs_first_screen_holds_three_figures_and_first_tasks_on_a_phone(office, open_page):
    lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
    for _twice in range(2):
        opinion = make_opinion(office.commune, summary="Đoạn đường từ nhà văn hóa ra cánh đồng sụt một bên")
        make_answer(opinion, office.unit, TODAY)
    page = open_page(Role.CHAIR, width=360, height=740)
    page.goto(reverse("desk:home", args=[office.commune.slug]))

    figures = page.locator(".figures > *").all()
    second = page.locator(".tasks > li").nth(1).bounding_box()

    assert len({one.bounding_box()["y"] for one in figures}) == 1
    assert len(figures) == 3
    assert second["y"] + second["height"] <= 740


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_pages_never_scroll_sideways(office, open_page, width):
    lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
    opinion = make_opinion(office.commune, "a" * 300, summary="b" * 200, village=office.village, unit=office.unit)
    answered = make_answer(make_opinion(office.commune), office.unit, TODAY)
    slug, conference = office.commune.slug, office.conference.pk
    page = open_page(width=width)
    wide = []

    for name, *ids in (
        ("home",), ("plans",), ("plan", office.plan.pk), ("rules",), ("plan_upload",), ("conference", conference),
        ("ladder", conference), ("wall_sheet", conference), ("publication", conference), ("open_conference",),
        ("opinions",), ("opinion_new",), ("opinion", opinion.pk), ("groups",), ("answers",), ("answer", answered.pk),
        ("documents",),
    ):  # fmt: skip
        page.goto(reverse(f"desk:{name}", args=[slug, *ids]))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)

    assert wide == []
