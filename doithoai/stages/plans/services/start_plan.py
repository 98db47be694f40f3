"""Start a plan: from a confirmed reading make the plan, its units, villages, tasks and conferences.

The duties of each conference are laid out by `stages/duties/services/start_cycle.py`, which calls this first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.heads import headed_by
from doithoai.domain.plans import HeadedBy, PlanState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.rules.actors import named_role
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.plans.models import Conference, Plan, PlanTask, Reading


@dataclass(frozen=True)
class PlanStart:
    """What a start needs: the reading, its source, the commune's policies, and days that close open conferences."""

    reading: Mapping[str, Any]
    policies: Mapping[str, Any] = field(default_factory=dict)
    source_name: str = ""
    source_text: str = ""
    source_sha256: str = ""
    days: Sequence[date] = ()
    reading_id: int | None = None


@transaction.atomic
def start_plan(*, commune_id: int, start: PlanStart, actor: Actor, at: datetime) -> Plan:
    """Each of `days` closes the next conference whose day is open, in order. The same source starts only once."""
    commune = Commune.objects.select_for_update().filter(pk=commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã này."))
    require(actor, Act.PLAN, Scope(commune.pk))
    found = start.reading
    if found.get("type") not in (None, "plan"):
        raise BadInput(_("Tài liệu này không phải là kế hoạch đối thoại. Chọn đúng tệp kế hoạch."))
    if not found.get("conferences"):
        raise BadInput(_("Chưa thấy cuộc đối thoại nào trong kế hoạch. Bổ sung thời gian dự kiến rồi bắt đầu."))
    plan = _make_plan(commune, start, at)
    _make_tasks(plan, found)
    _make_conferences(plan, found, list(start.days))
    if start.reading_id is not None:
        kept = Reading.objects.select_for_update().filter(pk=start.reading_id, commune=commune).first()
        if kept is None or kept.started_plan_id is not None:
            raise BadInput(_("Bản đọc này đã được bắt đầu rồi. Mở kế hoạch trong danh sách của năm."))
        plan.corrections = kept.corrections
        plan.save(update_fields=["corrections"])
        Reading.objects.filter(pk=kept.pk).update(started_plan=plan)
    record(
        actor, "plan.started", f"plan:{plan.pk}", chain=commune.slug, at=at,
        year=plan.year, conferences=plan.conferences.count(),
    )  # fmt: skip
    return plan


def _make_plan(commune: Commune, start: PlanStart, at: datetime) -> Plan:
    found = start.reading
    year = found.get("year") or _first_year(found)
    form = found.get("form") or "state"
    issuer = found.get("issuer") or ""
    return Plan.objects.create(
        commune=commune,
        year=year,
        form=form,
        issuer=issuer[:200],
        number=(found.get("number") or "")[:60],
        issued_on=as_date(found.get("issued_on")),
        title=found.get("title") or "",
        state=PlanState.IN_FORCE,
        headed_by=headed_by(found.get("chairs") or [], issuer, form),
        source_name=start.source_name[:200],
        source_text=start.source_text,
        source_sha256=start.source_sha256,
        reading=dict(found),
        policies=dict(start.policies),
        created_at=at,
    )


def _make_tasks(plan: Plan, found: Mapping[str, Any]) -> None:
    for order, task in enumerate(found.get("tasks") or [], start=1):
        words = str(task.get("actor") or "").strip()
        unit = unit_for(plan.commune, words) if words else None
        PlanTask.objects.create(
            plan=plan, order=order, actor=words[:300], unit=unit, items=task.get("items") or [], line=task.get("line")
        )


def unit_for(commune: Commune, words: str) -> Unit:
    """The unit of that name, made when new."""
    name = words[0].upper() + words[1:]
    unit = Unit.objects.filter(commune=commune, name__iexact=name[:200]).first()
    return unit or Unit.objects.create(commune=commune, name=name[:200], kind=named_role(words).value)


def _make_conferences(plan: Plan, found: Mapping[str, Any], days: list[date]) -> None:
    foreseen = found["conferences"]
    chairs = "; ".join(found.get("chairs") or [])
    secretaries = "; ".join(found.get("secretaries") or [])
    for number, facts in enumerate(foreseen, start=1):
        earliest = as_date(facts.get("earliest")) or date(plan.year, 1, 1)
        latest = as_date(facts.get("latest")) or date(plan.year, 12, 31)
        on = earliest if earliest == latest else None
        opened = [name for name in facts.get("open") or [] if name in ("date", "place", "village")]
        if on is None and "date" not in opened:
            opened.insert(0, "date")
        if days and on is None:
            on = days.pop(0)
            opened = [name for name in opened if name != "date"]
        conference = Conference.objects.create(
            commune=plan.commune,
            plan=plan,
            number=number,
            year=plan.year,
            headed_by=plan.headed_by,
            title=_title(plan, number, len(foreseen)),
            earliest=earliest,
            latest=latest,
            on=on,
            half_days=facts.get("half_days"),
            place=(facts.get("place") or "")[:300],
            open=opened,
            chair=chairs[:300],
            secretary=secretaries[:300],
            topics=found.get("topics") or [],
        )
        names = [v for v in facts.get("villages") or [] if v]
        conference.villages.set([_village(plan.commune, name) for name in names])
    if days:
        _move_fixed(plan, days)


def _move_fixed(plan: Plan, days: list[date]) -> None:
    """Days left over move conferences whose day the plan had fixed, in order: the caller knows better than the plan."""
    for conference in plan.conferences.order_by("number"):
        if days and conference.earliest == conference.latest:
            conference.on = days.pop(0)
            conference.save(update_fields=["on"])
    if days:
        raise BadInput(_("Số ngày nhập nhiều hơn số cuộc đối thoại trong kế hoạch."))


def _village(commune: Commune, name: str) -> Village:
    village = Village.objects.filter(commune=commune, name__iexact=name[:120]).first()
    return village or Village.objects.create(commune=commune, name=name[:120])


def _title(plan: Plan, number: int, count: int) -> str:
    by_party = plan.headed_by == HeadedBy.PARTY
    name = "Đối thoại giữa người đứng đầu cấp ủy với Nhân dân" if by_party else "Hội nghị đối thoại với Nhân dân"
    return f"{name} {plan.year}" if count == 1 else f"{name} {plan.year} ({number}/{count})"


def _first_year(found: Mapping[str, Any]) -> int:
    for conference in found.get("conferences") or []:
        start = as_date(conference.get("earliest"))
        if start:
            return start.year
    raise BadInput(_("Chưa rõ kế hoạch của năm nào. Điền năm rồi bắt đầu."))


def as_date(value: Any) -> date | None:
    """A date from ISO text; None for anything that is not one."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
