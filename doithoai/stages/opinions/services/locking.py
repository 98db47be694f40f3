"""Takes one opinion or group for writing, and asks the two questions that every change asks: where, and which version."""

from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound, Stale
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import OPINION
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Actor
from doithoai.stages.opinions.models import Opinion, OpinionGroup

BEGUN = (ConferenceState.RUNNING, ConferenceState.HELD, ConferenceState.CONCLUDED, ConferenceState.CLOSED)


def lock_opinion(opinion_id: int, actor: Actor) -> Opinion:
    """The opinion with its commune; NotFound also for another commune's. Only inside a transaction."""
    found = Opinion.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=opinion_id).first()
    if found is None or not actor.roles_in(found.commune_id):
        raise NotFound(_("Không có ý kiến này trong xã."))
    return found


def lock_group(group_id: int, actor: Actor) -> OpinionGroup:
    """The group with its commune; NotFound also for another commune's. Only inside a transaction."""
    found = OpinionGroup.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=group_id).first()
    if found is None or not actor.roles_in(found.commune_id):
        raise NotFound(_("Không có nhóm ý kiến này trong xã."))
    return found


def refuse_stale(opinion: Opinion, version: int, *, theirs: str) -> None:
    """Raises Stale with the stored text when somebody saved since the page was opened."""
    if opinion.version != version:
        raise Stale(
            _("Có người vừa lưu ý kiến này trước anh/chị. Xem bản của họ ở bên cạnh, rồi lưu lại bản đúng."),
            theirs=theirs,
            version=opinion.version,
        )


def refuse_bringing_back_late(opinion: Opinion) -> None:
    """Raises NotPossible once the conference has begun: from then on the chair decides what is apart, in the hall."""
    if opinion.conference is not None and opinion.conference.state in BEGUN:
        raise NotPossible(
            _("Hội nghị đã khai mạc nên ý kiến đã tách riêng do chủ trì quyết định tại hội nghị."),
            table=OPINION.name,
            state=opinion.state,
        )
