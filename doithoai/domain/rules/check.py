"""Lets rules compete: only for the same duty of the same acting role, the stricter wins, the loser stays visible.

Stricter is the earlier day, before the conference and after it alike: both serve the citizen. An equal rule is no loser.
Another duty or another actor stands beside. A rule that does not bind a conference so headed is advice and never wins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from doithoai.domain.deadlines import Anchor, Term, UnreasonableTerm
from doithoai.domain.duties import Duty
from doithoai.domain.explanation import Explanation, explain, explain_fixed
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole
from doithoai.domain.rules.rule import Rank, Rule, RulePack
from doithoai.domain.workdays import Calendar

Field = tuple[Duty, ActorRole, str]


@dataclass(frozen=True)
class Anchors:
    """Days that terms are counted from. Unknown ones are None; the conference day then stands in and is said to."""

    conference_on: date
    conclusion_on: date | None = None
    received_on: date | None = None
    answer_due_on: date | None = None

    def start(self, anchor: Anchor) -> tuple[date, bool]:
        """The day to count from, and whether it only stands in for one not known yet."""
        known = {
            Anchor.CONCLUSION: self.conclusion_on,
            Anchor.RECEIPT: self.received_on,
            Anchor.ANSWER_DUE: self.answer_due_on,
        }
        if anchor not in known:
            return self.conference_on, False
        day = known[anchor]
        return (day, False) if day is not None else (self.conference_on, True)


@dataclass(frozen=True)
class Weighed:
    """A rule and the day it would set; both None where it gives no number."""

    rule: Rule
    due_on: date | None
    explanation: Explanation | None


@dataclass(frozen=True)
class Verdict:
    """Outcome for one duty of one acting role.

    `winner` is None when nothing binding gives a day. `overruled` set later days, `agrees` the same day, `worded` bind
    with words alone, `advised` do not bind here.
    """

    duty: Duty
    role: ActorRole
    winner: Weighed | None
    part: str = ""
    overruled: tuple[Weighed, ...] = ()
    agrees: tuple[Weighed, ...] = ()
    worded: tuple[Rule, ...] = ()
    advised: tuple[Weighed, ...] = ()

    def actor(self) -> str | None:
        """Whom the text nearest to the commune names for this duty: a plan's office acts for the body the law binds."""
        binding = [w.rule for w in (self.winner, *self.agrees, *self.overruled) if w is not None]
        named = [rule for rule in (*binding, *self.worded) if rule.actor]
        if not named:
            named = [w.rule for w in self.advised if w.rule.actor]
        return min(named, key=lambda rule: rule.rank).actor if named else None


def rules_for(packs: Iterable[RulePack], *, day: date, commune: str, cites: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Every rule of the packs in force that day: laws for all, a commune's own pack for it alone.

    Another commune's pack is advice where this commune cites the same regulation, and silent elsewhere.
    """
    chosen: list[Rule] = []
    for pack in packs:
        if not pack.in_force(day):
            continue
        mine = not pack.commune or pack.commune == commune
        if not mine and not set(pack.cites) & set(cites):
            continue
        chosen += [rule if mine else replace(rule, binding=False) for rule in pack.rules if rule.in_force(day)]
    return tuple(chosen)


def weigh(rule: Rule, anchors: Anchors, calendar: Calendar) -> Weighed:
    """The day a rule sets. A term that leaves the calendar sets none and stays visible as words."""
    if isinstance(rule.when, Term):
        start, assumed = anchors.start(rule.when.anchor)
        try:
            told = explain(rule.when, start, calendar, rule=rule.rule, article=rule.article, assumed=assumed)
        except UnreasonableTerm:
            return Weighed(rule, None, None)
        return Weighed(rule, told.due, told)
    if rule.when is not None:
        told = explain_fixed(rule.when, rule=rule.rule, article=rule.article)
        return Weighed(rule, told.due, told)
    return Weighed(rule, None, None)


def compete(rules: Iterable[Rule], anchors: Anchors, calendar: Calendar, headed_by: HeadedBy) -> tuple[Verdict, ...]:
    """One verdict per duty and acting role, in the order of the cycle. Advice joins a binding verdict on its duty."""
    binding: dict[Field, list[Weighed]] = {}
    advice: dict[Field, list[Weighed]] = {}
    for rule in rules:
        side = binding if rule.binds_for(headed_by) else advice
        side.setdefault(_field_of(rule), []).append(weigh(rule, anchors, calendar))
    for key in list(advice):
        home = _home(key, binding)
        if home != key:
            advice.setdefault(home, []).extend(advice.pop(key))
    order = {duty: place for place, duty in enumerate(Duty)}
    roles = {role: place for place, role in enumerate(ActorRole)}
    keys = sorted(set(binding) | set(advice), key=lambda key: (order[key[0]], roles[key[1]], key[2]))
    return tuple(_judge(key, binding.get(key, []), advice.get(key, [])) for key in keys)


def _field_of(rule: Rule) -> Field:
    """What a rule competes for. Duties the product has no name for are each their own."""
    return rule.duty, rule.role, rule.key if rule.duty is Duty.OTHER else ""


def _home(key: Field, binding: dict[Field, list[Weighed]]) -> Field:
    if key in binding:
        return key
    return next((other for other in binding if other[0] is key[0]), key)


def _judge(key: Field, binding: list[Weighed], advice: list[Weighed]) -> Verdict:
    dated = sorted((w for w in binding if w.due_on is not None), key=_strictness)
    worded = tuple(w.rule for w in sorted((w for w in binding if w.due_on is None), key=_strictness))
    if not dated:
        return Verdict(key[0], key[1], None, part=key[2], worded=worded, advised=tuple(advice))
    winner = dated[0]
    return Verdict(
        duty=key[0],
        role=key[1],
        winner=winner,
        part=key[2],
        overruled=tuple(w for w in dated[1:] if w.due_on != winner.due_on),
        agrees=tuple(w for w in dated[1:] if w.due_on == winner.due_on),
        worded=worded,
        advised=tuple(advice),
    )


def _strictness(weighed: Weighed) -> tuple[date, bool, int]:
    """Earlier first; among equals what was read at its source, then the higher rank. A law counts as read."""
    rule = weighed.rule
    doubtful = not rule.confirmed and rule.rank is not Rank.LAW
    return (weighed.due_on or date.max, doubtful, -rule.rank)
