"""Any text gives a reading, and soon."""

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doithoai.domain.reading.document import read_plan
from doithoai.domain.reading.lines import Line
from doithoai.domain.reading.validity import EndedBody
from tests.shared import HOUSE

KEYS = {
    "type", "form", "issuer", "commune", "province", "number", "issued_on", "title", "year", "legal_bases", "conferences", "chairs",
    "secretaries", "attendees", "topics", "exclusions", "programme", "deadlines", "tasks", "recipients", "signatory", "warnings",
}  # fmt: skip


def read(text):
    return read_plan([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])


def test_reading_has_the_keys_of_the_contract_and_no_others():
    found = read((HOUSE / "samples" / "binh-lang-2021.txt").read_text(encoding="utf-8")).to_dict()

    assert set(found) == KEYS
    assert set(found["deadlines"][0]) == {
        "duty",
        "amount",
        "unit",
        "direction",
        "anchor",
        "on",
        "actor",
        "line",
        "text",
    }
    json.dumps(found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("THÔNG BÁO\nTổ chức hội nghị đối thoại ngày 20/10/2025 tại nhà văn hóa thôn Mơ", "notice"),
        ("THÔNG BÁO\nKết luận của đồng chí Chủ tịch UBND xã tại hội nghị đối thoại", "conclusion_notice"),
        ("BÁO CÁO\nKết quả đối thoại với Nhân dân năm 2025", "report"),
        ("BIÊN BẢN\nHội nghị đối thoại", "other"),
        ("PHƯƠNG ÁN\nTổ chức hội nghị đối thoại với Nhân dân phường năm 2026", "plan"),
        ("UBND xã Mơ xây dựng kế hoạch đối thoại với nhân dân ngày 20/10/2025.", "plan"),
        ("Ngày xưa có ba anh em, sau bảy ngày họ trả lời.", "other"),
    ],
)
def test_kind_of_document_is_told(text, kind):
    assert read(text).type == kind


@pytest.mark.parametrize("text", ["", "\n\n", "1", "-", "KẾ HOẠCH", "KẾ HOẠCH\n", "Nơi nhận:", "| | |\n|---|"])
def test_reading_is_empty_but_whole_when_there_is_nothing_to_read(text):
    found = read(text).to_dict()

    assert set(found) == KEYS
    assert found["deadlines"] == found["conferences"][1:] == []


def test_novel_is_read_within_seconds():
    words = [
        "ngày",
        "tháng",
        "sau",
        "trước",
        "trả",
        "lời",
        "thông",
        "báo",
        "thôn",
        "xã",
        "nhân",
        "dân",
        "của",
        "và",
        "chậm",
        "nhất",
        "05",
        "kế",
        "hoạch",
        "hội",
        "nghị,",
        "đối",
        "thoại.",
        "Chủ;",
        "rồi",
    ]
    choose = random.Random(7)  # noqa: S311 -- a made-up novel, no secret
    novel = "\n".join(" ".join(choose.choice(words) for _ in range(choose.randint(1, 60))) for _ in range(3_600))

    begun = time.process_time()
    read("KẾ HOẠCH đối thoại\n" + novel)

    assert time.process_time() - begun < 15


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày " * 40_000,
        "a" * 400_000,
        "1. " * 100_000,
        "báo cáo " * 50_000,
        "(" * 200_000,
        "thôn A, " * 50_000,
        "Điều 1. " * 40_000,
        "ngày 1, " * 50_000,
        "tháng 1, " * 50_000,
        "vượt thẩm quyền " * 20_000,
        "- \n" * 100_000,
    ],
)
def test_endless_repetition_is_read_within_seconds(text):
    begun = time.process_time()
    read("KẾ HOẠCH\nđối thoại năm 2025\n" + text)

    assert time.process_time() - begun < 10


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="KẾ HOẠCHđốithoạingày0123456789/.,;:-+*|()%IVX\n \tựưỗ", max_size=400))
def test_any_text_gives_a_reading(text):
    assert set(read("KẾ HOẠCH\nđối thoại\n" + text).to_dict()) == KEYS


def test_further_ended_bodies_are_queried_when_they_are_given():
    from datetime import date

    text = "KẾ HOẠCH\nĐối thoại năm 2025\nUBND xã Mơ xây dựng kế hoạch.\nNơi nhận:\n- Ban Xây đập (b/c);\n- Lưu: VT."
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]

    plain, warned = (
        read_plan(lines),
        read_plan(lines, (EndedBody(r"\bban xay dap\b", date(2025, 1, 1), "Ban Xây đập"),)),
    )

    assert "abolished_recipient" not in {one.code for one in plain.warnings}
    assert [one.line for one in warned.warnings if one.code == "abolished_recipient"] == [5]


def test_ward_whose_name_begins_with_an_is_no_title():
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG AN MƠ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 112/KH-UBND\nAn Mơ, ngày 03 tháng 3 năm 2026\nKẾ HOẠCH\nĐối thoại với Nhân dân năm 2026\n"
    )

    reading = read(text)

    assert (reading.number, reading.issued_on) == ("112/KH-UBND", "2026-03-03")
    assert reading.title == "Kế hoạch Đối thoại với Nhân dân năm 2026"
