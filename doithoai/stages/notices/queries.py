"""What public pages may ask: the public projection and the communes' own names, no other table (threats T-05).

Nothing here knows a person. The one question that starts from a receipt code is `receipts.py`; recorded postings for
officials are `postings.py`.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import BooleanField, Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.notices import PublicStatus
from doithoai.domain.plans import ConferenceState
from doithoai.domain.texts import accented_words_of, words_of
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.people.models import Commune

COMING = (ConferenceState.PLANNED, ConferenceState.ANNOUNCED, ConferenceState.RUNNING)
HELD = (ConferenceState.HELD, ConferenceState.CONCLUDED, ConferenceState.CLOSED)
WAITING = (PublicStatus.RECEIVED, PublicStatus.IN_HAND)
SEARCHED_WORDS = 12
NEAR_SHARE = 0.6


@dataclass(frozen=True)
class CommuneServed:
    """One commune on the first page: how many dialogues and questions are public, and the next and latest day."""

    slug: str
    name: str
    kind: str
    province: str
    is_demo: bool
    dialogues: int
    questions: int
    latest_on: date | None


class Standing(NamedTuple):
    """As much of a public question as tells where it stands and what it is about; the names are those of its columns."""

    opinion_id: int
    dialogue_id: int
    topic: str
    village: str
    status: str
    due_on: date | None
    answered_on: date | None


class Question(NamedTuple):
    """One public question with its answer; the names are those of its columns."""

    opinion_id: int
    dialogue_id: int
    commune_id: int
    topic: str
    village: str
    asked_on: date | None
    question: str
    status: str
    answer: str
    signed_by: str
    signed_as: str
    unit: str
    result: str
    promised_on: date | None
    first_due_on: date | None
    due_on: date | None
    extension_reason: str
    answered_on: date | None
    body: str
    transferred_on: date | None


@dataclass(frozen=True)
class Found:
    """A stretch of search hits. `is_near` when nothing had every word and the best partial hits are shown instead."""

    rows: tuple[Question, ...]
    total: int
    is_near: bool = False


@dataclass(frozen=True)
class Lateness:
    """Public questions by how their dates were kept, on one day. They count questions, never people."""

    total: int
    answered: int
    answered_late: int
    waiting: int
    overdue: int
    passed_up: int
    extended: int

    @property
    def answered_in_time(self) -> int:
        """Answered by the due date, or with none set."""
        return self.answered - self.answered_late


def communes_served() -> tuple[CommuneServed, ...]:
    """Every commune of this installation by name, with its public figures."""
    dialogues = {
        row["commune_id"]: row
        for row in _dialogues().order_by().values("commune_id").annotate(number=Count("pk"))
    }  # fmt: skip
    latest = dict(
        _dialogues().filter(state__in=HELD).order_by("on").exclude(on=None).values_list("commune_id", "on")
    )  # fmt: skip
    questions = dict(_questions().order_by().values_list("commune_id").annotate(number=Count("pk")))
    return tuple(
        CommuneServed(
            slug=commune.slug,
            name=commune.name,
            kind=commune.kind,
            province=commune.province,
            is_demo=commune.is_demo,
            dialogues=dialogues.get(commune.pk, {}).get("number", 0),
            questions=questions.get(commune.pk, 0),
            latest_on=latest.get(commune.pk),
        )
        for commune in Commune.objects.all()
    )


def _dialogues() -> QuerySet[PublicDialogue]:
    return PublicDialogue.objects.filter(is_withdrawn=False)


ONE_DIALOGUE = (
    'SELECT * FROM "notices_publicdialogue" WHERE "conference_id" = %s AND "commune_id" = %s AND NOT "is_withdrawn"'
)
Row = TypeVar("Row", Standing, Question)
PUBLIC = (
    'FROM "notices_publicquestion" q JOIN "notices_publicdialogue" d ON d."conference_id" = q."dialogue_id" '
    'WHERE NOT q."is_withdrawn" AND NOT d."is_withdrawn"'
)


def _read(kind: type[Row], condition: str, *values: Any) -> tuple[Row, ...]:
    """Public questions in order of their receipt, as plain records.

    By the cursor: making twenty model objects takes longer than the rest of the page (decision 0007).
    """
    columns = ", ".join(f'q."{name}"' for name in kind._fields)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {columns} {PUBLIC} AND {condition} ORDER BY q."opinion_id"', values)
        return tuple(map(kind._make, cursor.fetchall()))


def _questions() -> QuerySet[PublicQuestion]:
    return PublicQuestion.objects.filter(is_withdrawn=False, dialogue__is_withdrawn=False)


# --- dialogues -----------------------------------------------------------------------------------------------------


def dialogues_of(commune_id: int) -> QuerySet[PublicDialogue]:
    """Public dialogues of a commune, newest first, with its name loaded."""
    return _dialogues().filter(commune_id=commune_id).select_related("commune")


def coming_dialogues(today: date, commune_id: int | None = None) -> QuerySet[PublicDialogue]:
    """Announced or planned ones from today on, the nearest first, those without a day last."""
    found = _dialogues().filter(Q(on=None) | Q(on__gte=today), state__in=COMING).select_related("commune")
    if commune_id is not None:
        found = found.filter(commune_id=commune_id)
    return found.order_by(F("on").asc(nulls_last=True), "conference_id")


def held_dialogues(commune_id: int) -> QuerySet[PublicDialogue]:
    """Held ones of a commune, the latest first, each with `question_count` and `answered_count`."""
    shown = Q(questions__is_withdrawn=False)
    return dialogues_of(commune_id).filter(state__in=HELD).annotate(
        question_count=Count("questions", filter=shown),
        answered_count=Count("questions", filter=shown & Q(questions__status=PublicStatus.ANSWERED)),
    )  # fmt: skip


def dialogue_in(commune_id: int, conference_id: int) -> PublicDialogue:
    """One public dialogue of this commune; raises NotFound, also for a withdrawn one."""
    for found in PublicDialogue.objects.raw(ONE_DIALOGUE, [conference_id, commune_id]):
        return found
    raise NotFound(_("Không có cuộc đối thoại này trên trang của xã."))


def standings_of(conference_id: int) -> tuple[Standing, ...]:
    """Where every public question of one dialogue stands, in order of their receipt."""
    return _read(Standing, 'q."dialogue_id" = %s', conference_id)


def dates_by_dialogue(commune_id: int) -> dict[int, list[Standing]]:
    """The same of a whole commune under each dialogue, in one query however many there are."""
    found: dict[int, list[Standing]] = defaultdict(list)
    for row in _read(Standing, 'q."commune_id" = %s', commune_id):
        found[row.dialogue_id].append(row)
    return found


# --- questions -----------------------------------------------------------------------------------------------------


def question_in(commune_id: int, opinion_id: int) -> Question:
    """One public question of this commune; raises NotFound, also for a withdrawn one."""
    for row in _read(Question, 'q."commune_id" = %s AND q."opinion_id" = %s', commune_id, opinion_id):
        return row
    raise NotFound(_("Không có câu hỏi này trên trang của xã."))


def questions_in(conference_id: int, ids: Collection[int]) -> tuple[Question, ...]:
    """These public questions of one dialogue in order of their receipt; numbers that are not there are left out."""
    return _by_number(ids, 'q."dialogue_id" = %s', conference_id)


def _by_number(ids: Collection[int], condition: str, *values: Any) -> tuple[Question, ...]:
    if not ids:
        return ()
    marks = ", ".join(["%s"] * len(ids))
    return _read(Question, f'{condition} AND q."opinion_id" IN ({marks})', *values, *ids)


def search_questions(
    text: str, *, commune_id: int | None = None, topic: str = "", offset: int = 0, limit: int = 20
) -> Found:
    """Questions and answers with every word, typed with or without diacritics; those with the very accents first.

    Any text is allowed: it is only split into words. Without a word, the newest. When nothing has every word, those
    that have most of them.
    """
    found = _questions()
    if commune_id is not None:
        found = found.filter(commune_id=commune_id)
    if topic:
        found = found.filter(topic=topic)
    folded = list(dict.fromkeys(words_of(text)))[:SEARCHED_WORDS]
    if not folded:
        return _stretch(found.order_by("-opinion_id"), offset, limit)
    all_words = Q()
    for word in folded:
        all_words &= Q(folded__contains=f" {word} ")
    ranked = found.annotate(is_exact=_exact(text)).order_by("-is_exact", "-opinion_id")
    whole = _stretch(ranked.filter(all_words), offset, limit)
    if whole.total or len(folded) == 1:
        return whole
    near = ranked.annotate(hits=_hits(folded)).filter(hits__gte=max(1, round(NEAR_SHARE * len(folded))))
    return _stretch(near.order_by("-hits", "-is_exact", "-opinion_id"), offset, limit, is_near=True)


def _exact(text: str) -> Case:
    """Whether every word typed with diacritics stands there with them."""
    condition = Q(pk__isnull=False)
    for word in accented_words_of(text)[:SEARCHED_WORDS]:
        if not word.isascii():
            condition &= Q(accented__contains=f" {word} ")
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _hits(folded: list[str]) -> Case:
    total = Value(0)
    for word in folded:
        has = When(folded__contains=f" {word} ", then=Value(1))
        total = total + Case(has, default=Value(0), output_field=IntegerField())
    return total


def _stretch(found: QuerySet[PublicQuestion], offset: int, limit: int, *, is_near: bool = False) -> Found:
    """One pass over the texts gives the number of every hit in order; the few that are shown are read whole."""
    ids = list(found.values_list("opinion_id", flat=True))
    shown = ids[offset : offset + limit]
    rows = {row.opinion_id: row for row in _by_number(shown, "TRUE")}
    return Found(tuple(rows[ident] for ident in shown if ident in rows), len(ids), is_near and bool(ids))


def lateness_on(today: date, *, commune_id: int | None = None, conference_id: int | None = None) -> Lateness:
    """How public questions stand against their dates on a day: of all communes, one commune or one dialogue."""
    found = _questions()
    if commune_id is not None:
        found = found.filter(commune_id=commune_id)
    if conference_id is not None:
        found = found.filter(dialogue_id=conference_id)
    answered, waiting = Q(status=PublicStatus.ANSWERED), Q(status__in=WAITING)
    return Lateness(
        **found.aggregate(
            total=Count("pk"),
            answered=Count("pk", filter=answered),
            answered_late=Count("pk", filter=answered & Q(answered_on__gt=F("due_on"))),
            waiting=Count("pk", filter=waiting),
            overdue=Count("pk", filter=waiting & Q(due_on__lt=today)),
            passed_up=Count("pk", filter=Q(status=PublicStatus.PASSED_UP)),
            extended=Count("pk", filter=Q(due_on__gt=F("first_due_on"))),
        )
    )
