import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from doithoai.base.errors import NotFound, Refused
from doithoai.base.models import AuditLine
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Actor, Role
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.publish_question import publish_question
from doithoai.stages.notices.services.refresh_dialogue import refresh_dialogue
from doithoai.stages.notices.services.retract_dialogue import retract_dialogue
from doithoai.stages.notices.services.retract_question import retract_question
from doithoai.stages.people.models import Unit
from doithoai.stages.plans.models import Conference
from tests.factories.answers import make_signed_answer
from tests.factories.notices import make_checked
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as, clerk_of, make_commune, make_village

CHECKED = {"public_checked_by": "Trần Thị Sổ", "public_checked_at": datetime(2026, 11, 11, tzinfo=UTC)}


def publish(conference: Conference, actor: Actor, at: datetime, result: str = ""):
    return publish_dialogue(conference_id=conference.pk, result_text=result, actor=actor, at=at)


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return type(refused).__name__
    return "done"


def everything_public() -> str:
    rows = [*PublicDialogue.objects.values(), *PublicQuestion.objects.values()]
    return json.dumps(rows, ensure_ascii=False, default=str)


def test_one_question_is_published_by_itself(conference: Conference, clerk: Actor, after: datetime) -> None:
    publish(conference, clerk, after)
    opinion = make_checked(conference)

    row = publish_question(opinion_id=opinion.pk, actor=clerk, at=after)

    assert (row.question, row.status) == ("Đường thôn hỏng, bao giờ sửa?", "received")
    assert AuditLine.objects.filter(act="question.published", thing=f"opinion:{opinion.pk}").count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"nature": "complaint"}, "việc chung"),
        ({"state": "taken_apart"}, "tách khỏi"),
        ({"public_checked_at": None}, "kiểm tra"),
        ({"public_text": "Hoàng Thị Thử hỏi đường."}, "lộ người nói"),
    ],
)
def test_one_question_is_refused_with_the_reason(
    conference: Conference, clerk: Actor, after: datetime, fields: dict[str, object], words: str
) -> None:
    publish(conference, clerk, after)
    opinion = make_checked(conference, **fields)

    with pytest.raises(NotPossible) as refused:
        publish_question(opinion_id=opinion.pk, actor=clerk, at=after)

    assert words in refused.value.words
    assert not PublicQuestion.objects.exists()


def test_one_question_needs_a_public_dialogue(conference: Conference, clerk: Actor, after: datetime) -> None:
    with pytest.raises(NotPossible):
        publish_question(opinion_id=make_checked(conference).pk, actor=clerk, at=after)
    with pytest.raises(NotFound):
        publish_question(opinion_id=make_opinion(conference.commune).pk, actor=clerk, at=after)


def test_withdrawn_question_keeps_no_text_and_does_not_come_back_by_itself(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    opinion = make_checked(conference, "Câu hỏi chim sẻ")
    publish(conference, clerk, after)

    retract_question(opinion_id=opinion.pk, reason="identity", actor=clerk, at=after)
    published = publish(conference, clerk, after)

    assert "chim" not in everything_public()
    assert [(held.opinion_id, held.reason) for held in published.held_back] == [(opinion.pk, "withdrawn")]
    assert publish_question(opinion_id=opinion.pk, actor=clerk, at=after).question == "Câu hỏi chim sẻ"


def test_withdrawn_dialogue_keeps_no_text_and_comes_back_when_published_anew(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    make_checked(conference, "Câu hỏi chim sẻ")
    publish(conference, clerk, after, "Kết quả chim sẻ")

    for _ in range(2):
        retract_dialogue(conference_id=conference.pk, reason="mistake", actor=clerk, at=after)

    assert "chim" not in everything_public()
    assert AuditLine.objects.filter(act="dialogue.withdrawn").count() == 1
    assert refresh_dialogue(conference_id=conference.pk, at=after) is None
    assert publish(conference, clerk, after).question_ids != ()


def test_withdrawing_needs_a_reason_of_the_list_and_something_public(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    opinion = make_checked(conference)
    for act in (
        lambda: retract_question(opinion_id=opinion.pk, reason="identity", actor=clerk, at=after),
        lambda: retract_dialogue(conference_id=conference.pk, reason="identity", actor=clerk, at=after),
    ):
        assert outcome_of(act) == "NotFound"
    publish(conference, clerk, after)

    for act in (
        lambda: retract_question(opinion_id=opinion.pk, reason="vì ông Khoát", actor=clerk, at=after),
        lambda: retract_dialogue(conference_id=conference.pk, reason="", actor=clerk, at=after),
    ):
        assert outcome_of(act) == "BadInput"


def test_refreshing_follows_what_changed_behind_a_public_dialogue(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    opinion = make_checked(conference)
    assert refresh_dialogue(conference_id=conference.pk, at=after) is None
    publish(conference, clerk, after)
    make_signed_answer(opinion, unit, public_text="Đã vá xong.", **CHECKED)

    refreshed = refresh_dialogue(conference_id=conference.pk, at=after)

    assert refreshed is not None
    assert refreshed.changed is True
    assert PublicQuestion.objects.get(pk=opinion.pk).answer == "Đã vá xong."


@pytest.mark.parametrize(("role", "allowed"), [(role, role in (Role.CLERK, Role.CHAIR)) for role in Role])
def test_right_to_publish_and_withdraw_by_role(
    conference: Conference, unit: Unit, after: datetime, role: Role, *, allowed: bool
) -> None:
    commune = conference.commune
    publish(conference, clerk_of(commune), after)
    opinion = make_checked(conference)
    publish_question(opinion_id=opinion.pk, actor=clerk_of(commune), at=after)
    actor = actor_as(role, commune, unit=unit, village=make_village(commune))

    for act in (
        lambda: publish(conference, actor, after),
        lambda: publish_question(opinion_id=opinion.pk, actor=actor, at=after),
        lambda: retract_question(opinion_id=opinion.pk, reason="asked", actor=actor, at=after),
        lambda: retract_dialogue(conference_id=conference.pk, reason="asked", actor=actor, at=after),
    ):
        assert outcome_of(act) == ("done" if allowed else "NotAllowed")


def test_another_communes_dialogue_is_not_found(conference: Conference, clerk: Actor, after: datetime) -> None:
    opinion = make_checked(conference)
    publish(conference, clerk, after)
    stranger = clerk_of(make_commune())

    for act in (
        lambda: publish(conference, stranger, after),
        lambda: publish_question(opinion_id=opinion.pk, actor=stranger, at=after),
        lambda: retract_question(opinion_id=opinion.pk, reason="asked", actor=stranger, at=after),
        lambda: retract_dialogue(conference_id=conference.pk, reason="asked", actor=stranger, at=after),
    ):
        assert outcome_of(act) == "NotFound"
