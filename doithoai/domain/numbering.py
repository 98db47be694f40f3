"""Official numbers and symbols: '48/KH-UBND', '14-KH/ĐU', '23/BC-MTTQ-BTT'. Giving out numbers is a service's work.

Decree 30/2020/NĐ-CP, Annex I and III: a number below 10 has a leading zero; an official letter has no type code. In a Party
paper the hyphen stands between number and type, and a letter has the code CV.
"""

from enum import StrEnum


class PaperForm(StrEnum):
    """Whose form a paper has; each is a file in `rulebooks/layouts`."""

    STATE = "state"
    PARTY = "party"
    FRONT = "front"


BLANK = "\u00a0" * 7


def official_number(form: PaperForm, *, type_code: str, body: str, unit: str = "", number: int | None = None) -> str:
    """Number and symbol; a draft (number None) leaves room. `type_code` is empty for an official letter, `unit` its drafter."""
    digits = BLANK if number is None else f"{number:02d}"
    if form is PaperForm.PARTY:
        return f"{digits}-{type_code or 'CV'}/{body}"
    symbol = f"{type_code}-{body}" if type_code else "-".join(part for part in (body, unit) if part)
    return f"{digits}/{symbol}"


def numbered(draft: str, number: int) -> str:
    """A draft's number and symbol with the number in its room; text without such room stays as it is."""
    return draft.replace(BLANK, f"{number:02d}", 1)


def number_line(form: PaperForm, number_and_symbol: str) -> str:
    """The line under the issuer: 'Số: 05/KH-UBND', in a Party paper 'Số 05-KH/ĐU'."""
    return f"Số {number_and_symbol}" if form is PaperForm.PARTY else f"Số: {number_and_symbol}"


def series_code(form: PaperForm, *, type_code: str, body: str) -> str:
    """The book a number is taken from: one series for each body and type, from 01 on 1 January to 31 December."""
    return f"{form}:{body}:{type_code or 'CV'}"
