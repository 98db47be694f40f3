"""Words of the law as citizens are told them: names of duties, results and first days, where an office says it otherwise.

Pages for officials keep the office's own names (domain/duties.py, domain/answers.py, domain/explanation.py).
"""

from collections.abc import Mapping
from typing import Final

from doithoai.domain.answers import Result
from doithoai.domain.deadlines import Anchor
from doithoai.domain.duties import Duty
from doithoai.domain.explanation import ANCHOR_WORDS

DUTY_WORDS: Final[Mapping[Duty, str]] = {
    Duty.ISSUE_NOTICE: "Ra thông báo họp",
    Duty.BROADCAST: "Báo trên loa, báo, đài",
    Duty.SEND_INVITATIONS: "Gửi giấy mời",
    Duty.COLLECT_OPINIONS: "Nhận ý kiến trước buổi đối thoại",
    Duty.SYNTHESISE: "Gom và xếp các ý kiến",
    Duty.PREPARE_ANSWERS: "Chuẩn bị câu trả lời",
    Duty.SECURITY: "Giữ trật tự buổi họp",
    Duty.HALL: "Chuẩn bị hội trường, loa đài",
    Duty.CONFERENCE: "Buổi đối thoại",
    Duty.REVIEW: "Họp rút kinh nghiệm",
    Duty.CONCLUSION_NOTICE: "Ra thông báo kết luận",
    Duty.PUBLISH_RESULT: "Báo kết quả cho bà con",
    Duty.ANSWER: "Trả lời bà con",
    Duty.EXTENSION_NOTICE: "Báo lùi ngày trả lời, có lý do",
    Duty.TRANSFER_NOTICE: "Báo đã chuyển cho nơi giải quyết",
    Duty.REPORT: "Nói lại với cấp trên",
    Duty.SURVEY: "Hỏi bà con có hài lòng không",
    Duty.ARCHIVE: "Cất giữ giấy tờ",
    Duty.OTHER: "Việc khác",
}
RESULT_WORDS: Final[Mapping[Result, str]] = {
    Result.SOLVED: "đã làm xong",
    Result.PROMISED: "hẹn ngày làm",
    Result.EXPLAINED: "đã giải thích",
    Result.NOT_ACCEPTED: "không làm theo được, có nêu lý do",
}
FIRST_DAY_WORDS: Final[Mapping[Anchor, str]] = {
    Anchor.CONFERENCE_DAY: "ngày đối thoại",
    Anchor.CONFERENCE_END: "ngày đối thoại xong",
    Anchor.RECEIPT: "ngày nhận ý kiến",
    Anchor.CONCLUSION: "ngày ra thông báo kết luận",
    Anchor.ANSWER_DUE: "ngày hẹn trả lời",
    Anchor.FIXED: "ngày",
}
"""A count from a day of one's own is from "the day", not from one that some paper fixes."""

_BY_OFFICE_WORDS: Final = {ANCHOR_WORDS[anchor]: words for anchor, words in FIRST_DAY_WORDS.items()}


def told_plainly(template: str) -> str:
    """A template of an explanation (domain/explanation.py) as citizens are told it, still in Vietnamese."""
    return _BY_OFFICE_WORDS.get(template, template)
