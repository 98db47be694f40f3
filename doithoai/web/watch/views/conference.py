"""One conference for overseers: conclusion, minutes, what was made known and when, due dates, their own notes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.guard import require
from doithoai.domain.notices import Made, PostingChannel
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Scope
from doithoai.stages.answers import queries as answers
from doithoai.stages.conference import queries
from doithoai.stages.notices.postings import publicity_of
from doithoai.stages.oversight import queries as oversight
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.watch.forms import NoteForm
from doithoai.web.watch.lines import stamp_of_answer
from doithoai.web.watch.notes import named_notes, write_note
from doithoai.web.watch.views.home import rungs_of
from doithoai.web.watch.wording import LIST_NAMES, MADE, POSTING_CHANNELS, cycle_of


@staff(Act.SEE_OPINIONS)
def conference(visit: Visit, conference_id: int) -> HttpResponse:
    """Everything the record says of it, without a citizen's name or words."""
    require(visit.actor, Act.SEE_OPINIONS, Scope(visit.commune.pk))
    found = plans.conference_in(visit.commune.pk, conference_id)
    form = NoteForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_bound and form.is_valid() and write_note(visit, form, conference_id=found.pk) is not None:
        messages.success(visit.request, _("Đã ghi nhận xét giám sát."))
        return HttpResponseRedirect(reverse("watch:conference", args=[visit.commune.slug, found.pk]))
    return visit.page("watch/conference.html", {**_shown(visit, found), "form": form})


def _shown(visit: Visit, found: Conference) -> dict[str, Any]:
    conclusion = queries.conclusion_of(found.pk)
    publicity = publicity_of(visit.actor, found.pk)
    cards = answers.answers_of_conference(visit.actor, found.pk, visit.today)
    notes = oversight.notes_of(visit.actor, visit.commune.pk, conference_id=found.pk)
    return {
        "conference": found,
        "steps": cycle_of(found.state),
        "sitting": queries.sitting_of(visit.actor, found.pk, visit.at),
        "conclusion": conclusion,
        "lists": _lists(conclusion.lists) if conclusion else [],
        "answers": [(card, *stamp_of_answer(card, visit.today)) for card in cards],
        "postings": [
            (row, str(MADE[Made(row.what)]), str(POSTING_CHANNELS[PostingChannel(row.channel)]))
            for row in publicity.postings
        ],
        "missing": [str(POSTING_CHANNELS[channel]) for channel in publicity.result_missing]
        if found.state in (ConferenceState.CONCLUDED, ConferenceState.CLOSED)
        else [],
        "rungs": rungs_of(found, visit),
        "notes": named_notes([note for note in notes if note.opinion_id is None]),
        "may_note": visit.may(Act.SUPERVISE),
        "may_run": visit.may(Act.RUN_CONFERENCE),
    }


def _lists(record: dict[str, Any]) -> list[tuple[str, list[dict[str, str]]]]:
    """The confirmed lists; what was said aloud is left out, since it may name people."""
    return [
        (
            str(heading),
            [
                {
                    "opinion_id": one["opinion_id"],
                    "number": one["number"],
                    "summary": one["summary"],
                    "unit": one.get("unit") or "",
                    "body": one.get("body") or "",
                    "day": "/".join(reversed(str(one.get("due_on") or "").split("-"))),
                }
                for one in record.get(name, [])
            ],
        )
        for name, heading in LIST_NAMES
    ]
