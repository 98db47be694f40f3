"""Every duty of a dialogue cycle in its order, its name, and its state on a given day.

Not here: which rule sets its date (`rules/`), laying the duties out (`ledger.py`), storing them (stages/duties).
Law 72/2025/QH15 Art. 43 names notice, conference and publication; the rest comes from regulations and plans.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

SOON_DAYS: Final = 3


class Duty(StrEnum):
    """In the order of the cycle."""

    ISSUE_NOTICE = "issue_notice"
    BROADCAST = "broadcast"
    SEND_INVITATIONS = "send_invitations"
    COLLECT_OPINIONS = "collect_opinions"
    SYNTHESISE = "synthesise"
    PREPARE_ANSWERS = "prepare_answers"
    SECURITY = "security"
    HALL = "hall"
    CONFERENCE = "conference"
    REVIEW = "review"
    CONCLUSION_NOTICE = "conclusion_notice"
    PUBLISH_RESULT = "publish_result"
    ANSWER = "answer"
    EXTENSION_NOTICE = "extension_notice"
    TRANSFER_NOTICE = "transfer_notice"
    REPORT = "report"
    SURVEY = "survey"
    ARCHIVE = "archive"
    OTHER = "other"


CYCLE: Final = tuple(duty for duty in Duty if duty is not Duty.OTHER)
BEFORE_CONFERENCE: Final = frozenset(CYCLE[: CYCLE.index(Duty.CONFERENCE)])

DUTY_NAMES: Final[Mapping[Duty, str]] = {
    Duty.ISSUE_NOTICE: "Ra thông báo hội nghị",
    Duty.BROADCAST: "Thông báo trên loa, phương tiện thông tin",
    Duty.SEND_INVITATIONS: "Gửi giấy mời",
    Duty.COLLECT_OPINIONS: "Thu nhận ý kiến trước hội nghị",
    Duty.SYNTHESISE: "Tổng hợp, phân loại ý kiến",
    Duty.PREPARE_ANSWERS: "Chuẩn bị nội dung trả lời",
    Duty.SECURITY: "Bảo đảm an ninh, trật tự",
    Duty.HALL: "Chuẩn bị hội trường, âm thanh",
    Duty.CONFERENCE: "Tổ chức hội nghị đối thoại",
    Duty.REVIEW: "Họp rút kinh nghiệm",
    Duty.CONCLUSION_NOTICE: "Ra thông báo kết luận",
    Duty.PUBLISH_RESULT: "Công khai kết quả đến Nhân dân",
    Duty.ANSWER: "Trả lời kiến nghị",
    Duty.EXTENSION_NOTICE: "Báo gia hạn kèm lý do",
    Duty.TRANSFER_NOTICE: "Báo chuyển cơ quan có thẩm quyền",
    Duty.REPORT: "Báo cáo kết quả",
    Duty.SURVEY: "Lấy ý kiến mức độ hài lòng",
    Duty.ARCHIVE: "Lập và lưu hồ sơ",
    Duty.OTHER: "Việc khác theo kế hoạch",
}


class DutyState(StrEnum):
    """Computed from dates, never stored."""

    OPEN = "open"
    SOON = "soon"
    LATE = "late"
    DONE = "done"


STATE_NAMES: Final[Mapping[DutyState, str]] = {
    DutyState.OPEN: "Còn hạn",
    DutyState.SOON: "Sắp đến hạn",
    DutyState.LATE: "Quá hạn",
    DutyState.DONE: "Đã xong",
}


def state_on(today: date, *, due_on: date | None, done_on: date | None) -> DutyState:
    """State on a day. A duty with no binding date is never soon or late; the due day itself is still in time."""
    if done_on is not None:
        return DutyState.DONE
    if due_on is None:
        return DutyState.OPEN
    if today > due_on:
        return DutyState.LATE
    return DutyState.SOON if (due_on - today).days <= SOON_DAYS else DutyState.OPEN


def days_late(today: date, *, due_on: date | None, done_on: date | None) -> int:
    """Calendar days past the due date, up to the day it was done; 0 when in time or undated."""
    if due_on is None:
        return 0
    return max(((done_on or today) - due_on).days, 0)
