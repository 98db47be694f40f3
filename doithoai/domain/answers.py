"""A written answer: its states, what extension needs, and when words are no answer.

`Tiếp thu` is not an answer, and answered is not solved: both are told apart here, as pure functions.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum

from doithoai.domain.lifecycle import Lifecycle, NotPossible, steps


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


class Result(StrEnum):
    """What an answer brings: solved, promised by a date, explained, or not accepted with a reason."""

    SOLVED = "solved"
    PROMISED = "promised"
    EXPLAINED = "explained"
    NOT_ACCEPTED = "not_accepted"


_S, _M = AnswerState, AnswerMove
ANSWER = Lifecycle(
    "answer",
    [
        steps(_M.DRAFT, [_S.DUE, _S.DRAFTED], _S.DRAFTED),
        steps(_M.SUBMIT, [_S.DRAFTED], _S.SUBMITTED),
        steps(_M.RETURN, [_S.SUBMITTED], _S.DRAFTED),
        steps(_M.SIGN, [_S.SUBMITTED], _S.SIGNED),
        steps(_M.DELIVER, [_S.SIGNED], _S.DELIVERED),
    ],
    refusal="Văn bản trả lời đang ở bước khác nên chưa làm được việc này. Xem lại bước hiện tại ở đầu trang.",
)

EMPTY_PHRASES = (
    "tiep thu", "ghi nhan", "se xem xet", "dang xem xet", "nghien cuu", "chi dao", "quan tam", "xin cam on", "cam on",
    "y kien cua ong ba", "y kien cua ba con", "y kien", "kien nghi", "da tiep nhan", "xu ly thong tin", "theo quy dinh",
    "trong thoi gian toi", "som nhat", "cac co quan chuc nang", "bao cao cap tren", "de xuat",
)  # fmt: skip
_FILLERS = frozenset(
    "ubnd xa uy ban nhan dan se da dang va de cho voi cua cac nhung nay do tren duoc bang ve la thi toi chung cong"
    " chuc don vi lien quan cap tren giai quyet tra loi ong ba con thon kinh gui rat mong".split()
)
MIN_SUBSTANCE = 6


def _folded_words(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9/]+", plain))


def substance_of(text: str) -> int:
    """Words left when empty phrases and fillers are taken out: a rough measure of how much is actually said."""
    words = f" {_folded_words(text)} "
    for phrase in sorted(EMPTY_PHRASES, key=len, reverse=True):
        words = words.replace(f" {phrase} ", " ")
    return sum(1 for word in words.split() if word not in _FILLERS)


def is_empty_answer(text: str) -> bool:
    """Whether a text only takes in and promises to look, with nothing said of what is done, by whom or by when."""
    return substance_of(text) < MIN_SUBSTANCE


def check_answer(text: str, result: str, promised_on: date | None, *, today: date) -> None:
    """Refuse an empty answer and a promise without a date to come; raises NotPossible with words that say what to do."""
    if is_empty_answer(text):
        raise NotPossible(
            "Câu trả lời mới chỉ “tiếp thu, ghi nhận”. Hãy viết rõ: làm gì, ai làm, khi nào xong, hoặc vì sao không làm được.",
            table="answer", move="submit",
        )  # fmt: skip
    if result not in set(Result):
        raise NotPossible("Chọn kết quả: đã giải quyết, hẹn ngày giải quyết, giải thích, hoặc không chấp nhận.")
    if result == Result.PROMISED and (promised_on is None or promised_on < today):
        raise NotPossible("Đã hẹn thì phải có ngày xong, từ hôm nay trở đi. Điền ngày hẹn rồi lưu lại.")


def check_extension(*, old_due_on: date, new_due_on: date, reason: str, today: date) -> None:
    """An extension needs a reason and a later day, and is asked before the old day has passed."""
    if len(reason.strip()) < 15:
        raise NotPossible("Gia hạn phải nêu rõ lý do để báo cho người dân (ít nhất một câu).")
    if new_due_on <= old_due_on:
        raise NotPossible("Hạn mới phải sau hạn cũ.")
    if today > old_due_on:
        raise NotPossible("Hạn cũ đã qua nên không gia hạn được nữa. Hãy trả lời ngay và nêu lý do chậm.")


def days_late(due_on: date, done_on: date | None, today: date) -> int:
    """Calendar days after the due date; 0 when on time or not yet due."""
    return max(0, ((done_on or today) - due_on).days)
