"""Yearly plans and their conferences."""

from datetime import UTC, date, datetime
from typing import Any

from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Conference, Plan


def make_plan(commune: Commune, year: int = 2026, **fields: Any) -> Plan:
    """A plan in force of the state form."""
    values = {
        "issuer": f"UBND xã {commune.name}",
        "title": f"Kế hoạch đối thoại trực tiếp với Nhân dân năm {year}",
        "created_at": datetime(year, 1, 5, 2, 0, tzinfo=UTC),
        **fields,
    }
    return Plan.objects.create(commune=commune, year=year, **values)


def make_conference(commune: Commune, on: date | None = date(2026, 10, 28), **fields: Any) -> Conference:
    """A planned conference; without `on` its day is open within its year."""
    year = fields.pop("year", on.year if on else 2026)
    values = {
        "title": f"Hội nghị đối thoại năm {year}",
        "earliest": on or date(year, 1, 1),
        "latest": on or date(year, 12, 31),
        "on": on,
        "open": [] if on else ["on"],
        **fields,
    }
    return Conference.objects.create(commune=commune, year=year, **values)
