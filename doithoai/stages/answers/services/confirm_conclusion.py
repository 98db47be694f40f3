"""Confirm the conclusion of a conference and open what follows from its lists: written answers, transfers, replies apart.

One transaction: either the conclusion stands with every answer it owes, or nothing changed.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from doithoai.domain.conference import Outcome
from doithoai.domain.roles import Actor
from doithoai.stages.answers.models import Transfer
from doithoai.stages.answers.services.open_answer import AnswerDue, open_answer
from doithoai.stages.answers.services.settle_answer_duty import settle_answer_duty
from doithoai.stages.answers.services.transfer_opinion import TransferWanted, transfer_opinion
from doithoai.stages.conference.models import Conclusion, Disposition
from doithoai.stages.conference.services.conclude import conclude
from doithoai.stages.duties.queries import entries_of
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties


@transaction.atomic
def confirm_conclusion(*, conference_id: int, remarks: str = "", actor: Actor, at: datetime) -> Conclusion:
    """Raises NotPossible with the list of what is missing. Answers and transfers already open stay as they are."""
    conclusion = conclude(conference_id=conference_id, remarks=remarks, actor=actor, at=at)
    rows = Disposition.objects.filter(conference_id=conference_id).select_related("opinion").order_by("order", "pk")
    for row in rows:
        if row.outcome == Outcome.IN_WRITING or (row.outcome == Outcome.TAKEN_APART and row.opinion.owes_written_reply):
            open_answer(opinion_id=row.opinion_id, due=_due(row), actor=actor, at=at)
        elif row.outcome == Outcome.PASSED_UP and not Transfer.objects.filter(opinion_id=row.opinion_id).exists():
            wanted = TransferWanted(body=row.body, reason=row.reason, expected_on=row.due_on, unit_id=row.unit_id)
            transfer_opinion(opinion_id=row.opinion_id, wanted=wanted, actor=actor, at=at)
    if entries_of(conference_id).exists():
        lay_out_duties(conference_id=conference_id, conclusion_on=timezone.localdate(at), actor=actor, at=at)
    settle_answer_duty(conference_id=conference_id, actor=actor, at=at)
    return conclusion


def _due(row: Disposition) -> AnswerDue:
    return AnswerDue(
        unit_id=row.unit_id,
        on=row.due_on,
        rule=str(row.why_due.get("rule", "")),
        article=str(row.why_due.get("article", "")),
        why=row.why_due,
    )
