"""Our words in the reader's language, kept once found: a list of twenty lines says a hundred of them, mostly the same.

For pages that many ask for; elsewhere Django's own gettext serves as well. No words of ours stand here.
"""

from functools import lru_cache

from django.utils import translation


def gettext(text: str) -> str:
    """The same as Django's, which looks through every catalogue again each time. Only for words of our own."""
    return _kept(translation.get_language(), text)


@lru_cache(8192)
def _kept(_language: str | None, text: str) -> str:
    return translation.gettext(text)
