"""How a due date is told: the words, the days passed over, and the record that is stored."""

import json
from datetime import date

import pytest

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit, due_on
from doithoai.domain.explanation import explain, explain_eve, explain_fixed, explanation_of
from tests.domain.vietnam import vietnam


def told(amount, unit, direction, start, anchor=Anchor.CONFERENCE_DAY, **more):
    return explain(
        Term(amount, unit, direction, anchor), start, vietnam(), rule="Quy chế mẫu", article="Điều 9", **more
    )


def test_text_tells_start_move_and_article_when_the_last_day_is_off():
    words = told(30, Unit.DAY, Direction.AFTER, date(2025, 11, 20), Anchor.CONFERENCE_END).text()

    assert words == (
        "Hạn: 22/12/2025 (thứ Hai). Tính 30 ngày sau ngày kết thúc hội nghị 20/11/2025 (thứ Năm); ngày đầu không tính, "
        "đếm từ 21/11/2025 (thứ Sáu). Đếm đến 20/12/2025 (thứ Bảy) là ngày nghỉ (thứ Bảy) nên hạn lùi sang ngày làm việc "
        "kế tiếp, 22/12/2025 (thứ Hai). Các ngày nghỉ bỏ qua: 20/12/2025 (thứ Bảy); 21/12/2025 (Chủ nhật). "
        "Theo: Quy chế mẫu, Điều 9."
    )


def test_text_tells_a_before_term_moved_earlier():
    words = told(5, Unit.DAY, Direction.BEFORE, date(2025, 4, 24)).text()

    assert "Đếm đến 19/04/2025 (thứ Bảy) là ngày nghỉ (thứ Bảy) nên phải xong sớm hơn" in words
    assert "ngày làm việc liền trước, 18/04/2025 (thứ Sáu)" in words


def test_explain_lists_every_day_off_inside_a_term_of_working_days():
    skipped = told(15, Unit.WORKING_DAY, Direction.AFTER, date(2021, 10, 28)).skipped

    assert [day.on.day for day in skipped] == [30, 31, 6, 7, 13, 14]


def test_explain_names_holidays_and_made_up_days_and_what_needs_checking():
    explanation = told(5, Unit.WORKING_DAY, Direction.AFTER, date(2025, 4, 25))
    words = explanation.text()

    assert [(day.on, day.why) for day in explanation.worked] == [(date(2025, 4, 26), "làm bù cho ngày 02/05/2025")]
    assert "30/04/2025 (thứ Tư) ngày Chiến thắng 30/4" in words
    assert "Cần so lại lịch nghỉ: 02/05/2025 (thứ Sáu)" in words


def test_explain_lists_nothing_when_the_day_is_reached_without_a_day_off_at_its_end():
    explanation = told(7, Unit.DAY, Direction.BEFORE, date(2025, 11, 20))

    assert (explanation.skipped, explanation.moved_from) == ((), None)


def test_text_says_that_the_conference_day_stands_in_for_an_unknown_anchor():
    words = told(10, Unit.DAY, Direction.AFTER, date(2025, 11, 20), Anchor.CONCLUSION, assumed=True).text()

    assert "Chưa có ngày thông báo kết luận nên tạm tính từ ngày hội nghị" in words


def test_text_warns_of_a_year_without_a_table():
    assert "Chưa có bảng ngày nghỉ lễ năm 2030" in told(7, Unit.DAY, Direction.AFTER, date(2030, 5, 6)).text()


def test_explain_fixed_takes_the_date_as_written():
    saturday = date(2025, 10, 25)

    assert explain_fixed(saturday, rule="Kế hoạch", article="dòng 3").text() == (
        "Hạn: 25/10/2025 (thứ Bảy). Văn bản ghi ngày này. Theo: Kế hoạch, dòng 3."
    )


def test_explain_eve_is_the_last_working_day_before():
    explanation = explain_eve(date(2025, 12, 22), Anchor.ANSWER_DUE, vietnam(), rule="Kế hoạch", article="")

    assert explanation.due == date(2025, 12, 19)
    assert "Phải xong trước hạn trả lời 22/12/2025 (thứ Hai)" in explanation.text()


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("start", [date(2026, 2, 10), date(2025, 4, 27), date(2026, 1, 3)])
def test_explain_gives_the_very_date_of_due_on(unit, direction, start):
    term = Term(3, unit, direction)

    assert explain(term, start, vietnam(), rule="", article="").due == due_on(term, start, vietnam())


def test_text_goes_through_the_translator_given():
    explanation = told(7, Unit.DAY, Direction.BEFORE, date(2025, 11, 20))

    assert explanation.text(lambda words: words.replace("Hạn", "Due")).startswith("Due: 13/11/2025")


def test_as_record_is_plain_json():
    record = told(10, Unit.DAY, Direction.AFTER, date(2025, 11, 20)).as_record()

    assert {key: record[key] for key in ("due_on", "start", "amount", "unit", "direction", "moved_from", "article")} == {
        "due_on": "2025-12-01", "start": "2025-11-20", "amount": 10, "unit": "day", "direction": "after",
        "moved_from": "2025-11-30", "article": "Điều 9",
    }  # fmt: skip
    assert record["skipped"] == [
        {"on": "2025-11-30", "why": "Chủ nhật", "confirmed": True,
         "source": "Quyết định 188/1999/QĐ-TTg: nghỉ hằng tuần thứ Bảy, Chủ nhật"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "explanation",
    [
        told(5, Unit.WORKING_DAY, Direction.AFTER, date(2025, 4, 25)),
        told(30, Unit.DAY, Direction.AFTER, date(2025, 11, 20), Anchor.CONCLUSION, assumed=True),
        explain_fixed(date(2025, 11, 20), rule="Kế hoạch mẫu", article="", the_day=True),
        explain_eve(date(2025, 12, 22), Anchor.ANSWER_DUE, vietnam(), rule="Quy chế mẫu", article="Điều 9"),
    ],
)
def test_explanation_is_the_same_when_read_back_from_its_record(explanation):
    read = explanation_of(json.loads(json.dumps(explanation.as_record())))

    assert read == explanation


def test_text_turns_every_word_of_ours_when_it_is_told_in_another_language():
    words = told(15, Unit.WORKING_DAY, Direction.AFTER, date(2021, 10, 28)).text(lambda said: f"<{said}>")

    assert words.startswith(
        "<Hạn: 18/11/2021 (<thứ Năm>).> <Tính <15 ngày làm việc> sau <ngày hội nghị> 28/10/2021 (<thứ Năm>)"
    )
