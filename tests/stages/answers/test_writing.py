"""One written answer from opening to delivery: services, refusals, rights, seals and two writers at once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.answers import AnswerState, Incomplete
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Role
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.check_public_answer import check_public_answer
from doithoai.stages.answers.services.deliver_answer import deliver_answer
from doithoai.stages.answers.services.draft_answer import Draft, draft_answer
from doithoai.stages.answers.services.mark_promise_kept import mark_promise_kept
from doithoai.stages.answers.services.open_answer import open_answer
from doithoai.stages.answers.services.reopen_answer import reopen_answer
from doithoai.stages.answers.services.return_answer import return_answer
from doithoai.stages.answers.services.sign_answer import sign_answer
from doithoai.stages.answers.services.submit_answer import submit_answer
from tests.factories.answers import GOOD_TEXT, make_signed_answer
from tests.factories.conference import make_hall
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as, make_unit, officer_of
from tests.stages.answers.steps import DUE, LATE, REASON, WRITING, draft, due, signed, submitted

pytestmark = pytest.mark.django_db


def test_answer_is_written_signed_and_delivered(hall, opinion):
    answer = open_answer(opinion_id=opinion.pk, due=due(hall), actor=hall.clerk, at=hall.at)
    signed(answer, hall)

    done = deliver_answer(
        answer_id=answer.pk, delivered_on=date(2026, 11, 12), how="Trao tay tại nhà văn hóa", actor=hall.clerk,
        at=WRITING + timedelta(days=2),
    )  # fmt: skip

    opinion.refresh_from_db()
    assert (done.state, done.text, done.signed_by) == ("delivered", GOOD_TEXT, "Nguyễn Văn Trì")
    assert (done.first_due_on, done.due_on, done.rule, done.late_reason) == (DUE, DUE, "Kế hoạch của xã", "")
    assert opinion.state == "answered"
    assert list(faults()) == []


def test_opening_twice_keeps_the_first_unit_and_date(hall, opinion):
    first = open_answer(opinion_id=opinion.pk, due=due(hall), actor=hall.clerk, at=hall.at)

    again = open_answer(opinion_id=opinion.pk, due=due(hall, on=date(2026, 12, 30)), actor=hall.clerk, at=hall.at)

    assert (again.pk, again.due_on) == (first.pk, DUE)


def test_opinion_kept_apart_gets_its_written_reply(hall):
    apart = make_opinion(hall.commune, state="taken_apart", apart_reason="Ngoài nội dung", owes_written_reply=True)

    answer = open_answer(opinion_id=apart.pk, due=due(hall), actor=hall.clerk, at=hall.at)

    apart.refresh_from_db()
    assert (apart.state, answer.conference_id) == ("awaiting_answer", None)


def test_oral_answer_that_did_not_satisfy_is_opened_in_writing_with_the_reason(hall):
    told = make_opinion(hall.commune, conference=hall.conference, state="answered")

    with pytest.raises(Incomplete) as refusal:
        open_answer(opinion_id=told.pk, due=due(hall), actor=hall.clerk, at=hall.at)
    answer = open_answer(opinion_id=told.pk, due=due(hall, reason=REASON), actor=hall.clerk, at=hall.at)

    told.refresh_from_db()
    assert (refusal.value.field, told.state, answer.why_due) == ("reason", "awaiting_answer", {"reopened": REASON})


def test_opening_is_refused_without_unit_or_date_or_with_a_strangers_unit(hall, opinion):
    elsewhere = make_unit(make_hall().commune)

    fields = []
    for change in ({"unit_id": None}, {"on": None}, {"unit_id": elsewhere.pk}, {"on": date(2026, 9, 1)}):
        with pytest.raises((Incomplete, BadInput)) as refusal:
            open_answer(opinion_id=opinion.pk, due=due(hall, **change), actor=hall.clerk, at=hall.at)
        fields.append(refusal.value.field)

    assert fields == ["unit", "due_on", "unit", "due_on"]
    assert not Answer.objects.exists()


def test_same_draft_saved_by_itself_changes_nothing(hall, answer):
    first = draft(answer, hall)
    lines = AuditLine.objects.count()

    again = draft(answer, hall, version=1)

    assert again.version == first.version
    assert AuditLine.objects.count() == lines


def test_second_writer_sees_the_first_text_when_both_save_at_once(hall, answer):
    draft(answer, hall, "Bản của người thứ nhất.", version=1)

    with pytest.raises(Stale) as refusal:
        draft(answer, hall, "Bản của người thứ hai.", version=1)

    answer.refresh_from_db()
    assert (refusal.value.theirs, refusal.value.version) == ("Bản của người thứ nhất.", 2)
    assert answer.text == "Bản của người thứ nhất."


def test_draft_is_refused_when_too_long_or_of_an_unknown_result(hall, answer):
    with pytest.raises(BadInput):
        draft(answer, hall, "x" * 20_001)
    with pytest.raises(BadInput):
        draft(answer, hall, GOOD_TEXT, "taken_in")


@pytest.mark.parametrize(
    ("text", "result", "field"),
    [
        ("Xin tiếp thu, ghi nhận.", "explained", "text"),
        (GOOD_TEXT, "", "result"),
        (GOOD_TEXT, "promised", "promised_on"),
    ],
)
def test_submitting_is_refused_when_the_answer_says_nothing(hall, answer, text, result, field):
    with pytest.raises(Incomplete) as refusal:
        submitted(answer, hall, text=text, result=result)

    answer.refresh_from_db()
    assert (refusal.value.field, answer.state, answer.text) == (field, "drafted", text)


def test_returned_answer_carries_the_chairs_sentence_until_submitted_again(hall, answer):
    submitted(answer, hall)

    back = return_answer(answer_id=answer.pk, words="Ghi rõ ai làm đoạn cuối xóm.", actor=hall.chair, at=WRITING)
    assert (back.state, back.returned_words) == ("drafted", "Ghi rõ ai làm đoạn cuối xóm.")

    assert submitted(answer, hall, text=GOOD_TEXT + " Tổ thợ thôn làm.").returned_words == ""


def test_returning_needs_a_sentence(hall, answer):
    submitted(answer, hall)

    with pytest.raises(Incomplete):
        return_answer(answer_id=answer.pk, words="Sửa.", actor=hall.chair, at=WRITING)


def test_late_answer_is_signed_only_with_its_reason(hall, answer):
    version = submitted(answer, hall, at=LATE).version

    with pytest.raises(Incomplete) as refusal:
        sign_answer(answer_id=answer.pk, version=version, actor=hall.chair, at=LATE)
    done = sign_answer(
        answer_id=answer.pk, version=version, actor=hall.chair, at=LATE, late_reason="Chờ đo đạc lại hai lần."
    )

    assert (refusal.value.field, done.late_reason) == ("late_reason", "Chờ đo đạc lại hai lần.")


def test_reason_for_lateness_is_not_kept_when_in_time(hall, answer):
    assert signed(answer, hall, late_reason="Không cần lý do nào cả.").late_reason == ""


def test_last_instant_of_the_due_day_in_vietnam_is_in_time(hall, answer):
    last = datetime(2026, 11, 18, 16, 59, 59, tzinfo=UTC)

    assert signed(answer, hall, at=last).late_reason == ""


def test_signing_is_refused_for_a_version_not_read(hall, answer):
    submitted(answer, hall)

    with pytest.raises(Stale) as refusal:
        sign_answer(answer_id=answer.pk, version=1, actor=hall.chair, at=WRITING)

    assert refusal.value.theirs == GOOD_TEXT


def test_signing_is_refused_when_the_clock_stands_before_the_question(hall, answer):
    version = submitted(answer, hall).version

    with pytest.raises(BadInput):
        sign_answer(
            answer_id=answer.pk, version=version, actor=hall.chair, at=answer.opinion.received_at - timedelta(minutes=1)
        )


def test_promise_whose_day_passed_while_waiting_is_not_signed(hall, answer):
    version = submitted(answer, hall, result="promised", promised_on=date(2026, 11, 11)).version

    with pytest.raises(Incomplete) as refusal:
        sign_answer(answer_id=answer.pk, version=version, actor=hall.chair, at=WRITING + timedelta(days=2))

    assert refusal.value.field == "promised_on"


def test_signing_tolerates_an_opinion_answered_by_word_of_mouth_meanwhile(hall, opinion, answer):
    opinion.state = "answered"
    opinion.save()

    assert signed(answer, hall).state == "signed"


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Xã không làm đoạn này."},
        {"result": "not_accepted"},
        {"signed_by": "Người khác"},
        {"signed_at": LATE},
        {"late_reason": "Thêm sau khi ký."},
        {"state": "drafted"},
    ],
)
def test_seal_catches_a_signed_answer_that_was_tampered_with(hall, answer, change):
    signed(answer, hall)
    assert list(faults()) == []

    Answer.objects.filter(pk=answer.pk).update(**change)

    assert [line.split(" ")[0] for line in faults()] == [f"answer:{answer.pk}:"]


@pytest.mark.parametrize(
    ("delivered_on", "how"),
    [(date(2026, 11, 9), "trao tay"), (date(2026, 11, 11), "trao tay"), (date(2026, 11, 10), " ")],
)
def test_delivery_is_refused_when_day_or_way_cannot_be(hall, answer, delivered_on, how):
    signed(answer, hall)

    with pytest.raises(Incomplete):
        deliver_answer(answer_id=answer.pk, delivered_on=delivered_on, how=how, actor=hall.clerk, at=WRITING)


def test_public_form_is_written_only_of_a_signed_answer(hall, answer):
    with pytest.raises(NotPossible):
        check_public_answer(answer_id=answer.pk, text="Xã sẽ vá đường.", actor=hall.clerk, at=WRITING)
    signed(answer, hall)
    with pytest.raises(BadInput):
        check_public_answer(answer_id=answer.pk, text=" ", actor=hall.clerk, at=WRITING)

    done = check_public_answer(answer_id=answer.pk, text="Xã sẽ vá đường.", actor=hall.clerk, at=WRITING)

    assert (done.public_text, done.public_checked_by) == ("Xã sẽ vá đường.", "Trần Thị Sổ")


STEPS = ("open", "draft", "submit", "return", "sign", "deliver", "public", "kept", "reopen")
ALLOWED = {
    Role.CLERK: {"open", "draft", "submit", "deliver", "public", "kept", "reopen"},
    Role.CHAIR: set(STEPS),
    Role.UNIT_OFFICER: {"draft", "submit", "deliver", "kept"},
}


@pytest.mark.parametrize("role", list(Role))
def test_rights_over_answers_by_role(hall, opinion, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else hall.commune, unit=hall.unit, village=hall.village)

    def fresh(**fields):
        return make_signed_answer(make_opinion(hall.commune, conference=hall.conference), hall.unit, **fields)

    waiting = fresh(state="submitted", signed_at=None, signed_by="")
    blank = fresh(state="due", text="", result="", signed_at=None)
    written = fresh(state="drafted", signed_at=None)
    back = fresh(state="submitted", signed_at=None)
    make_it = {"actor": actor, "at": WRITING}
    calls = {
        "open": lambda: open_answer(opinion_id=opinion.pk, due=due(hall), **make_it),
        "draft": lambda: draft_answer(answer_id=blank.pk, draft=Draft(GOOD_TEXT), version=1, **make_it),
        "submit": lambda: submit_answer(answer_id=written.pk, **make_it),
        "return": lambda: return_answer(answer_id=back.pk, words="Ghi rõ ai làm, bao giờ xong.", **make_it),
        "sign": lambda: sign_answer(answer_id=waiting.pk, version=1, **make_it),
        "deliver": lambda: deliver_answer(
            answer_id=fresh().pk, delivered_on=date(2026, 11, 10), how="trao tay", **make_it
        ),
        "public": lambda: check_public_answer(answer_id=fresh().pk, text="Xã sẽ vá đường.", **make_it),
        "kept": lambda: mark_promise_kept(
            answer_id=fresh(result="promised", promised_on=DUE).pk, kept_on=date(2026, 11, 9),
            proof="Biên bản nghiệm thu.", **make_it,
        ),
        "reopen": lambda: reopen_answer(
            answer_id=fresh().pk, reason=REASON, new_due_on=date(2026, 12, 10), **make_it
        ),
    }  # fmt: skip

    done = set()
    for name in STEPS:
        try:
            calls[name]()
            done.add(name)
        except NotAllowed:
            continue

    assert done == ALLOWED.get(role, set())


def test_officer_of_another_unit_and_stranger_write_nothing(hall, answer):
    for actor in (officer_of(make_unit(hall.commune)), make_hall().chair):
        with pytest.raises(NotAllowed):
            draft(answer, hall, actor=actor)


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (AnswerState.DUE, {"draft"}),
        (AnswerState.DRAFTED, {"draft", "submit"}),
        (AnswerState.SUBMITTED, {"return", "sign"}),
        (AnswerState.SIGNED, {"deliver", "reopen"}),
        (AnswerState.DELIVERED, {"reopen"}),
    ],
)
def test_each_state_allows_only_its_own_steps(hall, opinion, state, moves):
    is_signed = state in (AnswerState.SIGNED, AnswerState.DELIVERED)
    answer = make_signed_answer(opinion, hall.unit, state=state, **({} if is_signed else {"signed_at": None}))
    make_it = {"answer_id": answer.pk, "actor": hall.chair, "at": WRITING}
    calls = {
        "draft": lambda: draft_answer(draft=Draft("Viết lại.", "explained"), version=1, **make_it),
        "submit": lambda: submit_answer(**make_it),
        "return": lambda: return_answer(words="Ghi rõ ai làm, bao giờ xong.", **make_it),
        "sign": lambda: sign_answer(version=1, **make_it),
        "deliver": lambda: deliver_answer(delivered_on=date(2026, 11, 10), how="trao tay", **make_it),
        "reopen": lambda: reopen_answer(reason=REASON, new_due_on=date(2026, 12, 10), **make_it),
    }

    done = set()
    for name, call in calls.items():
        Answer.objects.filter(pk=answer.pk).update(state=state, version=1, text=GOOD_TEXT, result="explained")
        Answer.objects.filter(pk=answer.pk, signed_at__isnull=True, state__in=["signed", "delivered"]).update(
            signed_at=WRITING
        )
        answer.earlier.all().delete()
        try:
            call()
            done.add(name)
        except NotPossible:
            continue

    assert done == moves


def test_unknown_answer_is_not_found(hall):
    with pytest.raises(NotFound):
        submit_answer(answer_id=987654, actor=hall.chair, at=WRITING)
