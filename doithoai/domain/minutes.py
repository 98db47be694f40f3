"""Minutes that write themselves from the live record: agenda, speakers with their times, opinions, outcomes, words.

Pure composing of plain paragraphs that the secretary then corrects; layout and letterhead belong to the document.
A citizen is named only where he spoke aloud; whoever sent an opinion ahead appears by village alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.conference import FourLists, Outcome, Raised
from doithoai.domain.programme import Step

PARAGRAPHS = {
    "raised": "Ông (bà) …, thôn …, nêu thêm: …",
    "replied": "Chủ trì trả lời: …",
    "given": "Chủ trì giao … làm …, xong trước ngày …/…/…",
    "absent": "Vắng mặt: … Lý do: …",
    "objected": "Nghe đọc lại biên bản, ông (bà) … đề nghị ghi thêm: …",
}
"""Ready-made paragraphs for what no record knows; the writer fills in the dots."""
CLOSING = "Hội nghị kết thúc lúc"
NUMERALS = ("I", "II", "III", "IV", "V")


@dataclass(frozen=True)
class Speech:
    """One person on the speaker list who got the floor; times are local. `opinion_id` is None when he spoke at large."""

    name: str
    village: str
    about: str
    started_at: datetime | None
    ended_at: datetime | None
    opinion_id: int | None = None


@dataclass(frozen=True)
class Heard:
    """One opinion in running order. `answered_by` and `reason` as the chair's decision has them."""

    raised: Raised
    answered_by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class MinutesFacts:
    """Everything the minutes are made of. Times are local (Asia/Ho_Chi_Minh); head counts None when not taken."""

    title: str
    place: str
    announced_on: date | None
    opened_at: datetime | None
    ended_at: datetime | None
    chair: str
    co_chair: str
    secretary: str
    people_present: int | None
    citizens_present: int | None
    programme: Sequence[Step] = ()
    opening: str = ""
    speeches: Sequence[Speech] = ()
    heard: Sequence[Heard] = ()
    lists: FourLists | None = None
    remarks: str = ""


def compose_minutes(facts: MinutesFacts) -> str:
    """The whole text: paragraphs divided by blank lines, list lines beginning with their number or a dash."""
    sections = (_time_and_place(facts), _present(facts), _programme(facts), _opinions(facts), _conclusion(facts))
    parts: list[str] = []
    for numeral, (title, *rest) in zip(NUMERALS, (one for one in sections if one), strict=False):
        parts += [f"{numeral}. {title}", *rest]
    return "\n\n".join(part for part in (*parts, _closing(facts)) if part)


def _time_and_place(facts: MinutesFacts) -> list[str]:
    began = (
        f"Bắt đầu lúc {_clock(facts.opened_at)}, ngày {facts.opened_at:%d/%m/%Y}"
        if facts.opened_at
        else "Bắt đầu lúc …"
    )
    where = f", tại {facts.place}" if facts.place else ""
    lines = [f"Hội nghị: {facts.title}.", f"{began}{where}."]
    if facts.opened_at and facts.announced_on and facts.opened_at.date() != facts.announced_on:
        lines.append(f"Ngày đã thông báo là {facts.announced_on:%d/%m/%Y}.")
    return ["THỜI GIAN, ĐỊA ĐIỂM", "\n".join(lines)]


def _present(facts: MinutesFacts) -> list[str]:
    lines = [
        f"- {label}: {value}."
        for label, value in (
            ("Chủ trì", facts.chair),
            ("Đồng chủ trì", facts.co_chair),
            ("Thư ký ghi biên bản", facts.secretary),
            ("Số người dự", facts.people_present),
            ("Trong đó người dân", facts.citizens_present),
        )
        if value not in ("", None)
    ]
    return ["THÀNH PHẦN", "\n".join(lines)] if lines else []


def _programme(facts: MinutesFacts) -> list[str]:
    lines = [f"{n}. {step.title}{f' ({step.who})' if step.who else ''}." for n, step in enumerate(facts.programme, 1)]
    opening = [f"Nội dung chủ trì trình bày: {facts.opening}"] if facts.opening else []
    if lines:
        return ["CHƯƠNG TRÌNH", "\n".join(line.replace("..", ".") for line in lines), *opening]
    return ["KHAI MẠC", *opening] if opening else []


def _opinions(facts: MinutesFacts) -> list[str]:
    if not facts.heard and not facts.speeches:
        return ["Ý KIẾN CỦA NHÂN DÂN VÀ TRẢ LỜI", "Không có ý kiến."]
    spoken: dict[int, list[Speech]] = {}
    at_large = []
    for speech in facts.speeches:
        if speech.opinion_id is None:
            at_large.append(speech)
        else:
            spoken.setdefault(speech.opinion_id, []).append(speech)
    parts = ["Ý KIẾN CỦA NHÂN DÂN VÀ TRẢ LỜI"]
    parts += [_opinion(n, one, spoken.pop(one.raised.opinion_id, [])) for n, one in enumerate(facts.heard, 1)]
    left = at_large + [speech for speeches in spoken.values() for speech in speeches]
    if left:
        parts.append("Các ý kiến phát biểu khác:\n" + "\n".join(f"- {_speech(speech)}" for speech in left))
    return parts


def _opinion(place: int, one: Heard, speeches: Sequence[Speech]) -> str:
    raised = one.raised
    source = f", {raised.village}" if raised.village else ""
    lines = [f"{place}. Ý kiến số {raised.number}{source}: {_sentence(raised.summary)}"]
    lines += [f"   Phát biểu: {_speech(speech)}" for speech in speeches]
    lines.append(f"   {_outcome(one)}")
    return "\n".join(lines)


def _outcome(one: Heard) -> str:
    raised = one.raised
    if raised.outcome is None:
        return "Đã trả lời trước hội nghị." if raised.answered_before else "Chưa có quyết định của chủ trì."
    if raised.outcome is Outcome.ANSWERED_NOW:
        return f"{one.answered_by or 'Chủ trì'} trả lời: {_sentence(raised.said)}"
    said = f" {_sentence(raised.said)}" if raised.said else ""
    if raised.outcome is Outcome.IN_WRITING:
        return f"Giao {raised.unit} trả lời bằng văn bản, chậm nhất ngày {_day(raised.due_on)}.{said}"
    if raised.outcome is Outcome.PASSED_UP:
        return (
            f"Vượt thẩm quyền của xã: {_sentence(one.reason)} Chuyển {raised.body}, dự kiến có trả lời ngày "
            f"{_day(raised.due_on)}; {raised.unit} theo dõi.{said}"
        )
    return f"Tách riêng, không đối thoại tại hội nghị: {_sentence(one.reason)}{said}"


def _speech(speech: Speech) -> str:
    who = f"{speech.name} ({speech.village})" if speech.village else speech.name
    times = (
        f", {_clock(speech.started_at)} đến {_clock(speech.ended_at)}" if speech.started_at and speech.ended_at else ""
    )
    about = f": {_sentence(speech.about)}" if speech.about else "."
    return f"{who}{times}{about}"


def _conclusion(facts: MinutesFacts) -> list[str]:
    if facts.lists is None:
        return []
    lists = facts.lists
    parts = [
        "KẾT LUẬN CỦA CHỦ TRÌ",
        _listed("1. Những nội dung đã đối thoại", [_short(r) for r in lists.discussed]),
        _listed("2. Những nội dung đã được giải quyết, trả lời", [_short(r) for r in lists.settled]),
        _listed("3. Những nội dung đã nêu nhưng chưa giải quyết", [_short(r) for r in lists.unsettled]),
        _listed(
            "4. Giao trách nhiệm",
            [f"{_short(r)}: {r.unit}, chậm nhất ngày {_day(r.due_on)}" for r in lists.assigned],
        ),
    ]
    if facts.remarks:
        parts.append(_sentence(facts.remarks))
    return parts


def _listed(heading: str, items: Sequence[str]) -> str:
    if not items:
        return f"{heading}: không có."
    return f"{heading} ({len(items)}):\n" + "\n".join(f"- {_sentence(item)}" for item in items)


def _short(raised: Raised) -> str:
    return f"Ý kiến số {raised.number}: {raised.summary.strip().rstrip('.')}"


def _closing(facts: MinutesFacts) -> str:
    if facts.ended_at is None:
        return ""
    same_day = facts.opened_at is not None and facts.opened_at.date() == facts.ended_at.date()
    day = "cùng ngày" if same_day else f"ngày {facts.ended_at:%d/%m/%Y}"
    return f"{CLOSING} {_clock(facts.ended_at)} {day}. Biên bản đã được đọc lại cho mọi người cùng nghe."


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."


def _clock(at: datetime | None) -> str:
    return f"{at:%H} giờ {at:%M}" if at else "…"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "…"


def both_texts(mine: str, theirs: str) -> str:
    """One text with every paragraph of two that were written at once: theirs in order, mine put in where they differ.

    For the page that shows a conflict: whoever was second saves this and loses no sentence of either.
    """
    kept = theirs.split("\n\n")
    seen = {paragraph.strip() for paragraph in kept}
    place = 0
    for paragraph in mine.split("\n\n"):
        if paragraph.strip() in seen:
            place = max(place, next((i for i, p in enumerate(kept) if p.strip() == paragraph.strip()), place) + 1)
        else:
            kept.insert(place, paragraph)
            seen.add(paragraph.strip())
            place += 1
    return "\n\n".join(kept)


def with_paragraph(text: str, paragraph: str) -> str:
    """The text with one paragraph more: before the closing words where they stand last, else at the end."""
    kept = [part for part in text.split("\n\n") if part.strip()]
    place = len(kept) - 1 if kept and kept[-1].strip().startswith(CLOSING) else len(kept)
    return "\n\n".join([*kept[:place], paragraph, *kept[place:]])
