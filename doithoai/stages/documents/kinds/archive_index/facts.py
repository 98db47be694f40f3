"""Facts of the archive index. No wording here."""

from dataclasses import dataclass
from datetime import date

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts


@dataclass(frozen=True, slots=True)
class Filed:
    """One issued paper of the file. `pages` is counted by whoever binds the file and is None until then."""

    symbol: str
    on: date | None
    title: str
    author: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class ArchiveIndexFacts:
    """Issued papers in the order of their days, then empty lines for what is kept on paper alone."""

    issuing: Issuing
    conference: ConferenceFacts
    filed: tuple[Filed, ...] = ()
    empty_lines: int = 6
