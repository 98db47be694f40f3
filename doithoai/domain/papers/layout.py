"""Measures of an official paper and where each is laid down. Values live in `rulebooks/layouts/*.toml`.

State papers: Decree 30/2020/NĐ-CP, Annex I. Party papers: Party guidance 36-HD/VPTW. Reading the files is not done here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures in mm and pt, fixed wordings, marks. `unconfirmed` names the settings whose article is still to be checked."""

    code: str
    name: str
    source: str
    margin_top_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    margin_right_mm: float
    left_block_mm: float
    national_title: str
    motto: str
    national_title_pt: float
    motto_pt: float
    superior_pt: float
    issuer_pt: float
    issuer_mark: str
    number_pt: float
    place_date_pt: float
    about_pt: float
    type_name_pt: float
    summary_pt: float
    summary_mark: str
    basis_pt: float
    body_pt: float
    first_line_mm: float
    paragraph_before_pt: float
    line_spacing: float
    table_pt: float
    capacity_pt: float
    signer_pt: float
    recipients_label_pt: float
    recipients_label_style: str
    recipients_pt: float
    recipients_end: str
    page_number_pt: float
    on_behalf: str
    for_head: str
    by_order: str
    by_authorization: str
    archive: str
    unconfirmed: tuple[str, ...] = ()

    @property
    def text_width_mm(self) -> float:
        """Width between the side margins of an upright A4 page."""
        return 210 - self.margin_left_mm - self.margin_right_mm


_GIVEN = ("code", "name", "source")


def layout_from_table(table: Mapping[str, Any]) -> Layout:
    """A layout from the table of one TOML file; ValueError names a setting that is missing, unknown or out of its range."""
    facts = table.get("facts", {})
    wanted = [f.name for f in fields(Layout) if f.name not in (*_GIVEN, "unconfirmed")]
    if missing := [name for name in wanted if name not in facts]:
        raise ValueError(f"layout {table.get('code')}: missing {', '.join(missing)}")
    if unknown := [name for name in facts if name not in wanted]:
        raise ValueError(f"layout {table.get('code')}: unknown {', '.join(unknown)}")
    for name, fact in facts.items():
        _require_in_range(name, fact)
    values: dict[str, Any] = {name: str(table[name]) for name in _GIVEN}
    values |= {name: facts[name]["value"] for name in wanted}
    return Layout(**values, unconfirmed=tuple(name for name in wanted if not facts[name].get("confirmed", False)))


def _require_in_range(name: str, fact: Mapping[str, Any]) -> None:
    low, high = fact.get("low"), fact.get("high")
    if low is not None and not low <= fact["value"] <= high:
        raise ValueError(f"{name} = {fact['value']} lies outside {low} to {high} ({fact.get('article', '')})")
