"""Places in drawn charts."""

from datetime import date

from doithoai.web.ui.charts import bar_widths, clusters, parts_of_whole, place, year_board
from doithoai.web.ui.records import Bar, YearLane, YearMark


def test_place_runs_from_start_to_end_of_year():
    assert place(date(2026, 1, 1)) == 0.14
    assert place(date(2026, 12, 31)) == 99.86


def test_year_board_leaves_other_years_aside_and_orders_marks_by_date():
    first = YearLane("a", marks=(YearMark(date(2026, 6, 1), "sau"), YearMark(date(2025, 6, 1), "năm trước")))
    second = YearLane("b", marks=(YearMark(date(2026, 2, 1), "trước"),))

    board = year_board(2026, [first, second], date(2026, 3, 1))

    assert [(lane.words, mark.words) for lane, mark in board.marks] == [("b", "trước"), ("a", "sau")]
    assert [lane.told.words for lane in board.lanes] == ["b", "a"]
    assert board.today_x == place(date(2026, 3, 1))


def test_year_board_keeps_a_lane_without_dates_last():
    lanes = [YearLane("chưa định"), YearLane("có ngày", marks=(YearMark(date(2026, 6, 1), "x"),))]

    board = year_board(2026, lanes, date(2027, 1, 1))

    assert [lane.told.words for lane in board.lanes] == ["có ngày", "chưa định"]
    assert board.lanes[1].wide == ()
    assert board.today_x is None


def test_near_marks_are_drawn_as_one_of_the_worst_state_when_they_would_touch():
    days = [(1, "done"), (2, "late"), (3, "open")]
    marks = [YearMark(date(2026, 6, day), str(day), state) for day, state in days] + [YearMark(date(2026, 9, 1), "xa")]

    drawn = clusters(marks, 1.8)

    assert [(one.mark.words, one.count, one.x) for one in drawn] == [
        ("2", 3, place(date(2026, 6, 2))),
        ("xa", 1, place(date(2026, 9, 1))),
    ]


def test_conference_stands_alone_when_other_marks_are_near():
    marks = [YearMark(date(2026, 6, day), str(day), is_conference=day == 2) for day in (1, 2, 3)]

    assert [(one.mark.words, one.count) for one in clusters(marks, 6.0)] == [("1", 2), ("2", 1)]


def test_bar_widths_are_shares_of_the_longest_bar():
    assert [width for _bar, width in bar_widths([Bar("a", 40), Bar("b", 10), Bar("c", 0)])] == [100.0, 25.0, 0.0]


def test_bar_widths_are_zero_when_all_bars_are_empty():
    assert [width for _bar, width in bar_widths([Bar("a", 0)])] == [0.0]


def test_parts_fill_the_whole_and_empty_ones_are_left_out():
    parts = parts_of_whole([Bar("a", 3), Bar("b", 0), Bar("c", 1)])

    assert [(bar.words, start, width) for bar, start, width in parts] == [("a", 0.0, 75.0), ("c", 75.0, 25.0)]


def test_no_parts_are_drawn_of_nothing():
    assert parts_of_whole([Bar("a", 0)]) == []
