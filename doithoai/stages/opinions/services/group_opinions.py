"""Group opinions on the same problem: one title, several voices. Every opinion keeps its words, number and receipt."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.opinions.models import Opinion, OpinionGroup
from doithoai.stages.opinions.services.locking import lock_group, lock_opinion

LONGEST_TITLE = 300


@transaction.atomic
def group_opinions(
    *, opinion_ids: Sequence[int], title: str = "", group_id: int | None = None, actor: Actor, at: datetime
) -> OpinionGroup:
    """A new group of two or more, or more members for an existing one. Repeating it changes nothing.

    A new group without a title takes the office's own summary of its first opinion; the citizen's words never become one.
    Raises BadInput when there is no summary either or with too few, and when opinions belong to different conferences.
    """
    group = lock_group(group_id, actor) if group_id is not None else None
    opinions = [lock_opinion(opinion_id, actor) for opinion_id in sorted(set(opinion_ids))]
    if group is None and not clean_line(title):
        title = next((opinion.summary for opinion in opinions if opinion.summary), "")[:LONGEST_TITLE]
    _check(opinions, group, clean_line(title))
    commune = opinions[0].commune
    require(actor, Act.SORT_OPINION, Scope(commune.pk))
    if group is None:
        group = OpinionGroup(commune=commune, title=clean_line(title), conference_id=opinions[0].conference_id)
        group.topic = opinions[0].topic
        group.save(force_insert=True)
    elif clean_line(title) and clean_line(title) != group.title:
        group.title = clean_line(title)
        group.version += 1
        group.save()
    moved = [opinion for opinion in opinions if opinion.group_id != group.pk]
    left = sorted({opinion.group_id for opinion in moved if opinion.group_id})
    for opinion in moved:
        opinion.group = group
        opinion.version += 1
        opinion.save(update_fields=["group", "version"])
    if moved:
        record(
            actor, "opinion.grouped", f"group:{group.pk}", chain=commune.slug, at=at,
            opinions=[opinion.pk for opinion in moved], left=left,
        )  # fmt: skip
    return group


def _check(opinions: list[Opinion], group: OpinionGroup | None, title: str) -> None:
    if len(opinions) < (1 if group else 2):
        raise BadInput(_("Chọn ít nhất hai ý kiến cùng một việc để gộp."), field="opinions")
    if group is None and not title:
        raise BadInput(_("Đặt tên việc chung cho nhóm, ví dụ: “Đường liên thôn hỏng”."), field="title")
    if len(title) > LONGEST_TITLE:
        raise BadInput(_("Tên nhóm dài quá %(longest)s chữ cái.") % {"longest": LONGEST_TITLE}, field="title")
    communes = {opinion.commune_id for opinion in opinions} | ({group.commune_id} if group else set())
    conferences = {opinion.conference_id for opinion in opinions} | ({group.conference_id} if group else set())
    if len(communes) > 1 or len(conferences) > 1:
        raise BadInput(_("Chỉ gộp ý kiến của cùng một cuộc đối thoại. Xếp chúng vào một cuộc trước."), field="opinions")
