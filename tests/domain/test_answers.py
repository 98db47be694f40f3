"""What a written answer needs, and when words are no answer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.domain.answers import (
    ANSWER,
    AnswerMove,
    AnswerState,
    ExtensionFact,
    Incomplete,
    Result,
    check_answer,
    check_delivery,
    check_extension,
    check_not_repeated,
    check_proof,
    check_reopening,
    check_return,
    check_signing,
    check_telling,
    check_transfer,
    days_late,
    due_in_force,
    is_empty_answer,
    is_untold,
)
from doithoai.domain.lifecycle import NotPossible

TODAY = date(2026, 11, 10)
DUE = date(2026, 11, 18)
GOOD = "Xã sẽ vá xong 120 m đường xóm Đoài trước ngày 15/12, Phòng Kinh tế thuê tổ thợ làm từ đầu tháng."
REASON = "Chờ kết quả đo đạc lại thửa đất."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UBND xã xin tiếp thu, ghi nhận ý kiến của bà con.",
        "Xin cảm ơn ý kiến của ông bà. UBND xã đã tiếp nhận và xử lý thông tin theo quy định.",
        "Xã sẽ nghiên cứu, chỉ đạo các cơ quan chức năng quan tâm giải quyết trong thời gian tới.",
        "UBND xã ghi nhận và sẽ báo cáo cấp trên xem xét.",
    ],
)
def test_answer_is_empty_when_it_only_takes_note(text):
    assert is_empty_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "Xã vá đường trước 15/11.",
        GOOD,
        "Không làm được năm nay vì chưa có vốn: dự toán 800 triệu đồng, HĐND xã xét vào kỳ họp tháng 7/2027.",
        "Thửa đất của hộ ông không nằm trong quy hoạch đường, hồ sơ trích lục ngày 03/5/2026 ghi rõ.",
    ],
)
def test_answer_is_no_empty_one_when_it_says_what_who_or_why(text):
    assert not is_empty_answer(text)


@pytest.mark.parametrize(
    ("text", "result", "promised_on", "field"),
    [
        ("Xin tiếp thu.", "explained", None, "text"),
        (GOOD, "", None, "result"),
        (GOOD, "taken_in", None, "result"),
        (GOOD, "promised", None, "promised_on"),
        (GOOD, "promised", date(2026, 11, 9), "promised_on"),
    ],
)
def test_check_answer_refuses_at_the_field_that_is_wrong(text, result, promised_on, field):
    with pytest.raises(Incomplete) as refusal:
        check_answer(text, result, promised_on, today=TODAY)

    assert refusal.value.field == field


@pytest.mark.parametrize("result", list(Result))
def test_check_answer_passes_when_it_says_something_with_a_result(result):
    check_answer(GOOD, result, TODAY if result is Result.PROMISED else None, today=TODAY)


def test_reopened_answer_is_refused_when_it_repeats_the_old_words():
    with pytest.raises(Incomplete):
        check_not_repeated(GOOD.upper() + "  ", [GOOD])

    check_not_repeated(GOOD + " Bổ sung: rộng 3,5 m.", [GOOD])


def test_signing_needs_a_reason_only_when_late():
    check_signing(due_on=DUE, signed_on=DUE, late_reason="")
    check_signing(due_on=DUE, signed_on=DUE + timedelta(1), late_reason=REASON)

    with pytest.raises(Incomplete) as refusal:
        check_signing(due_on=DUE, signed_on=DUE + timedelta(3), late_reason="bận")

    assert (refusal.value.field, "chậm 3 ngày" in refusal.value.words) == ("late_reason", True)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"delivered_on": date(2026, 11, 8)}, "delivered_on"),
        ({"delivered_on": date(2026, 11, 11)}, "delivered_on"),
        ({"how": " "}, "delivered_how"),
    ],
)
def test_delivery_is_refused_when_day_or_way_cannot_be(change, field):
    facts = {"signed_on": date(2026, 11, 9), "delivered_on": TODAY, "how": "trao tay", "today": TODAY}
    check_delivery(**facts)

    with pytest.raises(Incomplete) as refusal:
        check_delivery(**{**facts, **change})

    assert refusal.value.field == field


def test_extension_is_refused_without_reason_with_an_earlier_day_or_too_late():
    facts = {"old_due_on": DUE, "new_due_on": DUE + timedelta(10), "reason": REASON, "today": TODAY}
    check_extension(**facts)
    check_extension(**{**facts, "today": DUE})

    for change in ({"reason": "bận việc"}, {"new_due_on": DUE}, {"today": DUE + timedelta(1)}):
        with pytest.raises(NotPossible):
            check_extension(**{**facts, **change})


def test_transfer_is_refused_when_body_reason_or_day_is_missing():
    facts = {"body": "Sở Xây dựng", "reason": REASON, "expected_on": DUE, "today": TODAY}
    check_transfer(**facts)

    fields = []
    for change in (
        {"body": ""},
        {"reason": ""},
        {"expected_on": None},
        {"expected_on": date(2026, 11, 9)},
        {"successor": "UBND tỉnh"},
    ):
        with pytest.raises(Incomplete) as refusal:
            check_transfer(**{**facts, **change})
        fields.append(refusal.value.field)

    assert fields == ["body", "reason", "expected_on", "expected_on", "body"]


def test_short_words_are_refused_where_somebody_must_read_why():
    for check in (
        lambda: check_return("sửa"),
        lambda: check_reopening(reason="chưa", new_due_on=DUE, today=TODAY),
        lambda: check_reopening(reason=REASON, new_due_on=date(2026, 11, 9), today=TODAY),
        lambda: check_proof(kept_on=TODAY, proof="xong", today=TODAY),
        lambda: check_proof(kept_on=DUE, proof="Biên bản nghiệm thu số 3", today=TODAY),
        lambda: check_telling(told_on=date(2026, 11, 1), how="gọi điện", since=date(2026, 11, 5), today=TODAY),
        lambda: check_telling(told_on=DUE, how="gọi điện", since=date(2026, 11, 5), today=TODAY),
        lambda: check_telling(told_on=TODAY, how="", since=date(2026, 11, 5), today=TODAY),
    ):
        with pytest.raises(Incomplete):
            check()


def test_extension_binds_until_its_old_day_passes_untold():
    told, untold = ExtensionFact(DUE, date(2026, 12, 1), DUE), ExtensionFact(DUE, date(2026, 12, 1), None)

    assert due_in_force(date(2026, 12, 1), [untold], today=DUE) == date(2026, 12, 1)
    assert due_in_force(date(2026, 12, 1), [untold], today=DUE + timedelta(1)) == DUE
    assert due_in_force(date(2026, 12, 1), [told], today=date(2026, 12, 30)) == date(2026, 12, 1)
    assert (is_untold(untold, today=DUE), is_untold(untold, today=DUE + timedelta(1))) == (False, True)


def test_second_extension_falls_back_to_the_first_when_it_was_never_told():
    first = ExtensionFact(DUE, date(2026, 12, 1), DUE)
    second = ExtensionFact(date(2026, 12, 1), date(2026, 12, 20), None)

    assert due_in_force(date(2026, 12, 20), [first, second], today=date(2026, 12, 2)) == date(2026, 12, 1)


@given(st.lists(st.tuples(st.integers(1, 40), st.booleans()), max_size=5), st.integers(0, 300))
def test_date_in_force_is_always_one_of_the_dates_given(lengths, offset):
    facts, due = [], DUE
    for days, told in lengths:
        facts.append(ExtensionFact(due, due + timedelta(days), due if told else None))
        due += timedelta(days)

    found = due_in_force(due, facts, today=DUE + timedelta(offset))

    assert found in {DUE, *(fact.new_due_on for fact in facts)}
    assert DUE <= found <= due


def test_answer_runs_from_due_to_delivered_and_back_only_by_reopening():
    path = [
        AnswerMove.DRAFT,
        AnswerMove.SUBMIT,
        AnswerMove.RETURN,
        AnswerMove.SUBMIT,
        AnswerMove.SIGN,
        AnswerMove.DELIVER,
    ]
    state = AnswerState.DUE
    for move in path:
        state = ANSWER.step(state, move)

    assert state is AnswerState.DELIVERED
    assert ANSWER.moves_from(AnswerState.DELIVERED) == (AnswerMove.REOPEN,)
    assert not ANSWER.may_step(AnswerState.DRAFTED, AnswerMove.SIGN)


def test_days_late_counts_to_the_day_done_or_to_today():
    assert days_late(DUE, DUE, DUE + timedelta(9)) == 0
    assert days_late(DUE, DUE + timedelta(2), DUE + timedelta(9)) == 2
    assert days_late(DUE, None, DUE + timedelta(9)) == 9
