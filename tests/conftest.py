"""What every test may ask for: one fixed instant and its day. Deeper fixtures live in deeper folders."""

from datetime import UTC, date, datetime

import pytest


@pytest.fixture
def at() -> datetime:
    """Monday 2 March 2026, nine in the morning in Vietnam."""
    return datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def today() -> date:
    """The day of `at` in Vietnam."""
    return date(2026, 3, 2)
