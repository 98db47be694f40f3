"""Every word on a page for citizens is one that people use: no office word, no long sentence, terms of law explained."""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages import extract
from jinja2 import Environment, nodes

from doithoai.config import failures, plain
from doithoai.domain.explanation import SENTENCES, UNIT_WORDS
from doithoai.domain.opinions import TOPICS, Nature, follow_up
from doithoai.domain.plain_words import (
    LONGEST_SENTENCE,
    MOST_SENTENCES,
    PlainPair,
    office_words_in,
    pairs_of,
    sentences_of,
    tieng_of,
)
from doithoai.domain.workdays import WEEKDAY_NAMES
from tests.house.sources import HOUSE, PACKAGE, name

WEB = PACKAGE / "web"
PAGES = (
    *WEB.glob("portal/templates/**/*.html"),
    *(WEB / f"ui/templates/ui/{page}.html" for page in ("base", "citizen", "sign_in")),
    *WEB.glob("ui/templates/ui/parts/*.html"),
    *WEB.glob("ui/templates/ui/errors/*.html"),
)
MESSAGES = (
    *WEB.glob("portal/**/*.py"),
    *(WEB / f"ui/{module}.py" for module in ("errors", "forms", "signing", "words")),
    PACKAGE / "stages/opinions/services/receive_opinion.py",
    PACKAGE / "stages/people/services/sign_in.py",
)
CALLED = re.compile(r"\bui\.(\w+)\(")
INCLUDED = re.compile(r'include "portal/(_\w+\.html)"')
STAFF_PARTS = frozenset({"year_board", "bar_chart", "calendar_box", "session_ending", "verify_card"})
"""Macros of ui/parts that no page for citizens draws."""
NOT_COUNTED = frozenset({"assumed", "fixed", "the_day", "eve"})
"""Explanations of days that the public count (portal/views/why.py), which counts terms alone, never gives."""


class Said(NamedTuple):
    """One piece of text and where it stands."""

    place: str
    words: str


class Tables(NamedTuple):
    """What `plain_words.toml` says."""

    pairs: tuple[PlainPair, ...]
    fits: Mapping[str, str]
    terms: Mapping[str, Mapping[str, object]]


def tables() -> Tables:
    read = tomllib.loads((WEB / "ui/plain_words.toml").read_text(encoding="utf-8"))
    return Tables(pairs_of(read), read["fits"], read["terms"])


def said_in_python(path: Path) -> Iterator[Said]:
    sys.path.insert(0, str(HOUSE / "tools"))
    from shown_words import shown_in

    yield from {Said(f"{place(path)}:{shown.line}", shown.words) for shown in shown_in(path, HOUSE)}


def said_in_template(path: Path) -> Iterator[Said]:
    source = path.read_text(encoding="utf-8")
    syntax = Environment(autoescape=True, extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(source)
    parts = sorted((macro.lineno, macro.name) for macro in syntax.find_all(nodes.Macro))
    options = {"extensions": "jinja2.ext.do", "trimmed": "false", "newstyle_gettext": "true"}
    for line, words, *_ in extract.extract_from_file("jinja2.ext:babel_extract", path, options=options):
        part = next((named for first, named in reversed(parts) if first <= line), "")
        if part not in STAFF_PARTS:
            yield Said(f"{place(path)}:{line}", words if isinstance(words, str) else words[0])


def said_elsewhere() -> Iterator[Said]:
    """What floors below word for citizens, and the last words when no page can be drawn."""
    counted = [words for key, words in SENTENCES.items() if key not in NOT_COUNTED]
    for words in (*counted, *UNIT_WORDS.values(), *WEEKDAY_NAMES):
        yield Said("domain/explanation.py", words)
    for topic in TOPICS.values():
        yield Said("domain/opinions.py", topic)
    for nature in Nature:
        for policy in ("refuse", "apart", "written", "dialogue"):
            chosen = follow_up(nature, {"private_matters": policy, "off_topic": policy})
            yield Said("domain/opinions.py", chosen.told)
    for words in failures.PLAIN.values():
        yield Said("config/failures.py", words)
    for answer in (plain.too_large(10**7, "vi"), plain.too_slow("vi"), plain.overrun("vi"), plain.broken("vi")):
        body = re.sub(r"<title>.*?</title>|<[^>]+>", "\n", answer.body.decode())
        yield from (Said("config/plain.py", line) for line in body.splitlines() if line.strip())


def everything_said() -> list[Said]:
    found = [said for path in PAGES for said in said_in_template(path)]
    found += [said for path in MESSAGES for said in said_in_python(path)]
    return sorted({*found, *said_elsewhere()})


def place(path: Path) -> str:
    return name(path) if path.is_relative_to(HOUSE) else path.name


def faults(said: list[Said], pairs: tuple[PlainPair, ...]) -> list[str]:
    """`file:line: “office word” → plain pair: the text`, and sentences or advice that run on."""
    found = []
    for at, words in said:
        found += [f"{at}: “{pair.office}” → {pair.plain}: {words}" for pair in office_words_in(words, pairs)]
        sentences = sentences_of(words)
        longest = max((tieng_of(sentence) for sentence in sentences), default=0)
        if longest > LONGEST_SENTENCE:
            found.append(f"{at}: {longest} tiếng in one sentence: {words}")
        if len(sentences) > MOST_SENTENCES:
            found.append(f"{at}: {len(sentences)} sentences in one piece: {words}")
    return found


def test_pages_for_citizens_use_plain_words_and_short_sentences():
    said = everything_said()

    assert len(said) > 250
    assert {at.split(":")[0] for at, _ in said} > {name(WEB / "portal/telling.py"), "config/plain.py"}
    assert faults(said, tables().pairs) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Hệ thống đã ghi nhận yêu cầu.", ["“hệ thống” → máy, trang này", "“yêu cầu” → xin, cần, mời"]),
        (" ".join(["Chữ"] * 21) + ".", ["21 tiếng in one sentence"]),
        ("Một. Hai. Ba.", ["3 sentences in one piece"]),
        ("Xã trả lời chậm nhất ngày %(day)s.", []),
    ],
)
def test_fault_is_told_with_its_place_and_plain_pair(tmp_path, words, told):
    page = tmp_path / "page.html"
    page.write_text(f'<p>\n{{{{ _("{words}") }}}}</p>', encoding="utf-8")

    assert faults(list(said_in_template(page)), tables().pairs) == [f"page.html:2: {fault}: {words}" for fault in told]


def test_words_of_a_macro_are_let_pass_only_when_it_is_for_staff(tmp_path):
    page = tmp_path / "components.html"
    macros = ("{% macro " + part + '() %}\n{{ _("Hồ sơ") }}\n{% endmacro %}' for part in ("year_board", "pager"))
    page.write_text("\n".join(macros), encoding="utf-8")

    assert [said.place for said in said_in_template(page)] == ["components.html:5"]


def test_table_pairs_each_office_word_with_another_that_is_plain():
    pairs, fits, terms = tables()

    assert len(pairs) >= 60
    assert [
        pair.office
        for pair in pairs
        if any(found.office == pair.office for found in office_words_in(pair.plain, pairs))
    ] == []
    assert [phrase for phrase, why in fits.items() if len(why) < 20] == []
    assert [term for term, of in terms.items() if len(str(of["why"])) < 20] == []


def test_every_phrase_that_fits_is_still_said():
    whole = "\n".join(said.words.casefold() for said in everything_said())

    assert [phrase for phrase in tables().fits if phrase not in whole] == []


class Part(NamedTuple):
    """One macro of ui/parts: its own words, and the names of the macros it may call."""

    words: str
    calls: frozenset[str]


@cache
def shared_parts() -> Mapping[str, Part]:
    found: dict[str, Part] = {}
    for path in WEB.glob("ui/templates/ui/parts/*.html"):
        syntax = Environment(autoescape=True, extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(
            path.read_text(encoding="utf-8")
        )
        for macro in syntax.find_all(nodes.Macro):
            called = (call.node for call in macro.find_all(nodes.Call))
            names = [one.name for one in called if isinstance(one, nodes.Name)]
            words = [call.args[0].value for call in macro.find_all(nodes.Call) if is_marked(call)]
            found[macro.name] = Part(" ".join(words), frozenset(names))
    return found


def is_marked(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name == "_" and isinstance(call.args[0], nodes.Const)


def words_of_parts(names: Iterable[str]) -> str:
    """What these parts say, and those that they call."""
    parts, waiting, said = shared_parts(), list(names), {}
    while waiting:
        name = waiting.pop()
        if name in parts and name not in said:
            said[name] = parts[name].words
            waiting += parts[name].calls
    return " ".join(said.values())


def words_of_page(path: Path) -> str:
    """What a page says itself, by the fragments it includes, and by the shared parts that both call."""
    source = path.read_text(encoding="utf-8")
    files = [path, *(path.parent / fragment for fragment in INCLUDED.findall(source))]
    own = [said.words for file in files for said in said_in_template(file)]
    called = [name for file in files for name in CALLED.findall(file.read_text(encoding="utf-8"))]
    return " ".join((*own, words_of_parts(called))).casefold()


def test_words_of_a_page_are_also_those_of_the_parts_that_its_parts_call(tmp_path):
    page, fragment = tmp_path / "page.html", tmp_path / "_line.html"
    page.write_text('{{ _("Một") }}{% include "portal/_line.html" %}', encoding="utf-8")
    fragment.write_text('{{ ui.turn_away(commune) }}{{ ui.status_line("answered") }}', encoding="utf-8")

    said = words_of_page(page)

    assert "một" in said
    assert "trang này không nhận tố cáo" in said
    assert "chưa tới" in said
    assert "hứa làm xong" not in said


@pytest.mark.parametrize("term", tables().terms)
def test_page_explains_a_term_of_law_when_it_says_one(term):
    of = tables().terms[term]
    pages = {path.name: words_of_page(path) for path in WEB.glob("portal/templates/**/[!_]*.html")}
    explained = {page for page, words in pages.items() if any(phrase in words for phrase in of["explained_by"])}
    said = {page for page, words in pages.items() if term in words}

    assert explained
    assert set(of["after"].values()) <= explained
    assert said - explained - of["after"].keys() == set()
    assert of["after"].keys() <= said
