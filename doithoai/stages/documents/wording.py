"""Sentences that several kinds share: when, where, who, by when. General dates and lists are in `domain/papers/wording.py`."""

import re

from doithoai.domain.deadlines import Direction, Unit
from doithoai.domain.papers.blocks import Paragraph, bold, para
from doithoai.domain.papers.wording import clock, counted, day_words, joined, lower_first, weekday_and_day
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate, Officer, Petitioner

LATER = "sẽ có thông báo sau"
DOTS = "…" * 8
_WHY = re.compile(r"^(?:vì|do|lý do)\b[\s:,]*", re.IGNORECASE)
_HOUR_ROOM = "……… giờ ……… phút, "
_UNITS = {Unit.DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc", Unit.MONTH: "tháng"}


def when_words(conference: ConferenceFacts, *, ask_hour: bool = False) -> str:
    """Hour, weekday, day and length; while the day is open, the period and that a notice follows.

    `ask_hour` leaves room for an hour nobody has set: for papers that tell people when to come.
    """
    length = _length(conference.half_days)
    if conference.on is None:
        period = f"dự kiến trong {conference.period}; " if conference.period else ""
        return f"{length + ', ' if length else ''}{period}ngày, giờ cụ thể {LATER}"
    start = f"{clock(conference.starts)}, " if conference.starts else _HOUR_ROOM if ask_hour else ""
    return f"{start}{weekday_and_day(conference.on)}{f' ({length})' if length else ''}"


def _length(half_days: int | None) -> str:
    if half_days is None:
        return ""
    return "một buổi" if half_days == 1 else "một ngày" if half_days == 2 else f"{counted(half_days)} buổi"


def where_words(conference: ConferenceFacts) -> str:
    """The place, or that a notice follows."""
    return conference.place or f"địa điểm cụ thể {LATER}"


def citizens_words(conference: ConferenceFacts) -> str:
    """'Nhân dân thôn Đông Phong', of a village still to be named, or of the whole commune."""
    if conference.villages:
        return f"Nhân dân {joined(conference.villages)}"
    if conference.village_open:
        return f"Nhân dân thôn được chọn ({LATER})"
    return f"Nhân dân trên địa bàn {conference.commune}"


def officer_words(officer: Officer) -> str:
    """Post, and name where known: 'Chủ tịch Ủy ban nhân dân xã, đồng chí Trần Văn Mẫu'."""
    return f"đồng chí {officer.name}, {officer.post}" if officer.name else officer.post


def chairs_words(conference: ConferenceFacts) -> str:
    """The chair or chairs in one phrase, without the council's co-chair."""
    return joined([officer_words(chair) for chair in conference.chairs])


def chair_posts(conference: ConferenceFacts) -> str:
    """The chairs' posts alone."""
    return joined([chair.post for chair in conference.chairs])


def due_words(due: DueDate, *, with_basis: bool = True) -> str:
    """'chậm nhất ngày 18 tháng 11 năm 2021 (15 ngày làm việc sau ngày tổ chức hội nghị, theo …)'."""
    term = term_words(due)
    if due.on is None:
        main, behind = (f"chậm nhất {term}" if term else f"trong thời gian sớm nhất sau {due.anchor}"), ""
    else:
        main, behind = f"chậm nhất {day_words(due.on)}", term
    source = f"theo {due.basis}" if due.basis and with_basis else ""
    inside = ", ".join(part for part in (behind, source) if part)
    return f"{main} ({inside})" if inside else main


def term_words(due: DueDate) -> str:
    """'07 ngày trước ngày tổ chức hội nghị'; empty where no number is set."""
    if due.amount is None:
        return ""
    unit = _UNITS[due.unit]
    side = "trước" if due.direction is Direction.BEFORE else "sau"
    return f"{counted(due.amount)} {unit} {side} {due.anchor}"


def contact_words(contact: Contact) -> str:
    """Office with place and telephone in brackets."""
    inside = "; ".join(part for part in (contact.place, f"điện thoại {contact.phone}" if contact.phone else "") if part)
    return f"{contact.office} ({inside})" if inside else contact.office


def call_of(petitioner: Petitioner | None) -> str:
    """How a letter speaks of its reader; None: a copy that names nobody."""
    if petitioner is None:
        return "Công dân"
    return petitioner.salutation or "Quý đơn vị"


def addressee_of(petitioner: Petitioner | None, *, code: str, commune: str) -> str:
    """The line after 'Kính gửi:'; by the register's number where no name was given."""
    if petitioner is None or not petitioner.name:
        return f"{call_of(petitioner)} có ý kiến số {code}"
    named = f"{petitioner.salutation} {petitioner.name}".strip()
    return ", ".join(part for part in (named, petitioner.village, commune) if part)


def held_words(conference: ConferenceFacts) -> str:
    """'Hội nghị …, ngày 28 tháng 10 năm 2021': the event with its day where it has one."""
    return f"{conference.event}{', ' + day_words(conference.on) if conference.on else ''}"


def chairs_by_post(conference: ConferenceFacts) -> str:
    """Chair and co-chair by their posts alone, for papers without names; dots while nobody is known."""
    posts = [*(one.post for one in conference.chairs), conference.co_chair.post if conference.co_chair else ""]
    return joined([post for post in posts if post]) or DOTS


def because(reason: str) -> str:
    """' vì …' after a statement, without the officer's own 'vì' or 'do'; empty where no reason was given."""
    words = _WHY.sub("", reason.strip().rstrip(". "))
    return f" vì {lower_first(words)}" if words else ""


def point(number: int, label: str, words: str) -> Paragraph:
    """'1. Thời gian: …' with a bold label."""
    return para(bold(f"{number}. {label}: "), words)


def roman(number: int) -> str:
    """1 to 10 as the section numerals of official papers."""
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number - 1]
