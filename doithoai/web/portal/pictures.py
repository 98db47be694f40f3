"""Public questions of a dialogue as pictures: what became of them, and which matters and villages they are about.

Every count is of questions that stand on the same page with their matter and village, so a picture tells no more of a
person than the list does. What is not public is counted nowhere here.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from doithoai.stages.notices.queries import Standing
from doithoai.web.portal.telling import topic_words
from doithoai.web.ui.charts import bar_widths, parts_of_whole
from doithoai.web.ui.records import Bar
from doithoai.web.ui.saying import gettext as _

ENOUGH: Final = 5
"""Fewer questions are read sooner than their picture."""


@dataclass(frozen=True)
class Picture:
    """A bar chart with the words over it and over its first column."""

    caption: str
    heading: str
    bars: list[tuple[Bar, float]]


def share_of(figures: dict[str, int], *, linked: bool) -> list[tuple[Bar, float, float]]:
    """What became of the questions, as parts of a whole; on the dialogue's own page each part opens its questions."""
    named = (
        ("on_time", _("trả lời đúng hạn"), "done"),
        ("late", _("trả lời chậm"), "soon"),
        ("open", _("đang xem, còn hạn"), "open"),
        ("overdue", _("quá hạn chưa trả lời"), "late"),
        ("passed_up", _("đã chuyển cấp trên"), ""),
    )
    bars = [
        Bar(words, figures.get(key, 0), tone, f"?tinh_trang={key}#cau-hoi" if linked else "")
        for key, words, tone in named
    ]
    return parts_of_whole(bars)


def asked_about(rows: Iterable[Standing]) -> list[Picture]:
    """How many questions each matter and each village has, most first; nothing while there is little to compare."""
    listed = list(rows)
    if len(listed) < ENOUGH:
        return []
    topics = Counter(row.topic for row in listed)
    counted = (
        (_("Theo loại việc"), _("Việc gì"), Counter({topic_words(topic): number for topic, number in topics.items()})),
        (_("Theo thôn"), _("Thôn"), Counter(row.village for row in listed)),
    )
    return [
        Picture(caption, heading, bar_widths(Bar(words, number) for words, number in count.most_common() if words))
        for caption, heading, count in counted
        if len(count.keys() - {""}) > 1
    ]
