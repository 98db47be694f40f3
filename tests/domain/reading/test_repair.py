"""Letters a scan lost are put back; a sound text is never touched."""

import pytest

from doithoai.domain.reading.lines import Line
from doithoai.domain.reading.repair import repair_lines
from tests.shared import HOUSE

CASES = [
    ("ch nh quyền và lợi  ch hợp pháp", "chính quyền và lợi ích hợp pháp"),
    ("UBMTTQVN x  chủ trì", "UBMTTQVN xã chủ trì"),
    ("  nh đạo UBND x ,", "  lãnh đạo UBND xã ,"),
    ("- B  thư chi bộ, Trưởng thôn", "- Bí thư chi bộ, Trưởng thôn"),
    ("thông báo rộng r i", "thông báo rộng rãi"),
    ("mục đ ch hội nghị", "mục đích hội nghị"),
    ("gửi giấy mới theo thành phần", "gửi giấy mời theo thành phần"),
    ("Khôi dân vận", "Khối dân vận"),
    ("Quỹ III,IV năm 2025", "Quý III,IV năm 2025"),
]


@pytest.mark.parametrize(("written", "expected"), CASES)
def test_text_is_mended_when_letters_are_lost(written, expected):
    mended, _ = repair_lines([Line(1, written)])

    assert " ".join(mended[0].text.split()) == " ".join(expected.split())


def test_damage_names_the_lines_it_was_found_on():
    _, damaged = repair_lines([Line(4, "chính quyền"), Line(6, "ch nh quyền")])

    assert damaged == [6]


@pytest.mark.parametrize("name", ["long-phung-2025", "binh-lang-2021", "cai-bo-2025"])
def test_sound_plan_is_not_called_damaged(name):
    lines = (HOUSE / "samples" / f"{name}.txt").read_text(encoding="utf-8").split("\n")

    _, damaged = repair_lines([Line(number, text) for number, text in enumerate(lines, 1)])

    assert damaged == []


def test_abbreviations_and_foreign_names_stay_as_they_are():
    text = "TT HĐND, BTT UBMTTQ, xã Ea Kpam, buôn Kbuôr, Zalo, Hue-S, CT-XH, v.v."

    mended, damaged = repair_lines([Line(1, text)])

    assert (mended[0].text, damaged) == (text, [])
