"""Expressions that bind a duty to a moment: "chậm nhất 05 ngày trước…", "trước ngày 25/10", "sớm nhất".

A term says how much, in which direction, from what; which duty it binds is found in `deadlines.py`.
"""

import re
from dataclasses import dataclass, replace

from doithoai.domain.reading.characters import fold, is_bare
from doithoai.domain.reading.dates import find_stretches

_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "bay ": 7, "tam": 8, "chin": 9, "muoi": 10, "lam": 5, "nham": 5,
    "mot muoi": 1,
}  # fmt: skip
_DIGIT_WORD = r"(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi)"
_AMOUNT = re.compile(
    rf"(?<![\d/.,\w-])(?:(?P<n>\d{{1,3}})|(?P<w>{_DIGIT_WORD}(?: {_DIGIT_WORD}){{0,2}}))(?:\s*\((?P<p>[\w ]{{1,25}})\))?\s*"
    r"(?P<unit>ngay lam viec|ngay|tuan(?: le)?|thang|gio|tieng)(?!\w)(?P<work>\s+lam viec)?"
)
_BEFORE_LEFT = re.compile(
    r"(?:\btruoc(?: it nhat| toi thieu| cham nhat| muon nhat| la| khoang| tu| thoi han)*"
    r"|\b(?:truoc|cach) (?:khi|ngay|thoi (?:diem|gian)|hoi nghi|buoi|cuoc|gio|luc|doi thoai|moi|tung|dot|phien)[^;.]{0,90}?(?:it nhat|toi thieu|cham nhat|muon nhat|la|,|tu)?(?: la)?)\s*$"
)
_BEFORE_RIGHT = re.compile(r"^\W*(?:lam viec\W*)?(?:\(?[\w ]{0,18}\)?\s*)?truoc\b(?! mat| day| do)")
_AFTER_LEFT = re.compile(
    r"\b(?:sau(?: khoang| toi da| cham nhat)?|trong vong|trong thoi han|trong thoi gian|thoi han|thoi gian|khong qua|trong|toi da|qua)(?: khong qua| toi da| cham nhat| la| toi thieu| trong| vong| nhat)*\s*$"
)
_AFTER_NEAR = re.compile(
    r"\b(?:ke tu|tinh tu|tu (?:khi|ngay|thoi diem)|sau(?: khi| ngay| hoi nghi| buoi| cuoc| tiep xuc| doi thoai| thoi diem)?)\b(?P<what>[^;.]{0,110})$"
)
_AFTER_RIGHT = re.compile(
    r"^\W*(?:lam viec\W*)?(?:,\s*)?(?:\(?[\w ]{0,18}?\)?\s*)??(?:ke tu|tinh tu|tu (?:khi|ngay|thoi diem|luc)|sau)\b(?P<what>[^;.]{0,110})"
)
_CUE_LEFT = re.compile(
    r"\b(?:cham nhat|muon nhat|it nhat|toi thieu|toi da|khong qua|khong duoc qua|han|som nhat)(?: la| trong| vong| trong vong| sau| truoc| vao| khoang| khong qua)*\s*$"
)
_RECEIPT = re.compile(
    r"(?:nhan|tiep nhan|thu ly) (?:duoc|du|ho so|don|y kien|kien nghi|phan anh|du thong tin|cau hoi)|(?:ngay|khi) (?:tiep )?nhan\b|co y kien"
)
_CONCLUSION = re.compile(r"(?:thong bao )?ket luan|thong bao ket qua|^\W*(?:ngay |khi )?ban hanh\b(?! ke hoach)")
_DUE = re.compile(r"het (?:thoi )?han|het hieu luc|thoi han tra loi|den han|qua han")
_FINISH = re.compile(r"(?:ket thuc|be mac|hoan thanh|xong)\b")
_DAY = re.compile(
    r"(?:ngay )?(?:to chuc|dien ra|khai mac|tien hanh)\b|ngay (?:hoi nghi|doi thoai|tiep xuc|lam viec|dien|hop)(?! (?:\w+ )?(?:ket thuc|be mac))|^\W*ngay (?:\w+ )?(?:hoi nghi|doi thoai|tiep xuc|to chuc)\b(?! (?:\w+ )?(?:ket thuc|be mac))"
)
_EVENT = re.compile(r"hoi nghi|doi thoai|tiep xuc|buoi|cuoc")
_EVENT_WORDS = r"(?:(?:hoi nghi|buoi|cuoc|phien|dot|cac hoi nghi|moi hoi nghi|moi cuoc|moi buoi|cac buoi|cac cuoc)(?: tiep xuc,?| doi thoai| tiep dan| hoi nghi| lam viec)*|tiep xuc,? ?doi thoai|doi thoai|tiep xuc)"
_SOON = re.compile(
    rf"(?P<after>(?:ngay )?sau khi {_EVENT_WORDS} (?:ket thuc|be mac)|(?:ngay )?sau khi (?:ket thuc|be mac|hoan thanh|to chuc xong|to chuc)(?: moi| tung| cac)?(?: {_EVENT_WORDS})?|(?<!truoc, trong va )(?<!trong va )(?<!truoc va )(?:ngay )?sau (?:moi |tung |cac )?{_EVENT_WORDS}|ngay sau (?:do|hoi nghi|ket thuc)|ket thuc (?:moi )?{_EVENT_WORDS})"
    r"|(?P<soonest>(?:trong )?(?:thoi gian )?som nhat(?: co the)?|trong thoi gian (?:gan|ngan) nhat|ngay khi co the)"
    r"|(?P<prompt>kip thoi|kịp thời)"
    r"|(?P<rule>(?:theo|dung|trong) (?:dung )?(?:thoi han|thoi gian)(?: da)? quy dinh)"
    r"|(?P<period>(?:06|6|sau) thang (?:mot|01|1|/) ?lan|thang cuoi (?:cua )?(?:moi )?quy|cuoi moi quy|(?:dinh ky )?hang (?:quy|thang|tuan)|dinh ky|6 thang,? (?:va )?(?:01 |mot )?nam|hang nam)"
)
_DATE_LEFT = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|den|het|xong|vao|han|han cuoi|thoi han|thoi gian|hoan thanh|la|trong|tu|khong qua|ngay)(?: la| trong| truoc| vao| den| het| cuoi| hoan thanh| xong)*"
    r"(?:\s*(?:luc )?\d{1,2}\s*(?:h|gio|:)\s*(?:\d{1,2})?\s*(?:phut)?'?\s*,?\s*)?(?:\W*(?:het |cuoi )?(?:ngay|thu \w+|chu nhat)?\W*)$"
)
_STRONG_LEFT = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|den het|han|thoi han|hoan thanh|xong)\b[^;.]{0,30}$|\bden\s+(?:\d{1,2}\s*(?:h|gio)\s*\d*\s*(?:phut)?,?\s*)?(?:het )?(?:ngay)?\s*$"
)
_WEAK_LEFT = re.compile(
    r"(?:^|[,;:])[^,;:]*\b(?:gui|trinh|nop|ban hanh|phat hanh|niem yet|dang tai|bao cao|hop|hoan thanh)\b(?![^,;:]*(?:hoi nghi|doi thoai|tiep xuc|buoi|cuoc|ke hoach))[^,;:]*\bngay\s*$"
)
_CITED = re.compile(
    r"(?:so\s*:?\s*)?\d+\s*[-/][\w./-]*[a-z][\w./&-]*\s*,?\s*(?:ngay\s+)?\d{1,2}\s*(?:[/.-]|\s+thang\s+)\s*\d{1,2}\s*(?:[/.-]|\s+nam\s+)\s*\d{4}|luat [^;.]{0,80}ngay \d{1,2}(?:/| thang )\d{1,2}(?:/| nam )\d{4}"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One time expression; `kind` is count, date or moment, the offsets are those of the clause it was found in."""

    kind: str
    start: int
    end: int
    amount: int | None = None
    unit: str | None = None
    direction: str | None = None
    anchor: str | None = None
    on: str | None = None
    word: str | None = None


def might_hold_term(folded: str) -> bool:
    """A cheap look: whether a text can hold any term at all."""
    return bool(_ANY.search(folded))


_ANY = re.compile(
    r"ngay|thang|tuan|gio|\bquy\b|som nhat|kip thoi|ket thuc|\bsau\b|dinh ky|hang quy|\d/\d|gan nhat|thoi han"
)


def find_terms(text: str, year: int | None, *, scheduled: bool = False) -> list[Term]:
    """Terms of a clause in order, none overlapping; dates inside citations are no terms.

    `scheduled` says the clause stands in a timetable, where a bare date is a term too.
    """
    folded = fold(text)
    cited = [match.span() for match in _CITED.finditer(folded)]
    counts = [term for term in _counts(text, folded) if not _inside(term, cited)]
    dates = [
        term
        for term in _dates(text, year, scheduled=scheduled)
        if not _inside(term, cited) and not _crosses(term, counts)
    ]
    moments = [term for term in _moments(folded) if not _crosses(term, counts) and not _crosses(term, dates)]
    return sorted([*counts, *dates, *moments], key=lambda term: term.start)


def _inside(term: Term, spans: list[tuple[int, int]]) -> bool:
    return any(first <= term.start < last for first, last in spans)


def _crosses(term: Term, others: list[Term]) -> bool:
    return any(term.start < other.end and other.start < term.end for other in others)


def _counts(text: str, folded: str) -> list[Term]:
    found = []
    for match in _AMOUNT.finditer(folded):
        amount = _value(text, match)
        if amount is None or _is_calendar(folded, match):
            continue
        unit = match["unit"]
        if unit == "ngay lam viec" or match["work"]:
            name = "working_day"
        elif unit.startswith("tuan"):
            amount, name = amount * 7, "day"
        elif unit in {"gio", "tieng"}:
            if amount % 24:
                continue
            amount, name = amount // 24, "day"
        else:
            name = {"ngay": "day", "thang": "month"}[unit]
        term = _directed(folded, match, amount, name)
        if term:
            found.append(term)
    return found


def _value(text: str, match: re.Match[str]) -> int | None:
    if match["n"]:
        return int(match["n"])
    if match["p"] and match["p"].strip().isdigit():
        return int(match["p"])
    words = match["w"].split()
    written = text[match.start("w") : match.end("w")].lower().split()
    if not is_bare(text) and written and not all(_is_number_word(word) for word in written):
        return None
    if is_bare(text) and words[0] in {"sau", "nam", "tu", "ba"} and len(words) == 1 and not match["p"]:
        return None
    if "muoi" in words:
        at = words.index("muoi")
        tens = _WORDS[words[at - 1]] if at else 1
        return tens * 10 + (_WORDS[words[at + 1]] if at + 1 < len(words) else 0)
    return _WORDS[words[0]] if len(words) == 1 else None


def _is_number_word(word: str) -> bool:
    return word in {
        "một",
        "mốt",
        "hai",
        "ba",
        "bốn",
        "tư",
        "năm",
        "lăm",
        "nhăm",
        "sáu",
        "bảy",
        "bẩy",
        "tám",
        "chín",
        "mười",
        "mươi",
    }


def _is_calendar(folded: str, match: re.Match[str]) -> bool:
    """No stretch of days: "ngày 07 tháng 10", "tháng 5", "17 giờ ngày 20/10", "6 tháng đầu năm"."""
    after, before = folded[match.end() :], folded[: match.start()]
    if match["unit"] == "thang":
        return bool(re.match(r"\s*\d|\s*(?:dau|cuoi) nam", after)) or before.rstrip().endswith("ngay")
    if match["unit"] in {"gio", "tieng"}:
        return bool(re.match(r"\s*(?:\d{1,2}\s*(?:phut)?)?\s*,?\s*(?:ngay|sang|chieu)\b", after))
    return bool(
        re.match(r"\s*/\s*thang|\s*/\s*nam|\s*(?:trong|moi) (?:mot )?thang|\s+tiep (?:cong )?dan", after)
    ) or before.rstrip().endswith(("moi", "nua"))


def _directed(folded: str, match: re.Match[str], amount: int, unit: str) -> Term | None:
    left, right = folded[max(0, match.start() - 130) : match.start()], folded[match.end() : match.end() + 130]
    left = left[max(left.rfind(";"), left.rfind(". ")) + 1 :]
    before_right, after_right = _BEFORE_RIGHT.match(right), _AFTER_RIGHT.match(right)
    before_left, after_left = _BEFORE_LEFT.search(left), _AFTER_LEFT.search(left)
    near = _AFTER_NEAR.search(left)
    cue = _CUE_LEFT.search(left)
    begin = match.start() - (
        len(left) - min((found.start() for found in (before_left, after_left, cue) if found), default=len(left))
    )
    term = Term("count", begin, match.end(), amount, unit)
    if before_right and not (after_left and after_left.group().strip() == "sau"):
        what = right[before_right.end() : before_right.end() + 60]
        anchor = "answer_due" if _DUE.search(what) else "conference_day"
        end = match.end() + before_right.end()
        return replace(term, end=end, direction="before", anchor=anchor)
    if after_right:
        anchor = _anchor(after_right["what"], after_right.group())
        named = _CONCLUSION.search(after_right["what"]) if anchor == "conclusion" else None
        end = match.end() + after_right.start("what") + (named.end() if named else 0)
        return replace(term, end=end, direction="after", anchor=anchor)
    if before_left and not (near and near.start() > before_left.start() and "truoc" not in near["what"]):
        anchor = "answer_due" if _DUE.search(before_left.group()) else "conference_day"
        return replace(term, direction="before", anchor=anchor)
    if near and (near["what"].strip() or _EVENT.search(near.group())):
        return replace(term, direction="after", anchor=_anchor(near["what"], near.group()))
    if after_left:
        following = right[:60]
        if after_left.group().split()[0] == "sau" and re.match(
            r"\W*(?:lam viec\W*)?(?:ke tu |tu )?(?:ngay )?(?:to chuc|dien ra|khai mac)", following
        ):
            return replace(term, direction="after", anchor="conference_day")
        anchored = (
            "receipt"
            if _RECEIPT.search(following)
            else _anchor(following, "")
            if _EVENT.search(following) or _CONCLUSION.search(following)
            else None
        )
        return replace(term, direction="after", anchor=anchored)
    return term if cue else None


def _anchor(what: str, cue: str) -> str:
    """What an "after" counts from, by the words after "kể từ", "sau"."""
    if re.match(r"\W*(?:\w+ ){0,1}(?:hoi nghi|doi thoai|tiep xuc|buoi|cuoc)\b", what) and not re.match(
        r"\W*(?:ngay|nhan|co|khi)\b", what
    ):
        on_day = re.search(r"\bngay\s*$", cue[: len(cue) - len(what)]) and not _FINISH.search(what[:40])
        return "conference_day" if on_day else "conference_end"
    opening = cue[: len(cue) - len(what)]
    what = re.split(r"[,:]", what, maxsplit=1)[0] if len(re.split(r"[,:]", what, maxsplit=1)[0]) > 3 else what
    found = sorted(
        (match.start(), name)
        for name, pattern in (
            ("answer_due", _DUE),
            ("receipt", _RECEIPT),
            ("conclusion", _CONCLUSION),
            ("conference_end", _FINISH),
            ("conference_day", _DAY),
        )
        if (match := pattern.search(what))
    )
    if not found:
        return (
            "conference_day" if re.search(r"\bngay\s*$", opening) and _EVENT.match(what.strip()) else "conference_end"
        )
    first = found[0][1]
    if first == "conference_end" and any(name == "conclusion" for _, name in found) and not _EVENT.search(what):
        return "conclusion"
    return first


def _dates(text: str, year: int | None, *, scheduled: bool) -> list[Term]:
    folded = fold(text)
    found = []
    for stretch in find_stretches(text, year):
        left = folded[max(0, stretch.start - 60) : stretch.start]
        left = left[max(left.rfind(";"), left.rfind(". ")) + 1 :]
        led = _DATE_LEFT.search(left)
        own = folded[stretch.start : stretch.end]
        opens = not re.search(r"\w", left) or bool(
            re.fullmatch(
                r"\W*(?:trong|tu|vao|du kien|thoi gian|dot \d|ngay|hoan thanh|cham nhat)*[\W]*(?:trong|tu|vao|ngay)?\W*",
                left,
            )
        )
        strong = (
            _STRONG_LEFT.search(left)
            or (
                stretch.grain == "day"
                and _WEAK_LEFT.search(
                    folded[max(0, stretch.start - 120) : stretch.start] + (" ngay" if own.startswith("ngay") else "")
                )
            )
            or own.startswith("tu ")
            or (led and re.search(r"\b(?:trong|tu)\s*(?:ngay)?\s*$", led.group()))
        )
        if strong or scheduled or (opens and re.match(r"\s*(?:\([^)]*\))?\s*[:,\-]", folded[stretch.end :])):
            if stretch.grain == "year":
                continue
            begin = stretch.start - (len(left) - led.start()) if led else stretch.start
            found.append(Term("date", max(begin, 0), stretch.end, on=stretch.latest.isoformat(), word=stretch.grain))
    return found[-1:] if len(found) > 1 and len({term.start for term in found}) == 1 else found


def _moments(folded: str) -> list[Term]:
    found = []
    for match in _SOON.finditer(folded):
        if match["after"]:
            anchor = "conference_end"
            found.append(Term("moment", *match.span(), direction="after", anchor=anchor, word="after"))
        elif match["soonest"]:
            found.append(Term("moment", *match.span(), direction="after", anchor="conference_end", word="soonest"))
        else:
            word = "prompt" if match["prompt"] else "rule" if match["rule"] else "period"
            found.append(Term("moment", *match.span(), direction="after", anchor="conference_end", word=word))
    return found
