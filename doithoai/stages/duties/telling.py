"""How a stored calculation is told in the reader's language. What is stored is Vietnamese and is never rewritten.

Our own sentences are told again from the stored record; the words of plans and rules stay as their texts have them.
"""

import re
from functools import cache, partial
from itertools import product

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit
from doithoai.domain.explanation import describe_term, explanation_of
from doithoai.domain.ledger import (
    ADVICE,
    CUSTOMARY,
    NO_RULE,
    PENDING,
    PENDING_FIXED,
    RECIPIENTS,
    STILL_OPEN,
    WORDED,
)
from doithoai.stages.duties.models import DutyEntry

SENTENCES = (STILL_OPEN, NO_RULE, CUSTOMARY, ADVICE, WORDED, RECIPIENTS, PENDING, PENDING_FIXED)
IN_ONE_SENTENCE = r"(?:(?!\. ).)+?"


def told_text(entry: DutyEntry) -> str:
    """`entry.text` for a reader of Vietnamese; for others the same with our sentences translated."""
    if get_language() in (None, "vi"):
        return entry.text
    rest, parts = entry.text, []
    if entry.explanation:
        told = explanation_of(entry.explanation)
        if rest.startswith(told.text()):
            rest = rest[len(told.text()) :]
            parts = [told.text(_)]
    for template in SENTENCES:
        rest = _shape_of(template).sub(partial(_told_again, template), rest)
    return " ".join(part for part in (*parts, rest.strip()) if part)


@cache
def _shape_of(template: str) -> re.Pattern[str]:
    """The sentence with whatever stands in its places, up to the next full stop."""
    parts = re.split(r"%\((\w+)\)s", template)
    shape = "".join(f"(?P<{part}>{IN_ONE_SENTENCE})" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile(rf"{shape}(?=\s|$)")


def _told_again(template: str, said: re.Match[str]) -> str:
    return _(template) % {
        name: _term_told(words) if name == "term" else words for name, words in said.groupdict().items()
    }


def _term_told(words: str) -> str:
    number = re.match(r"\d+", words)
    for unit, direction, anchor in product(Unit, Direction, Anchor):
        term = Term(int(number[0]) if number else 0, unit, direction, anchor)
        if describe_term(term) == words:
            return describe_term(term, _)
    return words
