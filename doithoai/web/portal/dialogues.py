"""A public dialogue as the pages show it: facts of the notice as pairs of words, figures, lists of the conclusion.

Reads only the public projection (stages/notices).
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from doithoai.domain.notices import Made, PostingChannel
from doithoai.domain.plans import ConferenceState
from doithoai.stages.notices import queries as notices
from doithoai.stages.notices.models import PublicDialogue
from doithoai.stages.notices.queries import Question
from doithoai.web.portal.pictures import share_of
from doithoai.web.portal.telling import figures_of
from doithoai.web.ui.records import Bar
from doithoai.web.ui.saying import gettext as _
from doithoai.web.ui.stored import stored
from doithoai.web.ui.words import vn_date

BRIEF: Final = ("starts", "place", "villages")


@dataclass(frozen=True)
class Shown:
    """One dialogue. `brief` (hour, place, for whom) and `rest` are pairs of label and words; `figures` count questions by
    where they stand.
    """

    id: int
    title: str
    on: date | None
    warning: str
    brief: list[tuple[str, str]]
    rest: list[tuple[str, str]]
    topics: list[str]
    figures: dict[str, int] = field(default_factory=dict)

    @property
    def day_month(self) -> str:
        """`17/12`, to be read from afar."""
        return vn_date(self.on)[:5]

    @property
    def share(self) -> list[tuple[Bar, float, float]]:
        """What became of the questions, to be read."""
        return share_of(self.figures, linked=False)

    @property
    def linked_share(self) -> list[tuple[Bar, float, float]]:
        """The same, each part a link to its questions on the dialogue's own page."""
        return share_of(self.figures, linked=True)


def split(commune_id: int, today: date) -> tuple[list[Shown], list[Shown]]:
    """Dialogues to come, the nearest first; and those that were, the latest first, with what became of the questions."""
    rows = list(notices.dialogues_of(commune_id))
    dates = notices.dates_by_dialogue(commune_id)
    coming = sorted((row for row in rows if is_coming(row, today)), key=lambda row: (row.on is None, row.on or today))
    past = sorted((row for row in rows if not is_coming(row, today)), key=lambda row: row.on or today, reverse=True)
    return (
        [shown(row) for row in coming],
        [shown(row, figures_of(dates.get(row.pk, ()), today)) for row in past],
    )


def is_coming(row: PublicDialogue, today: date) -> bool:
    """Whether it is still to be held; one whose day has passed without being opened counts as past."""
    if row.state in notices.HELD:
        return False
    return row.on is None or row.on >= today


def shown(row: PublicDialogue, figures: dict[str, int] | None = None) -> Shown:
    """The record of one dialogue."""
    return Shown(
        id=row.pk,
        title=row.title,
        on=row.on,
        warning=warning_of(row),
        brief=facts_of(row, BRIEF),
        rest=facts_of(row, [key for key, _words in named_facts() if key not in BRIEF]),
        topics=[str(topic) for topic in row.facts.get("topics", [])],
        figures=figures or {},
    )


def warning_of(row: PublicDialogue) -> str:
    """What a reader must know before he sets out."""
    if row.state == ConferenceState.CANCELLED:
        return _("Buổi này đã hủy.")
    return (
        _("Ngày này chưa chắc chắn. Định được ngày, xã báo trên loa và trên trang này.")
        if row.state == ConferenceState.PLANNED
        else ""
    )


def facts_of(row: PublicDialogue, keys: Collection[str]) -> list[tuple[str, str]]:
    """Hour, place, how to attend and the rest of the notice, as far as it is asked for and known."""
    facts: dict[str, Any] = row.facts
    return [(words, stored(in_words(facts[key]))) for key, words in named_facts() if key in keys and facts.get(key)]


def in_words(fact: Any) -> str:
    """A fact as words; several of them between semicolons."""
    return "; ".join(str(part) for part in fact) if isinstance(fact, list) else str(fact)


def named_facts() -> tuple[tuple[str, str], ...]:
    """Keys of the projection's facts with their labels, in reading order."""
    return (
        ("starts", _("Giờ")),
        ("place", _("Nơi họp")),
        ("how_to_attend", _("Đến dự thế nào")),
        ("online_address", _("Họp qua mạng")),
        ("villages", _("Cho bà con")),
        ("cluster", _("Cụm thôn")),
        ("chair", _("Chủ trì")),
        ("co_chair", _("Đồng chủ trì")),
    )


@dataclass(frozen=True)
class Listed:
    """One line of the conclusion: a public question, its words, and a note (unit and date, body)."""

    id: int
    words: str
    note: str = ""


@dataclass(frozen=True)
class Result:
    """How the conference was made known: the result's own text, and one sentence per act and day."""

    text: str
    postings: list[str]


def lists_of(row: PublicDialogue) -> list[tuple[str, list[Listed]]]:
    """The conclusion's four lists in public texts, in their order; a question that is not public is left out."""
    ids = [row.facts.get("lists", {}).get(key, []) for key in ("discussed", "settled", "unsettled")]
    by_id = {one.opinion_id: one for one in notices.questions_in(row.pk, {ident for some in ids for ident in some})}
    discussed, settled, unsettled = ([by_id[ident] for ident in some if ident in by_id] for some in ids)
    assigned = [question for question in unsettled if question.unit and question.due_on]
    return [
        (_("Những việc đã đối thoại"), [Listed(one.opinion_id, one.question) for one in discussed]),
        (_("Những việc đã trả lời, giải quyết ngay"), [Listed(one.opinion_id, one.question) for one in settled]),
        (_("Những việc chưa giải quyết xong"), [Listed(one.opinion_id, one.question) for one in unsettled]),
        (
            _("Ai phải làm tiếp, chậm nhất ngày nào"),
            [Listed(one.opinion_id, one.question, who_by_when(one)) for one in assigned],
        ),
    ]


def who_by_when(question: Question) -> str:
    """`Phòng Kinh tế, chậm nhất ngày 11/12/2025`."""
    return _("%(unit)s, chậm nhất ngày %(day)s") % {"unit": question.unit, "day": vn_date(question.due_on)}


def result_of(row: PublicDialogue) -> Result:
    """The published result, and every act of making known with its day."""
    by_act: dict[tuple[str, str], list[str]] = defaultdict(list)
    for posting in row.facts.get("postings", []):
        by_act[posting["what"], posting["posted_on"]].append(posting["channel"])
    return Result(str(row.facts.get("result") or ""), [posted(*act, used) for act, used in by_act.items()])


def posted(what: str, day: str, used: list[str]) -> str:
    """`Kết quả, ngày 30/11/2025: dán ở trụ sở xã, gửi các trưởng thôn`, as a sentence."""
    return _("%(what)s, ngày %(day)s: %(channels)s.") % {
        "what": _("Kết quả") if what == Made.RESULT else _("Thông báo họp"),
        "day": vn_date(date.fromisoformat(day)),
        "channels": ", ".join(words for channel, words in channels() if channel in used) or _("cách khác"),
    }


def channels() -> tuple[tuple[str, str], ...]:
    """How each channel is said to citizens."""
    return (
        (PostingChannel.MEDIA, _("trên báo, đài, mạng")),
        (PostingChannel.LOUDSPEAKER, _("trên loa truyền thanh")),
        (PostingChannel.HEADQUARTERS, _("dán ở trụ sở xã")),
        (PostingChannel.VILLAGE_HEADS, _("gửi các trưởng thôn")),
        (PostingChannel.PORTAL, _("đăng trên trang này")),
        (PostingChannel.INVITATION, _("gửi giấy mời")),
    )
