"""What of one conference and its opinions may be public, built from the private tables. Writes nothing.

Only texts that a person checked go through; whatever still tells who spoke is held back even then (threats T-05).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from doithoai.domain.answers import SIGNED_STATES, AnswerState
from doithoai.domain.conference import Outcome
from doithoai.domain.identity import Person, mask, suspects_in, tells_of
from doithoai.domain.notices import PublicStatus, may_be_public, public_status
from doithoai.domain.opinions import Nature, OpinionState
from doithoai.domain.roles import Role
from doithoai.domain.texts import searchable, searchable_accented
from doithoai.stages.answers.models import Answer, Extension, Transfer
from doithoai.stages.conference.models import Disposition
from doithoai.stages.notices.models import Posting
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.search_text import in_the_hall, person_of
from doithoai.stages.people.models import Post, Village
from doithoai.stages.people.queries import posts_in
from doithoai.stages.plans.models import Conference


@dataclass(frozen=True)
class Sources:
    """Everything of some opinions that a public row is made from, by opinion id."""

    opinions: tuple[Opinion, ...]
    dispositions: Mapping[int, Disposition]
    answers: Mapping[int, Answer]
    extensions: Mapping[int, Extension]
    transfers: Mapping[int, Transfer]
    hall: tuple[Person, ...]
    places: tuple[str, ...]
    chairs: tuple[Post, ...]


def sources_of(conference: Conference) -> Sources:
    """All opinions of a conference with what became of them, in seven queries however many there are."""
    opinions = Opinion.objects.filter(conference=conference).select_related("village", "unit").order_by("pk")
    return sources_for(opinions, conference.commune_id)


def sources_for(opinions: Iterable[Opinion], commune_id: int) -> Sources:
    """These opinions of one commune with what became of them."""
    opinions = tuple(opinions)
    ids = [opinion.pk for opinion in opinions]
    extensions = Extension.objects.filter(answer__opinion__in=ids).select_related("answer").order_by("decided_at", "pk")
    return Sources(
        opinions=opinions,
        dispositions={d.opinion_id: d for d in Disposition.objects.filter(opinion__in=ids).select_related("unit")},
        answers={a.opinion_id: a for a in Answer.objects.filter(opinion__in=ids).select_related("unit")},
        extensions={e.answer.opinion_id: e for e in extensions},
        transfers={t.opinion_id: t for t in Transfer.objects.filter(opinion__in=ids)},
        hall=tuple(in_the_hall(opinion) for opinion in opinions),
        places=tuple(Village.objects.filter(commune_id=commune_id).values_list("name", flat=True)),
        chairs=tuple(posts_in(commune_id).filter(role=Role.CHAIR)),
    )


def why_not_public(opinion: Opinion, sources: Sources) -> str:
    """A code for why an opinion stays private (`nature`, `apart`, `unchecked`, `identity`); empty when it may go out."""
    if opinion.nature != Nature.COMMON:
        return "nature"
    if opinion.state == OpinionState.TAKEN_APART:
        return "apart"
    allowed = may_be_public(
        nature=Nature(opinion.nature),
        state=OpinionState(opinion.state),
        text=opinion.public_text,
        is_checked=opinion.public_checked_at is not None,
    )
    if not allowed:
        return "unchecked"
    return (
        "identity"
        if tells_speaker(f"{opinion.public_text}\n{answer_words(opinion, sources)}", opinion, sources)
        else ""
    )


def tells_speaker(text: str, opinion: Opinion, sources: Sources) -> bool:
    """Whether a text on this opinion still tells of a voice of its group, or of anybody who spoke to the conference."""
    return tells_of(text, (*voices_of(opinion, sources), *sources.hall))


def voices_of(opinion: Opinion, sources: Sources) -> tuple[Person, ...]:
    """The speaker and those of the same group."""
    group = opinion.group_id
    return tuple(
        person_of(o) for o in sources.opinions if o.pk == opinion.pk or (group is not None and o.group_id == group)
    )


def answer_words(opinion: Opinion, sources: Sources) -> str:
    """The checked public form of the answer: the signed one, else what was said in the hall, else what came before."""
    answer, disposition = sources.answers.get(opinion.pk), sources.dispositions.get(opinion.pk)
    if answer and AnswerState(answer.state) in SIGNED_STATES:
        return answer.public_text if answer.public_checked_at else ""
    if disposition and disposition.outcome == Outcome.ANSWERED_NOW:
        return disposition.public_text if disposition.public_checked_at else ""
    return opinion.public_answer if opinion.answered_before and opinion.public_checked_at else ""


def signer(opinion: Opinion, sources: Sources) -> dict[str, str]:
    """Who signed the answer that is shown, and the post he held that day; empty for an answer of no paper."""
    answer = sources.answers.get(opinion.pk)
    if answer is None or not answer.signed_at or not answer_words(opinion, sources):
        return {"signed_by": "", "signed_as": ""}
    on = timezone.localdate(answer.signed_at)
    posts = (post for post in sources.chairs if post.user.full_name == answer.signed_by and _was_held(post, on))
    post = next(posts, None)
    return {"signed_by": answer.signed_by, "signed_as": (post.title or "Chủ tịch") if post else ""}


def _was_held(post: Post, on: date) -> bool:
    return (post.since is None or post.since <= on) and (post.until is None or on <= post.until)


def public_values(opinion: Opinion, conference: Conference | None, sources: Sources) -> dict[str, Any]:
    """Columns of the public row. Call only for opinions that may be public."""
    status = public_status(OpinionState(opinion.state))
    answer, disposition = sources.answers.get(opinion.pk), sources.dispositions.get(opinion.pk)
    transfer, extension = sources.transfers.get(opinion.pk), sources.extensions.get(opinion.pk)
    signed = answer is not None and AnswerState(answer.state) in SIGNED_STATES
    unit = next((row.unit for row in (answer, disposition, opinion) if row is not None and row.unit), None)
    words = answer_words(opinion, sources)
    village = opinion.village.name if opinion.village else ""
    found = f"{opinion.public_text} {words} {village} {unit.name if unit else ''}"
    return {
        "topic": opinion.topic,
        "village": village,
        "asked_on": timezone.localdate(opinion.received_at),
        "question": opinion.public_text,
        "status": status.value,
        "answer": words,
        **signer(opinion, sources),
        "unit": unit.name if unit else "",
        "result": answer.result if answer and signed else "",
        "promised_on": answer.promised_on if answer and signed else None,
        **_due(status, answer, disposition, transfer),
        "extension_reason": _extension_reason(extension, opinion, sources),
        "answered_on": _answered_on(opinion, conference, sources) if status is PublicStatus.ANSWERED else None,
        "body": (transfer.body if transfer else "") or (disposition.body if disposition else ""),
        "transferred_on": transfer.transferred_on if transfer else None,
        "is_withdrawn": False,
        "folded": searchable(found),
        "accented": searchable_accented(found),
    }


def _due(
    status: PublicStatus, answer: Answer | None, disposition: Disposition | None, transfer: Transfer | None
) -> dict[str, date | None]:
    if answer is not None:
        return {"first_due_on": answer.first_due_on, "due_on": answer.due_on}
    if status is PublicStatus.PASSED_UP and transfer is not None and transfer.expected_on:
        return {"first_due_on": transfer.expected_on, "due_on": transfer.expected_on}
    due_on = disposition.due_on if disposition else None
    return {"first_due_on": due_on, "due_on": due_on}


def _extension_reason(extension: Extension | None, opinion: Opinion, sources: Sources) -> str:
    """The reason told to the citizen, with whatever may identify anybody left out."""
    if extension is None:
        return ""
    known = (*voices_of(opinion, sources), *sources.hall)
    return mask(extension.reason, suspects_in(extension.reason, known=known, places=sources.places))


def _answered_on(opinion: Opinion, conference: Conference | None, sources: Sources) -> date | None:
    answer, disposition = sources.answers.get(opinion.pk), sources.dispositions.get(opinion.pk)
    transfer = sources.transfers.get(opinion.pk)
    if answer and answer.signed_at and AnswerState(answer.state) in SIGNED_STATES:
        return timezone.localdate(answer.signed_at)
    if disposition and disposition.outcome == Outcome.ANSWERED_NOW:
        return conference.on if conference else None
    if opinion.answered_before_at:
        return timezone.localdate(opinion.answered_before_at)
    return transfer.replied_on if transfer else None


def public_facts(
    conference: Conference, kept: Mapping[str, Any], sources: Sources, shown: Iterable[int]
) -> dict[str, Any]:
    """What the dialogue's page tells: place, time, how to attend, channels used, lists as ids of public questions."""
    postings = Posting.objects.filter(conference=conference)
    return {
        "kind": conference.kind,
        "headed_by": conference.headed_by,
        "number": conference.number,
        "starts": f"{conference.starts:%H:%M}" if conference.starts else "",
        "place": conference.place,
        "villages": [village.name for village in conference.villages.all()],
        "cluster": conference.cluster,
        "how_to_attend": conference.how_to_attend,
        "online_address": conference.online_address,
        "topics": list(conference.topics),
        "chair": conference.chair,
        "co_chair": conference.co_chair,
        "open": list(conference.open),
        "postings": [
            {"what": p.what, "channel": p.channel, "posted_on": p.posted_on.isoformat()} for p in postings
        ],
        "lists": _lists(sources, set(shown)),
        "result": kept.get("result", ""),
        "result_on": kept.get("result_on", ""),
    }  # fmt: skip


def _lists(sources: Sources, shown: set[int]) -> dict[str, list[int]]:
    discussed = [o.pk for o in sources.opinions if o.pk in shown and _was_discussed(o, sources)]
    settled = [pk for pk in discussed if _was_settled(pk, sources)]
    return {"discussed": discussed, "settled": settled, "unsettled": [pk for pk in discussed if pk not in settled]}


def _was_discussed(opinion: Opinion, sources: Sources) -> bool:
    disposition = sources.dispositions.get(opinion.pk)
    return bool(disposition and disposition.outcome) or bool(opinion.answered_before)


def _was_settled(opinion_id: int, sources: Sources) -> bool:
    disposition = sources.dispositions.get(opinion_id)
    return disposition is None or disposition.outcome in ("", Outcome.ANSWERED_NOW)
