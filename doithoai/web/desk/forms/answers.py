"""What the pages of written answers take in: the draft, and each small act around it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.answers import Result
from doithoai.web.ui.forms import DayField, PlainForm

RESULT_NAMES = {
    Result.SOLVED: _("Đã giải quyết xong"),
    Result.PROMISED: _("Hẹn ngày giải quyết xong"),
    Result.EXPLAINED: _("Giải thích, hướng dẫn"),
    Result.NOT_ACCEPTED: _("Không chấp nhận, có nêu lý do"),
}
HOW = _("Cách báo (gửi thư, gặp trực tiếp, qua trưởng thôn…)")


class DraftForm(PlainForm):
    """The answer itself. A promise needs its day."""

    text = forms.CharField(
        label=_("Nội dung trả lời"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Trả lời từng ý. Viết rõ: làm gì, ai làm, khi nào xong; không làm được thì vì sao."),
    )  # fmt: skip
    result = forms.ChoiceField(
        label=_("Kết quả"), widget=forms.RadioSelect, choices=[(r.value, w) for r, w in RESULT_NAMES.items()],
        required=False,
    )  # fmt: skip
    promised_on = DayField(label=_("Hẹn xong ngày"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(PlainForm):
    """The chair gives a draft back with one sentence."""

    words = forms.CharField(label=_("Cần sửa gì"), max_length=500)


class SignForm(PlainForm):
    """Signing asks for the password again, so that nobody signs at an unlocked desk."""

    password = forms.CharField(
        label=_("Mật khẩu của người ký"), strip=False, max_length=200, widget=forms.PasswordInput
    )
    late_reason = forms.CharField(
        label=_("Lý do chậm (người dân sẽ đọc)"), max_length=500, required=False, help_text=_("Chỉ cần khi đã quá hạn")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class DeliverForm(PlainForm):
    """The citizen has the answer."""

    delivered_on = DayField(label=_("Ngày giao cho người dân"))
    how = forms.CharField(label=HOW, max_length=200)


class ExtendForm(PlainForm):
    """More time, with the reason the citizen is told."""

    new_due_on = DayField(label=_("Hạn mới"))
    reason = forms.CharField(
        label=_("Lý do gia hạn (báo cho người dân)"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ToldForm(PlainForm):
    """The citizen was told of an extension or a transfer."""

    told_on = DayField(label=_("Ngày đã báo người dân"))
    how = forms.CharField(label=HOW, max_length=200)


class KeptForm(PlainForm):
    """A promise kept, with what shows it."""

    kept_on = DayField(label=_("Ngày làm xong"))
    proof = forms.CharField(label=_("Bằng chứng"), max_length=500)


class ReopenAnswerForm(PlainForm):
    """The citizen is not satisfied."""

    reason = forms.CharField(
        label=_("Người dân chưa hài lòng điều gì"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    new_due_on = DayField(label=_("Trả lời lại trước ngày"))


class PublicAnswerForm(PlainForm):
    """The text anybody may read: no name, no phone, no plot of land."""

    public_text = forms.CharField(
        label=_("Bản công khai của câu trả lời"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Không tên người, không số điện thoại, không số thửa đất. Lưu là anh/chị đã đọc và kiểm tra."),
    )  # fmt: skip


class OutsideReplyForm(PlainForm):
    """What the body an opinion was passed to has answered."""

    reply = forms.CharField(label=_("Cơ quan đó trả lời"), max_length=20_000, widget=forms.Textarea)
    replied_on = DayField(label=_("Ngày trả lời"))
