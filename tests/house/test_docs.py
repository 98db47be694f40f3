"""Paths and links in the documentation lead somewhere; the CHANGELOG and the README stay in their readers' language."""

import re

import pytest

from tests.house.sources import HOUSE, name

PAGES = sorted(
    path
    for path in (
        *HOUSE.glob("*.md"),
        *HOUSE.glob("docs/**/*.md"),
        *HOUSE.glob("samples/*.md"),
        *HOUSE.glob("locale/*.md"),
    )
    if not path.name.startswith(".")
)
PLACE = re.compile(
    r"`((?:doithoai|tests|docs|tools|bench|rulebooks|samples|locale|config|base|domain|stages|web|cli)/[\w./-]*)`"
)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_place_named_in_a_page_is_there(page):
    missing = [
        place
        for place in PLACE.findall(page.read_text(encoding="utf-8"))
        if not any((root / place).exists() for root in (HOUSE, HOUSE / "doithoai"))
    ]

    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_link_of_a_page_leads_somewhere(page):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_tells_context_choice_and_price():
    decisions = sorted((HOUSE / "docs/decisions").glob("*.md"))

    assert [path.name[:4] for path in decisions] == [f"{number:04d}" for number in range(len(decisions))]
    assert [
        name(path)
        for path in decisions
        for part in ("**Context.**", "**Choice.**", "**Price.**")
        if part not in path.read_text(encoding="utf-8")
    ] == []


def test_commands_of_the_readme_exist():
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"^make (\w+)", (HOUSE / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert told >= {"run", "test"}
    assert {verb for verb in told if f"\n{verb}:" not in makefile} == set()
