"""English is whole and English alone; Vietnamese is free of English. The catalogues, then every page of the demo."""

import importlib
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from babel.messages import pofile
from django import forms
from django.apps import apps
from django.core import validators
from django.forms.formsets import BaseFormSet
from django.test import Client
from django.urls import resolve
from django.utils import translation
from django.utils.translation import trans_real

from doithoai.cli.demo import load
from doithoai.domain.answers import Incomplete, check_signing
from doithoai.domain.roles import Role
from doithoai.stages.people.models import Post, User
from doithoai.web.ui.words import authority_line, commune_title

HOUSE = Path(__file__).resolve().parents[3]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
OWN_NAMES = ("QĐ-TTg", "Tết", "“đường” (road)", "“nước” (water)", "“mương”", "“kênh” (canal)")
ENGLISH = re.compile(
    r"\b(?:the|and|of|is|are|this|that|with|your|you|not|please|enter|valid|required|error|submit|save|send|search"
    r"|select|choose|date|none|true|false|null|undefined|object|days?|login|password|username|file|upload|notice"
    r"|answers?|opinions?|village|commune|email|update|delete|edit|overdue|due|done|page|next|previous)\b",
    re.IGNORECASE,
)
HEAD = 16
"""So many letters of a stored text are enough to know it by, where a page shows only its beginning."""
KEYS = re.compile(r"Ctrl \+ P|Ctrl\+Enter|Enter")


@pytest.fixture(scope="module")
def messages() -> Iterator[object]:
    """The tool, run as the Makefile runs it: from its own folder. Both catalogues are compiled afterwards."""
    sys.path.insert(0, str(HOUSE / "tools"))
    tool = importlib.import_module("messages")
    tool.compile_all()
    trans_real._translations.clear()
    yield tool
    sys.path.remove(str(HOUSE / "tools"))


@pytest.fixture(scope="module")
def vietnamese(messages) -> re.Pattern[str]:
    return importlib.import_module("shown_words").VIETNAMESE


@pytest.fixture(scope="module")
def english() -> dict[str, tuple[str, str]]:
    """Vietnamese words to the last form of themselves and of their English."""
    with (HOUSE / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        known = [message for message in pofile.read_po(file, locale="en") if message.id]
    return {first(message.id): (last(message.id), last(message.string)) for message in known}


def first(words: str | Iterable[str]) -> str:
    return words if isinstance(words, str) else next(iter(words))


def last(words: str | Iterable[str]) -> str:
    return words if isinstance(words, str) else list(words)[-1]


def test_every_word_of_the_sources_has_english(messages, english):
    words = {first(message.id) for message in messages._words() if message.id}

    assert sorted(word for word in words if not english.get(word, ("", ""))[1]) == []


def test_english_holds_no_word_that_the_sources_no_longer_say(messages, english):
    words = {first(message.id) for message in messages._words() if message.id}

    assert sorted(english.keys() - words) == []


def test_placeholders_stay_when_words_are_translated(english):
    changed = [
        said
        for said, told in english.values()
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(told))
    ]

    assert changed == []


def test_english_holds_no_vietnamese_except_names_and_examples(english, vietnamese):
    left = [told for _, told in english.values() if vietnamese.search(without(told, OWN_NAMES))]

    assert left == []


def test_templates_never_pass_the_words_of_a_record_through_the_mark():
    templates = sorted(HOUSE.glob("doithoai/web/*/templates/**/*.html"))

    assert [path.name for path in templates if re.search(r"\b_\(\s*[a-z]", path.read_text(encoding="utf-8"))] == []
    assert templates


def test_gathering_finds_marked_named_and_worded_strings_and_no_docstring(messages, tmp_path):
    source = tmp_path / "doithoai/domain/mau.py"
    source.parent.mkdir(parents=True)
    source.write_text(
        '"""Lời đầu tệp."""\n'
        "from django.utils.translation import gettext as noi\n"
        'NAMES = {"a": "Tên gọi"}\n'
        "def go(translate):\n"
        '    """Lời của hàm."""\n'
        '    khac = "Chữ thường"\n'
        '    raise NotPossible("Không được: %(vi_sao)s.", values={})\n'
        '    return noi("Đã dịch"), translate("Qua tham số")\n'
    )

    found = {shown.words for shown in importlib.import_module("shown_words").shown_in(source, tmp_path)}

    assert found == {"Tên gọi", "Không được: %(vi_sao)s.", "Đã dịch", "Qua tham số"}


def test_forms_say_nothing_in_english_to_a_reader_of_vietnamese(messages, vietnamese):
    kinds = [BaseFormSet, forms.Field, *descendants(forms.Field)]
    with translation.override("vi"):
        said = [str(words) for kind in kinds for words in kind.default_error_messages.values() if not counts(words)]
        said += [str(validators.ProhibitNullCharactersValidator.message), str(validators.MinValueValidator.message)]
        counted = [
            str(words % {"limit_value": 3, "show_value": 9, "max": 3, "length": 9, "num": 3})
            for words in (
                validators.MaxLengthValidator.message,
                validators.MinLengthValidator.message,
                forms.FileField.default_error_messages["max_length"],
                *(BaseFormSet.default_error_messages[code] for code in ("too_many_forms", "too_few_forms")),
            )
        ]

    assert [words for words in said + counted if not vietnamese.search(words)] == []
    assert len(said) > 20


def descendants(kind: type) -> Iterator[type]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("django."):
            yield below
            yield from descendants(below)


def counts(words: object) -> bool:
    """Whether a lazy text needs a number before it can be said."""
    return hasattr(words, "_translate")


@pytest.mark.usefixtures("messages")
def test_refusal_of_the_domain_is_told_in_the_readers_language_with_its_values():
    with pytest.raises(Incomplete) as refusal:
        check_signing(due_on=date(2026, 3, 2), signed_on=date(2026, 3, 5), late_reason="")

    with translation.override("en"):
        told = refusal.value.told(translation.gettext)

    assert told == "This document is 3 days late. Say why; the citizen will read the reason."
    assert refusal.value.words == "Văn bản này chậm 3 ngày. Nêu lý do chậm, người dân sẽ đọc lý do này."


@pytest.mark.usefixtures("messages")
def test_commune_is_named_once_with_its_kind_in_english():
    with translation.override("en"):
        named = [commune_title(SimpleNamespace(name=name, kind="commune")) for name in ("Bến Mẫu", "xã Bến Mẫu")]
        line = authority_line(SimpleNamespace(name="Bến Mẫu", kind="ward", province="Minh Họa"))

    assert named == ["Bến Mẫu commune", "Bến Mẫu commune"]
    assert line == "People’s Committee of Bến Mẫu ward, Minh Họa province"


# --- every page of the demo ------------------------------------------------------------------------------------------


class Spoken(HTMLParser):
    """What a page says to eye and ear, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        self.silent += tag in {"script", "style"}
        if tag == "a":
            self.links.append(own.get("href") or "")
        self.said += [own[name] or "" for name in ("title", "aria-label", "placeholder", "alt") if own.get(name)]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.said.append(" ".join(data.split()))


def everything_said(language: str) -> dict[str, set[str]]:
    """All words said to anybody, with the routes that say them: each page once for each role and commune."""
    said: dict[str, set[str]] = {}
    seen: set[tuple[str, ...]] = set()
    for role, visitor in visitors():
        client = Client()
        client.cookies["django_language"] = language
        if visitor:
            client.force_login(visitor)
        walk(client, role, seen, said)
    return said


def walk(client: Client, role: str, seen: set[tuple[str, ...]], said: dict[str, set[str]]) -> None:
    """Follow every link from the first pages on, adding to `seen` and `said`."""
    waiting = ["/", "/dang-nhap/", "/doi-mat-khau/", "/tim/?q=duong", WHY]
    while waiting:
        address = waiting.pop(0)
        place = place_of(address, role)
        if place is None or place in seen:
            continue
        seen.add(place)
        response = client.get(address, follow=True)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        page = Spoken()
        page.feed(response.content.decode())
        for words in page.said:
            said.setdefault(words, set()).add(place[0])
        base = urlsplit(address).path
        waiting += [base + link if link.startswith("?") else link.split("#")[0] for link in page.links]


WHY = "/vi-sao-ngay-nay/?ngay=2025-11-20&so=15&don_vi=working_day&huong=after"


def place_of(address: str, role: str) -> tuple[str, ...] | None:
    """Route, commune, names of the query and role: pages alike in all are read once. None for what is no page.

    Public pages and single opinions, answers and papers say the same to every role that may see them.
    """
    parts = urlsplit(address)
    if not address.startswith("/") or parts.path.startswith(("/ngon-ngu/", "/dang-xuat/", "/static/")):
        return None
    match = resolve(parts.path)
    asked = sorted(re.findall(r"(?:^|&)(\w+)=", parts.query))
    is_alike = match.app_name == "portal" or len(match.kwargs) > 1
    return match.route, str(match.kwargs.get("slug", "")), "&".join(asked), "" if is_alike else role


def visitors() -> list[tuple[str, User | None]]:
    """Nobody, and somebody of each role in each commune."""
    posts = {(post.role, post.commune_id): post.user for post in Post.objects.select_related("user").order_by("pk")}
    assert {role for role, _ in posts} == {role.value for role in Role}
    return [("", None), *((role, user) for (role, _), user in posts.items())]


def stored_words() -> dict[str, None]:
    """What the record and the rule books hold, as people and plans wrote it: the longest first."""
    found: set[str] = set()
    for model in apps.get_models():
        for row in model._default_manager.values():
            found |= set(strings_in(row))
    for path in HOUSE.glob("rulebooks/**/*.toml"):
        found |= set(strings_in(tomllib.loads(path.read_text(encoding="utf-8"))))
    lines = {" ".join(line.split()) for text in found for line in [text, *re.split(r"\n|; |, |(?<=[.:?]) ", text)]}
    return dict.fromkeys(
        sorted((line.casefold() for line in lines if len(line) > 1), key=lambda line: (-len(line), line))
    )


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_in(part)


def without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def ours(text: str, stored: dict[str, None], vietnamese: re.Pattern[str]) -> str:
    """The text without what is stored, whole or cut short after its first words; empty once nothing Vietnamese is left."""
    left = text.casefold()
    if left in stored or not vietnamese.search(left):
        return ""
    kept = [line for line in (*stored, *(name.casefold() for name in OWN_NAMES)) if line[:HEAD] in left]
    cut, at = "", 0
    while at < len(left):
        begins = at == 0 or not left[at - 1].isalnum()
        alike = [len(common(left[at:], line)) for line in kept if begins and left.startswith(line[:HEAD], at)]
        cut += "" if alike else left[at]
        at += max(alike, default=1)
    return cut if vietnamese.search(cut) else ""


def common(one: str, other: str) -> list[tuple[str, str]]:
    return list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@pytest.mark.django_db
@pytest.mark.usefixtures("messages")
def test_every_page_of_the_demo_speaks_the_readers_language_alone(english, vietnamese):
    load()
    stored = stored_words()
    known = {words.casefold() for words, (_, told) in english.items() if vietnamese.search(words)}

    said, in_vietnamese = everything_said("en"), everything_said("vi")

    said.pop("Tiếng Việt")
    left = {words: min(places) for words, places in said.items() if ours(words, stored, vietnamese)}
    untold = {w: min(p) for w, p in said.items() if w.casefold() in known and w.casefold() not in stored}
    foreign = {w: min(p) for w, p in in_vietnamese.items() if ENGLISH.search(KEYS.sub("", w))}
    assert (left, untold, foreign) == ({}, {}, {})
    assert len({place for places in said.values() for place in places}) > 40
