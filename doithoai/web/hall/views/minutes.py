"""The minutes: composed from the live record, corrected by the secretary, signed and sealed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.minutes import PARAGRAPHS, both_texts, with_paragraph
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.domain.texts import clean
from doithoai.stages.conference import queries, seals
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.records import SittingRecord
from doithoai.stages.conference.services.draft_minutes import draft_minutes
from doithoai.stages.conference.services.save_minutes import save_minutes
from doithoai.stages.conference.services.sign_minutes import sign_minutes
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.forms.after import DraftForm, MinutesForm, SealForm
from doithoai.web.hall.wording import INSERTS
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.hall_records import Insert
from doithoai.web.ui.visit import Visit, done, staff

WRITING = ("save", "join", "insert")
FORMS: dict[str, type[PlainForm]] = {"draft": DraftForm, "sign": SealForm, **dict.fromkeys(WRITING, MinutesForm)}
WORDS = {
    "draft": "Đã lập biên bản từ diễn biến. Đọc lại và sửa cho đúng.",
    "save": "Đã lưu biên bản.",
    "sign": "Đã ký. Biên bản được niêm lại, không ai sửa được nữa.",
}


@staff(Act.RUN_CONFERENCE)
def minutes(visit: Visit, conference_id: int) -> HttpResponse:
    """One text with its version: a second writer sees both texts and may join them; nothing is lost."""
    conference = plans.conference_in(visit.commune.pk, conference_id)
    sitting = queries.sitting_of(visit.actor, conference.pk, visit.at)
    here = reverse("hall:minutes", args=[visit.commune.slug, conference.pk])
    sent = visit.request.POST if visit.request.method == "POST" else {}
    deed = "insert" if sent.get("insert") in PARAGRAPHS else str(sent.get("deed", ""))
    shown = {name: _fresh(name, sitting) for name in FORMS}
    if deed in FORMS:
        form = shown[deed] = FORMS[deed](visit.request.POST)
        if form.is_valid():
            if deed == "join":
                shown["save"] = _joined(form, sitting)
                messages.warning(visit.request, _("Đã ghép hai bản ở dưới. Đọc lại, bỏ chỗ trùng rồi bấm Lưu."))
            elif deed == "insert":
                shown["save"] = _with_inserted(form, sent["insert"])
                messages.warning(visit.request, _("Đã chèn đoạn mẫu, chưa lưu. Điền vào chỗ … rồi bấm Lưu."))
            elif done(form, lambda: _call(visit, conference.pk, deed, form.cleaned_data)) is not None:
                messages.success(visit.request, _(WORDS[deed]))
                return HttpResponseRedirect(here + ("?sua=1" if deed == "draft" else ""))
    is_signed = sitting.minutes_signed_at is not None
    writes = not is_signed and (deed in WRITING or "sua" in visit.request.GET)
    context: dict[str, Any] = {
        "conference": conference,
        "sitting": sitting,
        "forms": shown,
        "form": shown.get(deed),
        "refused": deed if deed in FORMS and shown[deed].errors else "",
        "theirs": getattr(shown["save"], "theirs", ""),
        "is_stale": hasattr(shown["save"], "theirs"),
        "is_unsaved": deed in ("join", "insert"),
        "inserts": [Insert(key, str(INSERTS[key]), text) for key, text in PARAGRAPHS.items()],
        "is_signed": is_signed,
        "seal": _seal(conference.pk) if is_signed else "",
        "writes": writes and bool(sitting.opened_at),
        "may_sign": visit.may(Act.CONCLUDE)
        and not is_signed
        and sitting.state in (ConferenceState.HELD, ConferenceState.CONCLUDED),
        "may_make": visit.may(Act.MAKE_DOCUMENT),
    }
    return visit.page("hall/minutes.html", context)


def _fresh(name: str, sitting: SittingRecord) -> PlainForm:
    both = _(" và ").join(person for person in (sitting.chair, sitting.secretary) if person)
    initial = {"text": sitting.minutes_text, "version": sitting.version, "signed_by": both}
    return FORMS[name](initial=initial)


def _joined(form: PlainForm, sitting: SittingRecord) -> MinutesForm:
    """Every paragraph of both texts, to be saved over the stored one."""
    text = both_texts(clean(form.cleaned_data["text"]), sitting.minutes_text)
    return MinutesForm(initial={"text": text, "version": sitting.version})


def _with_inserted(form: PlainForm, key: str) -> MinutesForm:
    """The typed text with a ready-made paragraph, to be filled in; saved no sooner than the writer says so."""
    text = with_paragraph(clean(form.cleaned_data["text"]), PARAGRAPHS[key])
    return MinutesForm(initial={"text": text, "version": form.cleaned_data["version"]})


def _call(visit: Visit, conference_id: int, deed: str, typed: dict[str, Any]) -> Sitting:
    common: dict[str, Any] = {
        "conference_id": conference_id,
        "version": typed["version"],
        "actor": visit.actor,
        "at": visit.at,
    }
    if deed == "draft":
        return draft_minutes(**common, replace=typed["replace"])
    if deed == "save":
        return save_minutes(**common, text=typed["text"])
    return sign_minutes(**common, signed_by=typed["signed_by"])


def _seal(conference_id: int) -> str:
    """The digest of the signed text in groups of eight, as the audit line holds it."""
    row = Sitting.objects.filter(conference_id=conference_id).first()
    digest = seals.seal_of_minutes(str(row.pk)) or "" if row else ""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
