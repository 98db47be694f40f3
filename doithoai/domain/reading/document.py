"""Reading one official document: its lines in, the whole reading out.

Each part is read by the module of its name; this one only brings them together and keeps where each stands.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from doithoai.domain.reading.agenda import read_exclusions, read_programme, read_topics
from doithoai.domain.reading.bases import read_bases
from doithoai.domain.reading.characters import fold
from doithoai.domain.reading.conferences import read_conferences
from doithoai.domain.reading.deadlines import read_deadlines
from doithoai.domain.reading.doubts import Source, find_doubts
from doithoai.domain.reading.foot import read_foot
from doithoai.domain.reading.letterhead import Letterhead, read_letterhead
from doithoai.domain.reading.lines import Line, clean_lines
from doithoai.domain.reading.outline import build_outline
from doithoai.domain.reading.paragraphs import Paragraph, join_lines
from doithoai.domain.reading.people import read_attendees, read_chairs, read_secretaries
from doithoai.domain.reading.record import Reading, Span
from doithoai.domain.reading.repair import repair_lines
from doithoai.domain.reading.tasks import read_tasks
from doithoai.domain.reading.validity import ENDED, REPEALED, EndedBody
from doithoai.domain.reading.zones import Zones, split_zones

_Item = TypeVar("_Item")
_SUBJECT = re.compile(r"doi thoai|tiep xuc|tiep dan|ke hoach|nhan dan|kien nghi")
_PREAMBLE_ENDS = {"roman", "article", "part", "upper"}


def read_plan(lines: Iterable[Line], bodies: Sequence[EndedBody] = ()) -> Reading:
    """Read a plan (or notice, conclusion, report) from its source lines, numbered from 1.

    `bodies` are further bodies that ended, checked beside the known ones. Any text gives a reading: what it does not say is
    null or empty, and `type` is "other" when it is no such document. The work grows in step with the length of the text.
    """
    mended, damaged = repair_lines(clean_lines(lines))
    zones = split_zones(mended)
    paragraphs = join_lines(zones.body)
    kind = zones.type or _guessed(paragraphs)
    if kind == "other" and not any(_SUBJECT.search(paragraph.folded) for paragraph in paragraphs[:200]):
        return Reading("other", "state")
    head = read_letterhead(zones, paragraphs)
    reading = _read_body(kind, head, zones, paragraphs)
    last_line = mended[-1].number if mended else 1
    source = Source(paragraphs, damaged, REPEALED, (*ENDED, *bodies), last_line)
    doubts = find_doubts(reading, source)
    return replace(reading, warnings=tuple(doubts))


def _guessed(paragraphs: Sequence[Paragraph]) -> str:
    """The kind of a document without a title line, by what its first paragraphs say."""
    first = " ".join(paragraph.folded for paragraph in paragraphs[:8])[:6000]
    if re.search(r"(?:xay dung|ban hanh|lap)\s+(?:va ban hanh )?ke hoach|^\W*ke hoach\b", first) and re.search(
        r"doi thoai|tiep xuc", first
    ):
        return "plan"
    if re.match(r"\W*thong bao\b.{0,120}(?:doi thoai|tiep xuc)", first):
        return "notice"
    return "other"


def _read_body(kind: str, head: Letterhead, zones: Zones, paragraphs: Sequence[Paragraph]) -> Reading:
    root = build_outline(paragraphs)
    bases = read_bases(_preamble(paragraphs))
    recipients, signatory, signed = read_foot(zones.foot)
    marks: dict[str, tuple[Span, ...]] = {name: (span,) for name, span in head.spans.items()}
    if signed:
        marks["signatory"] = (signed,)
    spoken = kind != "other"
    tasks, owners = read_tasks(root) if spoken else ([], {})
    held = kind in {"plan", "notice"}
    return Reading(
        type=kind,
        form=head.form,
        issuer=head.issuer,
        commune=head.commune,
        province=head.province,
        number=head.number,
        issued_on=head.issued_on,
        title=head.title,
        year=head.year,
        legal_bases=_items("legal_bases", bases, marks),
        conferences=_items("conferences", read_conferences(root, head.title, head.year) if held else [], marks),
        chairs=_items("chairs", read_chairs(root) if spoken else [], marks),
        secretaries=_items("secretaries", read_secretaries(root) if spoken else [], marks),
        attendees=_items("attendees", read_attendees(root) if spoken else [], marks),
        topics=_items("topics", read_topics(root, head.year) if spoken else [], marks),
        exclusions=_items("exclusions", read_exclusions(root) if spoken else [], marks),
        programme=_items("programme", read_programme(root) if spoken else [], marks),
        deadlines=_items("deadlines", read_deadlines(root, owners, head.year) if spoken else [], marks),
        tasks=_items("tasks", tasks, marks),
        recipients=_items("recipients", recipients, marks),
        signatory=signatory,
        marks=marks,
    )


def _items(name: str, found: Sequence[tuple[_Item, Span]], marks: dict[str, tuple[Span, ...]]) -> tuple[_Item, ...]:
    """The items of a list field; their lines are kept in `marks` under its name."""
    marks[name] = tuple(span for _, span in found)
    return tuple(item for item, _ in found)


def _preamble(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs before the first heading; a numbered basis ("1. Căn cứ…") still belongs here."""
    found: list[Paragraph] = []
    for paragraph in paragraphs[:60]:
        leads = re.match(r"\W*(?:can cu|thuc hien|theo|luat|nghi dinh|quyet dinh)\b", fold(paragraph.text))
        if (paragraph.kind in _PREAMBLE_ENDS and not leads) or (
            paragraph.kind in {"number", "decimal", "letter"} and not leads
        ):
            break
        found.append(paragraph)
    return found
