"""Finds the pages that links lead a visitor to, one of each make. Not here: pages that only a form leads to (`ways.py`)."""

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.urls import Resolver404, resolve

from tests.look.visitors import ANYONE, Visitor

# Of pages of one address pattern so many are opened to see whether they differ; a list holds early, late and done ones.
SAME_PATTERN = 4
SKIPPED = frozenset({"ui:language", "ui:gallery"})
CONTROLS = frozenset({"input", "select", "textarea", "button"})
PARTS = frozenset({"table", "details", "dl", "ol", "figure", "fieldset", "h2", "h3"})
TYPED = frozenset({"input", "textarea"})
GALLERY = "/giao-dien/"


@dataclass(frozen=True)
class Found:
    """One page. Pages of the same `make` have the same pattern of address and the same controls and parts in their middle."""

    address: str
    view: str
    make: tuple[object, ...]
    has_fields: bool


class Middle(HTMLParser):
    """What stands in the middle of a page, how often does not matter; and every link of the whole page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.is_inside = address, False
        self.seen: set[tuple[str, ...]] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in pairs}
        self.is_inside = self.is_inside or tag == "main"
        if tag == "a" and given.get("href", "#")[0] != "#":
            self.links.append(urljoin(self.address, given["href"].partition("#")[0]))
            if self.is_inside:
                self.seen.add(("a", *pattern_of(self.links[-1])))
        elif self.is_inside and tag in CONTROLS:
            self.seen.add((tag, given.get("type", ""), re.sub(r"\d+", "", given.get("name", ""))))
        elif self.is_inside and tag in PARTS:
            self.seen.add((tag, given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag != "main"


def pattern_of(address: str) -> tuple[str, ...]:
    """The view's name and the words asked with it; nothing for an address that is not ours."""
    parts = urlsplit(address)
    try:
        view = resolve(parts.path).view_name
    except Resolver404:
        return ()
    return (view, *sorted({key for key, _ in parse_qsl(parts.query)}))


def pages_of(visitor: Visitor, known: set[object]) -> list[Found]:
    """Every make of page that is not yet `known`, which it then is; the first page always, since its menu is the role's own."""
    found, seen, opened = [], set(), Counter()
    waiting = [visitor.home]
    if visitor.name == ANYONE:
        waiting += [f"{GALLERY}?khung={layout}" for layout in ("citizen", "staff", "hall", "sheet", "projector")]
    while waiting:
        address = waiting.pop(0)
        pattern = pattern_of(address)
        is_gallery = address.startswith(GALLERY)
        if address in seen or not pattern or opened[pattern] >= (9 if is_gallery else SAME_PATTERN):
            continue
        seen.add(address)
        if pattern[0] in SKIPPED and not is_gallery:
            continue
        opened[pattern] += 1
        answer = visitor.context.request.get(address)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        middle = Middle(address)
        middle.feed(answer.text())
        make = (visitor.name, address) if address == visitor.home or is_gallery else (pattern, frozenset(middle.seen))
        if make not in known:
            known.add(make)
            found.append(Found(address, pattern[0], make, any(one[0] in TYPED for one in middle.seen)))
        if not is_gallery:
            waiting += middle.links
    return found
