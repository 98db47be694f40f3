"""What an opinion is: channel, kind, nature, competence, necessity, its states; and the receipt code.

A denunciation (tố cáo) is none of these: it never enters (Luật Tố cáo 2018 Art. 8; threats T-01).
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from doithoai.domain.lifecycle import Lifecycle, NotPossible, steps


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


class SpeakerKind(StrEnum):
    """Who speaks: one person, several together, or an organisation."""

    PERSON = "person"
    SEVERAL = "several"
    ORGANIZATION = "organization"


LONGEST_WORDS = 10_000


@dataclass(frozen=True)
class Entered:
    """What comes with the words: the door, who speaks, where from. `is_denunciation` is the answer to the first question.

    A citizen may leave everything but the channel empty. Ids are of this commune's village and conference.
    """

    channel: str
    speaker_name: str = ""
    speaker_kind: str = SpeakerKind.PERSON
    speaker_phone: str = ""
    speaker_address: str = ""
    wants_letter: bool = False
    village_id: int | None = None
    conference_id: int | None = None
    is_denunciation: bool = False


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
        steps(_M.TAKE_FOR_WRITING, [*_OPEN, _S.AWAITING_ANSWER, _S.TAKEN_APART], _S.AWAITING_ANSWER),
        steps(_M.TRANSFER, [*_OPEN, _S.AWAITING_ANSWER], _S.TRANSFERRED),
        steps(_M.TAKE_APART, _OPEN, _S.TAKEN_APART),
        steps(_M.SIGN_ANSWER, [_S.AWAITING_ANSWER, _S.TRANSFERRED], _S.ANSWERED),
        steps(_M.REOPEN, [_S.ANSWERED, _S.TRANSFERRED], _S.AWAITING_ANSWER),
    ],
    refusal="Ý kiến này đã sang bước khác nên không làm được việc đó. Mở lại ý kiến để xem bước hiện tại.",
)

SETTLED = frozenset({OpinionState.ANSWERED, OpinionState.TRANSFERRED, OpinionState.TAKEN_APART})
OPEN = frozenset(_OPEN)


@dataclass(frozen=True)
class FollowUp:
    """What the commune's rules make of an opinion. `reason` stands in the register, `told` is the citizen's own line."""

    apart: bool
    written_reply: bool
    reason: str = ""
    told: str = ""


_ON_AGENDA = FollowUp(apart=False, written_reply=False)
_PRIVATE_REFUSED = FollowUp(
    apart=True,
    written_reply=False,
    reason="Việc riêng: quy định của xã không đưa việc riêng ra đối thoại.",
    told="Đây là việc riêng nên không đưa ra buổi đối thoại. Mời bà con đến nơi tiếp công dân của xã để được giải quyết.",
)
_PRIVATE_APART = FollowUp(
    apart=True,
    written_reply=True,
    reason="Việc riêng: tách khỏi hội nghị, trả lời riêng bằng văn bản.",
    told="Đây là việc riêng nên không nêu ở buổi đối thoại. Xã gửi giấy trả lời riêng cho bà con.",
)
_OFF_TOPIC_WRITTEN = FollowUp(
    apart=True,
    written_reply=True,
    reason="Ngoài nội dung đối thoại: tiếp nhận và trả lời riêng bằng văn bản.",
    told="Việc này không thuộc buổi đối thoại lần này. Xã đã nhận và sẽ gửi giấy trả lời bà con.",
)
_OFF_TOPIC_REFUSED = FollowUp(
    apart=True,
    written_reply=False,
    reason="Ngoài nội dung đối thoại: quy định của xã không đối thoại nội dung này.",
    told="Việc này không thuộc buổi đối thoại lần này. Mời bà con gửi lại ở nơi tiếp công dân của xã.",
)
_COMPLAINT = FollowUp(
    apart=True,
    written_reply=False,
    reason="Khiếu nại: tách khỏi hội nghị, chuyển nơi tiếp công dân giải quyết theo Luật Khiếu nại.",
    told="Đây là khiếu nại một quyết định, giải quyết theo Luật Khiếu nại. Mời bà con đến nơi tiếp công dân của xã.",
)
_BY_POLICY: dict[Nature, tuple[str, str, dict[str, FollowUp]]] = {
    Nature.PRIVATE_MATTER: (
        "private_matters",
        "apart",
        {"refuse": _PRIVATE_REFUSED, "apart": _PRIVATE_APART, "dialogue": _ON_AGENDA},
    ),
    Nature.OFF_TOPIC: (
        "off_topic",
        "written",
        {"refuse": _OFF_TOPIC_REFUSED, "written": _OFF_TOPIC_WRITTEN, "dialogue": _ON_AGENDA},
    ),
}


def follow_up(nature: Nature, policies: Mapping[str, object]) -> FollowUp:
    """What becomes of an opinion of this nature under a commune's policies.

    A complaint always goes to its own law, whatever the policies say; where nothing is written, or something unknown,
    a private matter and an off-topic question are answered apart in writing.
    """
    if nature is Nature.COMPLAINT:
        return _COMPLAINT
    if nature not in _BY_POLICY:
        return _ON_AGENDA
    name, usual, choices = _BY_POLICY[nature]
    return choices.get(str(policies.get(name, usual)), choices[usual])


@dataclass(frozen=True)
class Sorting:
    """How the register classifies one opinion (phân loại): every field as the form shows it, codes as text."""

    topic: str
    kind: str = OpinionKind.PETITION
    nature: str = Nature.COMMON
    competence: str = Competence.COMMUNE
    competent_body: str = ""
    necessity: str = Necessity.NORMAL
    about_official: bool = False
    unit_id: int | None = None
    conference_id: int | None = None
    summary: str = ""


def sorting_fault(sorting: Sorting) -> tuple[str, str] | None:
    """The first wrong field and what to do about it, or None."""
    closed: tuple[tuple[str, str, type[StrEnum], str], ...] = (
        ("kind", sorting.kind, OpinionKind, "Chọn loại ý kiến trong danh sách."),
        ("nature", sorting.nature, Nature, "Chọn: việc chung, việc riêng, ngoài nội dung hay khiếu nại."),
        ("competence", sorting.competence, Competence, "Chọn thẩm quyền: xã, cơ quan khác hay cấp trên."),
        ("necessity", sorting.necessity, Necessity, "Chọn mức độ cần thiết trong danh sách."),
    )
    if sorting.topic not in TOPICS:
        return "topic", "Chọn lĩnh vực của ý kiến."
    for name, value, known, words in closed:
        if value not in set(known):
            return name, words
    if sorting.competence != Competence.COMMUNE and not sorting.competent_body.strip():
        return "competent_body", "Việc ngoài thẩm quyền của xã thì ghi tên cơ quan có thẩm quyền."
    return None


def state_after_sorting(state: OpinionState, *, apart: bool, same_unit: bool) -> OpinionState:
    """The state once sorted. After the hall, sorting corrects the register but moves nothing, and takes nothing apart.

    An assigned opinion stays assigned while its unit is the same; raises NotPossible for taking apart too late.
    """
    if state in OPEN or state is OpinionState.TAKEN_APART:
        if apart:
            return state if state is OpinionState.TAKEN_APART else OPINION.step(state, OpinionMove.TAKE_APART)
        if state is OpinionState.ASSIGNED and same_unit:
            return state
        return OPINION.step(state, OpinionMove.SORT)
    if apart:
        raise NotPossible(OPINION.refusal, table=OPINION.name, state=state.value, move=OpinionMove.TAKE_APART.value)
    return state


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
