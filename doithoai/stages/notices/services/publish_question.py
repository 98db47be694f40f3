"""Publish one question of a published dialogue, also one that was withdrawn before."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.notices import HELD_BACK_WORDS
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.notices.projection import public_values, sources_of, why_not_public
from doithoai.stages.notices.services.locking import lock_conference
from doithoai.stages.notices.services.rewriting import write_question
from doithoai.stages.opinions.models import Opinion


@transaction.atomic
def publish_question(*, opinion_id: int, actor: Actor, at: datetime) -> PublicQuestion:
    """Refuses with the reason in words. The same again changes nothing."""
    conference_id = Opinion.objects.filter(pk=opinion_id).values_list("conference_id", flat=True).first()
    if conference_id is None:
        raise NotFound(_("Ý kiến này không thuộc cuộc đối thoại nào."))
    conference = lock_conference(conference_id, actor)
    require(actor, Act.PUBLISH, Scope(conference.commune_id))
    dialogue = PublicDialogue.objects.select_for_update().filter(conference=conference, is_withdrawn=False).first()
    if dialogue is None:
        raise NotPossible(_("Công khai cuộc đối thoại trước rồi mới công khai từng câu hỏi."))
    sources = sources_of(conference)
    opinion = next(found for found in sources.opinions if found.pk == opinion_id)
    reason = why_not_public(opinion, sources)
    if reason:
        raise NotPossible(_(HELD_BACK_WORDS[reason]))
    row = PublicQuestion.objects.select_for_update().filter(pk=opinion_id).first()
    if write_question(row, dialogue, opinion_id, public_values(opinion, conference, sources)):
        record(actor, "question.published", f"opinion:{opinion_id}", chain=conference.commune.slug, at=at)
    return PublicQuestion.objects.get(pk=opinion_id)
