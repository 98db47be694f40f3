"""Names of states, kinds and policies as the desk shows them. Which of them holds is decided elsewhere."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from doithoai.domain.deadlines import Term
from doithoai.domain.duties import DUTY_NAMES
from doithoai.domain.explanation import describe_term
from doithoai.domain.plans import ConferenceKind, ConferenceState
from doithoai.domain.rules.policies import SettledPolicy
from doithoai.domain.rules.rule import Rule
from doithoai.web.ui.records import Step
from doithoai.web.ui.words import vn_date

CONFERENCE_STATES: Mapping[ConferenceState, str] = {
    ConferenceState.PLANNED: "Đã có trong kế hoạch",
    ConferenceState.ANNOUNCED: "Đã thông báo",
    ConferenceState.RUNNING: "Đang diễn ra",
    ConferenceState.HELD: "Đã tổ chức, chưa kết luận",
    ConferenceState.CONCLUDED: "Đã kết luận, đang trả lời",
    ConferenceState.CLOSED: "Đã khép lại",
    ConferenceState.CANCELLED: "Đã hủy",
}
JOURNEY = (
    ConferenceState.PLANNED, ConferenceState.ANNOUNCED, ConferenceState.RUNNING, ConferenceState.HELD,
    ConferenceState.CONCLUDED, ConferenceState.CLOSED,
)  # fmt: skip
"""The stages of a conference that takes place, in order."""
CONFERENCE_KINDS: Mapping[ConferenceKind, str] = {
    ConferenceKind.REGULAR: "Định kỳ theo kế hoạch",
    ConferenceKind.ON_DEMAND: "Theo yêu cầu của cử tri",
    ConferenceKind.WHEN_NECESSARY: "Khi cần thiết",
}
OPEN_NAMES: Mapping[str, str] = {"date": "ngày", "place": "địa điểm", "village": "thôn"}
POLICY_NAMES: Mapping[str, str] = {
    "private_matters": "Việc riêng của cá nhân",
    "off_topic": "Câu hỏi ngoài nội dung",
    "territory": "Phạm vi mỗi cuộc",
    "co_chair": "Thường trực HĐND đồng chủ trì",
    "frequency": "Số cuộc ít nhất một năm",
    "demand_percent": "Tổ chức khi cử tri yêu cầu (%)",
    "survey": "Lấy ý kiến mức độ hài lòng",
    "extension_with_reason": "Gia hạn phải nêu lý do",
    "when_necessary": "Tổ chức khi cần thiết",
    "publication_channels": "Nơi công khai",
    "report_recipients": "Nơi nhận báo cáo",
    "notice_content": "Thông báo phải có",
    "forms": "Hình thức",
    "synthesis_chair": "Ai chủ trì tổng hợp ý kiến",
}
VALUE_NAMES: Mapping[str, str] = {
    "refuse": "không đối thoại", "apart": "nhận và trả lời riêng", "dialogue": "đối thoại như việc chung",
    "written": "nhận và trả lời riêng bằng văn bản", "commune": "toàn xã", "village": "một thôn", "cluster": "cụm thôn",
    "required": "bắt buộc", "invited": "mời dự", "none": "không nêu", "True": "có", "False": "không",
    "loudspeaker": "loa truyền thanh", "posting": "niêm yết", "portal": "trang thông tin điện tử",
    "social": "mạng xã hội", "village_heads": "trưởng thôn", "media": "phương tiện thông tin đại chúng",
    "headquarters": "niêm yết tại trụ sở", "time": "thời gian", "place": "địa điểm", "content": "nội dung",
    "how_to_attend": "cách tham gia", "in_person": "trực tiếp", "online": "trực tuyến",
    "social_networks": "mạng xã hội", "social_network": "mạng xã hội",
}  # fmt: skip


def conference_stamp(state: str) -> str:
    """The stamp of a conference's stage: done once closed, else plain; colours are kept for dates."""
    return "done" if state == ConferenceState.CLOSED else "plain"


def journey_of(state: str) -> list[Step]:
    """The stages with the present one marked; a cancelled conference has no other."""
    at = ConferenceState(state)
    if at is ConferenceState.CANCELLED:
        return [Step(_(CONFERENCE_STATES[at]), "current")]
    place = JOURNEY.index(at)
    return [
        Step(_(CONFERENCE_STATES[one]), "done" if number < place else "current" if number == place else "")
        for number, one in enumerate(JOURNEY)
    ]


def rule_words(rule: Rule) -> str:
    """A rule as one line: the duty, and its time where the text gives one."""
    name = _(DUTY_NAMES[rule.duty])
    if rule.when is None:
        return name
    when = describe_term(rule.when, _) if isinstance(rule.when, Term) else vn_date(rule.when)
    return f"{name}: {when}"


def policy_words(settled: Mapping[str, SettledPolicy]) -> list[tuple[str, str, str]]:
    """Name, value and source of every policy that says something, in words."""
    shown = []
    for name, policy in settled.items():
        value = _value(policy.value)
        if name in POLICY_NAMES and value:
            source = f"{policy.by.rule} {policy.by.article}".strip() if policy.by else _("thông lệ, sửa được")
            shown.append((_(POLICY_NAMES[name]), value, source))
    return shown


def _value(value: Any) -> str:
    items = value if isinstance(value, tuple | list) else (value,)
    return ", ".join(_(VALUE_NAMES.get(str(item), str(item))) for item in items if str(item))
