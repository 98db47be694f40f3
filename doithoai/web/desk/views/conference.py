"""One conference: where it stands, what is open, settling and moving it; and conferences outside the plan."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.duties import DUTY_NAMES, DutyState
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import CONFERENCE, MOVABLE, ConferenceKind, ConferenceMove, ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.duties import queries as duties
from doithoai.stages.duties.services.move_conference import Moved, move_conference
from doithoai.stages.duties.services.open_unplanned import open_unplanned
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.services.add_villages import add_villages
from doithoai.stages.plans.services.close_open_fields import Settled
from doithoai.stages.plans.services.open_conference import ConferenceWanted
from doithoai.stages.plans.services.step_conference import step_conference
from doithoai.web.desk.clash import Difference, clash_of, is_same
from doithoai.web.desk.forms.conference import SettleForm, UnplannedForm, settled_initial
from doithoai.web.desk.views.ledger import task_of
from doithoai.web.desk.wording import CONFERENCE_KINDS, OPEN_NAMES, journey_of
from doithoai.web.ui.jinja import url_if_known
from doithoai.web.ui.records import NavItem
from doithoai.web.ui.visit import Visit, allowed, done, staff
from doithoai.web.ui.words import sentence, vn_date, vn_date_long

RESULTS = {ConferenceMove.ANNOUNCE: ConferenceState.ANNOUNCED, ConferenceMove.CANCEL: ConferenceState.CANCELLED}


@staff(Act.SEE_LEDGER)
def conference(visit: Visit, conference_id: int) -> HttpResponse:
    """State, facts, what is open, next duties; the clerk settles day, place and villages here."""
    found = plans.conference_in(visit.commune.pk, conference_id)
    may_plan = visit.may(Act.PLAN) and ConferenceState(found.state) in MOVABLE
    posted = visit.request.POST if visit.request.method == "POST" and visit.may(Act.PLAN) else None
    form = SettleForm(posted, initial=settled_initial(found), conference=found)
    clash: tuple[Difference, ...] = ()
    if posted is not None and form.is_valid():
        moved = done(form, lambda: _settle(visit, found, form))
        found = plans.conference_in(visit.commune.pk, conference_id)
        stored = SettleForm(initial=settled_initial(found), conference=found)
        clash = clash_of(form, stored) if hasattr(form, "theirs") else ()
        if moved is not None or is_same(form, stored):
            _tell(visit, moved)
            return HttpResponseRedirect(reverse("desk:conference", args=[visit.commune.slug, found.pk]))
    rows = duties.ledger_of(found.pk, visit.today)
    context = {
        "conference": found,
        "facts": facts_of(found),
        "links": links_of(visit, found),
        "kind_words": _(CONFERENCE_KINDS[ConferenceKind(found.kind)]),
        "open_words": [_(OPEN_NAMES.get(name, name)) for name in found.open],
        "journey": journey_of(found.state),
        "next_tasks": [task_of(row, visit) for row in rows if row.state in (DutyState.LATE, DutyState.SOON)],
        "form": form,
        "clash": clash,
        "may_plan": may_plan,
        "may_announce": may_plan and found.on is not None and found.state == ConferenceState.PLANNED,
        "may_cancel": may_plan,
    }
    return visit.page("desk/conference.html", context)


def facts_of(found: Conference) -> list[tuple[str, str]]:
    """Day, hour, place, villages and heads in words; what is open says so."""
    foreseen = {"first": vn_date(found.earliest), "last": vn_date(found.latest)}
    villages = ", ".join(village.name for village in found.villages.all())
    return [
        (
            _("Ngày"),
            sentence(vn_date_long(found.on))
            if found.on
            else _("Chưa định; dự kiến từ %(first)s đến %(last)s") % foreseen
            if found.earliest
            else _("Chưa định"),
        ),
        (_("Giờ"), found.starts.strftime("%H:%M") if found.starts else _("Chưa định")),
        (_("Địa điểm"), found.place or _("Chưa định")),
        (_("Thôn"), villages or found.cluster or _("Toàn xã hoặc chưa chọn")),
        (_("Chủ trì"), found.chair or _("Chưa rõ")),
        (_("Đồng chủ trì"), found.co_chair or _("Chưa nêu")),
    ]


def links_of(visit: Visit, found: Conference) -> list[NavItem]:
    """Where to go on from here: only pages this person may open."""
    slug = visit.commune.slug
    opinions = url_if_known("desk:opinions", slug) + f"?cuoc={found.pk}"
    documents = url_if_known("desk:documents", slug) + f"?cuoc={found.pk}"
    offered = (
        (Act.SEE_LEDGER, _("Lịch các việc và hạn"), url_if_known("desk:ladder", slug, found.pk)),
        (Act.SEE_OPINIONS, _("Ý kiến của cuộc này"), opinions),
        (Act.MAKE_DOCUMENT, _("Văn bản của cuộc này"), documents),
        (Act.RUN_CONFERENCE, _("Điều hành tại hội trường"), url_if_known("hall:running", slug, found.pk)),
        (Act.CONCLUDE, _("Kết luận"), url_if_known("hall:conclusion", slug, found.pk)),
        (Act.PUBLISH, _("Công khai"), url_if_known("desk:publication", slug, found.pk)),
        (Act.PLAN, _("Rút kinh nghiệm"), url_if_known("hall:review", slug, found.pk)),
    )
    return [NavItem(words, url) for act, words, url in offered if url and allowed(visit, act)]


@transaction.atomic
def _settle(visit: Visit, found: Conference, form: SettleForm) -> Moved:
    v = form.cleaned_data
    names = [name.strip() for name in v["new_villages"].split(",") if name.strip()]
    made = add_villages(commune_id=visit.commune.pk, names=names, actor=visit.actor, at=visit.at) if names else []
    settled = Settled(
        on=v["on"],
        starts=v["starts"],
        place=v["place"],
        village_ids=(*v["villages"], *(village.pk for village in made)),
        cluster=v["cluster"],
        how_to_attend=v["how_to_attend"],
        chair=v["chair"],
        co_chair=v["co_chair"],
        secretary=v["secretary"],
        expected_people=v["expected_people"],
        reason=v["reason"],
    )
    return move_conference(
        conference_id=found.pk, settled=settled, version=v["version"], actor=visit.actor, at=visit.at, today=visit.today
    )


def _tell(visit: Visit, moved: Moved | None) -> None:
    """Success, and then plainly what the new day makes late or wrong; nothing more when the same was saved before."""
    messages.success(visit.request, _("Đã lưu. Hạn của mọi việc đã tính lại theo ngày đối thoại."))
    if moved is None:
        return
    for late in moved.conflicts.late:
        messages.warning(
            visit.request,
            _("Đã trễ: %(duty)s phải xong ngày %(due)s (trễ %(n)s ngày) – %(actor)s.")
            % {
                "duty": _(DUTY_NAMES[late.duty]), "due": vn_date(late.due_on), "n": late.days_late, "actor": late.actor,
            },
        )  # fmt: skip
    for again in moved.conflicts.announce_again:
        messages.warning(
            visit.request,
            _("Đã báo ngày cũ, phải báo lại: %(duty)s – %(actor)s.")
            % {"duty": _(DUTY_NAMES[again.duty]), "actor": again.actor},
        )


@staff(Act.PLAN)
def step(visit: Visit, conference_id: int) -> HttpResponse:
    """Mark a conference as announced, or cancel it with a reason."""
    found = plans.conference_in(visit.commune.pk, conference_id)
    back = HttpResponseRedirect(reverse("desk:conference", args=[visit.commune.slug, found.pk]))
    if visit.request.method != "POST":
        return back
    wanted = visit.request.POST.get("move")
    reason = visit.request.POST.get("reason", "").strip()[:500]
    if wanted not in (ConferenceMove.ANNOUNCE, ConferenceMove.CANCEL):
        messages.error(visit.request, _("Chọn việc cần làm."))
        return back
    if wanted == ConferenceMove.CANCEL and not reason:
        messages.error(visit.request, _("Hủy cuộc đối thoại phải nêu lý do."))
        return back
    if found.state == RESULTS[wanted]:
        return back
    try:
        step_conference(
            conference_id=found.pk, move=ConferenceMove(wanted), actor=visit.actor, at=visit.at, reason=reason
        )
        messages.success(visit.request, _("Đã ghi."))
    except NotPossible:
        messages.error(visit.request, _(CONFERENCE.refusal))
    return back


@staff(Act.PLAN)
def open_new(visit: Visit) -> HttpResponse:
    """A conference on demand of a tenth of the voters, or when necessary."""
    form = UnplannedForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        values: dict[str, Any] = dict(form.cleaned_data)
        wanted = ConferenceWanted(**{**values, "kind": ConferenceKind(values["kind"])})
        made = done(
            form,
            lambda: open_unplanned(commune_id=visit.commune.pk, wanted=wanted, actor=visit.actor, at=visit.at),
        )
        if made is not None:
            messages.success(visit.request, _("Đã mở cuộc đối thoại. Chốt ngày, địa điểm ở trang này."))
            return HttpResponseRedirect(reverse("desk:conference", args=[visit.commune.slug, made.pk]))
    return visit.page("desk/conference_open.html", {"form": form})
