"""The running sitting on one page: who is here, the programme, who speaks, and every opinion with its decision."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.conference import SpeakerState
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.conference.records import SittingRecord
from doithoai.stages.plans import queries as plans
from doithoai.web.hall import deeds
from doithoai.web.hall.deeds import DEEDS, Sent, card_anchor, sent_in
from doithoai.web.hall.screen import PROGRAMME, follows, pages_of_steps, pages_of_words
from doithoai.web.hall.table import BEFORE, Card, Table, clock, steps_of, table_of, turn_of
from doithoai.web.hall.wording import OUTCOME_KEYS, STATES
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.visit import Visit, done, staff


@dataclass(frozen=True)
class Placed:
    """A card as the page draws it: with its form where it may be decided; `is_open` unfolds it.

    `more_pages` are the page numbers beyond the first that its question takes on the wall; `heads_group` says that it
    is the first shown of several about one thing.
    """

    card: Card
    anchor: str
    form: PlainForm | None
    is_open: bool
    is_current: bool
    more_pages: range
    heads_group: bool = False


@staff(Act.RUN_CONFERENCE)
def running(visit: Visit, conference_id: int) -> HttpResponse:
    """Shows the table; a deed that is refused comes back with everything typed, the others lead to their place."""
    table = table_of(visit, plans.conference_in(visit.commune.pk, conference_id))
    if visit.request.method != "POST":
        return visit.page("hall/running.html", context_of(table, None, None))
    sent = sent_in(visit.request.POST)
    deed = DEEDS.get(sent.name)
    here = reverse("hall:running", args=[visit.commune.slug, conference_id])
    if deed is None:
        messages.error(visit.request, _("Không rõ việc cần làm. Tải lại trang rồi bấm lại."))
        return HttpResponseRedirect(here)
    form = deed.form(table, sent)
    made = done(form, lambda: deed.call(table, sent, form)) if form.is_valid() else None
    if made is not None:
        messages.success(visit.request, str(deed.words))
        return HttpResponseRedirect(f"{here}#{deed.anchor(sent, made)}")
    if sent.name not in ("open", "count", "agenda", "speaker", "heard", "decide"):
        for words in (words for listed in form.errors.values() for words in listed):
            messages.error(visit.request, words)
        return HttpResponseRedirect(f"{here}#{deed.anchor(sent, None)}")
    return visit.page("hall/running.html", context_of(table, sent, form))


def context_of(table: Table, sent: Sent | None, refused: PlainForm | None) -> dict[str, Any]:
    """What the page draws; the refused form stands in place of its fresh one."""
    name = sent.name if sent else ""
    steps, is_proposed = steps_of(table.conference)
    sitting = table.sitting
    speakers = {state: [line for line in sitting.speakers if line.state is state] for state in SpeakerState}
    return {
        "conference": table.conference,
        "state": table.state,
        "state_words": str(STATES[table.state]),
        "sitting": sitting,
        "is_before": table.state in BEFORE,
        "is_running": table.state is ConferenceState.RUNNING,
        "is_held": table.state is ConferenceState.HELD,
        "may_decide": table.may_decide,
        "may_list": table.may_list,
        "may_plan": table.visit.may(Act.PLAN) and table.may_list,
        "may_hear": table.visit.may(Act.RECEIVE_OPINION) and table.may_list,
        "may_conclude": table.visit.may(Act.CONCLUDE),
        "steps": steps,
        "more_step_pages": range(2, len(pages_of_steps([step.title for step in steps])) + 1),
        "steps_proposed": is_proposed,
        "waiting": [turn_of(line) for line in speakers[SpeakerState.WAITING]],
        "spoken": [(line, clock(line.seconds)) for line in speakers[SpeakerState.DONE]],
        "withdrawn": [line.name for line in speakers[SpeakerState.WITHDRAWN]],
        "speaking": turn_of(sitting.speaking) if sitting.speaking else None,
        "followed": followed_words(sitting, table.state),
        "time_used": clock(sum(line.seconds for line in sitting.speakers)),
        "lanes": lanes_of([placed(table, card, sent, refused) for card in table.cards]),
        "total": len(table.cards),
        "decided": table.decided,
        "current": table.current,
        "rule_due": table.rule_due,
        "keys": keys_of(table),
        "outcome_keys": {outcome.value: key for outcome, key in OUTCOME_KEYS.items()},
        "refused": name,
        "form": refused,
        "presence_form": refused if name in ("open", "count") else deeds.presence_form(table),
        "agenda_form": refused if name == "agenda" else deeds.agenda_form(table),
        "speaker_form": refused if name == "speaker" else deeds.speaker_form(table),
        "heard_form": refused if name == "heard" else deeds.heard_form(table),
    }


def lanes_of(cards: list[Placed]) -> list[tuple[str, list[Placed]]]:
    """The card being discussed first, then those still to come, then the decided ones; each in the hall's order."""
    now = [one for one in cards if one.is_current]
    to_come = [one for one in cards if not one.is_current and not one.card.is_decided]
    decided = [one for one in cards if one.card.is_decided]
    named: set[str] = {""}
    lanes = []
    for words, lane in ((_("Đang bàn"), now), (_("Chưa bàn"), to_come), (_("Đã quyết định"), decided)):
        shown = []
        for one in lane:
            shown.append(replace(one, heads_group=one.card.group not in named))
            named.add(one.card.group)
        lanes.append((f"{words} ({len(shown)})" if lane is not now else words, shown))
    return lanes


def keys_of(table: Table) -> list[tuple[str, str]]:
    """The keys that work on this page now, each with what it does."""
    keys = []
    if table.state is ConferenceState.RUNNING:
        keys += [("F2", _("mời người tiếp theo")), ("F4", _("dừng phát biểu"))]
    if table.visit.may(Act.RECEIVE_OPINION) and table.may_list:
        keys += [("F6", _("ghi ý kiến mới"))]
    if table.may_decide:
        keys += [("F7–F10", _("quyết định ý kiến đang bàn"))]
    return [*keys, ("Ctrl + Enter", _("lưu"))]


def followed_words(sitting: SittingRecord, state: ConferenceState) -> str:
    """What the wall shows while it follows the sitting."""
    if sitting.speaking is not None:
        return _("người đang phát biểu, %(name)s") % {"name": sitting.speaking.name}
    return _("chương trình") if follows(sitting, state) == PROGRAMME else _("màn chờ")


def placed(table: Table, card: Card, sent: Sent | None, refused: PlainForm | None) -> Placed:
    """Undecided cards carry their form; of decided ones only the card asked for by `?sua=`, or the refused one."""
    is_refused = sent is not None and sent.name == "decide" and sent.of == card.opinion_id
    asked = str(card.opinion_id) in (table.visit.request.GET.get("sua"), table.visit.request.GET.get("chep"))
    is_current = table.current is not None and table.current.opinion_id == card.opinion_id
    form: PlainForm | None = None
    if is_refused:
        form = refused
    elif table.may_decide and (asked or not card.is_decided):
        item = table.item(card.opinion_id)
        form = deeds.decision_form(table, item) if item else None
    pages = len(pages_of_words(card.title)) if card.title_is_public else 1
    return Placed(
        card, card_anchor(card.opinion_id), form, is_refused or asked or is_current, is_current, range(2, pages + 1)
    )
