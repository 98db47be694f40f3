"""Where a document's head (issuer, number, date), title, body and foot (recipients, signature) begin and end.

Reading what stands in each zone is the work of the modules named after it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from doithoai.domain.reading.characters import fold, is_capitals
from doithoai.domain.reading.lines import Line

_TYPES = (
    ("ke hoach", "plan"),
    ("phuong an", "plan"),
    ("thong bao ket luan", "conclusion_notice"),
    ("ket luan", "conclusion_notice"),
    ("thong bao", "notice"),
    ("bao cao", "report"),
    ("giay moi", "other"),
    ("bien ban", "other"),
    ("quyet dinh", "other"),
    ("nghi quyet", "other"),
    ("to trinh", "other"),
    ("huong dan", "other"),
    ("cong van", "other"),
    ("chuong trinh", "other"),
    ("quy che", "other"),
)
_HEAD_LINES = 60
_BASIS = re.compile(
    r"^(?:\W*)(?:can cu|thuc hien (?:luat|quyet dinh|quy|nghi|ke hoach|chi thi|ket luan|cong van|huong dan|chuong trinh|thong|su)"
    r"|theo (?:luat|quyet|quy|de nghi|cong van|ke hoach)|nham |de (?:thuc hien|tiep tuc|nang cao|phat huy|lang nghe|nam bat)|(?:uy ban nhan dan|ubnd|ban thuong vu|dang uy|ban chap hanh|uy ban mttq|uy ban mat tran)\b.{0,60}"
    r"(?:xay dung|ban hanh|lap|to chuc|thong bao|bao cao)|i\s*[.)\-/]|1\s*[.)/]|a\s*[.)]\s|dieu \d|phan (?:thu|i|1)|muc dich|kinh gui)"
)
_FOOT = re.compile(r"^\W*noi nhan\b")
_SIGNED = re.compile(
    r"^\W*(?:t\s*/?\s*m|k\s*/?\s*t|t\s*/?\s*l|tuq|t\.u\.q|q)\s*[./]?\s+\S|^\W*(?:tm|kt|tl|tuq|q)\.\s*\S|^\W*t/m\s*\S"
)
_POST = re.compile(
    r"^\W*(?:quyen |q\. ?)?(?:pho )?(?:chu tich|bi thu(?: thuong truc)?|truong (?:ban|phong|doan)|chanh van phong|giam doc)(?: thuong truc)?\W*$"
)
_APPENDIX = re.compile(r"^\W*(?:phu luc|bieu|lich|danh sach|\(?kem theo)")


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of one document as runs of lines; `type` is null where no title line names one."""

    type: str | None
    head: tuple[Line, ...]
    title: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def split_zones(lines: Sequence[Line]) -> Zones:
    """Cut the lines into zones; a text without a title line is all body."""
    filled = [line for line in lines if line.text.strip()]
    at, kind = _title_line(filled)
    if kind is None:
        start, head, title = _after_head(filled), filled[: _after_head(filled)], ()
        foot = _foot_start(filled, start)
        body, end = _with_appendix(filled, start, foot)
        return Zones(None, tuple(head), title, body, end)
    end_of_title = _title_end(filled, at)
    foot = _foot_start(filled, end_of_title)
    body, end = _with_appendix(filled, end_of_title, foot)
    return Zones(kind, tuple(filled[:at]), tuple(filled[at:end_of_title]), body, end)


def type_of(text: str) -> str | None:
    """The type a title line names, if it is a title line."""
    folded = fold(text).strip(" .*#-:_\"'")
    if re.fullmatch(r"(?:\w )+\w", folded):
        folded = {"kehoach": "ke hoach", "thongbao": "thong bao", "baocao": "bao cao"}.get(
            folded.replace(" ", ""), folded
        )
    folded = re.sub(r"^\(?du thao\)?\s*", "", folded)
    if folded.startswith("phuong an") and not text.isascii() and "phương án" not in text.casefold():
        return None  # a ward (phường) whose name begins with An
    for name, kind in _TYPES:
        if folded == name:
            return kind
        if folded.startswith(name + " ") and (is_capitals(text.strip()[: len(name)]) or is_capitals(text)):
            return kind
    return None


def _title_line(lines: Sequence[Line]) -> tuple[int, str | None]:
    for at, line in enumerate(lines[:_HEAD_LINES]):
        kind = type_of(line.text)
        if kind:
            following = fold(lines[at + 1].text).strip() if at + 1 < len(lines) else ""
            if kind == "notice" and following.startswith("ket luan"):
                kind = "conclusion_notice"
            return at, kind
    for at, line in enumerate(lines[:_HEAD_LINES]):
        folded = fold(line.text).strip()
        if re.match(r"(?:ke hoach|thong bao|bao cao)\b.{0,90}(?:doi thoai|tiep xuc)", folded) and len(folded) < 400:
            return at, type_of(" ".join(folded.split()[:2])) or "plan"
    return 0, None


def _after_head(lines: Sequence[Line]) -> int:
    """How many first lines belong to a letterhead where no title line follows."""
    last = 0
    for at, line in enumerate(lines[:12]):
        if re.match(
            r"\W*(?:cong hoa xa hoi|doc lap|uy ban nhan dan|ubnd|xa |phuong |dang bo|dang uy|so\s*:|.{2,40}, ngay)",
            fold(line.text),
        ):
            if len(line.text.strip()) > 110 or re.search(r"xay dung|to chuc|ban hanh|thong bao", fold(line.text)):
                break
            last = at + 1
    return last


def _title_end(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    if len(lines[at].text) > 160:
        return end
    while end < len(lines) and end - at <= 7:
        text = lines[end].text.strip()
        if (
            _BASIS.match(fold(text))
            or re.match(r"\W*ngay \d", fold(text))
            or _FOOT.match(fold(text))
            or len(text) > 260
        ):
            break
        if re.match(r"\W*(?:uy ban nhan dan|ubnd|dang uy)\b", fold(text)) or re.search(
            r"\bso\s*:?\s*\d+\s*[-/]", fold(text)
        ):
            break
        if "|" in text or re.match(r"^[-+]\s+\S", text):
            break
        if end > at + 1 and lines[end - 1].text.strip().endswith((".", ":")):
            break
        end += 1
    return end


def _foot_start(lines: Sequence[Line], start: int) -> int:
    foot = len(lines)
    for at in range(start, len(lines)):
        if _FOOT.match(fold(lines[at].text)) and len(lines[at].text.strip()) < 160:
            foot = at
            break
    for at in range(max(start, min(foot, len(lines)) - 12), min(foot, len(lines))):
        text = lines[at].text.strip()
        if len(text) < 110 and (_SIGNED.match(fold(text)) or _POST.match(fold(text))) and _is_signature(text):
            return at
    return foot


def _is_signature(text: str) -> bool:
    return (
        is_capitals(text.split("(", maxsplit=1)[0])
        or bool(re.match(r"^\W*(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Tm|Kt)\b", text))
        or text.isascii()
    )


def _with_appendix(lines: Sequence[Line], start: int, foot: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Body and foot, an appendix after the foot counted with the body."""
    for at in range(foot, len(lines)):
        text = lines[at].text
        if _APPENDIX.match(fold(text)) and (is_capitals(text.split("(")[0]) or "kem theo" in fold(text)):
            return (*lines[start:foot], *lines[at:]), tuple(lines[foot:at])
    return tuple(lines[start:foot]), tuple(lines[foot:])
