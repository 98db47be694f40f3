"""All five communes from the plan file to the closed cycle, by services alone, each under its own rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from doithoai.base.audit import faults
from doithoai.cli.demo import driver as d
from doithoai.cli.demo import voices as v
from doithoai.cli.demo.people import NAMES, staff_commune
from doithoai.cli.demo.scenes import fulfil
from doithoai.domain.conference import FourLists
from doithoai.domain.lifecycle import NotPossible
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.answers.services.close_cycle import close_cycle
from doithoai.stages.answers.services.open_answer import AnswerDue, open_answer
from doithoai.stages.answers.services.tell_transfer import tell_transfer
from doithoai.stages.conference.queries import four_lists_of
from doithoai.stages.conference.services.record_review import ReviewHeld, record_review
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.answer_before import answer_before
from doithoai.stages.plans.models import Conference

pytestmark = pytest.mark.django_db

VOICES = (v.ROAD, v.ROAD_AGAIN, v.DITCH, v.STATE_ROAD, v.FENCE)


@dataclass(frozen=True)
class Commune:
    """One of the five: which sample, its people, its village, its conference days."""

    key: str
    file: str
    name: str
    province: str
    village: str
    days: tuple[date, ...]


COMMUNES = (
    Commune("longphung", "long-phung-2025.txt", "Long Phụng", "Quảng Ngãi", "Thôn Thử", (date(2025, 11, 20),)),
    Commune("huonglinh", "ha-tinh-2025.txt", "Xã thử", "Hà Tĩnh", "Khu Thử", (date(2025, 4, 16), date(2025, 7, 16), date(2025, 10, 15))),
    Commune("binhlang", "binh-lang-2021.txt", "Bình Lãng", "Hải Dương", "Đông Phong", (date(2021, 10, 28),)),
    Commune("songan", "song-an-2019.txt", "Song An", "", "Làng Thử", (date(2019, 11, 20),)),
    Commune("caibo", "cai-bo-2025.txt", "Cai Bộ", "", "Bản Thử", (date(2025, 8, 20), date(2025, 11, 12))),
)  # fmt: skip


def started(one: Commune) -> d.Stand:
    begun = one.days[0] - timedelta(days=40)
    commune = d.found(one.name, one.province, (one.village,), begun)
    crew, _lines = staff_commune(commune, one.key, NAMES[one.key], d.instant(begun), begun)
    source = Path(settings.HOUSE, "samples", one.file).read_text(encoding="utf-8")
    return d.start_text(commune, crew, source, one.file, begun)


def collected(stand: d.Stand, number: int, on: date) -> list[tuple[Opinion, v.Voice]]:
    heard = list(zip(d.collect(stand, number, VOICES, on - timedelta(days=14)), VOICES, strict=True))
    for opinion, voice in heard:
        d.sort(stand, opinion, voice, on - timedelta(days=8))
    for opinion, voice in heard[:4]:
        d.assign(stand, opinion, on - timedelta(days=7), on - timedelta(days=3))
        d.brief(stand, opinion, voice, on - timedelta(days=4))
    answer_before(
        opinion_id=heard[2][0].pk, text=v.DITCH.said, actor=stand.crew.clerk, at=d.instant(on - timedelta(days=2))
    )
    return heard


def lists_of(stand: d.Stand, number: int) -> FourLists:
    return four_lists_of(stand.crew.clerk, stand.conference(number).pk)


def answered(stand: d.Stand, heard: list[tuple[Opinion, v.Voice]], on: date) -> None:
    """Written answers signed in time; what was taken apart and owes a reply is answered too."""
    for opinion, voice in heard:
        opinion.refresh_from_db()
        if opinion.owes_written_reply:
            due = AnswerDue(unit_id=opinion.unit_id, on=on + timedelta(days=10))
            open_answer(opinion_id=opinion.pk, due=due, actor=stand.crew.clerk, at=d.instant(on + timedelta(days=1)))
        if Answer.objects.filter(opinion=opinion).exists():
            words = voice.said or v.PROCEDURE.said
            d.write_answer(
                stand, opinion, _saying(voice, words), on + timedelta(days=4), sign_on=on + timedelta(days=6)
            )
    for transfer in Transfer.objects.filter(opinion__commune=stand.commune, told_on=None):
        tell_transfer(
            opinion_id=transfer.opinion_id, told_on=on + timedelta(days=2), how="Gửi thư", actor=stand.crew.clerk,
            at=d.instant(on + timedelta(days=2), 17),
        )  # fmt: skip


def _saying(voice: v.Voice, words: str) -> v.Voice:
    return v.Voice(**{**voice.__dict__, "said": words})


def finished(stand: d.Stand, number: int, heard: list[tuple[Opinion, v.Voice]], on: date) -> Conference:
    """Review, publication, report and archive, then the cycle is closed."""
    for opinion, voice in heard:
        d.make_public(stand, opinion, voice, on + timedelta(days=5))
    record_review(
        conference_id=stand.conference(number).pk,
        review=ReviewHeld(held_on=on + timedelta(days=3), went_well="Đúng giờ", to_improve="Nói ngắn hơn"),
        actor=stand.crew.clerk, at=d.instant(on + timedelta(days=3), 16),
    )  # fmt: skip
    for channel in ("media", "headquarters", "village_heads"):
        d.post(stand, number, "result", channel, "Có ảnh", on + timedelta(days=7))
    publish_dialogue(
        conference_id=stand.conference(number).pk, result_text="Kết quả hội nghị.", actor=stand.crew.clerk,
        at=d.instant(on + timedelta(days=8)),
    )  # fmt: skip
    fulfil(stand, number, on + timedelta(days=9), "Đã lưu hồ sơ")
    return close_cycle(
        conference_id=stand.conference(number).pk, actor=stand.crew.clerk, at=d.instant(on + timedelta(days=12))
    )


@pytest.mark.parametrize("one", COMMUNES, ids=lambda one: one.key)
def test_cycle_runs_from_plan_to_closed_when_a_commune_follows_its_own_rules(one):
    stand = started(one)
    for number, on in enumerate(one.days, start=1):
        d.settle(stand, number, on, "Nhà văn hóa", one.village, day=on - timedelta(days=20))
        d.announce(stand, number, on - timedelta(days=8))
        heard = collected(stand, number, on)
        spoken = [pair for pair in heard if pair[1].nature == "common"]
        d.hold(stand, number, spoken, {v.ROAD.summary})
        lists = lists_of(stand, number)
        d.conclude(stand, number)
        with pytest.raises(NotPossible):
            close_cycle(conference_id=stand.conference(number).pk, actor=stand.crew.clerk, at=d.instant(on, 18))
        answered(stand, heard, on)

        closed = finished(stand, number, heard, on)

        assert (len(lists.discussed), len(lists.settled), len(lists.unsettled), len(lists.assigned)) == (4, 2, 2, 2)
        assert closed.state == "closed"

    assert [c.state for c in stand.plan.conferences.all()] == ["closed"] * len(one.days)
    assert list(faults()) == []
    words = dict(Opinion.objects.values_list("pk", "original_words"))
    assert sorted(words.values()) == sorted([voice.words for voice in VOICES] * len(one.days))
    public = " ".join(
        [*PublicQuestion.objects.values_list("question", flat=True), *PublicQuestion.objects.values_list("answer", flat=True),
         *(str(facts) for facts in PublicDialogue.objects.values_list("facts", flat=True))]
    )  # fmt: skip
    assert "Thử Một" not in public
    assert "Ngô Thị" not in public
    assert "ranh giới" not in public
