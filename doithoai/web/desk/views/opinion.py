"""One opinion: its words, how it is sorted, who prepares it, what was answered, and what the public may read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.duties import Duty
from doithoai.domain.opinions import OPEN, Nature, OpinionState, Sorting, shown_receipt_code
from doithoai.domain.roles import Act
from doithoai.stages.answers.queries import answer_of_opinion
from doithoai.stages.answers.services.open_answer import AnswerDue, open_answer
from doithoai.stages.answers.services.record_outside_reply import record_outside_reply
from doithoai.stages.answers.services.tell_transfer import tell_transfer
from doithoai.stages.answers.services.transfer_opinion import TransferWanted, transfer_opinion
from doithoai.stages.conference.queries import answered_in_hall, conference_of, rule_due_for
from doithoai.stages.conference.services.check_public_words import check_public_words
from doithoai.stages.duties import queries as duties
from doithoai.stages.opinions import queries
from doithoai.stages.opinions.records import Detail
from doithoai.stages.opinions.services.answer_before import answer_before
from doithoai.stages.opinions.services.assign_opinion import Task, assign_opinion
from doithoai.stages.opinions.services.check_public_text import check_public_text
from doithoai.stages.opinions.services.restore_opinion import restore_opinion
from doithoai.stages.opinions.services.sort_opinion import sort_opinion
from doithoai.stages.opinions.services.ungroup_opinion import ungroup_opinion
from doithoai.stages.opinions.services.write_brief import Prepared, write_brief
from doithoai.stages.opinions.services.write_public_text import write_public_text
from doithoai.web.desk.clash import clash_of, is_same, unsaved_of
from doithoai.web.desk.forms import answers as answer_forms
from doithoai.web.desk.forms import opinions as forms
from doithoai.web.desk.views.opinions import stamp_for
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.records import DueHint
from doithoai.web.ui.visit import Visit, done, staff

Values = dict[str, Any]


@dataclass(frozen=True)
class Deed:
    """One small act on an opinion: its form, the service call, the words of success."""

    form: type[PlainForm]
    call: Callable[[Visit, Detail, Values], Any]
    words: str


def _sort(visit: Visit, found: Detail, v: Values) -> Any:
    version = v.pop("version")
    sorting = Sorting(unit_id=v.pop("unit"), conference_id=v.pop("conference"), **v)
    return sort_opinion(opinion_id=found.opinion.id, sorting=sorting, version=version, actor=visit.actor, at=visit.at)


def _assign(visit: Visit, found: Detail, v: Values) -> Any:
    task = Task(unit_id=v["unit"], note=v["note"], brief_due_on=v["brief_due_on"])
    return assign_opinion(
        opinion_id=found.opinion.id, task=task, whole_group=v.get("whole_group", False), actor=visit.actor, at=visit.at
    )


def _brief(visit: Visit, found: Detail, v: Values) -> Any:
    prepared = Prepared(facts=v["facts"], proposed_answer=v["proposed_answer"])
    return write_brief(
        opinion_id=found.opinion.id, prepared=prepared, version=v["version"], actor=visit.actor, at=visit.at
    )


def _transfer(visit: Visit, found: Detail, v: Values) -> Any:
    wanted = TransferWanted(body=v["body"], reason=v["reason"], expected_on=v["expected_on"], unit_id=v["unit"])
    return transfer_opinion(opinion_id=found.opinion.id, wanted=wanted, actor=visit.actor, at=visit.at)


def _written(visit: Visit, found: Detail, v: Values) -> Any:
    """Open a written answer; the date comes from the rules unless one is given."""
    due = AnswerDue(unit_id=v["unit"], on=v["on"], reason=v["reason"])
    rule = answer_due(found)
    if v["on"] is None and rule is not None:
        due = AnswerDue(
            unit_id=v["unit"], on=rule.on, rule=rule.rule, article=rule.article, why={"text": rule.why},
            reason=v["reason"],
        )  # fmt: skip
    return open_answer(opinion_id=found.opinion.id, due=due, actor=visit.actor, at=visit.at)


def answer_due(found: Detail) -> DueHint | None:
    """By when the rules want a written answer to this opinion; None without a conference or such a rule."""
    row = found.opinion
    if row.conference_id is None:
        return None
    rule = rule_due_for(conference_of(row.conference_id), timezone.localdate(row.received_at))
    return DueHint(rule.on, rule.rule, rule.article, rule.why) if rule else None


def brief_due(found: Detail) -> DueHint | None:
    """By when answers are to be prepared for the conference of this opinion."""
    if found.opinion.conference_id is None:
        return None
    entry = duties.entries_of(found.opinion.conference_id).filter(duty=Duty.PREPARE_ANSWERS).first()
    return DueHint(entry.due_on, entry.rule, entry.article, entry.text) if entry and entry.due_on else None


def _public(visit: Visit, found: Detail, v: Values) -> Any:
    return write_public_text(opinion_id=found.opinion.id, **v, actor=visit.actor, at=visit.at)


def _check(visit: Visit, found: Detail, v: Values) -> Any:
    return check_public_text(opinion_id=found.opinion.id, **v, actor=visit.actor, at=visit.at)


def _heard(visit: Visit, found: Detail, v: Values) -> Any:
    """The public form of what was answered in the hall; saving it is the check for identity."""
    return check_public_words(opinion_id=found.opinion.id, text=v["public_text"], actor=visit.actor, at=visit.at)


def _plain(service: Callable[..., Any]) -> Callable[[Visit, Detail, Values], Any]:
    """A deed whose form fields are the service's own arguments."""

    def call(visit: Visit, found: Detail, v: Values) -> Any:
        return service(opinion_id=found.opinion.id, **v, actor=visit.actor, at=visit.at)

    return call


DEEDS = {
    "sort": Deed(forms.SortForm, _sort, "Đã lưu phân loại."),
    "assign": Deed(forms.AssignForm, _assign, "Đã giao chuẩn bị."),
    "brief": Deed(forms.BriefForm, _brief, "Đã lưu nội dung chuẩn bị."),
    "before": Deed(forms.AnswerBeforeForm, _plain(answer_before), "Đã ghi câu trả lời trước hội nghị."),
    "restore": Deed(forms.ReasonForm, _plain(restore_opinion), "Đã đưa lại vào sổ."),
    "ungroup": Deed(PlainForm, _plain(ungroup_opinion), "Đã tách khỏi nhóm."),
    "public": Deed(forms.PublicTextForm, _public, "Đã lưu bản công khai. Cần một người kiểm tra danh tính."),
    "check": Deed(forms.CheckPublicForm, _check, "Đã kiểm tra: bản công khai không lộ danh tính."),
    "heard": Deed(answer_forms.PublicAnswerForm, _heard, "Đã lưu bản công khai."),
    "transfer": Deed(forms.TransferForm, _transfer, "Đã ghi chuyển cơ quan có thẩm quyền. Báo người dân rồi ghi ngày báo."),
    "told": Deed(answer_forms.ToldForm, _plain(tell_transfer), "Đã ghi ngày báo người dân."),
    "outside": Deed(answer_forms.OutsideReplyForm, _plain(record_outside_reply), "Đã ghi trả lời của cơ quan đó."),
    "written": Deed(forms.WrittenReplyForm, _written, "Đã mở văn bản trả lời."),
}  # fmt: skip


def offered(visit: Visit, found: Detail) -> list[str]:
    """The deeds open to this person on this opinion now, in the order of work; the services check again."""
    row = found.opinion
    state = OpinionState(row.state)
    open_now = state in OPEN
    names = []
    if visit.may(Act.SORT_OPINION):
        names += ["sort"]
        names += ["ungroup"] if row.group_id else []
        names += ["before"] if open_now else []
        names += ["restore"] if state is OpinionState.TAKEN_APART else []
    if visit.may(Act.ASSIGN_OPINION):
        names += ["assign"] if open_now else []
        names += ["written"] if state is OpinionState.TAKEN_APART and row.owes_written_reply else []
    if visit.may(Act.WRITE_BRIEF, unit_id=row.unit_id) and row.unit_id and open_now:
        names += ["brief"]
    if visit.may(Act.TRANSFER_OPINION):
        names += ["transfer"] if open_now or state is OpinionState.AWAITING_ANSWER else []
        names += ["told", "outside"] if state is OpinionState.TRANSFERRED else []
    if visit.may(Act.CHECK_PUBLIC_TEXT) and row.nature == Nature.COMMON:
        names += ["public"]
        names += ["check"] if row.public_text and not row.is_public_checked else []
        names += ["heard"] if state is OpinionState.ANSWERED and answered_in_hall(row.id) else []
    return names


@staff(Act.SEE_OPINIONS)
def opinion(visit: Visit, opinion_id: int) -> HttpResponse:
    """One page for all of it; the form that was sent keeps what was typed, a clash shows both texts."""
    if not queries.is_of(visit.commune.pk, opinion_id):
        raise NotFound(_("Không có ý kiến này trong xã."))
    found = queries.opinion_for(visit.actor, opinion_id)
    wanted = visit.request.POST.get("deed", "") if visit.request.method == "POST" else ""
    names = offered(visit, found)
    shown = {name: _form(name, found, visit, visit.request.POST if name == wanted else None) for name in names}
    extra: dict[str, Any] = {"form": shown.get(wanted), "clash": (), "unsaved": ()}
    if wanted in shown and shown[wanted].is_valid():
        form = shown[wanted]
        saved = done(form, lambda: DEEDS[wanted].call(visit, found, dict(form.cleaned_data))) is not None
        found = queries.opinion_for(visit.actor, opinion_id)
        stored = _form(wanted, found, visit, None)
        extra["clash"] = clash_of(form, stored) if hasattr(form, "theirs") else ()
        if saved or is_same(form, stored):
            messages.success(visit.request, _(DEEDS[wanted].words))
            return HttpResponseRedirect(reverse("desk:opinion", args=[visit.commune.slug, opinion_id]))
    elif wanted in DEEDS and wanted not in shown:
        extra["unsaved"] = unsaved_of(_form(wanted, found, visit, visit.request.POST))
        messages.warning(visit.request, _("Ý kiến đã sang bước khác. Đây là tình trạng mới nhất."))
    return visit.page("desk/opinion.html", {**_context(visit, found, shown), "forms": shown, **extra})


def _context(visit: Visit, found: Detail, shown: dict[str, PlainForm]) -> dict[str, Any]:
    row = found.opinion
    answer = answer_of_opinion(row.id)
    return {
        "found": found,
        "row": row,
        "code": shown_receipt_code(row.code),
        "stamp": stamp_for(row.state),
        "state_words": forms.STATE_NAMES[OpinionState(row.state)],
        "channel_words": forms.CHANNEL_NAMES.get(row.channel, row.channel),
        "suspects": queries.suspects_for(visit.actor, row.id) if "check" in shown or "public" in shown else (),
        "answer_id": answer.pk if answer and _opens(visit, answer.unit_id) else None,
        "answer_due": answer_due(found) if "written" in shown else None,
        "brief_due": brief_due(found) if "assign" in shown else None,
        "may_sort": visit.may(Act.SORT_OPINION),
    }


def _opens(visit: Visit, unit_id: int) -> bool:
    """Whether this person may open the page of an answer that this unit owes."""
    return any(visit.may(act, unit_id=unit_id) for act in (Act.WRITE_ANSWER, Act.SIGN_ANSWER))


def _form(name: str, found: Detail, visit: Visit, posted: Any) -> PlainForm:
    row = found.opinion
    options: dict[str, Any] = {"prefix": name}
    if issubclass(DEEDS[name].form, forms.CommuneForm):
        options["commune_id"] = visit.commune.pk
    initial: dict[str, Any] = {"version": row.version}
    if name == "sort":
        initial |= {
            "summary": row.summary, "topic": row.topic, "kind": row.kind, "nature": row.nature,
            "necessity": row.necessity, "competence": row.competence, "competent_body": row.competent_body,
            "about_official": row.about_official, "unit": row.unit_id, "conference": row.conference_id,
        }  # fmt: skip
    elif name == "brief":
        brief = found.brief
        initial = {"facts": brief.facts, "proposed_answer": brief.proposed_answer, "version": brief.version}
    elif name == "public":
        initial |= {"text": row.public_text or row.summary, "answer": row.public_answer}
    elif name == "heard":
        spoken = answered_in_hall(row.id)
        initial["public_text"] = spoken.public_text or spoken.said if spoken else ""
    elif name in ("assign", "written", "transfer"):
        initial["unit"] = row.unit_id
    elif name in ("told", "outside"):
        initial |= {"told_on": visit.today, "replied_on": visit.today}
    form = DEEDS[name].form(posted, initial=initial, **options)
    if name == "assign" and not row.group_id:
        del form.fields["whole_group"]
    return form
