"""From the open hall to the closed cycle: conclusion with its four lists, what follows from it, what holds up the end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from doithoai.base.audit import faults
from doithoai.base.errors import NotAllowed
from doithoai.domain.conference import Decision, Outcome
from doithoai.domain.duties import Duty
from doithoai.domain.figures import Fate
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import Nature
from doithoai.domain.roles import Role
from doithoai.stages.answers.closing import left_to_do
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.answers.services.close_cycle import close_cycle
from doithoai.stages.answers.services.confirm_conclusion import confirm_conclusion
from doithoai.stages.answers.services.deliver_answer import deliver_answer
from doithoai.stages.answers.services.draft_answer import Draft, draft_answer
from doithoai.stages.answers.services.extend_answer import MoreTime, extend_answer
from doithoai.stages.answers.services.open_answer import AnswerDue, open_answer
from doithoai.stages.answers.services.sign_answer import sign_answer
from doithoai.stages.answers.services.submit_answer import submit_answer
from doithoai.stages.answers.services.tell_extension import tell_extension
from doithoai.stages.answers.services.tell_transfer import tell_transfer
from doithoai.stages.conference.models import Conclusion, Sitting
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.conference.services.draft_minutes import draft_minutes
from doithoai.stages.conference.services.end_sitting import end_sitting
from doithoai.stages.conference.services.open_sitting import Presence, open_sitting
from doithoai.stages.conference.services.prepare_running_order import prepare_running_order
from doithoai.stages.conference.services.record_review import ReviewHeld, record_review
from doithoai.stages.conference.services.sign_minutes import sign_minutes
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.oversight.queries import result_figures_of
from doithoai.stages.plans.services.start_plan import PlanStart
from tests.domain.readings import BINH_LANG
from tests.factories.answers import GOOD_TEXT, make_answer, make_signed_answer, make_transfer
from tests.factories.conference import make_hall
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as, chair_of, clerk_of, make_commune, make_unit, officer_of

pytestmark = pytest.mark.django_db

SAID = "Xã đã đổ đá lại đoạn này hôm 20/10, tháng sau trải nhựa."
REASON = "Đường tỉnh do Sở quản lý, xã không được sửa."


def decide(hall, opinion, decision):
    return decide_opinion(opinion_id=opinion.pk, decision=decision, actor=hall.chair, at=hall.at)


def passed_up(unit, due_on=date(2026, 12, 15)):
    return Decision(Outcome.PASSED_UP, body="Sở Xây dựng", reason=REASON, unit_id=unit.pk, due_on=due_on)


def conclude(hall, actor=None):
    return confirm_conclusion(
        conference_id=hall.conference.pk, remarks="Cảm ơn bà con.", actor=actor or hall.chair, at=hall.at
    )


def test_binh_lang_runs_from_its_plan_to_the_closed_cycle_under_its_own_rules():
    commune = make_commune(name="Bình Lãng", province="Hải Dương")
    clerk, chair, unit = clerk_of(commune), chair_of(commune), make_unit(commune)
    planned = datetime(2021, 10, 7, 2, 0, tzinfo=UTC)
    plan = start_cycle(commune_id=commune.pk, start=PlanStart(reading=BINH_LANG), actor=clerk, at=planned)
    conference = plan.conferences.get()
    asked = [
        make_opinion(commune, conference=conference, received_at=planned + timedelta(days=n), summary=f"Việc {n}")
        for n in range(1, 5)
    ]
    hall_at = datetime(2021, 10, 28, 1, 0, tzinfo=UTC)
    in_hall = {"actor": chair, "at": hall_at}

    prepare_running_order(conference_id=conference.pk, actor=clerk, at=hall_at)
    open_sitting(conference_id=conference.pk, presence=Presence(people_present=60), actor=clerk, at=hall_at)
    decisions = [
        Decision(Outcome.ANSWERED_NOW, said=SAID, answered_by="Chủ tịch UBND"),
        Decision(Outcome.IN_WRITING, unit_id=unit.pk),
        passed_up(unit, date(2021, 12, 1)),
        Decision(Outcome.TAKEN_APART, nature=Nature.COMPLAINT),
    ]
    for opinion, decision in zip(asked, decisions, strict=True):
        decide_opinion(opinion_id=opinion.pk, decision=decision, **in_hall)
    end_sitting(conference_id=conference.pk, **in_hall)
    minutes = draft_minutes(conference_id=conference.pk, version=1, actor=clerk, at=hall_at)
    sign_minutes(conference_id=conference.pk, version=minutes.version, **in_hall)
    conclusion = confirm_conclusion(conference_id=conference.pk, **in_hall)
    answer = Answer.objects.get()
    after = datetime(2021, 11, 15, 2, 0, tzinfo=UTC)
    record_review(conference_id=conference.pk, review=ReviewHeld(date(2021, 11, 1), "Tốt."), actor=chair, at=after)
    tell_transfer(opinion_id=asked[2].pk, told_on=date(2021, 11, 15), how="Gọi điện", actor=clerk, at=after)
    officer = officer_of(unit)
    draft_answer(answer_id=answer.pk, draft=Draft(GOOD_TEXT, "explained"), version=1, actor=officer, at=after)
    version = submit_answer(answer_id=answer.pk, actor=officer, at=after).version
    sign_answer(answer_id=answer.pk, version=version, actor=chair, at=after)
    deliver_answer(answer_id=answer.pk, delivered_on=date(2021, 11, 15), how="Trao tay", actor=clerk, at=after)
    for entry in DutyEntry.objects.filter(due_on__isnull=False, done_on__isnull=True):
        proof = Proof(date(2021, 11, 15), "Đã làm.")
        fulfil_by_event(conference_id=conference.pk, duty=Duty(entry.duty), proof=proof, actor=clerk, at=after)
    closed = close_cycle(conference_id=conference.pk, actor=clerk, at=after)

    assert {name: len(rows) for name, rows in conclusion.lists.items()} == {
        "discussed": 3,
        "settled": 1,
        "unsettled": 2,
        "assigned": 2,
    }
    assert (answer.due_on, answer.unit_id, answer.rule != "") == (date(2021, 11, 18), unit.pk, True)
    assert closed.state == "closed"
    assert DutyEntry.objects.get(duty="answer").done_on == date(2021, 11, 15)
    assert DutyEntry.objects.get(duty="review").done_on == date(2021, 11, 1)
    assert list(faults()) == []


def test_conclusion_opens_what_follows_from_its_lists_and_nothing_else():
    hall = make_hall()
    opinions = [make_opinion(hall.commune, conference=hall.conference) for _ in range(4)]
    now, written, up, apart = opinions
    decide(hall, now, Decision(Outcome.ANSWERED_NOW, said=SAID, answered_by="Chủ tịch UBND"))
    decide(hall, written, Decision(Outcome.IN_WRITING, unit_id=hall.unit.pk, due_on=date(2026, 11, 10)))
    decide(hall, up, passed_up(hall.unit))
    decide(hall, apart, Decision(Outcome.TAKEN_APART, nature=Nature.OFF_TOPIC, unit_id=hall.unit.pk))
    end_sitting(conference_id=hall.conference.pk, actor=hall.clerk, at=hall.at)

    conclude(hall)

    due = dict(Answer.objects.values_list("opinion_id", "due_on"))
    transfer = Transfer.objects.get()
    assert due == {written.pk: date(2026, 11, 10), apart.pk: date(2026, 11, 18)}
    assert (transfer.opinion_id, transfer.body, transfer.expected_on) == (up.pk, "Sở Xây dựng", date(2026, 12, 15))
    assert list(Opinion.objects.order_by("pk").values_list("state", flat=True)) == [
        "answered",
        "awaiting_answer",
        "transferred",
        "awaiting_answer",
    ]


def test_conclusion_keeps_answers_and_transfers_already_open():
    hall = make_hall()
    opinion = make_opinion(hall.commune, conference=hall.conference)
    due = AnswerDue(unit_id=hall.unit.pk, on=date(2026, 11, 5))
    early = open_answer(opinion_id=opinion.pk, due=due, actor=hall.clerk, at=hall.at)
    gone = make_opinion(hall.commune, conference=hall.conference)
    make_transfer(gone)
    decide(hall, opinion, Decision(Outcome.IN_WRITING, unit_id=hall.unit.pk))
    decide(hall, gone, passed_up(hall.unit))
    end_sitting(conference_id=hall.conference.pk, actor=hall.clerk, at=hall.at)

    conclude(hall)

    assert (Answer.objects.get().pk, Answer.objects.get().due_on) == (early.pk, date(2026, 11, 5))
    assert Transfer.objects.count() == 1


def test_conclusion_is_refused_with_the_list_of_what_is_missing_and_changes_nothing():
    hall = make_hall("held")
    make_opinion(hall.commune, conference=hall.conference)
    decided = make_opinion(hall.commune, conference=hall.conference)
    decide(hall, decided, Decision(Outcome.IN_WRITING, unit_id=hall.unit.pk))

    with pytest.raises(NotPossible) as refusal:
        conclude(hall)

    hall.conference.refresh_from_db()
    assert refusal.value.words == "Chưa kết luận được: ý kiến số 1 chưa có quyết định của chủ trì."
    assert (hall.conference.state, Conclusion.objects.count(), Answer.objects.count()) == ("held", 0, 0)


@pytest.mark.parametrize("state", ["planned", "announced", "running", "concluded", "closed"])
def test_conclusion_is_refused_at_any_other_step(state):
    hall = make_hall(state)

    with pytest.raises(NotPossible):
        conclude(hall)


def test_conclusion_without_any_opinion_is_possible():
    hall = make_hall("held")

    assert conclude(hall).lists == {"discussed": [], "settled": [], "unsettled": [], "assigned": []}
    assert DutyEntry.objects.filter(duty="answer", done_on__isnull=True).count() == 0


@pytest.mark.parametrize("change", [{"remarks": "Khác."}, {"lists": {}}, {"confirmed_by": "Người khác"}])
def test_seal_catches_a_conclusion_that_was_tampered_with(change):
    conclusion = conclude(make_hall("held"))
    assert list(faults()) == []

    Conclusion.objects.filter(pk=conclusion.pk).update(**change)

    assert [line.split(":")[0] for line in faults()] == ["conclusion"]


def test_conclusion_holds_no_words_of_a_citizen():
    hall = make_hall("held")
    opinion = make_opinion(hall.commune, "Nhà ông Bùi Văn Kín lấn đường.", conference=hall.conference, topic="land")
    decide(hall, opinion, Decision(Outcome.IN_WRITING, unit_id=hall.unit.pk))

    conclusion = conclude(hall)

    assert conclusion.lists["discussed"][0]["summary"] == "Đất đai"


@pytest.mark.parametrize("role", list(Role))
def test_only_clerk_and_chair_confirm_and_close(role):
    hall = make_hall("held", with_rule=False)
    Sitting.objects.update(minutes_text="Biên bản.")
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else hall.commune, unit=hall.unit, village=hall.village)
    calls = (
        lambda: conclude(hall, actor),
        lambda: sign_minutes(conference_id=hall.conference.pk, version=1, actor=actor, at=hall.at),
        lambda: close_cycle(conference_id=hall.conference.pk, actor=actor, at=hall.at),
    )

    done = 0
    for call in calls:
        try:
            call()
            done += 1
        except NotAllowed:
            continue

    assert done == (3 if role in {Role.CLERK, Role.CHAIR} else 0)


@pytest.fixture
def concluded():
    hall = make_hall("concluded", with_rule=False)
    Sitting.objects.update(minutes_text="Biên bản.", minutes_signed_by="Nguyễn Văn Trì", minutes_signed_at=hall.at)
    return hall


def left(hall, today=date(2026, 11, 20)):
    return [one.words for one in left_to_do(hall.conference.pk, today)]


def test_nothing_is_left_when_everything_is_done(concluded):
    make_signed_answer(
        make_opinion(concluded.commune, conference=concluded.conference), concluded.unit, state="delivered"
    )
    make_opinion(concluded.commune, conference=concluded.conference, state="taken_apart", apart_reason="Việc riêng")
    make_transfer(
        make_opinion(concluded.commune, conference=concluded.conference), told_on=date(2026, 11, 1), told_how="Gọi điện"
    )

    assert left(concluded) == []
    assert close_cycle(conference_id=concluded.conference.pk, actor=concluded.clerk, at=concluded.at).state == "closed"


def test_each_thing_left_is_named(concluded):
    Sitting.objects.update(minutes_signed_at=None)
    commune, conference, unit = concluded.commune, concluded.conference, concluded.unit
    make_opinion(commune, conference=conference)
    make_answer(make_opinion(commune, conference=conference), unit)
    make_signed_answer(make_opinion(commune, conference=conference), unit)
    make_transfer(make_opinion(commune, conference=conference))
    make_opinion(commune, conference=conference, state="taken_apart", apart_reason="Ngoài", owes_written_reply=True)
    extended = make_answer(make_opinion(commune, conference=conference), unit)
    extend_answer(
        answer_id=extended.pk, more=MoreTime(date(2026, 12, 9), "Chờ đo đạc lại thửa đất."), actor=concluded.clerk,
        at=concluded.at,
    )  # fmt: skip
    for duty in (Duty.REPORT, Duty.PUBLISH_RESULT, Duty.ISSUE_NOTICE):
        DutyEntry.objects.create(
            commune=commune, conference=conference, duty=duty.value, role="people_committee", actor="UBND",
            due_on=date(2026, 11, 7),
        )  # fmt: skip

    assert set(left(concluded)) == {
        "biên bản chưa ký",
        "ý kiến số 1 chưa xử lý",
        "ý kiến số 2 chưa trả lời",
        "ý kiến số 3 đã ký trả lời mà chưa gửi",
        "ý kiến số 4 đã chuyển cấp trên mà chưa báo người dân",
        "ý kiến số 5 chưa giao ai trả lời riêng",
        "ý kiến số 6 gia hạn mà chưa báo người dân",
        "ý kiến số 6 chưa trả lời",
        "Báo cáo kết quả (hạn 07/11/2026)",
        "Công khai kết quả đến Nhân dân (hạn 07/11/2026)",
    }
    with pytest.raises(NotPossible) as refusal:
        close_cycle(conference_id=conference.pk, actor=concluded.clerk, at=concluded.at + timedelta(days=23))
    assert "ý kiến số 2 chưa trả lời" in refusal.value.words


def test_answer_under_an_extension_that_was_told_does_not_hold_up_the_end(concluded):
    answer = make_answer(make_opinion(concluded.commune, conference=concluded.conference), concluded.unit)
    more = MoreTime(date(2026, 12, 9), "Chờ đo đạc lại thửa đất.")
    extension = extend_answer(answer_id=answer.pk, more=more, actor=concluded.clerk, at=concluded.at)
    tell_extension(
        extension_id=extension.pk, told_on=date(2026, 10, 28), how="Gọi điện", actor=concluded.clerk, at=concluded.at
    )

    assert left(concluded) == []
    assert left(concluded, date(2026, 12, 10)) == ["ý kiến số 1 chưa trả lời"]


def test_closing_is_refused_before_the_conclusion():
    hall = make_hall("held")

    with pytest.raises(NotPossible):
        close_cycle(conference_id=hall.conference.pk, actor=hall.clerk, at=hall.at)


CHOICES = st.lists(st.sampled_from(["now", "written", "up", "private", "off_topic", "before"]), max_size=6)


class WholeSitting(TestCase):
    @settings(max_examples=12, deadline=None)
    @given(CHOICES)
    def test_every_opinion_leaves_the_hall_settled_or_with_one_unit_and_one_day(self, choices):
        hall = make_hall()
        unit = hall.unit
        decisions = {
            "now": Decision(Outcome.ANSWERED_NOW, said=SAID, answered_by="Chủ tịch UBND"),
            "written": Decision(Outcome.IN_WRITING, unit_id=unit.pk),
            "up": passed_up(unit),
            "private": Decision(Outcome.TAKEN_APART, nature=Nature.PRIVATE_MATTER),
            "off_topic": Decision(Outcome.TAKEN_APART, nature=Nature.OFF_TOPIC, unit_id=unit.pk),
        }
        for choice in choices:
            state = "answered" if choice == "before" else "received"
            opinion = make_opinion(hall.commune, conference=hall.conference, state=state)
            if choice in decisions:
                decide(hall, opinion, decisions[choice])
        end_sitting(conference_id=hall.conference.pk, actor=hall.clerk, at=hall.at)

        lists = conclude(hall).lists
        figures = result_figures_of(hall.clerk, hall.conference.pk, date(2026, 11, 1))

        assert lists["assigned"] == lists["unsettled"]
        assert len(lists["settled"]) + len(lists["unsettled"]) == len(lists["discussed"])
        assert figures.received == len(choices)
        assert figures.fate(Fate.ANSWERED_IN_HALL) == choices.count("now")
        assert figures.fate(Fate.ANSWERED_BEFORE) == choices.count("before")
        assert (
            figures.fate(Fate.AWAITING_ANSWER)
            == figures.written
            == choices.count("written") + choices.count("off_topic")
        )
        assert figures.fate(Fate.TRANSFERRED) == choices.count("up")
        assert figures.fate(Fate.TAKEN_APART) == choices.count("private")
        assert figures.fate(Fate.UNDECIDED) == 0
        assert list(faults()) == []
