"""The product as it stands in the pictures: a clock that stands still, receipt codes that come out the same every time.

`python -m tools.pictures.stage MORNING|HALL WORDS…` runs, at that moment: the `doithoai` command with WORDS; `places`
(prints where each page is); or `open-hall` (the conference of Song An begins). The product itself has no such clock.
"""

import json
import os
import random
import sys
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

MORNING = datetime(2026, 10, 5, 23, 5, tzinfo=UTC)
"""Tuesday 6 October 2026, five past six in the morning in Vietnam."""
HALL = datetime(2026, 10, 22, 1, 26, tzinfo=UTC)
"""Thursday 22 October 2026, 8.26: the sitting is under way."""
MOMENTS = {"MORNING": MORNING, "HALL": HALL}
PEOPLE, CITIZENS = 64, 47


def stand_still(at: datetime, part: str) -> None:
    """Every clock the product reads says `at`; receipt codes follow from the moment and the part of the play alone."""
    from django.utils import timezone

    from doithoai.domain import opinions

    timezone.now = lambda: at
    luck = random.Random(f"{at} {part}")  # noqa: S311 -- the codes of a demo, made to come out the same
    opinions.secrets = SimpleNamespace(randbelow=luck.randrange)  # type: ignore[assignment]  # -- as above


def open_hall() -> None:
    """Song An's conference at its third speaker: two opinions decided, the floor given."""
    from doithoai.domain.conference import Decision, Outcome
    from doithoai.stages.conference.services.decide_opinion import decide_opinion
    from doithoai.stages.conference.services.end_speech import end_speech
    from doithoai.stages.conference.services.give_floor import give_floor
    from doithoai.stages.conference.services.open_sitting import Presence, open_sitting
    from doithoai.stages.conference.services.prepare_running_order import prepare_running_order
    from doithoai.stages.conference.services.register_speaker import SpeakerWanted, register_speaker
    from doithoai.stages.conference.services.set_agenda import set_agenda
    from doithoai.stages.opinions.models import Opinion
    from doithoai.stages.people.models import User
    from doithoai.stages.people.queries import actor_for
    from tools.pictures.places import coming, commune_of

    commune, today = commune_of("songan"), HALL.date()
    clerk, chair = (actor_for(User.objects.get(username=f"songan.{post}"), today) for post in ("vanphong", "chutich"))
    at = datetime.combine(today, time(1), tzinfo=UTC)
    here = {"conference_id": coming(commune)["conference_id"], "actor": clerk}
    set_agenda(**here, at=at)
    prepare_running_order(**here, at=at)
    presence = Presence(chair.name, secretary_name=clerk.name, people_present=PEOPLE, citizens_present=CITIZENS)
    open_sitting(**here, presence=presence, at=at)
    heard = list(Opinion.objects.filter(commune=commune, nature="common").order_by("pk")[:5])
    speakers = [
        register_speaker(
            **here,
            wanted=SpeakerWanted(opinion.speaker_name, village_id=opinion.village_id, opinion_id=opinion.pk),
            at=at,
        )
        for opinion in heard
    ]
    for turn, (speaker, opinion) in enumerate(zip(speakers[:2], heard[:2], strict=True)):
        begun = at + timedelta(minutes=10 + 6 * turn)
        give_floor(speaker_id=speaker.pk, actor=clerk, at=begun)
        end_speech(speaker_id=speaker.pk, actor=clerk, at=begun + timedelta(minutes=4))
        said = Decision(
            outcome=Outcome.ANSWERED_NOW, said="Xã làm xong trước mùa mưa, Phòng Kinh tế lo.", answered_by=chair.name
        )
        decide_opinion(opinion_id=opinion.pk, decision=said, actor=chair, at=begun + timedelta(minutes=5))
    give_floor(speaker_id=speakers[2].pk, actor=clerk, at=HALL - timedelta(minutes=2))


def main(moment: str, words: list[str]) -> int:
    """One process of the product at one moment."""
    stand_still(MOMENTS[moment], words[0])
    if words[0] not in ("places", "open-hall"):
        from doithoai.config.command import main as doithoai

        return doithoai(words)
    from doithoai.config import wiring

    wiring.wire()
    import django

    django.setup()
    from doithoai.cli.demo.people import PASSWORD
    from tools.pictures.places import addresses

    if words[0] == "open-hall":
        open_hall()
    else:
        json.dump({"pages": addresses(), "password": PASSWORD}, sys.stdout)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
    sys.exit(main(sys.argv[1], sys.argv[2:]))
