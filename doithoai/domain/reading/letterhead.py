"""Who issued a document, its number, place and day, its form (state or party), title and year.

Form of state documents: Decree 30/2020/NĐ-CP; of party documents: number with a hyphen before the type, "T/M".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from doithoai.domain.reading.characters import fold, is_capitals, tidy
from doithoai.domain.reading.dates import find_stretches
from doithoai.domain.reading.lines import Line, columns
from doithoai.domain.reading.paragraphs import Paragraph
from doithoai.domain.reading.places import commune_names, most_named, proper, province_names
from doithoai.domain.reading.zones import Zones

_NUMBER = re.compile(r"\bso\s*[:.]?\s*(?P<n>\d{1,5}[a-z]?)\s*(?P<rest>[-/–]\s*[a-z][\w&.]*(?:\s*[-/–]\s*[\w&.]+)*)")
_OWN_NUMBER = re.compile(r"\bso\s*:?\s*\d+\s*[-/]\s*(?:kh|tb|bc|kl)\b.{0,120}\bngay\b")
_CITES = re.compile(r"\W*(?:can cu|thuc hien|theo|trien khai)\b|.{0,200}\bngay\b.{0,40}\bcua\b")
_ISSUED = re.compile(r"ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
_PLACE = re.compile(r"^(?P<place>[^,:\d]{2,40}?)\s*,\s*ngay\b")
_MOTTO = re.compile(r"cong hoa xa hoi|doc lap|dang cong san viet nam|^\W*so\s*[:.]?\s*[\d/\-]|ngay .{0,6}thang")
_BODIES = r"(?:uy ban nhan dan|ubnd|ban thuong vu dang uy|ban chap hanh dang bo|thuong truc dang uy|dang uy|uy ban mttq(?: viet nam)?|uy ban mat tran to quoc(?: viet nam)?|ban thuong truc uy ban mttq(?: viet nam| vn)?|thuong truc hdnd|hoi dong nhan dan|hdnd(?: va ubnd)?)"
_ISSUING = re.compile(
    rf"(?P<body>{_BODIES})(?P<level>\s+(?:xa|phuong|thi tran|dac khu))?(?P<name>(?:\s+[\w'-]+){{0,5}}?)\s*,?\s+"
    r"(?:xay dung|ban hanh|lap|de ra|trien khai|thong nhat ban hanh|xay dung va ban hanh)\s+(?:va (?:ban hanh|to chuc) )?(?:noi dung )?ke hoach"
)
_ANY_ISSUER = re.compile(
    rf"(?P<body>{_BODIES})(?P<level>\s+(?:xa|phuong|thi tran|dac khu))?(?P<name>(?:\s+[\w'-]+){{0,5}}?)\s*,?\s+(?:to chuc|ban hanh|thong bao|bao cao|xay dung)\b"
)
_YEAR = re.compile(r"nam\s+(20\d\d|19[89]\d)")
_KINDS = ("xa", "phuong", "thi tran", "dac khu", "huyen", "tinh", "thanh pho", "quan", "thi xa")
_TYPE_NAMES = {
    "plan": "Kế hoạch",
    "notice": "Thông báo",
    "conclusion_notice": "Thông báo kết luận",
    "report": "Báo cáo",
}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The facts of the head and title; a span is null where the fact is."""

    form: str
    issuer: str | None
    commune: str | None
    province: str | None
    number: str | None
    issued_on: str | None
    title: str | None
    year: int | None
    spans: dict[str, tuple[int, int]]


def read_letterhead(zones: Zones, paragraphs: Sequence[Paragraph]) -> Letterhead:
    """Read the head, the title, and what the first paragraphs say of the issuer."""
    spans: dict[str, tuple[int, int]] = {}
    head = [Line(line.number, part) for line in zones.head for part in columns(line.text)]
    if not any(_NUMBER.search(fold(line.text)) for line in head):
        head += [
            Line(line.number, part.strip())
            for line in zones.body[:4]
            if _OWN_NUMBER.search(fold(line.text)) and not _CITES.match(fold(line.text))
            for part in re.split(r"\s[–|-]\s", line.text)
        ]
    number = _number(head, spans)
    issued_on, dated_year, place = _issued(head, spans)
    form = _form(head, zones, number, paragraphs)
    title = _title(zones, spans)
    commune = _commune(head, zones, paragraphs, place)
    issuer = _head_issuer(head, spans) or _body_issuer(paragraphs, zones, commune, spans)
    province = _province(head, zones, paragraphs)
    year = _year(title, dated_year, paragraphs)
    return Letterhead(form, issuer, commune, province, number, issued_on, title, year, spans)


def _number(head: Sequence[Line], spans: dict[str, tuple[int, int]]) -> str | None:
    for line in head:
        match = _NUMBER.search(fold(line.text))
        if match:
            spans["number"] = (line.number, line.number)
            start, end = match.span("rest")
            rest = re.sub(r"\s+", "", line.text[start:end]).replace("–", "-").rstrip(".")
            return match["n"] + rest
    return None


def _issued(head: Sequence[Line], spans: dict[str, tuple[int, int]]) -> tuple[str | None, int | None, str | None]:
    for line in head:
        folded = fold(line.text)
        placed = _PLACE.match(folded.strip())
        place = line.text.strip()[: placed.end("place")] if placed else None
        match = _ISSUED.search(folded)
        if match:
            days = find_stretches(match.group(), None)
            spans["issued_on"] = (line.number, line.number)
            return (days[0].earliest.isoformat() if days else None), int(match[3]), place
        slashed = re.search(r"ngay\s+\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}", folded)
        if slashed and placed:
            days = find_stretches(slashed.group(), None)
            spans["issued_on"] = (line.number, line.number)
            return (days[0].earliest.isoformat() if days else None), days[0].earliest.year if days else None, place
        year = _YEAR.search(folded)
        if placed and year:
            return None, int(year[1]), place
    return None, None, None


def _form(head: Sequence[Line], zones: Zones, number: str | None, paragraphs: Sequence[Paragraph]) -> str:
    if number:
        return "party" if re.match(r"^\d+[a-z]?-\w+/", number) else "state"
    texts = [fold(line.text).strip() for line in head]
    if any(re.match(r"\W*(?:dang bo|dang uy|dang cong san|ban chap hanh dang|chi bo)\b", text) for text in texts):
        return "party"
    if any(re.match(r"\W*(?:cong hoa xa hoi|uy ban|ubnd)\b", text) for text in texts):
        return "state"
    foot = " \n".join(fold(line.text) for line in zones.foot)
    if re.search(r"\bt/m\b|\bk/t bi thu|(?:^|\n)\s*(?:pho )?bi thu\s*(?:\n|$)", foot):
        return "party"
    if re.search(r"\btm\. ?uy ban|\bchu tich\s*(?:\n|$)", foot):
        return "state"
    issuing = _issuing(paragraphs)
    return (
        "party"
        if issuing and re.match(r"ban thuong vu|ban chap hanh|dang uy|thuong truc dang", fold(issuing))
        else "state"
    )


def _title(zones: Zones, spans: dict[str, tuple[int, int]]) -> str | None:
    if not zones.title or zones.type is None:
        return None
    spans["title"] = (zones.title[0].number, zones.title[-1].number)
    words = tidy(" ".join(line.text.strip(" -*#") for line in zones.title))
    folded = fold(words)
    compact = re.sub(r"^(?:\w ){4,}\w\b", "", folded) if re.match(r"(?:\w ){4,}\w\b", folded) else None
    name = _TYPE_NAMES.get(zones.type)
    if name and compact is not None:
        return tidy(f"{name} {words[len(words) - len(compact) :]}")
    if name and folded.startswith(fold(name)):
        return tidy(f"{name} {words[len(name) :].strip(' :-')}")
    return words


def _commune(head: Sequence[Line], zones: Zones, paragraphs: Sequence[Paragraph], place: str | None) -> str | None:
    lines = [line.text.strip() for line in head]
    for text in lines:
        match = re.match(r"^\W*(?:.*\b)?(?:xa|phuong|thi tran|dac khu)\s+(.+)$", fold(text))
        if match and is_capitals(text) and "cong hoa xa hoi" not in fold(text):
            name = text[match.start(1) : match.end(1)].strip(" .*-")
            if len(name.split()) <= 5:
                return proper(name)
    title = " ".join(line.text for line in zones.title)
    texts = [paragraph.text for paragraph in paragraphs]
    named = [*commune_names(title) * 3, *(name for text in texts for name in commune_names(text))]
    if place:
        bare = re.sub(r"^(?:xã|phường|thị trấn|đặc khu)\s+", "", place.strip(), flags=re.IGNORECASE)
        if not named or bare in named or not _is_upper_place(bare):
            return proper(bare)
    return most_named(named)


def _is_upper_place(name: str) -> bool:
    return bool(province_names("tỉnh " + name))


def _province(head: Sequence[Line], zones: Zones, paragraphs: Sequence[Paragraph]) -> str | None:
    for line in head:
        names = province_names(line.text)
        if names:
            return names[0]
        match = re.match(r"^\W*(?:dang bo |ubnd |tinh uy |thanh uy )?(?:tinh|thanh pho)\s+(.+)$", fold(line.text))
        if match and is_capitals(line.text) and match.group().split()[0] != "thanh":
            return proper(line.text[match.start(1) : match.end(1)].strip(" .*-"))
    texts = [line.text for line in (*zones.title, *zones.foot)] + [paragraph.text for paragraph in paragraphs]
    return most_named(name for text in texts for name in province_names(text))


def _head_issuer(head: Sequence[Line], spans: dict[str, tuple[int, int]]) -> str | None:
    lines = [line for line in head if not _MOTTO.search(fold(line.text)) and is_capitals(line.text)]
    for at, line in enumerate(lines):
        folded = fold(line.text).strip(" *-")
        if not re.match(
            r"(?:uy ban|ubnd|hoi dong nhan dan|hdnd|dang uy|ban thuong|ban chap hanh|dang bo (?:xa|phuong))", folded
        ):
            continue
        if re.match(r"(?:uy ban nhan dan|ubnd|dang bo|dang uy)\s+(?:huyen|tinh|thanh pho|thi xa|quan)\b", folded):
            continue
        words, last = line.text.strip(" *-"), line.number
        for later in lines[at + 1 : at + 3]:
            if re.match(r"\W*(?:xa|phuong|thi tran|dac khu)\b", fold(later.text)) and not re.search(
                r"\b(?:xa|phuong)\b", fold(words)
            ):
                words, last = f"{words} {later.text.strip(' *-')}", later.number
        spans["issuer"] = (line.number, last)
        return sentence_case(words)
    return None


def sentence_case(words: str) -> str:
    """A body's name in capitals as it is written in running text: "Ủy ban nhân dân xã Song An"."""
    out: list[str] = []
    named = False
    for word in words.split():
        if fold(word) in {"ubnd", "hdnd", "mttq", "ubmttq", "ubmttqvn", "mttqvn", "vn"}:
            out.append(word.upper())
        elif named or (fold(word) == "viet") or (out and fold(out[-1]) == "viet"):
            out.append(word[:1] + word[1:].lower())
        else:
            out.append(word.lower())
        named = named or fold(" ".join(words.split()[: len(out)])).endswith(_KINDS[:4])
    text = " ".join(out)
    return text[:1].upper() + text[1:]


def _issuing(paragraphs: Sequence[Paragraph]) -> str | None:
    for paragraph in paragraphs[:12]:
        match = _ISSUING.search(paragraph.folded)
        if match:
            return paragraph.text[match.start() : match.end()]
    return None


def _body_issuer(
    paragraphs: Sequence[Paragraph], zones: Zones, commune: str | None, spans: dict[str, tuple[int, int]]
) -> str | None:
    for pattern in (_ISSUING, _ANY_ISSUER):
        for paragraph in paragraphs[:12]:
            found = list(pattern.finditer(paragraph.folded))
            if found:
                match = found[-1]
                line = paragraph.line_at(match.start())
                spans["issuer"] = (line, paragraph.line_at(match.end() - 1))
                end = (
                    match.end("name")
                    if match["name"] and match["level"]
                    else match.end("level")
                    if match["level"]
                    else match.end("body")
                )
                return _with_commune(tidy(paragraph.text[match.start() : end]), commune)
    for signed in zones.foot:
        on_behalf = re.match(r"\W*(?:tm\.?|t/m)\s*(.+)$", fold(signed.text).strip())
        if on_behalf:
            spans["issuer"] = (signed.number, signed.number)
            return _with_commune(sentence_case(tidy(signed.text.strip()[on_behalf.start(1) :])), commune)
    return None


def _with_commune(words: str, commune: str | None) -> str:
    folded = fold(words)
    if not commune or fold(commune) in folded:
        return words
    if folded.endswith(("xa", "phuong", "thi tran", "dac khu")):
        return f"{words} {commune}"
    if re.match(r"(?:uy ban nhan dan|ubnd)$", folded):
        return f"{words} xã {commune}"
    return words


def _year(title: str | None, dated: int | None, paragraphs: Sequence[Paragraph]) -> int | None:
    for text in [title or ""]:
        years = _YEAR.findall(fold(text))
        if years:
            return int(years[-1])
    counted = [
        year for paragraph in paragraphs for year in re.findall(r"\b(20\d\d)\b", _without_citations(paragraph.folded))
    ]
    return dated or (int(most_named(counted) or 0) or None)


def _without_citations(folded: str) -> str:
    return re.sub(r"(?:can cu|thuc hien|theo)\b[^;]{0,400}?(?:;|$)|\d+[-/]\d{4}/\w+", " ", folded)
