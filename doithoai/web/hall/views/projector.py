"""The projector window: what the whole hall may read, and nothing else (threats T-57).

Drawn without the request, so that no message meant for the operator can appear on the wall. Questions show only the
office's summary or public text; people appear as they registered to speak.
"""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from doithoai.domain.conference import Outcome, Raised
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.conference import queries
from doithoai.stages.conference.records import SittingRecord
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.hall.screen import (
    ANSWER,
    OF_ONE_OPINION,
    PROGRAMME,
    QUESTION,
    SPEAKING,
    VIEWS,
    follows,
    pages_of_steps,
    pages_of_words,
)
from doithoai.web.hall.table import steps_of
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.ui.words import sentence, vn_date, vn_date_long


@staff(Act.RUN_CONFERENCE)
def projector(visit: Visit, conference_id: int) -> HttpResponse:
    """`?xem=` picks what is shown; without it the screen follows the sitting. `?trang=` turns a long text's page."""
    conference = plans.conference_in(visit.commune.pk, conference_id)
    sitting = queries.sitting_of(visit.actor, conference.pk, visit.at)
    raised = {str(one.opinion_id): one for one in queries.raised_of(conference.pk)}
    shown, question = _chosen(visit, conference, sitting, raised)
    number = _page_number(visit)
    context: dict[str, Any] = {
        "commune": visit.commune,
        "conference": conference,
        "shown": shown,
        "speaking": sitting.speaking,
        "next_speaker": sitting.next_speaker,
        "question": question,
        "when": when_words(conference),
    }
    if shown == PROGRAMME:
        steps, _proposed = steps_of(conference)
        context |= turned(pages_of_steps([step.title for step in steps]), number)
    elif question is not None:
        context["decided"] = _decided(question) if shown == ANSWER else []
        context |= turned(pages_of_words(question.summary), number)
    return HttpResponse(render_to_string("hall/projector.html", context))


def when_words(conference: Conference) -> str:
    """Day and hour of the sitting, as far as they are set."""
    day = sentence(vn_date_long(conference.on)) if conference.on else ""
    return ", ".join(part for part in (day, f"{conference.starts:%H:%M}" if conference.starts else "") if part)


def _chosen(
    visit: Visit, conference: Conference, sitting: SittingRecord, raised: dict[str, Raised]
) -> tuple[str, Raised | None]:
    """What to show: as asked, else what follows from the sitting."""
    wanted = visit.request.GET.get("xem", "")
    question = raised.get(visit.request.GET.get("y-kien", ""))
    speaking = sitting.speaking
    spoken_to = raised.get(str(speaking.opinion_id)) if speaking else None
    if wanted in OF_ONE_OPINION and question is not None:
        return (QUESTION if question.outcome is None else wanted), question
    if wanted not in VIEWS or wanted in OF_ONE_OPINION:
        wanted = follows(sitting, ConferenceState(conference.state))
    return wanted, spoken_to if wanted == SPEAKING else None


def _decided(one: Raised) -> list[str]:
    """Who answers, how and by when; what was said aloud is left out, since it may name people."""
    facts = {"unit": one.unit, "body": one.body, "day": vn_date(one.due_on)}
    lines = (
        {
            Outcome.ANSWERED_NOW: [_("Chủ trì đã trả lời tại hội nghị.")],
            Outcome.IN_WRITING: [_("%(unit)s trả lời bằng văn bản.") % facts],
            Outcome.PASSED_UP: [_("Chuyển %(body)s.") % facts, _("%(unit)s theo dõi.") % facts if one.unit else ""],
            Outcome.TAKEN_APART: [_("Trả lời riêng, ngoài hội nghị.")],
        }[one.outcome]
        if one.outcome
        else []
    )
    if one.due_on and one.outcome is not Outcome.ANSWERED_NOW:
        lines.append(_("Chậm nhất ngày %(day)s.") % facts)
    return [line for line in lines if line]


def _page_number(visit: Visit) -> int:
    typed = visit.request.GET.get("trang", "1")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 1


def turned(pages: list[Any], number: int) -> dict[str, Any]:
    """One page of a long text or list: `part`, and `page_words` such as “trang 1/2” where there are several."""
    number = min(max(number, 1), len(pages))
    return {
        "part": pages[number - 1],
        "page_words": _("trang %(now)s/%(all)s") % {"now": number, "all": len(pages)} if len(pages) > 1 else "",
    }
