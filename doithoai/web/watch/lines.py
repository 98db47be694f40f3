"""Petitions as overseers read them: the office's words, the unit, the date, how late. Nobody's name, no original words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from doithoai.domain.opinions import TOPICS, OpinionState
from doithoai.stages.answers.records import AnswerCard, PromiseLine, TransferLine
from doithoai.stages.opinions.records import OpinionRow
from doithoai.web.ui.stored import stored
from doithoai.web.ui.words import days_left, vn_date
from doithoai.web.watch.wording import OPINION_STATES


@dataclass(frozen=True)
class PetitionLine:
    """One line of a list; `stamp` and `stamp_words` tell how it stands to its date."""

    opinion_id: int
    number: str
    text: str
    village: str
    topic: str
    unit: str
    due_on: date | None
    state: str
    stamp: str
    stamp_words: str


def topic_words(code: str) -> str:
    """The topic's name; a thing not yet sorted has none."""
    return _(TOPICS[code]) if code in TOPICS else ""


def text_of(row: OpinionRow) -> str:
    """The checked public text's or the office's own words, never the citizen's."""
    return stored(row.summary or row.public_text) or topic_words(row.topic) or _("Chưa có tóm tắt của văn phòng")


def lines_of(
    rows: Iterable[OpinionRow], cards: Mapping[int, AnswerCard], transfers: Mapping[int, TransferLine], today: date
) -> list[PetitionLine]:
    """Lines of the register with their dates."""
    return [_line(row, cards.get(row.id), transfers.get(row.id), today) for row in rows]


def _line(row: OpinionRow, card: AnswerCard | None, transfer: TransferLine | None, today: date) -> PetitionLine:
    state = OpinionState(row.state)
    if transfer is not None and state is OpinionState.TRANSFERRED:
        due_on, (stamp, words), unit = transfer.expected_on, stamp_of_transfer(transfer), transfer.body
    elif card is not None and state in (OpinionState.AWAITING_ANSWER, OpinionState.ANSWERED):
        due_on, (stamp, words), unit = card.due_on, stamp_of_answer(card, today), card.unit
    else:
        due_on, unit = None, row.unit
        stamp, words = ("done" if state is OpinionState.ANSWERED else ""), str(OPINION_STATES[state]).lower()
    return PetitionLine(
        opinion_id=row.id,
        number=row.number,
        text=text_of(row),
        village=row.village,
        topic=topic_words(row.topic),
        unit=unit,
        due_on=due_on,
        state=str(OPINION_STATES[state]),
        stamp=stamp,
        stamp_words=words,
    )


def stamp_of_answer(card: AnswerCard, today: date) -> tuple[str, str]:
    """How a written answer stands to its date."""
    if card.is_signed:
        if card.days_late:
            return "late", _("trả lời chậm %(n)s ngày") % {"n": card.days_late}
        return "done", _("đã trả lời")
    left = (card.due_on - today).days
    return ("late" if left < 0 else "soon" if left <= 3 else "open"), days_left(card.due_on, today)


def stamp_of_transfer(line: TransferLine) -> tuple[str, str]:
    """How something passed up stands."""
    if line.replied_on:
        return "done", _("cấp trên đã trả lời")
    if line.untold:
        return "late", _("chưa báo người dân")
    if line.overdue:
        return "late", _("cấp trên quá ngày hẹn")
    return "open", _("chờ cấp trên")


def late_lines(cards: Iterable[AnswerCard], today: date) -> list[PetitionLine]:
    """Answers owed whose date has passed."""
    return [
        PetitionLine(
            c.opinion_id, c.number, stored(c.summary), c.village, topic_words(c.topic), c.unit, c.due_on,
            _("Chờ trả lời bằng văn bản"), *stamp_of_answer(c, today),
        )
        for c in cards
    ]  # fmt: skip


def promise_lines(promises: Iterable[PromiseLine], today: date) -> list[PetitionLine]:
    """Promises, broken ones as late; the date is the promised day."""
    return [
        PetitionLine(
            p.opinion_id, p.number, stored(p.summary), p.village, topic_words(p.topic), p.unit, p.promised_on,
            _("Hẹn xong ngày %(day)s") % {"day": vn_date(p.promised_on)},
            "late" if p.broken else "open",
            _("hứa mà chưa làm, quá %(n)s ngày") % {"n": (today - p.promised_on).days} if p.broken else _("chưa đến hẹn"),
        )
        for p in promises
    ]  # fmt: skip


def transfer_lines(transfers: Iterable[TransferLine]) -> list[PetitionLine]:
    """What was passed up, with the body that must answer."""
    return [
        PetitionLine(
            t.opinion_id, t.number, stored(t.summary), t.village, "", t.body, t.expected_on, _("Đã chuyển cấp trên"),
            *stamp_of_transfer(t),
        )
        for t in transfers
    ]  # fmt: skip
