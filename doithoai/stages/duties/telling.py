"""How a stored calculation is told in the reader's language. What is stored is Vietnamese and is never rewritten.

Our own sentences are told again from the stored record; the words of plans and rules stay as their texts have them.
"""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from doithoai.domain.explanation import explanation_of
from doithoai.domain.ledger import ADVICE, CUSTOMARY, NO_RULE, RECIPIENTS, STILL_OPEN
from doithoai.stages.duties.models import DutyEntry


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
    for template, values in (
        (STILL_OPEN, {}),
        (NO_RULE, {}),
        (CUSTOMARY, {"on": f"{entry.suggested_on:%d/%m/%Y}" if entry.suggested_on else ""}),
        (ADVICE, {"rule": entry.rule, "article": entry.article}),
        (RECIPIENTS, {"names": ", ".join(entry.recipients)}),
    ):
        rest = rest.replace(template % values, _(template) % values, 1)
    return " ".join(part for part in (*parts, rest.strip()) if part)
