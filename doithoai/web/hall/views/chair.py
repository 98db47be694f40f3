"""The chair's card on a phone: one opinion at a time, the question, what is known, what was promised, what to answer."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from doithoai.domain.roles import Act
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.table import Card, Table, table_of
from doithoai.web.ui.visit import Visit, staff

FIRST_WORDS = 60


@staff(Act.RUN_CONFERENCE)
def chair(visit: Visit, conference_id: int) -> HttpResponse:
    """`?y-kien=` picks a card; without it the one being spoken to, else the first undecided."""
    table = table_of(visit, plans.conference_in(visit.commune.pk, conference_id))
    card = _chosen(table)
    place = table.cards.index(card) if card else 0
    context = {
        "conference": table.conference,
        "card": card,
        "place": place + 1,
        "total": len(table.cards),
        "decided": table.decided,
        "previous": table.cards[place - 1].opinion_id if card and place else None,
        "next": table.cards[place + 1].opinion_id if card and place + 1 < len(table.cards) else None,
        "speaking": table.sitting.speaking,
        "question": split(card.title) if card else ("", ""),
        "proposed": split(card.brief.proposed_answer) if card and card.brief else ("", ""),
        "facts": split(card.brief.facts) if card and card.brief else ("", ""),
        "rule_words": _("chậm nhất %(day)s") % {"day": f"{table.rule_due.on:%d/%m/%Y}"} if table.rule_due else "",
    }
    return visit.page("hall/chair.html", context)


def _chosen(table: Table) -> Card | None:
    by_id = {str(card.opinion_id): card for card in table.cards}
    asked = by_id.get(table.visit.request.GET.get("y-kien", ""))
    speaking = table.sitting.speaking
    spoken_to = by_id.get(str(speaking.opinion_id)) if speaking else None
    return asked or spoken_to or table.current or (table.cards[0] if table.cards else None)


def split(text: str) -> tuple[str, str]:
    """The first sixty words, which a chair reads at a glance, and the rest."""
    words = text.split(" ")
    if len(words) <= FIRST_WORDS:
        return text, ""
    return " ".join(words[:FIRST_WORDS]) + " …", text
