"""Facts of the papers by which the office gives out work and keeps the file: slips for units, briefs, the archive index."""

from datetime import date

from django.db.models import Q

from doithoai.domain.conference import Outcome as Decided
from doithoai.domain.duties import Duty
from doithoai.domain.numbering import PaperForm
from doithoai.domain.opinions import TOPICS, Nature
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.queries import dispositions_of, in_order, raised_opinions
from doithoai.stages.documents.facts import DueDate
from doithoai.stages.documents.gathering.frame import contact_of, issuer_in, issuing_of
from doithoai.stages.documents.gathering.opinions import leaving_words
from doithoai.stages.documents.gathering.sitting import basis_of, conference_facts, due_for
from doithoai.stages.documents.kinds.answer_brief.facts import AnswerBriefFacts, Asked
from doithoai.stages.documents.kinds.archive_index.facts import ArchiveIndexFacts, Filed
from doithoai.stages.documents.kinds.assignment_slip.facts import AssignmentSlipFacts, Given, UnitWork, Work
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.opinions.models import AnswerBrief, Assignment, Opinion
from doithoai.stages.opinions.search_text import masked
from doithoai.stages.people.queries import villages_of
from doithoai.stages.plans.models import Conference

_WORK_AFTER = {Decided.IN_WRITING.value: Work.ANSWER, Decided.PASSED_UP.value: Work.FOLLOW}


def facts_assignment_slip(conference: Conference, today: date) -> AssignmentSlipFacts:
    """What the chair decided for each unit; what is not decided yet, as it was given out for preparing."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    given: dict[str, list[Given]] = {}
    rows = dispositions_of(conference.pk)
    places = _places(conference)
    assigned = _assigned(conference)
    prepare = due_for(conference.pk, Duty.PREPARE_ANSWERS)
    for opinion in _opinions(conference, rows):
        row, assignment = rows.get(opinion.pk), assigned.get(opinion.pk)
        if row and row.unit and row.outcome in _WORK_AFTER:
            unit, work, due = row.unit.name, _WORK_AFTER[row.outcome], _decided_due(row)
        elif assignment and not (row and row.outcome):
            unit, work, due = assignment.unit.name, Work.PREPARE, _prepare_due(assignment, prepare)
        else:
            continue
        given.setdefault(unit, []).append(Given(_code(opinion), leaving_words(opinion, places), work, due))
    return AssignmentSlipFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        units=tuple(UnitWork(unit, tuple(work)) for unit, work in sorted(given.items())),
        office=contact_of(conference.commune, issuing.issuer.form, on=today).office,
    )


def _opinions(conference: Conference, rows: dict[int, Disposition]) -> list[Opinion]:
    raised = raised_opinions(conference.pk).exclude(nature=Nature.COMPLAINT.value)
    return in_order(list(raised.select_related("unit")), rows)


def _places(conference: Conference) -> tuple[str, ...]:
    return tuple(villages_of(conference.commune_id).values_list("name", flat=True))


def _assigned(conference: Conference) -> dict[int, Assignment]:
    """The assignment in force of each opinion: the newest."""
    newest = Assignment.objects.filter(opinion__conference=conference).select_related("unit")
    return {one.opinion_id: one for one in newest.order_by("assigned_at", "pk")}


def _decided_due(row: Disposition) -> DueDate | None:
    if row.due_on is None:
        return None
    basis = basis_of(str(row.why_due.get("rule") or ""), str(row.why_due.get("article") or ""))
    return DueDate("Trả lời", on=row.due_on, basis=basis)


def _prepare_due(assignment: Assignment, rule: DueDate | None) -> DueDate | None:
    """The day told to the unit; where it is the rule's own day, with the rule."""
    on = assignment.brief_due_on
    if on is None or (rule and rule.on == on):
        return rule
    return DueDate("Chuẩn bị trả lời", on=on)


def _code(opinion: Opinion) -> str:
    return f"{opinion.number:02d}/{opinion.year}"


def facts_answer_brief(conference: Conference, today: date) -> AnswerBriefFacts:
    """A sheet for every opinion that a unit has; names are left out of what the unit wrote."""
    rows = dispositions_of(conference.pk)
    places, assigned = _places(conference), _assigned(conference)
    rule = due_for(conference.pk, Duty.PREPARE_ANSWERS)
    briefs = {one.opinion_id: one for one in AnswerBrief.objects.filter(opinion__conference=conference)}
    asked = []
    for opinion in _opinions(conference, rows):
        if opinion.unit is None:
            continue
        brief, assignment = briefs.get(opinion.pk), assigned.get(opinion.pk)
        asked.append(
            Asked(
                code=_code(opinion),
                words=leaving_words(opinion, places),
                topic=TOPICS.get(opinion.topic, TOPICS["other"]),
                unit=opinion.unit.name,
                found=masked(brief.facts, opinion, places) if brief else "",
                proposed=masked(brief.proposed_answer, opinion, places) if brief else "",
                due=_prepare_due(assignment, rule) if assignment else rule,
            )
        )
    return AnswerBriefFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        asked=tuple(sorted(asked, key=lambda one: one.unit)),
    )


def facts_archive_index(conference: Conference, today: date) -> ArchiveIndexFacts:
    """Every issued paper of the conference and its plan, by day; the index itself is not in it."""
    of_it = Q(conference_id=conference.pk) | Q(kind="plan", of_id=conference.plan_id)
    issued = OfficialDocument.objects.filter(of_it, commune=conference.commune, state="issued")
    rows = issued.exclude(kind="archive_index").order_by("issued_on", "issued_at", "pk").defer("content", "copy")
    return ArchiveIndexFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        filed=tuple(
            Filed(one.symbol, one.issued_on, one.title, issuer_in(conference.commune, PaperForm(one.form)).name)
            for one in rows
        ),
    )
