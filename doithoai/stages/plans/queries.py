"""Questions about plans and conferences. Everything is asked within one commune; another commune's thing is not found."""

from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.plans import ConferenceState
from doithoai.stages.plans.models import Conference, Plan, PlanTask, Reading

NOT_BEGUN = (ConferenceState.PLANNED, ConferenceState.ANNOUNCED)


def plans_of(commune_id: int) -> QuerySet[Plan]:
    """Plans of a commune, newest year first."""
    return Plan.objects.filter(commune_id=commune_id)


def plan_in(commune_id: int, plan_id: int) -> Plan:
    """One plan of this commune; raises NotFound."""
    plan = Plan.objects.select_related("commune").filter(commune_id=commune_id, pk=plan_id).first()
    if plan is None:
        raise NotFound(_("Không có kế hoạch này trong xã."))
    return plan


def tasks_of(plan_id: int) -> QuerySet[PlanTask]:
    """Tasks of a plan in its own order."""
    return PlanTask.objects.filter(plan_id=plan_id).select_related("unit")


def conferences_of(commune_id: int, year: int | None = None) -> QuerySet[Conference]:
    """Conferences of a commune in order of time, with plan and villages."""
    found = Conference.objects.filter(commune_id=commune_id).select_related("plan").prefetch_related("villages")
    return found.filter(year=year) if year else found


def conference_titles_of(commune_id: int) -> list[tuple[int, str]]:
    """Number and title of each conference of a commune that was not cancelled, in order of time: for lists to choose from."""
    held = Conference.objects.filter(commune_id=commune_id).exclude(state=ConferenceState.CANCELLED)
    return list(held.values_list("pk", "title"))


def conferences_in_plan(plan_id: int) -> QuerySet[Conference]:
    """Conferences foreseen by one plan, in order."""
    return Conference.objects.filter(plan_id=plan_id).prefetch_related("villages")


def conference_in(commune_id: int, conference_id: int) -> Conference:
    """One conference of this commune; raises NotFound."""
    found = (
        Conference.objects.select_related("commune", "plan")
        .prefetch_related("villages")
        .filter(commune_id=commune_id, pk=conference_id)
        .first()
    )
    if found is None:
        raise NotFound(_("Không có cuộc đối thoại này trong xã."))
    return found


def years_of(commune_id: int) -> list[int]:
    """Years that have a conference or a plan, newest first."""
    years = set(Conference.objects.filter(commune_id=commune_id).values_list("year", flat=True))
    years |= set(Plan.objects.filter(commune_id=commune_id).values_list("year", flat=True))
    return sorted(years, reverse=True)


def reading_in(commune_id: int, reading_id: int) -> Reading:
    """One uploaded reading of this commune; raises NotFound."""
    found = Reading.objects.filter(commune_id=commune_id, pk=reading_id).first()
    if found is None:
        raise NotFound(_("Không có bản đọc này trong xã. Tải tệp lên lại."))
    return found


def readings_waiting(commune_id: int) -> QuerySet[Reading]:
    """Uploaded plans read but not yet started, newest first."""
    return Reading.objects.filter(commune_id=commune_id, started_plan__isnull=True).order_by("-created_at")


def next_conference(commune_id: int, village_id: int | None, today: date) -> Conference | None:
    """The conference that a new opinion most likely belongs to: the nearest not yet begun that takes its village."""
    coming = Conference.objects.filter(commune_id=commune_id, state__in=NOT_BEGUN, latest__gte=today)
    if village_id is not None:
        coming = coming.filter(Q(villages=None) | Q(villages=village_id))
    return coming.distinct().order_by(F("on").asc(nulls_last=True), "earliest", "number").first()
