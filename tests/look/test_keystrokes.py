"""How many taps and keys the main tasks take. A tap or key on a control counts one; what is typed into it does not.

Registering to speak and the survey have no pages of their own yet.
"""

import re

import pytest

from doithoai.cli.demo.people import PASSWORD
from tests.journeys.browser.demo import RUNNING, SPEAKERS
from tests.look.visitors import visiting

pytestmark = pytest.mark.browser

ROAD = "Sửa đoạn đường sụt"
ROAD_ANSWER = "Xã rải cấp phối đoạn ba mét trong tháng này, Phòng Kinh tế làm, thôn cùng nghiệm thu."


class Hand:
    """Somebody at work, whose taps and keys are counted."""

    def __init__(self, visitor):
        self.page, self.slug = visitor.page, visitor.slug
        self.count = 0

    def open(self, address):
        """Where the count begins."""
        self.page.goto(address)
        self.count = 0

    def tap(self, words, within="body"):
        """A link or button by how its words begin."""
        place, begins = self.page.locator(within), re.compile(f"^{re.escape(words)}")
        place.get_by_role("button", name=begins).or_(place.get_by_role("link", name=begins)).first.click()
        self.count += 1

    def tap_label(self, words):
        self.page.get_by_label(words).first.click()
        self.count += 1

    def unfold(self, words):
        self.page.locator("summary", has_text=words).first.click()
        self.count += 1

    def write(self, label, words):
        """Tap the field, then type."""
        self.tap_label(label)
        self.page.get_by_label(label).first.fill(words)

    def choose(self, label, option):
        self.page.get_by_label(label).first.select_option(option)
        self.count += 1

    def key(self, name):
        self.page.keyboard.press(name)
        self.count += 1

    def sees(self, words):
        self.page.get_by_text(words).first.wait_for()
        return self.count


def test_opinion_is_sent_and_its_answer_found_in_few_taps(chromium, town):
    with visiting(chromium, town, width=360, java_script_enabled=False) as visitor:
        hand = Hand(visitor)
        hand.open(f"/{hand.slug}/")
        hand.tap("Gửi ý kiến")
        hand.tap("Không, tôi hỏi hoặc góp ý")
        hand.write("Bà con muốn hỏi hoặc góp ý điều gì?", "Đường thôn hỏng.")
        hand.tap("Tiếp")
        hand.tap("Thôn Đông Phong")
        hand.tap("Tiếp")
        hand.tap("Gửi", "main")
        sending = hand.sees("Xã đã nhận ý kiến")
        code = hand.page.locator(".slip .code").inner_text()
        hand.open(f"/{hand.slug}/")
        hand.page.locator("main a[href$='/tra-cuu/']").first.click()
        hand.count += 1
        field = hand.page.locator("main").get_by_role("textbox")
        field.click()
        field.fill(code)
        hand.page.locator("main form").get_by_role("button").click()
        hand.count += 2
        finding = hand.sees("Trang này không hiện lời bà con viết")

    assert (sending <= 7, finding <= 3) == (True, True), (sending, finding)


def test_paper_is_keyed_in_with_few_keys(chromium, town):
    with visiting(chromium, town, f"{RUNNING}.vanphong") as visitor:
        hand = Hand(visitor)
        hand.open(f"/ban-lam-viec/{hand.slug}/y-kien/ghi/")
        counts = []
        for words in ("Đường thôn hỏng.", "Nước máy đục."):
            hand.count = 0
            hand.page.keyboard.type(words)
            for _field in ("channel", "village"):
                hand.key("Tab")
            hand.page.keyboard.type("Thôn Thử Tây")
            hand.key("Tab")
            hand.page.keyboard.type("Nguyễn Thị Thử")
            hand.key("Tab")
            hand.page.keyboard.type("0900 000 000")
            with hand.page.expect_navigation():
                hand.key("Control+Enter")
            counts.append(hand.sees("Đã ghi ý kiến số"))
        hand.tap("Mở ý kiến vừa ghi")
        hand.sees("Nước máy đục.")
        village = hand.page.get_by_text("Thôn Thử Tây", exact=True).first.is_visible()

    assert max(counts) <= 8
    assert village


def test_opinion_is_assigned_in_few_presses(chromium, town):
    with visiting(chromium, town, "songan.vanphong") as visitor:
        hand = Hand(visitor)
        hand.open(f"/ban-lam-viec/{hand.slug}/y-kien/?state=sorted")
        hand.page.locator("tbody").get_by_role("link").first.click()
        hand.count += 1
        hand.choose("Giao cho", "Phòng Kinh tế")
        hand.tap("Giao", "main")

        assert hand.sees("Đã giao chuẩn bị.") <= 3


def test_duplicates_are_merged_in_few_presses(chromium, town):
    with visiting(chromium, town, "binhlang.vanphong") as visitor:
        hand = Hand(visitor)
        hand.open(f"/ban-lam-viec/{hand.slug}/y-kien/?state=answered")
        for number in (0, 1):
            hand.page.locator("tbody").get_by_role("checkbox").nth(number).check()
            hand.count += 1
        hand.unfold("Ghép các ý kiến đã đánh dấu")
        hand.tap("Ghép", "main")

        assert hand.sees("Đã ghép 2 ý kiến vào một việc.") <= 4


def test_sitting_is_opened_in_few_presses(chromium, town):
    with visiting(chromium, town, "songan.vanphong") as visitor:
        hand = Hand(visitor)
        hand.open(f"/ban-lam-viec/{hand.slug}/")
        hand.page.locator("main").get_by_role("link", name=re.compile("Hội nghị đối thoại")).first.click()
        hand.sees("Làm tiếp")
        hand.count = 0
        hand.tap("Điều hành")
        hand.tap("Mở hội nghị", "main")

        assert hand.sees("Hội nghị đã mở.") <= 2


def test_next_speaker_has_the_floor_at_one_key_and_an_item_is_closed_at_two(chromium, town):
    with visiting(chromium, town, f"{RUNNING}.vanphong") as visitor:
        hand = Hand(visitor)
        hand.open(visitor.home)
        hand.page.goto(f"/ban-lam-viec/{hand.slug}/doi-thoai/1/")
        hand.tap("Điều hành")
        hand.sees(SPEAKERS[0])
        hand.count = 0
        hand.key("F2")
        calling = hand.sees("đang nói từ")
        closing = []
        for key in ("F7", "F8"):
            hand.count = 0
            hand.page.evaluate("document.activeElement.blur()")
            hand.key(key)
            hand.page.keyboard.type(ROAD_ANSWER)
            with hand.page.expect_navigation():
                hand.key("Control+Enter")
            closing.append(hand.sees("Đã ghi quyết định."))

    assert calling == 1
    assert max(closing) <= 2


def test_minutes_are_a_word_file_in_few_presses(chromium, town, tmp_path):
    with visiting(chromium, town, "binhlang.vanphong") as visitor:
        hand = Hand(visitor)
        hand.open(f"/ban-lam-viec/{hand.slug}/van-ban/")
        line = hand.page.get_by_role("listitem").filter(has_text="Biên bản").first
        line.get_by_role("button", name=re.compile("^Soạn")).or_(
            line.get_by_role("link", name=re.compile("^Tải Word"))
        ).first.click()
        hand.count += 1
        with hand.page.expect_download() as coming:
            hand.tap("Tải về Word")

        assert hand.count <= 2
        assert coming.value.suggested_filename.endswith(".docx")


def submit_answer(hand):
    hand.page.locator("main").get_by_role("link", name=re.compile(ROAD)).first.click()
    hand.count += 1
    hand.write("Nội dung trả lời", ROAD_ANSWER)
    hand.tap_label("Giải thích, hướng dẫn")
    hand.tap("Lưu và trình ký")
    return hand.sees("Đã trình ký.")


def test_answer_is_written_and_signed_in_few_presses(chromium, town):
    with visiting(chromium, town, "binhlang.kinhte") as visitor:
        hand = Hand(visitor)
        hand.open(visitor.home)
        writing = submit_answer(hand)
    with visiting(chromium, town, "binhlang.chutich", width=360) as visitor:
        hand = Hand(visitor)
        hand.open(visitor.home)
        hand.page.locator("main").get_by_role("link", name=re.compile(ROAD)).first.click()
        hand.count += 1
        hand.write("Mật khẩu của người ký", PASSWORD)
        hand.tap("Ký trả lời")
        signing = hand.sees("Đã ký.")

    assert (writing <= 5, signing <= 3) == (True, True), (writing, signing)


def test_front_sees_what_is_overdue_at_one_press(chromium, town):
    with visiting(chromium, town, "huonglinh.mattran") as visitor:
        hand = Hand(visitor)
        hand.open(visitor.home)
        hand.page.locator("main").get_by_role("link", name=re.compile("quá hạn chưa trả lời")).click()
        hand.count += 1
        hand.page.wait_for_url("**/kien-nghi/**")

        assert hand.count == 1
        assert hand.page.locator("tbody").get_by_role("link").count() >= 1


def test_village_head_writes_for_a_neighbour_in_few_taps(chromium, town):
    with visiting(chromium, town, "binhlang.truongthon", width=360, java_script_enabled=False) as visitor:
        hand = Hand(visitor)
        hand.open(visitor.home)
        hand.tap("Ghi ý kiến", "main")
        hand.write("Nguyên văn ý kiến", "Cống đầu thôn tắc.")
        hand.write("Họ tên người nêu", "Nguyễn Thị Thử")
        hand.tap("Lưu, ghi tiếp")

        assert hand.sees("Đã ghi ý kiến số") <= 6
