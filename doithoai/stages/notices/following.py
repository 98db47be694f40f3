"""Which published dialogue an act concerns, so that the public page never stays behind what was signed.

It publishes nothing new by itself: `refresh_dialogue` only rewrites what a person published before.
"""

from datetime import datetime

from doithoai.stages.answers.models import Answer
from doithoai.stages.conference.models import Conclusion
from doithoai.stages.notices.services.refresh_dialogue import refresh_dialogue
from doithoai.stages.opinions.models import Opinion


def follow(act: str, thing: str, at: datetime) -> None:  # noqa: ARG001 -- every subscriber is told the act
    """Refresh the dialogue that `thing` (`answer:12`, `opinion:7`, `conference:3`) belongs to, if it is public."""
    kind, _, ident = thing.partition(":")
    conference_id = _conference_of(kind, int(ident)) if ident.isdecimal() else None
    if conference_id is not None:
        refresh_dialogue(conference_id=conference_id, at=at)


def _conference_of(kind: str, ident: int) -> int | None:
    if kind == "conference":
        return ident
    rows = {"answer": Answer, "opinion": Opinion, "conclusion": Conclusion}
    model = rows.get(kind)
    return model.objects.filter(pk=ident).values_list("conference_id", flat=True).first() if model else None
