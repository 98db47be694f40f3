"""The running demo in a browser, for everything that is measured on the screen. Loaded once for a whole run, copied for each file."""

import os
from collections.abc import Iterator

import pytest

from tests.journeys.browser.server import Town, running_demo
from tests.journeys.conftest import chromium

__all__ = ["chromium"]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The five communes of the demo, each at another stage; one file's tests may change what they like."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with running_demo(tmp_path_factory.mktemp("town"), shared / "demo") as running:
        yield running
