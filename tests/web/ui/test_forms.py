"""The plain form: day-first dates, refusals that say what to do, one Unicode form."""

from datetime import date
from unicodedata import normalize

import pytest
from django import forms
from django.utils import translation

from doithoai.web.ui.fields import errors_of
from doithoai.web.ui.forms import DayField, PlainForm


class VisitForm(PlainForm):
    """A form with the kinds of field whose words we set."""

    name = forms.CharField(label="Họ và tên")
    on = DayField(label="Ngày nhận")
    village = forms.ChoiceField(label="Thôn", choices=[("1", "Gò Mít")])
    own = forms.CharField(label="Lý do", error_messages={"required": "Viết một câu lý do."})


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize("typed", ["05/06/2025", "5/6/2025", "05-06-2025", "05.06.2025", "05062025", "2025-06-05"])
def test_day_field_reads_day_first_when_typed_in_usual_ways(typed):
    assert DayField().clean(typed) == date(2025, 6, 5)


def test_plain_form_says_what_to_do_when_fields_are_missing_or_wrong():
    form = VisitForm({"on": "31/02/2025", "village": "9"})

    assert form.errors == {
        "name": ["Hãy ghi “Họ và tên”."],
        "on": ["“Ngày nhận” chưa phải là một ngày. Hãy ghi ngày/tháng/năm, ví dụ 20/11/2025."],
        "village": ["Lựa chọn này không còn nữa. Hãy chọn lại “Thôn”."],
        "own": ["Viết một câu lý do."],
    }


def test_plain_form_keeps_text_in_nfc_when_keyboard_sends_loose_marks():
    form = VisitForm({"name": normalize("NFD", "Nguyễn Ẩn"), "on": "5/6/2025", "village": "1", "own": "x"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == normalize("NFC", "Nguyễn Ẩn")


class KeptForm(PlainForm):
    """A hidden field, as every form that may clash carries one."""

    version = forms.IntegerField(widget=forms.HiddenInput)


@pytest.mark.parametrize("sent", [{}, {"version": "x"}])
def test_plain_form_names_no_field_when_a_hidden_one_is_wrong(sent):
    form = KeptForm(sent)

    assert [error.message for error in errors_of(form)] == ["Trang đã mở quá lâu. Tải lại trang rồi gửi lần nữa."]
