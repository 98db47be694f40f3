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
from doithoai.web.ui.records import Figure
from doithoai.web.watch.lines import topic_words
from doithoai.web.watch.wording import PUNCTUALITY_TONES

LEAST = 5


@dataclass(frozen=True)
class Row:
    """One bar with its words and number; `width` in per cent of the longest, `value` as words where it is left out."""

    words: str
    value: str
    width: float
    tone: str = ""


@dataclass(frozen=True)
class Chart:
    """One picture with its table."""

    caption: str
    heading: str
    rows: tuple[Row, ...]


def charts_of(figures: ResultFigures, *, hides_small: bool) -> list[Chart]:
    """By topic, by village, by outcome, by punctuality; those without anything to count are left out."""
    wanted: tuple[tuple[str, str, Sequence[Count], Callable[[str], str], Callable[[str], str]], ...] = (
        (_("Theo lĩnh vực"), _("Lĩnh vực"), figures.by_topic, topic_words, _no_tone),
        (_("Theo thôn"), _("Thôn"), figures.by_village, lambda name: name or _("không rõ thôn"), _no_tone),
        (_("Kết quả đến nay"), _("Kết quả"), figures.fates, lambda key: _(FATE_NAMES[Fate(key)]), _no_tone),
        (
            _("Văn bản trả lời: đúng hạn hay chậm"), _("So với hạn"), figures.punctuality,
            lambda key: _(PUNCTUALITY_NAMES[Punctuality(key)]), lambda key: PUNCTUALITY_TONES[Punctuality(key)],
        ),
    )  # fmt: skip
    charts = []
    for caption, heading, counts, words, tone in wanted:
        there = [count for count in counts if count.number]
        of_people = counts in (figures.by_topic, figures.by_village)
        if there:
            charts.append(Chart(caption, heading, _rows(there, words, tone, hides_small=hides_small and of_people)))
    return charts


def _no_tone(_key: str) -> str:
    return ""


def _rows(
    counts: Sequence[Count], words: Callable[[str], str], tone: Callable[[str], str], *, hides_small: bool
) -> tuple[Row, ...]:
    shown = shown_counts(counts) if hides_small else list(counts)
    longest = max((count.number for count in shown if count), default=0)
    return tuple(
        Row(words(count.key), str(kept.number), round(kept.number / longest * 100, 2), tone(count.key))
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


def big_numbers(figures: ResultFigures) -> list[Figure]:
    """The numbers one asks for first."""
    overdue, late = figures.punctual(Punctuality.OVERDUE), figures.punctual(Punctuality.LATE)
    return [
        Figure(figures.received, _("ý kiến đã nhận")),
        Figure(figures.answered, _("đã trả lời"), "done" if figures.answered else ""),
        Figure(overdue, _("quá hạn chưa trả lời"), "late" if overdue else ""),
        Figure(late, _("trả lời chậm"), "late" if late else ""),
        Figure(figures.promises.broken, _("hứa mà chưa làm"), "late" if figures.promises.broken else ""),
    ]
