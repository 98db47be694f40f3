"""What can be done on the page of the running sitting: each deed with its form, its service call and where it leads.

Rights are asked by the services; here only which form is read and which thing on the table is meant.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doithoai.base.errors import NotFound
from doithoai.domain.conference import Decision
from doithoai.domain.opinions import Entered
from doithoai.stages.conference.records import RunningItem
from doithoai.stages.conference.services.count_people import count_people
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.conference.services.end_sitting import end_sitting
from doithoai.stages.conference.services.end_speech import end_speech
from doithoai.stages.conference.services.give_floor import give_floor
from doithoai.stages.conference.services.open_sitting import open_sitting
from doithoai.stages.conference.services.prepare_running_order import prepare_running_order
from doithoai.stages.conference.services.register_speaker import USUAL_MINUTES, SpeakerWanted, register_speaker
from doithoai.stages.conference.services.reorder_speaker import reorder_speaker
from doithoai.stages.conference.services.set_agenda import set_agenda
from doithoai.stages.conference.services.withdraw_speaker import withdraw_speaker
from doithoai.stages.opinions.services.receive_opinion import receive_opinion
from doithoai.web.hall.forms.decision import DecisionForm, PlaceForm
from doithoai.web.hall.forms.floor import HeardForm, SpeakerForm
from doithoai.web.hall.forms.sitting import AgendaForm, PresenceForm, typed_steps
from doithoai.web.hall.table import Table, steps_of
from doithoai.web.ui.forms import PlainForm

HEAD, AGENDA, SPEAKERS, OPINIONS = "hoi-nghi", "chuong-trinh", "phat-bieu", "cac-y-kien"


def card_anchor(opinion_id: int) -> str:
    """Where the card of an opinion stands on the page."""
    return f"y-kien-{opinion_id}"


@dataclass(frozen=True)
class Sent:
    """What was sent: the deed's name, the opinion or speaker meant (0 for none), the typed fields."""

    name: str
    of: int
    fields: QueryDict


def sent_in(fields: QueryDict) -> Sent:
    """Read from a post; numbers that are none become 0."""
    of = fields.get("of", "")
    return Sent(fields.get("deed", ""), int(of) if of.isascii() and of.isdigit() and len(of) < 16 else 0, fields)


@dataclass(frozen=True)
class Deed:
    """`form` draws the bound form, `call` makes the one service call, `anchor` is where the page goes on."""

    form: Callable[[Table, Sent], PlainForm]
    call: Callable[[Table, Sent, Any], Any]
    words: Any
    anchor: Callable[[Sent, Any], str]


# --- forms, drawn empty or with what was sent -----------------------------------------------------------------------


def presence_form(table: Table, fields: QueryDict | None = None) -> PresenceForm:
    """Who presides and how many came."""
    sitting = table.sitting
    initial = {
        "chair_name": sitting.chair,
        "co_chair_name": sitting.co_chair,
        "secretary_name": sitting.secretary,
        "people_present": sitting.people_present,
        "citizens_present": sitting.citizens_present,
        "opening": sitting.opening,
    }
    return PresenceForm(fields, initial=initial, prefix="presence")


def agenda_form(table: Table, fields: QueryDict | None = None) -> AgendaForm:
    """The programme as text."""
    steps, _proposed = steps_of(table.conference)
    return AgendaForm(fields, initial={"steps": typed_steps(steps)}, prefix="agenda")


def speaker_form(table: Table, fields: QueryDict | None = None) -> SpeakerForm:
    """A person for the speaker list. `known` is how many stood there when the form was drawn."""
    opinions = [(card.opinion_id, f"{card.number}. {card.title[:60]}") for card in table.cards]
    lists = {"village": table.villages, "opinion": opinions}
    return SpeakerForm(fields, lists=lists, initial={"known": len(table.sitting.speakers)}, prefix="speaker")


def heard_form(table: Table, fields: QueryDict | None = None) -> HeardForm:
    """An opinion heard; `?noi=` names the speaker whose words are being taken down."""
    initial: dict[str, Any] = {"submission_key": secrets.token_urlsafe(18)}
    wanted = table.visit.request.GET.get("noi", "")
    line = table.speaker(int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 16 else None
    if line is not None:
        village = next((pk for pk, name in table.villages if name == line.village), None)
        initial |= {"speaker_name": line.name, "village": village}
    return HeardForm(fields, lists={"village": table.villages}, initial=initial, prefix="heard")


def decision_form(table: Table, item: RunningItem, fields: QueryDict | None = None) -> DecisionForm:
    """What was decided before, else what is likeliest; `?chep=` takes the unit's proposed answer over."""
    units = {name: pk for pk, name in table.units}
    initial: dict[str, Any] = {
        "outcome": item.outcome or "",
        "said": item.said,
        "answered_by": item.answered_by or table.sitting.chair,
        "unit": units.get(item.assigned_unit) or item.unit_id,
        "due_on": item.due_on,
        "body": item.body,
        "reason": item.reason,
        "version": item.version,
    }
    if table.visit.request.GET.get("chep") == str(item.opinion_id) and item.brief:
        initial["said"] = item.brief.proposed_answer
    rule_day = f"{table.rule_due.on:%d/%m/%Y}" if table.rule_due else ""
    return DecisionForm(
        fields, lists={"unit": table.units}, rule_day=rule_day, initial=initial, prefix=f"y{item.opinion_id}"
    )


def meant(table: Table, opinion_id: int) -> RunningItem:
    """The opinion on this table; raises NotFound."""
    item = table.item(opinion_id)
    if item is None:
        raise NotFound(gettext("Không có ý kiến này trong hội nghị."))
    return item


# --- calls ----------------------------------------------------------------------------------------------------------


def who(table: Table) -> dict[str, Any]:
    """Who acts, and when."""
    return {"actor": table.visit.actor, "at": table.visit.at}


def _speaker_call(service: Callable[..., Any], step: int = 0) -> Callable[[Table, Sent, Any], Any]:
    """A deed on one waiting or speaking person; `step` moves him up or down."""

    def call(table: Table, sent: Sent, _form: Any) -> Any:
        line = table.speaker(sent.of)
        if line is None:
            raise NotFound(gettext("Không có người này trong danh sách phát biểu."))
        places = {"place": [s.speaker_id for s in table.sitting.speakers].index(sent.of) + 1 + step} if step else {}
        return service(speaker_id=sent.of, **places, **who(table))

    return call


def _open(table: Table, _sent: Sent, form: PresenceForm) -> Any:
    return open_sitting(conference_id=table.conference.pk, presence=form.presence(), **who(table))


def _count(table: Table, _sent: Sent, form: PresenceForm) -> Any:
    return count_people(conference_id=table.conference.pk, presence=form.presence(), **who(table))


def _end(table: Table, _sent: Sent, _form: PlainForm) -> Any:
    return end_sitting(conference_id=table.conference.pk, **who(table))


def _set_agenda(table: Table, _sent: Sent, form: AgendaForm) -> Any:
    return set_agenda(conference_id=table.conference.pk, steps=form.cleaned_data["steps"], **who(table))


def _adopt(table: Table, _sent: Sent, _form: PlainForm) -> Any:
    return set_agenda(conference_id=table.conference.pk, **who(table))


def _order(table: Table, _sent: Sent, _form: PlainForm) -> Any:
    return prepare_running_order(conference_id=table.conference.pk, **who(table))


def _put(table: Table, sent: Sent, form: PlaceForm) -> Any:
    item = meant(table, sent.of)
    put = (item.opinion_id, form.cleaned_data["place"])
    return prepare_running_order(conference_id=table.conference.pk, put=put, **who(table))


def _register(table: Table, _sent: Sent, form: SpeakerForm) -> Any:
    """A form sent twice finds its person already listed since it was drawn."""
    typed = form.cleaned_data
    village = dict(table.villages).get(typed["village"], "")
    for line in table.sitting.speakers[typed["known"] or 0 :] if typed["known"] is not None else ():
        if (line.name, line.village, line.about) == (" ".join(typed["name"].split()), village, typed["about"]):
            return line
    wanted = SpeakerWanted(
        name=typed["name"],
        village_id=typed["village"],
        about=typed["about"],
        minutes=USUAL_MINUTES if typed["minutes"] is None else typed["minutes"],
        opinion_id=typed["opinion"],
    )
    return register_speaker(conference_id=table.conference.pk, wanted=wanted, **who(table))


def _hear(table: Table, _sent: Sent, form: HeardForm) -> Any:
    typed = form.cleaned_data
    entered = Entered(
        channel=typed["channel"],
        speaker_name=typed["speaker_name"],
        village_id=typed["village"],
        conference_id=table.conference.pk,
    )
    return receive_opinion(
        commune_id=table.visit.commune.pk, words=typed["words"], entered=entered,
        submission_key=typed["submission_key"], **who(table),
    )  # fmt: skip


def _decide(table: Table, sent: Sent, form: DecisionForm) -> Any:
    item = meant(table, sent.of)
    decision, version = form.decision(), form.cleaned_data["version"]
    if item.version == version + 1 and is_same(table, item, decision):
        return item
    return decide_opinion(opinion_id=item.opinion_id, decision=decision, version=version, **who(table))


def is_same(table: Table, item: RunningItem, decision: Decision) -> bool:
    """Whether this very decision already stands: a form sent twice. Days and reasons left open were filled by rule."""
    typed = (decision.outcome, decision.said.split(), decision.body, decision.answered_by)
    unit = dict(table.units).get(decision.unit_id or 0, "")
    return (
        typed == (item.outcome, item.said.split(), item.body, item.answered_by)
        and item.assigned_unit in ("", unit)
        and decision.due_on in (None, item.due_on)
        and decision.reason.split() in ([], item.reason.split())
    )


def plain(_table: Table, _sent: Sent) -> PlainForm:
    """A button without fields."""
    return PlainForm({})


def at(place: str) -> Callable[[Sent, Any], str]:
    """Always the same part of the page."""
    return lambda _sent, _made: place


def _to_card(sent: Sent, _made: Any) -> str:
    return card_anchor(sent.of)


def _to_new_card(_sent: Sent, made: Any) -> str:
    return card_anchor(made.pk)


DEEDS: dict[str, Deed] = {
    "open": Deed(lambda t, s: presence_form(t, s.fields), _open, _("Hội nghị đã mở."), at(HEAD)),
    "count": Deed(lambda t, s: presence_form(t, s.fields), _count, _("Đã ghi thành phần và số người."), at(HEAD)),
    "end": Deed(plain, _end, _("Hội nghị đã kết thúc. Hoàn tất các quyết định rồi sang phần kết luận."), at(HEAD)),
    "agenda": Deed(lambda t, s: agenda_form(t, s.fields), _set_agenda, _("Đã lưu chương trình."), at(AGENDA)),
    "adopt": Deed(plain, _adopt, _("Đã lưu chương trình."), at(AGENDA)),
    "order": Deed(plain, _order, _("Đã xếp lại thứ tự các ý kiến."), at(OPINIONS)),
    "put": Deed(lambda _t, s: PlaceForm(s.fields), _put, _("Đã đổi chỗ."), _to_card),
    "speaker": Deed(lambda t, s: speaker_form(t, s.fields), _register, _("Đã ghi tên."), at(SPEAKERS)),
    "floor": Deed(plain, _speaker_call(give_floor), _("Đã mời phát biểu."), at(SPEAKERS)),
    "done": Deed(plain, _speaker_call(end_speech), _("Đã dừng giờ."), at(SPEAKERS)),
    "withdraw": Deed(plain, _speaker_call(withdraw_speaker), _("Đã rút tên."), at(SPEAKERS)),
    "up": Deed(plain, _speaker_call(reorder_speaker, -1), _("Đã đưa lên trước."), at(SPEAKERS)),
    "down": Deed(plain, _speaker_call(reorder_speaker, 1), _("Đã đưa xuống sau."), at(SPEAKERS)),
    "heard": Deed(lambda t, s: heard_form(t, s.fields), _hear, _("Đã ghi ý kiến, xếp cuối danh sách."), _to_new_card),
    "decide": Deed(
        lambda t, s: decision_form(t, meant(t, s.of), s.fields), _decide, _("Đã ghi quyết định."), at(OPINIONS)
    ),
}
