"""Places in drawn charts."""

from datetime import date

from doithoai.web.ui.charts import bar_widths, place, year_board
from doithoai.web.ui.records import Bar, YearMark


def test_place_runs_from_start_to_end_of_year():
    assert place(date(2026, 1, 1)) == 0.14
    assert place(date(2026, 12, 31)) == 99.86


def test_year_board_leaves_other_years_aside_and_orders_by_date():
    marks = [
        YearMark(date(2026, 6, 1), "sau"),
        YearMark(date(2025, 6, 1), "năm trước"),
        YearMark(date(2026, 2, 1), "trước"),
    ]

    board = year_board(2026, marks, date(2026, 3, 1))

    assert [placed.mark.words for placed in board.marks] == ["trước", "sau"]
    assert board.today_x == place(date(2026, 3, 1))


def test_year_board_gives_near_marks_their_own_lanes_when_they_would_touch():
    marks = [YearMark(date(2026, 6, day), str(day)) for day in (1, 2, 3)] + [YearMark(date(2026, 9, 1), "xa")]

    board = year_board(2026, marks, date(2027, 1, 1))

    assert [placed.y for placed in board.marks] == [47, 73, 99, 47]
    assert board.today_x is None


def test_bar_widths_are_shares_of_the_longest_bar():
    assert [width for _bar, width in bar_widths([Bar("a", 40), Bar("b", 10), Bar("c", 0)])] == [100.0, 25.0, 0.0]


def test_bar_widths_are_zero_when_all_bars_are_empty():
    assert [width for _bar, width in bar_widths([Bar("a", 0)])] == [0.0]
