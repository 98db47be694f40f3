"""End a post on a day. What the person did stays in the record; work in hand is for the successor."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Post


@transaction.atomic
def end_post(*, post_id: int, until: date, actor: Actor, at: datetime) -> Post:
    """The post counts until `until`, that day not included."""
    require(actor, Act.MANAGE_PEOPLE, Scope(commune_id=0))
    post = Post.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=post_id).first()
    if post is None:
        raise NotFound(_("Không có chức vụ này."))
    post.until = date.fromordinal(until.toordinal() - 1)
    post.save(update_fields=["until"])
    chain = post.commune.slug if post.commune else "he-thong"
    record(actor, "post.ended", f"post:{post.pk}", chain=chain, at=at, until=until.isoformat())
    return post
