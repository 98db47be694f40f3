"""The kinds of rule a pack may hold: each reads its own fields of a row. A new kind is one module and one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from doithoai.domain.deadlines import Term
from doithoai.domain.rules.kinds import calendar_date, deadline, moment

When = Term | date | None


@dataclass(frozen=True)
class RuleKind:
    """`fields` are the row's own fields; `read` turns them into when the duty is due, raising ValueError in Vietnamese."""

    code: str
    fields: frozenset[str]
    read: Callable[[Mapping[str, object]], When]


KINDS: Final[Mapping[str, RuleKind]] = {
    kind.code: kind
    for kind in (
        RuleKind(deadline.CODE, deadline.FIELDS, deadline.read),
        RuleKind(calendar_date.CODE, calendar_date.FIELDS, calendar_date.read),
        RuleKind(moment.CODE, moment.FIELDS, moment.read),
    )
}
