"""Facts of the minutes. No wording here."""

from dataclasses import dataclass
from datetime import time

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, OpinionFact


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What happened. Minutes stay in the office: `opinions` may carry a speaker's name; never a denunciation.

    `ended` is the hour of closing; counts of people are of those who came, None while nobody counted.
    `text` is what the secretary wrote and corrected; where it is given, it alone stands in the paper.
    """

    issuing: Issuing
    conference: ConferenceFacts
    opinions: tuple[OpinionFact, ...]
    opened: time | None = None
    ended: time | None = None
    delegates: tuple[str, ...] = ()
    delegate_count: int | None = None
    citizen_count: int | None = None
    opening: tuple[str, ...] = ()
    earlier_results: str = ""
    conclusion: tuple[str, ...] = ()
    copies: int = 2
    text: str = ""
