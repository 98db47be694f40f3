import io

import pytest
from django.utils import timezone

from doithoai.cli import user as command
from doithoai.domain.roles import Role
from doithoai.stages.people.models import Commune, Post, User
from doithoai.stages.people.services.sign_in import sign_in

pytestmark = pytest.mark.django_db
PASSWORD = "mat-khau-dai"
CLERK = ["--data", "x", "--sign-in", "Lan.VP", "--name", "Trần Thị Lan", "--commune", "Xuân Thử"]


@pytest.fixture
def typed(monkeypatch):
    def given(words):
        monkeypatch.setattr("sys.stdin", io.StringIO(words + "\n"))

    given(PASSWORD)
    return given


def test_user_founds_commune_and_clerk_when_both_are_new(typed, capsys):
    code = command.run([*CLERK, "--province", "Nam Thử"])

    commune = Commune.objects.get()
    post = Post.objects.get()
    assert (code, commune.name, commune.province) == (0, "Xuân Thử", "Nam Thử")
    assert (post.role, post.commune_id, post.user.username) == (Role.CLERK, commune.pk, "lan.vp")
    assert capsys.readouterr().out == "Đã tạo. Đăng nhập bằng tên: lan.vp\n"


def test_user_can_sign_in_with_the_typed_password(typed):
    command.run([*CLERK, "--province", "Nam Thử"])

    assert sign_in(username="lan.vp", password=PASSWORD, at=timezone.now()).full_name == "Trần Thị Lan"


def test_user_joins_the_commune_when_it_is_there(typed):
    commune = Commune.objects.create(slug="xuan-thu", name="Xuân Thử", province="Nam Thử")

    command.run(CLERK)

    assert [(post.commune_id, post.since) for post in Post.objects.all()] == [(commune.pk, timezone.localdate())]


def test_user_makes_system_admin_of_every_commune(typed):
    command.run(["--data", "x", "--sign-in", "quan.tri", "--name", "Quản Trị", "--admin"])

    assert [(post.role, post.commune_id) for post in Post.objects.all()] == [(Role.SYSTEM_ADMIN, None)]


@pytest.mark.parametrize(
    ("password", "more", "words"),
    [
        ("ngan", ["--province", "Nam Thử"], "Mật khẩu cần ít nhất 10 ký tự.\n"),
        ("", ["--province", "Nam Thử"], "Mật khẩu cần ít nhất 10 ký tự.\n"),
        (PASSWORD, [], "Chưa có xã “Xuân Thử”. Ghi thêm --province TỈNH để lập xã mới.\n"),
    ],
)
def test_user_leaves_nothing_when_refused(typed, capsys, password, more, words):
    typed(password)

    code = command.run([*CLERK, *more])

    assert (code, capsys.readouterr().err) == (1, words)
    assert (User.objects.count(), Commune.objects.count(), Post.objects.count()) == (0, 0, 0)


def test_user_refuses_sign_in_name_when_it_is_taken(typed, capsys):
    command.run([*CLERK, "--province", "Nam Thử"])
    typed(PASSWORD)

    code = command.run(CLERK)

    assert (code, capsys.readouterr().err) == (1, "Tên đăng nhập này đã có người dùng. Chọn tên khác.\n")
