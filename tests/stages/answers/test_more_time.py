"""Extensions and transfers: valid only when the citizen is told; ended bodies refused; replies from outside kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.domain.answers import Incomplete
from doithoai.domain.duties import Duty
from doithoai.domain.figures import Punctuality
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Role
from doithoai.stages.answers.queries import answer_for, answers_due, transfers_of
from doithoai.stages.answers.services.extend_answer import MoreTime, extend_answer
from doithoai.stages.answers.services.record_outside_reply import record_outside_reply
from doithoai.stages.answers.services.tell_extension import tell_extension
from doithoai.stages.answers.services.tell_transfer import tell_transfer
from doithoai.stages.answers.services.transfer_opinion import TransferWanted, transfer_opinion
from doithoai.stages.duties.models import DutyEntry
from tests.factories.answers import make_answer, make_signed_answer, make_transfer
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 16)
DUE = date(2026, 11, 18)
LATER = date(2026, 12, 9)
REASON = "Chờ kết quả đo đạc lại thửa đất."
WANTED = TransferWanted("Sở Xây dựng", "Đường tỉnh do Sở Xây dựng quản lý.", date(2026, 12, 15))


def extend(answer, hall, **more):
    wanted = MoreTime(**{"new_due_on": LATER, "reason": REASON, **more})
    return extend_answer(answer_id=answer.pk, more=wanted, actor=hall.clerk, at=NOW)


def tell(extension, hall, told_on=TODAY, at=NOW):
    return tell_extension(extension_id=extension.pk, told_on=told_on, how="Gọi điện", actor=hall.clerk, at=at)


def test_extension_moves_the_date_and_keeps_the_first(hall, answer):
    extension = extend(answer, hall, decided_by="Nguyễn Văn Trì")

    answer.refresh_from_db()
    assert (answer.first_due_on, answer.due_on) == (DUE, LATER)
    assert (extension.old_due_on, extension.new_due_on, extension.decided_by, extension.told_on) == (
        DUE,
        LATER,
        "Nguyễn Văn Trì",
        None,
    )
    assert list(faults()) == []


def test_extension_untold_stops_counting_when_the_old_day_has_passed(hall, answer):
    extension = extend(answer, hall)

    before = answer_for(hall.clerk, answer.pk, DUE)
    after = answer_for(hall.clerk, answer.pk, DUE + timedelta(days=2))

    assert (before.card.due_on, before.card.extension_untold) == (LATER, False)
    assert (after.card.due_on, after.card.days_late, after.card.punctuality) == (DUE, 2, Punctuality.OVERDUE)
    assert (after.card.extension_untold, after.extensions[0].untold) == (True, True)
    tell(extension, hall)
    told = answer_for(hall.clerk, answer.pk, DUE + timedelta(days=2))
    assert (told.card.due_on, told.card.extension_untold) == (LATER, False)


@pytest.mark.parametrize("change", [{"reason": "bận việc"}, {"new_due_on": DUE}])
def test_extension_is_refused_without_reason_or_a_later_day(hall, answer, change):
    with pytest.raises(Incomplete):
        extend(answer, hall, **change)

    answer.refresh_from_db()
    assert answer.due_on == DUE


def test_extension_is_refused_when_the_old_day_has_passed_or_the_answer_is_signed(hall, answer):
    with pytest.raises(NotPossible):
        extend_answer(answer_id=answer.pk, more=MoreTime(LATER, REASON), actor=hall.clerk, at=NOW + timedelta(days=3))
    done = make_signed_answer(make_opinion(hall.commune, conference=hall.conference), hall.unit)
    with pytest.raises(NotPossible):
        extend(done, hall)


def test_second_extension_starts_from_the_first_only_when_that_was_told(hall, answer):
    tell(extend(answer, hall), hall)

    second = extend_answer(
        answer_id=answer.pk, more=MoreTime(date(2026, 12, 30), REASON), actor=hall.clerk,
        at=NOW + timedelta(days=20),
    )  # fmt: skip

    assert (second.old_due_on, answer.extensions.count()) == (LATER, 2)


def test_telling_is_refused_for_days_that_cannot_be_and_told_once(hall, answer):
    extension = extend(answer, hall)
    for told_on in (date(2026, 11, 15), date(2026, 11, 17)):
        with pytest.raises(Incomplete):
            tell(extension, hall, told_on)

    tell(extension, hall)
    again = tell(extension, hall, date(2026, 11, 17), NOW + timedelta(days=1))

    assert (again.told_on, again.told_how) == (TODAY, "Gọi điện")


def test_telling_ticks_off_the_ledgers_duty(hall, answer, opinion):
    for duty in (Duty.EXTENSION_NOTICE, Duty.TRANSFER_NOTICE):
        DutyEntry.objects.create(
            commune=hall.commune, conference=hall.conference, duty=duty.value, role="people_committee", actor="UBND xã"
        )
    other = make_opinion(hall.commune, conference=hall.conference)
    make_transfer(other)

    tell(extend(answer, hall), hall)
    tell_transfer(opinion_id=other.pk, told_on=TODAY, how="Gửi giấy báo", actor=hall.clerk, at=NOW)

    done = DutyEntry.objects.filter(duty__in=["extension_notice", "transfer_notice"]).values_list("done_on", "proof")
    assert set(done) == {(TODAY, "Gọi điện"), (TODAY, "Gửi giấy báo")}


def test_opinion_is_transferred_told_and_answered_from_outside(hall, opinion):
    transfer_opinion(opinion_id=opinion.pk, wanted=WANTED, actor=hall.clerk, at=NOW)
    untold = transfers_of(hall.clerk, hall.commune.pk, TODAY + timedelta(days=1))

    tell_transfer(opinion_id=opinion.pk, told_on=TODAY, how="Gửi giấy báo", actor=hall.clerk, at=NOW)
    waiting = transfers_of(hall.clerk, hall.commune.pk, date(2026, 12, 16))
    record_outside_reply(
        opinion_id=opinion.pk, reply="Sở sẽ nạo vét trong tháng 3.", replied_on=date(2026, 12, 20), actor=hall.clerk,
        at=NOW + timedelta(days=40),
    )  # fmt: skip
    [line] = transfers_of(hall.clerk, hall.commune.pk, date(2026, 12, 30))

    opinion.refresh_from_db()
    assert opinion.state == "transferred"
    assert [t.untold for t in untold] == [True]
    assert [(t.untold, t.overdue) for t in waiting] == [(False, True)]
    assert (line.reply, line.replied_on, line.overdue) == ("Sở sẽ nạo vét trong tháng 3.", date(2026, 12, 20), False)
    assert list(faults()) == []


def test_answer_is_owed_no_more_when_its_opinion_is_transferred(hall, opinion, answer):
    assert len(answers_due(hall.clerk, hall.commune.pk, TODAY)) == 1

    transfer_opinion(opinion_id=opinion.pk, wanted=WANTED, actor=hall.clerk, at=NOW)

    assert answers_due(hall.clerk, hall.commune.pk, TODAY) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": " "}, "body"),
        ({"body": "Phòng Nội vụ huyện"}, "body"),
        ({"reason": "xa"}, "reason"),
        ({"expected_on": None}, "expected_on"),
        ({"expected_on": date(2026, 11, 1)}, "expected_on"),
        ({"unit_id": 987654}, "unit"),
    ],
)
def test_transfer_is_refused_at_the_field_that_is_wrong(hall, opinion, change, field):
    wanted = TransferWanted(**{**WANTED.__dict__, **change})

    with pytest.raises((Incomplete, BadInput)) as refusal:
        transfer_opinion(opinion_id=opinion.pk, wanted=wanted, actor=hall.clerk, at=NOW)

    opinion.refresh_from_db()
    assert (refusal.value.field, opinion.state) == (field, "received")


def test_transfer_to_an_ended_body_names_its_successor(hall, opinion):
    wanted = TransferWanted("UBND huyện Tứ Kỳ", WANTED.reason, WANTED.expected_on)

    with pytest.raises(Incomplete) as refusal:
        transfer_opinion(opinion_id=opinion.pk, wanted=wanted, actor=hall.clerk, at=NOW)

    assert "không còn hoạt động. Việc này nay thuộc:" in refusal.value.words


def test_opinion_is_transferred_only_once(hall, opinion):
    transfer_opinion(opinion_id=opinion.pk, wanted=WANTED, actor=hall.clerk, at=NOW)

    with pytest.raises(NotPossible):
        transfer_opinion(opinion_id=opinion.pk, wanted=WANTED, actor=hall.clerk, at=NOW)


@pytest.mark.parametrize(
    ("reply", "replied_on"), [(" ", TODAY), ("Sở đã nhận.", date(2026, 10, 1)), ("Sở đã nhận.", date(2026, 11, 17))]
)
def test_outside_reply_is_refused_when_empty_or_of_a_day_that_cannot_be(hall, opinion, reply, replied_on):
    make_transfer(opinion)

    with pytest.raises(BadInput):
        record_outside_reply(opinion_id=opinion.pk, reply=reply, replied_on=replied_on, actor=hall.clerk, at=NOW)


def test_opinion_never_transferred_has_nothing_to_tell(hall, opinion):
    with pytest.raises(NotFound):
        tell_transfer(opinion_id=opinion.pk, told_on=TODAY, how="Gọi điện", actor=hall.clerk, at=NOW)


@pytest.mark.parametrize("role", list(Role))
def test_rights_over_extensions_and_transfers_by_role(hall, opinion, answer, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else hall.commune, unit=hall.unit, village=hall.village)
    extended = make_answer(make_opinion(hall.commune, conference=hall.conference), hall.unit)
    extension = extend(extended, hall)
    passed = make_opinion(hall.commune, conference=hall.conference)
    make_transfer(passed)
    make_it = {"actor": actor, "at": NOW}
    calls = {
        "extend": lambda: extend_answer(answer_id=answer.pk, more=MoreTime(LATER, REASON), **make_it),
        "tell": lambda: tell_extension(extension_id=extension.pk, told_on=TODAY, how="Gọi điện", **make_it),
        "transfer": lambda: transfer_opinion(opinion_id=opinion.pk, wanted=WANTED, **make_it),
        "told": lambda: tell_transfer(opinion_id=passed.pk, told_on=TODAY, how="Gọi điện", **make_it),
        "reply": lambda: record_outside_reply(opinion_id=passed.pk, reply="Đã rõ.", replied_on=TODAY, **make_it),
    }

    done = set()
    for name, call in calls.items():
        try:
            call()
            done.add(name)
        except NotAllowed:
            continue

    assert done == (set(calls) if role in {Role.CLERK, Role.CHAIR} else set())
