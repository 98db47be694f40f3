"""Write the text that the public may read instead of the original words. It stays unpublished until it is checked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.opinions import LONGEST_WORDS
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.search_text import fill_search_columns
from doithoai.stages.opinions.services.locking import lock_opinion, refuse_stale
from doithoai.stages.people.models import Village


@transaction.atomic
def write_public_text(
    *, opinion_id: int, text: str, answer: str = "", version: int, actor: Actor, at: datetime
) -> Opinion:
    """`answer` is the public form of what was answered before the conference. Any change takes an earlier check back."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.CHECK_PUBLIC_TEXT, Scope(opinion.commune_id))
    refuse_stale(opinion, version, theirs=opinion.public_text)
    text, answer = clean(text), clean(answer)
    if not text:
        raise BadInput(_("Viết nội dung để công khai, không nêu tên, số điện thoại hay địa chỉ của ai."), field="text")
    for name, value in (("text", text), ("answer", answer)):
        if len(value) > LONGEST_WORDS:
            raise BadInput(
                _("Phần này dài quá %(longest)s chữ cái. Rút gọn lại.") % {"longest": LONGEST_WORDS}, field=name
            )
    opinion.public_text, opinion.public_answer = text, answer
    opinion.public_checked_by, opinion.public_checked_at = "", None
    fill_search_columns(opinion, Village.objects.filter(commune_id=opinion.commune_id).values_list("name", flat=True))
    opinion.version += 1
    opinion.save()
    record(actor, "opinion.public_text_written", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at)
    return opinion
