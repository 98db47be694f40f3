"""Pages of the api name their style sheet without a built folder."""

import pytest


@pytest.fixture(autouse=True)
def _plain_static(settings):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
