from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound, Refused
from doithoai.base.models import AuditLine
from doithoai.domain.opinions import LONGEST_WORDS, Channel, Entered, is_receipt_code
from doithoai.domain.roles import CITIZEN, Actor, Role
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.queries import gaps_in_numbers
from doithoai.stages.opinions.services.receive_opinion import receive_opinion
from doithoai.stages.people.models import Commune, Village
from tests.factories.people import actor_as, clerk_of, front_of, make_commune, make_unit, make_village, village_head_of
from tests.factories.plans import make_conference

KEY = "0f3c1c5a5e0b4f0d9a7a2d5d4d9d1e11"
PAPER = Entered(channel=Channel.PAPER, speaker_name="Hoàng Thị Thử")


def take(commune: Commune, actor: Actor, at: datetime, **changed: object) -> Opinion:
    values = {"words": "Đèn đường hỏng.", "entered": PAPER, "submission_key": KEY, **changed}
    return receive_opinion(commune_id=commune.pk, actor=actor, at=at, **values)


def test_receiving_keeps_words_and_speaker_as_given(
    commune: Commune, clerk: Actor, village: Village, at: datetime
) -> None:
    entered = replace(PAPER, speaker_phone="0912 000 345", village_id=village.pk, wants_letter=True)

    opinion = take(commune, clerk, at, words="  Đường ổ gà.\r\nXin sửa.  ", entered=entered)

    stored = Opinion.objects.get(pk=opinion.pk)
    assert stored.original_words == "Đường ổ gà.\nXin sửa."
    assert (stored.speaker_name, stored.speaker_phone) == ("Hoàng Thị Thử", "0912 000 345")
    assert (stored.number, stored.year, stored.state) == (1, 2026, "received")
    assert (stored.entered_by_name, stored.on_behalf) == (clerk.name, True)
    assert is_receipt_code(stored.code)


def test_receiving_composes_letters_and_drops_hidden_characters(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = take(commune, clerk, at, words="Đường\x00 hỏng\u200b \u202edậm")

    assert opinion.original_words == "Đường hỏng dậm"


def test_receiving_writes_one_audit_line_without_words_or_names(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = take(commune, clerk, at, words="Chuyện chim sẻ kín")

    line = AuditLine.objects.get(act="opinion.received")
    assert (line.thing, line.chain, len(line.seal)) == (f"opinion:{opinion.pk}", commune.slug, 64)
    assert "chim sẻ" not in line.detail
    assert "Hoàng" not in line.detail
    assert list(faults()) == []


@pytest.mark.parametrize("column", ["original_words", "speaker_name", "speaker_phone"])
def test_verifying_names_the_opinion_when_a_sealed_column_was_changed(
    commune: Commune, clerk: Actor, at: datetime, column: str
) -> None:
    opinion = take(commune, clerk, at)
    without_trigger(f"UPDATE opinions_opinion SET {column} = 'khác' WHERE id = {opinion.pk}")  # noqa: S608 -- column from the list above

    found = list(faults())

    assert [fault.split(":")[:2] for fault in found] == [["opinion", f"{opinion.pk}"]]


def without_trigger(statement: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER opinion_original_kept")
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement)


def test_numbers_run_without_gap_within_a_year_and_start_again_in_the_next(
    commune: Commune, clerk: Actor, at: datetime
) -> None:
    other = make_commune()
    last_evening = datetime(2026, 12, 31, 16, 59, tzinfo=UTC)

    numbers = [
        take(commune, clerk, when, submission_key=f"khoa-so-{i}") for i, when in enumerate([at, at, last_evening])
    ]
    next_year = take(commune, clerk, last_evening + timedelta(minutes=1), submission_key="khoa-nam-sau")
    elsewhere = take(other, clerk_of(other), at, submission_key="khoa-xa-khac")

    assert [(o.number, o.year) for o in numbers] == [(1, 2026), (2, 2026), (3, 2026)]
    assert (next_year.number, next_year.year) == (1, 2027)
    assert elsewhere.number == 1
    assert gaps_in_numbers(commune.pk, 2026) == ()


def test_number_is_not_used_up_when_receiving_is_refused(commune: Commune, clerk: Actor, at: datetime) -> None:
    with pytest.raises(BadInput):
        take(commune, clerk, at, words=" ")

    assert take(commune, clerk, at).number == 1


def test_same_key_gives_the_same_opinion_when_words_are_the_same(commune: Commune, clerk: Actor, at: datetime) -> None:
    first = take(commune, clerk, at)

    again = take(commune, clerk, at + timedelta(days=400))

    assert (again.pk, again.code) == (first.pk, first.code)
    assert Opinion.objects.count() == 1
    assert AuditLine.objects.filter(act="opinion.received").count() == 1


def test_same_key_is_refused_when_words_differ(commune: Commune, clerk: Actor, at: datetime) -> None:
    take(commune, clerk, at)

    with pytest.raises(BadInput) as refused:
        take(commune, clerk, at, words="Chuyện khác hẳn.")

    assert refused.value.field == "words"
    assert Opinion.objects.count() == 1


def test_same_key_is_refused_when_it_belongs_to_another_commune(commune: Commune, clerk: Actor, at: datetime) -> None:
    other = make_commune()
    take(commune, clerk, at)

    with pytest.raises(BadInput):
        take(other, clerk_of(other), at)


def test_denunciation_is_refused_and_leaves_nothing(commune: Commune, at: datetime) -> None:
    entered = Entered(channel=Channel.WEB, is_denunciation=True)

    with pytest.raises(BadInput) as refused:
        take(commune, CITIZEN, at, entered=entered)

    assert "tiếp công dân" in refused.value.words
    assert (Opinion.objects.count(), AuditLine.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": "\u200b \n"}, "words"),
        ({"words": "a" * (LONGEST_WORDS + 1)}, "words"),
        ({"submission_key": "ngan"}, "submission_key"),
        ({"submission_key": "k" * 41}, "submission_key"),
        ({"entered": replace(PAPER, channel="pigeon")}, "channel"),
        ({"entered": replace(PAPER, channel=Channel.WEB)}, "channel"),
        ({"entered": replace(PAPER, speaker_kind="ghost")}, "speaker_kind"),
        ({"entered": replace(PAPER, speaker_name="x" * 201)}, "speaker_name"),
        ({"entered": replace(PAPER, speaker_phone="0" * 61)}, "speaker_phone"),
        ({"entered": replace(PAPER, village_id=999_999)}, "village"),
        ({"entered": replace(PAPER, conference_id=999_999)}, "conference"),
    ],
)
def test_receiving_names_the_wrong_field(
    commune: Commune, clerk: Actor, at: datetime, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        take(commune, clerk, at, **changed)

    assert refused.value.field == field


def test_receiving_refuses_village_and_conference_of_another_commune(
    commune: Commune, clerk: Actor, at: datetime
) -> None:
    other = make_commune()
    village, conference = make_village(other), make_conference(other)

    for entered in (replace(PAPER, village_id=village.pk), replace(PAPER, conference_id=conference.pk)):
        with pytest.raises(BadInput):
            take(commune, clerk, at, entered=entered)


def test_receiving_is_not_found_when_there_is_no_such_commune(db: None, at: datetime) -> None:
    with pytest.raises(NotFound):
        receive_opinion(commune_id=999_999, words="Đèn hỏng.", entered=PAPER, submission_key=KEY, actor=CITIZEN, at=at)


def test_citizen_sends_by_the_public_form_without_naming_himself(commune: Commune, at: datetime) -> None:
    opinion = take(commune, CITIZEN, at, entered=Entered(channel=Channel.WEB))

    assert (opinion.on_behalf, opinion.entered_by_id, opinion.speaker_name) == (False, None, "")


@pytest.mark.parametrize("channel", [c for c in Channel if c is not Channel.WEB])
def test_citizen_may_use_no_other_door(commune: Commune, at: datetime, channel: Channel) -> None:
    with pytest.raises(NotAllowed):
        take(commune, CITIZEN, at, entered=Entered(channel=channel))


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.CLERK, True),
        (Role.FRONT, True),
        (Role.VILLAGE_HEAD, False),
        (Role.CHAIR, False),
        (Role.COUNCIL_CHAIR, False),
        (Role.UNIT_OFFICER, False),
        (Role.POLICE, False),
        (Role.UPPER_LEVEL, False),
        (Role.SYSTEM_ADMIN, False),
    ],
)
def test_right_to_enter_opinions_by_role(commune: Commune, at: datetime, role: Role, *, allowed: bool) -> None:
    actor = actor_as(role, commune, unit=make_unit(commune), village=make_village(commune))

    assert outcome_of(lambda: take(commune, actor, at)) == ("done" if allowed else "NotAllowed")


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return type(refused).__name__
    return "done"


def test_village_head_enters_for_his_own_village_only(commune: Commune, village: Village, at: datetime) -> None:
    head, other = village_head_of(village), make_village(commune)

    mine = take(commune, head, at, entered=replace(PAPER, channel=Channel.VILLAGE_HEAD, village_id=village.pk))
    with pytest.raises(NotAllowed):
        take(commune, head, at, entered=replace(PAPER, village_id=other.pk), submission_key="khoa-thon-khac")

    assert (mine.on_behalf, mine.entered_by_name) == (True, head.name)


def test_officials_of_another_commune_enter_nothing_here(commune: Commune, at: datetime) -> None:
    stranger = front_of(make_commune())

    with pytest.raises(NotAllowed):
        take(commune, stranger, at)


@pytest.mark.parametrize(
    "column",
    ["original_words", "speaker_name", "speaker_phone", "speaker_address", "code", "channel", "entered_by_name"],
)
def test_database_refuses_to_change_what_was_received(
    commune: Commune, clerk: Actor, at: datetime, column: str
) -> None:
    opinion = take(commune, clerk, at)

    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.filter(pk=opinion.pk).update(**{column: "khác"})

    assert Opinion.objects.get(pk=opinion.pk).original_words == "Đèn đường hỏng."


@pytest.mark.parametrize("column", ["number", "year"])
def test_database_refuses_to_renumber(commune: Commune, clerk: Actor, at: datetime, column: str) -> None:
    opinion = take(commune, clerk, at)

    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.filter(pk=opinion.pk).update(**{column: 77})


def test_database_refuses_to_delete_an_opinion(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = take(commune, clerk, at)

    with pytest.raises(IntegrityError), transaction.atomic():
        opinion.delete()

    assert Opinion.objects.filter(pk=opinion.pk).exists()


def test_database_lets_the_register_change_its_own_columns(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = take(commune, clerk, at)

    opinion.summary = "Đèn hỏng"
    opinion.save()

    assert Opinion.objects.get(pk=opinion.pk).summary == "Đèn hỏng"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite writes one after the other anyway")
def test_numbers_have_no_gap_when_many_write_at_once(at: datetime) -> None:
    commune = make_commune()
    clerk = clerk_of(commune)

    def write(index: int) -> None:
        # Pairs share a key, so half of the writers must get the other one's opinion.
        take(commune, clerk, at, submission_key=f"khoa-dong-thoi-{index // 2}")
        connection.close()

    threads = [Thread(target=write, args=(i,)) for i in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(Opinion.objects.values_list("number", flat=True)) == list(range(1, 9))
    assert list(faults()) == []
