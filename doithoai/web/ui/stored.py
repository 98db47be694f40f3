"""Words that people wrote, on a page of another language: marked as the Vietnamese they are (WCAG 3.1.2).

A reader that speaks the page aloud then reads them with a Vietnamese voice. Our own words are translated, not marked.
"""

from django.utils.html import format_html
from django.utils.translation import get_language


def stored(words: object) -> object:
    """The words as they are on a Vietnamese page; elsewhere in an element of their own language.

    The last filter of a text, and never for an attribute or a title: the outcome may be markup.
    """
    if not words or (get_language() or "vi").startswith("vi"):
        return words
    return format_html('<span lang="vi">{}</span>', words)
