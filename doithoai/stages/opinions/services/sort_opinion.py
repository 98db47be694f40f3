"""Sort an opinion: topic, kind, nature, competence, necessity, unit; what follows is the commune's own rule.

What the rules take apart keeps its receipt, its reason and the citizen's status line. Original words are not touched.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.opinions import Nature, OpinionState, Sorting, follow_up, sorting_fault, state_after_sorting
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.queries import policies_for
from doithoai.stages.opinions.search_text import fill_search_columns
from doithoai.stages.opinions.services.locking import lock_opinion, refuse_bringing_back_late, refuse_stale
from doithoai.stages.people.models import Unit, Village
from doithoai.stages.plans.models import Conference


@transaction.atomic
def sort_opinion(*, opinion_id: int, sorting: Sorting, version: int, actor: Actor, at: datetime) -> Opinion:
    """Raises Stale with the stored summary when somebody saved first, NotPossible for taking apart after the hall."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.SORT_OPINION, Scope(opinion.commune_id))
    refuse_stale(opinion, version, theirs=opinion.summary)
    _check(sorting, opinion)
    _write_choices(opinion, sorting)
    follow = follow_up(Nature(sorting.nature), policies_for(opinion))
    before = OpinionState(opinion.state)
    after = state_after_sorting(before, apart=follow.apart, same_unit=opinion.unit_id == sorting.unit_id)
    if before is OpinionState.TAKEN_APART and after is not before:
        refuse_bringing_back_late(opinion)
    opinion.unit_id = sorting.unit_id
    opinion.state = after
    if after is OpinionState.TAKEN_APART:
        if before is not after or not opinion.apart_reason:
            opinion.apart_reason = follow.reason
        opinion.owes_written_reply = follow.written_reply
    elif before in (OpinionState.TAKEN_APART, OpinionState.RECEIVED):
        opinion.apart_reason, opinion.owes_written_reply = "", False
    fill_search_columns(opinion, Village.objects.filter(commune_id=opinion.commune_id).values_list("name", flat=True))
    opinion.version += 1
    opinion.save()
    record(
        actor, "opinion.sorted", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at, was=before.value,
        now=after.value, topic=opinion.topic, nature=opinion.nature, competence=opinion.competence,
        necessity=opinion.necessity, unit=opinion.unit_id, conference=opinion.conference_id,
    )  # fmt: skip
    return opinion


def _check(sorting: Sorting, opinion: Opinion) -> None:
    fault = sorting_fault(sorting)
    if fault is not None:
        raise BadInput(_(fault[1]), field=fault[0])
    commune_id = opinion.commune_id
    if sorting.unit_id and not Unit.objects.filter(pk=sorting.unit_id, commune_id=commune_id).exists():
        raise BadInput(_("Chọn đơn vị trong xã."), field="unit")
    if sorting.conference_id == opinion.conference_id:
        return
    if opinion.state not in (
        OpinionState.RECEIVED,
        OpinionState.SORTED,
        OpinionState.ASSIGNED,
        OpinionState.TAKEN_APART,
    ):
        raise BadInput(_("Ý kiến đã qua hội nghị nên không chuyển sang cuộc đối thoại khác được."), field="conference")
    if opinion.group_id is not None:
        raise BadInput(
            _("Ý kiến đang ở trong một nhóm. Gỡ khỏi nhóm rồi mới chuyển cuộc đối thoại."), field="conference"
        )
    if sorting.conference_id is not None:
        chosen = Conference.objects.filter(pk=sorting.conference_id, commune_id=commune_id).first()
        if chosen is None or chosen.state == ConferenceState.CANCELLED:
            raise BadInput(_("Chọn cuộc đối thoại của xã."), field="conference")


def _write_choices(opinion: Opinion, sorting: Sorting) -> None:
    opinion.topic, opinion.kind = sorting.topic, sorting.kind
    opinion.nature, opinion.necessity = sorting.nature, sorting.necessity
    opinion.competence = sorting.competence
    opinion.competent_body = clean_line(sorting.competent_body)[:200]
    opinion.about_official = sorting.about_official
    opinion.conference_id = sorting.conference_id
    opinion.summary = clean(sorting.summary)
