"""Record what the chair decides on one opinion: answered now, in writing, passed up, or taken apart.

May be repeated until the conclusion is confirmed; each time the opinion starts again from where it stood before.
"""

from dataclasses import asdict, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, Stale
from doithoai.base.guard import require
from doithoai.domain.conference import Bounds, Decision, Outcome, check_decision, state_after
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import FollowUp, Nature, OpinionState, follow_up
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.queries import policies_of, rule_due_for, successor_of
from doithoai.stages.conference.records import RuleDue
from doithoai.stages.conference.services.locking import SITTING, lock_conference, lock_opinion, refuse_unless
from doithoai.stages.conference.services.step_opinion import step_opinion
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Unit
from doithoai.stages.plans.models import Conference


@transaction.atomic
def decide_opinion(
    *, opinion_id: int, decision: Decision, actor: Actor, at: datetime, version: int | None = None
) -> Disposition:
    """The due date of a written answer is the rule's unless the chair sets an earlier one.

    `version` is the disposition's as the page showed it; None takes the newest. Raises Incomplete for what is missing,
    Stale when somebody decided meanwhile, NotPossible before the sitting and after the conclusion.
    """
    opinion = lock_opinion(opinion_id)
    decision = _cleaned(decision)
    conference = _conference_of(opinion)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    refuse_unless(conference, SITTING, _("Chỉ quyết định trong hội nghị và trước khi xác nhận kết luận."))
    _check_unit(decision, conference.commune_id)
    rule_due = rule_due_for(conference, timezone.localdate(opinion.received_at))
    follow = follow_up(decision.nature, policies_of(conference))
    today = timezone.localdate(at)
    successor = successor_of(decision.body, today) if decision.body else None
    check_decision(decision, Bounds(today, rule_due.on if rule_due else None, follow, successor))
    row = _lock_disposition(opinion, conference, version)
    before = _state_before(row, OpinionState(opinion.state))
    target = state_after(before, decision.outcome)
    _write(row, decision, _due(decision, rule_due, follow), before, actor.name, at)
    _set_apart(opinion, decision, follow, row)
    step_opinion(opinion=opinion, to=target, actor=actor, at=at)
    record(
        actor, "opinion.decided", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at,
        outcome=row.outcome, unit=row.unit_id, due_on=row.due_on, conference=conference.pk,
    )  # fmt: skip
    return row


def _conference_of(opinion: Opinion) -> Conference:
    if opinion.conference_id is None:
        raise NotPossible(_("Ý kiến này chưa thuộc hội nghị nào. Chọn hội nghị cho ý kiến trước."))
    return lock_conference(opinion.conference_id)


def _cleaned(decision: Decision) -> Decision:
    return replace(
        decision,
        said=clean(decision.said),
        reason=clean(decision.reason),
        answered_by=clean_line(decision.answered_by)[:200],
        body=clean_line(decision.body)[:200],
    )


def _check_unit(decision: Decision, commune_id: int) -> None:
    if decision.unit_id and not Unit.objects.filter(pk=decision.unit_id, commune_id=commune_id).exists():
        raise BadInput(_("Chọn đơn vị trong xã."), field="unit")


def _lock_disposition(opinion: Opinion, conference: Conference, version: int | None) -> Disposition:
    Disposition.objects.get_or_create(opinion=opinion, defaults={"conference": conference})
    row = Disposition.objects.select_for_update().get(opinion=opinion)
    if version is not None and row.version != version:
        raise Stale(
            _("Có người vừa quyết định ý kiến này. Xem quyết định mới rồi lưu lại nếu cần."),
            theirs=row.said or row.reason, version=row.version,
        )  # fmt: skip
    row.conference = conference
    return row


def _state_before(row: Disposition, state: OpinionState) -> OpinionState:
    """Where the opinion stood before the first decision, unless something else has moved it since."""
    if not row.outcome:
        return state
    before = OpinionState(row.state_before)
    return before if state_after(before, Outcome(row.outcome)) is state else state


def _due(decision: Decision, rule_due: RuleDue | None, follow: FollowUp) -> tuple[date | None, dict[str, object]]:
    """The date that goes into the record, and how it came about."""
    owes = decision.outcome is Outcome.IN_WRITING or (decision.outcome is Outcome.TAKEN_APART and follow.written_reply)
    if owes and rule_due and decision.due_on in (None, rule_due.on):
        return rule_due.on, {**asdict(rule_due), "on": rule_due.on.isoformat(), "set_by": "rule"}
    if owes or decision.outcome is Outcome.PASSED_UP:
        rule = {**asdict(rule_due), "on": rule_due.on.isoformat()} if rule_due and owes else {}
        return decision.due_on, {**rule, "set_by": "chair"}
    return None, {}


def _write(
    row: Disposition, decision: Decision, due: tuple[date | None, dict[str, object]], before: OpinionState,
    decided_by: str, at: datetime,
) -> None:  # fmt: skip
    if row.said != decision.said:
        row.public_text, row.public_checked_by, row.public_checked_at = "", "", None
    row.outcome = decision.outcome
    row.said = decision.said
    row.answered_by = decision.answered_by
    row.unit_id = decision.unit_id if decision.outcome is not Outcome.ANSWERED_NOW else None
    row.body = decision.body if decision.outcome is Outcome.PASSED_UP else ""
    row.reason = decision.reason
    row.due_on, row.why_due = due
    row.state_before = before
    row.decided_by, row.decided_at = decided_by[:200], at
    row.version += 1
    row.save()


def _set_apart(opinion: Opinion, decision: Decision, follow: FollowUp, row: Disposition) -> None:
    """The register knows why an opinion is apart; a decision taken anew takes that back."""
    if decision.outcome is Outcome.TAKEN_APART:
        row.reason = row.reason or follow.reason
        row.save(update_fields=["reason"])
        opinion.nature, opinion.apart_reason = decision.nature, row.reason
        opinion.owes_written_reply = follow.written_reply
    elif opinion.apart_reason:
        opinion.nature, opinion.apart_reason, opinion.owes_written_reply = Nature.COMMON, "", False
    opinion.save(update_fields=["nature", "apart_reason", "owes_written_reply"])
