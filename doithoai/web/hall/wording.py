"""Words of the hall pages for states and choices. Which of them holds is decided elsewhere."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from doithoai.domain.conference import Outcome
from doithoai.domain.opinions import Channel, Nature, Necessity
from doithoai.domain.plans import ConferenceState

STATES: Mapping[ConferenceState, str] = {
    ConferenceState.PLANNED: _("Chưa thông báo"),
    ConferenceState.ANNOUNCED: _("Đã thông báo, chưa mở"),
    ConferenceState.RUNNING: _("Đang diễn ra"),
    ConferenceState.HELD: _("Đã kết thúc, chưa kết luận"),
    ConferenceState.CONCLUDED: _("Đã kết luận, đang trả lời"),
    ConferenceState.CLOSED: _("Đã khép lại"),
    ConferenceState.CANCELLED: _("Đã hủy"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ANSWERED_NOW: _("Trả lời ngay"),
    Outcome.IN_WRITING: _("Trả lời bằng văn bản"),
    Outcome.PASSED_UP: _("Chuyển cấp trên"),
    Outcome.TAKEN_APART: _("Tách riêng"),
}
OUTCOME_KEYS: Mapping[Outcome, str] = {
    Outcome.ANSWERED_NOW: "F7",
    Outcome.IN_WRITING: "F8",
    Outcome.PASSED_UP: "F9",
    Outcome.TAKEN_APART: "F10",
}
NECESSITIES: Mapping[Necessity, str] = {
    Necessity.URGENT: _("Rất gấp"),
    Necessity.HIGH: _("Cần sớm"),
    Necessity.NORMAL: _("Bình thường"),
}
APART_NATURES: Mapping[Nature, str] = {
    Nature.PRIVATE_MATTER: _("Việc riêng của một người, một nhà"),
    Nature.OFF_TOPIC: _("Ngoài nội dung đối thoại"),
    Nature.COMPLAINT: _("Khiếu nại (có luật riêng)"),
}
HALL_CHANNELS: Mapping[Channel, str] = {
    Channel.HALL_SPOKEN: _("Nói tại hội trường"),
    Channel.HALL_WRITTEN: _("Viết, gửi qua thư ký"),
}
INSERTS: Mapping[str, str] = {
    "raised": _("Ý kiến nêu thêm"),
    "replied": _("Chủ trì trả lời"),
    "given": _("Giao việc"),
    "absent": _("Người vắng mặt"),
    "objected": _("Đề nghị ghi thêm"),
}
