"""Moves an opinion to the state that the hall or a written answer brings it to. Which state that is, the domain says."""

from datetime import datetime

from doithoai.base.audit import record
from doithoai.domain.opinions import OpinionState
from doithoai.domain.roles import Actor
from doithoai.stages.opinions.models import Opinion


def step_opinion(*, opinion: Opinion, to: OpinionState, actor: Actor, at: datetime) -> Opinion:
    """Part of another service: the row is locked and the right checked there. The same state again changes nothing."""
    if opinion.state == to:
        return opinion
    was = opinion.state
    opinion.state = to
    opinion.version += 1
    opinion.save(update_fields=["state", "version"])
    record(actor, "opinion.moved", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at, was=was, now=to.value)
    return opinion
