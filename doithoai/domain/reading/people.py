"""Who chairs, who writes the minutes, and who is to come, on which side (commune, village, upper level, citizens).

Bodies that "chủ trì, phối hợp" a task are not chairs of the conference.
"""

import re
from collections.abc import Iterator

from doithoai.domain.reading.actors import actor_at
from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.record import Attendee, Span
from doithoai.domain.reading.sentences import sentences

_LEAF = 12
Texts = list[tuple[str, Span]]

_CHAIRED = re.compile(
    r"(?:dong )?chu tri(?=\s*(?:hoi nghi|cuoc|buoi|doi thoai|tiep xuc|va dieu hanh|dieu hanh|\)|[.;]|$|,? va (?:tra loi|ket luan)|cac (?:hoi nghi|buoi|cuoc)))|(?:la )?nguoi chu tri|chu toa (?:hoi nghi|cuoc|buoi)"
)
_HEAD_OF_BOARD = re.compile(r"(?:lam |la )?truong ban to chuc")
_DONE_BY = re.compile(r"\bdo (?P<who>[^.;()]{4,140}?)\s+(?:dong )?chu tri")
_SECRETARY = re.compile(r"(?:lam |la |cu lam |giu nhiem vu )(?:to )?thu ky|(?:ghi|lap|viet) bien ban")
_UPPER = re.compile(
    r"\b(?:ubnd quan|noi vu quan|cap quan|cua quan|tinh|huyen|thanh uy|huyen uy|tinh uy|trung uong|cap tren|thanh pho|quan uy|thi uy|so noi vu|so |ban tuyen giao|bao |doan cong tac)\b"
)
_VILLAGE = re.compile(
    r"\b(?:bi thu (?:cac )?chi bo|bi thu (?:cac )?chi doan|truong (?:cac )?(?:thon|ap|xom|buon|lang|khu|tieu khu|chi hoi)|thon truong|to truong|truong ban (?:cong tac )?(?:cong tac )?mat tran|ban cong tac mat tran|chi (?:hoi|doan) truong|cac chi hoi|truong ban cong tac|cap uy chi bo|chi uy|khu pho truong|ban dieu hanh|to dan pho|o thon|nguoi co uy tin|gia lang)\b"
)
_HAMLET_HEAD = re.compile(r"trưởng (?:các )?bản\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^\W*(?:doi tuong|thanh phan|tham du|tham gia|moi du|khach moi|dai bieu|moi|kinh moi|bao gom|gom)[\w ]{0,30}:\s*"
)
_TITLE = re.compile(r"(?:(?:cac )?(?:dong chi|d/c|dc)|ong|ba|la)\s*:?\s+")
_CITIZENS = re.compile(
    r"\b(?:\d+ (?:nong dan|hoi vien|thanh nien|phu nu)|nong dan tieu bieu|nhan dan|cu tri|ho dan|ho gia dinh|cong dan|nguoi dan|ba con|dai dien (?:cac )?ho|doan vien, hoi vien|tang lop)\b"
)
_COUNCIL = re.compile(r"hoi dong nhan dan|\bhdnd\b")
_SIDES = (
    (
        "upper",
        re.compile(
            r"^\W*(?:o |cap |dai bieu |ve phia |lanh dao )*(?:tinh|huyen|thanh pho|cap tren|trung uong)\b|^\W*(?:dai bieu|khach) (?:moi )?(?:cap )?(?:tinh|huyen|tren)"
        ),
    ),
    (
        "village",
        re.compile(
            r"^\W*(?:o |cap |dai bieu |ve phia |cac |tai |dai dien |thanh phan )*(?:thon|ban|ap|xom|to dan pho|khu pho|khu dan cu|khu|buon|lang|khom|co so)\b"
        ),
    ),
    (
        "citizens",
        re.compile(
            r"^\W*(?:ve phia |thanh phan |dai bieu |doi tuong |dai dien )*(?:nhan dan|cu tri|nguoi dan|cong dan)\b"
        ),
    ),
    (
        "commune",
        re.compile(
            r"^\W*(?:o |cap |dai bieu |ve phia |tai |thanh phan )*(?:xa|phuong|thi tran|dac khu)\b|^\W*o\W*$|^\W*dang uy|^\W*ubnd"
        ),
    ),
)


def _span(section: Section) -> Span:
    return section.paragraph.first_line, section.paragraph.last_line


def read_chairs(root: Section) -> Texts:
    """Who chairs the conference, each once: a heading of its own, "do … chủ trì", "(chủ trì Hội nghị)"."""
    found: Texts = []
    for section in root.walk():
        if section.topics == ("chair",):
            found.extend((text, _span(section)) for text in _named(section))
    if found:
        return _distinct(found)
    for section in root.walk():
        if section.within("purpose"):
            continue
        done = _DONE_BY.search(section.paragraph.folded)
        if done and re.match(
            r"\s*(?:hoi nghi|cuoc|buoi|doi thoai|tiep xuc|[.;,)]|va|$)", section.paragraph.folded[done.end() :]
        ):
            found.append((_office(section.text[done.start("who") : done.end("who")]), _span(section)))
            continue
        for start, end in sentences(section.text):
            found.extend((text, _span(section)) for text in _chairing(section.text[start:end], section))
    return _distinct(found)


def _chairing(words: str, section: Section) -> Iterator[str]:
    folded = fold(words)
    for pattern in (_CHAIRED, _HEAD_OF_BOARD):
        for match in pattern.finditer(folded):
            before = words[: match.start()].rstrip(" (,:-")
            if not before or re.match(r"\s*,?\s*phoi hop", folded[match.end() :]):
                continue
            part = re.split(r"[;.:]|\bcủa\s*$", before)[-1].strip()
            actor = actor_at(part)
            if actor and len(actor[0].split()) <= 22 and not re.search(r"tra loi|cau hoi", fold(part)):
                yield _office(actor[0])
    if section.within("tasks"):
        return


def _named(section: Section) -> list[str]:
    parts = [section.body] if section.body else []
    parts.extend(child.text for child in section.children if not child.topics)
    found = []
    for part in parts:
        for piece in re.split(r";", part):
            words = _office(piece)
            if 3 < len(words) < 220:
                found.append(words)
    return found


def _office(words: str) -> str:
    words = tidy(re.sub(r"\([^)]*\)?", " ", words).strip(" -+*:"))
    words = re.sub(r"^(?:[Đđ]ồng )?(?:[Cc]hủ trì|[Tt]hư ký)[^:]{0,30}:\s*", "", words)
    words = re.sub(r"\s*,?\s*(?:cùng |làm |là )?(?:đồng )?chủ trì(?: hội nghị| đối thoại)?\s*$", "", words)
    words = re.sub(r"^[Mm]ời\s+", "", words)
    title = _TITLE.match(fold(words))
    words = words[title.end() :] if title else words
    return tidy(words)


def _distinct(found: Texts) -> Texts:
    kept: dict[str, tuple[str, Span]] = {}
    for text, span in found:
        if text:
            kept.setdefault(fold(text), (text, span))
    return list(kept.values())


def read_secretaries(root: Section) -> Texts:
    """Who writes the minutes."""
    found: Texts = []
    for section in root.walk():
        if section.topics == ("secretary",):
            for text in _named(section):
                pieces = re.split(
                    r"\s+và\s+(?=(?:[Cc]ông chức|CC|[Cc]án bộ|[Đđ]ại diện|[Vv]ăn phòng|[Cc]huyên viên))", text
                )
                found.extend((tidy(piece), _span(section)) for piece in pieces)
    if found:
        return _distinct(found)
    for section in root.walk():
        if section.within("purpose"):
            continue
        for start, end in sentences(section.text):
            words = section.text[start:end]
            match = _SECRETARY.search(fold(words))
            if not match or re.search(r"\bcu (?:thu ky|nguoi)|gioi thieu thu ky|cu\s*$", fold(words[: match.end()])):
                continue
            given = re.search(r"(?:phan cong|cu|giao|do)\s+(?P<who>[^,;.]{4,80}?)\s+(?:lam |la |ghi|lap)", fold(words))
            if given and given.end() >= match.start() and re.match(r"nguoi\b", given["who"]):
                continue
            if given and given.end() >= match.start() and actor_at(words[given.start("who") : given.end("who")]):
                found.append((_office(words[given.start("who") : given.end("who")]), _span(section)))
                continue
            actor = actor_at(words)
            name = actor[0] if actor and actor[1] < len(words) else _owner_name(section)
            if name:
                found.append((_office(name), _span(section)))
    return _distinct(found)


def _owner_name(section: Section) -> str | None:
    for around in list(section.path())[1:3]:
        actor = actor_at(around.text) if around.text else None
        if actor and actor[0]:
            return actor[0]
    return None


def read_attendees(root: Section) -> list[tuple[Attendee, Span]]:
    """Who is to come, item by item, the organising board and the chairs' own heading left out."""
    found: list[tuple[Attendee, Span]] = []
    for section in root.walk():
        if not section.within("tasks") and "people" not in section.about() and section.rank > _LEAF:
            found.extend(_in_running_text(section))
        if "people" not in section.about() or section.within("tasks") or "|" in section.text:
            continue
        if set(section.topics) & {"chair", "secretary"} or any(
            re.match(r"\W*(?:thanh phan )?ban to chuc", fold(part.label)) for part in section.path()
        ):
            continue
        if (
            section.is_about("chair", "secretary", "time", "place")
            and "people" not in section.topics
            and len(section.about()) > 1
            and not section.children
        ) and re.match(r"\W*(?:thoi gian|dia diem|chu tri|thu ky)", section.paragraph.folded):
            continue
        text = _spoken_of(section)
        if text:
            found.extend((Attendee(side, words), _span(section)) for side, words in _sided(text, _side_of(section)))
    seen: dict[tuple[str, str], tuple[Attendee, Span]] = {}
    for attendee, span in found:
        seen.setdefault((attendee.side, fold(attendee.text)), (attendee, span))
    return list(seen.values())


def _in_running_text(section: Section) -> Iterator[tuple[Attendee, Span]]:
    """People named inside a paragraph of another subject: "Thành phần tham dự gồm …"."""
    for start, end in sentences(section.text):
        says = re.match(
            r"\W*(?:thanh phan|doi tuong)(?: tham du| tham gia| moi)?[^:,.]{0,30}?(?:gom co|gom|bao gom|la|:)\s*:?\s*",
            fold(section.text[start:end]),
        )
        if says:
            for side, words in _sided(section.text[start + says.end() : end].replace(", ", "; "), None):
                yield Attendee(side, words), _span(section)


def _spoken_of(section: Section) -> str:
    """The words of a section that name people: after its label when the label is a side or a topic."""
    text = section.text
    colon = text.find(":", 0, 90)
    label = fold(text[:colon]) if colon > 0 else ""
    if section.topics or (any(pattern.match(label) for _, pattern in _SIDES) and label):
        if colon > 0:
            return text[colon + 1 :].strip()
        return section.body if section.topics else ""
    if section.children and (
        text.rstrip().endswith(":")
        or (any(pattern.match(section.paragraph.folded) for _, pattern in _SIDES) and len(text) < 60)
    ):
        return ""
    says = re.match(
        r"\W*(?:doi tuong|thanh phan)[^:]{0,60}? (?:la|gom co|gom|bao gom)\b:?\s*", section.paragraph.folded
    )
    if says:
        return text[says.end() :]
    if colon > 0 and re.match(r"\W*(?:[\w, ]{0,60}(?:gom|bao gom|gom co)|moi|dai bieu|khach moi)\b[\w ]{0,30}$", label):
        return text[colon + 1 :].strip()
    return text


def _side_of(section: Section) -> str | None:
    for part in section.path():
        label = fold(part.label if part is not section or ":" in part.text[:90] else "")
        if part is not section and not part.children:
            continue
        if "people" in part.topics and not any(pattern.match(label) for _, pattern in _SIDES):
            if (
                re.search(r"nhan dan|cu tri", label)
                and len(label) < 60
                and not re.search(r"dai bieu|doi thoai voi nhan dan|du ", label)
            ):
                return "citizens"
            return None
        for side, pattern in _SIDES:
            if pattern.match(label) and (len(label) < 60):
                return side
    return None


def _sided(text: str, side: str | None) -> Iterator[tuple[str, str]]:
    for piece in re.split(r";|(?<=\w)\.\s+(?=[^\W\d])", text):
        for part in _with_citizens_apart(piece):
            label = _LABEL.match(fold(part))
            words = part[label.end() :] if label else part
            words = re.sub(
                r"^(?:Kính mời|Trân trọng kính mời|Mời|mời|Ngoài ra,?)\s*:?\s+", "", tidy(words.strip(" -+*:()"))
            )
            if re.match(r"(?:thoi gian|dia diem|chu tri|dong chu tri|thu ky|du kien|so luong|khoang \d)", fold(words)):
                continue
            if len(words) > 3 and not re.search(r"\d{1,2}[/.]\d{1,2}|\d\s*(?:gio|h)\b|thang \d", fold(words)):
                yield _side(words, side), words


def _with_citizens_apart(piece: str) -> list[str]:
    """Village posts and, apart from them, the people: "Bí thư chi bộ, Trưởng thôn và Nhân dân…"."""
    folded = fold(piece)
    people = _CITIZENS.search(folded)
    posts = list(_VILLAGE.finditer(folded))
    if not people or not posts or posts[-1].end() > people.start():
        return [piece]
    cut = re.search(r"\s*(?:,|\bva\b|\bcung\b)\s*", folded[posts[-1].end() :])
    if not cut:
        return [piece]
    at = posts[-1].end() + cut.start()
    if at > people.start() or (
        "hoi dong nhan dan" in folded[at : people.end() + 2]
        and people.group() == "nhan dan"
        and folded[people.start() - 9 : people.start()] == "hoi dong "
    ):
        return [piece]
    return [piece[:at], piece[posts[-1].end() + cut.end() :]]


def _side(words: str, given: str | None) -> str:
    folded = re.sub(r"hoi dong nhan dan|uy ban nhan dan|toa an nhan dan|vien kiem sat nhan dan", "hdnd", fold(words))
    if given == "citizens":
        return "citizens"
    if given in {"commune", "upper"}:
        starts = _CITIZENS.search(folded)
        if not (
            starts
            and re.search(
                r"trong thon|tren dia ban|toan the nhan dan|^\W*(?:can bo, dang vien,? (?:va )?)?nhan dan", folded
            )
        ):
            return given
    if _CITIZENS.search(folded) and not _VILLAGE.search(folded):
        return "citizens"
    if given == "village":
        return "village"
    if (
        _UPPER.search(folded)
        and not re.match(r"\W*(?:xa|phuong)\b", folded)
        and not re.search(r"\b(?:xa|phuong)$", folded)
    ):
        return "upper"
    if (_VILLAGE.search(folded) or _HAMLET_HEAD.search(words)) and not re.search(r"khong chuyen trach", folded):
        return "village"
    return "commune"


def has_council_chair(chairs: list[str]) -> bool:
    """Whether a body of the People's Council is among those who chair."""
    return any(_COUNCIL.search(fold(chair)) for chair in chairs)
