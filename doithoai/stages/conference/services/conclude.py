"""Confirm the chair's conclusion: the four lists computed, complete and kept as they stood.

Pages call `stages/answers/services/confirm_conclusion.py`, which does this and opens the written answers and transfers
that follow from the lists in the same transaction.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.conference import four_lists, what_is_missing
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import ConferenceMove, ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.conference.models import Conclusion
from doithoai.stages.conference.queries import as_record, raised_of
from doithoai.stages.conference.seals import seal_of_conclusion
from doithoai.stages.conference.services.locking import lock_conference, refuse_unless
from doithoai.stages.plans.services.step_conference import step_conference

SHOWN = 8


@transaction.atomic
def conclude(*, conference_id: int, remarks: str, actor: Actor, at: datetime) -> Conclusion:
    """Refuses with the list of what is missing. Leads the conference to `concluded`; the lists are sealed."""
    conference = lock_conference(conference_id)
    require(actor, Act.CONCLUDE, Scope(conference.commune_id))
    refuse_unless(
        conference, (ConferenceState.HELD,), _("Kết thúc hội nghị trước rồi mới xác nhận kết luận, và chỉ một lần.")
    )
    raised = raised_of(conference.pk)
    missing = [
        _("ý kiến số %(number)s %(what)s") % {"number": r.number, "what": _(what)}
        for r in raised
        if (what := what_is_missing(r))
    ]
    if missing:
        more = _(" và %(count)s ý kiến khác") % {"count": len(missing) - SHOWN} if len(missing) > SHOWN else ""
        raise NotPossible(
            _("Chưa kết luận được: %(missing)s%(more)s.") % {"missing": "; ".join(missing[:SHOWN]), "more": more}
        )
    conclusion = Conclusion.objects.create(
        conference=conference,
        remarks=clean(remarks),
        lists=as_record(four_lists(raised)),
        confirmed_by=actor.name[:200],
        confirmed_at=at,
    )
    step_conference(conference_id=conference_id, move=ConferenceMove.CONCLUDE, actor=actor, at=at)
    seal = seal_of_conclusion(str(conclusion.pk)) or ""
    counts = {name: len(ids) for name, ids in conclusion.lists.items()}
    record(
        actor, "conclusion.confirmed", f"conclusion:{conclusion.pk}", chain=conference.commune.slug, at=at,
        seal=seal, **counts,
    )  # fmt: skip
    return conclusion
