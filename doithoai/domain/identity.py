"""Finds what may identify a person in a text before it is made public: names, phones, papers, plots, addresses.

It proposes, a person decides (threats T-04, T-05). What belongs to the speaker himself is certain and may not go out;
everything else is a suspicion. Not here: which texts are public (stages/notices).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from doithoai.domain.texts import accented_words_of, clean, digits_of, fold, national_phone, same_word


class IdentityKind(StrEnum):
    """What kind of mark it is."""

    NAME = "name"
    PHONE = "phone"
    NATIONAL_ID = "national_id"
    PLOT = "plot"
    ADDRESS = "address"
    EMAIL = "email"
    BIRTH_YEAR = "birth_year"
    VEHICLE = "vehicle"
    ACCOUNT = "account"


@dataclass(frozen=True)
class Person:
    """Somebody whose identity must not go out. Empty fields are not looked for.

    `by_given_name` also takes a title with the given name alone, and middle with given name, for this person: so for
    whoever speaks in the very text, not for everybody in the hall, where half of them share such names.
    """

    name: str = ""
    phone: str = ""
    address: str = ""
    by_given_name: bool = True


@dataclass(frozen=True)
class Suspect:
    """One place of the NFC text that may tell who somebody is; `certain` when it is a known person's own."""

    kind: IdentityKind
    found: str
    start: int
    end: int
    certain: bool = False


_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"(?<![\w])\+?\d(?:[\s.\-()]{0,2}\d){5,13}(?![\w])")
_ID_WORDS = re.compile(r"(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh)[^\d]{0,30}$")
_ACCOUNT_WORDS = re.compile(r"(?:stk|tai khoan|so tk)[^\d]{0,30}$")
_MONEY = re.compile(r"\s*(?:dong|d\b|vnd|trieu|ty\b|ti\b|nghin|ngan)")
# On folded text of the same length, so that places carry over.
_FOLDED = (
    (
        IdentityKind.PLOT,
        re.compile(r"\bthua(?: dat)?(?: so)? \d+[a-z]?(?:[\s,;]*(?:thuoc )?to(?: ban do)?(?: so)? \d+)?"),
    ),
    (IdentityKind.PLOT, re.compile(r"\bto ban do(?: so)? \d+(?:[\s,;]*thua(?: dat)?(?: so)? \d+)?")),
    (IdentityKind.PLOT, re.compile(r"\b(?:gcn|so do|so hong|giay chung nhan)(?: so| qsdd)? [a-z]{1,2} ?\d{5,}")),
    (
        IdentityKind.ADDRESS,
        re.compile(r"\b(?:so nha|nha so|ngo|ngach|hem|kiet)(?: so)? \d+[a-z]?(?:/\d+[a-z]?)*"),
    ),
    (IdentityKind.EMAIL, re.compile(r"\b[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")),
    (IdentityKind.BIRTH_YEAR, re.compile(r"\b(?:sinh(?: nam| ngay)?|sn)[ :]*(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d\b")),
    (IdentityKind.VEHICLE, re.compile(r"\b\d{2} ?-? ?[a-z]{1,2}\d? ?[-. ]? ?\d{3}[. ]?\d{2}\b")),
)  # fmt: skip


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _set("ông bà anh chị cô chú bác cụ em cháu thầy dì cậu mợ thím o mệ thằng lão mụ")
_PLAIN_TITLES = frozenset(fold(title) for title in _TITLES)
_NOT_NAMES = _set(
    "con bi chu pho truong can cong giam hieu nguyen dai lanh thu vien phong ban uy hoi ubnd hdnd dang nhan xa thon"
    " nay kia ay ta toi minh do va o tren duoi cung deu"
)
_SURNAMES = _set(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh lâm mai tô trương hà cao"
    " lương lưu tạ chu triệu thạch kiều quách mã nông bế lò vi lù giàng cư sùng vàng lầu thào ksor rmah siu kpă niê mlô y"
    " quan tống khúc kim sơn danh châu diệp tăng nghiêm thái la phùng thân khương phí an ninh mạc hứa đậu tôn đàm"
)
_SURNAME_KEYS = frozenset(accented_words_of(" ".join(_SURNAMES)))
_PLAIN_SURNAMES = frozenset(fold(name) for name in _SURNAMES)


def suspects_in(text: str, *, known: Iterable[Person] = (), places: Iterable[str] = ()) -> tuple[Suspect, ...]:
    """Everything in the text that may identify a person, from its beginning on, certain ones once.

    `known` are the people who must not be recognised (the speakers); `places` are names never taken for people's.
    """
    composed = clean(text)
    known = tuple(known)
    found = [
        *_known_names(composed, known),
        *_known_addresses(composed, known),
        *_number_marks(composed, known),
        *_written_marks(composed),
        *_other_names(composed, places),
    ]
    found.sort(key=lambda s: (not s.certain, s.start, -s.end))
    kept: list[Suspect] = []
    for suspect in found:
        if not any(k.start < suspect.end and suspect.start < k.end for k in kept):
            kept.append(suspect)
    return tuple(sorted(kept, key=lambda s: s.start))


def tells_of(text: str, known: Iterable[Person]) -> bool:
    """Whether the text certainly tells of one of these people."""
    composed, known = clean(text), tuple(known)
    certain = (*_known_names(composed, known), *_known_addresses(composed, known), *_number_marks(composed, known))
    return any(suspect.certain for suspect in certain)


def mask(text: str, suspects: Iterable[Suspect], *, shown: str = "…") -> str:
    """The cleaned text with every suspect replaced."""
    composed = clean(text)
    for suspect in sorted(suspects, key=lambda s: -s.start):
        composed = composed[: suspect.start] + shown + composed[suspect.end :]
    return composed


def _tokens(text: str) -> list[tuple[str, int, int]]:
    return [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def _known_names(text: str, known: tuple[Person, ...]) -> Iterator[Suspect]:
    tokens = _tokens(text)
    present = {fold(word) for word, _, _ in tokens}
    for person in known:
        name = [word for word, _, _ in _tokens(clean(person.name))]
        if len(name) < 2 or fold(name[-1]) not in present:
            continue
        yield from _runs(text, tokens, name)
        if person.by_given_name:
            for form in _short_forms(name):
                yield from _runs(text, tokens, form)
            yield from _titled(text, tokens, name[-1])


def _short_forms(name: list[str]) -> list[list[str]]:
    """Middle and given name, initials and given name."""
    initials = [*(word[0] for word in name[:-1]), name[-1]]
    return [name[-2:], initials] if len(name) >= 3 else [initials]


def _runs(text: str, tokens: list[tuple[str, int, int]], form: list[str]) -> Iterator[Suspect]:
    for index in range(len(tokens) - len(form) + 1):
        run = tokens[index : index + len(form)]
        if all(same_word(word, meant) for (word, _, _), meant in zip(run, form, strict=True)):
            start, end = run[0][1], run[-1][2]
            yield Suspect(IdentityKind.NAME, text[start:end], start, end, certain=True)


def _titled(text: str, tokens: list[tuple[str, int, int]], given: str) -> Iterator[Suspect]:
    """A title and the given name. Written small where others are written large it may be a mere word: not certain."""
    small = not any(c.isupper() for c in text)
    for (title, start, _), (word, _, end) in pairwise(tokens):
        if fold(title) in _PLAIN_TITLES and same_word(word, given):
            yield Suspect(IdentityKind.NAME, text[start:end], start, end, certain=small or word[0].isupper())


def _number_marks(text: str, known: tuple[Person, ...]) -> Iterator[Suspect]:
    phones = {phone[-9:] for person in known if (phone := national_phone(person.phone))}
    folded = fold(text)
    for match in _DIGITS.finditer(text):
        digits, start, end = digits_of(match.group()), match.start(), match.end()
        if any(phone in digits for phone in phones):
            yield Suspect(IdentityKind.PHONE, match.group(), start, end, certain=True)
        elif _ACCOUNT_WORDS.search(folded[:start]):
            yield Suspect(IdentityKind.ACCOUNT, match.group(), start, end)
        elif _MONEY.match(folded, end):
            continue
        elif (len(digits) == 12 and digits[0] == "0") or (len(digits) in (9, 12) and _ID_WORDS.search(folded[:start])):
            yield Suspect(IdentityKind.NATIONAL_ID, match.group(), start, end)
        elif national_phone(digits):
            yield Suspect(IdentityKind.PHONE, match.group(), start, end)


def _known_addresses(text: str, known: tuple[Person, ...]) -> Iterator[Suspect]:
    folded = fold(text)
    for person in known:
        address = fold(clean(person.address))
        # A village alone is no address: only one with a number tells the house.
        if not any(c.isdigit() for c in address):
            continue
        start = folded.find(address)
        if start >= 0:
            end = start + len(address)
            yield Suspect(IdentityKind.ADDRESS, text[start:end], start, end, certain=True)


def _written_marks(text: str) -> Iterator[Suspect]:
    folded = fold(text)
    for kind, pattern in _FOLDED:
        for match in pattern.finditer(folded):
            yield Suspect(kind, text[match.start() : match.end()], match.start(), match.end())


def _other_names(text: str, places: Iterable[str]) -> Iterator[Suspect]:
    tokens = _tokens(text)
    known_places = [[fold(w) for w, _, _ in _tokens(clean(place))] for place in places]
    shouting = sum(c.isupper() for c in text) > sum(c.islower() for c in text)
    # Without diacritics `o` is far more often "ở" (at) than the word for an aunt.
    titles = _TITLES - {"o"} if text.isascii() else _TITLES
    for index, (word, start, _) in enumerate(tokens):
        run = _joined(text, tokens[index : index + 5])
        if word.lower() in titles:
            stop = _name_end(run[1:], shouting=shouting)
        elif _is_surname(word):
            stop = _full_name_end(run[:4], shouting=shouting)
        else:
            continue
        names = [fold(w) for w, _, end in run if end <= stop]
        if stop and not any(_within(names, place) for place in known_places):
            yield Suspect(IdentityKind.NAME, text[start:stop], start, stop)


def _is_surname(word: str) -> bool:
    """Whether a word is a common surname, with its accents or with none."""
    return word.lower() in _PLAIN_SURNAMES if word.isascii() else accented_words_of(word)[0] in _SURNAME_KEYS


def _joined(text: str, run: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The words up to the first that is parted from the one before by more than a space."""
    for index, (before, after) in enumerate(pairwise(run), start=1):
        if text[before[2] : after[1]].strip():
            return run[:index]
    return run


def _name_end(run: list[tuple[str, int, int]], *, shouting: bool) -> int:
    """End of the capitalised name that follows a title; 0 when there is none."""
    if not run or fold(run[0][0]) in _NOT_NAMES:
        return 0
    end = 0
    for word, _, word_end in run:
        if not word[0].isupper() or (shouting and end):
            break
        end = word_end
    return end


def _full_name_end(run: list[tuple[str, int, int]], *, shouting: bool) -> int:
    """End of surname, middle and given name; in small or all capital letters only with `văn` or `thị` between."""
    capitals = next((i for i, (word, _, _) in enumerate(run) if not word[0].isupper()), len(run))
    if capitals >= 3 and not shouting:
        return run[capitals - 1][2]
    plain = shouting or all(word.isascii() for word, _, _ in run[:3])
    if len(run) >= 3 and plain and (shouting or capitals == 0) and fold(run[1][0]) in ("van", "thi"):
        return run[2][2]
    return 0


def _within(run: list[str], place: list[str]) -> bool:
    size = len(run)
    return any(place[i : i + size] == run for i in range(len(place) - size + 1))
