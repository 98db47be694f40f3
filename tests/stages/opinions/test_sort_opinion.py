from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotFound, Refused, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import Nature, Sorting
from doithoai.domain.roles import Actor, Role
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.restore_opinion import restore_opinion
from doithoai.stages.opinions.services.sort_opinion import sort_opinion
from doithoai.stages.opinions.services.take_apart import take_apart
from doithoai.stages.people.models import Commune, Unit
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, clerk_of, make_commune, make_unit, make_village
from tests.factories.plans import make_conference, make_plan

ROADS = Sorting(topic="roads", summary="Đường thôn hỏng")
Receive = Callable[..., Opinion]


def sort(opinion: Opinion, actor: Actor, at: datetime, **changed: object) -> Opinion:
    values = {"version": opinion.version, "sorting": ROADS, **changed}
    return sort_opinion(opinion_id=opinion.pk, actor=actor, at=at, **values)


def test_sorting_writes_every_choice(
    commune: Commune, receive: Receive, unit: Unit, clerk: Actor, at: datetime
) -> None:
    conference = make_conference(commune)
    opinion = receive()
    sorting = Sorting(
        topic="land",
        kind="question",
        competence="higher_level",
        competent_body="UBND tỉnh",
        necessity="urgent",
        about_official=True,
        unit_id=unit.pk,
        conference_id=conference.pk,
        summary=" Đất  bãi ",
    )

    sort(opinion, clerk, at, sorting=sorting)

    stored = Opinion.objects.get(pk=opinion.pk)
    assert (stored.topic, stored.kind, stored.competence, stored.competent_body) == (
        "land", "question", "higher_level", "UBND tỉnh",
    )  # fmt: skip
    assert (stored.necessity, stored.about_official, stored.unit_id) == ("urgent", True, unit.pk)
    assert (stored.conference_id, stored.summary, stored.state) == (conference.pk, "Đất  bãi", "sorted")
    assert stored.version == opinion.version + 1
    assert AuditLine.objects.filter(act="opinion.sorted", thing=f"opinion:{opinion.pk}").count() == 1
    assert list(faults()) == []


def test_sorting_leaves_the_original_words_alone(receive: Receive, clerk: Actor, at: datetime) -> None:
    opinion = receive("Lời gốc giữ nguyên.")

    for turn in range(20):
        opinion = sort(opinion, clerk, at, sorting=replace(ROADS, summary=f"Lần {turn}"))

    assert Opinion.objects.get(pk=opinion.pk).original_words == "Lời gốc giữ nguyên."


@pytest.mark.parametrize(
    ("policies", "nature", "follows"),
    [
        ({"private_matters": "refuse"}, Nature.PRIVATE_MATTER, ("taken_apart", False)),
        ({"private_matters": "apart"}, Nature.PRIVATE_MATTER, ("taken_apart", True)),
        ({"private_matters": "dialogue"}, Nature.PRIVATE_MATTER, ("sorted", False)),
        ({"off_topic": "written"}, Nature.OFF_TOPIC, ("taken_apart", True)),
        ({"off_topic": "refuse"}, Nature.OFF_TOPIC, ("taken_apart", False)),
        ({}, Nature.COMPLAINT, ("taken_apart", False)),
        ({}, Nature.COMMON, ("sorted", False)),
    ],
)
def test_rules_of_the_plan_decide_what_follows(
    clerk: Actor, at: datetime, commune: Commune, policies: dict[str, str], nature: Nature, follows: tuple[str, bool]
) -> None:
    conference = make_conference(commune, plan=make_plan(commune, policies=policies))
    opinion = make_opinion(commune, conference=conference)

    sorted_one = sort(opinion, clerk, at, sorting=replace(ROADS, nature=nature, conference_id=conference.pk))

    assert (sorted_one.state, sorted_one.owes_written_reply) == follows
    assert bool(sorted_one.apart_reason) is (follows[0] == "taken_apart")


def test_newest_plan_decides_when_the_opinion_has_no_conference(
    commune: Commune, receive: Receive, clerk: Actor, at: datetime
) -> None:
    make_plan(commune, 2025, policies={"private_matters": "refuse"})
    make_plan(commune, 2026, policies={"private_matters": "dialogue"})
    opinion = receive()

    assert sort(opinion, clerk, at, sorting=replace(ROADS, nature=Nature.PRIVATE_MATTER)).state == "sorted"


def test_sorting_as_common_brings_a_thing_taken_apart_back(receive: Receive, clerk: Actor, at: datetime) -> None:
    opinion = sort(receive(), clerk, at, sorting=replace(ROADS, nature=Nature.COMPLAINT))

    back = sort(opinion, clerk, at)

    assert (back.state, back.apart_reason, back.owes_written_reply) == ("sorted", "", False)


def test_second_saver_sees_the_first_ones_text_and_nothing_is_overwritten(
    receive: Receive, clerk: Actor, at: datetime
) -> None:
    opinion = receive()
    sort(opinion, clerk, at, sorting=replace(ROADS, summary="Bản của người lưu trước"))

    with pytest.raises(Stale) as stale:
        sort(opinion, clerk, at, sorting=replace(ROADS, summary="Bản của người lưu sau"))

    stored = Opinion.objects.get(pk=opinion.pk)
    assert stale.value.theirs == "Bản của người lưu trước"
    assert (stale.value.version, stored.summary) == (stored.version, "Bản của người lưu trước")


def test_second_saver_may_save_with_the_version_he_was_shown(receive: Receive, clerk: Actor, at: datetime) -> None:
    opinion = receive()
    sort(opinion, clerk, at)
    with pytest.raises(Stale) as stale:
        sort(opinion, clerk, at)

    saved = sort(opinion, clerk, at, version=stale.value.version, sorting=replace(ROADS, summary="Gộp cả hai bản"))

    assert saved.summary == "Gộp cả hai bản"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"topic": "weather"}, "topic"),
        ({"nature": "odd"}, "nature"),
        ({"competence": "other_body"}, "competent_body"),
        ({"unit_id": 999_999}, "unit"),
        ({"conference_id": 999_999}, "conference"),
    ],
)
def test_sorting_names_the_wrong_field(
    receive: Receive, clerk: Actor, at: datetime, changed: dict[str, object], field: str
) -> None:
    opinion = receive()

    with pytest.raises(BadInput) as refused:
        sort(opinion, clerk, at, sorting=replace(ROADS, **changed))

    assert refused.value.field == field
    assert Opinion.objects.get(pk=opinion.pk).version == opinion.version


def test_sorting_refuses_unit_and_conference_of_another_commune(receive: Receive, clerk: Actor, at: datetime) -> None:
    other = make_commune()
    opinion = receive()

    for changed in ({"unit_id": make_unit(other).pk}, {"conference_id": make_conference(other).pk}):
        with pytest.raises(BadInput):
            sort(opinion, clerk, at, sorting=replace(ROADS, **changed))


def test_sorting_refuses_a_cancelled_conference(commune: Commune, receive: Receive, clerk: Actor, at: datetime) -> None:
    cancelled = make_conference(commune, state="cancelled")

    with pytest.raises(BadInput):
        sort(receive(), clerk, at, sorting=replace(ROADS, conference_id=cancelled.pk))


def test_sorting_moves_no_grouped_opinion_to_another_conference(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune, group=make_group(commune))

    with pytest.raises(BadInput) as refused:
        sort(opinion, clerk, at, sorting=replace(ROADS, conference_id=make_conference(commune).pk))

    assert "nhóm" in refused.value.words


def test_sorting_after_the_hall_corrects_the_register_but_not_the_conference(
    commune: Commune, clerk: Actor, at: datetime
) -> None:
    held = make_conference(commune)
    opinion = make_opinion(commune, state="awaiting_answer", conference=held)

    corrected = sort(opinion, clerk, at, sorting=replace(ROADS, conference_id=held.pk))
    with pytest.raises(BadInput):
        sort(corrected, clerk, at, sorting=replace(ROADS, conference_id=None))
    with pytest.raises(NotPossible):
        sort(corrected, clerk, at, sorting=replace(ROADS, conference_id=held.pk, nature=Nature.COMPLAINT))

    assert (corrected.state, corrected.topic) == ("awaiting_answer", "roads")


SORTERS = [(role, role is Role.CLERK) for role in Role]


@pytest.mark.parametrize(("role", "allowed"), SORTERS)
def test_right_to_sort_by_role(commune: Commune, receive: Receive, at: datetime, role: Role, *, allowed: bool) -> None:
    actor = actor_as(role, commune, unit=make_unit(commune), village=make_village(commune))
    opinion = receive()

    for act in (
        lambda: sort(opinion, actor, at),
        lambda: take_apart(opinion_id=opinion.pk, nature="complaint", reason="", actor=actor, at=at),
        lambda: restore_opinion(opinion_id=opinion.pk, reason="Xem lại là việc chung.", actor=actor, at=at),
    ):
        assert outcome_of(act) == ("done" if allowed else "NotAllowed")


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return type(refused).__name__
    return "done"


def test_another_communes_opinion_is_not_found(receive: Receive, at: datetime) -> None:
    stranger = clerk_of(make_commune())

    with pytest.raises(NotFound):
        sort(receive(), stranger, at)
    with pytest.raises(NotFound):
        sort_opinion(opinion_id=999_999, sorting=ROADS, version=1, actor=stranger, at=at)


def test_taking_apart_keeps_number_receipt_and_reason(receive: Receive, clerk: Actor, at: datetime) -> None:
    opinion = receive()

    apart = take_apart(opinion_id=opinion.pk, nature="private_matter", reason="Chuyện nhà.", actor=clerk, at=at)

    stored = Opinion.objects.get(pk=opinion.pk)
    assert (stored.number, stored.code, stored.state) == (opinion.number, opinion.code, "taken_apart")
    assert (stored.apart_reason, stored.owes_written_reply) == ("Chuyện nhà.", True)
    assert apart.version == opinion.version + 1


def test_taking_apart_gives_the_rules_own_reason_when_none_is_written(
    receive: Receive, clerk: Actor, at: datetime
) -> None:
    apart = take_apart(opinion_id=receive().pk, nature="complaint", reason=" ", actor=clerk, at=at)

    assert apart.apart_reason.startswith("Khiếu nại")


@pytest.mark.parametrize("nature", ["common", "odd", ""])
def test_taking_apart_refuses_without_a_reason_in_the_rules(
    receive: Receive, clerk: Actor, at: datetime, nature: str
) -> None:
    with pytest.raises(BadInput):
        take_apart(opinion_id=receive().pk, nature=nature, reason="Thôi.", actor=clerk, at=at)


def test_taking_apart_refuses_what_the_plan_keeps_in_the_dialogue(
    commune: Commune, receive: Receive, clerk: Actor, at: datetime
) -> None:
    make_plan(commune, policies={"private_matters": "dialogue"})

    with pytest.raises(BadInput):
        take_apart(opinion_id=receive().pk, nature="private_matter", reason="", actor=clerk, at=at)


def test_taking_apart_is_not_possible_after_the_hall(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune, state="answered")

    with pytest.raises(NotPossible):
        take_apart(opinion_id=opinion.pk, nature="complaint", reason="", actor=clerk, at=at)


def test_restoring_needs_a_reason_and_keeps_it(receive: Receive, clerk: Actor, at: datetime) -> None:
    opinion = take_apart(opinion_id=receive().pk, nature="complaint", reason="", actor=clerk, at=at)
    with pytest.raises(BadInput):
        restore_opinion(opinion_id=opinion.pk, reason=" ", actor=clerk, at=at)

    back = restore_opinion(opinion_id=opinion.pk, reason="Xem lại: là việc chung.", actor=clerk, at=at)

    assert (back.state, back.nature, back.apart_reason) == ("sorted", "common", "")
    assert back.restored_reason == "Xem lại: là việc chung."
    assert [line.act for line in AuditLine.objects.order_by("number")][-2:] == [
        "opinion.taken_apart", "opinion.restored",
    ]  # fmt: skip


def test_restoring_is_not_possible_when_nothing_was_taken_apart(receive: Receive, clerk: Actor, at: datetime) -> None:
    with pytest.raises(NotPossible):
        restore_opinion(opinion_id=receive().pk, reason="Xem lại là việc chung.", actor=clerk, at=at)


def test_audit_lines_hold_no_words_of_the_register(receive: Receive, clerk: Actor, at: datetime) -> None:
    opinion = sort(receive("Chim sẻ một"), clerk, at, sorting=replace(ROADS, summary="Chim sẻ hai"))
    take_apart(opinion_id=opinion.pk, nature="complaint", reason="Chim sẻ ba", actor=clerk, at=at)
    restore_opinion(opinion_id=opinion.pk, reason="Chim sẻ bốn, việc chung", actor=clerk, at=at)

    assert not any("sẻ" in line.detail for line in AuditLine.objects.all())


@pytest.mark.parametrize("state", ["running", "held", "concluded", "closed"])
def test_bringing_back_is_the_chairs_once_the_conference_has_begun(
    commune: Commune, clerk: Actor, at: datetime, state: str
) -> None:
    conference = make_conference(commune, state=state)
    opinion = make_opinion(commune, state="taken_apart", nature="complaint", conference=conference)

    with pytest.raises(NotPossible):
        restore_opinion(opinion_id=opinion.pk, reason="Xem lại là việc chung.", actor=clerk, at=at)
    with pytest.raises(NotPossible):
        sort(opinion, clerk, at, sorting=replace(ROADS, conference_id=conference.pk))

    assert Opinion.objects.get(pk=opinion.pk).state == "taken_apart"
