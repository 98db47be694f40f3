"""A day off or a made-up working day of the commune, and a rule pack to adopt."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.rules.rule import RulePack
from doithoai.web.ui.forms import DayField, PlainForm

OFF, WORKED = "off", "worked"


class DayForm(PlainForm):
    """One day that the office knows better than the shipped table, with the notice it comes from."""

    on = DayField(label=_("Ngày"))
    kind = forms.ChoiceField(
        label=_("Ngày ấy"), widget=forms.RadioSelect, choices=[(OFF, _("được nghỉ")), (WORKED, _("làm bù"))]
    )
    name = forms.CharField(label=_("Tên"), max_length=160, help_text=_("Ví dụ: nghỉ Tết, làm bù ngày 02/01"))
    source = forms.CharField(label=_("Theo văn bản nào"), max_length=300)


class PackForm(PlainForm):
    """A pack that comes with the product and does not bind the commune yet."""

    code = forms.ChoiceField(label=_("Bộ quy định"))

    def __init__(self, *args: Any, packs: list[RulePack], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].choices = [("", "—"), *((pack.code, pack.title) for pack in packs)]
