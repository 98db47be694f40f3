"""Totals reconcile whatever became of the opinions."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from doithoai.domain.figures import (
    Count,
    Fate,
    FigureRow,
    Promises,
    Punctuality,
    WrittenFact,
    punctuality_of,
    result_figures,
    without_small,
)

TODAY = date(2026, 12, 1)
DUE = date(2026, 11, 18)
DAYS = st.integers(-40, 40).map(lambda n: TODAY + timedelta(n))

WRITTEN = st.builds(
    WrittenFact,
    first_due_on=DAYS,
    due_on=DAYS,
    signed_on=st.one_of(st.none(), DAYS),
    result=st.sampled_from(["", "solved", "promised", "explained"]),
    promised_on=st.one_of(st.none(), DAYS),
    kept_on=st.one_of(st.none(), DAYS),
    extension_untold=st.booleans(),
    reopened=st.booleans(),
    earlier_late=st.booleans(),
)
ROWS = st.lists(
    st.builds(
        FigureRow,
        opinion_id=st.integers(1, 10_000),
        channel=st.sampled_from(["web", "paper", "hall_spoken"]),
        topic=st.sampled_from(["roads", "land", "other"]),
        village=st.sampled_from(["", "Đông Phong", "Bình Cách"]),
        nature=st.sampled_from(["common", "private_matter"]),
        fate=st.sampled_from(list(Fate)),
        repeated=st.booleans(),
        written=st.one_of(st.none(), WRITTEN),
    ),
    max_size=40,
)


@given(ROWS)
def test_totals_reconcile_whatever_became_of_the_opinions(rows):
    figures = result_figures(rows, today=TODAY)

    for counts in (figures.by_channel, figures.by_topic, figures.by_village, figures.by_nature, figures.fates):
        assert sum(c.number for c in counts) == figures.received == len(rows)
    assert sum(c.number for c in figures.punctuality) == figures.written
    promises = figures.promises
    assert promises.kept + promises.to_come + promises.broken == promises.made
    assert figures.repeated <= figures.received
    assert (
        figures.answered
        + sum(figures.fate(f) for f in (Fate.AWAITING_ANSWER, Fate.TRANSFERRED, Fate.TAKEN_APART, Fate.UNDECIDED))
        == figures.received
    )


def test_punctuality_tells_on_time_extended_late_open_and_overdue_apart():
    later = DUE + timedelta(10)
    cases = {
        Punctuality.ON_TIME: WrittenFact(DUE, DUE, DUE),
        Punctuality.EXTENDED: WrittenFact(DUE, later, DUE + timedelta(5)),
        Punctuality.LATE: WrittenFact(DUE, DUE, DUE + timedelta(1)),
        Punctuality.OPEN: WrittenFact(TODAY, TODAY, None),
        Punctuality.OVERDUE: WrittenFact(DUE, DUE, None),
    }

    assert {kind: punctuality_of(fact, TODAY) for kind, fact in cases.items()} == {kind: kind for kind in cases}


def test_answer_stays_late_when_only_the_reopened_one_came_in_time():
    assert punctuality_of(WrittenFact(DUE, TODAY, TODAY, reopened=True, earlier_late=True), TODAY) is Punctuality.LATE


def test_promises_are_counted_kept_to_come_and_broken():
    def promise(promised_on, kept_on=None, signed_on=DUE):
        fact = WrittenFact(DUE, DUE, signed_on, "promised", promised_on, kept_on)
        return FigureRow(1, "web", "roads", "", "common", Fate.ANSWERED_IN_WRITING, written=fact)

    rows = [
        promise(TODAY - timedelta(9), kept_on=TODAY),
        promise(TODAY),
        promise(TODAY - timedelta(1)),
        promise(TODAY, signed_on=None),
    ]

    assert result_figures(rows, today=TODAY).promises == Promises(made=3, kept=1, to_come=1, broken=1)


def test_small_counts_are_hidden_but_never_a_zero():
    counts = [Count("a", 0), Count("b", 1), Count("c", 4), Count("d", 5)]

    assert without_small(counts) == (counts[0], None, None, counts[3])
