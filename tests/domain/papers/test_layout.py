"""Layouts: the decree's ranges hold, and faults in a file are named."""

import pytest

from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.layout import layout_from_table
from doithoai.domain.papers.metrics import text_width_mm
from doithoai.stages.documents.layouts import layout


def _facts(form):
    return {
        name: {"value": getattr(layout(form), name), "confirmed": True}
        for name in layout(form).__dataclass_fields__
        if name not in {"code", "name", "source", "unconfirmed"}
    }


def _table(**changed):
    return {"code": "state", "name": "n", "source": "s", "facts": _facts(PaperForm.STATE) | changed}


def test_state_margins_lie_in_the_ranges_of_the_decree():
    state = layout(PaperForm.STATE)

    assert (state.margin_top_mm, state.margin_bottom_mm) == (20, 20)
    assert (state.margin_left_mm, state.margin_right_mm) == (30, 15)
    assert state.text_width_mm == 165


def test_layout_refuses_when_a_value_leaves_its_range():
    table = _table(margin_left_mm={"value": 29, "low": 30, "high": 35, "article": "mục I.4"})

    with pytest.raises(ValueError, match=r"margin_left_mm = 29 lies outside 30 to 35 \(mục I.4\)"):
        layout_from_table(table)


def test_layout_refuses_when_a_setting_is_missing():
    table = _table()
    del table["facts"]["motto"]

    with pytest.raises(ValueError, match="missing motto"):
        layout_from_table(table)


def test_layout_refuses_when_a_setting_is_unknown():
    with pytest.raises(ValueError, match="unknown colour"):
        layout_from_table(_table(colour={"value": "red"}))


def test_layout_names_what_is_unconfirmed():
    table = _table(body_pt={"value": 14, "confirmed": False})

    assert layout_from_table(table).unconfirmed == ("body_pt",)


@pytest.mark.parametrize("form", list(PaperForm))
def test_national_title_fits_its_column_on_one_line(form):
    paper = layout(form)
    width = text_width_mm(paper.national_title, pt=paper.national_title_pt, bold=True)

    assert width < paper.text_width_mm - paper.left_block_mm


def test_text_width_ignores_marks_but_not_the_horn():
    assert text_width_mm("Độc lập", pt=14) == text_width_mm("Đoc lap", pt=14)
    assert text_width_mm("ươ", pt=14) > text_width_mm("uo", pt=14)
