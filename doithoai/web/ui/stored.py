"""Words that people wrote, on a page of another language: marked as the Vietnamese they are (WCAG 3.1.2).

A reader that speaks the page aloud then reads them with a Vietnamese voice. Our own words are translated, not marked.
"""

from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.translation import get_language
from markupsafe import escape


def stored(words: object) -> str:
    """The words as they are on a Vietnamese page; elsewhere in an element of their own language.

    The last thing done to a text, and never for an attribute or a title: the outcome may be markup.
    """
    if not words or (get_language() or "vi").startswith("vi"):
        return str(words or "")
    return format_html('<span lang="vi">{}</span>', words)


def with_stored(said: str, written: Mapping[str, object], **ours: object) -> str:
    """Our sentence, already in the reader's language, with what people wrote in it marked; `ours` are its other values."""
    marked = {name: stored(words) for name, words in written.items()}
    if not any(hasattr(words, "__html__") for words in marked.values()):
        return said % (marked | ours)
    return escape(said) % (marked | ours)
