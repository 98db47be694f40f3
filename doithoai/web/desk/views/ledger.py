"""The ladder of a conference's duties, the sheet for the office wall, ticking a duty off and opening it again."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.roles import Act
from doithoai.stages.duties import queries as duties
from doithoai.stages.duties.queries import DutyRow
from doithoai.stages.duties.services.fulfil_duty import Proof, fulfil_duty
from doithoai.stages.duties.services.reopen_duty import reopen_duty
from doithoai.stages.duties.wall_sheet import wall_sheet_of
from doithoai.stages.plans import queries as plans
from doithoai.web.desk.forms.conference import ProofForm, ReopenForm
from doithoai.web.ui.records import DueHint, Rung, Task
from doithoai.web.ui.visit import Visit, done, staff
from doithoai.web.ui.words import days_left, vn_date

LONG_PAST_DAYS = 90


def state_words(row: DutyRow, visit: Visit) -> str:
    """What the stamp of a duty says today; nothing for one that no rule dates."""
    if row.done_on:
        return _("xong %(day)s") % {"day": vn_date(row.done_on)}
    return days_left(row.due_on, visit.today) if row.due_on else ""


def task_of(row: DutyRow, visit: Visit, *, with_conference: bool = False) -> Task:
    """One duty as a line of a task list."""
    return Task(
        words=row.name,
        url=reverse("desk:duty", args=[visit.commune.slug, row.id]),
        state=row.state,
        state_words=days_left(row.due_on, visit.today),
        hint=f"{row.actor} – {row.conference_title}" if with_conference else row.actor,
    )


def rung_of(row: DutyRow, visit: Visit) -> Rung:
    """One duty on the ladder."""
    return Rung(
        on=row.due_on or row.suggested_on,
        words=row.name,
        state=row.state,
        state_words=state_words(row, visit),
        actor=row.actor,
        note=_("ngày gợi ý") if row.due_on is None and row.suggested_on else "",
        url=reverse("desk:duty", args=[visit.commune.slug, row.id]),
        is_conference=row.duty == "conference",
    )


def with_today(rungs: list[Rung], today: date) -> list[Rung]:
    """The ladder with today marked among its rungs; unmarked where every rung lies ahead, or behind by a season."""
    dated = [rung.on for rung in rungs if rung.on]
    if not dated or today < min(dated) or (today - max(dated)).days > LONG_PAST_DAYS:
        return rungs
    place = sum(on < today for on in dated)
    return [*rungs[:place], Rung(today, _("Hôm nay"), state="today"), *rungs[place:]]


@staff(Act.SEE_LEDGER)
def ladder(visit: Visit, conference_id: int) -> HttpResponse:
    """Every duty of one conference in order of the cycle, each with date, actor, rule and proof."""
    found = plans.conference_in(visit.commune.pk, conference_id)
    rows = duties.ledger_of(found.pk, visit.today)
    dated = sorted((row for row in rows if row.due_on or row.suggested_on), key=lambda r: r.due_on or r.suggested_on)
    context = {
        "conference": found,
        "rungs": with_today([rung_of(row, visit) for row in dated], visit.today),
        "rows": [(row, state_words(row, visit)) for row in rows],
        "may_fulfil": visit.may(Act.FULFIL_DUTY),
    }
    return visit.page("desk/ladder.html", context)


@staff(Act.SEE_LEDGER)
def wall_sheet(visit: Visit, conference_id: int) -> HttpResponse:
    """One printable page: what is done by whom and by when."""
    found = plans.conference_in(visit.commune.pk, conference_id)
    context = {"conference": found, "rows": wall_sheet_of(found.pk, visit.today), "printed_on": visit.today}
    return visit.page("desk/wall_sheet.html", context)


@staff(Act.SEE_LEDGER)
def duty(visit: Visit, entry_id: int) -> HttpResponse:
    """One duty: why this date, which rules were overruled, its history, and its proof."""
    entry = duties.entry_in(visit.commune.pk, entry_id)
    may_fulfil = visit.may(Act.FULFIL_DUTY, unit_id=entry.unit_id)
    posted = visit.request.POST if visit.request.method == "POST" else None
    proof = ProofForm(posted if posted and "done" in posted else None, initial={"done_on": visit.today})
    again = ReopenForm(posted if posted and "reopen" in posted else None)
    answer = _change(visit, entry_id, proof, again) if posted else None
    if answer is not None:
        return answer
    row = duties.row_of(entry, visit.today)
    context = {
        "row": row,
        "due": DueHint(row.due_on, row.rule, row.article, row.text),
        "overruled": [(note, iso_date(note.get("due_on"))) for note in row.overruled],
        "earlier": earlier_of(row),
        "state_words": state_words(row, visit),
        "proof": proof,
        "again": again,
        "form": again if again.is_bound else proof,
        "may_fulfil": may_fulfil,
    }
    return visit.page("desk/duty.html", context)


def earlier_of(row: DutyRow) -> list[tuple[str, str]]:
    """What the duty's history tells: dates that were moved, and ticks that were taken back, each with its reason."""
    told = []
    for one in row.history:
        if "done_on" in one:
            words = _("Đã ghi xong ngày %(day)s rồi mở lại") % {"day": vn_date(iso_date(one["done_on"]))}
        else:
            words = _("Hạn trước: %(day)s") % {"day": vn_date(iso_date(one.get("was"))) or _("chưa có")}
        told.append((words, str(one.get("why") or "")))
    return told


def iso_date(text: object) -> date | None:
    """A stored ISO day as a date; None for none."""
    return date.fromisoformat(text) if isinstance(text, str) and text else None


def _change(visit: Visit, entry_id: int, proof: ProofForm, again: ReopenForm) -> HttpResponse | None:
    changed = None
    if proof.is_bound and proof.is_valid():
        shown = Proof(done_on=proof.cleaned_data["done_on"], text=proof.cleaned_data["proof"])
        changed = done(
            proof,
            lambda: fulfil_duty(entry_id=entry_id, proof=shown, actor=visit.actor, at=visit.at, today=visit.today),
        )
    elif again.is_bound and again.is_valid():
        changed = done(
            again,
            lambda: reopen_duty(entry_id=entry_id, reason=again.cleaned_data["reason"], actor=visit.actor, at=visit.at),
        )
    if changed is None:
        return None
    messages.success(visit.request, _("Đã ghi."))
    return HttpResponseRedirect(reverse("desk:ladder", args=[visit.commune.slug, changed.conference_id]))
