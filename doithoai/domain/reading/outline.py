"""Paragraphs -> a tree of headings, and what each heading is about (purpose, content, people, time, tasks…).

Only the shape of the document is decided here; what a section says is read by the modules named after its subject.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from doithoai.domain.reading.characters import fold, is_capitals
from doithoai.domain.reading.paragraphs import Paragraph

_RANK = {
    "part": 0, "upper": 1, "article": 2, "roman": 2, "step": 4, "number": 4, "decimal": 5,
    "letter": 7, "star": 8, "dash": 10, "plus": 11, "plain": 13,
}  # fmt: skip
_CAPITALS_RANK, _LABEL_RANK, _HEADING_RANK = 2, 9, 3

_TOPICS: tuple[tuple[str, str], ...] = (
    ("after", r"(?:tong hop|xu ly|cong tac|thuc hien|cong viec|nhung|viec|cac).{0,60}\bsau (?:hoi nghi|tiep xuc|doi thoai|buoi|cuoc|khi)|sau (?:hoi nghi|tiep xuc|doi thoai|buoi|cuoc|khi)"),
    ("prepare", r"(?:cong tac )?chuan bi|truoc (?:hoi nghi|tiep xuc|doi thoai|buoi|cuoc|khi|ngay)|giai doan chuan bi"),
    ("exclusion", r"(?:mot so )?(?:luu y|(?:noi dung|pham vi) khong|(?:nhung|cac) (?:noi dung|van de|truong hop|viec|vu viec) khong|khong doi thoai|gioi han|truong hop khong)"),
    ("programme", r"(?:du kien )?(?:noi dung )?(?:chuong trinh|trinh tu|tien trinh|dien bien|kich ban|quy trinh|tien hanh)|(?:trong|tai) (?:hoi nghi|tiep xuc|doi thoai|buoi|cuoc)|cach thuc (?:tien hanh|dieu hanh)"),
    ("purpose", r"muc dich|yeu cau|muc tieu|y nghia|quan diem|su can thiet"),
    ("people", r"(?:thanh phan|doi tuong|dai bieu|so luong|khach moi|nguoi tham du|moi (?:du|tham du))"),
    ("chair", r"(?:dong |nguoi )?chu tri|chu toa|dieu hanh|nguoi dieu hanh"),
    ("secretary", r"(?:to |ban )?thu ky"),
    ("time", r"(?:du kien )?(?:thoi gian|thoi diem|lich|ngay to chuc|so (?:cuoc|lan|hoi nghi)|ngay gio)"),
    ("place", r"(?:du kien )?(?:dia diem|dia ban|noi to chuc|don vi duoc chon)"),
    ("schedule", r"tien do|lo trinh|cac buoc|ke hoach (?:thoi gian|tien do|cong viec)|moc thoi gian|thoi han"),
    ("method", r"hinh thuc|phuong phap|nguyen tac|phuong thuc|cach thuc"),
    ("tasks", r"to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai|nhiem vu|bien phap thuc hien|trien khai thuc hien"),
    ("content", r"(?:pham vi )?(?:noi dung|chu de|linh vuc|pham vi|van de)"),
    ("budget", r"kinh phi|che do"),
    ("security", r"an ninh|bao dam an ninh|dam bao an ninh"),
    ("appendix", r"phu luc|bieu"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"(?:{pattern})\b")) for name, pattern in _TOPICS)
_LEAD = re.compile(r"^(?:ve |cac |cong tac |mot so |nhung |du kien |viec )+")
_SPLIT = re.compile(r"\s*(?:,|;|\s-\s|/|\bva\b|\bvoi\b)\s*")
_CLOSING = re.compile(
    r"\W*(?:tren day la|trong qua trinh (?:trien khai|thuc hien|to chuc)|qua trinh (?:trien khai|thuc hien))"
)
_LONGEST_LABEL, _LONGEST_HEADING = 90, 150


@dataclass(slots=True)
class Section:
    """A paragraph with what is nested under it; `topics` is what its own heading names, perhaps several."""

    paragraph: Paragraph
    rank: int
    parent: "Section | None" = None
    topics: tuple[str, ...] = ()
    children: list["Section"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's words, without its mark."""
        return self.paragraph.text

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph only names what follows."""
        return bool(self.children) and not self.body

    @property
    def label(self) -> str:
        """The words before a first colon or stop, when they are short enough to be a label; else all of them."""
        return self.text[: label_end(self.text)]

    @property
    def body(self) -> str:
        """The words after the label."""
        return self.text[label_end(self.text) :].lstrip(" :.")

    def path(self) -> Iterator["Section"]:
        """The section and those around it, innermost first."""
        here: Section | None = self
        while here is not None:
            yield here
            here = here.parent

    def walk(self) -> Iterator["Section"]:
        """The section and everything under it, in reading order."""
        stack = [self]
        while stack:
            here = stack.pop()
            yield here
            stack.extend(reversed(here.children))

    def about(self) -> tuple[str, ...]:
        """The topics of the nearest heading around (or of) this section that names any."""
        return next((section.topics for section in self.path() if section.topics), ())

    def is_about(self, *topics: str) -> bool:
        """Whether the nearest named heading is about one of these."""
        return any(topic in topics for topic in self.about())

    def within(self, topic: str) -> bool:
        """Whether any heading around names the topic."""
        return any(topic in section.topics for section in self.path())


def label_end(text: str) -> int:
    """Where a paragraph's label ends: at a colon, at a stop after a few words, or at its end."""
    colon = text.find(":")
    if 0 < colon <= _LONGEST_LABEL:
        return colon
    stop = re.search(r"\.\s+(?=[^\W\d])", text[:70])
    if stop and len(text[: stop.start()].split()) <= 9 and not text[: stop.start()].endswith(("TT", "Tp", "TP")):
        return stop.start()
    return len(text)


def build_outline(paragraphs: Sequence[Paragraph]) -> Section:
    """A root section (no words of its own) holding the tree."""
    root = Section(Paragraph("", "root", "", ((0, paragraphs[0].first_line if paragraphs else 1),)), -1)
    open_sections = [root]
    for paragraph in paragraphs:
        section = Section(paragraph, _rank(paragraph))
        if _restarts(section, open_sections):
            section.rank += 1
        while open_sections[-1].rank >= section.rank:
            open_sections.pop()
        section.parent = open_sections[-1]
        if not (section.parent.within("tasks") and section.rank > _RANK["roman"] and _is_office_like(paragraph)):
            section.topics = _topics(paragraph, section.parent)
        section.parent.children.append(section)
        if "|" not in paragraph.text:
            open_sections.append(section)
    return root


def _restarts(section: Section, around: list[Section]) -> bool:
    """Whether a numbered item belongs to a list begun anew at 1 under a numbered heading ("3. Nội dung", "1. …", "2. …")."""
    if section.paragraph.kind != "number" or section.rank != _RANK["number"]:
        return False
    outer = next((one for one in reversed(around) if one.rank == _RANK["number"]), None)
    if outer is None or not outer.topics or outer.body:
        return False
    number = int(re.sub(r"\D", "", section.paragraph.mark) or 0)
    if not outer.children:
        return number == 1 and int(re.sub(r"\D", "", outer.paragraph.mark) or 0) >= 1 and not _own_topics(section.label)
    last = outer.children[-1].paragraph
    return (
        last.kind == "number"
        and number == int(re.sub(r"\D", "", last.mark) or 0) + 1
        and not _own_topics(section.label)
    )


def _rank(paragraph: Paragraph) -> int:
    if paragraph.kind == "decimal":
        return _RANK["decimal"] + min(paragraph.mark.strip(".) :").count(".") - 1, 1)
    if paragraph.kind == "number" and paragraph.heading:
        return _HEADING_RANK
    if paragraph.kind != "plain":
        return _RANK[paragraph.kind]
    return _unmarked_rank(paragraph)


def _unmarked_rank(paragraph: Paragraph) -> int:
    """The rank of a paragraph without a mark, by its capitals, its label, its length."""
    text = paragraph.text
    if "|" in text:
        return _RANK["plain"]
    capitals = is_capitals(text) and len(text) <= _LONGEST_HEADING and not text.endswith(";")
    if capitals or _CLOSING.match(paragraph.folded):
        return _CAPITALS_RANK
    if paragraph.heading and len(text) <= _LONGEST_HEADING:
        return _HEADING_RANK
    named = len(text) <= 70 and bool(_own_topics(text[: label_end(text)])) and not text.endswith((".", ";"))
    colon = text.find(":")
    if 0 < colon <= 45 and _own_topics(text[:colon]):
        return _LABEL_RANK
    if (text.endswith(":") and len(text) <= _LONGEST_LABEL) or (named and label_end(text) >= len(text.rstrip(" :."))):
        return _LABEL_RANK
    return _RANK["plain"]


def _is_office_like(paragraph: Paragraph) -> bool:
    return bool(re.match(r"(?:ban (?:chi huy|to chuc|cong tac)|to thu ky|cong an|quan su)", paragraph.folded))


def _topics(paragraph: Paragraph, parent: Section) -> tuple[str, ...]:
    label = paragraph.text[: label_end(paragraph.text)]
    if len(label) > _LONGEST_HEADING or label.endswith(";"):
        return ()
    whole = len(label) >= len(paragraph.text.rstrip(" .:;"))
    if whole and paragraph.kind in {"dash", "plus", "plain"} and not paragraph.text.endswith(":") and len(label) > 60:
        return ()
    ended = paragraph.text.rstrip().endswith((".", ";")) and not is_capitals(label)
    if (
        whole
        and ended
        and (len(label) > 75 or (len(label) > 60 and parent.is_about("purpose", "content", "exclusion", "programme")))
    ):
        return ()
    if parent.within("tasks") and paragraph.kind in {"dash", "plus", "plain", "letter"}:
        return ()
    if parent.is_about("programme", "prepare", "after"):
        return _only(_own_topics(label), {"programme", "prepare", "after", "exclusion"}) if whole else ()
    if parent.is_about("purpose") and paragraph.kind not in {"roman", "upper", "article", "part"}:
        return _only(_own_topics(label), {"purpose"})
    if parent.is_about("content") and paragraph.kind in {"dash", "plus", "plain"} and whole:
        return ()
    return _own_topics(label)


def _only(topics: tuple[str, ...], allowed: set[str]) -> tuple[str, ...]:
    return tuple(topic for topic in topics if topic in allowed)


def _own_topics(label: str) -> tuple[str, ...]:
    """What the words of a label name, in their order, each once."""
    found: list[str] = []
    folded = fold(label).strip(" .:*\"'")
    if re.match(r"dieu \d+\W*", folded):
        folded = re.sub(r"^dieu \d+\W*", "", folded)
    whole = _topic_at(folded)
    if whole in {"after", "prepare"}:
        return (whole, "tasks") if re.search(r"\b(?:trach nhiem|phan cong)\b", folded) else (whole,)
    for piece in _SPLIT.split(folded):
        topic = _topic_at(piece)
        if topic and topic not in found:
            found.append(topic)
    return tuple(found)


def _topic_at(words: str) -> str | None:
    bare = _LEAD.sub("", words)
    for name, pattern in _COMPILED:
        if pattern.match(words) or pattern.match(bare):
            return name
    return None
