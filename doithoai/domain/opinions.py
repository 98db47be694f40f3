"""What an opinion is: channel, kind, nature, competence, necessity, its states; and the receipt code.

A denunciation (tố cáo) is none of these: it never enters (Luật Tố cáo 2018 Art. 8; threats T-01).
"""

import secrets
from enum import StrEnum

from doithoai.domain.lifecycle import Lifecycle, steps


class Channel(StrEnum):
    """The door an opinion came in by."""

    PAPER = "paper"
    PHONE = "phone"
    WEB = "web"
    VILLAGE_MEETING = "village_meeting"
    VILLAGE_HEAD = "village_head"
    FRONT = "front"
    MASS_ORGANIZATION = "mass_organization"
    COUNCIL_DEPUTY = "council_deputy"
    SURVEY = "survey"
    LETTER = "letter"
    HALL_SPOKEN = "hall_spoken"
    HALL_WRITTEN = "hall_written"


class OpinionKind(StrEnum):
    PETITION = "petition"
    REPORT_ISSUE = "report_issue"
    PROPOSAL = "proposal"
    CONTRIBUTION = "contribution"
    CONSULTATION = "consultation"
    QUESTION = "question"


class Nature(StrEnum):
    """How the commune's rules treat it: in common, private, off topic, or a complaint that has its own law."""

    COMMON = "common"
    PRIVATE_MATTER = "private_matter"
    OFF_TOPIC = "off_topic"
    COMPLAINT = "complaint"


class Competence(StrEnum):
    COMMUNE = "commune"
    OTHER_BODY = "other_body"
    HIGHER_LEVEL = "higher_level"


class Necessity(StrEnum):
    """Degree of necessity (mức độ cần thiết) by which a synthesis is ordered."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"


class OpinionState(StrEnum):
    RECEIVED = "received"
    SORTED = "sorted"
    ASSIGNED = "assigned"
    AWAITING_ANSWER = "awaiting_answer"
    ANSWERED = "answered"
    TRANSFERRED = "transferred"
    TAKEN_APART = "taken_apart"


class OpinionMove(StrEnum):
    SORT = "sort"
    ASSIGN = "assign"
    ANSWER_BEFORE = "answer_before"
    ANSWER_IN_HALL = "answer_in_hall"
    TAKE_FOR_WRITING = "take_for_writing"
    TRANSFER = "transfer"
    TAKE_APART = "take_apart"
    SIGN_ANSWER = "sign_answer"
    REOPEN = "reopen"


_S, _M = OpinionState, OpinionMove
_OPEN = (_S.RECEIVED, _S.SORTED, _S.ASSIGNED)
OPINION = Lifecycle(
    "opinion",
    [
        steps(_M.SORT, [*_OPEN, _S.TAKEN_APART], _S.SORTED),
        steps(_M.ASSIGN, _OPEN, _S.ASSIGNED),
        steps(_M.ANSWER_BEFORE, _OPEN, _S.ANSWERED),
        steps(_M.ANSWER_IN_HALL, [*_OPEN, _S.AWAITING_ANSWER, _S.ANSWERED], _S.ANSWERED),
        steps(_M.TAKE_FOR_WRITING, [*_OPEN, _S.AWAITING_ANSWER], _S.AWAITING_ANSWER),
        steps(_M.TRANSFER, [*_OPEN, _S.AWAITING_ANSWER], _S.TRANSFERRED),
        steps(_M.TAKE_APART, _OPEN, _S.TAKEN_APART),
        steps(_M.SIGN_ANSWER, [_S.AWAITING_ANSWER, _S.TRANSFERRED], _S.ANSWERED),
        steps(_M.REOPEN, [_S.ANSWERED, _S.TRANSFERRED], _S.AWAITING_ANSWER),
    ],
    refusal="Ý kiến này đã sang bước khác nên không làm được việc đó. Mở lại ý kiến để xem bước hiện tại.",
)

SETTLED = frozenset({OpinionState.ANSWERED, OpinionState.TRANSFERRED, OpinionState.TAKEN_APART})

TOPICS: dict[str, str] = {
    "roads": "Đường sá, cầu cống",
    "irrigation": "Thủy lợi, tiêu thoát nước",
    "environment": "Môi trường, rác thải",
    "land": "Đất đai",
    "clearance": "Giải phóng mặt bằng, tái định cư",
    "power_water": "Điện, nước sạch",
    "construction": "Xây dựng cơ bản",
    "agriculture": "Nông nghiệp, nông thôn mới",
    "social_policy": "Chính sách xã hội",
    "education_health": "Giáo dục, y tế",
    "culture": "Văn hóa, truyền thanh",
    "order": "An ninh, trật tự",
    "procedures": "Thủ tục hành chính",
    "officials": "Cán bộ, công chức",
    "democracy": "Dân chủ cơ sở, thu chi đóng góp",
    "other": "Vấn đề khác",
}


def check_digit(digits: str) -> int:
    """Luhn check digit of a string of decimal digits."""
    total = 0
    for index, char in enumerate(reversed(digits)):
        value = int(char) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return (10 - total % 10) % 10


def new_receipt_code() -> str:
    """16 digits, the last a check digit: about 50 bits, so that guessing is hopeless (threats T-11)."""
    body = f"{secrets.randbelow(10**15):015d}"
    return body + str(check_digit(body))


def is_receipt_code(text: str) -> bool:
    """Whether the text, spaces and dashes aside, can be a receipt code at all."""
    digits = clean_receipt_code(text)
    return len(digits) == 16 and digits.isdecimal() and int(digits[15]) == check_digit(digits[:15])


def clean_receipt_code(text: str) -> str:
    """Digits as typed without spaces, dots and dashes."""
    return "".join(char for char in text if char.isascii() and char.isalnum())


def shown_receipt_code(code: str) -> str:
    """`4821093755621048` as `4821 0937 5562 1048`."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))
