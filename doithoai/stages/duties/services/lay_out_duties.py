"""Lay out (or lay out anew) every duty of one conference in the ledger.

Done duties keep their row, their date and their proof. Changed dates go into the row's history; nothing is forgotten.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.deadlines import manner_of
from doithoai.domain.ledger import DutyLine, RuleNote
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.rules.rule import RANK_NAMES
from doithoai.stages.duties.laying import lines_for
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.people.models import Unit
from doithoai.stages.plans.models import Conference


@transaction.atomic
def lay_out_duties(
    *, conference_id: int, conclusion_on: date | None = None, why: str = "", actor: Actor, at: datetime
) -> list[DutyEntry]:
    """Repeating it changes nothing. `why` is kept beside every date it changes. Needs the right to plan."""
    conference = (
        Conference.objects.select_for_update(of=("self",))
        .select_related("commune", "plan")
        .filter(pk=conference_id)
        .first()
    )
    if conference is None:
        raise NotFound(_("Không có cuộc đối thoại này."))
    require(actor, Act.PLAN, Scope(conference.commune_id))
    standing = {(e.duty, e.role, e.part): e for e in DutyEntry.objects.filter(conference=conference)}
    units = {unit.name.casefold(): unit for unit in Unit.objects.filter(commune_id=conference.commune_id)}
    entries, changed = [], 0
    for order, line in enumerate(lines_for(conference, conclusion_on=conclusion_on)):
        entry = standing.pop(line.key, None)
        if entry is None:
            entry = DutyEntry(commune=conference.commune, conference=conference, first_due_on=line.due_on)
            entry.duty, entry.role, entry.part = line.key
        changed += _write(entry, line, order, why=why, at=at)
        entry.unit = units.get(line.actor[:200].casefold())
        entry.save()
        entries.append(entry)
    DutyEntry.objects.filter(pk__in=[entry.pk for entry in standing.values() if entry.done_on is None]).delete()
    if changed:
        record(
            actor, "duties.laid_out", f"conference:{conference.pk}", chain=conference.commune.slug, at=at,
            on=conference.on.isoformat() if conference.on else None, changed=changed, why=why,
        )  # fmt: skip
    return entries


def _write(entry: DutyEntry, line: DutyLine, order: int, *, why: str, at: datetime) -> bool:
    """Put the line into the entry; whether anything a reader would notice changed. A done duty keeps its date."""
    entry.order = order
    if entry.done_on is not None:
        return False
    new = entry.pk is None
    moved = not new and entry.due_on != line.due_on
    if moved:
        entry.history = [
            *entry.history,
            {"was": _iso(entry.due_on), "now": _iso(line.due_on), "at": at.isoformat(), "why": why},
        ]
        entry.version += 1
    entry.due_on, entry.suggested_on = line.due_on, line.suggested_on
    entry.first_due_on = entry.first_due_on or line.due_on
    entry.actor = line.actor[:300]
    entry.rule, entry.rule_key, entry.article = line.rule[:300], line.rule_key[:120], line.article[:200]
    entry.rank = RANK_NAMES[line.rank] if line.rank else ""
    entry.advice, entry.confirmed, entry.words = line.advice, line.confirmed, line.words
    entry.overruled = [_note(note) for note in line.overruled]
    entry.agrees = [_note(note) for note in line.agrees]
    entry.warnings, entry.recipients = list(line.warnings), list(line.recipients)
    entry.explanation = line.explanation.as_record() if line.explanation else {}
    term = line.explanation.term if line.explanation else None
    entry.counted_from = line.explanation.start if line.explanation and term else None
    entry.counted_amount = term.amount if term else None
    entry.counted_manner = manner_of(term) if term else None
    entry.text, entry.proof_expected = line.text, line.proof[:300]
    return new or moved


def _note(note: RuleNote) -> dict[str, str | None]:
    return {"rule": note.rule, "article": note.article, "due_on": _iso(note.due_on)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
