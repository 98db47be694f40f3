"""A hall on the day of its conference."""

import pytest

from tests.factories.conference import Hall, make_hall


@pytest.fixture
def hall() -> Hall:
    """A running conference whose plan refuses private matters and answers off-topic ones in writing."""
    return make_hall()
