"""Fills the demo's SQLite tables with a country of invented questions: copies of demo rows under new numbers and words.

Every commune gets 5,000 questions in 25 dialogues of 200, far more than a real one has. Only for benchmarks: it writes
past the services, so the audit chain does not know these rows.
"""

import json
import random
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from doithoai.domain.texts import searchable, searchable_accented

OF_A_DIALOGUE = 200
DIALOGUES = 25
OF_A_COMMUNE = OF_A_DIALOGUE * DIALOGUES
SLUG = "binh-lang-hai-duong"
FIRST = 1_000_000  # numbers from here on are the crowd's
MATTERS = (
    "Đường liên thôn sụt một bên, mùa mưa xe máy ngã luôn",
    "Mương tiêu bị lấp, nước tràn vào sân trường khi mưa",
    "Xe rác một tuần vào một lần, đề nghị tăng chuyến",
    "Nước máy yếu từ năm giờ chiều, bà con phải hứng ban đêm",
    "Đèn đường hỏng ba bóng liền nhau, trẻ đi học thêm về rất tối",
    "Trạm y tế thiếu thuốc huyết áp, người già phải lên huyện",
    "Cầu qua kênh lan can gãy, đề nghị xã cho sửa trước mùa lũ",
    "Chợ họp tràn ra lòng đường, sáng nào cũng tắc & mất trật tự",
)
PLACES = (
    "đầu thôn",
    "cạnh nhà văn hóa",
    "gần trường mầm non",
    "ngã ba chợ cũ",
    "sau đình",
    "ven kênh",
    "cuối xóm",
    "trước trạm",
)
ANSWERS = (
    "",
    "Xã đã giao phòng chuyên môn kiểm tra tại chỗ và sẽ sửa xong trước mùa mưa; bà con theo dõi trên trang này.",
    "Việc này đã làm xong trong tháng, kinh phí lấy từ nguồn sự nghiệp của xã và phần bà con góp ngày công.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the benchmarks ask for: a commune, its dialogues, some of its questions, and words that some of them have."""

    slug: str
    dialogues: tuple[int, ...]
    questions: tuple[int, ...]
    words: str
    rows: int


def fill(data: Path, rows: int) -> Asked:
    """Write so many public questions with their opinions; the commune asked about comes last."""
    base = sqlite3.connect(data / "doithoai.sqlite3")
    base.row_factory = sqlite3.Row
    base.executescript(
        "PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY; PRAGMA cache_size=-200000; PRAGMA foreign_keys=OFF"
    )
    chance = random.Random(3)  # noqa: S311 -- invented data, the same in every run
    home = base.execute("SELECT id FROM people_commune WHERE slug = ?", (SLUG,)).fetchone()["id"]
    communes = [*range(FIRST, FIRST + rows // OF_A_COMMUNE - 1), home]
    _copies(base, "people_commune", home, ({"id": i, "slug": f"xa-{i}", "name": f"Xã {i}"} for i in communes[:-1]))
    dialogues = [(FIRST + n, commune) for n, commune in enumerate(c for c in communes for _ in range(DIALOGUES))]
    shown = base.execute(
        "SELECT * FROM notices_publicdialogue WHERE commune_id = ? AND state = 'concluded'", (home,)
    ).fetchone()
    facts = json.dumps(json.loads(shown["facts"]) | {"lists": {}})
    _copies(base, "plans_conference", shown["conference_id"], ({"id": i, "commune_id": c} for i, c in dialogues))
    _copies(
        base,
        "notices_publicdialogue",
        shown["conference_id"],
        ({"conference_id": i, "commune_id": c, "title": f"Đối thoại số {i}", "facts": facts} for i, c in dialogues),
    )
    voice = base.execute(
        "SELECT * FROM opinions_opinion WHERE commune_id = ? AND state = 'answered'", (home,)
    ).fetchone()
    asked = base.execute("SELECT opinion_id FROM notices_publicquestion WHERE commune_id = ?", (home,)).fetchone()
    _copies(base, "opinions_opinion", voice["id"], _voices(dialogues, voice))
    _copies(base, "notices_publicquestion", asked["opinion_id"], _questions(dialogues, chance))
    base.commit()
    count = base.execute("SELECT count(*) FROM notices_publicquestion").fetchone()[0]
    base.close()
    own = tuple(number for number, commune in dialogues if commune == home)
    questions = tuple(range(FIRST + rows - OF_A_COMMUNE, FIRST + rows, 37))
    return Asked(SLUG, own, questions, "huyết áp", count)


def _copies(base: sqlite3.Connection, table: str, like: int, changes: Iterable[Mapping[str, Any]]) -> None:
    """Copies of one row, each with its own changes; the first change names the columns that differ."""
    key = {"notices_publicdialogue": "conference_id", "notices_publicquestion": "opinion_id"}.get(table, "id")
    row = dict(base.execute(f"SELECT * FROM {table} WHERE {key} = ?", (like,)).fetchone())  # noqa: S608 -- names of ours
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    base.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", (row | change for change in changes))  # noqa: S608 -- as above


def _numbered(dialogues: list[tuple[int, int]]) -> Iterable[tuple[int, int, int]]:
    """Every question's number with its dialogue and commune."""
    return (
        (FIRST + place * OF_A_DIALOGUE + within, dialogue, commune)
        for place, (dialogue, commune) in enumerate(dialogues)
        for within in range(OF_A_DIALOGUE)
    )


def _words(number: int) -> tuple[str, str]:
    """What was asked and answered, chosen by the number alone so that the register and the public page agree."""
    matter, place = MATTERS[number % len(MATTERS)], PLACES[number // 8 % len(PLACES)]
    return f"{matter}, đoạn {place}, tổ {number % 97}.", ANSWERS[number % len(ANSWERS)]


@lru_cache(100_000)
def _searched(words: str, answer: str) -> tuple[str, str]:
    found = f"{words} {answer} Khu Thử Thượng Phòng Kinh tế"
    return searchable(found), searchable_accented(found)


def _voices(dialogues: list[tuple[int, int]], like: sqlite3.Row) -> Iterable[Mapping[str, Any]]:
    for number, dialogue, commune in _numbered(dialogues):
        words, _answer = _words(number)
        yield {
            "id": number, "year": 2001 + number % DIALOGUES, "number": number, "code": f"{number:016d}",
            "submission_key": f"crowd-{number}", "commune_id": commune, "conference_id": dialogue,
            "original_words": words, "summary": words, "folded": _searched(words, "")[0],
            "topic": ("roads", "irrigation", "environment")[number % 3], "group_id": None,
            "state": ("received", "assigned", "answered")[number % 3] if like["state"] else "",
        }  # fmt: skip


def _questions(dialogues: list[tuple[int, int]], chance: random.Random) -> Iterable[Mapping[str, Any]]:
    for number, dialogue, commune in _numbered(dialogues):
        words, answer = _words(number)
        folded, accented = _searched(words, answer)
        due = date(2026, 3, 2) + timedelta(chance.randrange(400))
        yield {
            "opinion_id": number, "dialogue_id": dialogue, "commune_id": commune, "question": words, "answer": answer,
            "status": "answered" if answer else "in_hand", "due_on": due.isoformat(), "first_due_on": due.isoformat(),
            "answered_on": (due + timedelta(chance.randrange(-20, 6))).isoformat() if answer else None,
            "topic": ("roads", "irrigation", "environment")[number % 3], "folded": folded, "accented": accented,
            "village": f"Khu Thử {number % 7}",
        }  # fmt: skip
