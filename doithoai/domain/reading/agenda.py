"""What is talked about, what is refused, and the steps at the conference.

Deadlines that stand among these words are read by `deadlines.py`.
"""

import re
from collections.abc import Iterable

from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.record import Span
from doithoai.domain.reading.sentences import clauses, sentences
from doithoai.domain.reading.terms import find_terms

Texts = list[tuple[str, Span]]

_REFUSED = re.compile(
    r"\bkhong (?:doi thoai|tiep nhan|tra loi|xem xet|giai quyet|dua|neu|loi dung|duoc loi dung|tiep thu|thuoc pham vi|bao gom|to chuc doi thoai|trao doi|ban|de cap)\b(?!.{0,12}(?:duoc|kip))"
    r"|nghiem cam|\bcam (?:loi dung|cac|nhung)|cau hoi ngoai (?:noi dung|chu de|pham vi)|noi dung ngoai (?:pham vi|chu de)|(?:noi dung|vu viec|don|truong hop)[^.;]{0,60}?(?:khong thuoc (?:noi dung|pham vi)|khong duoc doi thoai)|tranh loi dung"
)
_CHAIR_ANSWERS = re.compile(r"^\W*(?:dong chi )?(?:chu tich|nguoi chu tri|chu tri)[^.;]{0,40}(?:truc tiep )?tra loi")
_SAYS_CONTENT = re.compile(
    r"\W*(?:noi dung|chu de)(?: doi thoai| tiep xuc,? doi thoai| hoi nghi| trong tam| chinh)*\s*(?:se |chu yeu |tap trung |xoay quanh )*(?:gom co|gom|bao gom|la|ve|vao|xoay quanh|tap trung|:)\s*(?:vao |ve |cac van de:?|:)*\s*"
)
_LABEL = re.compile(r"^\W*(?:luu y|chu y|ghi chu|yeu cau)\s*:\s*")
_CLOCK = re.compile(
    r"^\W*(?:(?:tu\s+)?\d{1,2}\s*(?:h|gio|g|:)\s*\d{0,2}'?(?:\s*phut)?(?:\s*(?:-|den)\s*\d{1,2}\s*(?:h|gio|g|:)\s*\d{0,2}'?(?:\s*phut)?)?\s*[:\-.,]*\s*)"
)


def _span(section: Section) -> Span:
    return section.paragraph.first_line, section.paragraph.last_line


def _words(text: str) -> str:
    return tidy(text.strip(" -+*:()"))


def _unique(found: Iterable[tuple[str, Span]]) -> Texts:
    kept: dict[str, tuple[str, Span]] = {}
    for text, span in found:
        if len(text) > 3:
            kept.setdefault(fold(text), (text, span))
    return list(kept.values())


def read_topics(root: Section, year: int | None) -> Texts:
    """What the dialogue is about; words that refuse a subject or set a time for answering are left out."""
    found: Texts = []
    for section in root.walk():
        if (
            "content" not in section.about()
            or section.within("tasks")
            or section.within("purpose")
            or "|" in section.text
        ):
            continue
        if len(section.about()) > 1 and section.about()[0] != "content" and "content" not in section.topics:
            continue
        text = section.text
        named_only = "content" in section.topics and not section.children and section.label == section.text
        if "content" in section.topics and not (named_only and section.parent and section.parent.is_about("content")):
            text = section.body if section.label != section.text else ""
            if len(section.topics) > 1 and section.children:
                text = ""
        if not text or _LABEL.match(fold(text.strip(" ("))) or _CHAIR_ANSWERS.match(fold(text)):
            continue
        if section.children and (text.rstrip().endswith(":") or section.paragraph.kind == "step"):
            continue
        for start, end in sentences(text):
            words = text[start:end]
            if (
                _REFUSED.search(fold(words))
                or re.match(r"\W*thoi (?:gian|luong)\b", fold(words))
                or any(term.kind == "count" for term in find_terms(words, year))
            ):
                continue
            found.append((_words(words), _span(section)))
    return _rejoined(_unique(found)) or _unique(_topics_in_running_text(root))


def _topics_in_running_text(root: Section) -> Texts:
    """Subjects named inside a paragraph of another subject: "Nội dung đối thoại gồm …"."""
    found: Texts = []
    for section in root.walk():
        if section.within("tasks") or section.within("purpose"):
            continue
        for start, end in sentences(section.text):
            says = _SAYS_CONTENT.match(fold(section.text[start:end]))
            if says:
                found.append((_words(section.text[start + says.end() : end]), _span(section)))
    return found


def _rejoined(found: Texts) -> Texts:
    """Sentences of one paragraph brought together again."""
    out: Texts = []
    for text, span in found:
        if out and out[-1][1] == span and len(text) < 160:
            out[-1] = (f"{out[-1][0]}. {text}", span)
        else:
            out.append((text, span))
    return out


def read_exclusions(root: Section) -> Texts:
    """What will not be dialogued, or is banned at the conference."""
    found: Texts = []
    for section in root.walk():
        if section.within("tasks") or not section.text or "|" in section.text:
            continue
        if section.parent and section.parent.topics == ("exclusion",) and not section.children:
            found.append((_words(section.text), _span(section)))
            continue
        if section.topics == ("exclusion",) and section.body and not _REFUSED.search(fold(section.body)):
            found.extend((_words(part), _span(section)) for part in section.body.split(";"))
            continue
        if not _REFUSED.search(section.paragraph.folded):
            continue
        for start, end in sentences(section.text):
            words = section.text[start:end]
            if not _REFUSED.search(fold(words)):
                continue
            parts = list(clauses(words, (0, len(words))))
            if "exclusion" in section.topics and section.label != section.text and section.label in words:
                words = words.split(":", 1)[-1]
                parts = list(clauses(words, (0, len(words))))
            banned = bool(re.match(r"\W*(?:khong|nghiem cam|cam)\b", fold(words)))
            if banned or len(parts) == 1:
                found.append((_stripped(words), _span(section)))
            else:
                found.extend(
                    (_stripped(words[a:b]), _span(section)) for a, b in parts if _REFUSED.search(fold(words[a:b]))
                )
    return _unique(found)


def _stripped(words: str) -> str:
    label = _LABEL.match(fold(words.strip(" (")))
    words = words.strip(" (")
    return _words(words[label.end() :] if label else words)


def read_programme(root: Section) -> Texts:
    """The steps at the conference itself, in order; what is done before and after it is not among them."""
    areas = [section for section in root.walk() if "programme" in section.topics and not section.within("tasks")]
    inner = [area for area in areas if any(around in areas for around in list(area.path())[1:])]
    found: Texts = []
    for area in inner or areas:
        if area in inner or not any(other in inner for other in area.walk()):
            found.extend(_steps(area))
    return _unique(found)


def _steps(area: Section) -> Texts:
    found: Texts = []
    if area.body and len(area.topics) == 1:
        found.extend((_words(part), _span(area)) for part in re.split(r";", area.body))
    for section in area.walk():
        if section is area or set(section.about()) & {
            "prepare",
            "after",
            "tasks",
            "people",
            "time",
            "place",
            "content",
            "exclusion",
            "chair",
            "secretary",
            "method",
        }:
            continue
        if section.children and (section.text.rstrip().endswith(":") or len(section.text) < 60):
            continue
        if "|" in section.text:
            cells = [cell.strip() for cell in section.text.split("|") if cell.strip()]
            if any(fold(cell) in {"stt", "tt", "noi dung", "thoi gian"} for cell in cells):
                continue
            text = max(cells, key=len)
        else:
            text = section.text
        clock = _CLOCK.match(fold(text))
        found.append((_words(text[clock.end() :] if clock and clock.end() else text), _span(section)))
    return found
