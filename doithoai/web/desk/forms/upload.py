"""Taking in a plan: a file, or text pasted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.web.ui.forms import PlainForm

LONGEST_PASTED = 400_000


class UploadForm(PlainForm):
    """One of the two is enough."""

    file = forms.FileField(
        label=_("Tệp kế hoạch"), required=False, help_text=_("Tệp Word (.docx) hoặc tệp chữ (.txt), nhiều nhất 20 MB.")
    )
    text = forms.CharField(
        label=_("Hoặc dán nội dung kế hoạch vào đây"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=LONGEST_PASTED,
    )

    def clean(self) -> dict[str, Any]:
        """Something must be given."""
        values = super().clean()
        if not self.errors and not values.get("file") and not (values.get("text") or "").strip():
            self.add_error("file", _("Chọn một tệp, hoặc dán nội dung kế hoạch vào ô bên dưới."))
        return values
