"""A written answer: its states, what extension needs, and when words are no answer.

`Tiếp thu` is not an answer, and answered is not solved: both are told apart here, as pure functions.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from doithoai.domain.lifecycle import Lifecycle, NotPossible, steps

MIN_REASON = 15


class Incomplete(NotPossible):
    """Something that must be filled in first; `field` names the form field that it belongs to."""

    def __init__(self, template: str, *, field: str, values: Mapping[str, object] | None = None) -> None:
        super().__init__(template, values=values)
        self.field = field


class AnswerState(StrEnum):
    DUE = "due"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    DELIVERED = "delivered"


class AnswerMove(StrEnum):
    DRAFT = "draft"
    SUBMIT = "submit"
    RETURN = "return"
    SIGN = "sign"
    DELIVER = "deliver"
    REOPEN = "reopen"


class Result(StrEnum):
    """What an answer brings: solved, promised by a date, explained, or not accepted with a reason."""

    SOLVED = "solved"
    PROMISED = "promised"
    EXPLAINED = "explained"
    NOT_ACCEPTED = "not_accepted"


SIGNED_STATES = frozenset({AnswerState.SIGNED, AnswerState.DELIVERED})

RESULT_NAMES: dict[Result, str] = {
    Result.SOLVED: "Đã giải quyết",
    Result.PROMISED: "Hẹn ngày giải quyết",
    Result.EXPLAINED: "Giải thích",
    Result.NOT_ACCEPTED: "Không chấp nhận, có nêu lý do",
}

_S, _M = AnswerState, AnswerMove
ANSWER = Lifecycle(
    "answer",
    [
        steps(_M.DRAFT, [_S.DUE, _S.DRAFTED], _S.DRAFTED),
        steps(_M.SUBMIT, [_S.DRAFTED], _S.SUBMITTED),
        steps(_M.RETURN, [_S.SUBMITTED], _S.DRAFTED),
        steps(_M.SIGN, [_S.SUBMITTED], _S.SIGNED),
        steps(_M.DELIVER, [_S.SIGNED], _S.DELIVERED),
        steps(_M.REOPEN, [_S.SIGNED, _S.DELIVERED], _S.DUE),
    ],
    refusal="Văn bản trả lời đang ở bước khác nên chưa làm được việc này. Xem lại bước hiện tại ở đầu trang.",
)

EMPTY_PHRASES = (
    "tiep thu", "ghi nhan", "se xem xet", "dang xem xet", "nghien cuu", "chi dao", "quan tam", "xin cam on", "cam on",
    "y kien cua ong ba", "y kien cua ba con", "y kien", "kien nghi", "da tiep nhan", "xu ly thong tin", "theo quy dinh",
    "trong thoi gian toi", "som nhat", "cac co quan chuc nang", "bao cao cap tren", "de xuat",
)  # fmt: skip
_FILLERS = frozenset(
    {
        "ubnd", "xã", "ủy", "uỷ", "ban", "nhân", "dân", "sẽ", "đã", "đang", "và", "để", "cho", "với", "của", "các", "những",
        "này", "do", "trên", "được", "bằng", "về", "là", "thì", "tới", "chúng", "tôi", "công", "chức", "đơn", "vị", "liên",
        "quan", "cấp", "giải", "quyết", "trả", "lời", "ông", "bà", "con", "thôn", "kính", "gửi", "rất", "mong",
    }
)  # fmt: skip
MIN_SUBSTANCE = 6
MIN_SUBSTANCE_WITH_FIGURE = 3


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


_BARE_FILLERS = frozenset(_folded(word) for word in _FILLERS)


def _is_filler(word: str) -> bool:
    """Accents decide where they were typed: `và` says nothing, `vá` mends a road."""
    return word in _FILLERS or (word.isascii() and word in _BARE_FILLERS)


def _words(text: str) -> list[str]:
    """Words in small letters; a date like 15/11 is one word."""
    return re.findall(r"[^\W_]+(?:/\d+)*", unicodedata.normalize("NFC", text.casefold()))


def _spoken(text: str) -> tuple[str, ...]:
    """The words without marks, so that retyping marks and commas makes no new answer."""
    return tuple(_folded(word) for word in _words(text))


def _words_said(text: str) -> list[str]:
    """Words left when empty phrases and fillers are taken out."""
    words = _words(text)
    folded = [_folded(word) for word in words]
    kept = [True] * len(words)
    for phrase in EMPTY_PHRASES:
        parts = phrase.split()
        for at in range(len(words) - len(parts) + 1):
            if folded[at : at + len(parts)] == parts:
                kept[at : at + len(parts)] = [False] * len(parts)
    return [word for word, keep in zip(words, kept, strict=True) if keep and not _is_filler(word)]


def substance_of(text: str) -> int:
    """How many words say something: a rough measure of how much is actually said."""
    return len(_words_said(text))


def is_empty_answer(text: str) -> bool:
    """Whether a text only takes in and promises to look, with nothing said of what is done, by whom or by when.

    A short answer that names a day or an amount says something: `Xã vá đường trước 15/11.`
    """
    said = _words_said(text)
    has_figure = any(char.isdigit() for word in said for char in word)
    return len(said) < (MIN_SUBSTANCE_WITH_FIGURE if has_figure else MIN_SUBSTANCE)


def check_answer(text: str, result: str, promised_on: date | None, *, today: date) -> None:
    """Refuse an empty answer and a promise without a date to come; raises Incomplete with words that say what to do."""
    if is_empty_answer(text):
        raise Incomplete(
            "Câu trả lời mới chỉ “tiếp thu, ghi nhận”. Hãy viết rõ: làm gì, ai làm, khi nào xong, hoặc vì sao không làm được.",
            field="text",
        )  # fmt: skip
    if result not in set(Result):
        raise Incomplete(
            "Chọn kết quả: đã giải quyết, hẹn ngày giải quyết, giải thích, hoặc không chấp nhận.", field="result"
        )
    if result == Result.PROMISED and (promised_on is None or promised_on < today):
        raise Incomplete(
            "Đã hẹn thì phải có ngày xong, từ hôm nay trở đi. Điền ngày hẹn rồi lưu lại.", field="promised_on"
        )


def check_not_repeated(text: str, earlier: Sequence[str]) -> None:
    """A reopened answer says something new: the words that did not satisfy are not sent a second time."""
    if _spoken(text) in {_spoken(before) for before in earlier}:
        raise Incomplete(
            "Câu này đã trả lời lần trước mà người dân chưa hài lòng. Hãy viết thêm điều mới.", field="text"
        )


def check_return(words: str) -> None:
    """An answer goes back to its writer with at least one sentence."""
    if len(words.strip()) < MIN_REASON:
        raise Incomplete("Viết một câu để người soạn biết cần sửa gì.", field="returned_words")


def check_signing(*, due_on: date, signed_on: date, late_reason: str) -> None:
    """A late answer is signed only with the reason that the citizen will read."""
    if signed_on > due_on and len(late_reason.strip()) < MIN_REASON:
        raise Incomplete(
            "Văn bản này chậm %(days)s ngày. Nêu lý do chậm, người dân sẽ đọc lý do này.",
            field="late_reason",
            values={"days": (signed_on - due_on).days},
        )


def check_delivery(*, signed_on: date, delivered_on: date, how: str, today: date) -> None:
    """Delivered between the signing and today, in some named way."""
    if delivered_on < signed_on:
        raise Incomplete(
            "Ngày gửi không thể trước ngày ký %(day)s.", field="delivered_on", values={"day": f"{signed_on:%d/%m/%Y}"}
        )
    _not_to_come(delivered_on, today, field="delivered_on")
    if not how.strip():
        raise Incomplete("Ghi cách gửi: trao tay, bưu điện, qua trưởng thôn, niêm yết…", field="delivered_how")


def check_extension(*, old_due_on: date, new_due_on: date, reason: str, today: date) -> None:
    """An extension needs a reason and a later day, and is asked before the old day has passed."""
    if len(reason.strip()) < MIN_REASON:
        raise Incomplete("Gia hạn phải nêu rõ lý do để báo cho người dân (ít nhất một câu).", field="reason")
    if new_due_on <= old_due_on:
        raise Incomplete("Hạn mới phải sau hạn cũ.", field="new_due_on")
    if today > old_due_on:
        raise NotPossible("Hạn cũ đã qua nên không gia hạn được nữa. Hãy trả lời ngay và nêu lý do chậm.")


def check_reopening(*, reason: str, new_due_on: date, today: date) -> None:
    """A citizen who is not satisfied gets a new date to come, and his reason stands in the record."""
    if len(reason.strip()) < MIN_REASON:
        raise Incomplete("Ghi lại người dân chưa hài lòng ở điểm nào (ít nhất một câu).", field="reason")
    if new_due_on < today:
        raise Incomplete("Hạn trả lời lại phải từ hôm nay trở đi.", field="new_due_on")


def check_transfer(
    *, body: str, reason: str, expected_on: date | None, today: date, successor: str | None = None
) -> None:
    """A transfer names a body that is in being, why, and when its answer is expected; the citizen is told all three.

    `successor` is the body that took over when `body` has been abolished, else None.
    """
    if not body.strip():
        raise Incomplete("Ghi tên cơ quan có thẩm quyền mà xã chuyển đến.", field="body")
    if successor:
        raise ended(body, successor)
    if len(reason.strip()) < MIN_REASON:
        raise Incomplete("Nêu vì sao việc này vượt thẩm quyền của xã (ít nhất một câu).", field="reason")
    if expected_on is None or expected_on < today:
        raise Incomplete("Điền ngày dự kiến có trả lời của cơ quan đó, từ hôm nay trở đi.", field="expected_on")


def ended(body: str, successor: str) -> Incomplete:
    """The refusal of a body that has been abolished, naming who took over."""
    return Incomplete(
        "“%(body)s” không còn hoạt động. Việc này nay thuộc: %(successor)s.",
        field="body",
        values={"body": body.strip(), "successor": successor},
    )


def check_telling(*, told_on: date, how: str, since: date, today: date) -> None:
    """The citizen was told on a day between the decision and today, in some named way."""
    if told_on < since:
        raise Incomplete(
            "Ngày báo cho người dân không thể trước ngày quyết định %(day)s.",
            field="told_on",
            values={"day": f"{since:%d/%m/%Y}"},
        )
    _not_to_come(told_on, today, field="told_on")
    if not how.strip():
        raise Incomplete("Ghi cách báo: gọi điện, gửi giấy, qua trưởng thôn…", field="told_how")


def check_proof(*, kept_on: date, proof: str, today: date) -> None:
    """A promise is kept on a day that has come and with something that anybody can check."""
    _not_to_come(kept_on, today, field="promise_kept_on")
    if len(proof.strip()) < MIN_REASON:
        raise Incomplete("Ghi bằng chứng đã làm xong: biên bản, ảnh, ai nghiệm thu, ở đâu.", field="promise_proof")


def _not_to_come(day: date, today: date, *, field: str) -> None:
    if day > today:
        raise Incomplete("Ngày %(day)s chưa đến. Ghi ngày đã làm thật.", field=field, values={"day": f"{day:%d/%m/%Y}"})


@dataclass(frozen=True)
class ExtensionFact:
    """One extension. `told_on` is None while the citizen has not been told."""

    old_due_on: date
    new_due_on: date
    told_on: date | None


def due_in_force(due_on: date, extensions: Sequence[ExtensionFact], *, today: date) -> date:
    """The date that binds today: an extension of which the citizen was not told by the old date does not count."""
    for extension in reversed(extensions):
        if extension.new_due_on != due_on or not is_untold(extension, today=today):
            break
        due_on = extension.old_due_on
    return due_on


def is_untold(extension: ExtensionFact, *, today: date) -> bool:
    """Whether the old date has passed and the citizen still has not been told: a fault, shown as one."""
    return extension.told_on is None and today > extension.old_due_on


def days_late(due_on: date, done_on: date | None, today: date) -> int:
    """Calendar days after the due date; 0 when on time or not yet due."""
    return max(0, ((done_on or today) - due_on).days)
