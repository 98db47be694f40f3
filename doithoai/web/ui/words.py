"""How dates, times, numbers and deadlines are said on screen: the template filters.

Instants are shown in the zone of the settings (Asia/Ho_Chi_Minh). No layout, no markup and no clock here:
whoever needs "today" passes it in. Padding of days and months follows Decree 30/2020, Annex I (days under 10 and
months 1 and 2 carry a leading zero).
"""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _


def local_day(when: date | datetime) -> date:
    """The calendar day of a date, or of an instant as people in Vietnam see it."""
    if isinstance(when, datetime):
        return timezone.localtime(when).date() if timezone.is_aware(when) else when.date()
    return when


def vn_date(when: date | datetime | None) -> str:
    """``20/11/2025``; an empty string for None."""
    return "" if when is None else local_day(when).strftime("%d/%m/%Y")


def vn_date_long(when: date | datetime | None) -> str:
    """``thứ Năm, ngày 20 tháng 11 năm 2025``; an empty string for None."""
    if when is None:
        return ""
    day = local_day(when)
    return _("%(weekday)s, ngày %(day)s tháng %(month)s năm %(year)s") % {
        "weekday": weekday(day),
        "day": f"{day.day:02d}",
        "month": f"{day.month:02d}" if day.month in (1, 2) else str(day.month),
        "year": str(day.year),
    }


def weekday(day: date) -> str:
    """``thứ Hai`` … ``Chủ nhật``."""
    names = (_("thứ Hai"), _("thứ Ba"), _("thứ Tư"), _("thứ Năm"), _("thứ Sáu"), _("thứ Bảy"), _("Chủ nhật"))
    return names[day.weekday()]


def vn_time(at: datetime | None) -> str:
    """``07:30, 20/11/2025`` in Vietnamese time; an empty string for None."""
    if at is None:
        return ""
    local = timezone.localtime(at) if timezone.is_aware(at) else at
    return local.strftime("%H:%M, %d/%m/%Y")


def vn_clock(at: datetime | None) -> str:
    """``07:30`` in Vietnamese time; an empty string for None."""
    if at is None:
        return ""
    local = timezone.localtime(at) if timezone.is_aware(at) else at
    return local.strftime("%H:%M")


def vn_moment(when: date | datetime | None) -> str:
    """A date as ``20/11/2025``, an instant as ``07:30, 20/11/2025``."""
    return vn_time(when) if isinstance(when, datetime) else vn_date(when)


def days_left(due_on: date | None, today: date) -> str:
    """``còn 3 ngày``, ``hạn hôm nay`` or ``quá hạn 2 ngày``; ``chưa định ngày`` while the date is open."""
    if due_on is None:
        return _("chưa định ngày")
    days = (due_on - today).days
    if days == 0:
        return _("hạn hôm nay")
    if days > 0:
        return ngettext("còn %(days)s ngày", "còn %(days)s ngày", days) % {"days": days}
    return ngettext("quá hạn %(days)s ngày", "quá hạn %(days)s ngày", -days) % {"days": -days}


def number(value: float | Decimal | None) -> str:
    """``12.345,5`` in Vietnamese, ``12,345.5`` in English; an empty string for None."""
    if value is None:
        return ""
    text = f"{value:,}"
    if (get_language() or "vi").startswith("en"):
        return text
    return text.translate(str.maketrans(",.", ".,"))


def sentence(words: object) -> str:
    """The same words with the first letter large, the rest untouched."""
    text = str(words)
    return text[:1].upper() + text[1:]


KINDS = {"commune": "xã", "ward": "phường", "special_zone": "đặc khu"}
KIND_TITLES = {"commune": "xã %(name)s", "ward": "phường %(name)s", "special_zone": "đặc khu %(name)s"}


def commune_title(commune: object) -> str:
    """``xã Long Phụng``, ``Long Phụng commune`` in English; a name that says its kind is not told it twice."""
    name = str(commune.name)  # type: ignore[attr-defined] -- any record with name, kind and province
    kind = str(getattr(commune, "kind", ""))
    said = next((code for code, word in KINDS.items() if name.lower().startswith(f"{word} ")), "")
    if said:
        if get_language() in (None, "vi"):
            return name
        name, kind = name[len(KINDS[said]) :].strip(), said
    return _(KIND_TITLES.get(kind, KIND_TITLES["commune"])) % {"name": name}


# Cities directly under the central government since 1 July 2025; every other province is a "tỉnh".
CENTRAL_CITIES = frozenset({"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"})


def authority_line(commune: object) -> str:
    """``Ủy ban nhân dân xã Long Phụng, tỉnh Quảng Ngãi``: the first line of every page."""
    province = str(getattr(commune, "province", "") or "")
    if province and not province.lower().startswith(("tỉnh", "thành phố")):
        level = _("thành phố %(name)s") if province in CENTRAL_CITIES else _("tỉnh %(name)s")
        province = level % {"name": province}
    line = _("Ủy ban nhân dân %(commune)s") % {"commune": commune_title(commune)}
    return f"{line}, {province}" if province else line
