"""How the state of one public question is told: a stamp, the journey so far, and plain sentences that admit lateness.

Told of public questions and, by receipt code, of an opinion of one's own; no query, no markup.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from doithoai.domain.answers import Result, days_late
from doithoai.domain.duties import SOON_DAYS
from doithoai.domain.notices import PublicStatus
from doithoai.domain.opinions import TOPICS
from doithoai.stages.notices.queries import Question
from doithoai.web.portal.wording import RESULT_WORDS
from doithoai.web.ui.records import Step
from doithoai.web.ui.saying import gettext as _
from doithoai.web.ui.stored import with_stored
from doithoai.web.ui.words import sentence, vn_date


class Dated(Protocol):
    """What tells where a question stands: a Question, or the ReceiptStatus of a code."""

    status: str
    unit: str
    result: str
    promised_on: date | None
    first_due_on: date | None
    due_on: date | None
    extension_reason: str
    answered_on: date | None
    body: str
    transferred_on: date | None


class Timed(Protocol):
    """The three facts that lateness needs."""

    status: str
    due_on: date | None
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """One question as a page shows it. `stamp` is a state of the shared stamp, `standing` the key the filter knows."""

    id: int
    dialogue_id: int
    question: str
    answer: str
    topic: str
    village: str
    stamp: str
    stamp_words: str
    standing: str
    sentences: list[str]
    journey: list[Step] = field(default_factory=list)
    unit: str = ""
    answered_on: date | None = None
    signer: tuple[str, str] = ("", "")

    @property
    def about(self) -> str:
        """Where and what about, in one line."""
        return " · ".join(part for part in (self.village, self.topic) if part)


STANDINGS = ("on_time", "late", "open", "overdue", "passed_up")


def standing_of(row: Timed, today: date) -> str:
    """`on_time` and `late` are answered; `open` and `overdue` wait; `passed_up` went to a higher body."""
    if row.status == PublicStatus.ANSWERED:
        return "late" if lateness(row, today) else "on_time"
    if row.status == PublicStatus.PASSED_UP:
        return "passed_up"
    return "overdue" if lateness(row, today) else "open"


def lateness(row: Timed, today: date) -> int:
    """Days past the due date, up to the answer or today; 0 where no date binds."""
    if row.due_on is None or (row.status == PublicStatus.ANSWERED and row.answered_on is None):
        return 0
    return days_late(row.due_on, row.answered_on, today)


def figures_of(rows: Iterable[Timed], today: date) -> dict[str, int]:
    """How many questions stand where, by the keys of STANDINGS, and `all`."""
    return counted(standing_of(row, today) for row in rows)


def counted(standings: Iterable[str]) -> dict[str, int]:
    """The same from where each already stands."""
    number = Counter(standings)
    return {**{key: number[key] for key in STANDINGS}, "all": number.total()}


def told(row: Question, today: date) -> Told:
    """The question as a line of a list says it: no journey, and sentences only where there is no answer to show."""
    standing = standing_of(row, today)
    stamp, words = stamp_of(row, standing, today)
    return Told(
        id=row.opinion_id,
        dialogue_id=row.dialogue_id,
        question=row.question,
        answer=row.answer,
        topic=topic_words(row.topic),
        village=row.village,
        stamp=stamp,
        stamp_words=words,
        standing=standing,
        sentences=[] if row.answer else sentences_of(row, standing, today),
        unit=row.unit,
        answered_on=row.answered_on,
        signer=(row.signed_by, row.signed_as),
    )


def told_whole(row: Question, today: date) -> Told:
    """The question with everything its own page says of it."""
    sentences = sentences_of(row, standing_of(row, today), today)
    return replace(told(row, today), sentences=sentences, journey=journey_of(row, row.asked_on))


def topic_words(topic: str) -> str:
    """The topic as the screen says it; empty for none."""
    return _(TOPICS[topic]) if topic in TOPICS else ""


def stamp_of(row: Dated, standing: str, today: date) -> tuple[str, str]:
    """State and words of the stamp."""
    late = lateness(row, today)
    if standing == "on_time":
        return "done", _("Đã trả lời")
    if standing == "late":
        return "done", _("Đã trả lời, chậm %(days)s ngày") % {"days": late}
    if standing == "overdue":
        return "late", _("Quá hạn %(days)s ngày") % {"days": late}
    if standing == "passed_up":
        return "open", _("Đã chuyển cấp trên")
    if row.due_on is not None and (row.due_on - today).days <= SOON_DAYS:
        return "soon", _("Đang xem, còn %(days)s ngày") % {"days": (row.due_on - today).days}
    return "open", _("Đã nhận") if row.status == PublicStatus.RECEIVED else _("Đang xem")


def sentences_of(row: Dated, standing: str, today: date) -> list[str]:
    """Who does what by when, in order; lateness is admitted, an extension gives both dates and the reason."""
    late = {"days": lateness(row, today), "due": vn_date(row.due_on), "on": vn_date(row.answered_on)}
    said: list[str] = []
    if row.first_due_on and row.due_on and row.first_due_on != row.due_on:
        said.append(
            _("Xã hẹn trả lời ngày %(first)s, nay xin lùi đến ngày %(due)s.")
            % {"first": vn_date(row.first_due_on), "due": vn_date(row.due_on)}
        )
        if row.extension_reason:
            said.append(with_stored(_("Lý do lùi ngày: %(reason)s"), {"reason": row.extension_reason}))
    if standing == "late":
        said.append(_("Xã trả lời ngày %(on)s, chậm %(days)s ngày so với ngày hẹn %(due)s.") % late)
    elif standing == "on_time" and row.answered_on:
        said.append(
            _("Xã trả lời ngày %(on)s, đúng hạn.") % late if row.due_on else _("Xã trả lời ngày %(on)s.") % late
        )
    elif standing == "overdue":
        said.append(_("Xã hẹn trả lời ngày %(due)s. Xã đang chậm %(days)s ngày.") % late)
    elif standing == "open" and row.due_on:
        said.append(_("Xã trả lời chậm nhất ngày %(due)s.") % late)
    elif standing == "passed_up":
        said += passed_up_sentences(row, today)
    if row.promised_on and row.result == Result.PROMISED:
        said.append(_("Xã hẹn làm xong ngày %(day)s.") % {"day": vn_date(row.promised_on)})
    return said


def passed_up_sentences(row: Dated, today: date) -> list[str]:
    """Where it went and by when an answer is expected."""
    body = row.body or _("cơ quan cấp trên")
    if row.transferred_on:
        said = [_("Việc này vượt quyền của xã, xã đã chuyển %(body)s ngày %(day)s.")
                % {"body": body, "day": vn_date(row.transferred_on)}]  # fmt: skip
    else:
        said = [_("Việc này vượt quyền của xã, xã chuyển %(body)s.") % {"body": body}]
    if row.due_on:
        said.append(_("Dự kiến có trả lời ngày %(day)s.") % {"day": vn_date(row.due_on)})
    if lateness(row, today):
        said.append(_("Đã quá ngày đó %(days)s ngày mà chưa có trả lời.") % {"days": lateness(row, today)})
    return said


def note_of(row: Dated) -> str:
    """What stands beside the state: the result once answered, until then who looks after it."""
    if row.status == PublicStatus.ANSWERED:
        return sentence(result_words(row))
    return _("Người lo việc này: %(unit)s") % {"unit": row.unit} if row.unit else ""


def result_words(row: Dated) -> str:
    """How it ended, as citizens are told it; empty where that is not known."""
    return _(RESULT_WORDS[Result(row.result)]) if row.result in set(Result) else ""


def journey_of(row: Dated, received_on: date | None) -> list[Step]:
    """Received, in hand, then answered or passed up."""
    steps = [Step(_("Xã đã nhận"), "done", vn_date(received_on))]
    moved_on = row.status in (PublicStatus.ANSWERED, PublicStatus.PASSED_UP)
    in_hand = row.status == PublicStatus.IN_HAND
    who = _("Người lo việc này: %(unit)s") % {"unit": row.unit} if row.unit else ""
    steps.append(Step(_("Đang xem"), "done" if moved_on else "current" if in_hand else "", who))
    if row.status == PublicStatus.PASSED_UP:
        steps.append(
            Step(_("Đã chuyển %(body)s") % {"body": row.body or _("cấp trên")}, "current", vn_date(row.transferred_on))
        )
        return steps
    answered = row.status == PublicStatus.ANSWERED
    note = " · ".join(part for part in (vn_date(row.answered_on), result_words(row)) if part) if answered else ""
    if not answered and row.due_on:
        note = _("chậm nhất ngày %(day)s") % {"day": vn_date(row.due_on)}
    steps.append(Step(_("Đã trả lời") if answered else _("Trả lời"), "done" if answered else "", note))
    if not answered and not in_hand:
        steps[0] = Step(steps[0].words, "current", steps[0].note)
    return steps
