"""A conference that is over, with opinions decided on."""

from datetime import date

import pytest

from doithoai.stages.conference.models import Conclusion
from tests.factories.conference import make_disposition
from tests.factories.opinions import make_opinion
from tests.stages.documents.office import AFTER, Said, hall_at


@pytest.fixture
def concluded() -> Said:
    """Four opinions decided on, one complaint; each spoken by somebody with a name."""
    hall = hall_at("concluded")
    names = tuple(f"Phạm Thị Riêng {letter}" for letter in "ABCDE")
    outcomes = ("answered_now", "in_writing", "passed_up", "taken_apart", "taken_apart")
    for name, outcome in zip(names, outcomes, strict=True):
        opinion = make_opinion(
            hall.commune,
            f"{name} đề nghị sửa đường",
            conference=hall.conference,
            village=hall.village,
            topic="roads",
            speaker_name=name,
            summary="" if outcome == "in_writing" else "Đề nghị sửa đường",
            nature="complaint" if name.endswith("E") else "common",
        )
        make_disposition(
            opinion, outcome, said=f"Đã nói với {name}", unit=hall.unit, body="Sở Xây dựng", due_on=date(2026, 11, 18)
        )
    Conclusion.objects.create(
        conference=hall.conference, confirmed_by="Trì", confirmed_at=AFTER, remarks="Làm đúng hẹn."
    )
    return Said(hall, names)
