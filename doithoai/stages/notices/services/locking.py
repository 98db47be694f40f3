"""Takes one conference for writing to its public rows."""

from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.roles import Actor
from doithoai.stages.plans.models import Conference


def lock_conference(conference_id: int, actor: Actor) -> Conference:
    """The conference with its commune; NotFound also for another commune's. Only inside a transaction."""
    found = (
        Conference.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=conference_id).first()
    )
    if found is None or not actor.roles_in(found.commune_id):
        raise NotFound(_("Không có cuộc đối thoại này trong xã."))
    return found
