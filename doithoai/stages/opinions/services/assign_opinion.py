"""Assign an opinion, or its whole group, to the unit that prepares an answer. Earlier assignments stay as history."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.opinions import OPINION, OpinionMove, OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import Assignment, Opinion
from doithoai.stages.opinions.services.locking import lock_opinion
from doithoai.stages.people.queries import units_of


@dataclass(frozen=True)
class Task:
    """Which unit, what to look at, and by when the brief is wanted (before the conference)."""

    unit_id: int
    note: str = ""
    brief_due_on: date | None = None


@transaction.atomic
def assign_opinion(
    *, opinion_id: int, task: Task, whole_group: bool = False, actor: Actor, at: datetime
) -> list[Opinion]:
    """Every opinion now assigned, this one first. Of a group, members already answered or apart are left alone.

    The same assignment again changes nothing.
    """
    first = lock_opinion(opinion_id, actor)
    require(actor, Act.ASSIGN_OPINION, Scope(first.commune_id))
    OPINION.step(OpinionState(first.state), OpinionMove.ASSIGN)
    _check(first, task, timezone.localdate(at))
    opinions = [first]
    if whole_group and first.group_id:
        members = Opinion.objects.filter(group_id=first.group_id).exclude(pk=first.pk).order_by("pk")
        opinions += [lock_opinion(pk, actor) for pk in members.values_list("pk", flat=True)]
    assigned = [o for o in opinions if OPINION.may_step(OpinionState(o.state), OpinionMove.ASSIGN)]
    for opinion in assigned:
        _assign(opinion, task, actor, at)
    return assigned


def _check(opinion: Opinion, task: Task, today: date) -> None:
    if not units_of(opinion.commune_id, today).filter(pk=task.unit_id).exists():
        raise BadInput(_("Chọn một đơn vị đang hoạt động trong xã."), field="unit")
    if task.brief_due_on is None:
        return
    if task.brief_due_on < today:
        raise BadInput(_("Hạn chuẩn bị đã qua. Chọn từ hôm nay trở đi."), field="brief_due_on")
    conference = opinion.conference
    if conference is not None and conference.on and conference.on > today and task.brief_due_on >= conference.on:
        raise BadInput(
            _("Hội nghị ngày %(on)s. Chọn hạn chuẩn bị trước ngày đó.") % {"on": f"{conference.on:%d/%m/%Y}"},
            field="brief_due_on",
        )


def _is_repeated(opinion: Opinion, task: Task) -> bool:
    newest = Assignment.objects.filter(opinion=opinion).order_by("-pk").first()
    wanted = (task.unit_id, clean(task.note), task.brief_due_on)
    held = OpinionState(opinion.state) is OpinionState.ASSIGNED and opinion.unit_id == task.unit_id
    return held and newest is not None and (newest.unit_id, newest.note, newest.brief_due_on) == wanted


def _assign(opinion: Opinion, task: Task, actor: Actor, at: datetime) -> None:
    if _is_repeated(opinion, task):
        return
    opinion.state = OPINION.step(OpinionState(opinion.state), OpinionMove.ASSIGN)
    opinion.unit_id = task.unit_id
    opinion.version += 1
    opinion.save(update_fields=["state", "unit", "version"])
    Assignment.objects.create(
        opinion=opinion,
        unit_id=task.unit_id,
        note=clean(task.note),
        brief_due_on=task.brief_due_on,
        assigned_by=actor.name[:200],
        assigned_at=at,
    )
    record(
        actor, "opinion.assigned", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at, unit=task.unit_id,
        brief_due_on=task.brief_due_on,
    )  # fmt: skip
