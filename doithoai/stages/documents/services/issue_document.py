"""Issue a draft: day, number, seal, audit line, and the duty it proves ticked off. From then on it never changes.

Decree 30/2020/NĐ-CP Art. 15: numbers run from 01 through the year, each given once, in the order of days.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound, Stale
from doithoai.base.guard import require
from doithoai.domain.answers import SIGNED_STATES, AnswerState
from doithoai.domain.duties import Duty
from doithoai.domain.numbering import numbered
from doithoai.domain.papers.letterhead import stamped
from doithoai.domain.papers.record import paper_from_record, paper_record
from doithoai.domain.plans import CONFERENCE, ConferenceMove, ConferenceState
from doithoai.domain.roles import Act, Actor, Scope, may
from doithoai.stages.answers.models import Answer
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import NumberBook, OfficialDocument
from doithoai.stages.documents.seals import digest_of
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.services.step_conference import step_conference


@dataclass(frozen=True)
class Issue:
    """How a draft is issued. No day: today. No number: the next of the book; a number of the office's own book must be
    higher than the last. `version` is the draft that was read.
    """

    version: int
    on: date | None = None
    number: int | None = None


@transaction.atomic
def issue_document(*, document_id: int, issue: Issue, actor: Actor, at: datetime) -> OfficialDocument:
    """Issuing an issued paper again changes nothing."""
    document = OfficialDocument.objects.select_for_update(of=("self",)).select_related("commune").filter(
        pk=document_id
    ).first()  # fmt: skip
    if document is None:
        raise NotFound(_("Không có văn bản này."))
    require(actor, Act.ISSUE_DOCUMENT, Scope(document.commune_id))
    if document.state == "issued":
        return document
    if document.version != issue.version:
        raise Stale(_("Dự thảo vừa được soạn lại. Đọc bản mới rồi hãy ban hành."), version=document.version)
    _refuse_unsigned_answer(document)
    today = timezone.localdate(at)
    on = issue.on or today
    if on > today:
        raise BadInput(_("Ngày ban hành không thể ở sau hôm nay."), field="on")
    _stamp(document, _number_for(document, issue, on), on)
    document.state, document.issued_by, document.issued_at = "issued", actor.name[:200], at
    document.sha256 = digest_of(document)
    document.version += 1
    document.save()
    record(
        actor, "document.issued", f"document:{document.pk}", chain=document.commune.slug, at=at, seal=document.sha256,
        kind=document.kind, symbol=document.symbol, on=on, from_office_book=issue.number is not None,
    )  # fmt: skip
    _follow(document, on, actor, at)
    return document


def _refuse_unsigned_answer(document: OfficialDocument) -> None:
    if document.kind != "written_answer":
        return
    answer = Answer.objects.filter(pk=document.of_id).first()
    if answer is None or AnswerState(answer.state) not in SIGNED_STATES:
        raise BadInput(_("Văn bản trả lời chưa được duyệt ký. Trình ký xong, soạn lại rồi ban hành."))
    if answer.signed_at and document.made_at < answer.signed_at:
        raise BadInput(_("Dự thảo có trước khi ký. Soạn lại để lấy đúng nội dung đã ký rồi ban hành."))


def _number_for(document: OfficialDocument, issue: Issue, on: date) -> int | None:
    if not document.series:
        return None
    book, _made = NumberBook.objects.select_for_update().get_or_create(
        commune_id=document.commune_id, year=on.year, series=document.series
    )
    if book.last_on and on < book.last_on:
        raise BadInput(
            _("Số %(last)s đã ban hành ngày %(on)s. Ngày của số sau không thể sớm hơn.")
            % {"last": f"{book.last:02d}", "on": f"{book.last_on:%d/%m/%Y}"},
            field="on",
        )
    number = book.last + 1 if issue.number is None else issue.number
    if number <= book.last:
        raise BadInput(
            _("Số %(number)s đã dùng trong năm. Số tiếp theo là %(next)s.")
            % {"number": f"{number:02d}", "next": f"{book.last + 1:02d}"},
            field="number",
        )
    book.last, book.last_on = number, on
    book.save(update_fields=["last", "last_on"])
    return number


def _stamp(document: OfficialDocument, number: int | None, on: date) -> None:
    """Number and day in the kept words, which otherwise stay as they were read."""
    paper = paper_from_record(document.content)
    line = paper.header.number if paper.header else ""
    document.content = paper_record(stamped(paper, number=number, issued_on=on))
    if document.copy is not None:
        document.copy = paper_record(stamped(paper_from_record(document.copy), number=number, issued_on=on))
    document.number, document.issued_on, document.year = number, on, on.year
    symbol = line.removeprefix("Số").lstrip(":").lstrip(" ")
    document.symbol = numbered(symbol, number) if number is not None else ""


def _follow(document: OfficialDocument, on: date, actor: Actor, at: datetime) -> None:
    """The duty this paper proves, and the step of the conference that its notice is."""
    if document.conference_id is None:
        return
    if document.kind == "conference_notice":
        _announce(document.conference_id, actor, at)
    proves = KINDS[document.kind].proves
    if proves:
        words = "%(title)s, số %(symbol)s" if document.symbol else "%(title)s"
        proof = Proof(on, words % {"title": document.title, "symbol": document.symbol}, document.pk)
        fulfil_by_event(conference_id=document.conference_id, duty=Duty(proves), proof=proof, actor=actor, at=at)


def _announce(conference_id: int, actor: Actor, at: datetime) -> None:
    conference = Conference.objects.get(pk=conference_id)
    if not may(actor, Act.PLAN, Scope(conference.commune_id)):
        return
    if CONFERENCE.may_step(ConferenceState(conference.state), ConferenceMove.ANNOUNCE):
        step_conference(conference_id=conference_id, move=ConferenceMove.ANNOUNCE, actor=actor, at=at)
