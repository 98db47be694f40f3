"""Save the secretary's minutes. Two who write at once lose nothing: the second sees both texts (`Stale.theirs`)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, Stale
from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.services.locking import lock_conference, lock_sitting

LONGEST = 300_000


@transaction.atomic
def save_minutes(*, conference_id: int, text: str, version: int, actor: Actor, at: datetime) -> Sitting:
    """`version` is the one that was opened for writing; `Sitting.version` grows with every changed text alone.

    The same text again changes nothing, whatever the version, so that a page may save by itself.
    """
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    sitting = lock_sitting(conference)
    refuse_when_signed(sitting)
    text = clean(text)
    if len(text) > LONGEST:
        raise BadInput(
            _("Biên bản dài quá %(longest)s chữ cái. Chuyển bớt sang phụ lục.") % {"longest": LONGEST}, field="text"
        )
    if sitting.minutes_text == text:
        return sitting
    if sitting.version != version:
        raise Stale(
            _("Có người vừa sửa biên bản. Cả hai bản còn nguyên ở dưới: chọn hoặc ghép lại rồi lưu."),
            theirs=sitting.minutes_text,
            version=sitting.version,
        )
    sitting.minutes_text = text
    sitting.version += 1
    sitting.save(update_fields=["minutes_text", "version"])
    record(
        actor, "minutes.saved", f"sitting:{sitting.pk}", chain=conference.commune.slug, at=at,
        version=sitting.version, characters=len(text),
    )  # fmt: skip
    return sitting


def refuse_when_signed(sitting: Sitting) -> None:
    """Signed minutes never change."""
    if sitting.minutes_signed_at is not None:
        raise NotPossible(_("Biên bản đã ký nên không sửa được nữa."), table="minutes", state="signed")
