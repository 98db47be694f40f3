"""Put a person on the speaker list: a name is enough, so that somebody who walks in can register in seconds."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.conference.models import Speaker
from doithoai.stages.conference.services.locking import BEFORE, lock_conference, refuse_unless
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Village

USUAL_MINUTES = 5
LONGEST_MINUTES = 60


@dataclass(frozen=True)
class SpeakerWanted:
    """Who wants to speak, on what, for how long. A village or an opinion of another conference is refused."""

    name: str
    village_id: int | None = None
    about: str = ""
    minutes: int = USUAL_MINUTES
    opinion_id: int | None = None


@transaction.atomic
def register_speaker(*, conference_id: int, wanted: SpeakerWanted, actor: Actor, at: datetime) -> Speaker:
    """Last in the list. Open until the sitting ends."""
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    refuse_unless(
        conference, (*BEFORE, ConferenceState.RUNNING), _("Hội nghị đã kết thúc nên không nhận thêm người phát biểu.")
    )
    _check(wanted, conference.pk, conference.commune_id)
    last = Speaker.objects.filter(conference=conference).aggregate(last=Max("order"))["last"] or 0
    speaker = Speaker.objects.create(
        conference=conference,
        order=last + 1,
        name=clean_line(wanted.name)[:200],
        village_id=wanted.village_id,
        about=clean_line(wanted.about)[:300],
        minutes=wanted.minutes,
        opinion_id=wanted.opinion_id,
    )
    record(
        actor, "speaker.registered", f"speaker:{speaker.pk}", chain=conference.commune.slug, at=at, place=speaker.order
    )
    return speaker


def _check(wanted: SpeakerWanted, conference_id: int, commune_id: int) -> None:
    if not clean_line(wanted.name):
        raise BadInput(_("Ghi tên người phát biểu."), field="name")
    if not 1 <= wanted.minutes <= LONGEST_MINUTES:
        raise BadInput(_("Thời gian phát biểu từ 1 đến 60 phút."), field="minutes")
    if wanted.village_id and not Village.objects.filter(pk=wanted.village_id, commune_id=commune_id).exists():
        raise BadInput(_("Chọn thôn trong xã."), field="village")
    if wanted.opinion_id and not Opinion.objects.filter(pk=wanted.opinion_id, conference_id=conference_id).exists():
        raise BadInput(_("Ý kiến này không thuộc hội nghị này."), field="opinion")
