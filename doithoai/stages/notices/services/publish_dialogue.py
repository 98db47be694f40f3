"""Publish a dialogue with every question that may be public; publishing again brings all of it up to date.

Only checked public texts go out. The result's own words are refused while they name anybody who spoke.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.identity import tells_of
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.notices.models import PublicDialogue
from doithoai.stages.notices.projection import sources_of
from doithoai.stages.notices.services.locking import lock_conference
from doithoai.stages.notices.services.rewriting import Published, rewrite_dialogue

AFTER = (ConferenceState.CONCLUDED, ConferenceState.CLOSED)
LONGEST = 30_000


@transaction.atomic
def publish_dialogue(*, conference_id: int, result_text: str = "", actor: Actor, at: datetime) -> Published:
    """`result_text` is the conclusion in public words; empty keeps what was published before.

    Repeating it without a change writes no audit line. Raises BadInput for a result that tells who spoke, NotPossible
    for a result before the conclusion.
    """
    conference = lock_conference(conference_id, actor)
    require(actor, Act.PUBLISH, Scope(conference.commune_id))
    sources = sources_of(conference)
    dialogue = PublicDialogue.objects.select_for_update().filter(conference=conference).first()
    kept = dict(dialogue.facts) if dialogue else {}
    result = clean(result_text)
    if result and result != kept.get("result"):
        if conference.state not in AFTER:
            raise NotPossible(_("Xác nhận kết luận trước rồi mới công khai kết quả."), state=conference.state)
        if len(result) > LONGEST:
            raise BadInput(
                _("Kết quả dài quá %(longest)s chữ cái. Rút gọn lại.") % {"longest": LONGEST}, field="result"
            )
        if tells_of(result, sources.hall):
            raise BadInput(
                _("Kết quả còn tên, số điện thoại hoặc địa chỉ của người nói. Bỏ đi rồi lưu lại."), field="result"
            )
        kept |= {"result": result, "result_on": timezone.localdate(at).isoformat()}
    published = rewrite_dialogue(conference, sources, kept=kept, dialogue=dialogue, at=at)
    if published.changed:
        record(
            actor, "dialogue.published", f"conference:{conference.pk}", chain=conference.commune.slug, at=at,
            questions=len(published.question_ids), held_back=len(published.held_back),
        )  # fmt: skip
    return published
