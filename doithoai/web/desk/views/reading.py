"""Give a plan to be read; compare source and reading side by side, correct, start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base import registry
from doithoai.base.errors import Refused, Stale
from doithoai.domain.reading.another_year import in_year
from doithoai.domain.roles import Act
from doithoai.domain.texts import searchable
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Reading
from doithoai.stages.plans.services.correct_reading import correct_reading
from doithoai.stages.plans.services.keep_reading import SourceText, keep_reading
from doithoai.stages.plans.services.start_plan import PlanStart
from doithoai.web.desk.forms.reading import FIELD_NAMES, ReadingForms, differences
from doithoai.web.desk.forms.upload import UploadForm
from doithoai.web.ui.visit import Visit, done, staff

MOST_LINES_SHOWN = 1500
MOST_MARKED = 40


@dataclass(frozen=True)
class SourceLine:
    """One line of the source; `labels` name the fields whose words begin in it."""

    number: int
    text: str
    marked: bool
    labels: tuple[str, ...]


@staff(Act.PLAN)
def upload(visit: Visit) -> HttpResponse:
    """Take a file or pasted text, read it, and go on to the confirmation."""
    form = UploadForm(visit.request.POST or None, visit.request.FILES or None)
    if visit.request.method == "POST" and form.is_valid():
        kept = done(form, lambda: _read_and_keep(visit, form.cleaned_data))
        if kept is not None:
            return HttpResponseRedirect(reverse("desk:reading", args=[visit.commune.slug, kept.pk]))
    waiting = plans.readings_waiting(visit.commune.pk)
    return visit.page("desk/plan_upload.html", {"form": form, "waiting": waiting})


def _read_and_keep(visit: Visit, given: Mapping[str, Any]) -> Reading:
    file = given.get("file")
    if file:
        content, name = file.read(), file.name
    else:
        content, name = given["text"].encode(), _("Nội dung dán vào") + ".txt"
    read = registry.member("reading", "document")(content, name)
    source = SourceText(name=name, text=read.text, found=read.reading.to_dict(), marks=read.reading.marks)
    return keep_reading(commune_id=visit.commune.pk, source=source, actor=visit.actor, at=visit.at)


@staff(Act.PLAN)
def reading(visit: Visit, reading_id: int) -> HttpResponse:
    """Show, correct, start. Every correction is kept with the plan; nothing typed is lost on a refusal."""
    kept = plans.reading_in(visit.commune.pk, reading_id)
    if kept.started_plan_id:
        return HttpResponseRedirect(reverse("desk:plan", args=[visit.commune.slug, kept.started_plan_id]))
    posted = visit.request.POST if visit.request.method == "POST" else None
    forms = ReadingForms(_shown(visit, kept), posted)
    context: dict[str, Any] = {"clash": ()}
    if posted is not None and forms.is_valid():
        answer = _save(visit, kept, forms, start="start" in posted)
        if isinstance(answer, HttpResponse):
            return answer
        kept = plans.reading_in(visit.commune.pk, reading_id)
        context["clash"] = differences(kept.found, forms.changes()) if answer is not None else ()
        if answer is not None and not context["clash"] and not kept.started_plan_id and "start" not in posted:
            return HttpResponseRedirect(reverse("desk:reading", args=[visit.commune.slug, reading_id]))
    context |= _context(visit, kept, forms)
    context["version"] = posted.get("version") if forms_refused(posted, forms) else kept.version
    return visit.page("desk/reading.html", context)


def forms_refused(posted: Mapping[str, Any] | None, forms: ReadingForms) -> bool:
    """Whether the typed words themselves were refused: then nobody has seen a newer version yet."""
    return posted is not None and not forms.are_right


def _shown(visit: Visit, kept: Reading) -> Mapping[str, Any]:
    """The reading to fill the fields with; `?nam=2026` carries last year's plan over."""
    year = visit.request.GET.get("nam", "")
    return in_year(kept.found, visit.today.year) if year == str(visit.today.year) else kept.found


def _save(visit: Visit, kept: Reading, forms: ReadingForms, *, start: bool) -> HttpResponse | Stale | None:
    """The answer when it was saved; the refusal is on the form otherwise, and a clash comes back."""
    posted = str(visit.request.POST.get("version", ""))
    version = int(posted) if posted.isdecimal() and len(posted) < 10 else -1
    try:
        saved = correct_reading(
            reading_id=kept.pk, changes=forms.changes(), version=version, actor=visit.actor, at=visit.at
        )
        if not start:
            messages.success(visit.request, _("Đã lưu bản đọc."))
            return HttpResponseRedirect(reverse("desk:reading", args=[visit.commune.slug, saved.pk]))
        plan = start_cycle(commune_id=visit.commune.pk, start=start_of(saved), actor=visit.actor, at=visit.at)
    except Stale as stale:
        forms.head.add_error(None, stale.words)
        return stale
    except Refused as refusal:
        forms.head.add_error(None, refusal.words)
        return None
    messages.success(visit.request, _("Đã bắt đầu kế hoạch. Các việc và hạn đã được xếp sẵn."))
    return HttpResponseRedirect(reverse("desk:plan", args=[visit.commune.slug, plan.pk]))


def start_of(kept: Reading) -> PlanStart:
    """The start that a kept reading asks for, corrections included."""
    return PlanStart(
        reading=kept.found,
        source_name=kept.source_name,
        source_text=kept.source_text,
        source_sha256=kept.source_sha256,
        reading_id=kept.pk,
    )


def _context(visit: Visit, kept: Reading, forms: ReadingForms) -> dict[str, Any]:
    texts = kept.source_text.split("\n")
    this_year = visit.today.year
    named = str(kept.found.get("commune") or "")
    carried = visit.request.GET.get("nam", "") == str(this_year) or forms.head.is_bound
    return {
        "kept": kept,
        "forms": forms,
        "form": forms.head,
        "lines": lines_of(kept.marks, texts[:MOST_LINES_SHOWN]),
        "cut_short": len(texts) > MOST_LINES_SHOWN,
        "warnings": kept.found.get("warnings") or [],
        "other_commune": named if named and not same_name(named, visit.commune.name) else "",
        "other_year": this_year if kept.found.get("year") not in (None, this_year) and not carried else None,
    }


def same_name(one: str, other: str) -> bool:
    """Whether two names of communes are the same but for marks, letter size and the word before them."""
    first, second = searchable(one), searchable(other)
    return first in second or second in first


def lines_of(marks: Mapping[str, Any], texts: Sequence[str]) -> list[SourceLine]:
    """The lines that say something, with the words that were read from each."""
    marked: set[int] = set()
    labels: dict[int, list[str]] = {}
    for name, spans in marks.items():
        for first, last in spans:
            marked.update(range(first, min(last, first + MOST_MARKED) + 1))
            if name in FIELD_NAMES:
                labels.setdefault(first, []).append(str(FIELD_NAMES[name]))
    return [
        SourceLine(number, text, number in marked, tuple(dict.fromkeys(labels.get(number, ()))))
        for number, text in enumerate(texts, start=1)
        if text.strip()
    ]
