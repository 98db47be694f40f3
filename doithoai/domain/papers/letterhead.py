"""Who issues, who signs, who receives: facts of a paper's frame and the blocks made from them.

Decree 30/2020/NĐ-CP, Annex I (TM., KT., TL., TUQ.); Party guidance 36-HD/VPTW (T/M, K/T, T/L, T/U).
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from doithoai.domain.numbering import PaperForm, number_line, numbered, official_number
from doithoai.domain.papers.blocks import Closing, Header, Paper, Signature
from doithoai.domain.papers.layout import Layout
from doithoai.domain.papers.wording import ended, place_and_date


class Capacity(StrEnum):
    """In whose place a person signs."""

    ON_BEHALF = "on_behalf"
    FOR_HEAD = "for_head"
    BY_ORDER = "by_order"
    BY_AUTHORIZATION = "by_authorization"
    OWN = "own"


class Purpose(StrEnum):
    """Why somebody receives a paper; written behind the name."""

    NONE = ""
    REPORT = "report"
    INFORM = "inform"
    COORDINATE = "coordinate"
    EXECUTE = "execute"


_PURPOSE_WORDS = {
    Purpose.NONE: "",
    Purpose.REPORT: " (b/c)",
    Purpose.INFORM: " (để biết)",
    Purpose.COORDINATE: " (p/h)",
    Purpose.EXECUTE: " (t/h)",
}


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues papers. `superior` and `lines` are the capitals of the left block; `name` is for running text.

    `code` is the body in a symbol (UBND, ĐU, MTTQ-BTT), `collective` what 'TM.' stands before, `place` the commune's name.
    """

    form: PaperForm
    superior: tuple[str, ...]
    lines: tuple[str, ...]
    name: str
    code: str
    collective: str
    place: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `head_post` is the post signed for (KT., TL., TUQ.)."""

    post: str
    name: str
    capacity: Capacity = Capacity.ON_BEHALF
    head_post: str = "Chủ tịch"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of 'Nơi nhận'. `instead_of` is the body that ceased and whose place this one took."""

    name: str
    purpose: Purpose = Purpose.NONE
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Issuing:
    """The frame of one paper: layout, issuer, signer, recipients, and the number and day it has once issued."""

    layout: Layout
    issuer: Issuer
    signer: Signer
    year: int
    recipients: tuple[Recipient, ...] = field(default=())
    number: int | None = None
    issued_on: date | None = None
    drafter: str = ""


def people_committee(commune: str, *, kind: str = "xã") -> Issuer:
    """The People's Committee of a commune; it has no superior line."""
    return Issuer(
        PaperForm.STATE,
        (),
        ("ỦY BAN NHÂN DÂN", f"{kind} {commune}".upper()),
        f"Ủy ban nhân dân {kind} {commune}",
        "UBND",
        "ỦY BAN NHÂN DÂN",
        commune,
    )


def party_committee(commune: str, *, province: str, kind: str = "xã") -> Issuer:
    """The standing board of a commune's Party committee."""
    return Issuer(
        PaperForm.PARTY,
        (f"ĐẢNG BỘ {province}".upper(),),
        (f"ĐẢNG ỦY {kind} {commune}".upper(),),
        f"Ban Thường vụ Đảng ủy {kind} {commune}",
        "ĐU",
        "BAN THƯỜNG VỤ",
        commune,
    )


def front_committee(commune: str, *, kind: str = "xã") -> Issuer:
    """The standing board of the commune's Fatherland Front."""
    return Issuer(
        PaperForm.FRONT,
        ("ỦY BAN MTTQ VIỆT NAM", f"{kind} {commune}".upper()),
        ("BAN THƯỜNG TRỰC",),
        f"Ban Thường trực Ủy ban MTTQ Việt Nam {kind} {commune}",
        "MTTQ-BTT",
        "BAN THƯỜNG TRỰC",
        commune,
    )


def header_of(issuing: Issuing, *, type_code: str, about: str = "", unit: str = "") -> Header:
    """Head of a numbered paper; a draft has room for number and day."""
    issuer = issuing.issuer
    number = official_number(issuer.form, type_code=type_code, body=issuer.code, unit=unit, number=issuing.number)
    return Header(
        issuer.superior,
        issuer.lines,
        number_line(issuer.form, number),
        place_and_date(issuer.place, issuing.issued_on, year=issuing.year),
        about,
    )


def bare_header_of(issuing: Issuing) -> Header:
    """Head of a list or a form: no number, no day."""
    return Header(issuing.issuer.superior, issuing.issuer.lines, "", "")


def dated_header_of(issuing: Issuing) -> Header:
    """Head of a slip that goes out with a day but takes no number of the office's book."""
    place_date = place_and_date(issuing.issuer.place, issuing.issued_on, year=issuing.year)
    return Header(issuing.issuer.superior, issuing.issuer.lines, "", place_date)


def signature_of(issuing: Issuing, *, note: str = "") -> Signature:
    """Capacity, post and name in the words of the layout."""
    layout, signer, collective = issuing.layout, issuing.signer, issuing.issuer.collective
    post, head = signer.post.upper(), signer.head_post.upper()
    on_behalf = f"{layout.on_behalf} {collective}"
    lines = {
        Capacity.ON_BEHALF: (on_behalf, post),
        Capacity.FOR_HEAD: (on_behalf, f"{layout.for_head} {head}", post),
        Capacity.BY_ORDER: (f"{layout.by_order} {head}", post),
        Capacity.BY_AUTHORIZATION: (f"{layout.by_authorization} {head}", post),
        Capacity.OWN: (post,),
    }
    return Signature(lines[signer.capacity], signer.name, note)


def closing_of(issuing: Issuing, *, first: tuple[str, ...] = ()) -> Closing:
    """Recipients with their purposes, the archive line last, and the signature."""
    end = issuing.layout.recipients_end
    names = (*first, *(one.name + _PURPOSE_WORDS[one.purpose] for one in issuing.recipients))
    archive = issuing.layout.archive + (f", {issuing.drafter}" if issuing.drafter else "")
    return Closing((*(ended(name, end) for name in names), ended(archive, ".")), signature_of(issuing))


def stamped(paper: Paper, *, number: int | None, issued_on: date) -> Paper:
    """The draft as issued: number and day in every header, not one other word changed. Headers without them stay bare."""

    def stamp(header: Header) -> Header:
        if not header.place_date:
            return header
        place = header.place_date.split(", ngày", 1)[0]
        line = header.number if number is None else numbered(header.number, number)
        return replace(header, number=line, place_date=place_and_date(place, issued_on, year=issued_on.year))

    blocks = tuple(stamp(block) if isinstance(block, Header) else block for block in paper.blocks)
    return replace(paper, header=stamp(paper.header) if paper.header else None, blocks=blocks)


def without_recipients(issuing: Issuing) -> Issuing:
    """The same frame with nobody but the archive."""
    return replace(issuing, recipients=())
