"""What an overseer may find when it checks a dialogue: the Front (Decision 217-QĐ/TW) or the People's Council.

Not here: figures (`figures.py`); who may write a finding down (`roles.py`, act `supervise`).
"""

from enum import StrEnum


class Finding(StrEnum):
    """What a note is about."""

    NOTE = "note"
    LATE = "late"
    EMPTY_ANSWER = "empty_answer"
    NOT_DONE = "not_done"
    WELL_DONE = "well_done"


FINDING_NAMES: dict[Finding, str] = {
    Finding.NOTE: "Ghi nhận",
    Finding.LATE: "Trả lời chậm",
    Finding.EMPTY_ANSWER: "Trả lời chưa rõ",
    Finding.NOT_DONE: "Hứa mà chưa làm",
    Finding.WELL_DONE: "Làm tốt",
}

FAULT_NAMES: dict[str, str] = {
    "answer_overdue": "Quá hạn chưa trả lời",
    "extension_untold": "Gia hạn mà chưa báo người dân",
    "transfer_untold": "Chuyển cấp trên mà chưa báo người dân",
    "transfer_overdue": "Cấp trên quá hạn chưa trả lời",
    "promise_broken": "Hứa mà chưa làm",
}
