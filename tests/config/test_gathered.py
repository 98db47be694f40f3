"""Gathered files: one style sheet and one script for each audience, made of their parts."""

import base64
import os
import re
from pathlib import Path
from time import time

import pytest
from django.core.management import call_command

from doithoai.web.ui.bundles import BUNDLES


@pytest.fixture
def gathered(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": settings.GATHERED_STATIC}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "static"


def whole(folder: Path, name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return next(folder.glob(f"{stem}.????????????.{suffix}")).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_holds_every_part_in_order_when_files_are_gathered(gathered, name):
    text = whole(gathered, name)
    starts = [text.find((gathered / part).read_text(encoding="utf-8")[:60]) for part in BUNDLES[name]]

    assert -1 not in starts
    assert starts == sorted(starts)


def test_fonts_are_named_by_their_hash_in_a_gathered_style_sheet(gathered):
    fonts = re.findall(r"be-vietnam-pro-\d+\.(\w+)\.woff2", whole(gathered, "ui/look/staff-all.css"))

    assert len(fonts) == 2
    assert {len(one) for one in fonts} == {12}


def test_bold_face_stands_within_the_citizens_style_sheet(gathered):
    sheet = whole(gathered, "ui/look/citizen-all.css")
    within = re.findall(r"url\(data:font/woff2;base64,([\w+/=]+)\)", sheet)

    assert [base64.b64decode(one) for one in within] == [(gathered / "ui/fonts/be-vietnam-pro-700.woff2").read_bytes()]
    assert "be-vietnam-pro-700." not in sheet


def test_gathering_again_takes_up_what_changed(gathered, settings, tmp_path):
    part = tmp_path / "own/ui/keys.js"
    part.parent.mkdir(parents=True)
    part.write_text("/* mới */")
    # Django compares whole seconds, and a quick machine gathers and changes within one.
    os.utime(part, (time() + 2, time() + 2))
    settings.STATICFILES_DIRS = [tmp_path / "own", *settings.STATICFILES_DIRS]

    call_command("collectstatic", interactive=False, verbosity=0)

    assert any("/* mới */" in one.read_text(encoding="utf-8") for one in gathered.glob("ui/staff-all.*.js"))
