"""Where the conferences are held, for which villages, and what a plan leaves to a later notice.

When they are held is read in `conferences.py`.
"""

import re
from collections.abc import Iterator

from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.dates import find_stretches
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.places import village_names
from doithoai.domain.reading.record import Span

LATER = re.compile(
    r"(?:co |se |duoc |theo |bang )*(?:thong bao|giay moi|van ban|cong van|lich)(?: cu the| rieng| chi tiet| chinh thuc)*(?: \w+){0,4}? sau\b"
    r"|(?:se |duoc )+(?:co )?(?:thong bao|giay moi|an dinh|quyet dinh)(?: cu the| rieng| chi tiet)?|(?:co )?(?:thong bao|giay moi) (?:rieng|cu the|chi tiet)\b|chua (?:xac dinh|an dinh|chon)|theo (?:thong bao|giay moi)(?! so)\b|thong bao sau|an dinh (?:ngay|thoi gian)|\bdo [^.;,]{3,45} quyet dinh\b"
)


_SUBJECTS = (
    ("date", re.compile(r"thoi (?:gian|diem)|ngay (?:gio|cu the|to chuc)\b|lich\b")),
    ("place", re.compile(r"dia diem|noi to chuc")),
    ("village", re.compile(r"\b(?:thon|ban|ap|xom|to dan pho|khu pho|dia ban|khu vuc|cum|don vi|buon|lang)\b")),
)


_AT = re.compile(
    r"\b(?:tai|o)\s+(?=(?:hoi truong|nha van hoa|nha sinh hoat|tru so|trung tam|nha hop|san|truong|diem|dinh|ubnd|uy ban|nvh|phong hop|nha cong dong|nha rong|khu|hoi quan|quang truong|cho|chua|khuon vien|nha thi dau)\b)"
)


_PLACE_WORDS = re.compile(
    r"(?:hoi truong|nha van hoa|nha sinh hoat|tru so|trung tam|nha hop|diem truong|nvh|phong hop|nha cong dong|nha rong|hoi quan)\b"
)


_VILLAGE_TOO = re.compile(
    r"duoc chon|lua chon|chon thon|dia diem(?:,| va) (?:thon|ban|ap|xom|khu|to)|(?:thon|ban|ap|xom)(?:,| va) dia diem"
)


_CITIZENS = re.compile(r"(?<!hoi dong )(?<!uy ban )\bnhan dan|cu tri|ho dan|ho gia dinh|cong dan|nguoi dan|ba con")


_WHOLE_COMMUNE = re.compile(
    r"toan xa|cac thon|cac xom|cac ap|cac ban|cac buon|cac khu|tren dia ban (?:toan )?(?:xa|phuong)|\d+ (?:thon|ban|ap|xom|buon|khu|to)|tren dia ban(?! (?:thon|xom|ap))|cac to dan pho"
)


def open_fields(root: Section, apart: set[Span]) -> set[str]:
    """What the plan leaves to a later notice, but for lines that speak of one conference each."""
    fields: set[str] = set()
    for section in root.walk():
        if (section.paragraph.first_line, section.paragraph.last_line) in apart:
            continue
        if section.within("purpose") or (section.within("tasks") and not set(section.topics) & {"time", "place"}):
            continue
        fields |= open_in(section.paragraph.folded, section.about())
    return fields


def open_in(folded: str, about: tuple[str, ...]) -> set[str]:
    """What one paragraph leaves to a later notice; without a subject of its own, what its heading is about."""
    fields: set[str] = set()
    for match in LATER.finditer(folded):
        begin = (
            max(
                folded.rfind(".", 0, match.start()),
                folded.rfind(";", 0, match.start()),
                folded.rfind("(", 0, match.start()),
            )
            + 1
        )
        near = folded[begin : match.start()]
        named = {name for name, pattern in _SUBJECTS if pattern.search(near)}
        if {"place", "village"} <= named and not _VILLAGE_TOO.search(near):
            named.discard("village")
        if not named:
            named = {"time": {"date"}, "place": {"place"}}.get(next(iter(about), ""), set())
        fields |= named
    return fields


def place_of(root: Section) -> tuple[str | None, Span]:
    for section in root.walk():
        if section.within("tasks"):
            continue
        if "place" in section.about():
            text = (
                section.body
                if "place" in section.topics and section.body
                else section.text
                if not section.is_heading
                else ""
            )
            if "place" in section.topics and not section.body and section.is_heading:
                continue
            if len(section.about()) > 1 and not _PLACE_WORDS.search(fold(text)):
                continue
            if (LATER.search(fold(text)) and not _PLACE_WORDS.search(fold(text))) or (
                "time" in section.topics and len(section.topics) == 1
            ):
                continue
            text = LATER.split(text)[0] if not _PLACE_WORDS.search(fold(text)) else text
            place = place_in(text) or _cut(re.sub(r"^\W*(?:tại|ở|Tại|Ở)\s+", "", text))
            if place and not find_stretches(place, None):
                return place, (section.paragraph.first_line, section.paragraph.last_line)
    for section in root.walk():
        if not section.within("tasks") and not section.within("purpose") and (place := place_in(section.text)):
            return place, (section.paragraph.first_line, section.paragraph.last_line)
    return None, (0, 0)


def place_in(text: str) -> str | None:
    folded = fold(text)
    match = _AT.search(folded)
    if match:
        return _cut(text[match.end() :])
    words = _PLACE_WORDS.search(folded)
    return _cut(text[words.start() :]) if words else None


def _cut(text: str) -> str | None:
    cut = re.split(
        r"[.;(|]|,\s*(?=(?:vào|lúc|từ|sáng|chiều|ngày|thời gian|thành phần|do)\b)|\s+(?=(?:cho|đối với|dành cho)\s+(?:nhân dân|Nhân dân|các))|\s+(?=(?:vào|lúc)\s+(?:\d|ngày|sáng|chiều))",
        text,
        maxsplit=1,
    )[0]
    words = tidy(cut.strip(" -+*:"))
    return words[:160] or None


def villages_of(root: Section, title: str | None) -> tuple[str, ...]:
    """Villages the plan is for: named in the title, in what it says of scope, place or citizens."""
    names = village_names(title or "")
    if names:
        return tuple(names)
    spoken_of = [section for section in root.walk() if not section.within("tasks") and not section.within("purpose")]
    whole_commune = any(
        _WHOLE_COMMUNE.search(_of_citizens(section)) for section in spoken_of if section.is_about("people")
    )
    for section in (*_on_scope(spoken_of), *([] if whole_commune else _on_place(spoken_of))):
        citizens = (section.is_about("people") and len(_of_citizens(section))) or len(section.text)
        found = village_names(section.text[len(section.text) - citizens :])
        if found:
            return tuple(found)
    for section in list(root.walk())[:12]:
        if (
            re.search(r"xay dung ke hoach|to chuc (?:hoi nghi )?(?:tiep xuc|doi thoai)", section.paragraph.folded)
            and not section.within("purpose")
            and (found := village_names(section.text))
        ):
            return tuple(found)
    return ()


def _of_citizens(section: Section) -> str:
    """The folded words of a paragraph from where it first names the people, none when it does not."""
    match = _CITIZENS.search(section.paragraph.folded)
    return section.paragraph.folded[match.start() :] if match else ""


def _on_scope(sections: list[Section]) -> Iterator[Section]:
    """Paragraphs that say whom the dialogue is with: by form and subject, then by who is to come."""
    for section in sections:
        if section.is_about("method", "content") and re.search(r"doi thoai|tiep xuc", section.paragraph.folded):
            yield section
    for section in sections:
        if section.is_about("people") and _of_citizens(section):
            yield section


def _on_place(sections: list[Section]) -> Iterator[Section]:
    """Paragraphs on time and place, but for those that name the commune's own hall."""
    for section in sections:
        if section.is_about("place", "time") and not re.search(
            r"hoi truong (?:ubnd|uy ban|xa)|tru so", section.paragraph.folded
        ):
            yield section
