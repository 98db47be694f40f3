"""The tour and its pictures keep step: twenty pages, each photographed at both widths, small enough in all, none left over."""

import re

import pytest
from PIL import Image

from tools.pictures import tour
from tools.pictures.pages import PAGES, WIDTHS, Page, picture_name

NAMES = [picture_name(page, width) for page in PAGES for width in WIDTHS]


def test_every_picture_of_the_tour_is_there_and_small_enough_and_none_is_left_over():
    assert len(NAMES) == len(set(NAMES)) == 40
    assert tour.faults(tour.PICTURES, NAMES) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.noun)
def test_picture_shows_one_screen_of_its_width(page: Page):
    sizes = [Image.open(tour.PICTURES / picture_name(page, width)).size for width in WIDTHS]

    assert sizes == list(WIDTHS.items())


def test_tour_is_what_the_list_of_pages_says():
    told = tour.TOUR.read_text(encoding="utf-8")

    assert told == tour.tour_text()
    assert sorted(re.findall(r"pictures/tour/([\w.-]+)", told)) == sorted(NAMES)


def test_readme_shows_what_the_list_of_pages_says():
    readme = tour.README.read_text(encoding="utf-8")

    assert tour.BLOCK.findall(readme) == [tour.readme_block()]
    assert 3 <= len(re.findall("<img", tour.readme_block())) <= 6


def test_every_page_is_told_in_two_languages_and_every_audience_once():
    audiences = [page.audience for page in PAGES]

    assert [page.noun for page in PAGES if not (page.vi.endswith(".") and page.en.endswith("."))] == []
    assert audiences == sorted(audiences, key=audiences.index)


def test_faults_are_seen_when_a_picture_is_missing_left_over_or_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(tour, "MOST_BYTES", 10)
    (tmp_path / "01-a-360.webp").write_bytes(b"x" * 6)
    (tmp_path / "09-old-360.webp").write_bytes(b"x" * 6)

    assert tour.faults(tmp_path, ["01-a-360.webp", "02-b-360.webp"]) == [
        "02-b-360.webp: missing",
        "09-old-360.webp: no page of the tour",
        "12 bytes in all, at most 10",
    ]
