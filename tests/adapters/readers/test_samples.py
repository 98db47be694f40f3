"""The sample plans read as their originals do, and as Word as well as text."""

import json
import subprocess
import sys
import unicodedata

import pytest

from doithoai.adapters.readers.document import read_document
from tests.adapters.readers.samples import CONFERENCES, DEADLINES, FACTS, ORIGINALS, WARNINGS
from tests.shared import HOUSE, needs_shared, shared_file

SAMPLES = HOUSE / "samples"


def rows(reading):
    return [(one.duty, one.amount, one.unit, one.direction) for one in reading.deadlines]


def events(reading):
    return [(one.earliest, one.latest, one.villages, one.open) for one in reading.conferences]


def codes(reading):
    return {one.code for one in reading.warnings}


@pytest.mark.parametrize("name", ORIGINALS)
def test_sample_gives_its_deadlines_conferences_and_warnings(name):
    reading = read_document(SAMPLES / f"{name}.txt").reading

    assert rows(reading) == DEADLINES[name]
    assert events(reading) == CONFERENCES[name]
    assert codes(reading) == WARNINGS[name]
    assert {key: reading.to_dict()[key] for key in FACTS[name]} == FACTS[name]


def test_sample_reads_the_same_when_it_is_a_word_document():
    text = read_document(SAMPLES / "binh-lang-2021.txt").reading.to_dict()

    word = read_document(SAMPLES / "binh-lang-2021.docx").reading.to_dict()

    assert _without_lines(word) == _without_lines(text)


def _without_lines(value):
    if isinstance(value, dict):
        return {key: _without_lines(item) for key, item in value.items() if key != "line"}
    return [_without_lines(item) for item in value] if isinstance(value, list) else value


@needs_shared
@pytest.mark.parametrize("name", ORIGINALS)
def test_sample_reads_as_its_original(name):
    original = read_document(shared_file("seeds", ORIGINALS[name])).reading

    sample = read_document(SAMPLES / f"{name}.txt").reading

    assert rows(sample) == rows(original)
    assert events(sample) == events(original)
    assert codes(sample) == codes(original)
    assert sample.form == original.form


@needs_shared
def test_reading_keeps_its_floors_on_the_real_plans(tmp_path):
    command = tmp_path / "read.py"
    command.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(HOUSE)!r})\n"
        "from doithoai.adapters.readers.document import read_document\n"
        "from doithoai.cli.read import run\n"
        "sys.exit(run(sys.argv[1:], read_document))\n",
        encoding="utf-8",
    )
    measure = [sys.executable, str(shared_file("plans", "score.py")), str(shared_file("plans", "gold"))]

    run = subprocess.run(
        [*measure, "--sources", str(shared_file("seeds")), "--json", "--", sys.executable, str(command), "--json"],
        capture_output=True,
        check=True,
    )

    report = json.loads(run.stdout)
    assert report["count"] == 5
    assert report["overall"] >= 0.97
    assert report["total"]["deadlines"][2] >= 0.97


@pytest.mark.parametrize("name", ORIGINALS)
def test_sample_keeps_its_deadlines_and_days_when_all_accents_are_lost(name):
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))

    reading = read_document(bare.replace("đ", "d").replace("Đ", "D").encode()).reading

    assert rows(reading) == DEADLINES[name]
    assert [one[:2] for one in events(reading)] == [one[:2] for one in CONFERENCES[name]]
    assert {"missing_number", "damaged_text"} & codes(reading)


@pytest.mark.parametrize("name", ORIGINALS)
@pytest.mark.parametrize("lost", ["íã", "ếộ"])
def test_sample_keeps_its_deadlines_and_days_when_a_scan_loses_letters(name, lost):
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    for letter in lost:
        text = text.replace(letter, " ").replace(letter.upper(), " ")

    reading = read_document(text.encode()).reading

    assert rows(reading) == DEADLINES[name]
    assert [one[:2] for one in events(reading)] == [one[:2] for one in CONFERENCES[name]]
    assert "damaged_text" in codes(reading)
