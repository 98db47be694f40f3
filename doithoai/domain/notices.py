"""What must be made known and by which channels. Law 72/2025/QH15 Art. 43: media, posted at the seat, village heads."""

from enum import StrEnum


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


RESULT_CHANNELS = (PostingChannel.MEDIA, PostingChannel.HEADQUARTERS, PostingChannel.VILLAGE_HEADS)


class PublicStatus(StrEnum):
    """The four plain states that a citizen reads."""

    RECEIVED = "received"
    IN_HAND = "in_hand"
    ANSWERED = "answered"
    PASSED_UP = "passed_up"
