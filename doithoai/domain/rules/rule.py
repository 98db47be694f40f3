"""What a rule must offer: whose duty it sets, when it is due, where it is written, how much it weighs.

Not here: reading rules from TOML (`pack.py`) or from a plan (`domain/plan_rules.py`); letting them compete (`check.py`).
"""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Final

from doithoai.domain.deadlines import Term
from doithoai.domain.duties import Duty
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole

EVERY_HEAD: Final = frozenset(HeadedBy)


class Rank(IntEnum):
    """Where a rule stands; the higher one is named when several set the same day."""

    PLAN = 1
    REGULATION = 2
    LAW = 3


RANK_NAMES: Final = {Rank.PLAN: "plan", Rank.REGULATION: "regulation", Rank.LAW: "law"}


@dataclass(frozen=True)
class Rule:
    """One duty set by one text.

    `when` is a Term, a calendar date the text fixes, or None where it gives words and no number ("sớm nhất").
    `actor` is as written, None where the text names nobody. `binds` are the heads for whom it is more than advice.
    `rule` is the document's name, `article` the place in it; `source` is where it was seen; `text` its own words.
    """

    code: str
    pack: str
    duty: Duty
    role: ActorRole
    when: Term | date | None
    rule: str
    article: str
    rank: Rank
    actor: str | None = None
    binding: bool = True
    confirmed: bool = True
    binds: frozenset[HeadedBy] = EVERY_HEAD
    valid_from: date | None = None
    valid_until: date | None = None
    text: str = ""
    line: int | None = None
    source: str = ""

    @property
    def key(self) -> str:
        """Code of the rule inside its pack, unique among rules in force."""
        return f"{self.pack}:{self.code}"

    def in_force(self, day: date) -> bool:
        """Whether the rule is in force on the day of the conference."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def binds_for(self, headed_by: HeadedBy) -> bool:
        """Whether the rule binds a conference so headed; otherwise it is advice. A plan for both heads obeys both."""
        if not self.binding:
            return False
        return headed_by is HeadedBy.BOTH or headed_by in self.binds


@dataclass(frozen=True)
class Policy:
    """One way of working a text settles, other than a date: private matters, co-chair, channels.

    `value` is text, a number, a truth value or a tuple of texts, by the policy's name (`policies.py`).
    """

    name: str
    value: str | int | bool | tuple[str, ...]
    rule: str
    article: str
    rank: Rank
    pack: str = ""
    binding: bool = True
    confirmed: bool = True
    binds: frozenset[HeadedBy] = EVERY_HEAD
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""

    def in_force(self, day: date) -> bool:
        """Whether the policy is in force on the day of the conference."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def binds_for(self, headed_by: HeadedBy) -> bool:
        """Whether it is more than advice there, as for a rule."""
        return self.binding and (headed_by is HeadedBy.BOTH or headed_by in self.binds)


@dataclass(frozen=True)
class RulePack:
    """One text's rules: a law, a regulation, or one commune's own plan.

    A pack with a `commune` competes only there; for others whose plan cites the same regulation it is advice.
    """

    code: str
    title: str
    rank: Rank
    citation: str
    rules: tuple[Rule, ...] = ()
    policies: tuple[Policy, ...] = ()
    commune: str = ""
    province: str = ""
    cites: tuple[str, ...] = ()
    issued_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    seen_in: str = ""
    notes: tuple[str, ...] = field(default=())

    def in_force(self, day: date) -> bool:
        """Whether any of it can apply on the day of the conference."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
