"""Addresses of named pages, kept once found: a list of twenty lines asks for the same shapes again and again.

An address depends on its name and its parts alone, never on the visitor. No page is named here.
"""

from functools import lru_cache

from django.core.files.storage import storages
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.templatetags.static import static
from django.urls import reverse

KEPT = 8192
ROOTS = ("ROOT_URLCONF", "FORCE_SCRIPT_NAME")


@lru_cache(KEPT)
def address_of(name: str, *parts: object) -> str:
    """The address of a named page; raises NoReverseMatch where this installation has no such page."""
    return reverse(name, args=parts or None)


@receiver(setting_changed)
def forget_addresses(*, setting: str, **_others: object) -> None:
    """A test that serves other pages gets their addresses; a running server never changes its settings."""
    if setting in ROOTS:
        address_of.cache_clear()


def static_address_of(path: str) -> str:
    """The address of a style sheet, font or script, with its hash where the built folder is served."""
    return _static(storages["staticfiles"], path)


@lru_cache(512)
def _static(_storage: object, path: str) -> str:
    return static(path)
