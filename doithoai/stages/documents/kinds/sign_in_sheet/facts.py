"""Facts of the sign-in sheet. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts


@dataclass(frozen=True, slots=True)
class Invited:
    """A person or body expected; name may be empty."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class SignInSheetFacts:
    """Invited delegates first, then empty lines for the people who come."""

    issuing: Issuing
    conference: ConferenceFacts
    invited: tuple[Invited, ...] = ()
    empty_lines: int = 30
