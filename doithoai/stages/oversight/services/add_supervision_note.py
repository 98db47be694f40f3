"""Write down what an overseer saw: on the commune, one conference, or one opinion. Changes nothing of what it oversees."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import digest_of_text, record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.supervision import Finding
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.oversight.models import SupervisionNote
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Conference


@dataclass(frozen=True)
class NoteWanted:
    """What was seen, on what. An opinion brings its own conference along."""

    commune_id: int
    words: str
    finding: Finding = Finding.NOTE
    conference_id: int | None = None
    opinion_id: int | None = None


@transaction.atomic
def add_supervision_note(*, wanted: NoteWanted, actor: Actor, at: datetime) -> SupervisionNote:
    """For the Front and the Council's co-chair. A note is never changed or deleted; a correction is another note."""
    commune = Commune.objects.filter(pk=wanted.commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã này."))
    require(actor, Act.SUPERVISE, Scope(commune.pk))
    words = clean(wanted.words)
    if not words:
        raise BadInput(_("Ghi điều đã thấy khi giám sát."), field="words")
    opinion = _opinion(wanted)
    conference_id = opinion.conference_id if opinion else wanted.conference_id
    if conference_id and not Conference.objects.filter(pk=conference_id, commune=commune).exists():
        raise NotFound(_("Không có cuộc đối thoại này trong xã."))
    note = SupervisionNote.objects.create(
        commune=commune,
        conference_id=conference_id,
        opinion=opinion,
        words=words,
        finding=wanted.finding,
        written_by=actor.name[:200],
        written_at=at,
    )
    record(
        actor, "supervision.noted", f"note:{note.pk}", chain=commune.slug, at=at,
        finding=note.finding, digest=digest_of_text(note.words),
    )  # fmt: skip
    return note


def _opinion(wanted: NoteWanted) -> Opinion | None:
    if wanted.opinion_id is None:
        return None
    opinion = Opinion.objects.filter(pk=wanted.opinion_id, commune_id=wanted.commune_id).first()
    if opinion is None:
        raise NotFound(_("Không có ý kiến này trong xã."))
    return opinion
