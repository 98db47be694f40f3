"""The status that a citizen reads with the code on the slip: state, dates, unit, answer. Never words or a person.

The code alone opens it, so it must stay harmless if somebody else finds the slip (threats T-11). Signed answers are
shown in their checked public form only; a letter brings the full text.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from doithoai.domain.notices import PublicStatus, public_status
from doithoai.domain.opinions import Nature, OpinionState, follow_up, is_receipt_code
from doithoai.stages.notices.projection import Sources, answer_words, public_values, signer, sources_for, tells_speaker
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.queries import opinion_by_code, policies_for


@dataclass(frozen=True)
class ReceiptStatus:
    """What the slip's code tells. `told` is the citizen's line for what was taken apart; empty otherwise.

    `public_id` names the public question when it is published and not withdrawn, so that the page can link to it.
    """

    commune_id: int
    commune_slug: str
    number: str
    received_on: date
    status: PublicStatus
    told: str
    conference_id: int | None
    conference_on: date | None
    unit: str
    first_due_on: date | None
    due_on: date | None
    extension_reason: str
    answered_on: date | None
    answer: str
    signed_by: str
    signed_as: str
    result: str
    promised_on: date | None
    body: str
    transferred_on: date | None


def status_by_code(code: str) -> ReceiptStatus | None:
    """The status behind a code typed with or without spaces; None for a wrong code, in the same way as for none."""
    opinion = opinion_by_code(code) if is_receipt_code(code) else None
    if opinion is None:
        return None
    sources = sources_for([opinion], opinion.commune_id)
    values = public_values(opinion, opinion.conference, sources)
    return ReceiptStatus(
        commune_id=opinion.commune_id,
        commune_slug=opinion.commune.slug,
        number=f"{opinion.number}/{opinion.year}",
        received_on=timezone.localdate(opinion.received_at),
        status=public_status(OpinionState(opinion.state)),
        told=_told(opinion),
        conference_id=opinion.conference_id,
        conference_on=opinion.conference.on if opinion.conference else None,
        **_answer(opinion, sources),
        **{name: values[name] for name in _SHOWN},
    )


_SHOWN = (
    "unit", "first_due_on", "due_on", "extension_reason", "answered_on", "result", "promised_on", "body",
    "transferred_on",
)  # fmt: skip


def _told(opinion: Opinion) -> str:
    if opinion.state != OpinionState.TAKEN_APART:
        return ""
    return follow_up(Nature(opinion.nature), policies_for(opinion)).told


def _answer(opinion: Opinion, sources: Sources) -> dict[str, str]:
    """The answer's words with whoever signed them; nobody signed what is not shown."""
    words = answer_words(opinion, sources)
    if tells_speaker(words, opinion, sources):
        return {"answer": "", "signed_by": "", "signed_as": ""}
    return {"answer": words, **signer(opinion, sources)}
