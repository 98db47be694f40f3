"""`doithoai demo`: five communes at five stages of their cycle, with invented people, made by the services themselves."""

import argparse
import sys

from django.db import transaction
from django.utils import timezone

from doithoai.cli.demo.people import PASSWORD, SignInLine, system_admin
from doithoai.cli.demo.scenes import SCENES
from doithoai.domain.roles import ROLE_NAMES, Role
from doithoai.stages.people.models import Commune


def run(argv: list[str]) -> int:
    """Exit code 0 when loaded or already there; the sign-ins go to standard output."""
    parser = argparse.ArgumentParser(prog="doithoai demo", description="Nạp dữ liệu mẫu, tên người đều là tên đặt.")
    parser.add_argument("--data", required=True, help="thư mục dữ liệu")
    parser.parse_args(argv)
    if Commune.objects.exists():
        sys.stdout.write("Thư mục dữ liệu đã có xã, không nạp dữ liệu mẫu.\n")
        return 0
    sys.stdout.write("Đang nạp dữ liệu mẫu (tên người, thôn đều là tên đặt)…\n")
    lines = load()
    for line in lines:
        sys.stdout.write(f"  {line.commune:<26}{ROLE_NAMES[Role(line.role)]:<34}{line.username}\n")
    sys.stdout.write(f"Mật khẩu chung của dữ liệu mẫu: {PASSWORD}\n")
    return 0


@transaction.atomic
def load() -> list[SignInLine]:
    """All five or none."""
    today = timezone.localdate()
    lines = [line for scene in SCENES for line in scene(today)]
    return [*lines, system_admin(timezone.now())]
