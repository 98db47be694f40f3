"""Words made to be taken elsewhere, with how long they are and whether that is too long: loudspeaker, Zalo, message."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from doithoai.domain.papers.spoken import WORDS_A_MINUTE, words_in

MESSAGE_LETTERS = 300


@dataclass(frozen=True)
class CopyBox:
    """What ``ui.copy_box`` draws; ``id`` is unique on its page."""

    id: str
    title: str
    text: str
    length_words: str
    is_over: bool


def loudspeaker_box(text: str, *, box_id: str = "loudspeaker") -> CopyBox:
    """One minute of reading: at most 180 syllables."""
    count = words_in(text)
    said = _("%(count)s tiếng, nhiều nhất %(limit)s (một phút đọc)") % {"count": count, "limit": WORDS_A_MINUTE}
    return CopyBox(box_id, _("Bài đọc trên loa"), text, said, count > WORDS_A_MINUTE)


def message_box(text: str, *, box_id: str = "message") -> CopyBox:
    """A Zalo post or a message: at most 300 letters, signs and spaces."""
    count = len(text)
    said = _("%(count)s chữ cái, nhiều nhất %(limit)s") % {"count": count, "limit": MESSAGE_LETTERS}
    return CopyBox(box_id, _("Tin nhắn, Zalo"), text, said, count > MESSAGE_LETTERS)
