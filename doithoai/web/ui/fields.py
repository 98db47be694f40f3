"""What the form components need to know about one Django form field: ids, kept text, choices, descriptions.

The components in ``ui/parts/forms.html`` draw every control by hand; Django's own form templates are never used.
No wording and no markup here.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.forms import BaseForm, BoundField

from doithoai.web.ui.words import vn_date, vn_time


@dataclass(frozen=True)
class Choice:
    """One choice of a list: what is sent, what is read, its element id, and whether it is the kept one."""

    value: str
    label: str
    id: str
    chosen: bool


@dataclass(frozen=True)
class FieldError:
    """One message of the error summary and the id of the control it points to (empty: the form as a whole)."""

    control_id: str
    message: str


def control_id(field: BoundField) -> str:
    """The id of the field's control."""
    return field.auto_id or field.html_name


def field_text(field: BoundField) -> str:
    """What stands in the control: the typed text where there is one, else the initial value as people write it."""
    value = field.value()
    if value is None:
        return ""
    if isinstance(value, datetime):
        return vn_time(value)
    if isinstance(value, date):
        return vn_date(value)
    return str(value)


def described_by(field: BoundField, *extra: str) -> str:
    """The ids for ``aria-describedby``: hint, errors, then whatever the component adds."""
    own = control_id(field)
    ids = [f"{own}-hint"] if field.help_text else []
    if field.errors:
        ids.append(f"{own}-error")
    return " ".join([*ids, *(f"{own}-{name}" for name in extra if name)])


def choices_of(field: BoundField) -> list[Choice]:
    """The field's choices in order, the kept ones marked."""
    kept = field.value()
    chosen = {str(one) for one in kept} if isinstance(kept, (list, tuple, set)) else {"" if kept is None else str(kept)}
    own = control_id(field)
    listed: list[Choice] = []
    for value, label in flat(field.field.choices):
        text = "" if value is None else str(value)
        listed.append(Choice(text, str(label), f"{own}_{len(listed)}", text in chosen))
    return listed


def grouped_choices(field: BoundField) -> list[tuple[str, list[Choice]]]:
    """The same choices under the name of their group; what has no group stands under an empty name."""
    rest = choices_of(field)
    grouped: list[tuple[str, list[Choice]]] = []
    for name, label in field.field.choices:
        is_group = isinstance(label, (list, tuple))
        size = len(label) if is_group else 1
        taken, rest = rest[:size], rest[size:]
        if is_group or not grouped or grouped[-1][0]:
            grouped.append((str(name) if is_group else "", []))
        grouped[-1][1].extend(taken)
    return grouped


def flat(choices: object) -> list[tuple[object, object]]:
    """Choices without their groups."""
    pairs: list[tuple[object, object]] = []
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            pairs.extend(label)
        else:
            pairs.append((value, label))
    return pairs


def errors_of(*forms: BaseForm) -> list[FieldError]:
    """Every message of the forms, in reading order, for the error summary."""
    found: list[FieldError] = []
    for form in forms:
        found.extend(FieldError("", message) for message in form.non_field_errors())
        for field in form:
            if field.is_hidden:
                found.extend(FieldError("", message) for message in field.errors)
                continue
            target = control_id(field) + ("_0" if field.widget_type in LISTED else "")
            found.extend(FieldError(target, named(str(field.label), message)) for message in field.errors)
    return found


def named(label: str, message: str) -> str:
    """The message with the field's name before it, unless the message says the name itself."""
    return message if label in message or label.endswith("?") else f"{label}: {message}"


LISTED = frozenset({"radioselect", "checkboxselectmultiple"})
