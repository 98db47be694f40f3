"""Words of the watch pages for states and kinds. Which of them holds is decided elsewhere."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from doithoai.domain.answers import Result
from doithoai.domain.conference import Outcome
from doithoai.domain.figures import Punctuality
from doithoai.domain.notices import Made, PostingChannel
from doithoai.domain.opinions import Channel, OpinionState
from doithoai.domain.plans import ConferenceState
from doithoai.web.ui.records import Step

CONFERENCE_STATES: Mapping[ConferenceState, str] = {
    ConferenceState.PLANNED: _("Đã có trong kế hoạch"),
    ConferenceState.ANNOUNCED: _("Đã thông báo"),
    ConferenceState.RUNNING: _("Đang diễn ra"),
    ConferenceState.HELD: _("Đã tổ chức, chưa kết luận"),
    ConferenceState.CONCLUDED: _("Đã kết luận, đang trả lời"),
    ConferenceState.CLOSED: _("Đã khép lại"),
    ConferenceState.CANCELLED: _("Đã hủy"),
}
CYCLE = (
    ConferenceState.PLANNED,
    ConferenceState.ANNOUNCED,
    ConferenceState.RUNNING,
    ConferenceState.HELD,
    ConferenceState.CONCLUDED,
    ConferenceState.CLOSED,
)
OPINION_STATES: Mapping[OpinionState, str] = {
    OpinionState.RECEIVED: _("Mới nhận"),
    OpinionState.SORTED: _("Đã phân loại"),
    OpinionState.ASSIGNED: _("Đã giao chuẩn bị"),
    OpinionState.AWAITING_ANSWER: _("Chờ trả lời bằng văn bản"),
    OpinionState.ANSWERED: _("Đã trả lời"),
    OpinionState.TRANSFERRED: _("Đã chuyển cấp trên"),
    OpinionState.TAKEN_APART: _("Tách riêng"),
}
OPINION_CHANNELS: Mapping[Channel, str] = {
    Channel.PAPER: _("phiếu giấy"),
    Channel.PHONE: _("điện thoại"),
    Channel.WEB: _("trang web"),
    Channel.VILLAGE_MEETING: _("họp thôn"),
    Channel.VILLAGE_HEAD: _("trưởng thôn ghi"),
    Channel.FRONT: _("Mặt trận tổng hợp"),
    Channel.MASS_ORGANIZATION: _("đoàn thể"),
    Channel.COUNCIL_DEPUTY: _("đại biểu HĐND"),
    Channel.SURVEY: _("phiếu thăm dò"),
    Channel.LETTER: _("đơn, thư"),
    Channel.HALL_SPOKEN: _("nói tại hội trường"),
    Channel.HALL_WRITTEN: _("viết tại hội trường"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.ANSWERED_NOW: _("Chủ trì trả lời ngay tại hội nghị"),
    Outcome.IN_WRITING: _("Chủ trì giao trả lời bằng văn bản"),
    Outcome.PASSED_UP: _("Chủ trì quyết định chuyển cấp trên"),
    Outcome.TAKEN_APART: _("Tách riêng, không đối thoại tại hội nghị"),
}
RESULTS: Mapping[Result, str] = {
    Result.SOLVED: _("Đã giải quyết"),
    Result.PROMISED: _("Hẹn ngày giải quyết"),
    Result.EXPLAINED: _("Giải thích"),
    Result.NOT_ACCEPTED: _("Không chấp nhận, có nêu lý do"),
}
MADE: Mapping[Made, str] = {Made.NOTICE: _("Thông báo hội nghị"), Made.RESULT: _("Kết quả đối thoại")}
POSTING_CHANNELS: Mapping[PostingChannel, str] = {
    PostingChannel.MEDIA: _("phương tiện thông tin đại chúng"),
    PostingChannel.LOUDSPEAKER: _("loa truyền thanh"),
    PostingChannel.HEADQUARTERS: _("niêm yết tại trụ sở"),
    PostingChannel.VILLAGE_HEADS: _("qua trưởng thôn"),
    PostingChannel.PORTAL: _("trang thông tin"),
    PostingChannel.INVITATION: _("giấy mời"),
}
PUNCTUALITY_TONES: Mapping[Punctuality, str] = {
    Punctuality.ON_TIME: "done",
    Punctuality.EXTENDED: "soon",
    Punctuality.LATE: "late",
    Punctuality.OVERDUE: "late",
    Punctuality.OPEN: "",
}
LIST_NAMES: tuple[tuple[str, str], ...] = (
    ("discussed", _("1. Những nội dung đã đối thoại")),
    ("settled", _("2. Những nội dung đã được giải quyết, trả lời")),
    ("unsettled", _("3. Những nội dung đã nêu nhưng chưa giải quyết")),
    ("assigned", _("4. Giao trách nhiệm giải quyết, trả lời")),
)


def cycle_of(state: str) -> list[Step]:
    """The stages of a conference with the present one marked; a cancelled one has no other."""
    at = ConferenceState(state)
    if at is ConferenceState.CANCELLED:
        return [Step(str(CONFERENCE_STATES[at]), "current")]
    place = CYCLE.index(at)
    return [
        Step(str(CONFERENCE_STATES[one]), "done" if number < place else "current" if number == place else "")
        for number, one in enumerate(CYCLE)
    ]
