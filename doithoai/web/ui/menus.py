"""Which pages each role sees in its navigation (five at most), and which page is its home."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from doithoai.domain.roles import Role
from doithoai.web.ui.addresses import address_of
from doithoai.web.ui.records import NavItem

UNDER_PLANS = ("nam", "doi-thoai", "viec", "quy-dinh")
HALL = "/hoi-truong/"


def home_of(roles: Iterable[Role], slug: str) -> str:
    """The page a person lands on: overseers at their watch, the system admin at people, all others at the desk."""
    held = set(roles)
    if held & {Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER, Role.VILLAGE_HEAD}:
        return address_of("desk:home", slug)
    if held & {Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL, Role.POLICE}:
        return address_of("watch:home", slug)
    return address_of("desk:people", slug)


def menu_of(roles: Iterable[Role], slug: str, path: str) -> list[NavItem]:
    """At most five entries; the deepest address that begins the present path is the current one, home only on itself."""
    held = set(roles)
    entries: list[tuple[str, str, str]] = []
    if held & {Role.CLERK, Role.CHAIR}:
        entries = [
            (_("Hôm nay"), address_of("desk:home", slug), "list-checks"),
            (_("Kế hoạch"), address_of("desk:plans", slug), "calendar-days"),
            (_("Ý kiến"), address_of("desk:opinions", slug), "message-square-text"),
            (_("Trả lời"), address_of("desk:answers", slug), "reply"),
            (_("Văn bản"), address_of("desk:documents", slug), "file-text"),
        ]
    elif Role.UNIT_OFFICER in held:
        entries = [
            (_("Việc của tôi"), address_of("desk:home", slug), "list-checks"),
            (_("Kế hoạch"), address_of("desk:plans", slug), "calendar-days"),
            (_("Trả lời"), address_of("desk:answers", slug), "reply"),
        ]
    elif Role.VILLAGE_HEAD in held:
        entries = [
            (_("Hôm nay"), address_of("desk:home", slug), "list-checks"),
            (_("Ghi ý kiến"), address_of("desk:opinion_new", slug), "pencil"),
            (_("Đã ghi"), address_of("desk:opinions", slug), "message-square-text"),
        ]
    elif held & {Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL}:
        entries = [(_("Theo dõi"), address_of("watch:home", slug), "eye")]
        if held & {Role.FRONT, Role.COUNCIL_CHAIR}:
            entries.append((_("Kiến nghị"), address_of("watch:petitions", slug), "message-square-text"))
        if Role.FRONT in held:
            entries.append((_("Ghi ý kiến"), address_of("desk:opinion_new", slug), "pencil"))
    if Role.SYSTEM_ADMIN in held:
        entries.append((_("Người dùng"), address_of("desk:people", slug), "users"))
    current = _current([url for _words, url, _icon in entries], path, address_of("desk:home", slug))
    return [NavItem(words=words, url=url, current=url == current, icon=icon) for words, url, icon in entries]


def _current(urls: list[str], path: str, home: str) -> str:
    """The entry to mark; boards, conferences, duties, rules and the hall stand under the plans, a watch page under its home."""
    if path == home:
        return home
    found = max((url for url in urls if url != home and path.startswith(url)), key=len, default="")
    plans = f"{home}ke-hoach/"
    if not found and path.startswith((*(f"{home}{part}/" for part in UNDER_PLANS), HALL)):
        found = plans if plans in urls else next(iter(urls), "")
    return found
