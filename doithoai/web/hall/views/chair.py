"""The chair's card on a phone: one opinion at a time, the question, what is known, what was promised, what to answer."""

from dataclasses import replace

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.roles import Act
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.table import Card, Table, table_of
from doithoai.web.ui.hall_records import CardPart, ChairCard
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.ui.words import vn_date

MOST_WORDS = 60


@staff(Act.RUN_CONFERENCE)
def chair(visit: Visit, conference_id: int) -> HttpResponse:
    """`?y-kien=` picks a card; without it the one being spoken to, else the first undecided."""
    table = table_of(visit, plans.conference_in(visit.commune.pk, conference_id))
    card = _chosen(table)
    here = reverse("hall:chair", args=[visit.commune.slug, conference_id])
    context = {"conference": table.conference, "card": chair_card(table, card, here) if card else None}
    return visit.page("hall/chair.html", context)


def _chosen(table: Table) -> Card | None:
    by_id = {str(card.opinion_id): card for card in table.cards}
    asked = by_id.get(table.visit.request.GET.get("y-kien", ""))
    speaking = table.sitting.speaking
    spoken_to = by_id.get(str(speaking.opinion_id)) if speaking else None
    return asked or spoken_to or table.current or (table.cards[0] if table.cards else None)


def chair_card(table: Table, card: Card, here: str) -> ChairCard:
    """What the card says, cut so that all of it together is read at a glance."""
    place = table.cards.index(card)
    around = [f"{here}?y-kien={one.opinion_id}" for one in table.cards]
    decided = "\n".join(card.decision) or card.answered_before
    brief = card.brief
    headed = [
        ("", card.title),
        (_("Đã quyết định"), decided),
        (_("Đề xuất trả lời"), brief.proposed_answer if brief and not decided else ""),
        (_("Sự việc"), brief.facts if brief else ""),
        *(("", one.words) for one in card.promises),
    ]
    question, *parts = (
        CardPart(heading, *cut) for (heading, _text), cut in zip(headed, split([t for _h, t in headed]), strict=True)
    )
    promised = zip(card.promises, parts[3:], strict=True)
    return ChairCard(
        where=_("%(now)s trong %(all)s") % {"now": place + 1, "all": len(around)}
        + " · "
        + _("đã quyết %(n)s") % {"n": table.decided},
        speaking=table.sitting.speaking.name if table.sitting.speaking else "",
        question=question,
        about=_about(card),
        parts=tuple(parts[:3]),
        promises=tuple(replace(one, words=part.first, rest=part.rest) for one, part in promised),
        note="" if brief else _without_brief(table),
        previous=around[place - 1] if place else "",
        now=here,
        next=around[place + 1] if place + 1 < len(around) else "",
    )


def _about(card: Card) -> str:
    """Number, village and how many say the same."""
    voices = _("%(n)s người cùng nêu") % {"n": card.voices} if card.voices > 1 else ""
    return " · ".join(part for part in (_("Số %(number)s") % {"number": card.number}, card.village, voices) if part)


def _without_brief(table: Table) -> str:
    """That no answer is prepared, and by when a written one is due."""
    words = [_("Đơn vị chưa chuẩn bị trả lời.")]
    if table.rule_due:
        words.append(_("Trả lời bằng văn bản: chậm nhất %(day)s.") % {"day": vn_date(table.rule_due.on)})
    return " ".join(words)


def split(texts: list[str]) -> list[tuple[str, str]]:
    """Sixty words in all, shared evenly; what a short text leaves goes to the longer ones."""
    needs = [len(text.split(" ")) if text else 0 for text in texts]
    shares = dict.fromkeys(range(len(texts)), 0)
    left, waiting = MOST_WORDS, sorted(shares, key=needs.__getitem__)
    for done, place in enumerate(waiting):
        shares[place] = min(needs[place], left // (len(waiting) - done))
        left -= shares[place]
    return [_cut(text, shares[place]) for place, text in enumerate(texts)]


def _cut(text: str, most: int) -> tuple[str, str]:
    """The first words and, where these are not all, the whole text."""
    words = text.split(" ")
    return (text, "") if len(words) <= most or not text else (" ".join(words[:most]) + " …", text)
