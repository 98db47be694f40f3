"""Issuing a paper: its day and the number of the office's book. Who signs stands in the draft that was read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.web.ui.forms import DayField, PlainForm


class IssueForm(PlainForm):
    """A paper that carries no number has no number to fill in."""

    on = DayField(label=_("Ngày ban hành"))
    number = forms.IntegerField(
        label=_("Số theo sổ công văn đi"), required=False, min_value=1, max_value=99_999,
        help_text=_("Để trống thì lấy số tiếp theo."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, numbered: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not numbered:
            del self.fields["number"]
