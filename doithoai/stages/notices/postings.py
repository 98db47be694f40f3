"""What officials ask about making known: what was posted, what is still owed, what stands on the public page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.notices import Made, PostingChannel, missing_channels
from doithoai.domain.roles import Act, Actor, reach_of
from doithoai.stages.notices.models import Posting, PublicDialogue, PublicQuestion
from doithoai.stages.notices.projection import sources_of, why_not_public
from doithoai.stages.plans.models import Conference


@dataclass(frozen=True)
class PostingRow:
    """One act of making known."""

    what: str
    channel: str
    posted_on: date
    proof: str
    posted_by: str
    recorded_at: datetime


@dataclass(frozen=True)
class Publicity:
    """Where a conference stands in making known. `ready_ids` could go out now; `reasons` holds keys of HELD_BACK_WORDS."""

    postings: tuple[PostingRow, ...]
    notice_missing: tuple[PostingChannel, ...]
    result_missing: tuple[PostingChannel, ...]
    is_public: bool
    published_at: datetime | None
    result: str
    public_ids: frozenset[int]
    withdrawn_ids: frozenset[int]
    ready_ids: frozenset[int]
    reasons: dict[int, str]


def publicity_of(actor: Actor, conference_id: int) -> Publicity:
    """For the desk's page of publication; raises NotFound for whoever may not see the ledger there."""
    conference = Conference.objects.filter(pk=conference_id).first()
    if conference is None or not reach_of(actor, Act.SEE_LEDGER, conference.commune_id):
        raise NotFound(_("Không có cuộc đối thoại này trong xã."))
    rows = list(Posting.objects.filter(conference=conference))
    dialogue = PublicDialogue.objects.filter(conference=conference, is_withdrawn=False).first()
    questions = list(PublicQuestion.objects.filter(opinion__conference=conference).values_list("pk", "is_withdrawn"))
    sources = sources_of(conference)
    reasons = {opinion.pk: why_not_public(opinion, sources) for opinion in sources.opinions}
    return Publicity(
        postings=tuple(PostingRow(r.what, r.channel, r.posted_on, r.proof, r.posted_by, r.recorded_at) for r in rows),
        notice_missing=missing_channels(Made.NOTICE, _channels(rows, Made.NOTICE)),
        result_missing=missing_channels(Made.RESULT, _channels(rows, Made.RESULT)),
        is_public=dialogue is not None,
        published_at=dialogue.published_at if dialogue else None,
        result=dialogue.facts.get("result", "") if dialogue else "",
        public_ids=frozenset(pk for pk, withdrawn in questions if not withdrawn),
        withdrawn_ids=frozenset(pk for pk, withdrawn in questions if withdrawn),
        ready_ids=frozenset(pk for pk, reason in reasons.items() if not reason),
        reasons={pk: reason for pk, reason in reasons.items() if reason},
    )


def _channels(rows: list[Posting], what: Made) -> list[PostingChannel]:
    return [PostingChannel(row.channel) for row in rows if row.what == what]
