"""`doithoai user`: the first people of an office that begins without the demo: the system admin, or a commune's clerk.

Everybody else is added in the browser by the system admin. The password comes from standard input, never from the
command line, where others could read it.
"""

import argparse
import sys
from datetime import datetime
from getpass import getpass

from django.db import transaction
from django.utils import timezone

from doithoai.base.errors import BadInput, Refused
from doithoai.domain.roles import SYSTEM, Role
from doithoai.domain.rules.actors import named_role
from doithoai.stages.people.models import Commune
from doithoai.stages.people.services.appoint import PostWanted, appoint
from doithoai.stages.people.services.found_commune import found_commune
from doithoai.stages.people.services.register_user import register_user

FIRST_UNIT = "Văn phòng HĐND và UBND"


def run(argv: list[str]) -> int:
    """Exit code 0 when the person can sign in; 1 with one sentence on standard error when refused; 2 for a wrong command."""
    parser = argparse.ArgumentParser(
        prog="doithoai user", description="Tạo người quản trị, hoặc văn phòng của một xã. Mật khẩu đọc từ bàn phím."
    )
    parser.add_argument("--data", required=True, help="thư mục dữ liệu")
    parser.add_argument("--sign-in", required=True, metavar="TÊN", help="tên đăng nhập, chữ không dấu")
    parser.add_argument("--name", required=True, metavar="HỌ TÊN", help="họ và tên")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--admin", action="store_true", help="quản trị hệ thống, mọi xã")
    which.add_argument("--commune", metavar="XÃ", help="tên xã; chưa có thì lập mới")
    parser.add_argument("--province", default="", metavar="TỈNH", help="tỉnh của xã; cần khi lập xã mới")
    asked = parser.parse_args(argv)
    try:
        _create(asked, _password(), timezone.now())
    except Refused as refusal:
        sys.stderr.write(f"{refusal.words}\n")
        return 1
    sys.stdout.write(f"Đã tạo. Đăng nhập bằng tên: {asked.sign_in.strip().lower()}\n")
    return 0


def _password() -> str:
    """Typed without showing it at a terminal; the first line where it is piped in."""
    if sys.stdin.isatty():
        return getpass("Mật khẩu (ít nhất 10 ký tự): ")
    return sys.stdin.readline().rstrip("\r\n")


@transaction.atomic
def _create(asked: argparse.Namespace, password: str, at: datetime) -> None:
    """All or nothing: a person without a post could sign in and see nothing."""
    wanted = PostWanted(Role.SYSTEM_ADMIN)
    if not asked.admin:
        wanted = PostWanted(Role.CLERK, _commune(asked, at).pk, title=FIRST_UNIT)
    user = register_user(username=asked.sign_in, full_name=asked.name, password=password, actor=SYSTEM, at=at)
    appoint(user_id=user.pk, wanted=wanted, actor=SYSTEM, at=at, since=timezone.localdate(at))


def _commune(asked: argparse.Namespace, at: datetime) -> Commune:
    """The commune of that name, founded when new; a new one needs its province, which is part of its address."""
    name, province = asked.commune.strip(), asked.province.strip()
    same = list(Commune.objects.filter(name__iexact=name))
    if province:
        units = ((FIRST_UNIT, named_role(FIRST_UNIT).value),)
        return found_commune(name=name, province=province, units=units, actor=SYSTEM, at=at)
    if len(same) == 1:
        return same[0]
    if same:
        raise BadInput(f"Có {len(same)} xã tên “{name}”. Ghi thêm --province để biết xã nào.")
    raise BadInput(f"Chưa có xã “{name}”. Ghi thêm --province TỈNH để lập xã mới.")
