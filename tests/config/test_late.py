"""Addresses that are imported late behave as all others."""

import os
import subprocess
import sys

import pytest
from django.test import override_settings
from django.urls import get_resolver, resolve, reverse


@pytest.mark.django_db
def test_first_public_page_does_not_wait_for_the_desk(tmp_path):
    script = (
        "import django, sys; django.setup()\n"
        "from doithoai.config import prepare; prepare.open_data(make=True, needed=True)\n"
        "from django.test import Client\n"
        "assert Client(SERVER_NAME='localhost').get('/').status_code == 200\n"
        "print([name for name in sys.modules if name.startswith(('doithoai.web.desk.views', 'icalendar', 'numpy', 'docx'))])\n"
    )
    environment = os.environ | {"DOITHOAI_DATA": str(tmp_path)}
    environment.pop("DOITHOAI_DATABASE", None)

    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"


def test_late_address_is_found_both_ways():
    found = resolve("/ban-lam-viec/xa-a/")

    assert found.namespace == "desk"
    assert reverse(found.view_name, args=found.args, kwargs=found.kwargs) == "/ban-lam-viec/xa-a/"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_late_address_is_found_in_every_language(language):
    with override_settings(LANGUAGE_CODE=language):
        desk = next(one for one in get_resolver().url_patterns if getattr(one, "namespace", "") == "desk")

        assert "home" in desk.reverse_dict
        assert desk.namespace_dict == {}
        assert desk.app_dict == {}
