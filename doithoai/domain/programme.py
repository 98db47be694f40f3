"""The programme of a sitting, its speaker list, and what to warn of when it opens.

Not here: decisions on opinions (`conference.py`). Law 72/2025/QH15 Art. 43 (co-chair from the People's Council);
people's speaking comes before reports, as the real plans ask.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.opinions import Necessity


@dataclass(frozen=True)
class Step:
    """One step of a programme. `minutes` is None where no length is set."""

    title: str
    who: str = ""
    minutes: int | None = None


RESULTS_OF_LAST_TIME = Step("Thông báo kết quả giải quyết các ý kiến của lần đối thoại trước", "Người chủ trì", 10)

CUSTOMARY = (
    Step("Tuyên bố lý do, giới thiệu đại biểu, chương trình và nội quy; giới thiệu thư ký", "Văn phòng", 5),
    Step("Nêu tình hình chung và các nội dung đối thoại", "Người chủ trì", 15),
    Step("Trả lời các ý kiến đã thu nhận trước hội nghị", "Người chủ trì và các đơn vị", 20),
    Step("Nhân dân phát biểu, hỏi trực tiếp hoặc gửi câu hỏi qua thư ký", "Nhân dân", 60),
    Step("Trả lời, giải trình; Nhân dân trao đổi tiếp", "Người chủ trì và các đơn vị", 40),
    Step("Kết luận hội nghị", "Người chủ trì", 10),
)


def default_programme(planned: Sequence[str], *, chair: str = "", has_earlier: bool = False) -> tuple[Step, ...]:
    """The plan's own steps, else the customary ones; after the opening come the results of last time, if there was one."""
    steps = [Step(title=text.strip()) for text in planned if text.strip()] or list(CUSTOMARY)
    if has_earlier:
        steps.insert(min(1, len(steps)), RESULTS_OF_LAST_TIME)
    if chair:
        steps = [Step(s.title, s.who.replace("Người chủ trì", chair), s.minutes) for s in steps]
    return tuple(steps)


_RANK = {Necessity.URGENT: 0, Necessity.HIGH: 1, Necessity.NORMAL: 2}


@dataclass(frozen=True)
class InLine:
    """An opinion to be put in order. `group_id` is None for one that stands alone."""

    opinion_id: int
    necessity: Necessity
    group_id: int | None
    topic: str
    number: int
    has_speaker: bool = False


def in_running_order(opinions: Iterable[InLine]) -> tuple[int, ...]:
    """Ids in order: the more necessary first, a group together at its most necessary member's place, topics together.

    Ties go to groups with more voices, then to the lower register number.
    """
    groups: dict[tuple[str, int], list[InLine]] = {}
    for one in opinions:
        key = ("group", one.group_id) if one.group_id is not None else ("alone", one.opinion_id)
        groups.setdefault(key, []).append(one)

    def place(members: list[InLine]) -> tuple[int, str, int, int]:
        return (
            min(_RANK[m.necessity] for m in members),
            min(m.topic for m in members),
            -len(members),
            min(m.number for m in members),
        )

    ordered = sorted(groups.values(), key=place)
    return tuple(
        m.opinion_id
        for members in ordered
        for m in sorted(members, key=lambda m: (_RANK[m.necessity], not m.has_speaker, m.number))
    )


def moved(order: Sequence[int], item: int, place: int) -> tuple[int, ...]:
    """The order with `item` at the 1-based `place`; a place beyond either end means that end."""
    rest = [one for one in order if one != item]
    index = min(max(place, 1), len(rest) + 1) - 1
    return (*rest[:index], item, *rest[index:])


def seconds_spoken(started_at: datetime | None, ended_at: datetime | None, now: datetime) -> int:
    """Whole seconds of one speech; a speech not yet ended runs until now; 0 before it began."""
    if started_at is None:
        return 0
    return max(0, int(((ended_at or now) - started_at).total_seconds()))


@dataclass(frozen=True)
class Opening:
    """What is known when the chair opens the sitting. `announced_on` is None when no day was announced."""

    today: date
    announced_on: date | None
    was_announced: bool
    co_chair_policy: str = "none"
    co_chair: str = ""
    secretary: str = ""
    people_present: int | None = None


def opening_warnings(opening: Opening, translate: Callable[[str], str] = str) -> tuple[str, ...]:
    """Sentences to read before opening, in the language of `translate`; none of them forbids it."""
    found = []
    if opening.announced_on is None:
        found.append(translate("Chưa định ngày hội nghị trong thông báo."))
    elif opening.announced_on != opening.today:
        found.append(
            translate("Hôm nay là %(today)s, không phải ngày đã thông báo (%(announced)s).")
            % {"today": f"{opening.today:%d/%m/%Y}", "announced": f"{opening.announced_on:%d/%m/%Y}"}
        )
    if not opening.was_announced:
        found.append(translate("Chưa ghi nhận việc thông báo hội nghị đến người dân."))
    if opening.co_chair_policy == "required" and not opening.co_chair.strip():
        found.append(translate("Quy định cần đại diện Thường trực HĐND đồng chủ trì; chưa ghi tên người này."))
    if not opening.secretary.strip():
        found.append(translate("Chưa cử thư ký ghi biên bản."))
    if not opening.people_present:
        found.append(translate("Chưa ghi số người dự."))
    return tuple(found)
