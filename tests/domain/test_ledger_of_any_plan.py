"""What holds of the ledger whatever a plan says: no crash, every duty, the stricter never loses, advice never binds."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.domain.deadlines import Anchor, Direction, Unit
from doithoai.domain.duties import BEFORE_CONFERENCE, CYCLE, Duty
from tests.domain.readings import HA_TINH, SONG_AN
from tests.domain.test_ledger import laid
from tests.domain.vietnam import vietnam

ACTORS = (
    None,
    "",
    "UBND xã",
    "Công an xã",
    "Trưởng thôn",
    "Văn phòng Đảng ủy",
    "MTTQ xã",
    "Đài truyền thanh",
    "Ông Năm",
    "?",
)
PLACES = (None, 1, 47)
maybe = lambda values: st.sampled_from([None, *values])  # noqa: E731 -- a strategy, named for the table below

deadlines = st.fixed_dictionaries(
    {
        "duty": st.sampled_from([*Duty, "unheard_of", None]),
        "amount": st.one_of(st.none(), st.integers(-3, 60), st.sampled_from([10**9, "bảy", 2.5, True])),
        "unit": maybe([*Unit, "week"]),
        "direction": maybe([*Direction, "around"]),
        "anchor": maybe([*Anchor, "new_moon"]),
        "on": st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(date.isoformat), st.just("mai")),
        "actor": st.sampled_from(ACTORS),
        "line": st.sampled_from(PLACES),
        "text": st.sampled_from(["", "kịp thời", "báo cáo UBND huyện"]),
    }
)
days = st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2027, 12, 1)))


@settings(max_examples=150, deadline=None)
@given(stated=st.lists(deadlines, max_size=6), on=days, base=st.sampled_from([SONG_AN, HA_TINH]))
def test_any_plan_is_laid_out(stated, on, base):
    reading = {**base, "deadlines": stated}

    lines = laid(reading, on, expected_by=on or date(2026, 12, 31))

    assert set(CYCLE) - {Duty.PUBLISH_RESULT} <= {line.duty for line in lines}
    assert len({line.key for line in lines}) == len(lines)
    for line in lines:
        assert line.actor
        assert line.text
        assert line.due_on is None or on is not None
        assert not (line.advice and line.due_on)
        assert all(note.due_on is None or note.due_on > line.due_on for note in line.overruled)
        assert all(note.due_on == line.due_on for note in line.agrees)


@settings(max_examples=60, deadline=None)
@given(amount=st.integers(0, 45), on=st.dates(date(2025, 7, 1), date(2027, 6, 30)), unit=st.sampled_from([*Unit][:2]))
def test_a_duty_before_the_conference_is_due_on_a_working_day_no_later_than_it(amount, on, unit):
    duties = sorted(BEFORE_CONFERENCE)
    stated = [
        {"duty": duty, "amount": amount, "unit": unit, "direction": "before", "actor": "UBND xã"} for duty in duties
    ]

    lines = [line for line in laid({**SONG_AN, "deadlines": stated}, on) if line.duty in BEFORE_CONFERENCE]

    assert all(line.due_on <= on - timedelta(days=amount) for line in lines)
    assert all(vietnam().is_working(line.due_on) for line in lines)
