"""The receipt code as people type it: with spaces or without, and told apart when it can only be mistyped."""

from typing import Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from doithoai.domain.opinions import clean_receipt_code, is_receipt_code
from doithoai.web.ui.forms import PlainForm

DIGITS: Final = 16


class CodeForm(PlainForm):
    """One field. Refusals say what is wrong with the digits; none says whether a code exists."""

    ma = forms.CharField(
        label=gettext_lazy("Mã số trên phiếu"),
        help_text=gettext_lazy("16 chữ số, ví dụ 4821 0937 5562 1043. Gõ liền hay cách đều được."),
        max_length=60,
        error_messages={
            "required": gettext_lazy("Hãy gõ 16 chữ số trên phiếu."),
            "max_length": gettext_lazy("Mã số chỉ có 16 chữ số. Bà con gõ lại theo phiếu."),
        },
    )

    def clean_ma(self) -> str:
        """The sixteen digits."""
        code = clean_receipt_code(self.cleaned_data["ma"])
        if not code.isdecimal():
            raise forms.ValidationError(_("Mã số chỉ có chữ số. Bà con xem lại chữ O với số 0, chữ l với số 1."))
        if len(code) != DIGITS:
            raise forms.ValidationError(
                _("Mã số có 16 chữ số, bà con mới gõ %(n)s. So lại với phiếu rồi gõ lại.") % {"n": len(code)}
            )
        if not is_receipt_code(code):
            raise forms.ValidationError(_("Có chữ số gõ nhầm. Bà con so từng số với phiếu rồi gõ lại."))
        return code
