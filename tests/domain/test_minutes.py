"""Minutes composed from the record, and two texts written at once."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.domain.conference import Outcome, Raised, four_lists
from doithoai.domain.minutes import Heard, MinutesFacts, Speech, both_texts, compose_minutes, with_paragraph
from doithoai.domain.programme import Step

DAY = date(2026, 10, 28)


def local(hour, minute):
    return datetime(2026, 10, 28, hour, minute, tzinfo=timezone(timedelta(hours=7)))


NOW = Raised(
    1, "12", "Đường xóm Đoài hỏng", "Đông Phong", False, Outcome.ANSWERED_NOW, "Tháng 11 xã đổ đá", "", None, ""
)
LATER = replace(
    NOW, opinion_id=2, number="13", summary="Mương tắc", outcome=Outcome.IN_WRITING, said="", unit="Phòng Kinh tế",
    due_on=date(2026, 11, 18),
)  # fmt: skip
UP = replace(
    LATER, opinion_id=3, number="14", summary="Đường tỉnh ngập", outcome=Outcome.PASSED_UP, body="Sở Xây dựng",
    due_on=date(2026, 12, 1),
)  # fmt: skip
APART = replace(NOW, opinion_id=4, number="15", summary="Ranh đất nhà ông Ba", outcome=Outcome.TAKEN_APART, said="")
BEFORE = replace(NOW, opinion_id=5, number="16", summary="Loa hỏng", outcome=None, said="", answered_before=True)

FACTS = MinutesFacts(
    title="Hội nghị đối thoại năm 2026",
    place="Nhà văn hóa thôn",
    announced_on=DAY,
    opened_at=local(8, 0),
    ended_at=local(11, 15),
    chair="Nguyễn Văn Trì",
    co_chair="",
    secretary="Trần Thị Sổ",
    people_present=63,
    citizens_present=None,
    programme=[Step("Khai mạc", "Văn phòng", 5)],
    speeches=[
        Speech("Bùi Thị Nói", "Đông Phong", "đường hỏng", local(8, 20), local(8, 24), 1),
        Speech("Lò Văn Hỏi", "", "", None, None),
    ],
    heard=[
        Heard(NOW, "Phó Chủ tịch UBND"),
        Heard(LATER),
        Heard(UP, "", "Đường tỉnh do Sở quản lý"),
        Heard(APART, "", "Việc riêng của một hộ"),
        Heard(BEFORE),
    ],
    lists=four_lists([NOW, LATER, UP, APART, BEFORE]),
    remarks="Cảm ơn bà con",
)


def test_minutes_tell_each_opinion_with_who_spoke_and_what_became_of_it():
    text = compose_minutes(FACTS)

    assert (
        "1. Ý kiến số 12, Đông Phong: Đường xóm Đoài hỏng.\n"
        "   Phát biểu: Bùi Thị Nói (Đông Phong), 08 giờ 20 đến 08 giờ 24: đường hỏng.\n"
        "   Phó Chủ tịch UBND trả lời: Tháng 11 xã đổ đá."
    ) in text
    assert "   Giao Phòng Kinh tế trả lời bằng văn bản, chậm nhất ngày 18/11/2026." in text
    assert (
        "   Vượt thẩm quyền của xã: Đường tỉnh do Sở quản lý. Chuyển Sở Xây dựng, dự kiến có trả lời ngày 01/12/2026; "
        "Phòng Kinh tế theo dõi."
    ) in text
    assert "   Tách riêng, không đối thoại tại hội nghị: Việc riêng của một hộ." in text
    assert "   Đã trả lời trước hội nghị." in text
    assert "Các ý kiến phát biểu khác:\n- Lò Văn Hỏi." in text


def test_minutes_carry_the_four_lists_and_the_closing():
    text = compose_minutes(FACTS)

    assert "1. Những nội dung đã đối thoại (4):" in text
    assert "2. Những nội dung đã được giải quyết, trả lời (2):" in text
    assert "3. Những nội dung đã nêu nhưng chưa giải quyết (2):" in text
    assert "- Ý kiến số 13: Mương tắc: Phòng Kinh tế, chậm nhất ngày 18/11/2026." in text
    assert text.endswith("Hội nghị kết thúc lúc 11 giờ 15 cùng ngày. Biên bản đã được đọc lại cho mọi người cùng nghe.")


def test_minutes_own_up_to_a_day_other_than_the_announced_one():
    other = compose_minutes(replace(FACTS, announced_on=date(2026, 10, 27)))

    assert "Ngày đã thông báo là 27/10/2026." in other
    assert "Ngày đã thông báo" not in compose_minutes(FACTS)


def test_minutes_stay_readable_when_nothing_is_known_yet():
    text = compose_minutes(MinutesFacts("Hội nghị", "", None, None, None, "", "", "", None, None))

    assert (
        text
        == "I. THỜI GIAN, ĐỊA ĐIỂM\n\nHội nghị: Hội nghị.\nBắt đầu lúc ….\n\nII. Ý KIẾN CỦA NHÂN DÂN VÀ TRẢ LỜI\n\nKhông có ý kiến."
    )


PARAGRAPHS = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm"]), max_size=6).map("\n\n".join)


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_texts_lose_no_paragraph_of_either_writer(mine, theirs):
    joined = both_texts(mine, theirs).split("\n\n")

    assert set(mine.split("\n\n")) | set(theirs.split("\n\n")) == set(joined)


def test_both_texts_put_a_new_paragraph_where_its_writer_had_it():
    assert both_texts("a\n\nx\n\nb", "a\n\nb\n\nc") == "a\n\nx\n\nb\n\nc"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("", "Thêm"),
        ("Một", "Một\n\nThêm"),
        ("Một\n\nHội nghị kết thúc lúc 11 giờ.", "Một\n\nThêm\n\nHội nghị kết thúc lúc 11 giờ."),
    ],
)
def test_paragraph_stands_last_but_before_the_closing_words(text, joined):
    assert with_paragraph(text, "Thêm") == joined
