import pytest

from doithoai.domain.duties import Duty
from doithoai.domain.notices import (
    Made,
    PostingChannel,
    PublicStatus,
    duties_done,
    may_be_public,
    missing_channels,
    public_status,
)  # fmt: skip
from doithoai.domain.opinions import Nature, OpinionState

C = PostingChannel


@pytest.mark.parametrize(
    ("what", "done", "missing"),
    [
        (Made.NOTICE, [], (C.MEDIA,)),
        (Made.NOTICE, [C.HEADQUARTERS], (C.MEDIA,)),
        (Made.NOTICE, [C.LOUDSPEAKER], ()),
        (Made.NOTICE, [C.MEDIA], ()),
        (Made.RESULT, [], (C.MEDIA, C.HEADQUARTERS, C.VILLAGE_HEADS)),
        (Made.RESULT, [C.MEDIA, C.LOUDSPEAKER, C.PORTAL], (C.HEADQUARTERS, C.VILLAGE_HEADS)),
        (Made.RESULT, [C.VILLAGE_HEADS, C.HEADQUARTERS], (C.MEDIA,)),
        (Made.RESULT, [C.MEDIA, C.HEADQUARTERS, C.VILLAGE_HEADS], ()),
    ],
)
def test_channels_still_owed(what: Made, done: list[PostingChannel], missing: tuple[PostingChannel, ...]) -> None:
    assert missing_channels(what, done) == missing


@pytest.mark.parametrize(
    ("what", "done", "duties"),
    [
        (Made.NOTICE, [C.HEADQUARTERS], ()),
        (Made.NOTICE, [C.LOUDSPEAKER], (Duty.ISSUE_NOTICE, Duty.BROADCAST)),
        (Made.NOTICE, [C.INVITATION], (Duty.SEND_INVITATIONS,)),
        (Made.RESULT, [C.MEDIA, C.HEADQUARTERS], ()),
        (Made.RESULT, [C.MEDIA, C.HEADQUARTERS, C.VILLAGE_HEADS], (Duty.PUBLISH_RESULT,)),
    ],
)
def test_postings_fulfil_duties(what: Made, done: list[PostingChannel], duties: tuple[Duty, ...]) -> None:
    assert duties_done(what, done) == duties


@pytest.mark.parametrize("state", list(OpinionState))
def test_every_state_has_a_public_one(state: OpinionState) -> None:
    assert public_status(state) in set(PublicStatus)


@pytest.mark.parametrize(
    ("changed", "allowed"),
    [
        ({}, True),
        ({"nature": Nature.PRIVATE_MATTER}, False),
        ({"nature": Nature.OFF_TOPIC}, False),
        ({"nature": Nature.COMPLAINT}, False),
        ({"state": OpinionState.TAKEN_APART}, False),
        ({"text": " "}, False),
        ({"is_checked": False}, False),
    ],
)
def test_question_is_public_only_when_common_and_checked(changed: dict[str, object], *, allowed: bool) -> None:
    values = {"nature": Nature.COMMON, "state": OpinionState.ANSWERED, "text": "Đường hỏng.", "is_checked": True}

    assert may_be_public(**{**values, **changed}) is allowed
