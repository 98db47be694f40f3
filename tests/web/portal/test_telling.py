"""How the state of a question is told."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from doithoai.web.portal.steer import sounds_like_denunciation
from doithoai.web.portal.telling import figures_of, journey_of, lateness, sentences_of, stamp_of, standing_of

TODAY = date(2026, 3, 10)
DUE = date(2026, 3, 5)


@pytest.fixture(autouse=True)
def _in_vietnamese():
    with translation.override("vi"):
        yield


def row(status="in_hand", **fields):
    values = {
        "status": status, "unit": "Phòng Kinh tế", "result": "", "promised_on": None, "first_due_on": DUE, "due_on": DUE,
        "extension_reason": "", "answered_on": None, "body": "", "transferred_on": None, **fields,
    }  # fmt: skip
    return SimpleNamespace(**values)


@pytest.mark.parametrize(
    ("given", "standing", "days", "stamp"),
    [
        (row("answered", answered_on=DUE), "on_time", 0, ("done", "Đã trả lời")),
        (row("answered", answered_on=date(2026, 3, 6)), "late", 1, ("done", "Đã trả lời, chậm 1 ngày")),
        (row("answered", answered_on=None), "on_time", 0, ("done", "Đã trả lời")),
        (row("answered", due_on=None, answered_on=TODAY), "on_time", 0, ("done", "Đã trả lời")),
        (row(), "overdue", 5, ("late", "Quá hạn 5 ngày")),
        (row(due_on=TODAY), "open", 0, ("soon", "Đang xem, còn 0 ngày")),
        (row(due_on=date(2026, 3, 13)), "open", 0, ("soon", "Đang xem, còn 3 ngày")),
        (row(due_on=date(2026, 3, 14)), "open", 0, ("open", "Đang xem")),
        (row("received", due_on=None), "open", 0, ("open", "Đã nhận")),
        (row("received"), "overdue", 5, ("late", "Quá hạn 5 ngày")),
        (row("passed_up"), "passed_up", 5, ("open", "Đã chuyển cấp trên")),
    ],
)
def test_standing_lateness_and_stamp(given, standing, days, stamp):
    assert standing_of(given, TODAY) == standing
    assert lateness(given, TODAY) == days
    assert stamp_of(given, standing, TODAY) == stamp


def test_figures_count_every_question_once():
    rows = [
        row(),
        row("answered", answered_on=DUE),
        row("answered", answered_on=TODAY),
        row("passed_up"),
        row(due_on=None),
    ]

    assert figures_of(rows, TODAY) == {"on_time": 1, "late": 1, "open": 1, "overdue": 1, "passed_up": 1, "all": 5}


def test_sentences_admit_lateness_and_give_both_dates_of_an_extension():
    given = row(
        "answered", first_due_on=date(2026, 2, 20), answered_on=date(2026, 3, 7), extension_reason="Chờ tỉnh.",
        result="promised", promised_on=date(2026, 6, 30),
    )  # fmt: skip

    assert sentences_of(given, "late", TODAY) == [
        "Xã hẹn trả lời ngày 20/02/2026, nay xin lùi đến ngày 05/03/2026.",
        "Lý do lùi ngày: Chờ tỉnh.",
        "Xã trả lời ngày 07/03/2026, chậm 2 ngày so với ngày hẹn 05/03/2026.",
        "Xã hẹn làm xong ngày 30/06/2026.",
    ]


def test_sentences_say_where_it_went_when_passed_up():
    given = row("passed_up", body="Sở Xây dựng", transferred_on=date(2026, 3, 1), due_on=date(2026, 4, 1))

    said = sentences_of(given, "passed_up", TODAY)
    later = sentences_of(given, "passed_up", date(2026, 4, 11))

    assert later[-1] == "Đã quá ngày đó 10 ngày mà chưa có trả lời."
    assert said[-2:] == [
        "Việc này vượt quyền của xã, xã đã chuyển Sở Xây dựng ngày 01/03/2026.",
        "Dự kiến có trả lời ngày 01/04/2026.",
    ]


@pytest.mark.parametrize(
    ("given", "states"),
    [
        (row("received"), ["current", "", ""]),
        (row("in_hand"), ["done", "current", ""]),
        (row("answered", answered_on=TODAY), ["done", "done", "done"]),
        (row("passed_up", body="Sở Xây dựng"), ["done", "done", "current"]),
    ],
)
def test_journey_marks_where_it_stands(given, states):
    assert [step.state for step in journey_of(given, DUE)] == states


@pytest.mark.parametrize(
    "words",
    [
        "Trưởng thôn ăn chặn tiền hỗ trợ",
        "Toi to cao ong A nhan hoi lo",
        "Kế toán\nkhai khống hộ nghèo",
        "cán bộ địa chính đòi phong bì mới đo đất",
    ],
)
def test_accusing_words_bring_the_question_again(words):
    assert sounds_like_denunciation(words)


@pytest.mark.parametrize(
    "words", ["Đường hỏng quá, xin sửa", "Cán bộ nói năng cộc lốc với dân", "Tiền rác thu sao cao thế?"]
)
def test_plain_blame_does_not(words):
    assert not sounds_like_denunciation(words)
