"""How close a reading is to what a careful clerk wrote down: precision and recall of each field, and one figure."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from doithoai.domain.reading.characters import fold

WEIGHTS = {"deadlines": 3, "tasks": 2, "legal_bases": 2, "conferences": 2}
FACTS = ("type", "form", "issuer", "commune", "province", "number", "issued_on", "title", "year")
TEXTS = ("chairs", "secretaries", "topics", "exclusions", "programme")
BOUND = ("duty", "amount", "unit", "on", "direction", "anchor")


def words(text: object) -> Counter[str]:
    return Counter(re.findall(r"\w+", fold(str(text))))


def alike(one: object, other: object) -> float:
    """Share of words two texts have in common, 0 to 1."""
    first, second = words(one), words(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def paired(expected: list[Any], found: list[Any], credit: Callable[[Any, Any], float]) -> float:
    """Sum of the credits of the best pairs, each item used once."""
    ranked = sorted(
        ((credit(e, f), i, j) for i, e in enumerate(expected) for j, f in enumerate(found)), key=lambda one: -one[0]
    )
    left, right, total = set(), set(), 0.0
    for worth, i, j in ranked:
        if worth > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            total += worth
    return total


def figure(expected: list[Any], found: list[Any], credit: Callable[[Any, Any], float]) -> float | None:
    """Harmonic mean of precision and recall; null when there is nothing to find and nothing was found."""
    if not expected and not found:
        return None
    return 2 * paired(expected, found, credit) / (len(expected) + len(found))


def of_texts(expected: Iterable[Any], found: Iterable[Any]) -> float | None:
    return figure(list(expected), list(found), lambda one, other: float(alike(one, other) >= 0.6))


def same_deadline(one: dict[str, Any], other: dict[str, Any]) -> float:
    keys = [key for key in BOUND if not (one["on"] and key in {"direction", "anchor"})]
    return float(all(one[key] == other[key] for key in keys)) * (0.8 + 0.2 * alike(one["actor"], other["actor"]))


def same_conference(one: dict[str, Any], other: dict[str, Any]) -> float:
    if (one["earliest"], one["latest"]) != (other["earliest"], other["latest"]):
        return 0.0
    villages = of_texts(one["villages"], other["villages"])
    return 0.5 + 0.25 * (set(one["open"]) == set(other["open"])) + 0.25 * (1.0 if villages is None else villages)


def same_basis(one: dict[str, Any], other: dict[str, Any]) -> float:
    if one["citation"] != other["citation"] or (not one["citation"] and alike(one["text"], other["text"]) < 0.6):
        return 0.0
    return 0.7 + 0.3 * (one["issued_on"] == other["issued_on"])


def same_task(one: dict[str, Any], other: dict[str, Any]) -> float:
    if alike(one["actor"], other["actor"]) < 0.6:
        return 0.0
    return 0.4 + 0.6 * (of_texts(one["items"], other["items"]) or 0.0)


def same_recipient(one: dict[str, Any], other: dict[str, Any]) -> float:
    return float(alike(one["name"], other["name"]) >= 0.6) * (0.7 + 0.3 * (one["purpose"] == other["purpose"]))


def same_attendee(one: dict[str, Any], other: dict[str, Any]) -> float:
    return float(one["side"] == other["side"] and alike(one["text"], other["text"]) >= 0.6)


def fields(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, float]:
    """The figure of every field that either side fills."""
    out: dict[str, float | None] = {}
    for key in FACTS:
        if expected[key] is not None or found[key] is not None:
            out[key] = float(
                expected[key] is not None and found[key] is not None and alike(expected[key], found[key]) >= 0.99
            )
    for key in TEXTS:
        out[key] = of_texts(expected[key], found[key])
    out["attendees"] = figure(expected["attendees"], found["attendees"], same_attendee)
    out["deadlines"] = figure(expected["deadlines"], found["deadlines"], same_deadline)
    out["conferences"] = figure(expected["conferences"], found["conferences"], same_conference)
    out["legal_bases"] = figure(expected["legal_bases"], found["legal_bases"], same_basis)
    out["tasks"] = figure(expected["tasks"], found["tasks"], same_task)
    out["recipients"] = figure(expected["recipients"], found["recipients"], same_recipient)
    out["signatory"] = (
        None
        if expected["signatory"] == found["signatory"] is None
        else float(expected["signatory"] == found["signatory"])
    )
    out["warnings"] = of_texts(expected["warnings"], [one["code"] for one in found["warnings"]])
    return {key: value for key, value in out.items() if value is not None}


def overall(figures: dict[str, float]) -> float:
    """One figure for a document: deadlines count thrice, tasks, bases and conferences twice."""
    weight = sum(WEIGHTS.get(key, 1) for key in figures)
    return sum(WEIGHTS.get(key, 1) * value for key, value in figures.items()) / weight
