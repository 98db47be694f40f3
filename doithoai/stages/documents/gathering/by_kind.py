"""The facts of each kind from the database: the table that names them all, and the functions of the official papers.

Papers on the hall's tables are gathered in `meeting.py`, slips of work in `work.py`, letters about one opinion in `letters.py`.

Rights are asked by services and queries; these trust their caller.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from doithoai.domain.answers import Result
from doithoai.domain.duties import Duty
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.queries import conclusion_of, review_of, successor_of
from doithoai.stages.documents.event_name import event_name
from doithoai.stages.documents.facts import DueDate
from doithoai.stages.documents.gathering.frame import commune_words, contact_of, form_of, issuing_of
from doithoai.stages.documents.gathering.letters import (
    code_of,
    facts_extension_notice,
    facts_receipt,
    facts_transfer_notice,
    facts_transfer_slip,
    petitioner_of,
)
from doithoai.stages.documents.gathering.meeting import (
    facts_agenda,
    facts_cost_estimate,
    facts_running_order,
    facts_security_sheet,
    facts_settlement,
    facts_speaker_card,
    facts_survey_form,
    private_rule_of,
)
from doithoai.stages.documents.gathering.opinions import leaving_words, opinion_facts
from doithoai.stages.documents.gathering.sitting import (
    attendees_of,
    conference_facts,
    due_for,
    due_of,
    plan_reference,
    terms_of,
)
from doithoai.stages.documents.gathering.work import facts_answer_brief, facts_archive_index, facts_assignment_slip
from doithoai.stages.documents.kind import MissingFacts
from doithoai.stages.documents.kinds.conclusion_notice.facts import ConclusionNoticeFacts
from doithoai.stages.documents.kinds.conference_notice.facts import ConferenceNoticeFacts
from doithoai.stages.documents.kinds.invitation.facts import InvitationFacts
from doithoai.stages.documents.kinds.loudspeaker_bulletin.facts import LoudspeakerBulletinFacts
from doithoai.stages.documents.kinds.minutes.facts import MinutesFacts
from doithoai.stages.documents.kinds.opinion_form.facts import OpinionFormFacts
from doithoai.stages.documents.kinds.plan.facts import Attendees, PlanFacts, Task
from doithoai.stages.documents.kinds.result_report.facts import Preparation, ResultReportFacts
from doithoai.stages.documents.kinds.sign_in_sheet.facts import Invited, SignInSheetFacts
from doithoai.stages.documents.kinds.written_answer.facts import Passing, Point, WrittenAnswerFacts
from doithoai.stages.duties.queries import entries_of
from doithoai.stages.people.queries import villages_of
from doithoai.stages.plans.models import Conference, Plan

_SIDES = {"upper": "Cấp trên", "commune": "Cấp xã", "village": "Ở thôn", "citizens": "Nhân dân"}
_SUBJECT_WORDS = 9
_OWN = "Kế hoạch này"


def facts_plan(plan: Plan, today: date) -> PlanFacts:
    """The plan as it was read and confirmed, its conferences as they stand, its dates from the ledger."""
    reading = plan.reading
    conferences = tuple(plan.conferences.select_related("commune", "plan").prefetch_related("villages"))
    return PlanFacts(
        issuing=issuing_of(plan.commune, plan, None, today=today),
        event=event_name(plan.title),
        commune=commune_words(plan.commune),
        year=plan.year,
        bases=tuple(str(row.get("text") or "") for row in reading.get("legal_bases") or [] if row.get("text")),
        conferences=tuple(conference_facts(one) for one in conferences),
        topics=tuple(reading.get("topics") or ()),
        tasks=tuple(Task(one.actor, tuple(one.items)) for one in plan.tasks.all() if one.actor and one.items),
        office=contact_of(plan.commune, form_of(plan), on=today).office,
        exclusions=tuple(reading.get("exclusions") or ()),
        attendees=tuple(
            Attendees(label, names) for side, label in _SIDES.items() if (names := attendees_of(plan, [side]))
        ),
        programme=tuple(reading.get("programme") or ()),
        due=_plan_due(conferences),
    )


def _plan_due(conferences: tuple[Conference, ...]) -> tuple[DueDate, ...]:
    """The binding duties of the first conference; with several conferences by their terms alone."""
    if not conferences:
        return ()
    first, terms = conferences[0], terms_of(conferences[0])
    ruled = [one for one in entries_of(first.pk) if one.rule and not one.advice and one.duty != Duty.CONFERENCE]
    found = [replace(due_of(one, terms), basis=_OWN) if one.rank == "plan" else due_of(one, terms) for one in ruled]
    return tuple(found if len(conferences) == 1 else [replace(one, on=None) for one in found])


def facts_conference_notice(conference: Conference, today: date) -> ConferenceNoticeFacts:
    """Everything Art. 43 asks to announce."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    return ConferenceNoticeFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        topics=_topics(conference),
        plan=plan_reference(conference.plan),
        attendees=attendees_of(conference.plan, ["commune", "village"]),
        how_to_attend=conference.how_to_attend,
        send_until=due_for(conference.pk, Duty.COLLECT_OPINIONS),
        private_rule=private_rule_of(conference),
        answer=due_for(conference.pk, Duty.ANSWER),
        publication=due_for(conference.pk, Duty.PUBLISH_RESULT),
    )


def _topics(conference: Conference) -> tuple[str, ...]:
    return tuple(conference.topics or (conference.plan.reading.get("topics") if conference.plan else None) or ())


def facts_invitation(conference: Conference, today: date) -> InvitationFacts:
    """One letter for each body or person that the plan names, citizens aside."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    return InvitationFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        invitees=attendees_of(conference.plan, ["upper", "commune", "village"]),
        topics=_topics(conference),
        plan=plan_reference(conference.plan),
    )


def facts_loudspeaker_bulletin(conference: Conference, today: date) -> LoudspeakerBulletinFacts:
    """What the broadcaster reads; long topics are left out, as nobody follows them by ear."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    broadcast = due_for(conference.pk, Duty.BROADCAST)
    reader = next((one.actor for one in entries_of(conference.pk) if one.duty == Duty.BROADCAST), "")
    return LoudspeakerBulletinFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        reader=reader or "Đài truyền thanh xã",
        subjects=tuple(topic for topic in _topics(conference) if len(topic.split()) <= _SUBJECT_WORDS)[:4],
        broadcast=broadcast,
    )


def facts_opinion_form(conference: Conference, today: date) -> OpinionFormFacts:
    """A blank form: the code is written by whoever takes it in."""
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    return OpinionFormFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(conference.commune, issuing.issuer.form, on=today),
        answer=due_for(conference.pk, Duty.ANSWER),
    )


def facts_sign_in_sheet(conference: Conference, today: date) -> SignInSheetFacts:
    """Bodies the plan invites, then as many empty lines as people are expected."""
    return SignInSheetFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        invited=tuple(Invited("", name) for name in attendees_of(conference.plan, ["upper", "commune", "village"])),
        empty_lines=min(max(conference.expected_people or 30, 10), 300),
    )


def facts_minutes(conference: Conference, today: date) -> MinutesFacts:
    """The secretary's own text where there is one, else the record of the sitting."""
    sitting = Sitting.objects.filter(conference=conference).first() or Sitting()
    delegates, citizens = _heads(sitting)
    return MinutesFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        opinions=opinion_facts(conference, today=today, inside=True),
        opened=_clock(sitting.opened_at),
        ended=_clock(sitting.ended_at),
        delegates=attendees_of(conference.plan, ["upper", "commune"]),
        delegate_count=delegates,
        citizen_count=citizens,
        text=sitting.minutes_text,
    )


def _clock(at: datetime | None) -> Any:
    return timezone.localtime(at).time().replace(second=0, microsecond=0) if at else None


def _heads(sitting: Sitting) -> tuple[int | None, int | None]:
    """Delegates and citizens; both None until both were counted."""
    people, citizens = sitting.people_present, sitting.citizens_present
    return (None, None) if people is None or citizens is None else (max(people - citizens, 0), citizens)


def facts_conclusion_notice(conference: Conference, today: date) -> ConclusionNoticeFacts:
    """Raises MissingFacts until the chair has confirmed the conclusion."""
    conclusion = conclusion_of(conference.pk)
    if conclusion is None:
        raise MissingFacts("Chưa xác nhận kết luận. Xác nhận kết luận của chủ trì rồi soạn thông báo.")
    issuing = issuing_of(conference.commune, conference.plan, conference, today=today)
    sitting = Sitting.objects.filter(conference=conference).first() or Sitting()
    return ConclusionNoticeFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        opinions=opinion_facts(conference, today=today),
        people_count=sitting.people_present,
        office=contact_of(conference.commune, issuing.issuer.form, on=today).office,
        supervisor=f"Ủy ban MTTQ Việt Nam {commune_words(conference.commune)}",
        publication=due_for(conference.pk, Duty.PUBLISH_RESULT),
        remarks=tuple(line.strip() for line in conclusion.remarks.splitlines() if line.strip()),
    )


def facts_written_answer(answer: Answer, today: date) -> WrittenAnswerFacts:
    """The unit's text as one point, what it promises, and where a part of it was passed."""
    opinion, conference = answer.opinion, answer.conference
    if conference is None:
        raise MissingFacts("Ý kiến này chưa gắn với hội nghị nào. Gắn ý kiến với hội nghị rồi soạn lại.")
    issuing = issuing_of(answer.commune, conference.plan, conference, today=today)
    places = tuple(villages_of(answer.commune_id).values_list("name", flat=True))
    promised = answer.promised_on if answer.result == Result.PROMISED else None
    point = Point(
        about="",
        answer=answer.text,
        public=answer.public_text if answer.public_checked_at else "",
        promise="thực hiện xong việc đã nêu" if promised else "",
        unit=answer.unit.name,
        due=DueDate("Thực hiện", on=promised) if promised else None,
    )
    return WrittenAnswerFacts(
        issuing=issuing,
        conference=conference_facts(conference),
        contact=contact_of(answer.commune, issuing.issuer.form, on=today),
        code=code_of(opinion),
        petitioner=petitioner_of(opinion),
        words=opinion.summary or opinion.original_words,
        public_words=leaving_words(opinion, places),
        points=(point,),
        passing=_passing(answer),
    )


def _passing(answer: Answer) -> Passing | None:
    transfer = Transfer.objects.filter(opinion=answer.opinion).first()
    if transfer is None:
        return None
    due = DueDate("Trả lời", on=transfer.expected_on) if transfer.expected_on else None
    return Passing(transfer.body, transfer.reason, transfer.transferred_on, due)


def facts_result_report(conference: Conference, today: date) -> ResultReportFacts:
    """Raises MissingFacts until the conclusion is confirmed: before it the figures would change."""
    if conclusion_of(conference.pk) is None:
        raise MissingFacts("Chưa xác nhận kết luận. Xác nhận kết luận của chủ trì rồi soạn báo cáo.")
    sitting = Sitting.objects.filter(conference=conference).first() or Sitting()
    delegates, citizens = _heads(sitting)
    review = review_of(conference.pk)
    lines = [*review.went_well.splitlines(), *review.to_improve.splitlines()] if review else []
    return ResultReportFacts(
        issuing=issuing_of(conference.commune, conference.plan, conference, today=today),
        conference=conference_facts(conference),
        opinions=opinion_facts(conference, today=today),
        as_of=today,
        addressees=_addressees(conference, today),
        preparations=_preparations(conference),
        delegate_count=delegates,
        citizen_count=citizens,
        remarks=tuple(line.strip(" -") for line in lines if line.strip(" -")),
    )


def _addressees(conference: Conference, today: date) -> tuple[str, ...]:
    entries = [one for one in entries_of(conference.pk) if one.duty == Duty.REPORT]
    names = [name for entry in entries for name in entry.recipients]
    return tuple(dict.fromkeys(successor_of(name, today) or name for name in names))


def _preparations(conference: Conference) -> tuple[Preparation, ...]:
    told = {
        Duty.ISSUE_NOTICE: "Ban hành thông báo tổ chức hội nghị",
        Duty.SEND_INVITATIONS: "Gửi giấy mời",
        Duty.BROADCAST: "Phát bản tin trên loa truyền thanh",
    }
    done = {entry.duty: entry.done_on for entry in entries_of(conference.pk) if entry.done_on}
    return tuple(Preparation(words, done[duty]) for duty, words in told.items() if duty in done)


FACTS: dict[str, Callable[[Any, date], Any]] = {
    "plan": facts_plan,
    "conference_notice": facts_conference_notice,
    "invitation": facts_invitation,
    "loudspeaker_bulletin": facts_loudspeaker_bulletin,
    "agenda": facts_agenda,
    "security_sheet": facts_security_sheet,
    "cost_estimate": facts_cost_estimate,
    "opinion_form": facts_opinion_form,
    "receipt": facts_receipt,
    "assignment_slip": facts_assignment_slip,
    "answer_brief": facts_answer_brief,
    "running_order": facts_running_order,
    "speaker_card": facts_speaker_card,
    "sign_in_sheet": facts_sign_in_sheet,
    "minutes": facts_minutes,
    "conclusion_notice": facts_conclusion_notice,
    "written_answer": facts_written_answer,
    "extension_notice": facts_extension_notice,
    "transfer_slip": facts_transfer_slip,
    "transfer_notice": facts_transfer_notice,
    "result_report": facts_result_report,
    "survey_form": facts_survey_form,
    "settlement": facts_settlement,
    "archive_index": facts_archive_index,
}
