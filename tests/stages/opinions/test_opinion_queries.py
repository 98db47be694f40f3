from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.base.errors import NotAllowed, NotFound
from doithoai.domain.roles import Actor, PostHeld, Role
from doithoai.stages.opinions import queries
from doithoai.stages.opinions.models import AnswerBrief, Assignment, Opinion
from doithoai.stages.opinions.records import Wanted
from doithoai.stages.people.models import Commune, Unit, Village
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import (
    actor_as,
    clerk_of,
    front_of,
    make_commune,
    make_unit,
    make_village,
    officer_of,
    village_head_of,
)  # fmt: skip
from tests.factories.plans import make_conference, make_plan

Receive = Callable[..., Opinion]


def numbers(page: queries.OpinionPage) -> list[str]:
    return [row.number for row in page.rows]


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.CLERK, 4),
        (Role.CHAIR, 4),
        (Role.COUNCIL_CHAIR, 4),
        (Role.FRONT, 4),
        (Role.UNIT_OFFICER, 2),
        (Role.VILLAGE_HEAD, 1),
        (Role.POLICE, None),
        (Role.UPPER_LEVEL, None),
        (Role.SYSTEM_ADMIN, None),
    ],
)
def test_register_shows_each_role_its_reach(
    commune: Commune, unit: Unit, village: Village, role: Role, seen: int | None
) -> None:
    make_opinion(commune, unit=unit)
    make_opinion(commune, unit=unit, village=make_village(commune))
    make_opinion(commune, village=village)
    make_opinion(commune, unit=make_unit(commune))
    make_opinion(make_commune())
    actor = actor_as(role, commune, unit=unit, village=village)

    if seen is None:
        with pytest.raises(NotAllowed):
            queries.opinions_of(actor, commune.pk)
    else:
        assert queries.opinions_of(actor, commune.pk).total == seen


def test_register_adds_up_what_several_posts_reach(commune: Commune, unit: Unit, village: Village) -> None:
    make_opinion(commune, unit=unit)
    make_opinion(commune, village=village)
    make_opinion(commune)
    actor = Actor(
        user_id=1,
        name="Kiêm nhiệm",
        posts=(
            PostHeld(Role.UNIT_OFFICER, commune.pk, unit_id=unit.pk),
            PostHeld(Role.VILLAGE_HEAD, commune.pk, village_id=village.pk),
        ),
    )

    page = queries.opinions_of(actor, commune.pk)

    assert [(row.number, row.speaker is not None) for row in page.rows] == [("2/2026", False), ("1/2026", True)]


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.CLERK, True),
        (Role.CHAIR, True),
        (Role.UNIT_OFFICER, True),
        (Role.COUNCIL_CHAIR, False),
        (Role.FRONT, False),
        (Role.VILLAGE_HEAD, False),
    ],
)
def test_identity_is_shown_only_to_roles_with_that_right(
    commune: Commune, unit: Unit, village: Village, receive: Receive, role: Role, *, sees: bool
) -> None:
    words = "Tôi là Hoàng Thị Thử, số 0912 000 345, nhà bà Thử bị ngập."
    opinion = receive(words, village_id=village.pk, speaker_address="Số 12 thôn Đông Phong")
    Opinion.objects.filter(pk=opinion.pk).update(unit=unit)
    actor = actor_as(role, commune, unit=unit, village=village)

    shown = repr(queries.opinion_for(actor, opinion.pk)) + repr(queries.opinions_of(actor, commune.pk))

    canaries = ("Hoàng", "Thử", "0912", "Số 12", opinion.code)
    assert [canary in shown for canary in canaries] == [sees] * len(canaries)
    assert "bị ngập" in shown


@pytest.mark.parametrize(
    ("text", "clerk_finds", "front_finds"),
    [
        ("duong", 1, 1),
        ("ĐƯỜNG hỏng", 1, 1),
        ("đường không có", 0, 0),
        ("thử", 1, 0),
        ("0912000345", 1, 0),
        ("hoàng thị", 1, 0),
        ("%", 1, 1),
        ("_", 1, 1),
        ("'; DROP TABLE x --", 0, 0),
        ("\x00", 1, 1),
        ("duon", 0, 0),
    ],
)
def test_search_folds_accents_and_is_no_oracle_for_identity(
    commune: Commune, clerk: Actor, receive: Receive, text: str, clerk_finds: int, front_finds: int
) -> None:
    receive("Đường trước cửa hỏng, bà Thử gọi 0912 000 345.")

    assert queries.opinions_of(clerk, commune.pk, Wanted(text=text)).total == clerk_finds
    assert queries.opinions_of(front_of(commune), commune.pk, Wanted(text=text)).total == front_finds


def test_filters_narrow_the_register(commune: Commune, clerk: Actor, unit: Unit, village: Village) -> None:
    conference, group = make_conference(commune), make_group(commune)
    make_opinion(
        commune, topic="roads", state="sorted", unit=unit, village=village, conference=conference, group=group,
        nature="off_topic", channel="phone",
    )  # fmt: skip
    make_opinion(commune)

    for wanted in (
        Wanted(topic="roads"),
        Wanted(state="sorted"),
        Wanted(unit_id=unit.pk),
        Wanted(village_id=village.pk),
        Wanted(conference_id=conference.pk),
        Wanted(group_id=group.pk),
        Wanted(nature="off_topic"),
        Wanted(channel="phone"),
    ):
        assert numbers(queries.opinions_of(clerk, commune.pk, wanted)) == ["1/2026"]
    assert queries.opinions_of(clerk, commune.pk, Wanted(topic="nonsense")).total == 0
    assert queries.opinions_of(clerk, commune.pk, Wanted(year=2025)).total == 0


def test_register_comes_in_stretches_newest_first(commune: Commune, clerk: Actor) -> None:
    for _ in range(5):
        make_opinion(commune)

    page = queries.opinions_of(clerk, commune.pk, offset=1, limit=2)

    assert (numbers(page), page.total) == (["4/2026", "3/2026"], 5)


def test_one_opinion_comes_with_assignments_brief_and_group(
    commune: Commune, clerk: Actor, unit: Unit, at: datetime
) -> None:
    group = make_group(commune)
    opinion, other = make_opinion(commune, group=group, unit=unit), make_opinion(commune, group=group)
    Assignment.objects.create(opinion=opinion, unit=unit, note="Đo", assigned_by="A", assigned_at=at)
    AnswerBrief.objects.create(opinion=opinion, unit=unit, facts="Đã đo", written_by="B", written_at=at)

    detail = queries.opinion_for(clerk, opinion.pk)

    assert [(a.unit, a.note) for a in detail.assignments] == [(unit.name, "Đo")]
    assert (detail.brief.version, detail.brief.facts) == (1, "Đã đo")
    assert [row.id for row in detail.group_members] == [other.pk]


def test_one_opinion_is_not_found_outside_of_reach(commune: Commune, unit: Unit, village: Village) -> None:
    opinion = make_opinion(commune)

    for actor in (
        officer_of(unit),
        village_head_of(village),
        clerk_of(make_commune()),
        actor_as(Role.POLICE, commune),
        actor_as(Role.UPPER_LEVEL, commune),
        actor_as(Role.SYSTEM_ADMIN, None),
    ):
        with pytest.raises(NotFound):
            queries.opinion_for(actor, opinion.pk)
    with pytest.raises(NotFound):
        queries.opinion_for(clerk_of(commune), 999_999)


def test_group_members_outside_of_reach_stay_hidden(commune: Commune, unit: Unit) -> None:
    group = make_group(commune)
    mine = make_opinion(commune, group=group, unit=unit)
    make_opinion(commune, group=group)

    assert queries.opinion_for(officer_of(unit), mine.pk).group_members == ()


def count_queries(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


@pytest.mark.parametrize("role", [Role.CLERK, Role.FRONT, Role.UNIT_OFFICER])
def test_lists_ask_as_often_for_three_rows_as_for_one(
    commune: Commune, unit: Unit, village: Village, at: datetime, role: Role
) -> None:
    actor = actor_as(role, commune, unit=unit, village=village)
    conference = make_conference(commune)

    def add() -> None:
        opinion = make_opinion(commune, unit=unit, village=village, group=make_group(commune), conference=conference)
        AnswerBrief.objects.create(opinion=opinion, unit=unit, facts="Đã đo", written_by="B", written_at=at)

    def ask() -> list[int]:
        return [
            count_queries(lambda: queries.opinions_of(actor, commune.pk)),
            count_queries(lambda: queries.agenda_material(actor, conference.pk)),
            count_queries(lambda: queries.opinion_counts(actor, commune.pk)),
            count_queries(lambda: queries.similar_opinions(actor, commune.pk, "đường hỏng")),
        ]

    add()
    with_one = ask()
    add()
    add()

    assert ask() == with_one


def test_counts_group_by_state_topic_village_and_unit(
    commune: Commune, clerk: Actor, unit: Unit, village: Village
) -> None:
    make_opinion(commune, topic="roads", village=village, unit=unit, state="assigned")
    make_opinion(commune, topic="roads", village=village)
    make_opinion(commune, topic="land", necessity="urgent")

    counts = queries.opinion_counts(clerk, commune.pk)

    assert counts.total == 3
    assert {bar.key: bar.count for bar in counts.by_topic} == {"roads": 2, "land": 1}
    assert {bar.key: bar.count for bar in counts.by_state} == {"received": 2, "assigned": 1}
    assert {bar.words: bar.count for bar in counts.by_village} == {"Đông Phong": 2, "": 1}
    assert {bar.words: bar.count for bar in counts.by_unit} == {unit.name: 1, "": 2}
    assert (counts.waiting_for_brief, counts.without_public_text) == (1, 3)


@pytest.mark.parametrize(
    ("role", "total"), [(Role.UPPER_LEVEL, 2), (Role.FRONT, 2), (Role.UNIT_OFFICER, 1), (Role.POLICE, None)]
)
def test_counts_reach_as_far_as_the_role(commune: Commune, unit: Unit, role: Role, total: int | None) -> None:
    make_opinion(commune, unit=unit)
    make_opinion(commune)
    actor = actor_as(role, commune, unit=unit)

    if total is None:
        with pytest.raises(NotAllowed):
            queries.opinion_counts(actor, commune.pk)
    else:
        assert queries.opinion_counts(actor, commune.pk).total == total


def test_agenda_puts_the_necessary_first_and_leaves_out_what_is_apart(commune: Commune, clerk: Actor) -> None:
    conference, group = make_conference(commune), make_group(commune, "Đường liên thôn")
    make_opinion(commune, "Việc thường.", conference=conference, summary="Việc thường")
    make_opinion(commune, conference=conference, group=group)
    make_opinion(commune, conference=conference, group=group, necessity="urgent", answered_before="Đã vá xong đường.")
    make_opinion(commune, conference=conference, state="taken_apart", nature="complaint")
    make_opinion(commune)

    matters = queries.agenda_material(clerk, conference.pk)

    assert [(m.title, m.necessity, len(m.voices)) for m in matters] == [
        ("Đường liên thôn", "urgent", 2), ("Việc thường", "normal", 1),
    ]  # fmt: skip
    assert not matters[0].is_answered_before


def test_agenda_is_not_found_for_strangers_and_police(commune: Commune) -> None:
    conference = make_conference(commune)

    for actor in (clerk_of(make_commune()), actor_as(Role.POLICE, commune)):
        with pytest.raises(NotFound):
            queries.agenda_material(actor, conference.pk)


def test_similar_opinions_put_the_same_problem_side_by_side(commune: Commune, clerk: Actor, receive: Receive) -> None:
    road = receive("Đường 391 đoạn qua Cầu Đất lún sâu, đề nghị sửa.")
    receive("Đèn đường thôn Đoài cháy hai tháng nay.")
    receive("Đề nghị hỗ trợ giá phân bón cho bà con.")
    receive("Trường tiểu học thiếu nước sạch.")

    found = queries.similar_opinions(clerk, commune.pk, "duong 391 cau dat lun banh xe")

    assert [similar.id for similar in found] == [road.pk]
    assert queries.similar_opinions(clerk, commune.pk, "  ?! ") == ()


def test_similar_opinions_show_a_village_head_his_own_village_masked(
    commune: Commune, village: Village, receive: Receive
) -> None:
    receive("Hoàng Thị Thử hỏi đường 391 Cầu Đất lún.", village_id=village.pk)
    receive("Đường 391 Cầu Đất lún.", village_id=make_village(commune).pk)
    for _ in range(4):
        receive("Nước sạch yếu.", village_id=village.pk)

    found = queries.similar_opinions(village_head_of(village), commune.pk, "đường 391 Cầu Đất lún")

    assert [similar.words for similar in found] == ["… hỏi đường 391 Cầu Đất lún."]


@pytest.mark.parametrize("role", [Role.CLERK, Role.UNIT_OFFICER, Role.VILLAGE_HEAD, Role.FRONT])
def test_lines_of_the_register_say_what_its_rows_say(
    commune: Commune, unit: Unit, village: Village, receive: Receive, role: Role
) -> None:
    spoken = {"speaker_name": "Hoàng Thị Thử", "speaker_phone": "0912 345 678"}
    receive("Hoàng Thị Thử hỏi đường 391 lún, gọi 0912 345 678.", village_id=village.pk, **spoken)
    make_opinion(commune, village=village, unit=unit, group=make_group(commune), summary="Đèn hỏng")
    make_opinion(commune, "Mương tắc. " * 30, village=village, unit=unit)
    actor = actor_as(role, commune, unit=unit, village=village)

    rows = queries.opinions_of(actor, commune.pk).rows
    lines = queries.lines_of(actor, commune.pk)

    assert queries.number_of(actor, commune.pk) == len(rows) > 0
    assert [(x.id, x.number, x.title, x.state, x.village, x.unit, x.group) for x in lines] == [
        (x.id, x.number, x.title, x.state, x.village, x.unit, x.group) for x in rows
    ]
    assert queries.lines_of(actor, commune.pk, offset=1, limit=1) == lines[1:2]


def test_policies_come_from_the_conference_then_the_newest_plan(commune: Commune) -> None:
    make_plan(commune, 2026, policies={"off_topic": "refuse"})
    own = make_plan(commune, 2025, policies={"off_topic": "written"})
    with_plan = make_opinion(commune, conference=make_conference(commune, plan=own))
    outside = make_opinion(commune, conference=make_conference(commune))
    free = make_opinion(commune)

    assert [queries.policies_for(o) for o in (with_plan, outside, free)] == [
        {"off_topic": "written"}, {}, {"off_topic": "refuse"},
    ]  # fmt: skip


def test_unsorted_are_counted_within_reach(commune: Commune, clerk: Actor, unit: Unit) -> None:
    make_opinion(commune)
    make_opinion(commune, state="sorted")

    assert queries.waiting_to_be_sorted(clerk, commune.pk) == 1
    assert queries.waiting_to_be_sorted(officer_of(unit), commune.pk) == 0


@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.VILLAGE_HEAD])
def test_post_without_a_unit_or_village_reaches_nothing(commune: Commune, role: Role) -> None:
    make_opinion(commune)

    assert queries.opinions_of(actor_as(role, commune), commune.pk).total == 0
