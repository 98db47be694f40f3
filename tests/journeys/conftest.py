"""One browser and one running product for the journeys that go through pages."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.browser.server import Town, running_town

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip
KEYS = ("tat", "bat")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser without a window."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is not installed (Debian package: chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The running product with one commune for each of `KEYS`."""
    with running_town(tmp_path_factory.mktemp("town"), KEYS) as running:
        yield running
