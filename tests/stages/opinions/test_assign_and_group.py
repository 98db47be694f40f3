from collections.abc import Callable
from datetime import date, datetime

import pytest

from doithoai.base.errors import BadInput, NotFound, Refused, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Actor, Role
from doithoai.stages.opinions.models import Assignment, Opinion, OpinionGroup
from doithoai.stages.opinions.services.answer_before import answer_before
from doithoai.stages.opinions.services.assign_opinion import Task, assign_opinion
from doithoai.stages.opinions.services.group_opinions import group_opinions
from doithoai.stages.opinions.services.ungroup_opinion import ungroup_opinion
from doithoai.stages.opinions.services.write_brief import Prepared, write_brief
from doithoai.stages.people.models import Commune, Unit
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, clerk_of, make_commune, make_unit, make_village, officer_of
from tests.factories.plans import make_conference

ANSWER = "Ngày 10/3 phòng Kinh tế đã vá 200 m mặt đường, phần còn lại làm xong trước mùa mưa."


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return type(refused).__name__
    return "done"


def test_grouping_keeps_every_voice_with_its_words(commune: Commune, clerk: Actor, at: datetime) -> None:
    first, second = make_opinion(commune, "Đường hỏng.", topic="roads"), make_opinion(commune, "Đường nát.")

    group = group_opinions(opinion_ids=[first.pk, second.pk], title=" Đường  hỏng ", actor=clerk, at=at)

    voices = Opinion.objects.filter(group=group).order_by("pk")
    assert [(o.original_words, o.number) for o in voices] == [("Đường hỏng.", 1), ("Đường nát.", 2)]
    assert (group.title, group.topic) == ("Đường hỏng", "roads")
    assert AuditLine.objects.get(act="opinion.grouped").thing == f"group:{group.pk}"


def test_grouping_takes_the_offices_first_summary_when_no_title_is_given(
    commune: Commune, clerk: Actor, at: datetime
) -> None:
    unsorted, summed, later = (
        make_opinion(commune),
        make_opinion(commune, summary="Mương tắc"),
        make_opinion(commune, summary="Khác"),
    )

    group = group_opinions(opinion_ids=[later.pk, summed.pk, unsorted.pk], actor=clerk, at=at)

    assert group.title == "Mương tắc"


def test_grouping_adds_to_a_group_and_repeating_changes_nothing(commune: Commune, clerk: Actor, at: datetime) -> None:
    group, opinion = make_group(commune), make_opinion(commune)

    for _ in range(2):
        group_opinions(opinion_ids=[opinion.pk], group_id=group.pk, actor=clerk, at=at)

    assert Opinion.objects.get(pk=opinion.pk).group_id == group.pk
    assert AuditLine.objects.filter(act="opinion.grouped").count() == 1


def test_grouping_moves_a_voice_and_the_record_says_from_where(commune: Commune, clerk: Actor, at: datetime) -> None:
    old, new = make_group(commune, "Cũ"), make_group(commune, "Mới")
    opinion = make_opinion(commune, group=old)

    group_opinions(opinion_ids=[opinion.pk], group_id=new.pk, actor=clerk, at=at)

    assert f'"left": [{old.pk}]' in AuditLine.objects.get(act="opinion.grouped").detail
    assert OpinionGroup.objects.filter(pk=old.pk).exists()


def test_grouping_refuses_one_alone_no_title_and_different_conferences(
    commune: Commune, clerk: Actor, at: datetime
) -> None:
    first, second = make_opinion(commune), make_opinion(commune)
    elsewhere = make_opinion(commune, conference=make_conference(commune))

    for ids, title, field in (
        ([first.pk], "Đường", "opinions"),
        ([], "Đường", "opinions"),
        ([first.pk, second.pk], " ", "title"),
        ([first.pk, second.pk], "x" * 301, "title"),
        ([first.pk, elsewhere.pk], "Đường", "opinions"),
    ):
        with pytest.raises(BadInput) as refused:
            group_opinions(opinion_ids=ids, title=title, actor=clerk, at=at)
        assert refused.value.field == field
    assert not OpinionGroup.objects.exists()


def test_grouping_does_not_find_another_communes_opinion(commune: Commune, clerk: Actor, at: datetime) -> None:
    mine, theirs = make_opinion(commune), make_opinion(make_commune())

    with pytest.raises(NotFound):
        group_opinions(opinion_ids=[mine.pk, theirs.pk], title="Đường", actor=clerk, at=at)


def test_ungrouping_leaves_opinion_and_group(commune: Commune, clerk: Actor, at: datetime) -> None:
    group = make_group(commune)
    opinion = make_opinion(commune, group=group)

    for _ in range(2):
        ungroup_opinion(opinion_id=opinion.pk, actor=clerk, at=at)

    assert Opinion.objects.get(pk=opinion.pk).group_id is None
    assert OpinionGroup.objects.filter(pk=group.pk).exists()
    assert AuditLine.objects.filter(act="opinion.ungrouped").count() == 1


def test_assigning_writes_unit_note_and_day(commune: Commune, unit: Unit, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune)
    task = Task(unit.pk, " Kiểm tra  tại chỗ ", date(2026, 3, 9))

    assigned = assign_opinion(opinion_id=opinion.pk, task=task, actor=clerk, at=at)

    row = Assignment.objects.get(opinion=opinion)
    assert [(o.pk, o.state, o.unit_id) for o in assigned] == [(opinion.pk, "assigned", unit.pk)]
    assert (row.note, row.brief_due_on, row.assigned_by) == ("Kiểm tra  tại chỗ", date(2026, 3, 9), clerk.name)


def test_assigning_a_whole_group_leaves_out_what_is_settled(
    commune: Commune, unit: Unit, clerk: Actor, at: datetime
) -> None:
    group = make_group(commune)
    first, second = make_opinion(commune, group=group), make_opinion(commune, group=group)
    settled = make_opinion(commune, group=group, state="taken_apart")

    assigned = assign_opinion(opinion_id=second.pk, task=Task(unit.pk), whole_group=True, actor=clerk, at=at)

    assert [o.pk for o in assigned] == [second.pk, first.pk]
    assert Opinion.objects.get(pk=settled.pk).state == "taken_apart"
    assert Assignment.objects.count() == 2


def test_assigning_anew_keeps_the_earlier_assignment(commune: Commune, unit: Unit, clerk: Actor, at: datetime) -> None:
    opinion, other = make_opinion(commune), make_unit(commune)

    for chosen in (unit, other):
        assign_opinion(opinion_id=opinion.pk, task=Task(chosen.pk), actor=clerk, at=at)

    assert [a.unit_id for a in Opinion.objects.get(pk=opinion.pk).assignments.all()] == [other.pk, unit.pk]


@pytest.mark.parametrize(("due_on", "field"), [(date(2026, 3, 1), "brief_due_on"), (date(2026, 3, 20), "brief_due_on")])
def test_assigning_refuses_a_day_gone_by_or_not_before_the_conference(
    commune: Commune, unit: Unit, clerk: Actor, at: datetime, due_on: date, field: str
) -> None:
    opinion = make_opinion(commune, conference=make_conference(commune, on=date(2026, 3, 20)))

    with pytest.raises(BadInput) as refused:
        assign_opinion(opinion_id=opinion.pk, task=Task(unit.pk, brief_due_on=due_on), actor=clerk, at=at)

    assert refused.value.field == field


def test_assigning_refuses_a_unit_that_is_closed_or_elsewhere(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune)

    for unit in (make_unit(commune, until=date(2025, 6, 30)), make_unit(make_commune())):
        with pytest.raises(BadInput) as refused:
            assign_opinion(opinion_id=opinion.pk, task=Task(unit.pk), actor=clerk, at=at)
        assert refused.value.field == "unit"


@pytest.mark.parametrize("state", ["awaiting_answer", "answered", "transferred", "taken_apart"])
def test_assigning_is_not_possible_when_the_opinion_left_the_desk(
    commune: Commune, unit: Unit, clerk: Actor, at: datetime, state: str
) -> None:
    opinion = make_opinion(commune, state=state)

    with pytest.raises(NotPossible):
        assign_opinion(opinion_id=opinion.pk, task=Task(unit.pk), actor=clerk, at=at)


@pytest.mark.parametrize(("role", "allowed"), [(role, role in (Role.CLERK, Role.CHAIR)) for role in Role])
def test_right_to_assign_and_to_answer_before_by_role(
    commune: Commune, unit: Unit, at: datetime, role: Role, *, allowed: bool
) -> None:
    actor = actor_as(role, commune, unit=unit, village=make_village(commune))
    opinion = make_opinion(commune, unit=unit)

    for act in (
        lambda: assign_opinion(opinion_id=opinion.pk, task=Task(unit.pk), actor=actor, at=at),
        lambda: answer_before(opinion_id=opinion.pk, text=ANSWER, actor=actor, at=at),
    ):
        assert outcome_of(act) == ("done" if allowed else "NotAllowed")


def test_brief_is_written_and_written_again(commune: Commune, unit: Unit, at: datetime) -> None:
    officer, opinion = officer_of(unit), make_opinion(commune, unit=unit, state="assigned")

    first = write_brief(opinion_id=opinion.pk, prepared=Prepared("Đã đo", ""), version=0, actor=officer, at=at)
    again = write_brief(opinion_id=opinion.pk, prepared=Prepared("Đã đo", ANSWER), version=1, actor=officer, at=at)

    assert (first.pk, again.version, again.proposed_answer) == (again.pk, 2, ANSWER)
    assert (again.unit_id, again.written_by) == (unit.pk, officer.name)


@pytest.mark.parametrize("version", [0, 2, -1])
def test_second_writer_of_a_brief_sees_the_first_ones_text(
    commune: Commune, unit: Unit, at: datetime, version: int
) -> None:
    officer, opinion = officer_of(unit), make_opinion(commune, unit=unit, state="assigned")
    write_brief(opinion_id=opinion.pk, prepared=Prepared("Bản trước", "Trả lời trước"), version=0, actor=officer, at=at)

    with pytest.raises(Stale) as stale:
        write_brief(opinion_id=opinion.pk, prepared=Prepared("Bản sau", ""), version=version, actor=officer, at=at)

    assert (stale.value.theirs, stale.value.version) == ("Bản trước\n\nTrả lời trước", 1)


def test_brief_is_refused_when_empty_too_long_or_without_a_unit(
    commune: Commune, unit: Unit, clerk: Actor, at: datetime
) -> None:
    assigned, free = make_opinion(commune, unit=unit, state="assigned"), make_opinion(commune)

    for opinion, prepared, field in (
        (assigned, Prepared(" ", ""), "facts"),
        (assigned, Prepared("", "x" * 20_001), "proposed_answer"),
        (free, Prepared("Đã đo", ""), "unit"),
    ):
        with pytest.raises(BadInput) as refused:
            write_brief(opinion_id=opinion.pk, prepared=prepared, version=0, actor=clerk, at=at)
        assert refused.value.field == field


def test_brief_is_not_possible_when_the_opinion_is_settled(
    commune: Commune, unit: Unit, clerk: Actor, at: datetime
) -> None:
    opinion = make_opinion(commune, unit=unit, state="answered")

    with pytest.raises(NotPossible):
        write_brief(opinion_id=opinion.pk, prepared=Prepared("Đã đo", ""), version=0, actor=clerk, at=at)


@pytest.mark.parametrize(("role", "allowed"), [(role, role in (Role.CLERK, Role.UNIT_OFFICER)) for role in Role])
def test_right_to_write_a_brief_by_role(
    commune: Commune, unit: Unit, at: datetime, role: Role, *, allowed: bool
) -> None:
    actor = actor_as(role, commune, unit=unit, village=make_village(commune))
    opinion = make_opinion(commune, unit=unit, state="assigned")

    outcome = outcome_of(
        lambda: write_brief(opinion_id=opinion.pk, prepared=Prepared("Đã đo", ""), version=0, actor=actor, at=at)
    )

    assert outcome == ("done" if allowed else "NotAllowed")


def test_officer_writes_no_brief_for_another_unit(commune: Commune, unit: Unit, at: datetime) -> None:
    stranger, opinion = officer_of(make_unit(commune)), make_opinion(commune, unit=unit, state="assigned")

    outcome = outcome_of(
        lambda: write_brief(opinion_id=opinion.pk, prepared=Prepared("Đã đo", ""), version=0, actor=stranger, at=at)
    )

    assert outcome == "NotAllowed"


def test_answer_before_the_conference_is_kept_with_who_and_when(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune)

    answered = answer_before(opinion_id=opinion.pk, text=f" {ANSWER} ", actor=clerk, at=at)

    assert (answered.state, answered.answered_before) == ("answered", ANSWER)
    assert (answered.answered_before_by, answered.answered_before_at) == (clerk.name, at)
    assert "vá" not in AuditLine.objects.get(act="opinion.answered_before").detail


@pytest.mark.parametrize("text", ["", "Xin tiếp thu, ghi nhận ý kiến của ông bà.", "x" * 20_001 + " a b c d e f g h"])
def test_answer_before_the_conference_is_refused_when_it_says_nothing(
    commune: Commune, clerk: Actor, at: datetime, text: str
) -> None:
    with pytest.raises(BadInput):
        answer_before(opinion_id=make_opinion(commune).pk, text=text, actor=clerk, at=at)


def test_services_do_not_find_another_communes_opinion(commune: Commune, unit: Unit, at: datetime) -> None:
    stranger, opinion = clerk_of(make_commune()), make_opinion(commune, unit=unit)

    for act in (
        lambda: assign_opinion(opinion_id=opinion.pk, task=Task(unit.pk), actor=stranger, at=at),
        lambda: answer_before(opinion_id=opinion.pk, text=ANSWER, actor=stranger, at=at),
        lambda: write_brief(opinion_id=opinion.pk, prepared=Prepared("a", "b"), version=0, actor=stranger, at=at),
        lambda: ungroup_opinion(opinion_id=opinion.pk, actor=stranger, at=at),
    ):
        assert outcome_of(act) == "NotFound"
