"""The sheet on the office wall: one page of who does what by when for a conference. Rows only; papers draw them.

Comes from the ledger and nothing else; holds roles and units as the plan names them, no proof and no opinions.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from doithoai.domain.duties import DutyState
from doithoai.domain.explanation import day_words
from doithoai.stages.duties.queries import DutyRow, duties_due, ledger_of


@dataclass(frozen=True)
class WallRow:
    """`when` in words; `binding` is false for a customary day, which the sheet sets in plain type."""

    when: str
    on: date | None
    what: str
    who: str
    state: str
    state_name: str
    binding: bool
    basis: str


def wall_sheet_of(conference_id: int, today: date) -> list[WallRow]:
    """Every duty of one conference by date; what has no day at all comes last."""
    return _in_order(ledger_of(conference_id, today))


def wall_sheet_of_weeks(commune_id: int, today: date, *, weeks: int = 4) -> list[WallRow]:
    """What a commune has late or due within the next weeks, over all its conferences."""
    until = today + timedelta(weeks=weeks)
    rows = [row for row in duties_due(today, commune_id=commune_id) if row.state != DutyState.DONE]
    return _in_order([row for row in rows if (day := row.due_on or row.suggested_on) is not None and day <= until])


def _in_order(rows: list[DutyRow]) -> list[WallRow]:
    made = [_wall_row(row) for row in rows]
    return sorted(made, key=lambda row: (row.on is None, row.on or date.max))


def _wall_row(row: DutyRow) -> WallRow:
    day = row.due_on or row.suggested_on
    if day is None:
        when = _("chờ ngày hội nghị") if row.conference_on is None else _("không có hạn")
    elif row.due_on is None:
        when = _("khoảng %(day)s") % {"day": day_words(day, _)}
    else:
        when = day_words(day, _)
    return WallRow(
        when=when,
        on=day,
        what=row.name,
        who=row.actor,
        state=row.state,
        state_name=row.state_name,
        binding=row.due_on is not None,
        basis=", ".join(part for part in (row.rule, row.article) if part),
    )
