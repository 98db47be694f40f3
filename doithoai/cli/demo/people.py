"""Invented officials of the demo communes and how they sign in. The names say themselves that they are made up."""

from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.roles import SYSTEM, Actor, Role
from doithoai.stages.people.models import Commune, Unit, User, Village
from doithoai.stages.people.queries import actor_for
from doithoai.stages.people.services.appoint import PostWanted, appoint
from doithoai.stages.people.services.register_user import register_user

PASSWORD = "doithoai-mau"  # noqa: S105 -- the demo's own, printed at start


@dataclass(frozen=True)
class Crew:
    """The people of one commune as actors."""

    clerk: Actor
    chair: Actor
    council: Actor
    officers: dict[int, Actor]
    village_head: Actor
    front: Actor


@dataclass(frozen=True)
class SignInLine:
    """One line of what the demo prints."""

    commune: str
    role: str
    username: str


def staff_commune(
    commune: Commune, key: str, names: tuple[str, ...], at: datetime, since: date
) -> tuple[Crew, list[SignInLine]]:
    """Register clerk, chair, HĐND, two officers, a village head, the Front, police and upper level."""
    units = list(
        Unit.objects.filter(commune=commune, name__in=("Phòng Kinh tế", "Phòng Văn hóa - Xã hội")).order_by("name")
    )
    village = Village.objects.filter(commune=commune).order_by("pk").first()
    wanted = [
        ("vanphong", PostWanted(Role.CLERK, commune.pk, title="Văn phòng HĐND và UBND")),
        ("chutich", PostWanted(Role.CHAIR, commune.pk, title="Bí thư" if key == "huonglinh" else "Chủ tịch")),
        ("hdnd", PostWanted(Role.COUNCIL_CHAIR, commune.pk)),
        ("kinhte", PostWanted(Role.UNIT_OFFICER, commune.pk, unit_id=units[0].pk)),
        ("vanhoa", PostWanted(Role.UNIT_OFFICER, commune.pk, unit_id=units[1].pk)),
        ("truongthon", PostWanted(Role.VILLAGE_HEAD, commune.pk, village_id=village.pk if village else None)),
        ("mattran", PostWanted(Role.FRONT, commune.pk)),
        ("congan", PostWanted(Role.POLICE, commune.pk)),
        ("captren", PostWanted(Role.UPPER_LEVEL, commune.pk)),
    ]
    actors: dict[str, Actor] = {}
    lines = []
    for (suffix, post), name in zip(wanted, names, strict=True):
        user = register_user(username=f"{key}.{suffix}", full_name=name, password=PASSWORD, actor=SYSTEM, at=at)
        appoint(user_id=user.pk, wanted=post, actor=SYSTEM, at=at, since=since)
        actors[suffix] = actor_for(user, at.date())
        lines.append(SignInLine(commune.name, post.role.value, user.username))
    officers = {units[0].pk: actors["kinhte"], units[1].pk: actors["vanhoa"]}
    crew = Crew(
        actors["vanphong"], actors["chutich"], actors["hdnd"], officers, actors["truongthon"], actors["mattran"]
    )
    return crew, lines


def system_admin(at: datetime) -> SignInLine:
    """One admin for the installation."""
    user = register_user(
        username="quantri", full_name="Quản Trị Viên (tên đặt)", password=PASSWORD, actor=SYSTEM, at=at
    )
    appoint(user_id=user.pk, wanted=PostWanted(Role.SYSTEM_ADMIN), actor=SYSTEM, at=at)
    return SignInLine("mọi xã", Role.SYSTEM_ADMIN.value, User.objects.get(pk=user.pk).username)


NAMES: dict[str, tuple[str, ...]] = {
    "longphung": (
        "Lâm Thị Sổ Sách", "Võ Văn Chủ Trì", "Huỳnh Thị Hội Đồng", "Phan Văn Kinh Tế", "Trương Thị Văn Hóa",
        "Cao Văn Trưởng Thôn", "Mai Thị Mặt Trận", "Tạ Văn An Ninh", "Châu Thị Cấp Trên",
    ),
    "huonglinh": (
        "Hồ Thị Sổ Sách", "Đinh Văn Chủ Trì", "Thái Thị Hội Đồng", "Bạch Văn Kinh Tế", "Cù Thị Văn Hóa",
        "Đậu Văn Trưởng Thôn", "Biện Thị Mặt Trận", "Kiều Văn An Ninh", "Nghiêm Thị Cấp Trên",
    ),
    "binhlang": (
        "Đoàn Thị Sổ Sách", "Phùng Văn Chủ Trì", "Tăng Thị Hội Đồng", "Nhữ Văn Kinh Tế", "Khúc Thị Văn Hóa",
        "Mạc Văn Trưởng Thôn", "Lưu Thị Mặt Trận", "Tô Văn An Ninh", "Vương Thị Cấp Trên",
    ),
    "songan": (
        "Rơ Thị Sổ Sách", "Đinh Văn Điều Hành", "Y Thị Hội Đồng", "Siu Văn Kinh Tế", "Ksor Thị Văn Hóa",
        "Nay Văn Trưởng Thôn", "Rah Thị Mặt Trận", "Kpă Văn An Ninh", "Hà Thị Cấp Trên",
    ),
    "caibo": (
        "Nông Thị Sổ Sách", "Hoàng Văn Chủ Trì", "Lục Thị Hội Đồng", "Triệu Văn Kinh Tế", "Bế Thị Văn Hóa",
        "Đàm Văn Trưởng Thôn", "Chu Thị Mặt Trận", "Mã Văn An Ninh", "Sầm Thị Cấp Trên",
    ),
}  # fmt: skip
