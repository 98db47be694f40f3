"""Every page that a link leads to, asked by everybody of the demo: none breaks, none refuses, none leaks, none loads from elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from doithoai.cli.demo import load
from doithoai.stages.people.models import User

LINK = re.compile(r"<(?:a|link|script|img|source|iframe)\b[^>]*?\b(?:href|src)=\"([^\"#]+)")
OF_ONE_PATTERN = 8
"""Of pages that differ only in numbers so many are opened: a list of opinions has hundreds, and early, late and done among the first."""
MOST_QUERIES = 40
STAFF = ("/ban-lam-viec/", "/hoi-truong/", "/giam-sat/", "/api/")
ELSEWHERE = ("/static/", "mailto:", "tel:", "data:")


@dataclass
class Walk:
    """One visitor's way through all pages that links lead to."""

    visitor: User | None
    seen: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def run(self) -> list[str]:
        client = Client(raise_request_exception=False)
        if self.visitor:
            client.force_login(self.visitor)
        waiting = [("start", "/")]
        if self.visitor:
            waiting.append(("start", client.get("/dang-nhap/")["Location"]))
        patterns: Counter[str] = Counter()
        while waiting:
            origin, address = waiting.pop(0)
            pattern = self._pattern_of(address)
            if address not in self.seen and patterns[pattern] < OF_ONE_PATTERN:
                self.seen.add(address)
                patterns[pattern] += 1
                waiting += [(address, link) for link in self._visit(client, origin, address)]
        return self.faults

    def _pattern_of(self, address: str) -> str:
        """The address without numbers; for an official also without the commune where a page is everybody's."""
        bare = re.sub(r"\d+", "0", address)
        return re.sub(r"^/[\w-]+/", "/xa/", bare) if self.visitor and not bare.startswith(STAFF) else bare

    def _visit(self, client: Client, origin: str, address: str) -> Iterator[str]:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        if response.status_code >= 400:
            self._fault(f"{address} (from {origin}): {response.status_code}")
        if len(queries) > MOST_QUERIES:
            self._fault(f"{address}: {len(queries)} queries")
        if response.status_code in {301, 302}:
            yield response["Location"]
        elif response.get("Content-Type", "").startswith("text/html"):
            text = b"".join(response).decode()
            if self.visitor and "s-maxage" in response["Cache-Control"] and self.visitor.full_name in text:
                self._fault(f"{address}: may be shared, but names the visitor")
            for link in LINK.findall(text):
                yield from self._followed(address, link.replace("&amp;", "&"))

    def _followed(self, address: str, link: str) -> Iterator[str]:
        if "//" in link.split("?", maxsplit=1)[0] and not link.startswith("data:"):
            self._fault(f"{address}: leads elsewhere, {link}")
        elif link.startswith("?"):
            yield address.split("?", maxsplit=1)[0] + link
        elif not link.startswith(ELSEWHERE):
            yield link

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self.visitor.username if self.visitor else 'anyone'}: {words}")


@pytest.mark.django_db
def test_every_page_of_the_demo_answers_everybody_who_is_led_there():
    load()
    first = User.objects.order_by("pk").first().username.split(".")[0]
    busy = (".vanphong", ".chutich", ".kinhte")
    visitors = [
        one for one in User.objects.order_by("pk") if one.username.startswith(first) or one.username.endswith(busy)
    ]
    walks = [Walk(visitor) for visitor in (None, *visitors, User.objects.get(username="quantri"))]

    faults = [fault for walk in walks for fault in walk.run()]

    assert len(visitors) > 15
    assert min(len(walk.seen) for walk in walks) > 20
    assert faults == []
