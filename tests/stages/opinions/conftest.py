"""A commune with a village and a unit; who acts in it; and an opinion entered by the clerk through the service."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

import pytest

from doithoai.domain.opinions import Channel, Entered
from doithoai.domain.roles import Actor
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.receive_opinion import receive_opinion
from doithoai.stages.people.models import Commune, Unit, Village
from tests.factories.people import chair_of, clerk_of, make_commune, make_unit, make_village

_keys = count(1)


@pytest.fixture
def commune(db: None) -> Commune:
    return make_commune(slug="binh-lang-thu")


@pytest.fixture
def village(commune: Commune) -> Village:
    return make_village(commune, "Đông Phong")


@pytest.fixture
def unit(commune: Commune) -> Unit:
    return make_unit(commune, "Phòng Kinh tế")


@pytest.fixture
def clerk(commune: Commune) -> Actor:
    return clerk_of(commune)


@pytest.fixture
def chair(commune: Commune) -> Actor:
    return chair_of(commune)


@pytest.fixture
def receive(commune: Commune, clerk: Actor, at: datetime) -> Callable[..., Opinion]:
    """Receive words by the clerk; other details by name."""

    def _receive(words: str = "Đường thôn hỏng nặng, đề nghị xã sửa trước mùa mưa.", **details: object) -> Opinion:
        values = {"channel": Channel.PAPER, "speaker_name": "Hoàng Thị Thử", "speaker_phone": "0912 000 345", **details}
        return receive_opinion(
            commune_id=commune.pk,
            words=words,
            entered=Entered(**values),
            submission_key=f"khoa-gui-{next(_keys):06d}",
            actor=clerk,
            at=at,
        )

    return _receive
