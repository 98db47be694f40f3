"""Draft a paper, or draft it again: always from today's facts. A draft carries no number and binds nobody."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.numbering import series_code
from doithoai.domain.papers.record import paper_record
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.queries import Composed, composed, thing_of
from doithoai.stages.people.models import Commune


@transaction.atomic
def make_document(*, commune_id: int, kind: str, of_id: int, actor: Actor, at: datetime) -> OfficialDocument:
    """There is one draft for each kind and thing: making it again replaces its words. An issued paper stays as it is."""
    commune = Commune.objects.select_for_update().get(pk=commune_id)
    require(actor, Act.MAKE_DOCUMENT, Scope(commune_id))
    thing = thing_of(kind, of_id, commune_id)
    draft = composed(kind, thing, timezone.localdate(at))
    document = OfficialDocument.objects.filter(
        commune=commune, kind=kind, of_type=KINDS[kind].of, of_id=of_id, state="draft"
    ).first() or OfficialDocument(commune=commune, kind=kind, of_type=KINDS[kind].of, of_id=of_id, version=0)
    _write(document, draft, thing)
    document.made_by, document.made_at = actor.name[:200], at
    document.version += 1
    document.save()
    record(
        actor, "document.drafted", f"draft:{document.pk}", chain=commune.slug, at=at,
        kind=kind, of=f"{document.of_type}:{of_id}",
    )  # fmt: skip
    return document


def _write(document: OfficialDocument, draft: Composed, thing: object) -> None:
    kind, issuing = KINDS[document.kind], draft.facts.issuing
    issuer = issuing.issuer
    document.title = draft.paper.name
    document.form = issuer.form.value
    document.series = (
        series_code(issuer.form, type_code=kind.type_code or "", body=issuer.code) if kind.is_numbered else ""
    )
    document.year = issuing.year
    document.signer = issuing.signer.name
    document.content = paper_record(draft.paper)
    document.copy = paper_record(draft.copy) if draft.copy else None
    document.conference_id = thing.pk if kind.of == "conference" else getattr(thing, "conference_id", None)  # type: ignore[attr-defined] -- a model of the kind's own
