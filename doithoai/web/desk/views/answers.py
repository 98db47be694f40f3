"""Written answers: the list by due date, and one answer from draft to delivery, with every date it ever had."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.errors import BadInput, NotFound
from doithoai.domain.answers import AnswerState, Result
from doithoai.domain.roles import Act
from doithoai.stages.answers import queries
from doithoai.stages.answers.records import AnswerCard, AnswerRecord
from doithoai.stages.answers.services.check_public_answer import check_public_answer
from doithoai.stages.answers.services.deliver_answer import deliver_answer
from doithoai.stages.answers.services.draft_answer import Draft, draft_answer
from doithoai.stages.answers.services.extend_answer import MoreTime, extend_answer
from doithoai.stages.answers.services.mark_promise_kept import mark_promise_kept
from doithoai.stages.answers.services.reopen_answer import reopen_answer
from doithoai.stages.answers.services.return_answer import return_answer
from doithoai.stages.answers.services.sign_answer import sign_answer
from doithoai.stages.answers.services.submit_answer import submit_answer
from doithoai.stages.answers.services.tell_extension import tell_extension
from doithoai.web.desk.clash import is_same, unsaved_of
from doithoai.web.desk.forms import answers as forms
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.records import DueHint, NavItem
from doithoai.web.ui.visit import Visit, done, show_version, staff
from doithoai.web.ui.words import days_left

STATE_NAMES = {
    AnswerState.DUE: "Chưa soạn",
    AnswerState.DRAFTED: "Đang soạn",
    AnswerState.SUBMITTED: "Chờ ký",
    AnswerState.SIGNED: "Đã ký, chờ giao",
    AnswerState.DELIVERED: "Đã giao",
}


def stamp_of(card: AnswerCard, visit: Visit) -> tuple[str, str]:
    """State and words of the stamp: how the answer stands to its date."""
    if card.is_signed:
        words = _("trả lời chậm %(n)s ngày") % {"n": card.days_late} if card.days_late else _("đã trả lời")
        return ("late" if card.days_late else "done"), words
    left = (card.due_on - visit.today).days
    return ("late" if left < 0 else "soon" if left <= 3 else "open"), days_left(card.due_on, visit.today)


@staff(Act.WRITE_ANSWER, Act.SIGN_ANSWER)
def answers(visit: Visit) -> HttpResponse:
    """Owed answers by date; tabs for what waits for a signature, what is overdue, and what was promised."""
    shown = visit.request.GET.get("xem", "")
    commune = visit.commune.pk
    lists: dict[str, tuple[str, Callable[[], tuple[AnswerCard, ...]]]] = {
        "": (_("Còn phải trả lời"), lambda: queries.answers_due(visit.actor, commune, visit.today)),
        "cho-ky": (_("Chờ ký"), lambda: queries.waiting_for_signature(visit.actor, commune, visit.today)),
        "qua-han": (_("Quá hạn"), lambda: queries.overdue_answers(visit.actor, commune, visit.today)),
        "tat-ca": (_("Tất cả"), lambda: queries.all_answers(visit.actor, commune, visit.today)),
    }
    if not visit.may(Act.SIGN_ANSWER):
        del lists["cho-ky"]
    if shown not in lists:
        shown = ""
    base = reverse("desk:answers", args=[visit.commune.slug])
    tabs = [NavItem(words, f"{base}?xem={key}" if key else base, key == shown) for key, (words, _q) in lists.items()]
    cards = [(card, _(STATE_NAMES[card.state]), *stamp_of(card, visit)) for card in lists[shown][1]()]
    context: dict[str, Any] = {
        "tabs": tabs, "cards": cards, "shown": lists[shown][0], "promises": (), "transfers": (),
    }  # fmt: skip
    if visit.may(Act.SEE_OPINIONS):
        context["promises"] = queries.promises_of(commune, visit.today)
        context["transfers"] = queries.transfers_of(visit.actor, commune, visit.today)
    return visit.page("desk/answers.html", context)


@dataclass(frozen=True)
class Deed:
    """One small act on an answer: its form, and the service call it makes."""

    form: type[PlainForm]
    call: Callable[[Visit, AnswerRecord, dict[str, Any]], Any]
    words: str


def _draft(visit: Visit, record: AnswerRecord, v: dict[str, Any]) -> Any:
    draft = Draft(text=v["text"], result=v["result"], promised_on=v["promised_on"])
    saved = draft_answer(
        answer_id=record.card.answer_id, draft=draft, version=v["version"], actor=visit.actor, at=visit.at
    )
    if "submit" in visit.request.POST:
        return submit_answer(answer_id=record.card.answer_id, actor=visit.actor, at=visit.at)
    return saved


def _sign(visit: Visit, record: AnswerRecord, v: dict[str, Any]) -> Any:
    if not check_password(v["password"], visit.request.user.password):
        raise BadInput(_("Mật khẩu chưa đúng nên chưa ký."), field="password")
    return sign_answer(
        answer_id=record.card.answer_id, version=v["version"], actor=visit.actor, at=visit.at,
        late_reason=v["late_reason"],
    )  # fmt: skip


def _plain(service: Callable[..., Any]) -> Callable[[Visit, AnswerRecord, dict[str, Any]], Any]:
    """A deed whose form fields are the service's own arguments."""

    def call(visit: Visit, record: AnswerRecord, v: dict[str, Any]) -> Any:
        return service(answer_id=record.card.answer_id, **v, actor=visit.actor, at=visit.at)

    return call


def _extend(visit: Visit, record: AnswerRecord, v: dict[str, Any]) -> Any:
    return extend_answer(answer_id=record.card.answer_id, more=MoreTime(**v), actor=visit.actor, at=visit.at)


def _tell(visit: Visit, record: AnswerRecord, v: dict[str, Any]) -> Any:
    untold = [line.extension_id for line in record.extensions if line.told_on is None]
    if not untold:
        raise BadInput(_("Không có lần gia hạn nào chưa báo."))
    return tell_extension(extension_id=untold[-1], **v, actor=visit.actor, at=visit.at)


def _publish_words(visit: Visit, record: AnswerRecord, v: dict[str, Any]) -> Any:
    return check_public_answer(answer_id=record.card.answer_id, text=v["public_text"], actor=visit.actor, at=visit.at)


DEEDS = {
    "draft": Deed(forms.DraftForm, _draft, "Đã lưu câu trả lời."),
    "return": Deed(forms.ReturnForm, _plain(return_answer), "Đã trả lại để sửa."),
    "sign": Deed(forms.SignForm, _sign, "Đã ký. Giao cho người dân rồi ghi ngày giao."),
    "deliver": Deed(forms.DeliverForm, _plain(deliver_answer), "Đã ghi ngày giao."),
    "extend": Deed(forms.ExtendForm, _extend, "Đã gia hạn. Báo cho người dân rồi ghi ngày báo."),
    "tell": Deed(forms.ToldForm, _tell, "Đã ghi ngày báo người dân."),
    "kept": Deed(forms.KeptForm, _plain(mark_promise_kept), "Đã ghi lời hứa làm xong."),
    "reopen": Deed(forms.ReopenAnswerForm, _plain(reopen_answer), "Đã mở lại để trả lời thêm."),
    "public": Deed(forms.PublicAnswerForm, _publish_words, "Đã lưu bản công khai."),
}


def offered(visit: Visit, record: AnswerRecord) -> set[str]:
    """The deeds this person can do on this answer now; the services check again."""
    card = record.card
    state = card.state
    names: set[str] = set()
    if visit.may(Act.WRITE_ANSWER, unit_id=card.unit_id):
        if state in (AnswerState.DUE, AnswerState.DRAFTED):
            names.add("draft")
        if state is AnswerState.SIGNED:
            names.add("deliver")
        if any(line.told_on is None for line in record.extensions):
            names.add("tell")
        if card.is_signed and card.result == Result.PROMISED and card.kept_on is None:
            names.add("kept")
    if visit.may(Act.SIGN_ANSWER) and state is AnswerState.SUBMITTED:
        names |= {"sign", "return"}
    if visit.may(Act.EXTEND_ANSWER):
        names |= {"extend"} if not card.is_signed else {"reopen"}
    if visit.may(Act.CHECK_PUBLIC_TEXT) and card.is_signed:
        names.add("public")
    return names


@staff(Act.WRITE_ANSWER, Act.SIGN_ANSWER)
def answer(visit: Visit, answer_id: int) -> HttpResponse:
    """One answer. The form that was sent keeps what was typed; a clash shows both texts."""
    if not queries.is_of(visit.commune.pk, answer_id):
        raise NotFound(_("Không có văn bản trả lời này trong xã."))
    record = queries.answer_for(visit.actor, answer_id, visit.today)
    wanted = visit.request.POST.get("deed", "") if visit.request.method == "POST" else ""
    names = offered(visit, record)
    shown = {name: _form(name, record, visit, visit.request.POST if name == wanted else None) for name in names}
    extra: dict[str, Any] = {"form": shown.get(wanted), "theirs": "", "unsaved": ()}
    if wanted in shown and shown[wanted].is_valid():
        form = shown[wanted]
        saved = done(form, lambda: DEEDS[wanted].call(visit, record, form.cleaned_data)) is not None
        record = queries.answer_for(visit.actor, answer_id, visit.today)
        same = is_same(form, _form(wanted, record, visit, None)) and "submit" not in visit.request.POST
        if saved or same:
            words = _("Đã trình ký.") if "submit" in visit.request.POST else _(DEEDS[wanted].words)
            messages.success(visit.request, words)
            return HttpResponseRedirect(reverse("desk:answer", args=[visit.commune.slug, answer_id]))
        # The draft may have been kept although handing it in was refused: the next press is no clash with oneself.
        show_version(form, record.card.version)
        extra["theirs"] = getattr(form, "theirs", "")
    elif wanted in DEEDS and wanted not in shown:
        extra["unsaved"] = unsaved_of(_form(wanted, record, visit, visit.request.POST))
        messages.warning(visit.request, _("Bước này đã có người làm rồi. Đây là tình trạng mới nhất."))
    return visit.page("desk/answer.html", {**_context(visit, record), "forms": shown, **extra})


def _context(visit: Visit, record: AnswerRecord) -> dict[str, Any]:
    state, words = stamp_of(record.card, visit)
    return {
        "record": record,
        "card": record.card,
        "stamp_state": state,
        "stamp_words": words,
        "state_words": _(STATE_NAMES[record.card.state]),
        "due": DueHint(record.card.due_on, record.rule, record.article, str(record.why_due.get("text") or "")),
        "result_words": forms.RESULT_NAMES.get(record.card.result, ""),
        "may_see_opinion": visit.may(Act.SORT_OPINION),
    }


def _form(name: str, record: AnswerRecord, visit: Visit, posted: Any) -> PlainForm:
    card = record.card
    initial: dict[str, Any] = {"version": card.version}
    if name == "draft":
        initial |= {"text": record.text, "result": card.result, "promised_on": card.promised_on}
    elif name in ("deliver", "tell", "kept"):
        initial |= {"delivered_on": visit.today, "told_on": visit.today, "kept_on": visit.today}
    elif name == "public":
        initial["public_text"] = record.public_text or record.text
    return DEEDS[name].form(posted, initial=initial, prefix=name)
