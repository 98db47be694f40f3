"""The foot of a document: recipients with the purpose each gets it for, and who signed in what capacity.

"b/c" is to report, "để biết" to inform, "p/h" to coordinate, "Lưu" the archive copy (Decree 30/2020/NĐ-CP, Annex I).
"""

import re
from collections.abc import Sequence

from doithoai.domain.reading.characters import fold, is_capitals, tidy
from doithoai.domain.reading.lines import Line, columns
from doithoai.domain.reading.record import Recipient, Signatory, Span

_RECIPIENTS = re.compile(r"^\W*noi nhan\b\s*[:.]?\s*")
_CAPACITY = re.compile(
    r"^\W*(?:(?:tm|kt|tl|tuq)\s*\.|(?:t\s*/\s*m|k\s*/\s*t|t\s*/\s*l|t\s*/\s*uq)\b|(?:tm|kt|tl|tuq)\s)\s*\w"
)
_POST = re.compile(
    r"^\W*(?:quyen |q\. ?)?(?:pho )?(?:chu tich|bi thu|truong (?:ban|phong|doan|khoi)|chanh van phong|giam doc|chu nhiem)(?:(?: thuong truc| hdnd| ubnd| dang uy| xa| phuong)*|,? .{0,20})\W*$"
)
_PURPOSES = (
    ("report", re.compile(r"\bb/c\b|\bb\.c\b|bao cao|\bbc\b|\bb/cao\b")),
    ("coordinate", re.compile(r"\bp/h\b|phoi hop|\bp/hop\b|\bph\b")),
    ("inform", re.compile(r"de biet|\bbiet\b|\bd/b\b|theo doi|\bt/d\b|de b/t")),
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_MOST_RECIPIENTS = 60


def read_foot(foot: Sequence[Line]) -> tuple[list[tuple[Recipient, Span]], Signatory | None, Span | None]:
    """Recipients in order with their lines; the signature block and its lines, null where the copy kept none."""
    recipients: list[tuple[str, int]] = []
    signature: list[tuple[str, int]] = []
    for text, number in _split(foot):
        (signature if _is_signature(text, recipients, begun=bool(signature)) else recipients).append((text, number))
    signatory, span = _signatory(signature)
    return _recipients(recipients), signatory, span


def _split(foot: Sequence[Line]) -> list[tuple[str, int]]:
    """Pieces of the foot, two columns printed side by side taken apart; an unmarked line may continue a recipient."""
    pieces: list[tuple[str, int]] = []
    for line in foot:
        pieces.extend((part, line.number) for part in columns(line.text))
    return pieces


def _is_signature(text: str, recipients: list[tuple[str, int]], *, begun: bool) -> bool:
    folded = fold(text)
    if _RECIPIENTS.match(folded):
        return False
    if re.match(r"\W*\(?(?:da ky|ky ten|ky, |ky va)", folded):
        return True
    bare = text.strip(" *#")
    if re.match(r"^[-+•–]\s*\S", bare):
        return False
    if _CAPACITY.match(folded) or (is_capitals(bare) and len(bare.split()) >= 2 and not bare.endswith(";")):
        return True
    if _POST.match(folded) and not bare.endswith((";", ",")):
        return begun or not recipients or fold(recipients[-1][0]).lstrip(" -+").startswith("luu")
    return _is_name(bare) and (begun or bool(recipients and "luu" in fold(recipients[-1][0])))


def _is_name(text: str) -> bool:
    """Two to five capitalised words and nothing else."""
    words = text.split()
    return 2 <= len(words) <= 6 and all(
        _NAME_WORD.fullmatch(word.strip("().")) and word.strip("()")[0].isupper() for word in words
    )


def _recipients(pieces: list[tuple[str, int]]) -> list[tuple[Recipient, Span]]:
    items: list[tuple[str, int, int]] = []
    listed = False
    for written, number in pieces:
        folded = fold(written)
        match = _RECIPIENTS.match(folded)
        text = written
        if match:
            listed = True
            text = written[match.end() :].strip()
            if not text:
                continue
        if not listed and not re.match(r"^\W*luu\b", folded):
            continue
        for part in re.split(r"(?<=[;,])\s*(?=[-–]\s)|;\s*(?=\w)", text):
            marked = re.match(r"^\s*[-–+•*]\s*", part)
            if marked or not items or items[-1][0].rstrip().endswith((";", ".")) or part is not text or match:
                items.append((part.strip(" -–+•*"), number, number))
            else:
                before, first, _ = items[-1]
                items[-1] = (f"{before} {part.strip()}", first, number)
    found = []
    for text, first, last in items[:_MOST_RECIPIENTS]:
        recipient = _recipient(text)
        if recipient:
            found.append((recipient, (first, last)))
    return found


def _recipient(text: str) -> Recipient | None:
    folded = fold(text)
    archive = re.match(r"\W*(?:luu|uu)\b\s*[:.]?\s*(?:tai\s+)?", folded)
    if archive and archive.end() < len(text):
        return Recipient(tidy(text[archive.end() :]), "archive")
    purpose = None
    marks = re.findall(r"\(([^)]*)\)?", text)
    for name, pattern in _PURPOSES:
        if any(pattern.search(fold(mark)) for mark in marks):
            purpose = name
            break
    after_dash = re.search(r"\s[-–]?\s*(?:để )?(b/c|p/h|để biết|để báo cáo)\s*[;.,]*\s*$", text)
    if purpose is None and after_dash:
        purpose = next(name for name, pattern in _PURPOSES if pattern.search(fold(after_dash[1])))
        text = text[: after_dash.start()]
    name = tidy(re.sub(r"\s*\([^)]*\)?", " ", text)) if (marks and purpose) or _only_marks(marks) else tidy(text)
    return Recipient(name, purpose) if name else None


def _only_marks(marks: list[str]) -> bool:
    return bool(marks) and all(
        (len(mark) <= 12 and "/" in mark) or fold(mark) in {"thuc hien", "de thuc hien"} for mark in marks
    )


def _signatory(pieces: list[tuple[str, int]]) -> tuple[Signatory | None, Span | None]:
    capacity: list[str] = []
    post = name = None
    for text, _ in pieces:
        words = tidy(text.strip(" *#"))
        folded = fold(words)
        if not words or re.match(r"\W*\(?(?:da ky|ky ten|ky, )", folded):
            continue
        if _CAPACITY.match(folded) or (
            post is None and name is None and not _POST.match(folded) and is_capitals(words)
        ):
            if post is None:
                capacity.append(words)
            else:
                capacity.append(post)
                capacity.append(words)
                post = None
        elif _POST.match(folded) and name is None:
            if post is not None:
                capacity.append(post)
            post = words
        elif (
            (post is not None or capacity)
            and name is None
            and (_is_name(words) or (is_capitals(words) and post is not None and len(words.split()) <= 5))
        ):
            name = words
    if post is None and len(capacity) > 1:
        post = capacity.pop()
    if not (capacity or post or name):
        return None, None
    lines = [number for _, number in pieces]
    return Signatory(" ".join(capacity) or None, post, name), (lines[0], lines[-1])
