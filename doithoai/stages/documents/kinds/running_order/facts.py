"""Facts of the running order. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.domain.programme import Step
from doithoai.stages.documents.facts import ConferenceFacts, Contact, PrivateRule


@dataclass(frozen=True, slots=True)
class Matter:
    """One opinion as the chair meets it: `words` without any mark of who spoke, `answer` as its unit prepared it."""

    code: str
    words: str
    unit: str = ""
    answer: str = ""
    answered_before: bool = False


@dataclass(frozen=True, slots=True)
class RunningOrderFacts:
    """`open_promises` counts what earlier dialogues promised and is not yet done; None: there was no earlier one."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    steps: tuple[Step, ...]
    matters: tuple[Matter, ...] = ()
    private_rule: PrivateRule = PrivateRule.TAKEN
    minutes_each: int | None = None
    open_promises: int | None = None
