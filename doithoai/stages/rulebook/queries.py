"""Which days and which rules hold for a commune. Nothing changes here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.db.models import Q

from doithoai.domain.holiday_table import marks_in_force
from doithoai.domain.rules.check import rules_for
from doithoai.domain.rules.rule import Policy, Rank, Rule, RulePack
from doithoai.domain.workdays import Calendar, DayMark
from doithoai.stages.people.models import Commune
from doithoai.stages.rulebook import shelf
from doithoai.stages.rulebook.models import AdoptedPack, CalendarDay, DaySwitch


def calendar_for(commune: Commune | None) -> Calendar:
    """Working days of a commune: the shipped table, then national rows, then its own rows; switches as it set them."""
    return _calendar(_marks_for(commune), _switched_on(commune))


def communes_with_own_days() -> list[Commune]:
    """Communes whose calendar differs from the country's: own days, or a switch that is on."""
    marked = CalendarDay.objects.exclude(commune=None).values("commune_id")
    switched = DaySwitch.objects.filter(is_on=True).values("commune_id")
    return list(Commune.objects.filter(Q(pk__in=marked) | Q(pk__in=switched)))


def days_for(commune: Commune | None, year: int) -> list[DayMark]:
    """Every mark of a year for showing, switched ones too, in order; a row laid over the table replaces it."""
    marks = {mark.on: mark for mark in _marks_for(commune)}
    return [marks[on] for on in sorted(marks) if on.year == year]


def switches_for(commune: Commune) -> dict[str, bool]:
    """Every switch known to the table and whether it is on in the commune."""
    on = _switched_on(commune)
    return {mark.switch: mark.switch in on for mark in _marks_for(commune) if mark.switch}


def packs_for(commune: Commune, day: date) -> tuple[RulePack, ...]:
    """Packs that bind a commune on a day: the laws in force, then what it adopted."""
    laws = [pack for pack in shelf.shipped_packs() if pack.rank is Rank.LAW and pack.in_force(day)]
    return (*laws, *_adopted(commune, day))


def rules_in_force(commune: Commune, day: date, cites: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Rules of laws and adopted packs; and as advice, what other communes wrote under a regulation this one cites."""
    binding = packs_for(commune, day)
    own = rules_for((replace(pack, commune="") for pack in binding), day=day, commune="")
    others = _others(commune, binding)
    return own + rules_for(others, day=day, commune="", cites=cites)


def policies_in_force(commune: Commune, day: date) -> tuple[Policy, ...]:
    """Policies of laws and adopted packs in force on a day."""
    return tuple(p for pack in packs_for(commune, day) for p in pack.policies if p.in_force(day))


def packs_meant_for(commune: Commune) -> tuple[RulePack, ...]:
    """Shipped packs written for this very commune (same name, and same province where both are known)."""
    return tuple(pack for pack in shelf.shipped_packs() if pack.commune == commune.name and _same_place(pack, commune))


def _same_place(pack: RulePack, commune: Commune) -> bool:
    return not pack.province or not commune.province or pack.province.casefold() == commune.province.casefold()


def _others(commune: Commune, binding: Sequence[RulePack]) -> list[RulePack]:
    known = {pack.code for pack in binding}
    return [
        pack
        for pack in shelf.shipped_packs()
        if pack.commune and pack.code not in known and pack.commune != commune.name
    ]


def _adopted(commune: Commune, day: date) -> list[RulePack]:
    rows = AdoptedPack.objects.filter(commune=commune).filter(
        Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gte=day)
    )
    latest: dict[str, RulePack] = {}
    for row in rows:
        latest.setdefault(row.code, shelf.pack_of(row.code, row.text))
    return [pack for pack in latest.values() if pack.in_force(day)]


def _marks_for(commune: Commune | None) -> tuple[DayMark, ...]:
    owned = Q(commune=None) if commune is None else Q(commune=None) | Q(commune=commune)
    rows = sorted(CalendarDay.objects.filter(owned), key=lambda row: row.commune_id is not None)
    laid = tuple(
        DayMark(row.on, row.working, row.name, row.source, confirmed=row.confirmed, switch=row.switch) for row in rows
    )
    return shelf.national_days() + laid


def _switched_on(commune: Commune | None) -> frozenset[str]:
    if commune is None:
        return frozenset()
    return frozenset(DaySwitch.objects.filter(commune=commune, is_on=True).values_list("code", flat=True))


@lru_cache(maxsize=32)
def _calendar(marks: tuple[DayMark, ...], switched_on: frozenset[str]) -> Calendar:
    return Calendar(marks_in_force(marks, switched_on))
