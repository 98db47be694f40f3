"""Two people saved the same thing: where what is stored and what was typed differ, field by field, so that both are seen.

When they do not differ nobody lost anything (the same button pressed twice), and the page may go on as saved.
"""

from dataclasses import dataclass
from unicodedata import normalize

from django.forms import BaseForm, BoundField

from doithoai.web.ui.fields import choices_of, field_text


@dataclass(frozen=True)
class Difference:
    """One field with the stored words and the typed ones; an empty text is a dash."""

    label: str
    stored: str
    typed: str


def clash_of(typed: BaseForm, stored: BaseForm) -> tuple[Difference, ...]:
    """`stored` is the same form unbound, filled from the record as it is now; fields it does not fill are left out."""
    return tuple(
        Difference(str(field.label), said(stored[field.name]), said(field))
        for field in typed.visible_fields()
        if field.name in stored.initial and said(stored[field.name]) != said(field)
    )


def is_same(typed: BaseForm, stored: BaseForm) -> bool:
    """Whether a clash is none: the form holds words of the record, and all of them are stored as typed.

    A form without such words (a signature, a check) is never the same: what was signed or checked has changed.
    """
    compared = [field.name for field in typed.visible_fields() if field.name in stored.initial]
    return hasattr(typed, "theirs") and bool(compared) and not clash_of(typed, stored)


def said(field: BoundField) -> str:
    """What stands in a control, as people read it."""
    if hasattr(field.field, "choices"):
        chosen = [choice.label for choice in choices_of(field) if choice.chosen and choice.value]
        return ", ".join(chosen) or "—"
    if field.widget_type == "checkbox":
        return "☑" if field.value() else "☐"
    text = normalize("NFC", field_text(field)).replace("\r\n", "\n").strip()
    return text or "—"


def unsaved_of(typed: BaseForm) -> tuple[tuple[str, str], ...]:
    """Label and words of every text typed into a form that can no longer be saved, so that it can be copied."""
    return tuple(
        (str(field.label), said(field))
        for field in typed.visible_fields()
        if field.widget_type in ("text", "textarea") and said(field) != "—"
    )
