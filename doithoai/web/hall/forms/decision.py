"""What the chair decides on one opinion. Which fields are needed for which outcome is the domain's to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from doithoai.domain.conference import Decision, Outcome
from doithoai.domain.opinions import Nature
from doithoai.web.hall.forms.floor import ListForm, listed
from doithoai.web.hall.wording import APART_NATURES, OUTCOMES
from doithoai.web.ui.forms import DayField, PlainForm


class DecisionForm(ListForm):
    """One form for all four outcomes; the style sheet shows what belongs to the chosen one."""

    outcome = forms.ChoiceField(
        label=_("Quyết định"), widget=forms.RadioSelect, choices=[(one.value, words) for one, words in OUTCOMES.items()]
    )
    said = forms.CharField(
        label=_("Đã trả lời, đã nói những gì"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    answered_by = forms.CharField(label=_("Người trả lời"), max_length=200, required=False)
    body = forms.CharField(label=_("Cơ quan có thẩm quyền"), max_length=200, required=False)
    nature = forms.ChoiceField(
        label=_("Vì sao tách riêng"), required=False,
        choices=[("", "—"), *((one.value, words) for one, words in APART_NATURES.items())],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Lý do (ghi vào biên bản)"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    unit = listed(_("Đơn vị chịu trách nhiệm"))
    due_on = DayField(label=_("Ngày"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rule_day: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due_on"].help_text = (
            say("Để trống: lấy ngày theo quy định, %(day)s. Chuyển cấp trên: ngày dự kiến họ trả lời.")
            % {"day": rule_day}
            if rule_day
            else say("Hạn trả lời, hoặc ngày dự kiến cấp trên trả lời. Ví dụ: 20/11/2025")
        )

    def decision(self) -> Decision:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        return Decision(
            outcome=Outcome(typed["outcome"]),
            said=typed["said"],
            answered_by=typed["answered_by"],
            unit_id=typed["unit"],
            due_on=typed["due_on"],
            body=typed["body"],
            reason=typed["reason"],
            nature=Nature(typed["nature"] or Nature.COMMON),
        )


class PlaceForm(PlainForm):
    """Another place in the running order, counted from 1."""

    place = forms.IntegerField(label=_("Đưa lên thứ"), min_value=1, max_value=9_999)
