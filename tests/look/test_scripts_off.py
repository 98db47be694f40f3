"""What citizens and clerks do with scripts switched off, where no other browser test goes: finding, counting a date, the hall's buttons.

Sending, looking up and a village head's entry without scripts are in `test_keystrokes.py`; a whole cycle in `tests/journeys/`.
"""

import re

import pytest

from tests.journeys.browser.demo import RUNNING, SPEAKERS
from tests.look.visitors import visiting

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(chromium, town):
    """A narrow browser without scripts, of whoever is named."""

    def opened(name=""):
        return visiting(chromium, town, name, width=320, java_script_enabled=False)

    return opened


def press(page, words):
    page.locator("main").get_by_role("button", name=re.compile(f"^{words}")).first.click()


def test_answer_is_found_by_words_without_marks_when_scripts_are_off(plain):
    with plain() as visitor:
        page = visitor.page
        page.goto(f"/{visitor.slug}/")
        page.get_by_role("link", name="Tìm câu trả lời").first.click()
        page.get_by_label("Bà con muốn tìm việc gì?").fill("rac")
        press(page, "Tìm")
        page.get_by_role("link", name=re.compile("rác")).first.click()

        assert "/cau-hoi/" in page.url
        assert page.get_by_text("Xã trả lời").first.is_visible()


def test_due_date_is_counted_when_scripts_are_off(plain):
    with plain() as visitor:
        page = visitor.page
        page.goto(f"/{visitor.slug}/vi-sao-ngay-nay/")
        page.get_by_label("Ngày", exact=False).first.fill("02/03/2026")
        page.get_by_role("radio").first.check()
        press(page, "Tính ngày")

        assert page.get_by_role("heading", name="Cách tính").is_visible()


def test_clerk_keys_in_and_sorts_when_scripts_are_off(plain):
    with plain(f"{RUNNING}.vanphong") as visitor:
        page = visitor.page
        page.goto(visitor.home)
        page.locator("main").get_by_role("link", name=re.compile("^Ghi ý kiến")).first.click()
        page.get_by_label("Nguyên văn ý kiến").fill("Đèn đường xóm dưới hỏng.")
        press(page, "Lưu, ghi tiếp")
        page.get_by_role("link", name="Mở ý kiến vừa ghi").click()
        page.get_by_label("Lĩnh vực").select_option(label="Điện, nước sạch")
        press(page, "Lưu phân loại")

        assert page.get_by_text("Đã lưu phân loại.").is_visible()


def test_speaker_has_the_floor_and_an_opinion_is_decided_when_scripts_are_off(plain):
    with plain(f"{RUNNING}.vanphong") as visitor:
        page = visitor.page
        page.goto(f"/ban-lam-viec/{visitor.slug}/doi-thoai/1/")
        page.get_by_role("link", name=re.compile("^Điều hành")).first.click()
        press(page, f"Mời {SPEAKERS[0]}")
        assert page.get_by_text("đang nói từ").is_visible()

        page.get_by_role("radio", name=re.compile("^Trả lời bằng văn bản")).first.check()
        press(page, "Lưu quyết định")

        assert page.get_by_text("Đã ghi quyết định.").is_visible()
