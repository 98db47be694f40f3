"""One petition's way from receipt to answer, without identity; the overseer's notes on it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.answers import Result
from doithoai.domain.roles import Act, Scope
from doithoai.stages.answers import queries as answers
from doithoai.stages.conference.queries import dispositions_of
from doithoai.stages.opinions import queries as opinions
from doithoai.stages.oversight import queries as oversight
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.watch.forms import NoteForm
from doithoai.web.watch.journey import Way, events_of, promises_of, steps_of, without_identity
from doithoai.web.watch.lines import lines_of
from doithoai.web.watch.notes import named_notes, write_note
from doithoai.web.watch.wording import RESULTS


@staff(Act.SEE_OPINIONS)
def petition(visit: Visit, opinion_id: int) -> HttpResponse:
    """Shows the way and the answer; the Front and the Council add what they saw."""
    commune = visit.commune.pk
    require(visit.actor, Act.SEE_OPINIONS, Scope(commune))
    if not opinions.is_of(commune, opinion_id):
        raise NotFound(_("Không có ý kiến này trong xã."))
    form = NoteForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_bound and form.is_valid() and write_note(visit, form, opinion_id=opinion_id) is not None:
        messages.success(visit.request, _("Đã ghi nhận xét giám sát."))
        return HttpResponseRedirect(reverse("watch:petition", args=[visit.commune.slug, opinion_id]))
    return visit.page("watch/petition.html", {**_shown(visit, opinion_id), "form": form})


def _shown(visit: Visit, opinion_id: int) -> dict[str, Any]:
    found = opinions.opinion_for(visit.actor, opinion_id)
    row = found.opinion
    decision = dispositions_of(row.conference_id).get(opinion_id) if row.conference_id else None
    stored = answers.answer_of_opinion(opinion_id)
    answer = answers.answer_for(visit.actor, stored.pk, visit.today) if stored else None
    passed_up = answers.transfers_of(visit.actor, visit.commune.pk, visit.today)
    transfer = next((one for one in passed_up if one.opinion_id == opinion_id), None)
    cards = {opinion_id: answer.card} if answer else {}
    (line,) = lines_of([row], cards, {opinion_id: transfer} if transfer else {}, visit.today)
    hide = without_identity(opinion_id, visit.commune.pk)
    answer_text = (answer.public_text or answer.text) if answer and answer.card.is_signed else ""
    notes = [n for n in oversight.notes_of(visit.actor, visit.commune.pk) if n.opinion_id == opinion_id]
    return {
        "line": line,
        "row": row,
        "answer": answer,
        "answer_text": hide(answer_text),
        "result_words": str(RESULTS[Result(answer.card.result)]) if answer and answer.card.result else "",
        "said": hide((decision.public_text or decision.said) if decision else ""),
        "before": hide(row.public_answer or row.answered_before),
        "reply": hide(transfer.reply if transfer else ""),
        "steps": steps_of(found, decision, answer),
        "promises": promises_of(answer, line.text, visit.today),
        "transfer": transfer,
        "events": events_of(Way(found, decision, answer, transfer), hide),
        "notes": named_notes(notes),
        "may_note": visit.may(Act.SUPERVISE),
    }
