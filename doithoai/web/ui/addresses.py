"""Addresses of named pages, kept once found: a list of twenty lines asks for the same shapes again and again.

An address depends on its name and its parts alone, never on the visitor. No page is named here.
"""

from functools import lru_cache

from django.conf import settings
from django.core.files.storage import storages
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse

KEPT = 8192


def address_of(name: str, *parts: object) -> str:
    """The address of a named page; raises NoReverseMatch where this installation has no such page."""
    return _found(settings.ROOT_URLCONF, get_script_prefix(), name, parts)


@lru_cache(KEPT)
def _found(urlconf: str, _prefix: str, name: str, parts: tuple[object, ...]) -> str:
    return reverse(name, urlconf, args=parts or None)


def static_address_of(path: str) -> str:
    """The address of a style sheet, font or script, with its hash where the built folder is served."""
    return _static(storages["staticfiles"], path)


@lru_cache(512)
def _static(_storage: object, path: str) -> str:
    return static(path)
