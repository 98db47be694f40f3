"""The documents a plan rests on ("Căn cứ…", "Thực hiện…"): number, day, issuer, words.

Whether a basis is still in force is judged in `warnings.py`.
"""

import re
from collections.abc import Sequence

from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.dates import find_stretches
from doithoai.domain.reading.paragraphs import Paragraph
from doithoai.domain.reading.record import LegalBasis, Span

_KINDS = (
    r"(?:bo )?luat|phap lenh|hien phap|nghi quyet(?: lien tich)?|nghi dinh|quyet dinh|chi thi|thong tu(?: lien tich)?|ke hoach|cong van|huong dan|quy che|"
    r"quy dinh|ket luan|thong bao|chuong trinh(?: hanh dong| phoi hop| cong tac)?|van ban|de an|thong tri|to trinh|bao cao|cong dien|y kien chi dao"
)
_SYMBOL = r"\d{1,5}[a-z]?\s*[-/–]\s*(?:\d{4}\s*/\s*)?[a-z][\w&]*(?:\s?[-/–.]\s?[\w&]+)*"
_NUMBERED = re.compile(rf"\b(?P<kind>{_KINDS})\s*,?\s*(?:so)?\s*[:.]?\s*(?P<cite>{_SYMBOL})")
_LAW = re.compile(
    r"\b(?:bo luat|luat|phap lenh|hien phap)\b(?P<name>[^;.:()]{3,200}?)(?:\s*\(?\s*so\s*:?\s*(?P<cite>\d{1,4}/\d{4}/[\w-]+)|,?\s*(?:ngay\s+\d{1,2}|nam\s+\d{4}|(?<=\s)(?:19|20)\d\d\b))"
)
_LEADS = re.compile(
    r"^\W*(?:-\s*)?(?:can cu|thuc hien|theo|trien khai(?: thuc hien)?|tiep tuc thuc hien|tren co so)?\W*(?:(?:vao|quy dinh tai|cac quy dinh(?: cua| tai)?|noi dung|tinh than|tai|y kien chi dao)\W*)*(?:(?:khoan|dieu|diem|dieu \d+\W* (?:cua )?)\s*[\w]*\W*(?:cua |va )*)*$"
)
_LEAD_PARAGRAPH = re.compile(
    r"^\W*(?:can cu|thuc hien|theo|trien khai|tiep tuc thuc hien|tren co so|de (?:thuc hien|tiep tuc|trien khai))\b"
)
_ISSUED = re.compile(
    r"^\W*(?:,\s*)?(?:ngay\s+)?(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s+thang\s+\d{1,2}\s*,?\s*nam\s+\d{4})"
)
_ISSUER = re.compile(
    r"^\W*(?:cua|do)\s+(?P<who>.+?)(?=\s+(?:ve |v/v|ban hanh|quy dinh|huong dan|trien khai|thuc hien|to chuc|phe duyet|thong qua|sua doi|tang cuong|khoa |\()|[,;.\"“:]|$)"
)
_ISSUING_VERB = re.compile(
    r",?\s*(?<!cua )(?<!cua, )(?<!do )(?<!chu tich )(?<![/\-])(?:uy ban nhan dan|ubnd|ban thuong vu|dang uy|ban chap hanh|thuong truc|uy ban mttq|uy ban mat tran|chu tich)[^;.]{0,60}?(?:xay dung|ban hanh|lap|to chuc|trien khai)\s+(?:va ban hanh )?(?:noi dung )?(?:ke hoach|hoi nghi|(?:tiep xuc,? )?doi thoai)"
)


def read_bases(preamble: Sequence[Paragraph]) -> list[tuple[LegalBasis, Span]]:
    """Legal bases of the paragraphs before the first heading, in the document's order, each document once."""
    found: list[tuple[LegalBasis, Span]] = []
    for paragraph in preamble:
        stop = _ISSUING_VERB.search(paragraph.folded)
        end = stop.start() if stop else len(paragraph.text)
        if not _LEAD_PARAGRAPH.match(paragraph.folded) and not _starts_with_document(paragraph.folded):
            continue
        for start, last in _parts(paragraph.folded[:end]):
            basis = _basis(paragraph.text[start:last])
            if basis and not any(_same(basis, other) for other, _ in found):
                found.append((basis, (paragraph.line_at(start), paragraph.line_at(last - 1))))
    return found


def _starts_with_document(folded: str) -> bool:
    return bool(re.match(rf"\W*(?:{_KINDS})\b.{{0,12}}(?:so|\d)", folded) or re.match(r"\W*luat\b", folded))


def _same(one: LegalBasis, other: LegalBasis) -> bool:
    if one.citation or other.citation:
        return one.citation == other.citation
    return fold(one.text) == fold(other.text)


def _parts(folded: str) -> list[Span]:
    """Where each cited document begins and ends in the preamble."""
    starts = sorted({match.start() for pattern in (_NUMBERED, _LAW) for match in pattern.finditer(folded)})
    kept: list[int] = []
    for start in starts:
        clause = max(folded.rfind(";", 0, start), folded.rfind(". ", 0, start), -1) + 1
        before = folded[clause:start]
        beside = re.search(r"(?:,|\bva)\s*$", before) and not re.search(r"sua doi|bo sung mot so", before)
        led = re.search(
            r"(?:^|[,;.]\s*|\bva\s+)(?:can cu|thuc hien|theo)(?: vao)?\s+(?:(?:noi dung|tinh than)\s+)?$", before
        )
        inside = bool(kept) and kept[-1] >= clause
        if _LEADS.match(before) or led or (inside and beside) or (not inside and not _names_document(before)):
            kept.append(start)
    spans = []
    for at, start in enumerate(kept):
        limit = kept[at + 1] if at + 1 < len(kept) else len(folded)
        stop = folded.find(";", start)
        end = min(limit, stop if stop >= 0 else limit)
        spans.append((start, end))
    return spans


def _names_document(before: str) -> bool:
    return bool(re.search(r"\b(?:cua|thi hanh|sua doi|thay the|ban hanh|kem theo)\s*$", before))


def _basis(text: str) -> LegalBasis | None:
    words = re.sub(r"\s*(?:,|;|\bvà)?\s*(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]heo)?\s*$", "", text).strip(" ,;.")
    folded = fold(words)
    numbered = _NUMBERED.match(folded) or _LAW.match(folded)
    if numbered is None:
        return None
    cite = numbered.groupdict().get("cite")
    law = re.match(r"(?:bo luat|luat|phap lenh|hien phap)\b", folded)
    if cite:
        start, end = numbered.span("cite")
        citation: str | None = re.sub(r"\s+", "", words[start:end]).replace("–", "-").rstrip(".-/")
        after = end
    else:
        citation, after = None, numbered.end("name")
    rest = folded[after:]
    dated = _ISSUED.match(rest)
    issued_on = None
    if dated:
        days = find_stretches("ngay " + dated[1], None)
        issued_on = days[0].earliest.isoformat() if days else None
    tail_at = after + (dated.end() if dated else 0)
    return LegalBasis(citation, issued_on, _issuer(words, folded, tail_at, law=bool(law)), tidy(words))


def _issuer(words: str, folded: str, at: int, *, law: bool) -> str | None:
    match = _ISSUER.match(folded[at:])
    if not match:
        return None
    who = tidy(words[at + match.start("who") : at + match.end("who")])
    return who if not law or "quoc hoi" in fold(who) else None
