"""Templates hold no inline style or script, no query, nothing from elsewhere; each page lies with its audience."""

import re

import pytest
from django.conf import settings
from jinja2 import Environment

from tests.house.sources import PACKAGE
from tools import templates

TEMPLATES = sorted(PACKAGE.glob("web/*/templates/**/*.html"))


def test_templates_have_no_fault():
    assert templates.all_faults() == []


def test_template_lies_in_the_folder_of_its_audience():
    astray = [
        str(path.relative_to(PACKAGE))
        for path in TEMPLATES
        if path.relative_to(PACKAGE).parts[1] != path.relative_to(PACKAGE).parts[3]
    ]

    assert TEMPLATES
    assert astray == []


@pytest.mark.parametrize("audience", settings.AUDIENCES)
def test_audience_uses_no_template_of_another(audience):
    others = set(settings.AUDIENCES) - {audience}
    borrowed = [
        f"{path.name}: {other}"
        for path in TEMPLATES
        if path.relative_to(PACKAGE).parts[1] == audience
        for other in others
        if f'"{other}/' in path.read_text(encoding="utf-8").replace("'", '"').replace("href=", "")
    ]

    assert borrowed == []


@pytest.mark.parametrize(
    "fault",
    [
        '<p style="color:red">',
        "<script>go()</script>",
        '<button onclick="go()">',
        '<img src="https://x.vn/a.png">',
        "{{ commune.plans.all() }}",
        "{{ words|safe }}",
        "{% if %}",
    ],
)
def test_fault_is_seen_when_template_has_one(tmp_path, monkeypatch, fault):
    monkeypatch.setattr(templates, "HOUSE", tmp_path)
    path = tmp_path / "page.html"
    path.write_text(f"<main>\n{fault}\n</main>")

    assert [found.split(": ")[0] for found in templates.faults(path, Environment(autoescape=True))] == ["page.html:2"]


def test_style_sheets_and_scripts_load_nothing_from_elsewhere():
    loads = re.compile(r"(?:@import\s|url\(|fetch\(|importScripts\()\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)
    files = [path for suffix in ("css", "js") for path in PACKAGE.glob(f"web/*/static/**/*.{suffix}")]

    assert files
    assert [path.name for path in files if loads.search(path.read_text(encoding="utf-8"))] == []
