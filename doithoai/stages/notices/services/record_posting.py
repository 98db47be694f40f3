"""Record that a notice or a result was made known by one channel on one day, with its proof.

When the channels that the law asks for are complete, the ledger's duty is ticked off with them (Law 72/2025 Art. 43).
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.duties import Duty
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.notices import NOTICE_MEDIA, RESULT_CHANNELS, Made, PostingChannel, duties_done
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof
from doithoai.stages.notices.models import Posting
from doithoai.stages.notices.services.locking import lock_conference
from doithoai.stages.plans.models import Conference

RESULT_STATES = (ConferenceState.CONCLUDED, ConferenceState.CLOSED)


@dataclass(frozen=True)
class Posted:
    """What was made known (`notice`, `result`), by which channel, on which day, and what shows it."""

    what: str
    channel: str
    posted_on: date
    proof: str


@transaction.atomic
def record_posting(*, conference_id: int, posted: Posted, actor: Actor, at: datetime) -> Posting:
    """The same posting again gives the same row. Refuses a day in the future and a result before the conclusion."""
    conference = lock_conference(conference_id, actor)
    require(actor, Act.PUBLISH, Scope(conference.commune_id))
    proof = clean_line(posted.proof)
    _check(conference, posted, proof, timezone.localdate(at))
    row, is_new = Posting.objects.get_or_create(
        conference=conference,
        what=posted.what,
        channel=posted.channel,
        posted_on=posted.posted_on,
        proof=proof,
        defaults={"posted_by": actor.name[:200], "recorded_at": at},
    )
    if is_new:
        record(
            actor, "notice.posted", f"conference:{conference.pk}", chain=conference.commune.slug, at=at,
            what=row.what, channel=row.channel, posted_on=row.posted_on,
        )  # fmt: skip
        _tick_off(conference, Made(posted.what), actor, at)
    return row


def _check(conference: Conference, posted: Posted, proof: str, today: date) -> None:
    if posted.what not in set(Made):
        raise BadInput(_("Chọn nội dung đã công khai: thông báo hay kết quả."), field="what")
    if posted.channel not in set(PostingChannel):
        raise BadInput(_("Chọn cách công khai trong danh sách."), field="channel")
    if posted.posted_on > today:
        raise BadInput(_("Ngày công khai không thể ở sau hôm nay. Ghi ngày đã làm."), field="posted_on")
    if not proof:
        raise BadInput(_("Ghi căn cứ: số công văn, giờ phát, người nhận, nơi dán…"), field="proof")
    if len(proof) > 300:
        raise BadInput(_("Phần căn cứ dài quá 300 chữ cái. Ghi ngắn lại."), field="proof")
    if posted.what == Made.NOTICE and conference.on and posted.posted_on > conference.on:
        raise BadInput(_("Thông báo phải ra trước ngày hội nghị."), field="posted_on")
    if posted.what == Made.RESULT:
        if conference.state not in RESULT_STATES:
            raise NotPossible(_("Xác nhận kết luận trước rồi mới công khai kết quả."), state=conference.state)
        if conference.on and posted.posted_on < conference.on:
            raise BadInput(_("Kết quả chỉ công khai được từ ngày hội nghị trở đi."), field="posted_on")


def _tick_off(conference: Conference, what: Made, actor: Actor, at: datetime) -> None:
    first: dict[PostingChannel, date] = {}
    for row in Posting.objects.filter(conference=conference, what=what.value).order_by("posted_on"):
        first.setdefault(PostingChannel(row.channel), row.posted_on)
    for duty in duties_done(what, first):
        text = ", ".join(sorted(_CHANNELS_OF[duty] & set(first)))
        proof = Proof(done_on=_done_on(duty, first), text=text)
        fulfil_by_event(conference_id=conference.pk, duty=duty, proof=proof, actor=actor, at=at)


_CHANNELS_OF: dict[Duty, frozenset[PostingChannel]] = {
    Duty.ISSUE_NOTICE: NOTICE_MEDIA,
    Duty.BROADCAST: NOTICE_MEDIA,
    Duty.SEND_INVITATIONS: frozenset({PostingChannel.INVITATION}),
    Duty.PUBLISH_RESULT: frozenset(RESULT_CHANNELS),
}


def _done_on(duty: Duty, first: dict[PostingChannel, date]) -> date:
    """One medium is enough for a notice, so its first day counts; a result is out when the last channel has it."""
    days = [day for channel, day in first.items() if channel in _CHANNELS_OF[duty]]
    return max(days) if duty is Duty.PUBLISH_RESULT else min(days)
