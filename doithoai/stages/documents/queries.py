"""Drafts composed from facts, and the papers of a commune. Changes nothing; `gathering/` reads the facts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.papers.blocks import Paper
from doithoai.domain.papers.record import paper_from_record
from doithoai.domain.roles import Act, Actor, Scope, may
from doithoai.stages.answers.models import Answer
from doithoai.stages.documents.gathering.by_kind import FACTS
from doithoai.stages.documents.kind import MissingFacts
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.kinds.written_answer.facts import WrittenAnswerFacts
from doithoai.stages.documents.kinds.written_answer.spec import anonymous
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.plans.models import Conference, Plan

PERSONAL = [code for code, kind in KINDS.items() if kind.is_personal]

# --- papers --------------------------------------------------------------------------------------------------------


def thing_of(kind: str, of_id: int, commune_id: int | None = None) -> Any:
    """The plan, conference, opinion or answer a kind is about; raises NotFound, also for another commune's."""
    if kind not in KINDS:
        raise NotFound(_("Không có loại văn bản này. Xem danh sách các loại bằng: doithoai make --list."))
    asked = {
        "plan": Plan.objects.select_related("commune"),
        "conference": Conference.objects.select_related("commune", "plan").prefetch_related("villages"),
        "opinion": Opinion.objects.select_related(
            "commune", "village", "conference", "conference__plan", "conference__commune"
        ),
        "answer": Answer.objects.select_related(
            "commune", "unit", "opinion", "opinion__village", "conference", "conference__plan", "conference__commune"
        ),
    }[KINDS[kind].of]
    found = asked.filter(pk=of_id) if commune_id is None else asked.filter(pk=of_id, commune_id=commune_id)
    thing = found.first()
    if thing is None:
        raise NotFound(_("Không có mã này. Xem các mã bằng: doithoai list."))
    return thing


@dataclass(frozen=True)
class Composed:
    """A draft, and the copy for readers other than the citizen where the kind has one and its texts were checked."""

    paper: Paper
    copy: Paper | None
    facts: Any


def composed(kind: str, thing: Any, today: date) -> Composed:
    """Today's draft from the facts; a missing fact is BadInput that tells the clerk what to fill in."""
    compose = KINDS[kind].compose
    try:
        facts = FACTS[kind](thing, today)
        paper = compose(facts)
    except MissingFacts as missing:
        raise BadInput(missing.words) from missing
    return Composed(paper, _copy(facts) if kind == "written_answer" else None, facts)


def _copy(facts: WrittenAnswerFacts) -> Paper | None:
    try:
        return KINDS["written_answer"].compose(anonymous(facts))
    except MissingFacts:
        return None


# --- documents -----------------------------------------------------------------------------------------------------


def documents_of(
    actor: Actor, commune_id: int, *, conference_id: int | None = None, kind: str = ""
) -> QuerySet[OfficialDocument]:
    """Papers of a commune, newest first; letters to citizens only for whoever may see identities."""
    require(actor, Act.MAKE_DOCUMENT, Scope(commune_id))
    found = OfficialDocument.objects.filter(commune_id=commune_id)
    if not may(actor, Act.SEE_IDENTITY, Scope(commune_id)):
        found = found.exclude(kind__in=PERSONAL)
    if conference_id is not None:
        found = found.filter(conference_id=conference_id)
    return found.filter(kind=kind) if kind else found


def document_in(actor: Actor, commune_id: int, document_id: int) -> OfficialDocument:
    """One paper of this commune; raises NotFound."""
    found = documents_of(actor, commune_id).filter(pk=document_id).first()
    if found is None:
        raise NotFound(_("Không có văn bản này trong xã."))
    return found


def latest_document(kind: str, of_id: int) -> OfficialDocument | None:
    """The issued paper of that kind about that thing, else its draft, else None."""
    found = OfficialDocument.objects.filter(kind=kind, of_type=KINDS[kind].of, of_id=of_id)
    return found.order_by("-state", "-issued_at", "-made_at").first()


def paper_in(document: OfficialDocument, *, copy: bool = False) -> Paper:
    """The stored paper, or its copy; NotFound where no copy was made."""
    if copy and document.copy is None:
        raise NotFound(_("Văn bản này chưa có bản không ghi tên. Kiểm nội dung công khai rồi soạn lại."))
    return paper_from_record(document.copy if copy and document.copy else document.content)
