"""Programme, speaker list and what to warn of at the opening."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.domain.opinions import Necessity
from doithoai.domain.programme import (
    CUSTOMARY,
    RESULTS_OF_LAST_TIME,
    InLine,
    Opening,
    default_programme,
    in_running_order,
    moved,
    opening_warnings,
    seconds_spoken,
)


def test_programme_is_the_plans_own_when_it_has_one():
    steps = default_programme(["Khai mạc", " ", "Đối thoại"])

    assert [s.title for s in steps] == ["Khai mạc", "Đối thoại"]


def test_programme_is_customary_when_the_plan_has_none_and_names_the_chair():
    steps = default_programme([], chair="Chủ tịch UBND xã")

    assert [s.title for s in steps] == [s.title for s in CUSTOMARY]
    assert steps[1].who == "Chủ tịch UBND xã"


def test_programme_tells_the_results_of_last_time_second_when_there_was_a_last_time():
    steps = default_programme(["Khai mạc", "Đối thoại"], has_earlier=True)

    assert [s.title for s in steps] == ["Khai mạc", RESULTS_OF_LAST_TIME.title, "Đối thoại"]


def test_running_order_puts_necessity_first_and_keeps_groups_together():
    opinions = [
        InLine(1, Necessity.NORMAL, None, "roads", 1),
        InLine(2, Necessity.NORMAL, 7, "land", 2),
        InLine(3, Necessity.URGENT, 7, "land", 3),
        InLine(4, Necessity.HIGH, None, "roads", 4),
        InLine(5, Necessity.NORMAL, None, "roads", 5, has_speaker=True),
    ]

    assert in_running_order(opinions) == (3, 2, 4, 1, 5)


def test_running_order_puts_the_one_who_will_speak_first_in_his_group():
    opinions = [
        InLine(1, Necessity.NORMAL, 7, "land", 1),
        InLine(2, Necessity.NORMAL, 7, "land", 2, has_speaker=True),
    ]

    assert in_running_order(opinions) == (2, 1)


ANY_LINE = st.builds(
    InLine,
    st.integers(1, 10_000),
    st.sampled_from(list(Necessity)),
    st.one_of(st.none(), st.integers(1, 5)),
    st.sampled_from(["roads", "land", ""]),
    st.integers(1, 500),
    st.booleans(),
)


@given(st.lists(ANY_LINE, max_size=25, unique_by=lambda one: one.opinion_id))
def test_running_order_loses_nothing_and_never_splits_a_group(opinions):
    order = in_running_order(opinions)

    groups = [next(o.group_id for o in opinions if o.opinion_id == pk) for pk in order]
    runs = [g for i, g in enumerate(groups) if g is not None and (i == 0 or groups[i - 1] != g)]
    assert sorted(order) == sorted(o.opinion_id for o in opinions)
    assert len(runs) == len(set(runs))


@pytest.mark.parametrize(
    ("place", "after"), [(1, (3, 1, 2)), (2, (1, 3, 2)), (3, (1, 2, 3)), (0, (3, 1, 2)), (99, (1, 2, 3))]
)
def test_moved_puts_one_at_the_place_or_at_the_end(place, after):
    assert moved((1, 2, 3), 3, place) == after


def test_speech_runs_until_it_is_ended():
    began = datetime(2026, 10, 28, 1, 0, tzinfo=UTC)

    assert seconds_spoken(None, None, began) == 0
    assert seconds_spoken(began, None, began + timedelta(seconds=75)) == 75
    assert seconds_spoken(began, began + timedelta(seconds=60), began + timedelta(hours=1)) == 60


READY = Opening(
    today=date(2026, 10, 28), announced_on=date(2026, 10, 28), was_announced=True, co_chair_policy="required",
    co_chair="Phó Chủ tịch HĐND", secretary="Trần Thị Sổ", people_present=60,
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({}, 0),
        ({"announced_on": date(2026, 10, 27)}, 1),
        ({"announced_on": None}, 1),
        ({"was_announced": False}, 1),
        ({"co_chair": ""}, 1),
        ({"co_chair": "", "co_chair_policy": "invited"}, 0),
        ({"secretary": ""}, 1),
        ({"people_present": None}, 1),
    ],
)
def test_opening_warns_of_each_thing_that_is_not_ready(change, count):
    assert len(opening_warnings(replace(READY, **change))) == count
