"""Questions to the ledger. Every page, paper and feed that shows a deadline asks here and nowhere else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.deadlines import Anchor, Direction, Term, Unit, due_on
from doithoai.domain.duties import DUTY_NAMES, STATE_NAMES, Duty, DutyState, days_late, state_on
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.telling import told_text
from doithoai.stages.plans.models import Conference
from doithoai.stages.rulebook.queries import calendar_for


@dataclass(frozen=True)
class DutyRow:
    """A ledger entry as pages show it on one day: plain values, no lazy reads."""

    id: int
    conference_id: int
    conference_title: str
    conference_on: date | None
    commune_id: int
    commune_name: str
    duty: str
    name: str
    actor: str
    role: str
    unit_id: int | None
    due_on: date | None
    suggested_on: date | None
    first_due_on: date | None
    state: str
    state_name: str
    days_late: int
    days_left: int | None
    rule: str
    article: str
    rank: str
    advice: bool
    confirmed: bool
    words: str
    overruled: tuple[Mapping[str, Any], ...]
    agrees: tuple[Mapping[str, Any], ...]
    warnings: tuple[str, ...]
    recipients: tuple[str, ...]
    text: str
    proof_expected: str
    done_on: date | None
    done_by: str
    proof: str
    document_id: int | None
    history: tuple[Mapping[str, Any], ...]
    version: int


def row_of(entry: DutyEntry, today: date) -> DutyRow:
    """The entry on a day. Needs `conference` and `commune` loaded."""
    state = state_on(today, due_on=entry.due_on, done_on=entry.done_on)
    return DutyRow(
        id=entry.pk,
        conference_id=entry.conference_id,
        conference_title=entry.conference.title,
        conference_on=entry.conference.on,
        commune_id=entry.commune_id,
        commune_name=entry.commune.name,
        duty=entry.duty,
        name=_(DUTY_NAMES[Duty(entry.duty)]),
        actor=entry.actor,
        role=entry.role,
        unit_id=entry.unit_id,
        due_on=entry.due_on,
        suggested_on=entry.suggested_on,
        first_due_on=entry.first_due_on,
        state=state.value,
        state_name=_(STATE_NAMES[state]),
        days_late=days_late(today, due_on=entry.due_on, done_on=entry.done_on),
        days_left=(entry.due_on - today).days if entry.due_on and not entry.done_on else None,
        rule=entry.rule,
        article=entry.article,
        rank=entry.rank,
        advice=entry.advice,
        confirmed=entry.confirmed,
        words=entry.words,
        overruled=tuple(entry.overruled),
        agrees=tuple(entry.agrees),
        warnings=tuple(entry.warnings),
        recipients=tuple(entry.recipients),
        text=told_text(entry),
        proof_expected=entry.proof_expected,
        done_on=entry.done_on,
        done_by=entry.done_by,
        proof=entry.proof,
        document_id=entry.document_id,
        history=tuple(entry.history),
        version=entry.version,
    )


def entries_of(conference_id: int) -> QuerySet[DutyEntry]:
    """Entries of one conference in the order of the cycle."""
    return _loaded().filter(conference_id=conference_id).order_by("order")


def entry_in(commune_id: int, entry_id: int) -> DutyEntry:
    """One entry of this commune; raises NotFound."""
    entry = _loaded().filter(commune_id=commune_id, pk=entry_id).first()
    if entry is None:
        raise NotFound(_("Không có việc này trong sổ của xã."))
    return entry


def ledger_of(conference_id: int, today: date) -> list[DutyRow]:
    """The ledger of one conference as it stands today."""
    return [row_of(entry, today) for entry in entries_of(conference_id)]


def ledger_of_commune(commune_id: int, today: date, *, year: int | None = None) -> list[DutyRow]:
    """Every duty of a commune, dated ones first by date, then in the order of the cycle."""
    entries = _loaded().filter(commune_id=commune_id)
    if year is not None:
        entries = entries.filter(conference__year=year)
    return _by_date(row_of(entry, today) for entry in entries)


def duties_due(today: date, *, commune_id: int | None = None, states: Iterable[DutyState] = ()) -> list[DutyRow]:
    """Every duty of running conferences with its state today; `states` narrows them. None asks of all communes."""
    entries = _loaded().exclude(conference__state="cancelled")
    if commune_id is not None:
        entries = entries.filter(commune_id=commune_id)
    wanted = {DutyState(state).value for state in states}
    rows = (row_of(entry, today) for entry in entries)
    return _by_date(row for row in rows if not wanted or row.state in wanted)


def due_slice(until: date) -> QuerySet[DutyEntry]:
    """Waiting entries due from the past up to `until`, by a range scan of the index: what a nightly look needs."""
    return _loaded().filter(done_on=None, due_on__lte=until).exclude(conference__state="cancelled").order_by("due_on")


def term_of(explanation: Mapping[str, Any]) -> Term | None:
    """The term a date was counted with, from the stored explanation; None for fixed dates."""
    amount, unit, direction = (explanation.get(key) for key in ("amount", "unit", "direction"))
    if amount is None or unit is None or direction is None:
        return None
    anchor = explanation.get("anchor") or Anchor.CONFERENCE_DAY
    return Term(amount, Unit(unit), Direction(direction), Anchor(anchor))


def answer_due_for(conference: Conference, received_on: date | None = None) -> date | None:
    """When an opinion must be answered, by the ledger's own answer rule; None where no rule sets a number.

    A rule counted from receipt counts from that opinion's own day; an opinion that came after the conference never has
    less time than one raised there.
    """
    entries = [entry for entry in entries_of(conference.pk) if entry.duty == Duty.ANSWER and entry.due_on]
    if not entries:
        return None
    entry = min(entries, key=lambda found: found.due_on or date.max)
    term = term_of(entry.explanation)
    start = entry.explanation.get("start")
    if term is None or received_on is None or not start:
        return entry.due_on
    counted_from = date.fromisoformat(start)
    if term.anchor is Anchor.RECEIPT or received_on > counted_from:
        counted_from = received_on
    return due_on(term, counted_from, calendar_for(conference.commune))


def conferences_to_recount(commune_id: int) -> list[int]:
    """Conferences whose duties may move when calendar or rules change: those neither closed nor cancelled."""
    running = Conference.objects.filter(commune_id=commune_id).exclude(state__in=("closed", "cancelled"))
    return list(running.values_list("pk", flat=True))


def _loaded() -> QuerySet[DutyEntry]:
    return DutyEntry.objects.select_related("conference", "commune")


def _by_date(rows: Iterable[DutyRow]) -> list[DutyRow]:
    order = {duty.value: place for place, duty in enumerate(Duty)}
    return sorted(
        rows, key=lambda row: (row.due_on is None, row.due_on or date.max, row.conference_id, order[row.duty])
    )


def json_rows(rows: Sequence[DutyRow]) -> list[dict[str, Any]]:
    """Rows as the command prints them: ids, ISO dates, overruled rules, the calculation told in words."""
    return [
        {
            "id": row.id,
            "conference": row.conference_id,
            "commune": row.commune_name,
            "duty": row.duty,
            "due_on": row.due_on.isoformat() if row.due_on else None,
            "suggested_on": row.suggested_on.isoformat() if row.suggested_on else None,
            "actor": row.actor,
            "rule": row.rule,
            "article": row.article,
            "overruled": [dict(note) for note in row.overruled],
            "agrees": [dict(note) for note in row.agrees],
            "advice": row.advice,
            "state": row.state,
            "words": row.words,
            "warnings": list(row.warnings),
            "recipients": list(row.recipients),
            "explain": row.text,
        }
        for row in rows
    ]
