"""Facts of the result report. No wording here."""

from dataclasses import dataclass
from datetime import date

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, OpinionFact


@dataclass(frozen=True, slots=True)
class Preparation:
    """A step before the conference that was really done: 'Thông báo số 12/TB-UBND', on its day."""

    what: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ResultReportFacts:
    """Every figure of the report is counted from `opinions`; `as_of` is the day the report speaks of.

    `remarks` and `proposals` are the author's words; `addressees` empty for a report without 'Kính gửi'.
    """

    issuing: Issuing
    conference: ConferenceFacts
    opinions: tuple[OpinionFact, ...]
    as_of: date
    addressees: tuple[str, ...] = ()
    preparations: tuple[Preparation, ...] = ()
    delegate_count: int | None = None
    citizen_count: int | None = None
    remarks: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
