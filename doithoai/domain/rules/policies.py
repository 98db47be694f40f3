"""Ways of working that differ between places, and which text settles each one. Dates are not here (`check.py`).

Law 72/2025/QH15 Art. 43 settles co-chair, channels and the least frequency; regulations and plans settle the rest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.rule import Policy

Value = str | int | bool | tuple[str, ...]

CHOICES: Final[Mapping[str, frozenset[str]]] = {
    "private_matters": frozenset({"refuse", "apart", "dialogue"}),
    "off_topic": frozenset({"written", "refuse", "dialogue"}),
    "territory": frozenset({"commune", "village", "cluster"}),
    "co_chair": frozenset({"required", "invited", "none"}),
}
LISTS: Final = frozenset({"publication_channels", "report_recipients", "notice_content", "forms"})
# Channels, forms and contents asked for by several texts add up; recipients are those of the nearest text alone.
ADDED_UP: Final = LISTS - {"report_recipients"}
NUMBERS: Final = frozenset({"frequency", "demand_percent"})
SWITCHES: Final = frozenset({"survey", "extension_with_reason", "when_necessary"})
TEXTS: Final = frozenset({"synthesis_chair"})
NAMES: Final = frozenset(CHOICES) | LISTS | NUMBERS | SWITCHES | TEXTS

# Where nothing is written: what a careful office does. Never called a rule on screen.
CUSTOM: Final[Mapping[str, Value]] = {
    "private_matters": "apart",
    "off_topic": "written",
    "territory": "commune",
    "co_chair": "none",
    "frequency": 1,
    "survey": False,
    "extension_with_reason": True,
    "publication_channels": ("loudspeaker", "posting", "village_heads"),
    "report_recipients": (),
    "notice_content": ("time", "place", "content"),
    "forms": ("in_person",),
    "synthesis_chair": "",
}


def value_fault(name: str, value: object) -> str | None:
    """What is wrong with a policy's value, in Vietnamese, or None."""
    if name not in NAMES:
        return f"không có chính sách tên {name}; có thể là " + ", ".join(sorted(NAMES))
    if name in CHOICES and value not in CHOICES[name]:
        return f"{name} phải là " + ", ".join(sorted(CHOICES[name]))
    if name in NUMBERS and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
        return f"{name} phải là số nguyên dương"
    if name in SWITCHES and not isinstance(value, bool):
        return f"{name} phải là true hoặc false"
    if name in LISTS and not (isinstance(value, tuple) and all(isinstance(item, str) for item in value)):
        return f"{name} phải là danh sách chữ"
    if name in TEXTS and not isinstance(value, str):
        return f"{name} phải là chữ"
    return None


@dataclass(frozen=True)
class SettledPolicy:
    """The value in force, the text that settles it, and the texts that say otherwise. `by` is None for custom."""

    name: str
    value: Value
    by: Policy | None
    overruled: tuple[Policy, ...] = ()
    advised: tuple[Policy, ...] = ()


def settle(policies: Iterable[Policy], *, day: date, headed_by: HeadedBy) -> dict[str, SettledPolicy]:
    """Field by field: channels and contents add up, the greater frequency wins, a required co-chair stays required, a survey once asked
    for is held; elsewhere the text nearest to the commune speaks, since provinces contradict one another there.
    """
    given = [policy for policy in policies if policy.in_force(day)]
    return {
        name: _settle_one(name, given, headed_by) for name in sorted(NAMES & (set(CUSTOM) | {p.name for p in given}))
    }


def _settle_one(name: str, given: list[Policy], headed_by: HeadedBy) -> SettledPolicy:
    mine = [policy for policy in given if policy.name == name]
    binding = [policy for policy in mine if policy.binds_for(headed_by)]
    advised = tuple(policy for policy in mine if not policy.binds_for(headed_by))
    if not binding:
        return SettledPolicy(name, CUSTOM.get(name, ""), None, advised=advised)
    chief = _strictest(name, binding)
    value = chief.value
    if name in ADDED_UP:
        value = tuple(dict.fromkeys(item for policy in binding for item in _items(policy.value)))
    overruled = tuple(policy for policy in binding if policy is not chief and policy.value != chief.value)
    return SettledPolicy(name, value, chief, () if name in ADDED_UP else overruled, advised)


def _strictest(name: str, binding: list[Policy]) -> Policy:
    if name in NUMBERS:
        # More conferences a year, but the smaller share of voters, is what serves the citizen.
        sign = -1 if name == "demand_percent" else 1
        return max(binding, key=lambda policy: (sign * int(str(policy.value)), policy.rank))
    if name in SWITCHES:
        return max(binding, key=lambda policy: (policy.value is True, policy.rank))
    if name == "co_chair":
        order = ("none", "invited", "required")
        return max(binding, key=lambda policy: (order.index(str(policy.value)), policy.rank))
    if name in ADDED_UP:
        return max(binding, key=lambda policy: policy.rank)
    return min(binding, key=lambda policy: policy.rank)


def _items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
