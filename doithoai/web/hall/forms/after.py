"""What follows the sitting: the conclusion, the minutes, the review, closing the cycle."""

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.web.ui.forms import DayField, PlainForm


def long_text(label: str, *, rows: int = 4, longest: int = 20_000, required: bool = False) -> forms.CharField:
    """A field of several lines."""
    return forms.CharField(
        label=label, max_length=longest, required=required, widget=forms.Textarea(attrs={"rows": rows})
    )


class ConclusionForm(PlainForm):
    """The chair's general words, and that he stands by the four lists."""

    remarks = long_text(_("Lời kết luận chung của chủ trì"))
    agreed = forms.BooleanField(label=_("Chủ trì đã đọc bốn danh sách trên trước hội nghị và xác nhận"))


class MinutesForm(PlainForm):
    """The secretary's text with the version it was opened at."""

    text = forms.CharField(
        label=_("Biên bản"), max_length=400_000, required=False, widget=forms.Textarea(attrs={"rows": 28})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class DraftForm(PlainForm):
    """Compose from the live record; over an existing text only when that is meant."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    replace = forms.BooleanField(label=_("Bỏ bản đang có, lập lại từ đầu"), required=False)


class SealForm(PlainForm):
    """Who signs on paper; after this the text never changes."""

    signed_by = forms.CharField(
        label=_("Người ký"), max_length=200, help_text=_("Chủ trì và thư ký, như trên bản giấy.")
    )
    read = forms.BooleanField(label=_("Đã đọc lại toàn bộ; ký rồi thì không sửa được nữa"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReviewForm(PlainForm):
    """The review meeting (họp rút kinh nghiệm)."""

    held_on = DayField(label=_("Ngày họp"))
    went_well = long_text(_("Việc làm được"))
    to_improve = long_text(_("Việc cần rút kinh nghiệm"))
    violations = long_text(_("Vi phạm và cách xử lý (nếu có)"), rows=3)


class CloseForm(PlainForm):
    """Closing asks once more."""

    sure = forms.BooleanField(label=_("Mọi việc của đợt đối thoại này đã xong, khép lại"))
