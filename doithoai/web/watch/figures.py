"""Figures as charts with their numbers; small numbers are left out for readers who see no single petition.

A number under five of a village or a topic could point at a person. One number left out alone could be found by
subtraction, so then the next smallest goes with it. How the commune kept its dates is nobody's personal matter and stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from doithoai.domain.figures import (
    FATE_NAMES,
    PUNCTUALITY_NAMES,
    Count,
    Fate,
    Punctuality,
    ResultFigures,
    without_small,
)
from doithoai.web.ui.charts import parts_of_whole
from doithoai.web.ui.records import Bar, Figure
from doithoai.web.watch.lines import topic_words
from doithoai.web.watch.wording import PUNCTUALITY_TONES

LEAST = 5


@dataclass(frozen=True)
class Row:
    """One bar with its words and number; `width` in per cent of the longest, `value` as words where it is left out."""

    words: str
    value: str
    width: float


@dataclass(frozen=True)
class Chart:
    """One picture with its table."""

    caption: str
    heading: str
    rows: tuple[Row, ...]


def charts_of(figures: ResultFigures, *, hides_small: bool) -> list[Chart]:
    """By topic, by village, by outcome; those without anything to count are left out."""
    wanted: tuple[tuple[str, str, Sequence[Count], Callable[[str], str]], ...] = (
        (_("Theo lĩnh vực"), _("Lĩnh vực"), figures.by_topic, topic_words),
        (_("Theo thôn"), _("Thôn"), figures.by_village, lambda name: name or _("không rõ thôn")),
        (_("Kết quả đến nay"), _("Kết quả"), figures.fates, lambda key: _(FATE_NAMES[Fate(key)])),
    )
    charts = []
    for caption, heading, counts, words in wanted:
        there = [count for count in counts if count.number]
        of_people = counts in (figures.by_topic, figures.by_village)
        if there:
            charts.append(Chart(caption, heading, _rows(there, words, hides_small=hides_small and of_people)))
    return charts


def punctual_parts(figures: ResultFigures) -> list[tuple[Bar, float, float]]:
    """How the written answers stand to their dates, as parts of one bar."""
    return parts_of_whole(
        Bar(_(PUNCTUALITY_NAMES[kind]), figures.punctual(kind), PUNCTUALITY_TONES[kind]) for kind in Punctuality
    )


def _rows(counts: Sequence[Count], words: Callable[[str], str], *, hides_small: bool) -> tuple[Row, ...]:
    shown = shown_counts(counts) if hides_small else list(counts)
    longest = max((count.number for count in shown if count), default=0)
    return tuple(
        Row(words(count.key), str(kept.number), round(kept.number / longest * 100, 2))
        if kept
        else Row(words(count.key), _("không nêu"), 0.0)
        for count, kept in zip(counts, shown, strict=True)
    )


def shown_counts(counts: Sequence[Count]) -> list[Count | None]:
    """The counts with None where a number must not be told."""
    shown = list(without_small(counts, least=LEAST))
    kept = [(count.number, place) for place, count in enumerate(shown) if count and count.number]
    if shown.count(None) == 1 and kept:
        shown[min(kept)[1]] = None
    return shown


def first_numbers(figures: ResultFigures, *, overdue: int, broken: int, base: str = "") -> list[Figure]:
    """The numbers one asks for first, each leading to its list where `base` names the page of the lists."""

    def led(query: str) -> str:
        return f"{base}?{query}" if base else ""

    return [
        Figure(overdue, _("quá hạn chưa trả lời"), "late" if overdue else "", led("xem=qua-han")),
        Figure(broken, _("hứa mà chưa làm"), "late" if broken else "", led("xem=hua")),
        Figure(figures.fate(Fate.AWAITING_ANSWER), _("chờ trả lời bằng văn bản"), "", led("state=awaiting_answer")),
        Figure(figures.answered, _("đã trả lời"), "done" if figures.answered else "", led("state=answered")),
        Figure(figures.received, _("ý kiến đã nhận"), "", base),
    ]


def year_words(figures: ResultFigures) -> str:
    """The year in one sentence."""
    told = {"received": figures.received, "answered": figures.answered, "late": figures.punctual(Punctuality.LATE)}
    return _("%(received)s ý kiến đã nhận, %(answered)s đã trả lời, %(late)s trả lời chậm.") % told
