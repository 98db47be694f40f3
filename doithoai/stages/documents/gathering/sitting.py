"""The conference, its dates from the ledger, and who is invited, as papers tell them."""

from collections.abc import Iterable, Mapping
from datetime import date

from doithoai.domain.deadlines import Anchor, Term
from doithoai.domain.duties import DUTY_NAMES, Duty
from doithoai.domain.papers.wording import day_words
from doithoai.domain.plans import HeadedBy
from doithoai.domain.texts import fold
from doithoai.stages.conference.models import Sitting
from doithoai.stages.documents.event_name import event_name
from doithoai.stages.documents.facts import ConferenceFacts, DueDate, Officer
from doithoai.stages.documents.gathering.frame import chair_in_post, commune_words
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.duties.laying import rules_of
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.queries import entries_of, term_of
from doithoai.stages.plans.models import Conference, Plan

ANCHORS = {
    Anchor.CONFERENCE_DAY: "ngày tổ chức hội nghị",
    Anchor.CONFERENCE_END: "khi kết thúc hội nghị",
    Anchor.RECEIPT: "ngày nhận ý kiến",
    Anchor.CONCLUSION: "ngày kết luận",
    Anchor.ANSWER_DUE: "ngày hết hạn trả lời",
    Anchor.FIXED: "ngày tổ chức hội nghị",
}
_QUARTERS = {(1, 3): "quý I", (4, 6): "quý II", (7, 9): "quý III", (10, 12): "quý IV"}


def conference_facts(conference: Conference) -> ConferenceFacts:
    """Needs commune and plan loaded, villages prefetched. Names of chairs are told once the sitting knows them."""
    sitting = Sitting.objects.filter(conference=conference).first() or Sitting()
    opened = set(conference.open)
    villages = tuple(f"{village.kind} {village.name}" for village in conference.villages.all())
    return ConferenceFacts(
        event=event_of(conference),
        commune=commune_words(conference.commune),
        year=conference.year,
        on=None if "date" in opened else conference.on,
        starts=conference.starts,
        period=period_words(conference.earliest, conference.latest),
        half_days=conference.half_days,
        place="" if "place" in opened else conference.place,
        villages=villages,
        chairs=_chairs(conference, sitting),
        co_chair=_officer(conference.co_chair, sitting.co_chair_name),
        secretaries=tuple(one for one in (_officer(conference.secretary, sitting.secretary_name),) if one),
        online_address=conference.online_address,
        village_open="village" in opened and not villages,
    )


def event_of(conference: Conference) -> str:
    """The event's one name with its year, and which of the year's conferences it is."""
    name = event_name(conference.plan.title if conference.plan else conference.title)
    many = conference.plan is not None and conference.plan.conferences.count() > 1
    return f"{name} năm {conference.year}{f' (cuộc thứ {conference.number})' if many else ''}"


def period_words(earliest: date, latest: date) -> str:
    """'tháng 11 năm 2019', 'quý III năm 2025', 'năm 2025', or from day to day."""
    if earliest.year != latest.year:
        return f"thời gian từ {day_words(earliest)} đến {day_words(latest)}"
    months = (earliest.month, latest.month)
    if months[0] == months[1]:
        return f"tháng {months[0]} năm {earliest.year}"
    if months == (1, 12):
        return f"năm {earliest.year}"
    quarter = _QUARTERS.get(months)
    return f"{quarter or f'tháng {months[0]} đến tháng {months[1]}'} năm {earliest.year}"


# Where the plan names nobody: the head of the body that holds the dialogue.
CUSTOMARY_CHAIRS = {
    HeadedBy.PEOPLE_COMMITTEE: "Chủ tịch UBND xã",
    HeadedBy.PARTY: "Thường trực Đảng ủy",
    HeadedBy.BOTH: "Bí thư Đảng ủy",
}


def _chairs(conference: Conference, sitting: Sitting) -> tuple[Officer, ...]:
    posts = [post.strip() for post in conference.chair.split(";") if post.strip()] or [
        CUSTOMARY_CHAIRS[conference.headed_by]
    ]
    name, _title = chair_in_post(conference.commune_id, conference.on or conference.latest)
    officers = []
    for place, post in enumerate(posts):
        is_head = fold(post).startswith("chu tich ubnd") or fold(post).startswith("chu tich uy ban nhan dan")
        told = sitting.chair_name if place == 0 and len(posts) == 1 else ""
        officers.append(_named(post, told or (name if is_head else "")))
    return tuple(officers)


def _officer(post: str, told: str) -> Officer | None:
    return _named(post, told) if post.strip() else Officer(told) if told.strip() else None


def _named(post: str, told: str) -> Officer:
    """The post with its holder; whoever was entered under the post's own words is not named twice."""
    told = told.strip()
    post = post.strip()
    return Officer(post, "" if fold(told) in fold(post) or fold(post) in fold(told) else told)


def terms_of(conference: Conference) -> dict[str, Term]:
    """Terms by the key of their rule: what the ledger cannot tell while a day is open."""
    return {rule.key: rule.when for rule in rules_of(conference) if isinstance(rule.when, Term)}


def due_of(entry: DutyEntry, terms: Mapping[str, Term] | None = None) -> DueDate:
    """A ledger entry with its term and basis; the day is left open while the ledger has none."""
    term = term_of(entry.explanation) or (terms or {}).get(entry.rule_key)
    due = DueDate(
        duty=DUTY_NAMES[Duty(entry.duty)], actor=entry.actor, on=entry.due_on, basis=basis_of(entry.rule, entry.article)
    )
    if term is None:
        return due
    return DueDate(
        duty=due.duty,
        actor=due.actor,
        on=due.on,
        amount=term.amount,
        unit=term.unit,
        direction=term.direction,
        anchor=ANCHORS[term.anchor],
        basis=due.basis,
    )


def basis_of(rule: str, article: str) -> str:
    """'Điều 43 Luật …'; the line of a plan's own file says nothing to a reader and is left out."""
    return rule if not article or fold(article).startswith(("dong ", "phan ")) else f"{article} {rule}"


def due_for(conference_id: int, duty: Duty) -> DueDate | None:
    """The earliest binding date of a duty, or None where no rule sets one."""
    entries = [one for one in entries_of(conference_id) if one.duty == duty and one.rule and not one.advice]
    dated = sorted((one for one in entries if one.due_on), key=lambda one: one.due_on or date.max)
    chosen = dated[:1] or entries[:1]
    return due_of(chosen[0]) if chosen else None


def plan_reference(plan: Plan | None) -> str:
    """'Kế hoạch số 48/KH-UBND ngày …': as issued here, else as the plan's own file numbers it."""
    if plan is None:
        return ""
    issued = OfficialDocument.objects.filter(kind="plan", of_id=plan.pk, state="issued").order_by("-issued_on").first()
    number = issued.symbol if issued else plan.number
    on = issued.issued_on if issued else plan.issued_on
    if not number:
        return f"Kế hoạch đối thoại với Nhân dân năm {plan.year}"
    return f"Kế hoạch số {number}{f' {day_words(on)}' if on else ''}"


def attendees_of(plan: Plan | None, sides: Iterable[str]) -> tuple[str, ...]:
    """Whom the plan names on these sides: `upper`, `commune`, `village`, `citizens`."""
    wanted = set(sides)
    rows = plan.reading.get("attendees") or [] if plan else []
    return tuple(
        str(row.get("text") or "").strip(" .;,-") for row in rows if row.get("side") in wanted and row.get("text")
    )
