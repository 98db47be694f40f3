"""Every template of the product keeps to the strict content policy and to the shared parts."""

import os
import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from doithoai.web.ui.jinja import environment

WEB = Path(__file__).resolve().parents[3] / "doithoai/web"
TEMPLATES = sorted(WEB.glob("*/templates/**/*.html"))
MARKUP_ONLY = re.compile(r"{#.*?#}|{%.*?%}", re.DOTALL)

WITHIN_PARTS = {
    "block_view",
    "broken_address",
    "field_frame",
    "grid_control",
    "group_frame",
    "hint_and_errors",
    "label_words",
    "lane_picture",
    "language_link",
    "links_of",
    "mark_shape",
    "message_list",
    "runs",
    "script_links",
    "signature",
    "style_links",
    "told",
    "told_in_grid",
    "wall_number",
    "whole",
}
"""Called by other parts and by layouts; no page needs to know them."""

FORBIDDEN = {
    "inline style": r"\sstyle\s*=|<style\b",
    "inline script": r"<script\b(?![^>]*\bsrc=)[^>]*>",
    "inline handler": r"<[^>]*\son[a-z]+\s*=",
    "script address": r"javascript:",
    "address of another server": r"(?:src|href|action)=[\"'](?:https?:)?//",
    "markup taken on trust": r"\|\s*safe\b|Markup\(",
    "Django's own form template": r"as_(?:p|div|table|ul)\b",
}


def names(path):
    return str(path.relative_to(WEB))


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_template_holds_nothing_forbidden(path):
    source = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    found = [name for name, pattern in FORBIDDEN.items() if re.search(pattern, source)]

    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_template_is_named_by_its_audience(path):
    audience, _templates, folder = path.relative_to(WEB).parts[:3]

    assert folder == audience


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_template_can_be_read(path):
    made = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)

    made.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", [one for one in TEMPLATES if "gallery" not in one.parts and one.name != "gallery.html"], ids=names
)
def test_words_on_screen_are_marked_for_translation(path):
    source = MARKUP_ONLY.sub(" ", path.read_text(encoding="utf-8"))
    spoken = re.sub(r"{{.*?}}|<[^>]*>", " ", source, flags=re.DOTALL)
    unmarked = re.findall(r"[^\s·–:,.()/=&;+>]*[à-ỹÀ-ỸđĐ][^\s<{]*", spoken)

    assert unmarked == []


def test_templates_are_found():
    assert {names(path) for path in TEMPLATES} >= {"ui/templates/ui/base.html", "ui/templates/ui/components.html"}


def test_every_class_has_its_look():
    css = "\n".join(path.read_text(encoding="utf-8") for path in WEB.glob("ui/static/ui/**/*.css"))
    styled = set(re.findall(r"\.([a-z][\w-]*)", css))
    used = {
        (name, names(path))
        for path in TEMPLATES
        for value in re.findall(r'\bclass="([^"{]*)"', path.read_text(encoding="utf-8"))
        for name in value.split()
    }

    assert sorted((name, where) for name, where in used if name not in styled | {"plain", "flow"}) == []


def macros_of(path):
    return set(re.findall(r"{% macro (\w+)\(", path.read_text(encoding="utf-8")))


def test_every_part_can_be_called_by_its_name_and_stands_in_the_manual(draw):
    parts = set().union(*(macros_of(path) for path in WEB.glob("ui/templates/ui/parts/*.html")))
    whole = (WEB / "ui/templates/ui/components.html").read_text(encoding="utf-8")
    manual = set(re.findall(r"\bui\.(\w+)", whole))

    uncalled = {name for name in parts if draw("{{ ui[name] is defined }}", name=name) != "True"}

    assert uncalled == set()
    assert manual <= parts | {"icon", "NAME"}
    assert parts - manual == WITHIN_PARTS


def test_part_is_read_again_by_those_who_hold_it_when_it_changed_in_development(tmp_path):
    parts = tmp_path / "ui/parts"
    parts.mkdir(parents=True)
    (parts / "marks.html").write_text("{% macro mark() %}old{% endmacro %}")
    (parts / "lists.html").write_text(
        '{% from "ui/parts/marks.html" import mark %}{% macro line() %}{{ mark() }}{% endmacro %}'
    )
    (tmp_path / "ui/components.html").write_text('{% import "ui/parts/lists.html" as l %}{% set line = l.line %}')
    made = environment(loader=FileSystemLoader(str(tmp_path)), auto_reload=True)
    page = made.from_string('{% import "ui/components.html" as ui %}{{ ui.line() }}')
    first = page.render()

    (parts / "marks.html").write_text("{% macro mark() %}new{% endmacro %}")
    os.utime(parts / "marks.html", (1, 1))

    assert (first, page.render()) == ("old", "new")
