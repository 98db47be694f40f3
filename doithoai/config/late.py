"""Addresses of an audience that are imported only when one of them is asked for or drawn.

A citizen's first page after a start should not wait for the officials' desk, which is most of the code.
"""

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RoutePattern
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language


class LateResolver(URLResolver):
    """A namespace whose parent needs nothing but its name; what is inside is filled in when somebody looks inside."""

    def _populate(self) -> None:
        """The parent's walk over all addresses: not the moment to import this one."""

    def _fill(self) -> None:
        if get_language() not in self._reverse_dict:
            super()._populate()

    @property
    def reverse_dict(self) -> "MultiValueDict[str, object]":
        """Names in this namespace."""
        self._fill()
        return super().reverse_dict

    @property
    def namespace_dict(self) -> dict[str, tuple[str, URLResolver]]:
        """Namespaces inside this one."""
        self._fill()
        return super().namespace_dict

    @property
    def app_dict(self) -> dict[str, list[str]]:
        """Apps inside this namespace."""
        self._fill()
        return super().app_dict


def late(route: str, module: str, *, name: str) -> URLPattern | URLResolver:
    """Like `path(route, include(module))` for a module whose `app_name` is `name`, but imported late."""
    return LateResolver(RoutePattern(route, is_endpoint=False), module, app_name=name, namespace=name)
