"""Founding communes, giving and ending posts, registering and signing in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from doithoai.base.errors import BadInput, NotAllowed
from doithoai.domain.roles import SYSTEM, Act, Actor, Role, Scope, may
from doithoai.stages.people.models import Commune, Unit, User, Village
from doithoai.stages.people.queries import actor_for
from doithoai.stages.people.services.appoint import PostWanted, appoint
from doithoai.stages.people.services.change_password import change_password
from doithoai.stages.people.services.end_post import end_post
from doithoai.stages.people.services.found_commune import found_commune
from doithoai.stages.people.services.register_user import register_user
from doithoai.stages.people.services.sign_in import sign_in, waiting_seconds
from tests.factories.people import clerk_of, make_commune, make_unit, make_user, make_village

AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)

pytestmark = pytest.mark.django_db


def test_found_commune_adds_only_what_is_missing_when_repeated():
    first = found_commune(
        name="Bình Lãng", province="Hải Dương", units=[("Công an xã", "police")], villages=["Đông Phong"],
        actor=SYSTEM, at=AT,
    )  # fmt: skip

    again = found_commune(
        name="Bình Lãng", province="Hải Dương", units=[("Công an xã", "police")], villages=["Đông Phong", "Nam"],
        actor=SYSTEM, at=AT,
    )  # fmt: skip

    assert again == first
    assert first.slug == "binh-lang-hai-duong"
    assert Unit.objects.count() == 1
    assert set(Village.objects.values_list("name", flat=True)) == {"Đông Phong", "Nam"}


def test_found_commune_gives_another_address_when_names_fold_alike():
    found_commune(name="Hoà An", province="", actor=SYSTEM, at=AT)

    other = found_commune(name="Hòa Ân", province="", actor=SYSTEM, at=AT)

    assert other.slug == "hoa-an-2"


def test_found_commune_refuses_when_the_actor_is_a_clerk_elsewhere():
    with pytest.raises(NotAllowed):
        found_commune(name="Mới", province="", actor=clerk_of(make_commune()), at=AT)

    assert not Commune.objects.filter(name="Mới").exists()


def test_post_gives_rights_from_its_first_day_until_it_ends():
    commune = make_commune()
    user = make_user()
    post = appoint(
        user_id=user.pk, wanted=PostWanted(Role.CLERK, commune.pk), actor=SYSTEM, at=AT, since=date(2026, 11, 1)
    )
    scope = Scope(commune.pk)

    before = actor_for(user, date(2026, 10, 31))
    during = actor_for(user, TODAY)
    end_post(post_id=post.pk, until=TODAY, actor=SYSTEM, at=AT)
    after = actor_for(user, TODAY)

    assert [may(a, Act.PLAN, scope) for a in (before, during, after)] == [False, True, False]


@pytest.mark.parametrize(
    ("role", "field"), [(Role.UNIT_OFFICER, "unit"), (Role.VILLAGE_HEAD, "village"), (Role.CLERK, "commune")]
)
def test_appoint_names_the_missing_part_when_a_post_is_incomplete(role, field):
    commune = make_commune()
    wanted = PostWanted(role, None if field == "commune" else commune.pk)

    with pytest.raises(BadInput) as refusal:
        appoint(user_id=make_user().pk, wanted=wanted, actor=SYSTEM, at=AT)

    assert refusal.value.field == field


def test_appoint_refuses_when_the_unit_is_another_communes():
    commune, other = make_commune(), make_commune()
    wanted = PostWanted(Role.UNIT_OFFICER, commune.pk, unit_id=make_unit(other).pk)

    with pytest.raises(BadInput):
        appoint(user_id=make_user().pk, wanted=wanted, actor=SYSTEM, at=AT)


def test_appoint_refuses_when_the_actor_is_a_clerk():
    commune = make_commune()
    wanted = PostWanted(Role.VILLAGE_HEAD, commune.pk, village_id=make_village(commune).pk)

    with pytest.raises(NotAllowed):
        appoint(user_id=make_user().pk, wanted=wanted, actor=clerk_of(commune), at=AT)


def registered() -> User:
    return register_user(username="Van.Thu", full_name="Trần Thị Sổ", password="mot-mat-khau-dai", actor=SYSTEM, at=AT)


def test_sign_in_finds_the_user_when_name_and_password_are_right():
    user = registered()

    assert sign_in(username=" van.thu ", password="mot-mat-khau-dai", at=AT) == user


@pytest.mark.parametrize("username", ["van.thu", "khong-co-ai"])
def test_sign_in_says_the_same_when_name_or_password_is_wrong(username):
    registered()

    with pytest.raises(BadInput) as refusal:
        sign_in(username=username, password="sai", at=AT)

    assert refusal.value.words == "Tên đăng nhập hoặc mật khẩu chưa đúng."


def test_sign_in_waits_after_failures_and_opens_again_within_a_minute():
    user = registered()
    for _ in range(5):
        with pytest.raises(BadInput):
            sign_in(username="van.thu", password="sai", at=AT)

    with pytest.raises(BadInput) as refusal:
        sign_in(username="van.thu", password="mot-mat-khau-dai", at=AT)
    later = sign_in(username="van.thu", password="mot-mat-khau-dai", at=AT + timedelta(seconds=61))

    assert "Đợi" in refusal.value.words
    assert later == user
    assert [waiting_seconds(n) for n in (0, 4, 5, 6, 50)] == [0, 0, 2, 4, 60]


@pytest.mark.parametrize(
    ("username", "full_name", "password", "field"),
    [
        ("ả", "Tên", "mot-mat-khau-dai", "username"),
        ("thu", " ", "mot-mat-khau-dai", "full_name"),
        ("thu", "Tên", "ngan", "password"),
    ],
)
def test_register_user_names_the_field_when_something_is_wrong(username, full_name, password, field):
    with pytest.raises(BadInput) as refusal:
        register_user(username=username, full_name=full_name, password=password, actor=SYSTEM, at=AT)

    assert refusal.value.field == field


def test_change_password_takes_the_new_one_when_the_old_is_right():
    user = registered()
    own = Actor(user_id=user.pk, name=user.full_name)

    change_password(user_id=user.pk, old="mot-mat-khau-dai", new="cau-ngan-de-nho", actor=own, at=AT)

    assert sign_in(username="van.thu", password="cau-ngan-de-nho", at=AT) == user


@pytest.mark.parametrize(
    ("old", "new", "field"), [("sai", "cau-ngan-de-nho", "old"), ("mot-mat-khau-dai", "ngan", "new")]
)
def test_change_password_keeps_the_old_one_when_something_is_wrong(old, new, field):
    user = registered()
    own = Actor(user_id=user.pk, name=user.full_name)

    with pytest.raises(BadInput) as refusal:
        change_password(user_id=user.pk, old=old, new=new, actor=own, at=AT)

    assert refusal.value.field == field
    assert sign_in(username="van.thu", password="mot-mat-khau-dai", at=AT) == user


def test_change_password_refuses_when_it_is_another_persons():
    user = registered()

    with pytest.raises(NotAllowed):
        change_password(user_id=user.pk, old="", new="cau-ngan-de-nho", actor=clerk_of(make_commune()), at=AT)


def test_change_password_lets_the_system_admin_set_a_forgotten_one():
    user = registered()

    change_password(user_id=user.pk, old="", new="cau-ngan-de-nho", actor=SYSTEM, at=AT)

    assert sign_in(username="van.thu", password="cau-ngan-de-nho", at=AT) == user
