"""What an office says of its commune."""

from dataclasses import replace

import pytest

from doithoai.base.errors import BadInput, NotAllowed, NotFound, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.roles import Role
from doithoai.stages.people.models import Commune, CommuneEmblem
from doithoai.stages.people.queries import commune_by_slug, emblem_of
from doithoai.stages.people.services.describe_commune import NO_PICTURE, Description, Picture, describe_commune
from tests.factories.people import actor_as, chair_of, clerk_of, make_commune

pytestmark = pytest.mark.django_db

SAID = Description(
    name="Bình Lãng", kind="ward", province="Hải Dương", phone="0220 000 000", address="Số 1 đường Xã",
    reception_place="Phòng tiếp công dân", office_hours="thứ Hai đến thứ Sáu, 7:30–17:00", band="#00695C",
)  # fmt: skip
PICTURE = Picture(b"\x89PNG\r\n\x1a\none", 96, 90)
OTHER_PICTURE = Picture(b"\x89PNG\r\n\x1a\ntwo", 50, 96)


@pytest.fixture
def commune():
    return make_commune(name="Bình Lãng")


def say(commune, at, words=SAID, emblem=None, **other):
    told = {"version": commune.version, "actor": clerk_of(commune)} | other
    return describe_commune(commune_id=commune.pk, words=words, emblem=emblem, at=at, **told)


@pytest.mark.parametrize("of", [clerk_of, chair_of])
def test_words_and_colour_are_stored_when_the_office_says_them(commune, at, of):
    say(commune, at, actor=of(commune))

    stored = Commune.objects.get()
    assert {name: getattr(stored, name) for name in vars(SAID)} == vars(SAID)
    assert stored.version == 2
    line = AuditLine.objects.get(act="commune.described")
    assert "office_hours" in line.detail
    assert "0220" not in line.detail


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CLERK, Role.CHAIR}))
def test_nothing_changes_when_another_post_asks(commune, at, role):
    with pytest.raises(NotAllowed):
        say(commune, at, actor=actor_as(role, commune))

    assert Commune.objects.get().version == 1


def test_nothing_changes_when_the_clerk_is_of_another_commune(commune, at):
    with pytest.raises(NotAllowed):
        say(commune, at, actor=clerk_of(make_commune(name="Khác")))


def test_missing_commune_is_told(commune, at):
    with pytest.raises(NotFound):
        describe_commune(
            commune_id=commune.pk + 999, words=SAID, emblem=None, version=1, actor=clerk_of(commune), at=at
        )


def test_no_trace_is_left_when_all_stands_already(commune, at):
    once = say(commune, at, emblem=PICTURE)
    lines = AuditLine.objects.count()

    again = say(commune, at, emblem=PICTURE, version=1)

    assert (again.version, AuditLine.objects.count()) == (once.version, lines)


def test_second_writer_is_told_when_somebody_saved_first(commune, at):
    say(commune, at)

    with pytest.raises(Stale) as stale:
        say(commune, at, words=replace(SAID, phone="0999"), version=1)

    assert stale.value.version == 2
    assert Commune.objects.get().phone == SAID.phone


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " \u200b "}, "name"), ({"kind": "city"}, "kind"), ({"phone": "0" * 61}, "phone"),
        ({"office_hours": "x" * 121}, "office_hours"), ({"band": "đỏ"}, "band"), ({"band": "#FFFF00"}, "band"),
        ({"band": '"/><script>'}, "band"),
    ],
)  # fmt: skip
def test_words_are_refused_at_their_field_when_they_cannot_be(commune, at, wrong, field):
    with pytest.raises(BadInput) as refusal:
        say(commune, at, words=replace(SAID, **wrong))

    assert refusal.value.field == field
    assert Commune.objects.get().version == 1


def test_name_is_refused_when_another_commune_of_the_province_has_it(commune, at):
    make_commune(name="Long Phụng", province="Hải Dương")

    with pytest.raises(BadInput) as refusal:
        say(commune, at, words=replace(SAID, name="long phụng"))

    assert refusal.value.field == "name"


def test_emblem_is_kept_replaced_and_taken_away(commune, at):
    first = say(commune, at, emblem=PICTURE)
    kept = emblem_of(commune.slug)
    assert (bytes(kept.png), kept.width, kept.height) == (PICTURE.png, 96, 90)

    untouched = say(first, at, words=replace(SAID, phone="0999"))
    assert bytes(emblem_of(commune.slug).png) == PICTURE.png

    second = say(untouched, at, words=replace(SAID, phone="0999"), emblem=OTHER_PICTURE)
    assert bytes(emblem_of(commune.slug).png) == OTHER_PICTURE.png

    say(second, at, words=replace(SAID, phone="0999"), emblem=NO_PICTURE)
    with pytest.raises(NotFound):
        emblem_of(commune.slug)
    assert second.version == 4


@pytest.mark.parametrize("png", [b"<svg/>", PICTURE.png + bytes(12_001)])
def test_picture_is_refused_when_it_is_no_small_png(commune, at, png):
    with pytest.raises(BadInput) as refusal:
        say(commune, at, emblem=Picture(png, 96, 96))

    assert refusal.value.field == "emblem"
    assert not CommuneEmblem.objects.exists()
    assert Commune.objects.get().version == 1


def test_commune_comes_with_its_emblem_and_without_the_picture_in_one_question(commune, at, django_assert_num_queries):
    say(commune, at, emblem=PICTURE)

    with django_assert_num_queries(1):
        found = commune_by_slug(commune.slug)
        measures = (found.emblem.width, found.emblem.sha256[:2])

    assert measures[0] == 96
    assert "png" in found.emblem.get_deferred_fields()
