"""What must be made known and by which channels. Law 72/2025/QH15 Art. 43: media, posted at the seat, village heads."""

from collections.abc import Iterable
from enum import StrEnum

from doithoai.domain.duties import Duty
from doithoai.domain.opinions import Nature, OpinionState


class Made(StrEnum):
    """What was made known."""

    NOTICE = "notice"
    RESULT = "result"


class PostingChannel(StrEnum):
    MEDIA = "media"
    LOUDSPEAKER = "loudspeaker"
    HEADQUARTERS = "headquarters"
    VILLAGE_HEADS = "village_heads"
    PORTAL = "portal"
    INVITATION = "invitation"


NOTICE_MEDIA = frozenset({PostingChannel.MEDIA, PostingChannel.LOUDSPEAKER})
RESULT_CHANNELS = (PostingChannel.MEDIA, PostingChannel.HEADQUARTERS, PostingChannel.VILLAGE_HEADS)


class WithdrawReason(StrEnum):
    """Why something public was withdrawn: a closed list, so that no reason can repeat what had to go."""

    IDENTITY = "identity"
    MISTAKE = "mistake"
    ASKED = "asked"
    ORDER = "order"


class PublicStatus(StrEnum):
    """The four plain states that a citizen reads."""

    RECEIVED = "received"
    IN_HAND = "in_hand"
    ANSWERED = "answered"
    PASSED_UP = "passed_up"


_S = OpinionState
_PUBLIC_STATUS: dict[OpinionState, PublicStatus] = {
    _S.RECEIVED: PublicStatus.RECEIVED,
    _S.SORTED: PublicStatus.RECEIVED,
    _S.ASSIGNED: PublicStatus.IN_HAND,
    _S.AWAITING_ANSWER: PublicStatus.IN_HAND,
    _S.ANSWERED: PublicStatus.ANSWERED,
    _S.TRANSFERRED: PublicStatus.PASSED_UP,
    _S.TAKEN_APART: PublicStatus.RECEIVED,
}


HELD_BACK_WORDS: dict[str, str] = {
    "nature": "Chỉ công khai việc chung. Ý kiến này đang xếp là việc riêng, ngoài nội dung hoặc khiếu nại.",
    "apart": "Ý kiến này đã tách khỏi đối thoại nên không công khai.",
    "unchecked": "Chưa có người kiểm tra nội dung công khai của ý kiến này. Kiểm tra rồi công khai sau.",
    "identity": "Nội dung công khai còn lộ người nói. Sửa và kiểm tra lại rồi công khai sau.",
    "withdrawn": "Ý kiến này đã rút khỏi trang công khai. Muốn đăng lại thì công khai riêng ý kiến này.",
}


def public_status(state: OpinionState) -> PublicStatus:
    """The plain state that a citizen reads. What was taken apart is received; its own line says what follows."""
    return _PUBLIC_STATUS[state]


def missing_channels(what: Made, done: Iterable[PostingChannel]) -> tuple[PostingChannel, ...]:
    """Channels still owed. The notice owes the media (a loudspeaker counts); the result owes all three of Art. 43."""
    used = set(done)
    if what is Made.NOTICE:
        return () if used & NOTICE_MEDIA else (PostingChannel.MEDIA,)
    return tuple(channel for channel in RESULT_CHANNELS if channel not in used)


def may_be_public(*, nature: Nature, state: OpinionState, text: str, is_checked: bool) -> bool:
    """Whether a question may stand on public pages: common, not taken apart, its public text checked by a person."""
    return nature is Nature.COMMON and state is not OpinionState.TAKEN_APART and bool(text.strip()) and is_checked


def duties_done(what: Made, done: Iterable[PostingChannel]) -> tuple[Duty, ...]:
    """Duties of the ledger that postings by these channels fulfil."""
    used = set(done)
    if what is Made.RESULT:
        return () if missing_channels(what, used) else (Duty.PUBLISH_RESULT,)
    fulfilled = []
    if used & NOTICE_MEDIA:
        fulfilled += [Duty.ISSUE_NOTICE, Duty.BROADCAST]
    if PostingChannel.INVITATION in used:
        fulfilled.append(Duty.SEND_INVITATIONS)
    return tuple(fulfilled)
