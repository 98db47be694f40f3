"""What people wrote in Vietnamese is marked as Vietnamese on every English page, so that it is spoken as such (WCAG 3.1.2)."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import resolve, reverse
from django.utils import translation

from doithoai.cli.demo import load
from doithoai.domain.roles import Role
from doithoai.stages.answers.models import Answer, Extension, Transfer
from doithoai.stages.conference.models import Conclusion, Disposition
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.oversight.models import SupervisionNote
from doithoai.stages.people.models import Unit
from doithoai.stages.plans.models import Conference
from doithoai.web.ui.stored import stored, with_stored
from tests.web.ui.said import asking, place_of, sent, visitors

SENTENCES = {
    Opinion: ("original_words", "summary", "public_text", "public_answer", "answered_before"),
    Answer: ("text", "public_text", "late_reason", "promise_proof"),
    Extension: ("reason",),
    Disposition: ("said", "public_text", "reason"),
    Transfer: ("reason", "reply"),
    Conclusion: ("remarks",),
    Conference: ("title",),
    PublicDialogue: ("title",),
    PublicQuestion: ("question", "answer", "extension_reason"),
    SupervisionNote: ("words",),
}
"""What is written in whole sentences; names of people, places and offices stay as they are in any language."""
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
NOT_READ = frozenset({"script", "style", "title", "textarea", "option"})
HEAD = 20
"""So many letters are enough to know a text by, where a page shows only its beginning."""
PLACES = ("portal", "watch")
READERS = frozenset({"", Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL, Role.POLICE})


class Spoken(HTMLParser):
    """The texts of a page, each with the language of the nearest element that names one."""

    def __init__(self) -> None:
        super().__init__()
        self.within: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        if tag == "a":
            self.links.append(own.get("href") or "")
        if tag not in VOID:
            self.within.append((tag, own.get("lang") or (self.within[-1][1] if self.within else "")))

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.within and not {name for name, _ in self.within} & NOT_READ:
            self.texts.append((" ".join(data.split()), self.within[-1][1]))


def sentences() -> frozenset[str]:
    """Beginnings of everything that was written."""
    found = set()
    for model, fields in SENTENCES.items():
        for row in model._default_manager.values_list(*fields):
            lines = (line for text in row for line in text.split("\n"))
            found |= {" ".join(line.split()).casefold()[:HEAD] for line in lines}
    names = {name.casefold()[:HEAD] for name in Unit.objects.values_list("name", flat=True)}
    return frozenset(head for head in found - names if len(head) == HEAD)


def unmarked(html: str, heads: frozenset[str]) -> list[str]:
    page = Spoken()
    page.feed(html)
    return [text for text, lang in page.texts if lang != "vi" and any(head in text.casefold() for head in heads)]


def crawl(client: Client, role: str, start: list[str]) -> Iterator[tuple[str, str]]:
    """Every page of these places that links lead to, once for each address without what is asked of it."""
    waiting, seen = list(start), set()
    while waiting:
        address = waiting.pop(0)
        place = place_of(address, role)
        if place is None or (place, urlsplit(address).path) in seen or not is_read(address):
            continue
        seen.add((place, urlsplit(address).path))
        html = client.get(address, follow=True).content.decode()
        yield address, html
        page, base = Spoken(), urlsplit(address).path
        page.feed(html)
        waiting += [base + link if link.startswith("?") else link.split("#")[0] for link in page.links]


def is_read(address: str) -> bool:
    match = resolve(urlsplit(address).path)
    return match.app_name in PLACES


@pytest.mark.django_db
def test_what_people_wrote_is_marked_as_vietnamese_on_english_pages():
    load()
    heads, left, read = sentences(), {}, 0
    for role, visitor in visitors():
        if role not in READERS:
            continue
        client = Client()
        client.cookies["django_language"] = "en"
        slug = Opinion.objects.earliest("pk").commune.slug
        start = ["/", f"/{slug}/tim/?chu_de=roads"]
        if visitor:
            client.force_login(visitor)
            slug = visitor.posts.get().commune.slug if visitor.posts.get().commune else slug
            start = [reverse("watch:home", args=[slug])]
        for address, html in crawl(client, role, start):
            read += 1
            left |= {f"{address}: {text}": role for text in unmarked(html, heads)}
        if not visitor:
            for step in asking():
                body = "&".join(f"{key}={value}" for key, value in step.items()).encode()
                html = sent(client, reverse("portal:status"), body).content.decode()
                left |= {f"{step}: {text}": role for text in unmarked(html, heads)}

    assert "\n".join(sorted(left)) == ""
    assert read > 100
    assert len(heads) > 40


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<html lang=en><p>Đường thôn hỏng từ mùa mưa.</p>", ["Đường thôn hỏng từ mùa mưa."]),
        ("<html lang=en><p lang=vi>Đường <b>thôn</b><br>hỏng từ mùa mưa.</p>", []),
        ("<html lang=en><p>Said: <i lang=vi>Đường thôn hỏng từ mùa mưa.</i></p>", []),
        ("<html lang=en><p lang=vi>Xã</p><p>It said “Đường thôn hỏng từ mùa mưa.”</p>", ["It said “Đường thôn hỏng từ mùa mưa.”"]),
    ],
)  # fmt: skip
def test_sentence_is_found_only_outside_an_element_of_its_language(html, left):
    assert unmarked(html, frozenset({"đường thôn hỏng từ mùa mưa."[:HEAD]})) == left


@pytest.mark.parametrize(("language", "shown"), [("vi", "Xã <b>sửa"), ("en", '<span lang="vi">Xã &lt;b&gt;sửa</span>')])
def test_stored_words_are_marked_only_where_the_page_is_in_another_language(language, shown):
    with translation.override(language):
        assert str(stored("Xã <b>sửa")) == shown
        assert stored("") == ""


@pytest.mark.parametrize(
    ("language", "shown"),
    [("vi", "Lý do: chờ < tỉnh (2)"), ("en", 'Lý do: <span lang="vi">chờ &lt; tỉnh</span> (2)')],
)
def test_what_people_wrote_is_marked_within_a_sentence_of_ours(language, shown):
    with translation.override(language):
        assert str(with_stored("Lý do: %(why)s (%(n)s)", {"why": "chờ < tỉnh"}, n=2)) == shown
