"""Write the public form of what was answered in the hall, checked by a person so that it names nobody."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import digest_of_text, record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.services.locking import lock_opinion


@transaction.atomic
def check_public_words(*, opinion_id: int, text: str, actor: Actor, at: datetime) -> Disposition:
    """Only this text is ever published of an answer given in the hall. Saving it is the check."""
    opinion = lock_opinion(opinion_id)
    require(actor, Act.CHECK_PUBLIC_TEXT, Scope(opinion.commune_id))
    row = Disposition.objects.select_for_update().filter(opinion=opinion).first()
    if row is None or not row.outcome:
        raise NotFound(_("Ý kiến này chưa có quyết định tại hội nghị."))
    text = clean(text)
    if not text:
        raise BadInput(_("Viết lời trả lời để công khai, không nêu tên hay địa chỉ của ai."), field="public_text")
    row.public_text = text
    row.public_checked_by, row.public_checked_at = actor.name[:200], at
    row.save(update_fields=["public_text", "public_checked_by", "public_checked_at"])
    record(
        actor, "words.checked", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at,
        digest=digest_of_text(row.public_text),
    )  # fmt: skip
    return row
