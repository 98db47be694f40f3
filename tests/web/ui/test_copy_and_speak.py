"""The copy button of staff pages and reading aloud on pages for citizens, in a real browser."""

import pytest

from tests.web.ui.test_scripts import HOST, STATIC, browser  # noqa: F401 -- the browser is shared

pytestmark = pytest.mark.browser

COPY = """<p id="words">Xã mời bà con.</p><button type="button" data-copy="words" hidden>Chép</button>
<span data-copied="words" data-words="Đã chép"></span><textarea id="pasted"></textarea>"""
SPEAK = """<p id="words">Xã đã nhận. Trả lời chậm nhất ngày 21.</p>
<button type="button" data-speak="words" hidden><svg></svg><span>Nghe đọc</span><span hidden>Dừng đọc</span></button>"""
VOICES = """
window.spoken = []; window.stopped = 0;
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: function () { return [{lang: 'en-US'}].concat(%s); }, addEventListener: function () {},
  speak: function (one) { window.spoken.push(one); }, cancel: function () { window.stopped += 1; } }});
"""


def shown(browser, body, script, before=""):  # noqa: F811 -- the fixture's value
    context = browser.new_context()
    page = context.new_page()
    if before:
        page.add_init_script(before)
    source = (STATIC / script).read_text(encoding="utf-8")
    html = f'<!doctype html><meta charset="utf-8"><script src="/s.js" defer></script><body>{body}'
    context.route(
        "**/*",
        lambda route: route.fulfill(
            body=source if route.request.url.endswith(".js") else html,
            content_type="text/javascript" if route.request.url.endswith(".js") else "text/html",
        ),
    )
    page.goto(HOST + "/")
    return page


def test_copy_button_shows_and_copies_where_the_page_came_over_plain_http(browser):  # noqa: F811 -- the fixture
    page = shown(browser, COPY, "copy.js")

    page.click("[data-copy]")
    page.focus("#pasted")
    page.keyboard.press("Control+V")

    assert page.evaluate("navigator.clipboard === undefined")
    assert page.input_value("#pasted").strip() == "Xã mời bà con."
    assert page.text_content("[data-copied]") == "Đã chép"


def test_reading_stays_hidden_when_no_voice_is_vietnamese(browser):  # noqa: F811 -- the fixture
    page = shown(browser, SPEAK, "speak.js", VOICES % "[{lang: 'vls-BE'}]")

    assert page.is_hidden("[data-speak]")


def test_reading_says_each_sentence_and_stops_when_pressed_again(browser):  # noqa: F811 -- the fixture
    page = shown(browser, SPEAK, "speak.js", VOICES % "[{lang: 'vi_VN'}]")

    page.click("[data-speak]")
    said = page.evaluate("window.spoken.map(function (one) { return one.text.trim(); })")
    words_while_reading = page.inner_text("[data-speak]").strip()
    page.click("[data-speak]")

    assert said == ["Xã đã nhận.", "Trả lời chậm nhất ngày 21."]
    assert words_while_reading == "Dừng đọc"
    assert page.inner_text("[data-speak]").strip() == "Nghe đọc"
    assert page.evaluate("window.stopped") >= 2
