"""What did not satisfy is kept whole and answered anew; what was promised is proved kept."""

from datetime import date, timedelta

import pytest

from doithoai.base.audit import faults
from doithoai.domain.answers import Incomplete
from doithoai.domain.lifecycle import NotPossible
from doithoai.stages.answers.services.check_public_answer import check_public_answer
from doithoai.stages.answers.services.mark_promise_kept import mark_promise_kept
from doithoai.stages.answers.services.reopen_answer import reopen_answer
from tests.factories.answers import GOOD_TEXT, make_signed_answer
from tests.factories.opinions import make_opinion
from tests.factories.people import officer_of
from tests.stages.answers.steps import DUE, LATE, REASON, WRITING, signed, submitted

pytestmark = pytest.mark.django_db


def test_seal_catches_an_earlier_answer_that_was_tampered_with(hall, answer):
    signed(answer, hall)
    reopen_answer(answer_id=answer.pk, reason=REASON, new_due_on=date(2026, 12, 10), actor=hall.clerk, at=WRITING)
    assert list(faults()) == []

    answer.earlier.update(text="Lời khác.")

    assert [line.split(" ")[0] for line in faults()] == [f"answer:{answer.pk}:"]


def test_reopened_answer_keeps_the_old_one_whole_and_gets_a_new_day(hall, opinion, answer):
    signed(answer, hall)
    check_public_answer(answer_id=answer.pk, text="Xã sẽ vá đường.", actor=hall.clerk, at=WRITING)

    again = reopen_answer(
        answer_id=answer.pk, reason=REASON, new_due_on=date(2026, 12, 10), actor=hall.clerk, at=WRITING
    )

    opinion.refresh_from_db()
    old = again.earlier.get()
    assert (old.number, old.text, old.due_on, old.reason) == (1, GOOD_TEXT, DUE, REASON)
    assert (again.state, again.first_due_on, again.due_on) == ("due", DUE, date(2026, 12, 10))
    assert (again.signed_at, again.result, again.public_text) == (None, "", "")
    assert opinion.state == "awaiting_answer"


def test_reopened_answer_must_say_something_new(hall, answer):
    signed(answer, hall)
    reopen_answer(answer_id=answer.pk, reason=REASON, new_due_on=date(2026, 12, 10), actor=hall.clerk, at=WRITING)

    with pytest.raises(Incomplete):
        submitted(answer, hall)
    again = signed(answer, hall, text=GOOD_TEXT + " Đoạn cuối xóm đặt thêm cống 60.")

    assert (again.state, again.earlier.count()) == ("signed", 1)
    assert list(faults()) == []


def test_reopening_is_refused_when_unsigned_without_reason_or_for_a_past_day(hall, answer):
    calls = {"reason": REASON, "new_due_on": date(2026, 12, 10)}
    with pytest.raises(NotPossible):
        reopen_answer(answer_id=answer.pk, actor=hall.clerk, at=WRITING, **calls)
    signed(answer, hall)
    for change in ({"reason": "chưa"}, {"new_due_on": date(2026, 11, 9)}):
        with pytest.raises(Incomplete):
            reopen_answer(answer_id=answer.pk, actor=hall.clerk, at=WRITING, **{**calls, **change})


def test_promise_is_marked_kept_with_its_proof(hall, answer):
    signed(answer, hall, result="promised", promised_on=date(2026, 12, 15))

    kept = mark_promise_kept(
        answer_id=answer.pk, kept_on=date(2026, 12, 14), proof="Biên bản nghiệm thu ngày 14/12.",
        actor=officer_of(hall.unit), at=WRITING + timedelta(days=40),
    )  # fmt: skip

    assert (kept.promised_on, kept.promise_kept_on, kept.promise_marked_by) == (
        date(2026, 12, 15),
        date(2026, 12, 14),
        "Phạm Văn Môn",
    )
    assert list(faults()) == []


def test_promise_is_not_marked_when_there_is_none_no_proof_or_the_day_is_to_come(hall, answer):
    promise = make_opinion(hall.commune, conference=hall.conference)
    promise = make_signed_answer(promise, hall.unit, result="promised", promised_on=date(2026, 12, 15))
    proof = "Biên bản nghiệm thu ngày 14/12."

    with pytest.raises(NotPossible):
        mark_promise_kept(answer_id=answer.pk, kept_on=DUE, proof=proof, actor=hall.clerk, at=LATE)
    for change in ({"proof": "xong"}, {"kept_on": date(2026, 12, 20)}):
        with pytest.raises(Incomplete):
            mark_promise_kept(
                answer_id=promise.pk, actor=hall.clerk, at=LATE, **{"kept_on": DUE, "proof": proof, **change}
            )
