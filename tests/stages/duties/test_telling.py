"""A stored calculation told to readers of two languages."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from doithoai.stages.duties import telling
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.plans.services.start_plan import PlanStart
from tests.domain.readings import LONG_PHUNG, SONG_AN
from tests.factories.people import clerk_of, make_commune

AT = datetime(2025, 11, 1, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries_of(monkeypatch):
    """Starts a cycle; the translator of the test puts our own words between brackets."""
    monkeypatch.setattr(telling, "_", lambda words: f"[{words}]")

    def start(reading, *days):
        commune = make_commune(name=reading["commune"] or "Xã Mẫu", province=reading["province"] or "")
        start_cycle(
            commune_id=commune.pk, start=PlanStart(reading=reading, days=list(days)), actor=clerk_of(commune), at=AT
        )
        return {entry.duty: entry for entry in DutyEntry.objects.order_by("-order")}

    return start


def test_text_is_the_stored_one_for_a_reader_of_vietnamese(entries_of):
    entries = entries_of(LONG_PHUNG, date(2025, 11, 20))

    with translation.override("vi"):
        told = {duty: telling.told_text(entry) for duty, entry in entries.items()}

    assert told == {duty: entry.text for duty, entry in entries.items()}
    assert all(told.values())


@pytest.mark.parametrize("days", [(date(2025, 11, 20),), ()])
@pytest.mark.parametrize("reading", [LONG_PHUNG, SONG_AN])
def test_every_sentence_of_ours_is_told_again_for_other_readers(entries_of, reading, days):
    entries = entries_of(reading, *days)

    with translation.override("en"):
        told = {duty: telling.told_text(entry) for duty, entry in entries.items()}

    assert [duty for duty, words in told.items() if not words.startswith("[")] == []


def test_term_of_an_open_day_is_read_back_from_its_words(entries_of):
    entries = entries_of(LONG_PHUNG)

    with translation.override("en"):
        told = telling.told_text(entries["answer"])

    assert told.startswith("[Chưa có ngày hội nghị nên chưa tính được hạn.] [Khi có ngày sẽ tính [[30")
    assert "30 ngày" in entries["answer"].text
