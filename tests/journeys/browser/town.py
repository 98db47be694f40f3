"""Makes an empty commune with its officials in a prepared data folder: the one thing that is not done through pages.

Run as a module with DOITHOAI_DATA set. Names are invented and say so.
"""

import sys
from datetime import UTC, datetime

import django

VILLAGES = ("Đông Phong", "Thử Bắc", "Thử Nam")


PROVINCES = ("Hải Dương", "Hải Phòng")


def build(key: str, province: str) -> str:
    """Found a Bình Lãng, register its officials as `<key>.<post>`; the commune's slug comes back."""
    from doithoai.cli.demo import driver
    from doithoai.cli.demo.people import NAMES, PASSWORD, staff_commune
    from doithoai.domain.roles import SYSTEM, Role
    from doithoai.stages.people.services.appoint import PostWanted, appoint
    from doithoai.stages.people.services.register_user import register_user

    at = datetime.now(UTC)
    commune = driver.found("Bình Lãng", province, VILLAGES, at.date())
    staff_commune(commune, key, NAMES["binhlang"], at, at.date())
    second = register_user(
        username=f"{key}.vanphong2", full_name="Đoàn Thị Người Thứ Hai", password=PASSWORD, actor=SYSTEM, at=at
    )
    appoint(user_id=second.pk, wanted=PostWanted(Role.CLERK, commune.pk), actor=SYSTEM, at=at, since=at.date())
    return commune.slug


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(" ".join(build(*pair) for pair in zip(sys.argv[1:], PROVINCES, strict=False)))
