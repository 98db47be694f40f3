"""A hall whose conference is over, with one opinion that awaits a written answer."""

from typing import Any

import pytest

from doithoai.stages.answers.models import Answer
from tests.factories.answers import make_answer
from tests.factories.conference import Hall, make_hall
from tests.factories.opinions import make_opinion


@pytest.fixture
def hall() -> Hall:
    """Concluded on 28 October 2026; written answers are due on 18 November."""
    return make_hall("concluded")


@pytest.fixture
def opinion(hall: Hall) -> Any:
    return make_opinion(hall.commune, conference=hall.conference, village=hall.village, topic="roads")


@pytest.fixture
def answer(hall: Hall, opinion: Any) -> Answer:
    return make_answer(opinion, hall.unit)
