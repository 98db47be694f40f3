"""Facts of a written answer. No wording here."""

from dataclasses import dataclass
from datetime import date

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate, Petitioner


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the opinion and its answer; `public` is the same answer without anything that names a person."""

    about: str
    answer: str
    public: str
    basis: str = ""
    promise: str = ""
    unit: str = ""
    due: DueDate | None = None


@dataclass(frozen=True, slots=True)
class Passing:
    """Where a point beyond the commune's competence went."""

    agency: str
    reason: str = ""
    passed_on: date | None = None
    due: DueDate | None = None


@dataclass(frozen=True, slots=True)
class WrittenAnswerFacts:
    """A letter to one citizen, or with `petitioner` None the copy for others, which names nobody.

    `code` is the number in the register (the receipt code opens the answer to whoever holds it, so no paper tells it).
    `words` is the opinion as the citizen may read it, `public_words` its public text; the copy uses only public texts.
    """

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    code: str
    petitioner: Petitioner | None
    words: str
    public_words: str
    points: tuple[Point, ...]
    passing: Passing | None = None
    unit_code: str = "VP"
