"""Making known: one posting with its proof, the public page of a dialogue, taking it back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.notices import Made, PostingChannel, WithdrawReason
from doithoai.web.ui.forms import DayField, PlainForm

MADE_NAMES = {Made.NOTICE: _("Thông báo hội nghị"), Made.RESULT: _("Kết quả hội nghị")}
CHANNEL_NAMES = {
    PostingChannel.HEADQUARTERS: _("Niêm yết tại trụ sở"),
    PostingChannel.VILLAGE_HEADS: _("Gửi trưởng thôn"),
    PostingChannel.MEDIA: _("Phương tiện thông tin đại chúng"),
    PostingChannel.LOUDSPEAKER: _("Loa truyền thanh"),
    PostingChannel.INVITATION: _("Giấy mời"),
    PostingChannel.PORTAL: _("Trang thông tin điện tử khác"),
}
REASON_NAMES = {
    WithdrawReason.IDENTITY: _("Lộ danh tính"),
    WithdrawReason.MISTAKE: _("Đăng nhầm"),
    WithdrawReason.ASKED: _("Người nêu ý kiến đề nghị"),
    WithdrawReason.ORDER: _("Theo yêu cầu của cấp trên"),
}


class PostingForm(PlainForm):
    """What was made known, where, when, and what shows it."""

    what = forms.ChoiceField(label=_("Đã công khai gì"), choices=[(k.value, w) for k, w in MADE_NAMES.items()])
    channel = forms.ChoiceField(label=_("Bằng cách nào"), choices=[(k.value, w) for k, w in CHANNEL_NAMES.items()])
    posted_on = DayField(label=_("Ngày công khai"))
    proof = forms.CharField(
        label=_("Bằng chứng"), max_length=300, help_text=_("Giờ phát, người nhận, số công văn, ảnh chụp ở đâu…")
    )


class PublishForm(PlainForm):
    """The conclusion in public words; empty keeps what stands there."""

    result_text = forms.CharField(
        label=_("Kết quả hội nghị, lời công khai"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}), help_text=_("Không nêu tên người nói. Để trống khi chưa kết luận."),
    )  # fmt: skip


class RetractForm(PlainForm):
    """Why the public page is taken back."""

    reason = forms.ChoiceField(label=_("Lý do gỡ"), choices=[(k.value, w) for k, w in REASON_NAMES.items()])
