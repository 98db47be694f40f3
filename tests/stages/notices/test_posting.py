from collections.abc import Callable
from datetime import date, datetime

import pytest

from doithoai.base.errors import BadInput, NotFound, Refused
from doithoai.base.models import AuditLine
from doithoai.domain.duties import Duty
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.notices import PostingChannel
from doithoai.domain.roles import Actor, Role
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.notices.models import Posting
from doithoai.stages.notices.postings import publicity_of
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.record_posting import Posted, record_posting
from doithoai.stages.notices.services.retract_question import retract_question
from doithoai.stages.people.models import Commune, Unit
from doithoai.stages.plans.models import Conference
from tests.factories.notices import make_checked
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as, clerk_of, make_commune, make_village
from tests.factories.plans import make_conference

PROOF = "Đài xã phát lúc 17 giờ"


def post(conference: Conference, actor: Actor, at: datetime, **changed: object) -> Posting:
    values = {"what": "result", "channel": "media", "posted_on": date(2026, 11, 5), "proof": PROOF, **changed}
    return record_posting(conference_id=conference.pk, posted=Posted(**values), actor=actor, at=at)


def duty(conference: Conference, code: Duty) -> DutyEntry:
    return DutyEntry.objects.create(
        commune=conference.commune, conference=conference, duty=code.value, role="office", actor="Văn phòng"
    )


def test_posting_is_kept_with_its_proof(conference: Conference, clerk: Actor, after: datetime) -> None:
    row = post(conference, clerk, after, proof=f"  {PROOF} ")

    assert (row.what, row.channel, row.posted_on, row.proof) == ("result", "media", date(2026, 11, 5), PROOF)
    assert (row.posted_by, row.recorded_at) == (clerk.name, after)


def test_same_posting_again_is_one_row_and_one_line(conference: Conference, clerk: Actor, after: datetime) -> None:
    rows = {post(conference, clerk, after).pk for _ in range(3)}

    assert len(rows) == 1
    assert AuditLine.objects.filter(act="notice.posted").count() == 1


def test_result_duty_is_done_on_the_day_of_the_last_channel(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    entry = duty(conference, Duty.PUBLISH_RESULT)

    post(conference, clerk, after, channel="headquarters", posted_on=date(2026, 11, 7))
    post(conference, clerk, after, channel="media", posted_on=date(2026, 11, 4))
    entry.refresh_from_db()
    assert entry.done_on is None
    post(conference, clerk, after, channel="village_heads", posted_on=date(2026, 11, 6))

    entry.refresh_from_db()
    assert (entry.done_on, entry.proof) == (date(2026, 11, 7), "headquarters, media, village_heads")


@pytest.mark.parametrize(
    ("channel", "done"),
    [
        ("loudspeaker", {Duty.ISSUE_NOTICE, Duty.BROADCAST}),
        ("media", {Duty.ISSUE_NOTICE, Duty.BROADCAST}),
        ("invitation", {Duty.SEND_INVITATIONS}),
        ("headquarters", set()),
        ("portal", set()),
    ],
)
def test_notice_ticks_off_the_duties_of_its_channel(
    conference: Conference, clerk: Actor, after: datetime, channel: str, done: set[Duty]
) -> None:
    for code in (Duty.ISSUE_NOTICE, Duty.BROADCAST, Duty.SEND_INVITATIONS):
        duty(conference, code)

    post(conference, clerk, after, what="notice", channel=channel, posted_on=date(2026, 10, 20))

    assert {Duty(e.duty) for e in DutyEntry.objects.exclude(done_on=None)} == done


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"what": "rumour"}, "what"),
        ({"channel": "pigeon"}, "channel"),
        ({"posted_on": date(2026, 11, 29)}, "posted_on"),
        ({"posted_on": date(2026, 10, 27)}, "posted_on"),
        ({"what": "notice", "posted_on": date(2026, 10, 29)}, "posted_on"),
        ({"proof": " "}, "proof"),
        ({"proof": "x" * 301}, "proof"),
    ],
)
def test_posting_names_the_wrong_field(
    conference: Conference, clerk: Actor, after: datetime, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        post(conference, clerk, after, **changed)

    assert refused.value.field == field
    assert not Posting.objects.exists()


def test_result_is_not_possible_before_the_conclusion(commune: Commune, clerk: Actor, after: datetime) -> None:
    with pytest.raises(NotPossible):
        post(make_conference(commune, state="held"), clerk, after)


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return type(refused).__name__
    return "done"


@pytest.mark.parametrize(("role", "allowed"), [(role, role in (Role.CLERK, Role.CHAIR)) for role in Role])
def test_right_to_record_a_posting_by_role(
    conference: Conference, unit: Unit, after: datetime, role: Role, *, allowed: bool
) -> None:
    actor = actor_as(role, conference.commune, unit=unit, village=make_village(conference.commune))

    assert outcome_of(lambda: post(conference, actor, after)) == ("done" if allowed else "NotAllowed")


def test_another_communes_conference_is_not_found(conference: Conference, after: datetime) -> None:
    stranger = clerk_of(make_commune())

    assert outcome_of(lambda: post(conference, stranger, after)) == "NotFound"
    with pytest.raises(NotFound):
        publicity_of(stranger, conference.pk)


def test_publicity_says_what_is_owed_ready_out_and_withdrawn(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    out, withdrawn = make_checked(conference), make_checked(conference)
    publish_dialogue(conference_id=conference.pk, result_text="Đã đối thoại.", actor=clerk, at=after)
    retract_question(opinion_id=withdrawn.pk, reason="asked", actor=clerk, at=after)
    unchecked = make_opinion(conference.commune, conference=conference)
    post(conference, clerk, after)

    publicity = publicity_of(clerk, conference.pk)

    assert publicity.notice_missing == (PostingChannel.MEDIA,)
    assert publicity.result_missing == (PostingChannel.HEADQUARTERS, PostingChannel.VILLAGE_HEADS)
    assert (publicity.is_public, publicity.result, len(publicity.postings)) == (True, "Đã đối thoại.", 1)
    assert (publicity.public_ids, publicity.withdrawn_ids) == ({out.pk}, {withdrawn.pk})
    assert (publicity.ready_ids, publicity.reasons) == ({out.pk, withdrawn.pk}, {unchecked.pk: "unchecked"})
