"""Words of official papers, for the eye and for the ear."""

from datetime import date, time

import pytest

from doithoai.domain.papers import spoken, wording


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2021, 10, 7), "ngày 07 tháng 10 năm 2021"),
        (date(2026, 1, 28), "ngày 28 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
    ],
)
def test_day_words_have_leading_zeros_where_the_decree_asks(on, words):
    assert wording.day_words(on) == words


def test_place_and_date_leaves_day_open_when_draft():
    words = wording.place_and_date("Bình Lãng", None, year=2026).replace("\u00a0", " ")

    assert " ".join(words.split()) == "Bình Lãng, ngày tháng năm 2026"


def test_weekday_and_day_names_the_weekday():
    assert wording.weekday_and_day(date(2021, 10, 28)) == "thứ Năm, ngày 28 tháng 10 năm 2021"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a và b"),
        (["a", "", "b", "c"], "a, b và c"),
        (["Văn hóa và Xã hội", "b"], "Văn hóa và Xã hội; b"),
    ],
)
def test_joined_makes_one_phrase(parts, words):
    assert wording.joined(parts) == words


@pytest.mark.parametrize(
    ("words", "lowered"),
    [("Đường thôn", "đường thôn"), ("Ủy ban nhân dân", "Ủy ban nhân dân"), ("UBND xã", "UBND xã"), ("", "")],
)
def test_lower_first_keeps_names_when_lowering(words, lowered):
    assert wording.lower_first(words) == lowered


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (30, "ba mươi"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (2000, "hai nghìn"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
    ],
)
def test_number_in_words_is_said_as_people_say_it(number, words):
    assert spoken.number_in_words(number) == words


def test_number_in_words_refuses_when_out_of_range():
    with pytest.raises(ValueError, match="10000"):
        spoken.number_in_words(10000)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(7, 30), "bảy giờ ba mươi phút sáng"),
        (time(14, 0), "hai giờ chiều"),
        (time(19, 15), "bảy giờ mười lăm phút tối"),
        (time(12, 0), "mười hai giờ trưa"),
    ],
)
def test_hour_in_words_says_the_part_of_the_day(at, words):
    assert spoken.hour_in_words(at) == words


def test_day_in_words_says_fourth_month_and_first_days_the_usual_way():
    assert spoken.day_in_words(date(2026, 4, 3)) == "thứ Sáu, mùng ba tháng tư"


def test_digits_in_words_reads_a_telephone_number_in_groups():
    assert spoken.digits_in_words("0220.300 04") == "không hai hai không, ba không không, không bốn"


def test_seconds_to_read_rounds_up():
    assert spoken.seconds_to_read("một " * 181) == 61
