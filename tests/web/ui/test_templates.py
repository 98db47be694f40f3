"""Every template of the product keeps to the strict content policy and to the shared parts."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

WEB = Path(__file__).resolve().parents[3] / "doithoai/web"
TEMPLATES = sorted(WEB.glob("*/templates/**/*.html"))
MARKUP_ONLY = re.compile(r"{#.*?#}|{%.*?%}", re.DOTALL)

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


@pytest.mark.parametrize("path", [one for one in TEMPLATES if one.name != "gallery.html"], ids=names)
def test_words_on_screen_are_marked_for_translation(path):
    source = MARKUP_ONLY.sub(" ", path.read_text(encoding="utf-8"))
    spoken = re.sub(r"{{.*?}}|<[^>]*>", " ", source, flags=re.DOTALL)
    unmarked = re.findall(r"[^\s·–:,.()/=&;+>]*[à-ỹÀ-ỸđĐ][^\s<{]*", spoken)

    assert unmarked == []


def test_templates_are_found():
    assert {names(path) for path in TEMPLATES} >= {"ui/templates/ui/base.html", "ui/templates/ui/components.html"}


def test_every_class_has_its_look():
    css = "\n".join(path.read_text(encoding="utf-8") for path in WEB.glob("ui/static/ui/look/*.css"))
    styled = set(re.findall(r"\.([a-z][\w-]*)", css))
    used = {
        (name, names(path))
        for path in TEMPLATES
        for value in re.findall(r'\bclass="([^"{]*)"', path.read_text(encoding="utf-8"))
        for name in value.split()
    }

    assert sorted((name, where) for name, where in used if name not in styled | {"plain", "flow"}) == []
