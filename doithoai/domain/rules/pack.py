"""Reads a rule pack from TOML text. Faults name the pack, the row and what to write instead.

Shape: `[pack]` once, then `[[rules]]` and `[[policies]]`. Every row cites its article and where it was seen.
Not here: which packs hold for a commune (stages/rulebook); what the kinds mean (`kinds/`).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.duties import Duty
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import role_for
from doithoai.domain.rules.kinds import KINDS
from doithoai.domain.rules.policies import value_fault
from doithoai.domain.rules.rule import EVERY_HEAD, RANK_NAMES, Policy, Rule, RulePack

_RANKS = {name: rank for rank, name in RANK_NAMES.items()}
_COMMON = frozenset({"code", "kind", "duty", "actor", "article", "binding", "confirmed", "valid_from", "valid_until",
                     "binds", "text", "source"})  # fmt: skip


class PackError(ValueError):
    """A pack that cannot be read; the message names pack and row."""


@dataclass(frozen=True)
class _Row:
    """One TOML table with its place, so that every fault can name it."""

    cells: Mapping[str, object]
    where: str

    def fault(self, words: str) -> PackError:
        return PackError(f"{self.where}: {words}")

    def text(self, name: str, *, default: str | None = None) -> str:
        value = self.cells.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(f"thiếu {name} hoặc {name} không phải chữ")
        return value

    def truth(self, name: str, *, default: bool) -> bool:
        value = self.cells.get(name, default)
        if not isinstance(value, bool):
            raise self.fault(f"{name} phải là true hoặc false")
        return value

    def day(self, name: str) -> date | None:
        value = self.cells.get(name)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fault(f"{name} phải là một ngày, ví dụ {name} = 2025-06-16")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.cells.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(f"{name} phải là danh sách chữ")
        return tuple(value)

    def heads(self, default: frozenset[HeadedBy]) -> frozenset[HeadedBy]:
        names = self.texts("binds")
        try:
            return frozenset(HeadedBy(name) for name in names) or default
        except ValueError as error:
            raise self.fault("binds gồm people_committee, party, both") from error


def read_pack(text: str, *, name: str) -> RulePack:
    """Parse one pack; `name` is how faults call it (its file name). Raises PackError."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: không đọc được TOML ({error})") from error
    head = _Row(_table(tables, "pack", name), f"{name}, [pack]")
    rank_name = head.text("rank")
    if rank_name not in _RANKS:
        raise head.fault("rank phải là law, regulation hoặc plan")
    pack = RulePack(
        code=head.text("code"),
        title=head.text("title"),
        rank=_RANKS[rank_name],
        citation=head.text("citation", default=""),
        commune=head.text("commune", default=""),
        province=head.text("province", default=""),
        cites=head.texts("cites"),
        issued_on=head.day("issued_on"),
        valid_from=head.day("valid_from"),
        valid_until=head.day("valid_until"),
        seen_in=head.text("seen_in"),
        notes=head.texts("notes"),
    )
    heads = head.heads(EVERY_HEAD)
    rules = tuple(_read_rule(row, pack, heads) for row in _rows(tables, "rules", name))
    _refuse_repeats(rules, name)
    policies = tuple(_read_policy(row, pack, heads) for row in _rows(tables, "policies", name))
    return RulePack(**{**pack.__dict__, "rules": rules, "policies": policies})


def _table(tables: Mapping[str, object], key: str, name: str) -> Mapping[str, object]:
    value = tables.get(key)
    if not isinstance(value, dict):
        raise PackError(f"{name}: thiếu bảng [{key}]")
    return value


def _rows(tables: Mapping[str, object], key: str, name: str) -> list[_Row]:
    value = tables.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise PackError(f"{name}: {key} phải là danh sách [[{key}]]")
    return [_Row(item, f"{name}, [[{key}]] dòng {n} ({item.get('code') or item.get('name') or 'không tên'})")
            for n, item in enumerate(value, 1)]  # fmt: skip


def _read_rule(row: _Row, pack: RulePack, heads: frozenset[HeadedBy]) -> Rule:
    kind = KINDS.get(row.text("kind", default="deadline"))
    if kind is None:
        raise row.fault("kind phải là " + ", ".join(KINDS))
    strange = set(row.cells) - _COMMON - kind.fields
    if strange:
        raise row.fault("không hiểu " + ", ".join(sorted(strange)))
    duty_code = row.text("duty")
    if duty_code not in set(Duty):
        raise row.fault("duty phải là " + ", ".join(Duty))
    duty = Duty(duty_code)
    try:
        when = kind.read(row.cells)
    except ValueError as error:
        raise row.fault(str(error)) from error
    actor = row.text("actor", default="") or None
    binds = row.heads(heads)
    return Rule(
        code=row.text("code"),
        pack=pack.code,
        duty=duty,
        role=role_for(actor, duty, party_headed=HeadedBy.PEOPLE_COMMITTEE not in binds),
        when=when,
        rule=pack.title,
        article=row.text("article"),
        rank=pack.rank,
        actor=actor,
        binding=row.truth("binding", default=True),
        confirmed=row.truth("confirmed", default=False),
        binds=binds,
        valid_from=row.day("valid_from") or pack.valid_from,
        valid_until=row.day("valid_until") or pack.valid_until,
        text=row.text("text", default=""),
        source=row.text("source"),
    )


def _read_policy(row: _Row, pack: RulePack, heads: frozenset[HeadedBy]) -> Policy:
    name = row.text("name")
    value = row.cells.get("value")
    if isinstance(value, list):
        value = tuple(value)
    fault = value_fault(name, value)
    if fault or not isinstance(value, (str, int, tuple)):
        raise row.fault(fault or "value không hợp lệ")
    return Policy(
        name=name,
        value=value,
        rule=pack.title,
        article=row.text("article"),
        rank=pack.rank,
        pack=pack.code,
        binding=row.truth("binding", default=True),
        confirmed=row.truth("confirmed", default=False),
        binds=row.heads(heads),
        valid_from=row.day("valid_from") or pack.valid_from,
        valid_until=row.day("valid_until") or pack.valid_until,
        source=row.text("source"),
    )


def _refuse_repeats(rules: tuple[Rule, ...], name: str) -> None:
    seen: set[str] = set()
    for number, rule in enumerate(rules, 1):
        if rule.code in seen:
            raise PackError(f"{name}, [[rules]] dòng {number}: code {rule.code} đã dùng ở dòng trước")
        seen.add(rule.code)
