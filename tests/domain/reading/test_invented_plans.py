"""Invented plans in as many shapes, held to what a careful clerk reads in them."""

import json
from pathlib import Path

import pytest

from doithoai.domain.reading.document import read_plan
from doithoai.domain.reading.lines import Line
from tests.domain.reading.measure import fields, overall

PLANS = Path(__file__).parents[2] / "golden" / "readings"
NAMES = sorted(path.stem for path in PLANS.glob("*.txt"))


def read(name):
    text = (PLANS / f"{name}.txt").read_text(encoding="utf-8")
    return read_plan([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])


def test_invented_plans_are_at_least_twelve():
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_reading_is_close_to_the_clerks_for_each_invented_plan(name):
    expected = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))

    figures = fields(expected, read(name).to_dict())

    assert overall(figures) >= 0.95, figures
    assert figures.get("deadlines", 1.0) >= 0.92


@pytest.mark.parametrize("name", NAMES)
def test_deadline_lines_name_the_sentence_they_come_from(name):
    expected = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    wanted = {(one["duty"], one["amount"], one["on"], one["line"]) for one in expected["deadlines"]}

    found = {(one.duty, one.amount, one.on, one.line) for one in read(name).deadlines}

    assert found <= wanted


@pytest.mark.parametrize("name", NAMES)
def test_marks_give_one_span_for_every_item_of_a_list(name):
    reading = read(name)

    for field in ("deadlines", "tasks", "recipients", "legal_bases", "conferences", "topics", "attendees"):
        assert len(reading.marks[field]) == len(getattr(reading, field))
        assert all(1 <= first <= last for first, last in reading.marks[field])
