"""What became of each opinion, in words fit for the paper's readers.

Papers that leave the office take only texts checked for identity; where none was checked, a summary without any mark of a
person, else the topic alone. Complaints have their own law and stand in no paper of the dialogue.
"""

from datetime import date

from django.utils import timezone

from doithoai.domain.conference import Outcome as Decided
from doithoai.domain.identity import suspects_in
from doithoai.domain.opinions import TOPICS, Nature
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.answers.queries import due_in_force_of, loaded
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.queries import dispositions_of, in_order, is_answered_before, raised_opinions
from doithoai.stages.documents.facts import DueDate, OpinionFact, Outcome
from doithoai.stages.documents.gathering.sitting import basis_of
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.queries import villages_of
from doithoai.stages.plans.models import Conference

_OUTCOMES = {
    Decided.ANSWERED_NOW: Outcome.ANSWERED,
    Decided.IN_WRITING: Outcome.IN_WRITING,
    Decided.PASSED_UP: Outcome.PASSED_UP,
    Decided.TAKEN_APART: Outcome.GUIDED,
}


def opinion_facts(conference: Conference, *, today: date, inside: bool = False) -> tuple[OpinionFact, ...]:
    """Opinions of a conference in the hall's order. `inside` gives the register's own words, for minutes alone.

    An opinion that the chair has not decided on is left out.
    """
    opinions = list(
        raised_opinions(conference.pk).exclude(nature=Nature.COMPLAINT.value).select_related("village", "unit")
    )
    rows = dispositions_of(conference.pk)
    answers = {one.opinion_id: one for one in loaded().filter(conference=conference)}
    transfers = {one.opinion_id: one for one in Transfer.objects.filter(opinion__conference=conference)}
    places = tuple(villages_of(conference.commune_id).values_list("name", flat=True))
    facts = []
    for opinion in in_order(opinions, rows):
        row = rows.get(opinion.pk) or Disposition()
        outcome = _outcome(opinion, row)
        if outcome is None:
            continue
        fact = OpinionFact(
            words=_inside_words(opinion) if inside else leaving_words(opinion, places),
            topic=TOPICS.get(opinion.topic, TOPICS["other"]),
            outcome=outcome,
            speaker=opinion.village.name if inside and opinion.village else "",
            answer=_answer(opinion, row, outcome, inside=inside),
            answered_by=row.answered_by or opinion.answered_before_by,
            unit=row.body if outcome is Outcome.PASSED_UP else row.unit.name if row.unit else "",
            due=_due(row),
            reason=row.reason if inside else "",
            **_later(answers.get(opinion.pk), transfers.get(opinion.pk), today),
        )
        facts.append(fact)
    return tuple(facts)


def leaving_words(opinion: Opinion, places: tuple[str, ...]) -> str:
    """Text of an opinion for a paper that leaves the office."""
    if opinion.public_text and opinion.public_checked_at:
        return opinion.public_text
    if opinion.summary and not suspects_in(opinion.summary, places=places):
        return opinion.summary
    return TOPICS.get(opinion.topic, TOPICS["other"])


def _inside_words(opinion: Opinion) -> str:
    return opinion.summary or opinion.original_words


def _outcome(opinion: Opinion, row: Disposition) -> Outcome | None:
    if row.outcome:
        return _OUTCOMES[Decided(row.outcome)]
    return Outcome.ANSWERED_BEFORE if is_answered_before(opinion, row) else None


def _answer(opinion: Opinion, row: Disposition, outcome: Outcome, *, inside: bool) -> str:
    before = outcome is Outcome.ANSWERED_BEFORE
    if inside:
        return opinion.answered_before if before else row.said
    if before:
        return opinion.public_answer if opinion.public_checked_at else ""
    return row.public_text if row.public_checked_at else ""


def _due(row: Disposition) -> DueDate | None:
    if row.due_on is None:
        return None
    basis = basis_of(str(row.why_due.get("rule") or ""), str(row.why_due.get("article") or ""))
    return DueDate("Trả lời", on=row.due_on, basis=basis)


def _later(answer: Answer | None, transfer: Transfer | None, today: date) -> dict[str, date | None]:
    """When it was answered after the conference, and the later day of an extension that binds."""
    if answer is not None:
        in_force = due_in_force_of(answer, today)
        return {
            "answered_on": timezone.localdate(answer.signed_at) if answer.signed_at else None,
            "extended_to": in_force if in_force > answer.first_due_on else None,
        }
    return {"answered_on": transfer.replied_on if transfer else None, "extended_to": None}
