"""Facts of what goes to one citizen, or to another body, about one opinion: receipt, extension, transfer."""

from datetime import date

from django.utils import timezone

from doithoai.domain.duties import Duty
from doithoai.domain.opinions import Nature, OpinionState, SpeakerKind, shown_receipt_code
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.conference.queries import successor_of
from doithoai.stages.documents.facts import ConferenceFacts, Petitioner
from doithoai.stages.documents.gathering.frame import commune_words, contact_of, issuing_of
from doithoai.stages.documents.gathering.opinions import leaving_words
from doithoai.stages.documents.gathering.sitting import conference_facts, due_for
from doithoai.stages.documents.kind import MissingFacts
from doithoai.stages.documents.kinds.extension_notice.facts import ExtensionNoticeFacts
from doithoai.stages.documents.kinds.receipt.facts import ReceiptFacts
from doithoai.stages.documents.kinds.transfer_notice.facts import TransferNoticeFacts
from doithoai.stages.documents.kinds.transfer_slip.facts import TransferSlipFacts
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.search_text import masked
from doithoai.stages.people.queries import villages_of
from doithoai.stages.plans.models import Plan

_SALUTED = ("Ông", "Bà", "Anh", "Chị", "Cụ")


def petitioner_of(opinion: Opinion) -> Petitioner:
    """Whom a letter about this opinion is written to, called as he called himself."""
    village = f"{opinion.village.kind} {opinion.village.name}" if opinion.village else ""
    name = " ".join(opinion.speaker_name.split())
    if opinion.speaker_kind == SpeakerKind.ORGANIZATION:
        return Petitioner(name, "", village)
    first, _gap, rest = name.partition(" ")
    if rest and first.capitalize() in _SALUTED:
        return Petitioner(rest, first.capitalize(), village)
    several = opinion.speaker_kind == SpeakerKind.SEVERAL
    return Petitioner(name, "Các ông, bà" if several else "Ông (Bà)", village)


def code_of(opinion: Opinion) -> str:
    """The number in the register; never the receipt code, which opens the answer to whoever holds it."""
    return f"{opinion.number:02d}/{opinion.year}"


def _held(opinion: Opinion) -> ConferenceFacts | None:
    return conference_facts(opinion.conference) if opinion.conference else None


def _plan(opinion: Opinion) -> Plan | None:
    return opinion.conference.plan if opinion.conference else None


def facts_receipt(opinion: Opinion, today: date) -> ReceiptFacts:
    """No day of answering is promised for what the dialogue does not answer."""
    conference = opinion.conference
    issuing = issuing_of(opinion.commune, _plan(opinion), conference, today=today)
    apart = opinion.nature == Nature.COMPLAINT or opinion.state == OpinionState.TAKEN_APART
    return ReceiptFacts(
        issuing=issuing,
        contact=contact_of(opinion.commune, issuing.issuer.form, on=today),
        code=shown_receipt_code(opinion.code),
        number=code_of(opinion),
        received_at=timezone.localtime(opinion.received_at),
        conference=_held(opinion),
        answer=due_for(conference.pk, Duty.ANSWER) if conference and not apart else None,
    )


def facts_extension_notice(answer: Answer, today: date) -> ExtensionNoticeFacts:
    """The last extension; raises MissingFacts for an answer outside of any conference."""
    opinion, conference = answer.opinion, answer.conference
    if conference is None:
        raise MissingFacts("Ý kiến này chưa gắn với hội nghị nào. Gắn ý kiến với hội nghị rồi soạn lại.")
    issuing = issuing_of(answer.commune, conference.plan, conference, today=today)
    extension = answer.extensions.last()
    return ExtensionNoticeFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(answer.commune, issuing.issuer.form, on=today),
        code=code_of(opinion),
        petitioner=petitioner_of(opinion),
        words=opinion.summary or opinion.original_words,
        unit=answer.unit.name,
        reason=extension.reason if extension else "",
        old_due=extension.old_due_on if extension else None,
        new_due=extension.new_due_on if extension else None,
    )


def facts_transfer_slip(opinion: Opinion, today: date) -> TransferSlipFacts:
    """To the body that decides today, in words fit for leaving the office."""
    transfer = _transfer(opinion)
    issuing = issuing_of(opinion.commune, _plan(opinion), opinion.conference, today=today)
    places = tuple(villages_of(opinion.commune_id).values_list("name", flat=True))
    return TransferSlipFacts(
        issuing=issuing,
        contact=contact_of(opinion.commune, issuing.issuer.form, on=today),
        code=code_of(opinion),
        words=leaving_words(opinion, places),
        body=_body(transfer, today),
        reason=masked(transfer.reason, opinion, places),
        conference=_held(opinion),
        expected_on=transfer.expected_on,
        unit=transfer.unit.name if transfer.unit else "",
    )


def facts_transfer_notice(opinion: Opinion, today: date) -> TransferNoticeFacts:
    """To the citizen, in his own words."""
    transfer = _transfer(opinion)
    issuing = issuing_of(opinion.commune, _plan(opinion), opinion.conference, today=today)
    return TransferNoticeFacts(
        issuing=issuing,
        contact=contact_of(opinion.commune, issuing.issuer.form, on=today),
        code=code_of(opinion),
        petitioner=petitioner_of(opinion),
        commune=commune_words(opinion.commune),
        words=opinion.summary or opinion.original_words,
        body=_body(transfer, today),
        reason=transfer.reason,
        conference=_held(opinion),
        transferred_on=transfer.transferred_on,
        expected_on=transfer.expected_on,
        unit=transfer.unit.name if transfer.unit else "",
    )


def _transfer(opinion: Opinion) -> Transfer:
    return Transfer.objects.select_related("unit").filter(opinion=opinion).first() or Transfer()


def _body(transfer: Transfer, today: date) -> str:
    """As recorded; a body that has ceased since, by its successor."""
    return successor_of(transfer.body, today) or transfer.body if transfer.body else ""
