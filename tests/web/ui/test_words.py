"""Dates, numbers and deadlines as the screen says them."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils import translation

from doithoai.web.ui import words


def test_vn_date_puts_day_first():
    assert words.vn_date(date(2025, 11, 20)) == "20/11/2025"


def test_vn_date_shows_vietnamese_day_when_utc_is_still_yesterday():
    assert words.vn_date(datetime(2025, 11, 19, 18, 0, tzinfo=UTC)) == "20/11/2025"


def test_vn_date_is_empty_when_day_is_open():
    assert words.vn_date(None) == ""


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 11, 20), "thứ Năm, ngày 20 tháng 11 năm 2025"),
        (date(2026, 2, 1), "Chủ nhật, ngày 01 tháng 02 năm 2026"),
        (date(2026, 3, 2), "thứ Hai, ngày 02 tháng 3 năm 2026"),
    ],
)
def test_vn_date_long_pads_as_decree_30_does(day, said):
    assert words.vn_date_long(day) == said


def test_vn_time_shows_vietnamese_clock_when_instant_is_utc():
    at = datetime(2025, 11, 20, 0, 30, tzinfo=UTC)

    assert words.vn_time(at) == "07:30, 20/11/2025"
    assert words.vn_clock(at) == "07:30"


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (date(2025, 11, 23), "còn 3 ngày"),
        (date(2025, 11, 20), "hạn hôm nay"),
        (date(2025, 11, 18), "quá hạn 2 ngày"),
        (None, "chưa định ngày"),
    ],
)
def test_days_left_says_what_remains_on_a_given_day(due_on, said):
    assert words.days_left(due_on, date(2025, 11, 20)) == said


def test_number_uses_vietnamese_marks_when_page_is_vietnamese():
    with translation.override("vi"):
        assert words.number(12345.5) == "12.345,5"


def test_number_uses_english_marks_when_page_is_english():
    with translation.override("en"):
        assert words.number(1240) == "1,240"


def test_sentence_raises_first_letter_only():
    assert words.sentence("đã báo UBND xã") == "Đã báo UBND xã"


@pytest.mark.parametrize(
    ("name", "kind", "province", "line"),
    [
        ("Bến Mẫu", "commune", "tỉnh Minh Họa", "Ủy ban nhân dân xã Bến Mẫu, tỉnh Minh Họa"),
        ("xã Bến Mẫu", "commune", "Minh Họa", "Ủy ban nhân dân xã Bến Mẫu, tỉnh Minh Họa"),
        ("Cửa Mẫu", "ward", "thành phố Minh Họa", "Ủy ban nhân dân phường Cửa Mẫu, thành phố Minh Họa"),
        ("Bến Mẫu", "commune", "", "Ủy ban nhân dân xã Bến Mẫu"),
        ("Bình Lãng", "commune", "Hải Phòng", "Ủy ban nhân dân xã Bình Lãng, thành phố Hải Phòng"),
    ],
)
def test_authority_line_names_commune_and_province_once(name, kind, province, line):
    assert words.authority_line(SimpleNamespace(name=name, kind=kind, province=province)) == line
