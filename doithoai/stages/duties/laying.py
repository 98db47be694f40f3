"""Gathers what laying out one conference needs: its facts, the rules in force, the tables. Stores nothing."""

from datetime import date
from typing import Any

from doithoai.domain.ledger import ConferenceDay, DutyLine, PlanFacts, Tables, TaskGiven, lay_out
from doithoai.domain.plan_rules import (
    cited_in,
    head_served,
    plan_title,
    policies_from_reading,
    rules_from_reading,
)
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.policies import SettledPolicy, settle
from doithoai.domain.rules.rule import Rule
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.queries import tasks_of
from doithoai.stages.rulebook import shelf
from doithoai.stages.rulebook.queries import calendar_for, policies_in_force, rules_in_force


def lines_for(conference: Conference, *, conclusion_on: date | None = None) -> tuple[DutyLine, ...]:
    """Every duty of the conference by the rules of its day. Needs `commune` and `plan` loaded."""
    day = facts_of(conference, conclusion_on=conclusion_on)
    tables = Tables(calendar_for(conference.commune), shelf.customs(), shelf.ended_bodies())
    return lay_out(day, rules_of(conference), tables, plan_facts(conference))


def facts_of(conference: Conference, *, conclusion_on: date | None = None) -> ConferenceDay:
    """The conference as the pure ledger sees it."""
    siblings: tuple[date, ...] = ()
    if conference.plan_id is not None:
        others = Conference.objects.filter(plan_id=conference.plan_id, on__isnull=False).exclude(pk=conference.pk)
        siblings = tuple(on for on in others.exclude(state="cancelled").values_list("on", flat=True) if on)
    return ConferenceDay(
        on=conference.on,
        expected_by=conference.latest,
        headed_by=head_of(conference),
        conclusion_on=conclusion_on,
        siblings=siblings,
    )


def head_of(conference: Conference) -> HeadedBy:
    """Who heads it; a Party plan that rests on the law of local government serves both."""
    head = HeadedBy(conference.headed_by)
    if head is HeadedBy.PARTY and head_served(reading_of(conference)) is HeadedBy.BOTH:
        return HeadedBy.BOTH
    return head


def reading_of(conference: Conference) -> dict[str, Any]:
    """What was read from the plan; empty for a conference without one."""
    reading = conference.plan.reading if conference.plan is not None else {}
    return reading if isinstance(reading, dict) else {}


def rules_of(conference: Conference) -> tuple[Rule, ...]:
    """Laws and adopted packs in force on the day, and the plan's own deadlines."""
    reading = reading_of(conference)
    day = conference.on or conference.latest
    return (*rules_in_force(conference.commune, day, cited_in(reading)), *rules_from_reading(reading))


def plan_facts(conference: Conference) -> PlanFacts:
    """Tasks and report recipients of the plan."""
    if conference.plan_id is None:
        return PlanFacts()
    tasks = tuple(
        TaskGiven(task.actor, tuple(str(item) for item in task.items)) for task in tasks_of(conference.plan_id)
    )
    recipients = policies_of(conference)["report_recipients"].value
    return PlanFacts(tasks, recipients if isinstance(recipients, tuple) else (), plan_title(reading_of(conference)))


def policies_of(conference: Conference) -> dict[str, SettledPolicy]:
    """Every policy of the conference with the text that settles it."""
    day = conference.on or conference.latest
    given = [*policies_in_force(conference.commune, day), *policies_from_reading(reading_of(conference))]
    return settle(given, day=day, headed_by=head_of(conference))
