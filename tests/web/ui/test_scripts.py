"""The two small scripts of staff pages, in a real browser: typed text survives, keys press what the screen says."""

import shutil
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

STATIC = Path(__file__).resolve().parents[3] / "doithoai/web/ui/static/ui"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
HOST = "http://to-khai.test"

FORM = """<form method="post" action="/sent" data-keep="opinion:7"><input type="hidden" name="t" value="x">
<textarea name="words" id="words"></textarea><input type="text" name="title" id="title" value="cũ">
<input type="password" name="secret" id="secret"><button>Lưu</button></form>"""
NOTICES = '<p id="text-restored" hidden>Đã lấy lại. <button type="button" data-drop-kept>Bỏ</button></p>'
LEAVE = '<form method="post" action="/out" data-forget><button id="out">Đăng xuất</button></form>'


def page_of(body, owner="u1"):
    scripts = '<script src="/keep.js" defer></script><script src="/keys.js" defer></script>'
    return f'<!doctype html><meta charset="utf-8">{scripts}<body data-keep-owner="{owner}"><main>{body}</main>{NOTICES}{LEAVE}'


PAGES = {
    "/form": page_of(FORM),
    "/other": page_of(FORM, owner="u2"),
    "/refused": page_of(f"<div data-errors></div>{FORM.replace('></textarea>', '>chữ bị trả lại</textarea>')}"),
    "/unsaved": page_of(
        FORM.replace("data-keep", "data-unsaved data-keep").replace("></textarea>", ">chữ được chèn</textarea>")
    ),
    "/done": page_of("<p data-done>Đã lưu.</p>"),
    "/sign-in": page_of("<p>Đăng nhập</p>"),
    "/out": page_of("<p>Đã ra.</p>"),
    "/two-buttons": page_of(
        '<form method="get" action="/done"><textarea id="words"></textarea><button name="go" value="start">Bắt đầu</button>'
        '<button name="go" value="save" data-key="Ctrl+Enter">Lưu</button></form>'
    ),
    "/keys": page_of('<form method="get" action="/done"><textarea id="words"></textarea><button>Lưu</button></form>')
    + '<button id="next" type="button" data-key="F2">Tiếp</button><output id="seen"></output>'
    "<script src='/count.js'></script>",
}
COUNT = "document.getElementById('next').addEventListener('click',function(){document.getElementById('seen').textContent+='x'})"


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser):
    context = browser.new_context()
    shown = context.new_page()
    shown.answer_to_sending = "/done"

    def answer(route):
        path = route.request.url.removeprefix(HOST).split("?")[0]
        if path == "/count.js":
            route.fulfill(body=COUNT, content_type="text/javascript")
        elif path.endswith(".js"):
            route.fulfill(body=(STATIC / path[1:]).read_text(encoding="utf-8"), content_type="text/javascript")
        elif path == "/sent":
            route.fulfill(body=PAGES[shown.answer_to_sending], content_type="text/html")
        else:
            route.fulfill(body=PAGES[path], content_type="text/html")

    context.route("**/*", answer)
    yield shown
    context.close()


def typed_on(page, words="Đường sụt ở đầu cầu"):
    page.goto(HOST + "/form")
    page.fill("#words", words)
    page.fill("#secret", "mat-khau")


def send(page, button="text=Lưu"):
    with page.expect_navigation():
        page.click(button)


def words_on(page, path="/form"):
    page.goto(HOST + path)
    return page.input_value("#words")


def test_typed_text_comes_back_when_page_was_left(page):
    typed_on(page)
    page.goto(HOST + "/sign-in")

    assert words_on(page) == "Đường sụt ở đầu cầu"
    assert page.is_visible("#text-restored")
    assert page.input_value("#secret") == ""


def test_typed_text_comes_back_when_browser_stops_before_leaving(page):
    typed_on(page)
    page.wait_for_function("Object.keys(localStorage).length > 0")

    kept = page.evaluate("JSON.stringify(localStorage)")

    assert "Đường sụt" in kept
    assert "mat-khau" not in kept


def test_typed_text_is_dropped_when_server_said_saved(page):
    typed_on(page)
    send(page)

    assert words_on(page) == ""
    assert page.is_hidden("#text-restored")


def test_typed_text_stays_when_session_ended_before_sending(page):
    page.answer_to_sending = "/sign-in"
    typed_on(page)
    send(page)

    assert words_on(page) == "Đường sụt ở đầu cầu"


def test_text_from_server_wins_when_form_was_refused(page):
    page.answer_to_sending = "/refused"
    typed_on(page)
    send(page)

    assert page.input_value("#words") == "chữ bị trả lại"


def test_refused_text_comes_back_when_page_was_left_without_change(page):
    page.answer_to_sending = "/refused"
    typed_on(page)
    send(page)

    assert words_on(page) == "chữ bị trả lại"


def test_text_sent_back_unsaved_wins_and_is_kept_until_it_is_saved(page):
    page.answer_to_sending = "/unsaved"
    typed_on(page)
    send(page)

    assert page.input_value("#words") == "chữ được chèn"
    assert words_on(page) == "chữ được chèn"


def test_another_person_sees_nothing_of_it(page):
    typed_on(page)

    assert words_on(page, "/other") == ""


def test_signing_out_forgets_everything(page):
    typed_on(page)
    send(page, "#out")

    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('keep:')).length") == 0
    assert words_on(page) == ""


def test_restored_text_can_be_dropped(page):
    typed_on(page)
    words_on(page)
    page.click("[data-drop-kept]")

    assert page.input_value("#words") == ""
    assert words_on(page) == ""


def test_ctrl_enter_sends_the_form_one_is_in(page):
    page.goto(HOST + "/keys")
    page.focus("#words")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(HOST + "/done?")


def test_ctrl_enter_presses_the_button_named_so(page):
    page.goto(HOST + "/two-buttons")
    page.focus("#words")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(HOST + "/done?go=save")


def test_named_key_presses_its_button_but_not_while_typing(page):
    page.goto(HOST + "/keys")
    page.focus("#words")
    page.keyboard.press("F2")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("F2")

    assert page.text_content("#seen") == "x"
