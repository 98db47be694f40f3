"""Everything that the demo's pages say to eye and ear, in one language: every page, every refusal of a form, the citizen's way.

Not here: which of it is in the wrong language (`test_languages.py`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve, reverse

from doithoai.domain.roles import Role
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Post, User
from doithoai.web.portal.limits import WATCH
from tests.journeys.pressing import bodies, forms_in

SPOKEN_ATTRIBUTES = frozenset(
    {
        "title",
        "aria-label",
        "aria-description",
        "aria-roledescription",
        "aria-valuetext",
        "placeholder",
        "alt",
        "label",
        "data-label",
    }
)
BUTTONS = frozenset({"submit", "button", "reset"})
FIRST_PAGES = (
    "/", "/dang-nhap/", "/doi-mat-khau/", "/tim/?q=duong", "/tim/?tim=khongcogi", "/khong-co-trang-nay/",
    "/vi-sao-ngay-nay/?ngay=2025-11-20&so=15&don_vi=working_day&huong=after", "/vi-sao-ngay-nay/?ngay=x&so=x",
)  # fmt: skip
WAYS = frozenset({"emptied", "chosen", "long"})
"""How forms are filled in: each kind of refusal is drawn by one of these."""
LEFT_ALONE = ("/dang-xuat/", "/ngon-ngu/")
OPINION = "Đường qua thôn hỏng, bao giờ sửa?"


class Spoken(HTMLParser):
    """What a page says, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        self.silent += tag in {"script", "style"}
        if tag == "a":
            self.links.append(own.get("href", ""))
        spoken = [own[name] for name in own if name in SPOKEN_ATTRIBUTES]
        if tag == "input" and own.get("type") in BUTTONS:
            spoken.append(own.get("value", ""))
        if tag == "meta" and own.get("name") == "description":
            spoken.append(own.get("content", ""))
        self.said += [words for words in spoken if words.strip()]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.said.append(" ".join(data.split()))


@dataclass
class Ear:
    """Hears pages of one language. `said` has all words with the routes that say them, `pressed` the forms sent."""

    language: str
    said: dict[str, set[str]] = field(default_factory=dict)
    seen: set[tuple[str, ...]] = field(default_factory=set)
    pressed: set[tuple[str, ...]] = field(default_factory=set)

    def hear(self, response: HttpResponse, place: str) -> list[str]:
        """Note what a page says; its links come back."""
        if not response.get("Content-Type", "").startswith("text/html"):
            return []
        page = Spoken()
        page.feed(response.content.decode())
        for words in page.said:
            self.said.setdefault(words, set()).add(place)
        return page.links

    def walk(self, client: Client, role: str) -> None:
        """Follow every link from the first pages on, and send every form on the way in ways that are refused."""
        waiting = list(FIRST_PAGES)
        while waiting:
            address = waiting.pop(0)
            place = place_of(address, role)
            if place is None or place in self.seen:
                continue
            self.seen.add(place)
            response = client.get(address, follow=True)
            links = self.hear(response, place[0])
            base = urlsplit(address).path
            waiting += [base + link if link.startswith("?") else link.split("#")[0] for link in links]
            if links:
                self.press(client, base, place, response.content.decode())

    def press(self, client: Client, base: str, place: tuple[str, ...], html: str) -> None:
        """Send each kind of form once; what it changed is taken back."""
        for form in forms_in(html):
            action = form.action or base
            shape = (
                place[0],
                re.sub(r"\d+", "", urlsplit(action).path).removeprefix(re.sub(r"\d+", "", base)),
                *sorted({name for name, _ in form.fields}),
            )
            if shape in self.pressed or action.startswith(LEFT_ALONE):
                continue
            self.pressed.add(shape)
            for way, body in bodies(form, {}):
                response = sent(client, action, body) if way in WAYS else None
                # What was taken leads on to a record made of the odd words: nothing of ours.
                if response is not None and not response.redirect_chain:
                    self.hear(response, f"{place[0]} ({way})")

    def go_the_citizens_way(self, client: Client, slug: str) -> None:
        """The pages that only answer a form: sending an opinion to its slip, and asking by code."""
        for name, steps in (("send", sending()), ("status", asking())):
            for step in steps:
                body = "&".join(f"{key}={value}" for key, value in step.items()).encode()
                self.hear(sent(client, reverse(f"portal:{name}", args=[slug]), body), f"{name} {step}")


def sent(client: Client, address: str, body: bytes) -> HttpResponse:
    """The answer to a form, with everything taken back that it changed."""
    own = Client(raise_request_exception=False)
    own.cookies = client.cookies.copy()
    WATCH.day = None
    with transaction.atomic():
        response = own.post(address, body, content_type="application/x-www-form-urlencoded", follow=True)
        transaction.set_rollback(True)
    assert response.status_code < 500, (address, body)
    return response


def sending() -> Iterator[dict[str, str]]:
    """Every page of the way, and every refusal on it."""
    for said in ("to-cao", "khieu-nai", "y-kien", ""):
        yield {"trang": "hoi", "tra_loi": said}
    for words in ("", "x" * 10_001, "Ông ấy tham ô.", OPINION):
        yield {"trang": "viet", "words": words}
    yield {"trang": "viet", "words": OPINION, "de_trong": "x"}
    for typed in ({"wants_letter": "on"}, {"wants_letter": "on", "name": "A"}, {"name": "A" * 300, "village": "x"}, {}):
        yield {"trang": "tra-loi", "words": OPINION, **typed}
    for village in ("0", "x", ""):
        yield {"trang": "noi", "words": OPINION, "village": village}
    for words in (OPINION, ""):
        yield {"trang": "xem", "di": "gui", "words": words}


def asking() -> Iterator[dict[str, str]]:
    """Codes of every kind: mistyped, unknown, and one of each state there is."""
    for code in ("", "abc", "1234", "1234567812345678", "9" * 70, "4539578763621486"):
        yield {"ma": code}
    for state in sorted({*Opinion.objects.values_list("state", flat=True)}):
        for opinion in Opinion.objects.filter(state=state).order_by("pk"):
            yield {"ma": opinion.code}


def everything_said(language: str) -> dict[str, set[str]]:
    """All words said to anybody, with the routes that say them: each page once for each role and commune."""
    ear = Ear(language)
    for role, visitor in visitors():
        client = Client(raise_request_exception=False)
        client.cookies["django_language"] = language
        if visitor:
            client.force_login(visitor)
        ear.walk(client, role)
        if visitor is None:
            for commune in Commune.objects.order_by("pk")[:1]:
                ear.go_the_citizens_way(client, commune.slug)
    assert len(ear.pressed) > 30
    return ear.said


def place_of(address: str, role: str) -> tuple[str, ...] | None:
    """Route, commune, names of the query and role: pages alike in all are read once. None for what is no page.

    Public pages and single opinions, answers and papers say the same to every role that may see them.
    """
    parts = urlsplit(address)
    if not address.startswith("/") or parts.path.startswith(("/ngon-ngu/", "/dang-xuat/", "/static/")):
        return None
    if parts.path == "/khong-co-trang-nay/":
        return parts.path, ""
    match = resolve(parts.path)
    asked = sorted(re.findall(r"(?:^|&)(\w+)=", parts.query))
    is_alike = match.app_name == "portal" or len(match.kwargs) > 1
    return match.route, str(match.kwargs.get("slug", "")), "&".join(asked), "" if is_alike else role


def visitors() -> Iterable[tuple[str, User | None]]:
    """Nobody, and somebody of each role in each commune."""
    posts = {(post.role, post.commune_id): post.user for post in Post.objects.select_related("user").order_by("pk")}
    assert {role for role, _ in posts} == {role.value for role in Role}
    return [("", None), *((role, user) for (role, _), user in posts.items())]
