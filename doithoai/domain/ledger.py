"""Lays out every duty of one conference: who, when, by which rule, what shows it was done. Nothing is stored here.

A date is due only by a rule that binds: the law in force on the conference day, a regulation adopted, the plan as read.
Elsewhere there is at most a customary suggestion, which is never late. Law 72/2025/QH15 Art. 43 and its predecessors.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from doithoai.domain.deadlines import Anchor, Term, due_on
from doithoai.domain.duties import BEFORE_CONFERENCE, CYCLE, Duty
from doithoai.domain.explanation import Explanation, describe_term, explain_eve, explain_fixed
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole, fold, role_for
from doithoai.domain.rules.bodies import EndedBody, successions_in
from doithoai.domain.rules.check import Anchors, Verdict, Weighed, compete
from doithoai.domain.rules.customary import Custom
from doithoai.domain.rules.rule import Rank, Rule
from doithoai.domain.workdays import Calendar

STILL_OPEN: Final = "Chưa có ngày hội nghị nên chưa tính được hạn."
PENDING: Final = "Khi có ngày sẽ tính %(term)s. Theo: %(rule)s."
PENDING_FIXED: Final = "Văn bản ghi ngày %(on)s. Theo: %(rule)s."
CUSTOMARY: Final = "Không văn bản nào đặt hạn. Ngày gợi ý theo thông lệ: %(on)s."
NO_RULE: Final = "Không văn bản nào đặt hạn cho việc này."
ADVICE: Final = (
    "Nên theo (không bắt buộc với hội nghị do cấp ủy chủ trì hoặc quy định chưa đối chiếu): %(rule)s, %(article)s."
)
RECIPIENTS: Final = "Nơi nhận báo cáo: %(names)s."
WORDED: Final = "%(rule)s ghi: “%(words)s”. Không có số ngày nên không đặt hạn."


@dataclass(frozen=True)
class ConferenceDay:
    """`on` is None while the day is open; `expected_by` (last day of the period) then chooses the law in force.

    `siblings` are the other days of the same plan: a calendar date the plan fixes belongs to the nearest conference.
    """

    on: date | None
    expected_by: date
    headed_by: HeadedBy = HeadedBy.PEOPLE_COMMITTEE
    conclusion_on: date | None = None
    siblings: tuple[date, ...] = ()

    @property
    def reference(self) -> date:
        """The day that chooses the law in force."""
        return self.on or self.expected_by


@dataclass(frozen=True)
class TaskGiven:
    """One line of part 'Tổ chức thực hiện'."""

    actor: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class PlanFacts:
    """What of the plan, beside its deadlines, helps to lay out duties."""

    tasks: tuple[TaskGiven, ...] = ()
    report_recipients: tuple[str, ...] = ()
    title: str = "Kế hoạch của hội nghị"


@dataclass(frozen=True)
class RuleNote:
    """A rule that did not set the date, with the day it would have set."""

    rule: str
    article: str
    due_on: date | None
    key: str = ""


@dataclass(frozen=True)
class DutyLine:
    """One row of the ledger. `due_on` binds; `suggested_on` does not. `text` tells the calculation in Vietnamese."""

    duty: Duty
    role: ActorRole
    actor: str
    due_on: date | None
    suggested_on: date | None
    rule: str
    article: str
    proof: str
    text: str
    rule_key: str = ""
    rank: Rank | None = None
    advice: bool = False
    confirmed: bool = True
    words: str = ""
    overruled: tuple[RuleNote, ...] = ()
    agrees: tuple[RuleNote, ...] = ()
    explanation: Explanation | None = None
    warnings: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    part: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Names the row when the conference moves: the same duty of the same acting role (`part` for unnamed duties)."""
        return self.duty.value, self.role.value, self.part


@dataclass(frozen=True)
class Tables:
    """What the lines are laid out with, beside the rules."""

    calendar: Calendar
    customs: Mapping[Duty, Custom]
    bodies: Sequence[EndedBody] = ()


def lay_out(
    conference: ConferenceDay, rules: Sequence[Rule], tables: Tables, plan: PlanFacts | None = None
) -> tuple[DutyLine, ...]:
    """Every duty of the cycle, one more line per further acting role, in the order of the cycle."""
    plan = plan or PlanFacts()
    chosen = [rule for rule in rules if rule.in_force(conference.reference) and _belongs(rule, conference)]
    anchors = Anchors(conference.reference, conclusion_on=conference.conclusion_on)
    verdicts = compete(chosen, anchors, tables.calendar, conference.headed_by)
    answer_due = _answer_due(verdicts)
    if answer_due is not None and any(_counts_from_answer(rule) for rule in chosen):
        anchors = replace(anchors, answer_due_on=answer_due)
        verdicts = compete(chosen, anchors, tables.calendar, conference.headed_by)
    builder = _Builder(conference, tables, plan, answer_due)
    lines: list[DutyLine] = []
    for duty in Duty:
        mine = [verdict for verdict in verdicts if verdict.duty is duty]
        lines += [builder.ruled(verdict) for verdict in mine]
        if not mine and duty in CYCLE and duty not in ONLY_BY_RULE:
            lines += builder.unruled(duty)
    return tuple(lines)


def _belongs(rule: Rule, conference: ConferenceDay) -> bool:
    """A calendar date goes to the nearest conference that it can serve; with none such it goes to every one."""
    if not isinstance(rule.when, date) or conference.on is None or not conference.siblings:
        return True
    days = sorted({conference.on, *conference.siblings})
    if rule.duty in BEFORE_CONFERENCE:
        served = next((day for day in days if day >= rule.when), None)
    else:
        served = next((day for day in reversed(days) if day <= rule.when), None)
    return served is None or served == conference.on


def _counts_from_answer(rule: Rule) -> bool:
    return isinstance(rule.when, Term) and rule.when.anchor is Anchor.ANSWER_DUE


def _answer_due(verdicts: Sequence[Verdict]) -> date | None:
    days = [v.winner.due_on for v in verdicts if v.duty is Duty.ANSWER and v.winner and v.winner.due_on]
    return min(days, default=None)


TASK_WORDS: Final[Mapping[Duty, str]] = {
    Duty.ISSUE_NOTICE: r"(?:ban hanh|ra|phat hanh|du thao|soan thao) (?:van ban )?thong bao(?! ket luan)",
    Duty.BROADCAST: r"truyen thanh|tren loa|phuong tien thong tin|thong bao rong rai|(?:trang|cong) thong tin|loa phat",
    Duty.SEND_INVITATIONS: r"giay moi|moi (?:cac )?(?:dai bieu|dai dien|thanh phan|can bo|doan vien|hoi vien|nhan dan)",
    Duty.COLLECT_OPINIONS: r"thu thap|tiep nhan y kien|nam bat|gui truoc|thu nhan|lay y kien (?:nhan dan|cu tri|dong gop)",
    Duty.SYNTHESISE: r"tong hop[^;]*(?:y kien|kien nghi)|(?:y kien|kien nghi)[^;]*tong hop|phan loai",
    Duty.PREPARE_ANSWERS: r"chuan bi (?:cac )?(?:noi dung|y kien|bao cao|tai lieu)[^;]*(?:tra loi|giai trinh|trao doi)"
    r"|phan tich, danh gia|de xuat (?:cac )?giai phap",
    Duty.SECURITY: r"an ninh|trat tu|an toan",
    Duty.HALL: r"hoi truong|khanh tiet|ma ?ket|am thanh|co so vat chat|loa dai|trang thiet bi|trang tri|dieu kien (?:can thiet|phuc vu)",
    Duty.REVIEW: r"rut kinh nghiem",
    Duty.CONCLUSION_NOTICE: r"thong bao ket luan",
    Duty.PUBLISH_RESULT: r"cong khai ket qua|niem yet[^;]*ket (?:qua|luan)|thong bao ket qua|ket qua[^;]*(?:cong khai|niem yet)",
    Duty.ANSWER: r"tra loi|giai quyet",
    Duty.EXTENSION_NOTICE: r"gia han",
    Duty.TRANSFER_NOTICE: r"vuot tham quyen|chuyen (?:don|cap|co quan)|kien nghi cap|len cap tren|de nghi ve (?:huyen|tinh)",
    Duty.REPORT: r"bao cao (?:ket qua|voi|ve|ubnd|len|tong hop)|tong hop bao cao",
    Duty.SURVEY: r"hai long",
    Duty.ARCHIVE: r"luu tru|luu ho so|lap ho so",
}  # fmt: skip
# Before Law 65/2025 no text obliged a commune to make results public: without a rule this is no duty at all.
ONLY_BY_RULE: Final = frozenset({Duty.PUBLISH_RESULT})
SHARED: Final = frozenset(
    {Duty.SECURITY, Duty.SYNTHESISE, Duty.COLLECT_OPINIONS, Duty.BROADCAST, Duty.SEND_INVITATIONS}
)


def actors_in_tasks(duty: Duty, tasks: Sequence[TaskGiven]) -> list[str]:
    """Whom the plan's tasks name for a duty, in the plan's order."""
    pattern = TASK_WORDS.get(duty)
    if pattern is None:
        return []
    return [task.actor for task in tasks if task.actor and any(re.search(pattern, fold(item)) for item in task.items)]


@dataclass(frozen=True)
class _Builder:
    """Makes lines from verdicts for one conference."""

    conference: ConferenceDay
    tables: Tables
    plan: PlanFacts
    answer_due: date | None

    def ruled(self, verdict: Verdict) -> DutyLine:
        if verdict.duty is Duty.CONFERENCE:
            return self._the_day(verdict)
        chief = verdict.winner
        told = chief.explanation if chief else None
        if chief is None and verdict.duty is Duty.EXTENSION_NOTICE and verdict.worded and self.answer_due:
            rule = verdict.worded[0]
            told = explain_eve(
                self.answer_due, Anchor.ANSWER_DUE, self.tables.calendar, rule=rule.rule, article=rule.article
            )
        named = (_binding_rules(verdict) or [w.rule for w in verdict.advised])[0]
        is_advice = chief is None and not verdict.worded
        role = self._role(None, verdict.duty) if is_advice else verdict.role
        line = self._line(verdict.duty, role, self._actor(verdict), named)
        line = replace(
            line,
            due_on=told.due if told and self.conference.on else None,
            explanation=told if self.conference.on else None,
            advice=is_advice,
            words="; ".join(rule.text for rule in _nearest(verdict.worded) if rule.text),
            overruled=self._notes(verdict.overruled),
            agrees=self._notes(verdict.agrees),
            part=verdict.part,
        )
        suggested = line.suggested_on
        if is_advice:
            days = [w.due_on for w in verdict.advised if w.due_on]
            suggested = min(days, default=None) if self.conference.on else None
        if line.due_on:
            suggested = None
        line = replace(line, suggested_on=suggested)
        line = self._with_bodies(line, verdict)
        return replace(line, text=_tell(line, verdict, is_open=self.conference.on is None))

    def unruled(self, duty: Duty) -> list[DutyLine]:
        if duty is Duty.CONFERENCE:
            return [self._the_day(Verdict(duty, self._role(None, duty), None))]
        actors = actors_in_tasks(duty, self.plan.tasks)
        by_role: dict[ActorRole, str] = {}
        for actor in actors:
            by_role.setdefault(self._role(actor, duty), actor)
        if not by_role:
            by_role[self._role(None, duty)] = self._usual_post(duty)
        elif duty not in SHARED:
            by_role = dict([next(iter(by_role.items()))])
        lines = [self._line(duty, role, actor, None) for role, actor in by_role.items()]
        lines = [self._with_bodies(line, None) for line in lines]
        return [replace(line, text=_tell_unruled(line, self.conference)) for line in lines]

    def _the_day(self, verdict: Verdict) -> DutyLine:
        rules = _binding_rules(verdict)
        chief = max(rules, key=lambda rule: rule.rank, default=None)
        role = verdict.role if rules else self._role(None, verdict.duty)
        actor = self._actor(verdict) if rules else self._usual_post(verdict.duty)
        line = replace(self._line(verdict.duty, role, actor, chief), suggested_on=None)
        line = replace(line, rule=line.rule or self.plan.title)
        if self.conference.on is None:
            return replace(line, text=STILL_OPEN)
        told = explain_fixed(self.conference.on, rule=line.rule, article=line.article, the_day=True)
        return replace(line, due_on=told.due, explanation=told, text=told.text())

    def _line(self, duty: Duty, role: ActorRole, actor: str, rule: Rule | None) -> DutyLine:
        custom = self.tables.customs.get(duty)
        return DutyLine(
            duty=duty,
            role=role,
            actor=actor,
            due_on=None,
            suggested_on=self._suggested(duty, custom),
            rule=rule.rule if rule else "",
            article=rule.article if rule else "",
            proof=custom.proof if custom else "",
            text="",
            rule_key=rule.key if rule else "",
            rank=rule.rank if rule else None,
            confirmed=rule.confirmed if rule else True,
        )

    def _suggested(self, duty: Duty, custom: Custom | None) -> date | None:
        if self.conference.on is None:
            return None
        if duty is Duty.EXTENSION_NOTICE and self.answer_due:
            return self.tables.calendar.add_working_days(self.answer_due, -1)
        if custom is None or custom.term is None:
            return None
        return due_on(custom.term, self.conference.on, self.tables.calendar)

    def _role(self, actor: str | None, duty: Duty) -> ActorRole:
        return role_for(actor, duty, party_headed=self.conference.headed_by is HeadedBy.PARTY)

    def _usual_post(self, duty: Duty) -> str:
        custom = self.tables.customs.get(duty) or self.tables.customs[Duty.CONFERENCE]
        return custom.post_on(self.conference.reference, self.conference.headed_by)

    def _actor(self, verdict: Verdict) -> str:
        rules = _binding_rules(verdict)
        if not rules and self.conference.headed_by is HeadedBy.PARTY:
            return self._usual_post(verdict.duty)
        named = verdict.actor()
        if not named or all(rule.rank is Rank.LAW for rule in rules):
            tasks = actors_in_tasks(verdict.duty, self.plan.tasks)
            named = next((actor for actor in tasks if self._role(actor, verdict.duty) is verdict.role), named)
        return named or self._usual_post(verdict.duty)

    def _notes(self, weighed: Sequence[Weighed]) -> tuple[RuleNote, ...]:
        shown = self.conference.on is not None
        return tuple(RuleNote(w.rule.rule, w.rule.article, w.due_on if shown else None, w.rule.key) for w in weighed)

    def _with_bodies(self, line: DutyLine, verdict: Verdict | None) -> DutyLine:
        """Warns of ended bodies: the actor, and for a report those it goes to, each replaced by its successor."""
        day = line.due_on or line.suggested_on or self.conference.reference
        found = list(successions_in(line.actor, day, self.tables.bodies))
        recipients: list[str] = []
        if line.duty is Duty.REPORT:
            for name in self.plan.report_recipients:
                ended = successions_in(name, day, self.tables.bodies)
                recipients += [succession.successor for succession in ended] or [name]
                found += ended
            for rule in _nearest(_binding_rules(verdict)) if verdict else ():
                ended = successions_in(rule.text, day, self.tables.bodies)
                recipients += [succession.successor for succession in ended if succession.body.note == "recipient"]
                found += ended
        warnings = tuple(dict.fromkeys(succession.words for succession in found))
        return replace(line, warnings=warnings, recipients=tuple(dict.fromkeys(recipients)))


def _binding_rules(verdict: Verdict) -> list[Rule]:
    weighed = (verdict.winner, *verdict.agrees, *verdict.overruled)
    return [w.rule for w in weighed if w is not None] + list(verdict.worded)


def _nearest(rules: Sequence[Rule]) -> list[Rule]:
    """The rules of the pack that comes first: a commune's pack repeats its plan, whose words need no second telling."""
    return [rule for rule in rules if rule.pack == rules[0].pack]


def _tell(line: DutyLine, verdict: Verdict, *, is_open: bool) -> str:
    parts = []
    if is_open:
        parts += [STILL_OPEN, _pending(verdict.winner.rule)] if verdict.winner else [STILL_OPEN]
    elif line.explanation:
        parts.append(line.explanation.text())
    parts += [
        WORDED % {"rule": r.rule, "words": r.text} for r in _nearest(verdict.worded) if r.text and not line.due_on
    ]
    parts += [ADVICE % {"rule": w.rule.rule, "article": w.rule.article} for w in verdict.advised]
    if not line.due_on and not is_open and line.suggested_on and not line.advice:
        parts.append(CUSTOMARY % {"on": f"{line.suggested_on:%d/%m/%Y}"})
    return " ".join((parts or [NO_RULE]) + _tell_bodies(line))


def _pending(rule: Rule) -> str:
    """What will set the day once it is known."""
    source = ", ".join(part for part in (rule.rule, rule.article) if part)
    if isinstance(rule.when, Term):
        return PENDING % {"term": describe_term(rule.when), "rule": source}
    return PENDING_FIXED % {"on": f"{rule.when:%d/%m/%Y}", "rule": source}


def _tell_unruled(line: DutyLine, conference: ConferenceDay) -> str:
    if conference.on is None:
        told = STILL_OPEN
    elif line.suggested_on:
        told = CUSTOMARY % {"on": f"{line.suggested_on:%d/%m/%Y}"}
    else:
        told = NO_RULE
    return " ".join([told, *_tell_bodies(line)])


def _tell_bodies(line: DutyLine) -> list[str]:
    sent = [RECIPIENTS % {"names": ", ".join(line.recipients)}] if line.recipients else []
    return [*sent, *line.warnings]
