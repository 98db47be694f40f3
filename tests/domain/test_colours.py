"""Colours as people write them."""

import pytest

from doithoai.domain.colours import colour_of, contrast, is_seen_on_paper


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#a3161a", "#A3161A"), ("A3161A", "#A3161A"), (" #a11 ", "#AA1111"),
        ("", ""), ("đỏ", ""), ("#A3161", ""), ("#A3161A;}", ""), ("url(x)", ""), ("#\u0661\u0661\u0661", ""),
    ],
)  # fmt: skip
def test_colour_is_known_when_written_as_people_write_it(typed, colour):
    assert colour_of(typed) == colour


def test_contrast_is_that_of_the_standard_when_colours_are_the_ends():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#A3161A", "#A3161A") == 1


@pytest.mark.parametrize(
    ("colour", "seen"), [("#A3161A", True), ("#DA251D", True), ("#FFCD00", False), ("#FFFFFF", False)]
)
def test_colour_shows_on_paper_when_dark_enough(colour, seen):
    assert is_seen_on_paper(colour) is seen
