"""How a due date came about: start, every skipped day and why, the move off a day off, rule and article.

The counting itself is `deadlines.py`; this module repeats none of it, it only tells. Every sentence shown is a template
in `SENTENCES` (Vietnamese, `%(name)s` placeholders), so that a translation can replace it.
Civil Code 2015 Art. 147 and 148.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit, due_on, reached_on
from doithoai.domain.workdays import WEEKDAY_NAMES, Calendar

SENTENCES: Final[Mapping[str, str]] = {
    "due": "Hạn: %(due)s.",
    "after": "Tính %(amount)s sau %(anchor)s %(start)s; ngày đầu không tính, đếm từ %(first)s.",
    "before": "Tính %(amount)s trước %(anchor)s %(start)s; ngày đầu không tính, đếm lùi từ %(first)s.",
    "same_day": "Tính ngay trong %(anchor)s %(start)s.",
    "skipped": "Không tính ngày nghỉ: %(days)s.",
    "worked": "Có tính ngày làm bù: %(days)s.",
    "moved_after": "Đếm đến %(reached)s là ngày nghỉ (%(why)s) nên hạn lùi sang ngày làm việc kế tiếp, %(due)s.",
    "moved_before": "Đếm đến %(reached)s là ngày nghỉ (%(why)s) nên phải xong sớm hơn, vào ngày làm việc liền trước, %(due)s.",
    "passed": "Các ngày nghỉ bỏ qua: %(days)s.",
    "fixed": "Văn bản ghi ngày này.",
    "the_day": "Là chính ngày hội nghị.",
    "eve": "Phải xong trước %(anchor)s %(start)s, chậm nhất ngày làm việc liền trước.",
    "assumed": "Chưa có %(anchor)s nên tạm tính từ ngày hội nghị; có ngày thật sẽ tính lại.",
    "rule": "Theo: %(rule)s.",
    "rule_article": "Theo: %(rule)s, %(article)s.",
    "not_covered": "Chưa có bảng ngày nghỉ lễ năm %(year)s: mới tính thứ Bảy, Chủ nhật.",
    "unconfirmed": "Cần so lại lịch nghỉ: %(days)s.",
}
ANCHOR_WORDS: Final[Mapping[Anchor, str]] = {
    Anchor.CONFERENCE_DAY: "ngày hội nghị",
    Anchor.CONFERENCE_END: "ngày kết thúc hội nghị",
    Anchor.RECEIPT: "ngày nhận ý kiến",
    Anchor.CONCLUSION: "ngày thông báo kết luận",
    Anchor.ANSWER_DUE: "hạn trả lời",
    Anchor.FIXED: "ngày ghi trong văn bản",
}
UNIT_WORDS: Final[Mapping[Unit, str]] = {
    Unit.DAY: "%(n)s ngày",
    Unit.WORKING_DAY: "%(n)s ngày làm việc",
    Unit.MONTH: "%(n)s tháng",
}
TERM_WORDS: Final[Mapping[Direction, str]] = {
    Direction.AFTER: "%(amount)s sau %(anchor)s",
    Direction.BEFORE: "%(amount)s trước %(anchor)s",
}


@dataclass(frozen=True)
class PassedDay:
    """A day the count passed over or, for a made-up working day, counted against its weekday."""

    on: date
    why: str
    source: str
    confirmed: bool = True


@dataclass(frozen=True)
class Explanation:
    """`manner` is the key of the opening sentence. Dates are None where the manner has none.

    `skipped` are days off the count passed over; `moved_from` is where the count ended when that day is off;
    `assumed` is set when the anchor's own date is not known yet and the conference day stands in.
    """

    due: date
    manner: str
    rule: str
    article: str
    start: date | None = None
    term: Term | None = None
    first_counted: date | None = None
    skipped: tuple[PassedDay, ...] = ()
    worked: tuple[PassedDay, ...] = ()
    moved_from: date | None = None
    assumed: bool = False
    uncovered_years: tuple[int, ...] = ()

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The whole calculation in plain sentences; `translate` turns each template into the reader's language."""
        return " ".join(_sentences(self, translate))

    def as_record(self) -> dict[str, object]:
        """JSON-ready: dates as ISO text."""
        term = self.term
        return {
            "due_on": self.due.isoformat(),
            "manner": self.manner,
            "rule": self.rule,
            "article": self.article,
            "start": _iso(self.start),
            "amount": term.amount if term else None,
            "unit": term.unit.value if term else None,
            "direction": term.direction.value if term else None,
            "anchor": term.anchor.value if term else None,
            "first_counted": _iso(self.first_counted),
            "skipped": [_passed_record(day) for day in self.skipped],
            "worked": [_passed_record(day) for day in self.worked],
            "moved_from": _iso(self.moved_from),
            "assumed": self.assumed,
            "uncovered_years": list(self.uncovered_years),
        }


def explanation_of(record: Mapping[str, Any]) -> Explanation:
    """The explanation that `as_record` wrote down."""
    term = None
    if record["amount"] is not None:
        unit, direction, anchor = Unit(record["unit"]), Direction(record["direction"]), Anchor(record["anchor"])
        term = Term(int(record["amount"]), unit, direction, anchor)
    return Explanation(
        due=date.fromisoformat(record["due_on"]),
        manner=record["manner"],
        rule=record["rule"],
        article=record["article"],
        start=_day(record["start"]),
        term=term,
        first_counted=_day(record["first_counted"]),
        skipped=_passed_days(record["skipped"]),
        worked=_passed_days(record["worked"]),
        moved_from=_day(record["moved_from"]),
        assumed=record["assumed"],
        uncovered_years=tuple(record["uncovered_years"]),
    )


def explain(
    term: Term, start: date, calendar: Calendar, *, rule: str, article: str, assumed: bool = False
) -> Explanation:
    """The explanation of `due_on(term, start, calendar)`. Raises UnreasonableTerm like it."""
    due = due_on(term, start, calendar)
    reached = reached_on(term, start, calendar)
    after = term.direction is Direction.AFTER
    first = start + timedelta(days=1 if after else -1)
    passed_from = first if term.unit is Unit.WORKING_DAY else reached
    return Explanation(
        due=due,
        manner="same_day" if term.amount == 0 else term.direction.value,
        rule=rule,
        article=article,
        start=start,
        term=term,
        first_counted=first if term.amount else None,
        skipped=_days_off(passed_from, due, calendar),
        worked=_made_up(first, due, calendar) if term.unit is Unit.WORKING_DAY else (),
        moved_from=reached if reached != due else None,
        assumed=assumed,
        uncovered_years=tuple(year for year in sorted({start.year, due.year}) if not calendar.covers(date(year, 6, 1))),
    )


def explain_fixed(on: date, *, rule: str, article: str, the_day: bool = False) -> Explanation:
    """A date the text itself fixes, taken as written even when off; `the_day` for the conference's own day."""
    return Explanation(due=on, manner="the_day" if the_day else "fixed", rule=rule, article=article)


def explain_eve(start: date, anchor: Anchor, calendar: Calendar, *, rule: str, article: str) -> Explanation:
    """A duty owed before a moment with no amount named: the last working day before it."""
    due = calendar.add_working_days(start, -1)
    term = Term(1, Unit.WORKING_DAY, Direction.BEFORE, anchor)
    skipped = _days_off(start - timedelta(days=1), due, calendar)
    return Explanation(due=due, manner="eve", rule=rule, article=article, start=start, term=term, skipped=skipped)


def describe_term(term: Term, translate: Callable[[str], str] = str) -> str:
    """A term in words: 7 ngày trước ngày hội nghị."""
    amount = translate(UNIT_WORDS[term.unit]) % {"n": term.amount}
    return translate(TERM_WORDS[term.direction]) % {"amount": amount, "anchor": translate(ANCHOR_WORDS[term.anchor])}


def day_words(day: date, translate: Callable[[str], str] = str) -> str:
    """A date as an office writes it, with its weekday: 20/12/2025 (thứ Bảy)."""
    return f"{day:%d/%m/%Y} ({translate(WEEKDAY_NAMES[day.weekday()])})"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _passed_days(records: Iterable[Mapping[str, Any]]) -> tuple[PassedDay, ...]:
    return tuple(PassedDay(date.fromisoformat(r["on"]), r["why"], r["source"], r["confirmed"]) for r in records)


def _passed_record(day: PassedDay) -> dict[str, object]:
    return {"on": day.on.isoformat(), "why": day.why, "source": day.source, "confirmed": day.confirmed}


def _between(one: date, other: date) -> list[date]:
    low, high = min(one, other), max(one, other)
    return [low + timedelta(days=n) for n in range((high - low).days + 1)]


def _days_off(one: date, other: date, calendar: Calendar) -> tuple[PassedDay, ...]:
    found = ((day, calendar.why_off(day)) for day in _between(one, other))
    return tuple(PassedDay(day, why.name, why.source, why.confirmed) for day, why in found if why is not None)


def _made_up(one: date, other: date, calendar: Calendar) -> tuple[PassedDay, ...]:
    found = ((day, calendar.made_up(day)) for day in _between(one, other))
    return tuple(PassedDay(day, mark.name, mark.source, mark.confirmed) for day, mark in found if mark is not None)


def _listed(days: tuple[PassedDay, ...], translate: Callable[[str], str]) -> str:
    told = ((day_words(day.on, translate), day.why) for day in days)
    return "; ".join(words if why in WEEKDAY_NAMES else f"{words} {translate(why)}" for words, why in told)


def _sentences(told: Explanation, translate: Callable[[str], str]) -> list[str]:
    def say(key: str, **words: object) -> str:
        return translate(SENTENCES[key]) % words

    sentences = [say("due", due=day_words(told.due, translate)), _opening(told, translate, say)]
    if told.assumed and told.term:
        sentences.append(say("assumed", anchor=translate(ANCHOR_WORDS[told.term.anchor])))
    if told.moved_from:
        direction = told.term.direction.value if told.term else Direction.AFTER.value
        why = next((translate(day.why) for day in told.skipped if day.on == told.moved_from), "")
        reached, due = day_words(told.moved_from, translate), day_words(told.due, translate)
        sentences.append(say(f"moved_{direction}", reached=reached, why=why, due=due))
        sentences.append(say("passed", days=_listed(told.skipped, translate)))
    elif told.skipped:
        sentences.append(say("skipped", days=_listed(told.skipped, translate)))
    if told.worked:
        sentences.append(say("worked", days=_listed(told.worked, translate)))
    sentences += [say("not_covered", year=year) for year in told.uncovered_years]
    doubtful = tuple(day for day in told.skipped + told.worked if not day.confirmed)
    if doubtful:
        sentences.append(say("unconfirmed", days=_listed(doubtful, translate)))
    sentences.append(say("rule_article" if told.article else "rule", rule=told.rule, article=told.article))
    return sentences


def _opening(told: Explanation, translate: Callable[[str], str], say: Callable[..., str]) -> str:
    if told.start is None or told.term is None:
        return say(told.manner)
    return say(
        told.manner,
        amount=translate(UNIT_WORDS[told.term.unit]) % {"n": told.term.amount},
        anchor=translate(ANCHOR_WORDS[told.term.anchor]),
        start=day_words(told.start, translate),
        first=day_words(told.first_counted, translate) if told.first_counted else "",
    )
