"""Official numbers and symbols of the three forms."""

import pytest

from doithoai.domain.numbering import PaperForm, number_line, official_number, series_code


@pytest.mark.parametrize(
    ("form", "type_code", "body", "number", "line"),
    [
        (PaperForm.STATE, "KH", "UBND", 48, "Số: 48/KH-UBND"),
        (PaperForm.STATE, "TB", "UBND", 5, "Số: 05/TB-UBND"),
        (PaperForm.STATE, "BC", "UBND", 115, "Số: 115/BC-UBND"),
        (PaperForm.PARTY, "KH", "ĐU", 14, "Số 14-KH/ĐU"),
        (PaperForm.PARTY, "", "ĐU", 7, "Số 07-CV/ĐU"),
        (PaperForm.FRONT, "BC", "MTTQ-BTT", 23, "Số: 23/BC-MTTQ-BTT"),
    ],
)
def test_number_line_follows_the_form_when_issued(form, type_code, body, number, line):
    whole = official_number(form, type_code=type_code, body=body, number=number)

    assert number_line(form, whole) == line


def test_official_letter_has_no_type_code_when_state():
    assert official_number(PaperForm.STATE, type_code="", body="UBND", unit="VP", number=115) == "115/UBND-VP"


def test_draft_has_room_and_no_digit_when_not_issued():
    draft = official_number(PaperForm.STATE, type_code="KH", body="UBND")

    assert draft.replace("\u00a0", "") == "/KH-UBND"
    assert len(draft) > len("/KH-UBND") + 4


def test_series_differs_when_body_or_type_differs():
    codes = {
        series_code(PaperForm.STATE, type_code="KH", body="UBND"),
        series_code(PaperForm.STATE, type_code="TB", body="UBND"),
        series_code(PaperForm.STATE, type_code="", body="UBND"),
        series_code(PaperForm.PARTY, type_code="KH", body="ĐU"),
    }

    assert len(codes) == 4
