"""Official papers of one conference: the ten kinds in the order of the cycle, what stands of each, drafting with one press."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.errors import BadInput
from doithoai.domain.roles import Act
from doithoai.stages.answers import queries as answers
from doithoai.stages.documents import queries
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.services.make_document import make_document
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.desk.views.opinions import number_in
from doithoai.web.ui.records import NavItem, PaperLine
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.ui.words import vn_date

BEFORE = ("plan", "conference_notice", "invitation", "loudspeaker_bulletin", "opinion_form", "sign_in_sheet")
AT = ("minutes",)
AFTER = ("conclusion_notice", "written_answer", "result_report")
MOST_TABS = 8


def state_of(document: OfficialDocument | None) -> tuple[str, str]:
    """Tone and words of the stamp."""
    if document is None:
        return "", _("Chưa soạn")
    if document.state == "draft":
        return "soon", _("Dự thảo")
    if document.symbol:
        return "done", _("Số %(symbol)s, %(day)s") % {"symbol": document.symbol, "day": vn_date(document.issued_on)}
    return "done", _("Ban hành %(day)s") % {"day": vn_date(document.issued_on)}


@staff(Act.MAKE_DOCUMENT)
def documents(visit: Visit) -> HttpResponse:
    """The papers of one conference: the one asked for, else the newest that was not cancelled."""
    conferences = [one for one in plans.conferences_of(visit.commune.pk) if one.state != "cancelled"]
    asked = visit.request.GET.get("cuoc", "")
    chosen = next((one for one in conferences if str(one.pk) == asked), conferences[-1] if conferences else None)
    base = reverse("desk:documents", args=[visit.commune.slug])
    context: dict[str, Any] = {
        "tabs": [NavItem(one.title, f"{base}?cuoc={one.pk}", one is chosen) for one in conferences[-MOST_TABS:]],
        "conference": chosen,
        "groups": groups_of(visit, chosen) if chosen else [],
    }
    return visit.page("desk/documents.html", context)


def groups_of(visit: Visit, conference: Conference) -> list[tuple[str, list[PaperLine]]]:
    """Before, at and after the conference, each with its lines."""
    commune = visit.commune.pk
    made = [
        *queries.documents_of(visit.actor, commune, conference_id=conference.pk).defer("content", "copy"),
        *queries.documents_of(visit.actor, commune, kind="plan").defer("content", "copy"),
    ]
    newest = newest_of(made)
    signed = [
        (card.answer_id, f"{card.number}: {card.summary}")
        for card in answers.all_answers(visit.actor, commune, visit.today)
        if card.conference_id == conference.pk and card.is_signed
    ]

    def lines(codes: Iterable[str]) -> list[PaperLine]:
        listed: list[PaperLine] = []
        for code in codes:
            of = KINDS[code].of
            things = signed if of == "answer" else [(conference.plan_id if of == "plan" else conference.pk, "")]
            listed.extend(line_of(visit, (code, thing), note, newest) for thing, note in things if thing)
        return listed

    return [
        (_("Trước hội nghị"), lines(BEFORE)),
        (_("Tại hội nghị"), lines(AT)),
        (_("Sau hội nghị"), lines(AFTER)),
    ]


def newest_of(made: Iterable[OfficialDocument]) -> dict[tuple[str, int], OfficialDocument]:
    """The paper to show for each kind and thing: a draft in work before what was issued earlier."""
    newest: dict[tuple[str, int], OfficialDocument] = {}
    for document in sorted(made, key=lambda one: (one.state == "draft", one.made_at)):
        newest[document.kind, document.of_id] = document
    return newest


def line_of(visit: Visit, of: tuple[str, int], note: str, newest: dict[tuple[str, int], OfficialDocument]) -> PaperLine:
    """One line of the list; `of` is the kind and the thing it is of."""
    document = newest.get(of)
    state, words = state_of(document)
    line = PaperLine(of[0], _(KINDS[of[0]].name), of[1], note, state=state, state_words=words)
    if document is None:
        return line
    place = [visit.commune.slug, document.pk]
    return replace(line, url=reverse("desk:document", args=place), file_url=reverse("desk:document_file", args=place))


@staff(Act.MAKE_DOCUMENT)
def make(visit: Visit) -> HttpResponse:
    """Draft a paper (again) and open it; a missing fact is told where the button was."""
    here = reverse("desk:documents", args=[visit.commune.slug])
    posted = visit.request.POST
    kind, of_id = posted.get("kind", ""), posted.get("of", "")
    if visit.request.method != "POST" or kind not in KINDS or number_in(of_id) is None:
        return HttpResponseRedirect(here)
    try:
        made = make_document(
            commune_id=visit.commune.pk, kind=kind, of_id=int(of_id), actor=visit.actor, at=visit.at
        )  # fmt: skip
    except BadInput as refusal:
        messages.error(visit.request, f"{_(KINDS[kind].name)}: {refusal.words}")
        back = posted.get("conference", "")
        return HttpResponseRedirect(f"{here}?cuoc={back}" if back.isdecimal() else here)
    messages.success(visit.request, _("Đã soạn dự thảo từ số liệu hôm nay. Tải về Word để xem và sửa."))
    return HttpResponseRedirect(reverse("desk:document", args=[visit.commune.slug, made.pk]))
