"""Facts of the papers that lie on the tables of one conference: programme, running order, cards, security, costs, survey."""

import re
from datetime import date

from doithoai.domain.duties import Duty
from doithoai.domain.opinions import Nature
from doithoai.domain.programme import Step
from doithoai.domain.texts import fold
from doithoai.stages.answers.queries import promises_before
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.queries import (
    agenda_of,
    dispositions_of,
    in_order,
    is_answered_before,
    policies_of,
    proposed_agenda,
    raised_opinions,
)
from doithoai.stages.documents.facts import PrivateRule
from doithoai.stages.documents.gathering.frame import contact_of, front_issuing_of, issuing_of
from doithoai.stages.documents.gathering.opinions import leaving_words
from doithoai.stages.documents.gathering.sitting import conference_facts, due_for
from doithoai.stages.documents.kinds.agenda.facts import AgendaFacts
from doithoai.stages.documents.kinds.cost_estimate.facts import CostEstimateFacts, CostLine
from doithoai.stages.documents.kinds.running_order.facts import Matter, RunningOrderFacts
from doithoai.stages.documents.kinds.security_sheet.facts import Force, SecuritySheetFacts
from doithoai.stages.documents.kinds.settlement.facts import SettlementFacts
from doithoai.stages.documents.kinds.speaker_card.facts import SpeakerCardFacts
from doithoai.stages.documents.kinds.survey_form.facts import SurveyFormFacts
from doithoai.stages.opinions.models import AnswerBrief
from doithoai.stages.opinions.search_text import masked
from doithoai.stages.people.queries import villages_of
from doithoai.stages.plans.models import Conference

MINUTES_EACH = 5  # as the speaker list gives everybody unless the chair says otherwise
_KEEP_ORDER = re.compile(
    r"\b(?:cong an|quan su|an ninh|dan quan|truong thon|thon truong|to truong|truong ban|truong xom)\b"
)


def facts_agenda(conference: Conference, today: date) -> AgendaFacts:
    """The programme as set, else as the hall would propose it."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    return AgendaFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        steps=_steps(conference),
        private_rule=private_rule_of(conference),
        minutes_each=MINUTES_EACH,
    )


def private_rule_of(conference: Conference) -> PrivateRule:
    """What the commune's rules do with matters of one person alone."""
    refused = policies_of(conference).get("private_matters") == "refuse"
    return PrivateRule.REFUSED if refused else PrivateRule.TAKEN


def _steps(conference: Conference) -> tuple[Step, ...]:
    settled = tuple(Step(line.title, line.who, line.minutes) for line in agenda_of(conference.pk))
    return settled or proposed_agenda(conference)


def facts_running_order(conference: Conference, today: date) -> RunningOrderFacts:
    """The programme with every matter in the hall's order; names are left out of what units prepared."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    return RunningOrderFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        steps=_steps(conference),
        matters=_matters(conference),
        private_rule=private_rule_of(conference),
        minutes_each=MINUTES_EACH,
        open_promises=len(promises_before(conference.pk, today)) or None,
    )


def _matters(conference: Conference) -> tuple[Matter, ...]:
    raised = raised_opinions(conference.pk).exclude(nature=Nature.COMPLAINT.value).select_related("unit")
    rows = dispositions_of(conference.pk)
    places = tuple(villages_of(conference.commune_id).values_list("name", flat=True))
    briefs = dict(
        AnswerBrief.objects.filter(opinion__conference=conference).values_list("opinion_id", "proposed_answer")
    )
    return tuple(
        Matter(
            code=f"{opinion.number:02d}/{opinion.year}",
            words=leaving_words(opinion, places),
            unit=opinion.unit.name if opinion.unit else "",
            answer=masked(briefs.get(opinion.pk, "") or opinion.answered_before, opinion, places),
            answered_before=is_answered_before(opinion, rows.get(opinion.pk) or Disposition()),
        )
        for opinion in in_order(list(raised), rows)
    )


def facts_speaker_card(conference: Conference, today: date) -> SpeakerCardFacts:
    """Blank cards."""
    return SpeakerCardFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
    )


def facts_survey_form(conference: Conference, today: date) -> SurveyFormFacts:
    """A blank form of the Front."""
    return SurveyFormFacts(
        issuing=front_issuing_of(conference.commune, today=today), conference=conference_facts(conference)
    )


def facts_security_sheet(conference: Conference, today: date) -> SecuritySheetFacts:
    """Place, time, numbers, and the plan's own tasks for whoever keeps order and opens the hall."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    tasks = conference.plan.tasks.all() if conference.plan else ()
    return SecuritySheetFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        forces=tuple(Force(one.actor, tuple(one.items)) for one in tasks if _KEEP_ORDER.search(fold(one.actor))),
        expected_people=conference.expected_people,
        due=due_for(conference.pk, Duty.SECURITY),
    )


def facts_cost_estimate(conference: Conference, today: date) -> CostEstimateFacts:
    """The customary lines, with the numbers of people and half days where they are known. Prices are the accountant's."""
    return CostEstimateFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        lines=_cost_lines(conference),
    )


def facts_settlement(conference: Conference, today: date) -> SettlementFacts:
    """The same lines; what was spent is written in by hand."""
    return SettlementFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        lines=_cost_lines(conference),
    )


def _cost_lines(conference: Conference) -> tuple[CostLine, ...]:
    people, half_days = conference.expected_people, conference.half_days
    return (
        CostLine("In giấy mời, tài liệu, phiếu ý kiến", "bộ", people),
        CostLine("Ma két, trang trí", "bộ", 1),
        CostLine("Âm thanh, máy chiếu, máy phát điện", "buổi", half_days),
        CostLine("Nước uống cho người dự", "người", people),
        CostLine("Phục vụ, thư ký, bảo vệ (nếu được chi)", "người"),
        CostLine("Thông báo trên loa, niêm yết", "lần"),
    )
