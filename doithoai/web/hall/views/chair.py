"""The chair's card on a phone: one opinion at a time, the question, what is known, what was promised, what to answer."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from doithoai.domain.roles import Act
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.table import Card, Table, table_of
from doithoai.web.ui.visit import Visit, staff

MOST_WORDS = 60


@dataclass(frozen=True)
class Part:
    """The first words of a text and, where they are not all, the whole of it."""

    first: str
    rest: str


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
        **(_parts(card) if card else {}),
        "rule_words": _("chậm nhất %(day)s") % {"day": f"{table.rule_due.on:%d/%m/%Y}"} if table.rule_due else "",
    }
    return visit.page("hall/chair.html", context)


def _chosen(table: Table) -> Card | None:
    by_id = {str(card.opinion_id): card for card in table.cards}
    asked = by_id.get(table.visit.request.GET.get("y-kien", ""))
    speaking = table.sitting.speaking
    spoken_to = by_id.get(str(speaking.opinion_id)) if speaking else None
    return asked or spoken_to or table.current or (table.cards[0] if table.cards else None)


def _parts(card: Card) -> dict[str, Any]:
    """What the card says, cut so that all of it together is read at a glance."""
    decided = "\n".join(card.decision) or card.answered_before
    texts = [
        card.title,
        decided,
        card.brief.proposed_answer if card.brief and not decided else "",
        card.brief.facts if card.brief else "",
        *(one.summary for one in card.promises),
    ]
    question, told, proposed, facts, *promised = split(texts)
    return {
        "question": question,
        "told": told,
        "proposed": proposed,
        "facts": facts,
        "promised": list(zip(card.promises, promised, strict=True)),
    }


def split(texts: list[str]) -> list[Part]:
    """Sixty words in all, shared evenly; what a short text leaves goes to the longer ones."""
    needs = [len(text.split(" ")) if text else 0 for text in texts]
    shares = dict.fromkeys(range(len(texts)), 0)
    left, waiting = MOST_WORDS, sorted(shares, key=needs.__getitem__)
    for done, place in enumerate(waiting):
        shares[place] = min(needs[place], left // (len(waiting) - done))
        left -= shares[place]
    return [_cut(text, shares[place]) for place, text in enumerate(texts)]


def _cut(text: str, most: int) -> Part:
    words = text.split(" ")
    return Part(text, "") if len(words) <= most or not text else Part(" ".join(words[:most]) + " …", text)
