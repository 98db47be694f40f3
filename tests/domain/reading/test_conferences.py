"""When the dialogues are held, as plans put it, and what they leave to a later notice."""

import pytest

from doithoai.domain.reading.document import read_plan
from doithoai.domain.reading.lines import Line

PLAN = "KẾ HOẠCH\nTổ chức đối thoại với nhân dân năm 2025\nUBND xã Thử Nghiệm xây dựng kế hoạch:\nI. MỤC ĐÍCH\nNghe dân nói.\n"

CASES = [
    ("II. THỜI GIAN\n14h00 ngày thứ Bảy 20/9/2025", [("2025-09-20", "2025-09-20", (), ())]),
    ("II. THỜI GIAN\nQuý III (có Giấy mời riêng).", [("2025-07-01", "2025-09-30", (), ("date",))]),
    ("II. THỜI GIAN\nMỗi năm 02 lần, vào tháng 5 và tháng 11.",
     [("2025-05-01", "2025-05-31", (), ()), ("2025-11-01", "2025-11-30", (), ())]),
    ("II. THỜI GIAN\n6 tháng/lần.", [("2025-01-01", "2025-06-30", (), ()), ("2025-07-01", "2025-12-31", (), ())]),
    ("II. THỜI GIAN\n02 cuộc trong năm 2025.", [("2025-01-01", "2025-12-31", (), ())] * 2),
    ("II. THỜI GIAN\n- Sáng ngày 10/9/2025: thôn Đông;\n- Chiều ngày 10/9/2025: thôn Tây.",
     [("2025-09-10", "2025-09-10", ("Đông",), ()), ("2025-09-10", "2025-09-10", ("Tây",), ())]),
    ("II. THỜI GIAN\nTừ ngày 15/9/2025 đến ngày 30/9/2025, mỗi thôn 01 buổi.", [("2025-09-15", "2025-09-30", (), ())]),
    ("II. THỜI GIAN VÀ ĐỊA ĐIỂM\nĐợt 1: Tháng 4/2025, thôn Hạ, thôn Trung.\nĐợt 2: Tháng 8/2025, thôn Thượng.",
     [("2025-04-01", "2025-04-30", ("Hạ", "Trung"), ()), ("2025-08-01", "2025-08-31", ("Thượng",), ())]),
    ("II. HÌNH THỨC\nĐịnh kỳ 01 lần/năm vào quý IV; đột xuất khi 10% cử tri yêu cầu, tổ chức trong 30 ngày.",
     [("2025-10-01", "2025-12-31", (), ())]),
    ("II. THỜI GIAN\nThời gian, địa điểm, thôn tổ chức có thông báo sau.",
     [("2025-01-01", "2025-12-31", (), ("date", "place", "village"))]),
    ("II. LỊCH\nSTT | Ngày | Thôn | Nơi họp\n1 | 05/8/2025 | Thôn Thượng | Nhà văn hóa\n2 | tháng 9/2025 | (thông báo sau) | Trụ sở",
     [("2025-08-05", "2025-08-05", ("Thượng",), ()), ("2025-09-01", "2025-09-30", (), ("village",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_conference_is_read_as_the_plan_says(text, expected):
    lines = [Line(number, line) for number, line in enumerate((PLAN + text).split("\n"), 1)]

    found = [(one.earliest, one.latest, one.villages, one.open) for one in read_plan(lines).conferences]

    assert found == expected


def test_time_limit_of_a_dialogue_on_demand_is_a_duty_of_its_own():
    text = PLAN + "II. HÌNH THỨC\nKhi 10% cử tri yêu cầu thì tổ chức trong thời hạn 30 ngày kể từ ngày nhận yêu cầu."

    reading = read_plan([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])

    assert [(one.duty, one.amount, one.anchor) for one in reading.deadlines] == [("other", 30, "receipt")]
