import unicodedata

import pytest

from doithoai.domain.texts import (
    accented_words_of,
    clean,
    clean_line,
    fold,
    national_phone,
    same_word,
    searchable,
    searchable_accented,
    words_of,
)  # fmt: skip

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"


@pytest.mark.parametrize("letter", LETTERS + LETTERS.upper())
def test_folding_gives_the_same_plain_letter_when_composed_or_not(letter: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", letter), unicodedata.normalize("NFD", letter)

    assert fold(composed) == fold(decomposed)
    assert fold(composed) in "aeiouyd"
    assert clean(decomposed) == composed


def test_folding_keeps_one_character_for_each_of_the_composed_text() -> None:
    text = "Đường Quốc lộ 391, ngõ İ ß ﬁ – “ổ gà”"

    assert len(fold(text)) == len(unicodedata.normalize("NFC", text))


def test_words_are_runs_of_letters_and_digits_without_diacritics() -> None:
    assert words_of("Đường 391, thôn Đoài (cũ)…") == ["duong", "391", "thon", "doai", "cu"]


def test_words_are_none_when_text_has_only_signs() -> None:
    assert words_of("… %% '\"; -- \x00") == []


def test_accented_words_are_equal_wherever_the_tone_mark_stands() -> None:
    assert accented_words_of("hoà Thuỷ") == accented_words_of("hòa thủy")


def test_accented_words_differ_when_tones_differ() -> None:
    assert accented_words_of("má") != accented_words_of("mà")


@pytest.mark.parametrize(
    ("typed", "meant", "same"),
    [
        ("Hoàng", "Hoàng", True),
        ("hoang", "Hoàng", True),
        ("HOÀNG", "Hoàng", True),
        ("hoằng", "Hoàng", False),
        ("lề", "Lê", False),
        ("dao", "Đào", True),
        ("Hoà", "Hòa", True),
    ],
)
def test_typed_word_means_a_name_with_its_accents_or_with_none(typed: str, meant: str, *, same: bool) -> None:
    assert same_word(typed, meant) is same


def test_cleaning_drops_hidden_characters_and_keeps_the_words() -> None:
    assert clean("\ufeff Dòng  một\r\nDòng\u200b hai\u202e\x07\ud800 ") == "Dòng  một\nDòng hai"


def test_cleaning_a_line_leaves_single_spaces() -> None:
    assert clean_line("  Nguyễn \n Văn\t A ") == "Nguyễn Văn A"


def test_searchable_text_fences_every_word() -> None:
    assert searchable("Cầu Đất") == " cau dat "
    assert searchable_accented("Cau Đất") != searchable("Cau Đất")
    assert searchable(" ?! ") == ""


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0912 000 345", "0912000345"),
        ("+84 912.000.345", "0912000345"),
        ("84912000345", "0912000345"),
        ("912000345", ""),
        ("12", ""),
        ("", ""),
    ],
)
def test_phone_is_brought_to_its_national_form(typed: str, phone: str) -> None:
    assert national_phone(typed) == phone
