"""The calendar feed (ICS) of a commune's duties and conferences. Holds acting sides, never names of persons.

UIDs stay the same for ever and SEQUENCE grows with each change, so that a phone moves its entry instead of doubling it.
RFC 5545; days are whole days, a conference with an hour is in Asia/Ho_Chi_Minh.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from doithoai.domain.duties import DUTY_NAMES, Duty
from doithoai.domain.rules.actors import ROLE_NAMES, ActorRole
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.plans.models import Conference

if TYPE_CHECKING:
    from icalendar import Calendar, Event

ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")
ALARM_DAYS: Final = (7, 3, 1)
PRODUCT: Final = "-//Doi thoai//So viec//VI"


def feed_of(commune_id: int, *, at: datetime, conference_id: int | None = None) -> bytes:
    """The feed as bytes: each dated duty and each conference with a day; done duties stay, without alarms."""
    entries = DutyEntry.objects.select_related("commune", "conference").filter(commune_id=commune_id)
    conferences = Conference.objects.select_related("commune").filter(commune_id=commune_id)
    if conference_id is not None:
        entries, conferences = entries.filter(conference_id=conference_id), conferences.filter(pk=conference_id)
    dated = entries.exclude(due_on=None).exclude(duty=Duty.CONFERENCE)
    return build_feed(conferences.exclude(on=None).order_by("on"), dated.order_by("due_on", "pk"), at=at)


def build_feed(conferences: Iterable[Conference], entries: Iterable[DutyEntry], *, at: datetime) -> bytes:
    """Feed of the given rows. `at` is the instant of making."""
    # The library takes its time to load, and only the feed needs it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Đối thoại: việc và hạn"))
    calendar.add("x-wr-timezone", str(ZONE))
    for conference in conferences:
        calendar.add_component(_conference_event(conference, at))
    for entry in entries:
        calendar.add_component(_duty_event(entry, at))
    _add_zone(calendar)
    return bytes(calendar.to_ical())


def _add_zone(calendar: "Calendar") -> None:
    if hasattr(calendar, "add_missing_timezones"):
        calendar.add_missing_timezones()


def _event(uid: str, sequence: int, at: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", at.astimezone(ZoneInfo("UTC")))
    return event


def _conference_event(conference: Conference, at: datetime) -> "Event":
    event = _event(f"conference-{conference.pk}@{conference.commune.slug}.doithoai", conference.version - 1, at)
    event.add("summary", f"{conference.title} – {conference.commune.name}")
    if conference.place:
        event.add("location", conference.place)
    if conference.on is None:
        raise ValueError("a conference without a day has no place in a feed")
    if conference.starts is not None:
        start = datetime.combine(conference.on, conference.starts, tzinfo=ZONE)
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(hours=4 * (conference.half_days or 1)))
    else:
        event.add("dtstart", conference.on)
        event.add("dtend", conference.on + timedelta(days=1))
    if conference.state == "cancelled":
        event.add("status", "CANCELLED")
    else:
        _add_alarms(event, conference.title)
    return event


def _duty_event(entry: DutyEntry, at: datetime) -> "Event":
    event = _event(f"duty-{entry.pk}@{entry.commune.slug}.doithoai", entry.version - 1, at)
    name = _(DUTY_NAMES[Duty(entry.duty)])
    if entry.due_on is None:
        raise ValueError("a duty without a date has no place in a feed")
    side = _(ROLE_NAMES[ActorRole(entry.role)])
    event.add("summary", f"{_('Hạn')}: {name} – {entry.commune.name}")
    event.add(
        "description", f"{side}. {entry.conference.title}. {_('Theo')}: {entry.rule}, {entry.article}".rstrip(", ")
    )
    event.add("dtstart", entry.due_on)
    event.add("dtend", entry.due_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if entry.conference.state == "cancelled":
        event.add("status", "CANCELLED")
    elif entry.done_on is None:
        _add_alarms(event, name)
    return event


def _add_alarms(event: "Event", words: str) -> None:
    from icalendar import Alarm

    for days in ALARM_DAYS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words)
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
