"""Which pages each role sees in its navigation (five at most), and which page is its home."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.roles import Role
from doithoai.web.ui.records import NavItem


def home_of(roles: Iterable[Role], slug: str) -> str:
    """The page a person lands on: overseers at their watch, the system admin at people, all others at the desk."""
    held = set(roles)
    if held & {Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER, Role.VILLAGE_HEAD}:
        return reverse("desk:home", args=[slug])
    if held & {Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL, Role.POLICE}:
        return reverse("watch:home", args=[slug])
    return reverse("desk:people", args=[slug])


def menu_of(roles: Iterable[Role], slug: str, path: str) -> list[NavItem]:
    """At most five entries; the deepest address that begins the present path is the current one."""
    held = set(roles)
    entries: list[tuple[str, str]] = []
    if held & {Role.CLERK, Role.CHAIR}:
        entries = [
            (_("Hôm nay"), reverse("desk:home", args=[slug])),
            (_("Kế hoạch năm"), reverse("desk:plans", args=[slug])),
            (_("Ý kiến"), reverse("desk:opinions", args=[slug])),
            (_("Trả lời"), reverse("desk:answers", args=[slug])),
            (_("Văn bản"), reverse("desk:documents", args=[slug])),
        ]
    elif Role.UNIT_OFFICER in held:
        entries = [
            (_("Việc của tôi"), reverse("desk:home", args=[slug])),
            (_("Kế hoạch năm"), reverse("desk:plans", args=[slug])),
            (_("Trả lời"), reverse("desk:answers", args=[slug])),
        ]
    elif Role.VILLAGE_HEAD in held:
        entries = [
            (_("Hôm nay"), reverse("desk:home", args=[slug])),
            (_("Ghi ý kiến bà con"), reverse("desk:opinion_new", args=[slug])),
            (_("Ý kiến đã ghi"), reverse("desk:opinions", args=[slug])),
        ]
    elif held & {Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL}:
        entries = [(_("Theo dõi"), reverse("watch:home", args=[slug]))]
        if held & {Role.FRONT, Role.COUNCIL_CHAIR}:
            entries.append((_("Kiến nghị"), reverse("watch:petitions", args=[slug])))
        if Role.FRONT in held:
            entries.append((_("Ghi ý kiến"), reverse("desk:opinion_new", args=[slug])))
    if Role.SYSTEM_ADMIN in held:
        entries.append((_("Người dùng"), reverse("desk:people", args=[slug])))
    current = max((url for _words, url in entries if path.startswith(url)), key=len, default="")
    return [NavItem(words=words, url=url, current=url == current) for words, url in entries]
