"""The deadlines of a plan: each duty that the words bind to a moment, once per duty and actor.

Terms come from `terms.py`, duties from `duties.py`, bodies from `actors.py`; here they are brought together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from doithoai.domain.reading.actors import actor_at, delegated_before, looks_like_actor, subject_after
from doithoai.domain.reading.binding import OPENS_CASE, Bound, bound_in, completed, fitting, together
from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.duties import (
    AFTER,
    find_mentions,
    names_conference,
)
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.record import Deadline, Span
from doithoai.domain.reading.sentences import sentences
from doithoai.domain.reading.tables import Row, task_rows
from doithoai.domain.reading.terms import find_terms, might_hold_term

_UNREAD = ("purpose", "content", "people", "chair", "secretary", "place", "budget")
_SLACK, _AT_START = 2, 12
_ASKED_BY = re.compile(r"(?:nhan|gui|thu|nop) (?:\w+ )?y kien|dang ky|cham nhat|truoc ngay|muon nhat")


def read_deadlines(root: Section, owners: Mapping[int, str], year: int | None) -> list[tuple[Deadline, Span]]:
    """Every deadline of the outline with its source lines; `owners` gives the body a section is the task of."""
    found: list[tuple[Deadline, Span]] = []
    tabled: set[int] = set()
    for section in root.walk():
        for row in task_rows(section):
            tabled.add(row.line)
            found.extend(_of_row(row, year))
    for section in root.walk():
        if section.paragraph.first_line in tabled or not section.text or _skipped(section):
            continue
        if might_hold_term(section.paragraph.folded):
            found.extend(_of_section(section, owners.get(id(section)), year))
    return _unique(found)


def _skipped(section: Section) -> bool:
    if (
        section.parent is not None
        and section.parent.rank == -1
        and section.paragraph.folded.startswith(("can cu", "tren day la", "thuc hien quy", "thuc hien quyet"))
    ):
        return not re.search(
            r"xay dung ke hoach|to chuc", section.paragraph.folded
        ) or section.paragraph.folded.startswith("tren day la")
    return False


def _of_section(section: Section, owner: str | None, year: int | None) -> Iterator[tuple[Deadline, Span]]:
    paragraph = section.paragraph
    about = section.about()
    scheduled = bool({"schedule", "appendix"} & set(about)) or _in_timetable(section)
    fluff = bool(set(about) & set(_UNREAD)) and not set(about) & {"tasks", "after", "prepare", "schedule"}
    spoken = set(about) == {"time"} or ("time" in about and not section.within("tasks") and not scheduled)
    before: Bound | None = None
    for start, end in sentences(section.text):
        words = section.text[start:end]
        bounds = list(bound_in(words, year, scheduled=scheduled))
        if not bounds and before and OPENS_CASE.match(fold(words)):
            bounds = [
                (
                    replace(
                        before,
                        term=replace(
                            term, direction=term.direction or "after", anchor=term.anchor or before.term.anchor
                        ),
                    ),
                    0,
                    len(words),
                )
                for term in find_terms(words, year)
                if term.kind == "count"
            ]
        before = next((bound for bound, _, _ in bounds if bound.duty in AFTER), None)
        for bound, first, last in bounds:
            if (
                fluff
                and bound.term.kind == "moment"
                and bound.duty not in {"extension_notice", "transfer_notice"}
                and not _strict(bound)
            ):
                continue
            if spoken and bound.term.kind == "date" and (bound.duty == "other" or not _ASKED_BY.search(fold(words))):
                continue
            if section.within("purpose") and bound.term.kind == "moment":
                continue
            actor = _actor(words, bound, first, owner, section)
            heard = _by_broadcaster(bound, actor, words)
            yield (
                _record(heard, actor, paragraph.line_at(start), tidy(words[first:last])),
                (paragraph.line_at(start), paragraph.line_at(end - 1)),
            )


def _by_broadcaster(bound: Bound, actor: str | None, words: str) -> Bound:
    """What a loudspeaker team "thông báo" is heard on its loudspeakers."""
    spoken = bound.duty == "issue_notice" and re.search(
        r"truyen thanh|phat thanh|truyen thong|bo phan dai", fold(actor or "")
    )
    return (
        replace(bound, duty="broadcast")
        if spoken and not re.search(r"ban hanh|niem yet|phat hanh", fold(words))
        else bound
    )


def _in_timetable(section: Section) -> bool:
    """Whether a section is an item that opens with a date and a colon."""
    return bool(
        re.match(r"\W*(?:trong |tu |vao |truoc |den )?(?:ngay |thang |quy |tuan )[^:]{0,45}:", section.paragraph.folded)
    ) and not section.is_about("time")


def _strict(bound: Bound) -> bool:
    return bound.term.word in {"after", "soonest"} and bound.duty == "answer"


def _actor(words: str, bound: Bound, start: int, owner: str | None, section: Section) -> str | None:
    """Who is bound: the first that the clause, the sentence, the task or the list's introduction names."""
    return next((name for name in _named(words, bound, start) if name), None) or owner or _introduced(section)


def _named(words: str, bound: Bound, start: int) -> Iterator[str | None]:
    """Bodies the sentence itself may bind, the surest first."""
    clause = words[start:]
    apart = bound.duty in {"extension_notice", "transfer_notice"}
    yield delegated_before(clause, len(clause) if apart else max(bound.at + 1, bound.end))
    lead = actor_at(clause)
    yield lead[0] if lead and lead[1] < len(clause) else None
    own = None if apart else actor_at(words)
    yield own[0] if own and own[1] < len(words) else None
    if 0 < bound.term.end < bound.at:
        told = actor_at(clause[bound.term.end :].lstrip(" ,:"))
        yield told[0] if told and told[1] <= bound.at - bound.term.end + _SLACK else None
        yield subject_after(clause, bound.term.end) if bound.term.start <= _AT_START else None
    yield _subject_within(clause, len(clause) if apart else bound.at)
    colon = clause.find(":", 0, 90)
    after = actor_at(clause[colon + 1 :].lstrip()) if colon > 0 else None
    yield after[0] if after and after[1] < len(clause) else None
    behind = re.search(r"\(([^()]{4,80})\)\W*$", clause)
    if behind and looks_like_actor(behind[1][:1].upper() + behind[1][1:]):
        yield tidy(behind[1])


def _subject_within(clause: str, at: int) -> str | None:
    """The body named after a comma or "thì" just before the duty: "Các ý kiến còn lại, UBND xã trả lời…"."""
    found = None
    for comma in re.finditer(r"[,:]\s+|\bthì\s+", clause[: at + 1]):
        named = actor_at(clause[comma.end() :])
        if (
            named
            and named[0]
            and comma.end() + named[1] < len(clause)
            and comma.end() + len(named[0]) <= at
            and named[1] <= 90
        ):
            found = named[0]
    return found


def _introduced(section: Section) -> str | None:
    """The body named by the paragraph that introduces a list ("Ủy ban nhân dân xã … theo trình tự sau:")."""
    for around in section.path():
        parent = around.parent
        if parent is None or parent.parent is None:
            return None
        for sibling in parent.children:
            if sibling is around:
                break
            if sibling.text.rstrip().endswith(":"):
                actor = actor_at(sibling.text)
                if actor and actor[1] < len(sibling.text) - 2:
                    return actor[0]
        own = actor_at(parent.text) if parent.text and parent.rank > 2 else None
        if own and own[0]:
            return own[0]
    return None


def _record(bound: Bound, actor: str | None, line: int, text: str) -> Deadline:
    term = bound.term
    if term.kind == "date":
        return Deadline(bound.duty, None, None, "before", None, term.on, actor, line, text)
    return Deadline(bound.duty, term.amount, term.unit, term.direction, term.anchor, None, actor, line, text)


def _of_row(row: Row, year: int | None) -> Iterator[tuple[Deadline, Span]]:
    """A row of a table of work: its duty from the work, its moment from the time column."""
    folded = fold(row.work)
    terms = find_terms(row.time, year, scheduled=True) if row.time else []
    if not terms and row.time:
        terms = find_terms(f"chậm nhất {row.time}", year)
    if not terms or (terms[0].kind == "moment" and terms[0].word in {"prompt", "rule"}):
        terms = find_terms(row.work, year)
    mentions = find_mentions(folded)
    if not terms or (names_conference(folded) and (not mentions or mentions[0].duty in {"collect_opinions", "answer"})):
        return
    term = terms[-1]
    fit = fitting(term, mentions) or mentions
    chosen = together(fit[:3], folded, term, nearest_last=False) if fit else []
    for duty in [mention.duty for mention in chosen] or (["other"] if term.kind != "moment" else []):
        yield (
            _record(Bound(duty, completed(term, duty), 0), row.actor or None, row.line, tidy(row.text)),
            (row.line, row.line),
        )


def _unique(found: Iterable[tuple[Deadline, Span]]) -> list[tuple[Deadline, Span]]:
    out: dict[tuple[object, ...], tuple[Deadline, Span]] = {}
    for deadline, span in found:
        key = (
            deadline.duty,
            deadline.amount,
            deadline.unit,
            deadline.on,
            deadline.direction,
            fold(deadline.actor or ""),
        )
        out.setdefault(key, (deadline, span))
    dated = {deadline.duty for deadline, _ in out.values() if deadline.amount is not None or deadline.on}
    kept = []
    for deadline, span in out.values():
        same = any(
            other is not deadline
            and other.duty == deadline.duty
            and other.line == deadline.line
            and (other.amount is not None or other.on)
            for other, _ in out.values()
        )
        if deadline.amount is None and deadline.on is None and deadline.duty in dated and same:
            continue
        kept.append((deadline, span))
    return kept
