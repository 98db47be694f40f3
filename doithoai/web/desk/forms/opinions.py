"""What the register takes in: a new opinion, sorting, assigning, the brief, the public text, and the small acts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.opinions import (
    TOPICS,
    Channel,
    Competence,
    Nature,
    Necessity,
    OpinionKind,
    OpinionState,
)  # fmt: skip
from doithoai.stages.people import queries as people
from doithoai.stages.plans import queries as plans
from doithoai.web.ui.forms import DayField, PlainForm

CHANNEL_NAMES = {
    Channel.PAPER: _("Phiếu giấy"),
    Channel.PHONE: _("Điện thoại"),
    Channel.VILLAGE_MEETING: _("Họp thôn"),
    Channel.VILLAGE_HEAD: _("Trưởng thôn ghi"),
    Channel.FRONT: _("Mặt trận tổng hợp"),
    Channel.MASS_ORGANIZATION: _("Đoàn thể"),
    Channel.COUNCIL_DEPUTY: _("Đại biểu HĐND"),
    Channel.SURVEY: _("Phiếu thăm dò"),
    Channel.LETTER: _("Đơn, thư"),
    Channel.HALL_SPOKEN: _("Nói tại hội trường"),
    Channel.HALL_WRITTEN: _("Viết tại hội trường"),
    Channel.WEB: _("Trang web"),
}
KIND_NAMES = {
    OpinionKind.PETITION: _("Kiến nghị"),
    OpinionKind.REPORT_ISSUE: _("Phản ánh"),
    OpinionKind.PROPOSAL: _("Đề xuất, sáng kiến"),
    OpinionKind.CONTRIBUTION: _("Góp ý"),
    OpinionKind.CONSULTATION: _("Tham vấn"),
    OpinionKind.QUESTION: _("Câu hỏi"),
}
NATURE_NAMES = {
    Nature.COMMON: _("Việc chung"),
    Nature.PRIVATE_MATTER: _("Việc riêng của cá nhân"),
    Nature.OFF_TOPIC: _("Ngoài nội dung đối thoại"),
    Nature.COMPLAINT: _("Khiếu nại (có luật riêng)"),
}
COMPETENCE_NAMES = {
    Competence.COMMUNE: _("Xã giải quyết được"),
    Competence.OTHER_BODY: _("Cơ quan khác"),
    Competence.HIGHER_LEVEL: _("Cấp trên"),
}
NECESSITY_NAMES = {Necessity.URGENT: _("Rất gấp"), Necessity.HIGH: _("Cần sớm"), Necessity.NORMAL: _("Bình thường")}
STATE_NAMES = {
    OpinionState.RECEIVED: _("Mới nhận"),
    OpinionState.SORTED: _("Đã phân loại"),
    OpinionState.ASSIGNED: _("Đã giao chuẩn bị"),
    OpinionState.AWAITING_ANSWER: _("Chờ trả lời bằng văn bản"),
    OpinionState.ANSWERED: _("Đã trả lời"),
    OpinionState.TRANSFERRED: _("Đã chuyển cấp trên"),
    OpinionState.TAKEN_APART: _("Tách riêng"),
}
TOPIC_CHOICES = [("", "—"), *((code, _(words)) for code, words in TOPICS.items())]
ANY = ("", _("tất cả"))


def pairs(names: Any, *, blank: bool = False) -> list[tuple[str, Any]]:
    """Choices of a list of names by code."""
    listed = [(code.value, words) for code, words in names.items()]
    return [("", "—"), *listed] if blank else listed


class CommuneForm(PlainForm):
    """A form whose lists are the commune's own."""

    def __init__(self, *args: Any, commune_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        lists = {
            "village": lambda: people.villages_of(commune_id).values_list("pk", "name"),
            "unit": lambda: people.units_of(commune_id).values_list("pk", "name"),
            "conference": lambda: plans.conference_titles_of(commune_id),
        }
        for name, listed in lists.items():
            if name in self.fields:
                self.fields[name].choices = [("", "—"), *listed()]


def listed_field(label: Any, **options: Any) -> forms.TypedChoiceField:
    """A choice by id; None when nothing is chosen."""
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=False, **options)


class FilterForm(CommuneForm):
    """The register's filters, all optional."""

    q = forms.CharField(label=_("Tìm chữ"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Bước"), required=False, choices=[ANY, *pairs(STATE_NAMES)])
    topic = forms.ChoiceField(label=_("Lĩnh vực"), required=False, choices=[ANY, *TOPIC_CHOICES[1:]])
    village = listed_field(_("Thôn"))
    unit = listed_field(_("Đơn vị"))
    conference = listed_field(_("Cuộc đối thoại"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("village", "unit", "conference"):
            self.fields[name].choices = [ANY, *self.fields[name].choices[1:]]


class NewOpinionForm(CommuneForm):
    """One opinion keyed in from paper, telephone or a meeting: words first, the rest when known."""

    words = forms.CharField(label=_("Nguyên văn ý kiến"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}))
    channel = forms.ChoiceField(label=_("Nhận qua"), choices=[(c, w) for c, w in pairs(CHANNEL_NAMES) if c != "web"])
    village = listed_field(_("Thôn"))
    speaker_name = forms.CharField(label=_("Họ tên người nêu"), max_length=200, required=False)
    speaker_phone = forms.CharField(label=_("Điện thoại"), max_length=60, required=False)
    speaker_address = forms.CharField(label=_("Địa chỉ"), max_length=200, required=False)
    wants_letter = forms.BooleanField(label=_("Muốn nhận trả lời bằng giấy"), required=False)
    conference = listed_field(_("Cho cuộc đối thoại"))
    submission_key = forms.CharField(widget=forms.HiddenInput, max_length=40)


class SortForm(CommuneForm):
    """Phân loại: what the opinion is about and who should deal with it."""

    summary = forms.CharField(
        label=_("Tóm tắt của văn phòng"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Một câu, không nêu tên người."),
    )  # fmt: skip
    topic = forms.ChoiceField(label=_("Lĩnh vực"), choices=TOPIC_CHOICES)
    kind = forms.ChoiceField(label=_("Loại ý kiến"), choices=pairs(KIND_NAMES))
    nature = forms.ChoiceField(label=_("Việc chung hay riêng"), choices=pairs(NATURE_NAMES))
    necessity = forms.ChoiceField(label=_("Mức độ cần thiết"), choices=pairs(NECESSITY_NAMES))
    competence = forms.ChoiceField(label=_("Ai có thẩm quyền"), choices=pairs(COMPETENCE_NAMES))
    competent_body = forms.CharField(label=_("Tên cơ quan có thẩm quyền"), max_length=200, required=False)
    about_official = forms.BooleanField(label=_("Nói về thái độ, trách nhiệm của cán bộ"), required=False)
    unit = listed_field(_("Đơn vị phụ trách"))
    conference = listed_field(_("Cuộc đối thoại"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class AssignForm(CommuneForm):
    """Who prepares the answer, by when."""

    unit = forms.TypedChoiceField(label=_("Giao cho"), coerce=int)
    note = forms.CharField(label=_("Dặn thêm"), max_length=1000, required=False)
    brief_due_on = DayField(label=_("Chuẩn bị xong ngày"), required=False)
    whole_group = forms.BooleanField(label=_("Giao cả nhóm ý kiến cùng việc"), required=False)


class BriefForm(PlainForm):
    """What the unit prepares for the chair."""

    facts = forms.CharField(
        label=_("Sự việc và căn cứ"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    proposed_answer = forms.CharField(
        label=_("Đề xuất trả lời"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class AnswerBeforeForm(PlainForm):
    """Answered before the conference, to be reported there."""

    text = forms.CharField(
        label=_("Đã trả lời thế nào"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Làm gì, ai làm, khi nào xong, hoặc vì sao không làm được."),
    )  # fmt: skip


class ReasonForm(PlainForm):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Lý do"), max_length=500)


class GroupForm(PlainForm):
    """Join the opinions ticked in the list."""

    title = forms.CharField(
        label=_("Tên nhóm (việc chung là gì)"), max_length=300, required=False,
        help_text=_("Để trống thì lấy tóm tắt của ý kiến đánh dấu đầu tiên."),
    )  # fmt: skip


class PublicTextForm(PlainForm):
    """The only words anybody may read; then a person confirms there is no identity in them."""

    text = forms.CharField(
        label=_("Bản công khai của ý kiến"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Viết lại cho rõ việc. Không tên người, không số điện thoại, không số thửa, không chỗ ở."),
    )  # fmt: skip
    answer = forms.CharField(
        label=_("Bản công khai của câu trả lời trước hội nghị"), max_length=20_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)


class CheckPublicForm(PlainForm):
    """The person who looked."""

    seen_suspects = forms.BooleanField(label=_("Tôi đã đọc và thấy không lộ danh tính của ai"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class TransferForm(CommuneForm):
    """Beyond the commune's power: where it goes, why, and when an answer is expected."""

    body = forms.CharField(label=_("Chuyển đến cơ quan"), max_length=200)
    reason = forms.CharField(label=_("Lý do chuyển"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    expected_on = DayField(label=_("Dự kiến có trả lời ngày"), required=False)
    unit = listed_field(_("Đơn vị theo dõi"))


class WrittenReplyForm(CommuneForm):
    """Open a written answer for something answered apart."""

    unit = forms.TypedChoiceField(label=_("Đơn vị trả lời"), coerce=int)
    on = DayField(label=_("Hạn trả lời"), required=False, help_text=_("Để trống thì tính theo quy định."))
    reason = forms.CharField(label=_("Vì sao chọn hạn này"), max_length=300, required=False)
