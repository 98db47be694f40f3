"""The deadlines of a plan: each duty that the words bind to a moment, once per duty and actor.

Terms come from `terms.py`, duties from `duties.py`, bodies from `actors.py`; here they are brought together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from doithoai.domain.reading.actors import actor_at, delegated_before, looks_like_actor, subject_after
from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.duties import AFTER, BEFORE, NOTICES, Mention, find_mentions, names_conference, names_other_duty
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.record import Deadline, Span
from doithoai.domain.reading.sentences import clauses, sentences
from doithoai.domain.reading.tables import Row, task_rows
from doithoai.domain.reading.terms import Term, find_terms, might_hold_term

_UNREAD = ("purpose", "content", "people", "chair", "secretary", "place", "budget")
_ASKED_BY = re.compile(r"(?:nhan|gui|thu|nop) (?:\w+ )?y kien|dang ky|cham nhat|truoc ngay|muon nhat")
_INTERNAL = re.compile(r"bao cao (?:dong chi )?(?:chu tich|bi thu|thuong truc dang uy|lanh dao|ubnd (?:xa|phuong)|van phong)")
_CASE = re.compile(r"\W*(?:truong hop|nhung|doi voi|vu viec|rieng|cac (?:vu viec|truong hop|y kien|kien nghi)|neu)\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """A duty, the term that binds it, and where both stand in the sentence."""

    duty: str
    term: Term
    at: int
    end: int = 0


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
    if section.parent is not None and section.parent.rank == -1 and section.paragraph.folded.startswith(("can cu", "tren day la", "thuc hien quy", "thuc hien quyet")):
        return not re.search(r"xay dung ke hoach|to chuc", section.paragraph.folded) or section.paragraph.folded.startswith("tren day la")
    return False


def _of_section(section: Section, owner: str | None, year: int | None) -> Iterator[tuple[Deadline, Span]]:
    paragraph = section.paragraph
    about = section.about()
    scheduled = bool({"schedule", "appendix"} & set(about)) or _in_timetable(section)
    fluff = bool(set(about) & set(_UNREAD)) and not set(about) & {"tasks", "after", "prepare", "schedule"}
    spoken = set(about) == {"time"} or "time" in about and not section.within("tasks") and not scheduled
    before: Bound | None = None
    for start, end in sentences(section.text):
        words = section.text[start:end]
        bounds = list(_bound_in(words, year, scheduled))
        if not bounds and before and _CASE.match(fold(words)):
            bounds = [(replace(before, term=replace(term, direction=term.direction or "after", anchor=term.anchor or before.term.anchor)), 0, len(words)) for term in find_terms(words, year) if term.kind == "count"]
        before = next((bound for bound, _, _ in bounds if bound.duty in AFTER), None)
        for bound, first, last in bounds:
            if fluff and bound.term.kind == "moment" and bound.duty not in {"extension_notice", "transfer_notice"} and not _strict(bound, words):
                continue
            if spoken and bound.term.kind == "date" and (bound.duty == "other" or not _ASKED_BY.search(fold(words))):
                continue
            if section.within("purpose") and bound.term.kind == "moment":
                continue
            actor = _actor(words, bound, first, owner, section)
            bound = _by_broadcaster(bound, actor, words)
            yield _record(bound, actor, paragraph.line_at(start), tidy(words[first:last])), (paragraph.line_at(start), paragraph.line_at(end - 1))


def _by_broadcaster(bound: Bound, actor: str | None, words: str) -> Bound:
    """What a loudspeaker team "thông báo" is heard on its loudspeakers."""
    spoken = bound.duty == "issue_notice" and re.search(r"truyen thanh|phat thanh|truyen thong|bo phan dai", fold(actor or ""))
    return replace(bound, duty="broadcast") if spoken and not re.search(r"ban hanh|niem yet|phat hanh", fold(words)) else bound


def _in_timetable(section: Section) -> bool:
    """Whether a section is an item that opens with a date and a colon."""
    return bool(re.match(r"\W*(?:trong |tu |vao |truoc |den )?(?:ngay |thang |quy |tuan )[^:]{0,45}:", section.paragraph.folded)) and not section.is_about("time")


def _strict(bound: Bound, words: str) -> bool:
    return bound.term.word in {"after", "soonest"} and bound.duty == "answer"


def _bound_in(words: str, year: int | None, scheduled: bool) -> Iterator[tuple[Bound, int, int]]:
    """Bound duties of one sentence with the span of the clause that holds them; a clause that has a term but
    no duty lends the term to the clause before it."""
    spans = list(clauses(words, (0, len(words))))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        part = words[start:end]
        if merged and (terms := find_terms(part, year, scheduled)) and not find_mentions(fold(part)):
            if all(term.kind != "moment" for term in terms) and not names_other_duty(fold(part)):
                merged[-1] = (merged[-1][0], end)
                continue
        merged.append((start, end))
    lead: Term | None = None
    for start, end in merged:
        part = words[start:end]
        terms = _settled(find_terms(part, year, scheduled), fold(part))
        if start == merged[0][0] and terms and terms[0].kind != "moment" and not re.search(r"\w{3,}", part[: terms[0].start]):
            lead = terms[0]
        elif lead and not terms:
            terms = [replace(lead, start=0, end=0)]
        mentions = find_mentions(fold(part))
        for bound in [*_bind(terms, mentions, part), *_unbound(mentions, terms, fold(part))]:
            yield replace(bound, at=bound.at), start, end


def _settled(terms: list[Term], folded: str) -> list[Term]:
    """Moments that only say what a count is counted from are taken into the count."""
    kept: list[Term] = []
    counted = [term for term in terms if term.kind == "count"]
    mentions = find_mentions(folded)
    for term in terms:
        if term.kind == "moment":
            beside = [
                count for count in counted
                if not any(min(term.end, count.end) <= mention.start < max(term.start, count.start) for mention in mentions)
            ]  # fmt: skip
            if beside or (term.word in {"prompt", "rule"} and counted):
                continue
        kept.append(term)
    for at, term in enumerate(kept):
        if term.kind == "count" and term.direction is None:
            kept[at] = replace(term, direction=None)
    return kept


def _bind(terms: list[Term], mentions: list[Mention], part: str) -> Iterator[Bound]:
    folded = fold(part)
    last: Mention | None = None
    for at, term in enumerate(terms):
        if term.kind == "count" and re.search(r"\bgia han\b|\bkeo dai them\b", folded[max(0, term.start - 16) : term.end]):
            continue
        floor = max((other.end for other in terms[:at]), default=0)
        ceiling = min((other.start for other in terms[at + 1 :]), default=len(part))
        chosen = _chosen(term, mentions, folded, floor, ceiling)
        if not chosen and at and last and term.kind == "count" and _CASE.match(re.split(r"[;,]", folded[: term.start])[-1]):
            yield Bound(last.duty, replace(term, direction=term.direction or "after", anchor=term.anchor or terms[at - 1].anchor), last.start, last.end)
            continue
        if term.kind == "count" and [mention.duty for mention in chosen] == ["extension_notice"]:
            chosen = [mention for mention in mentions if mention.duty == "answer" and mention.start < term.start][-1:]
            if not chosen:
                continue
        if chosen:
            last = chosen[-1]
            for mention in chosen:
                made_known = term.direction == "after" and mention.duty in {"broadcast", "issue_notice"}
                duty = "publish_result" if made_known else mention.duty
                yield Bound(duty, _completed(term, duty), mention.start, mention.end)
        elif term.kind != "moment" and not _elsewhere(term, folded) and names_other_duty(folded):
            yield Bound("other", _completed(term, "other"), term.start)


def _elsewhere(term: Term, folded: str) -> bool:
    """A date or count that says when or how long the conference itself is."""
    return term.kind == "date" and names_conference(folded) or bool(re.search(r"(?:10|muoi)\s*%", folded))


def _chosen(term: Term, mentions: list[Mention], folded: str, floor: int, ceiling: int) -> list[Mention]:
    before = [mention for mention in mentions if floor <= mention.start and mention.start < term.start]
    after = [mention for mention in mentions if term.end <= mention.start < ceiling]
    if term.kind == "date" and names_conference(folded[floor:ceiling]) and not before and not _first_is_duty(after, folded, term):
        return []
    fits_before, fits_after = _fitting(term, before), _fitting(term, after)
    if term.kind == "moment":
        return _for_moment(term, fits_before, fits_after, folded)
    if fits_before and not _opens(term, folded, floor):
        return [*(chosen := _together(fits_before, folded, term, nearest_last=True)), *_added_after(chosen, fits_after, folded, term)]
    if fits_after:
        return _together(fits_after, folded, term, nearest_last=False)
    if fits_before:
        return _together(fits_before, folded, term, nearest_last=True)
    return before[-1:] or after[:1]


def _first_is_duty(after: list[Mention], folded: str, term: Term) -> bool:
    holding = names_conference(folded[term.end : after[0].start]) if after else True
    return bool(after) and not holding


def _opens(term: Term, folded: str, floor: int) -> bool:
    return not re.search(r"\w{3,}", folded[floor : term.start])


def _fitting(term: Term, mentions: list[Mention]) -> list[Mention]:
    if term.direction == "before" and term.anchor != "answer_due":
        return [mention for mention in mentions if mention.duty in BEFORE]
    if term.direction == "after":
        return [mention for mention in mentions if mention.duty in AFTER]
    return mentions


def _for_moment(term: Term, before: list[Mention], after: list[Mention], folded: str) -> list[Mention]:
    allowed = {
        "after": AFTER, "soonest": {"answer", "report", "publish_result", "issue_notice"}, "prompt": {"answer", "report", "publish_result"},
        "rule": {"answer", "report"}, "period": {"report", "publish_result"},
    }[term.word or "after"]  # fmt: skip
    near_before = [mention for mention in before if mention.duty in allowed]
    near_after = [mention for mention in after if mention.duty in allowed]
    reach = 45 if term.word in {"prompt", "period"} else 260
    if near_before and term.start - near_before[-1].end <= reach and "," not in folded[near_before[-1].end : term.start][:1]:
        chosen = near_before[-1]
        if term.word == "prompt" and not re.search(r"tra loi|ket qua", folded[chosen.start : term.end + 40]):
            return []
        return [chosen]
    if near_after and near_after[0].start - term.end <= (25 if term.word in {"prompt", "period", "rule"} else reach):
        if term.word == "prompt" and not re.search(r"tra loi|ket qua", folded[term.start : near_after[0].end + 30]):
            return []
        if term.word == "after" and re.search(r"\w{3,}\s*$", folded[max(0, term.start - 12) : term.start]):
            return []
        return near_after[:1]
    return []


def _together(mentions: list[Mention], folded: str, term: Term, *, nearest_last: bool) -> list[Mention]:
    """The duties one term binds: the nearest, and those joined to it in the same family."""
    if len(mentions) > 1 and mentions[-1].duty == "report" and mentions[-2].duty in BEFORE and _INTERNAL.match(folded[mentions[-1].start :]):
        mentions = mentions[:-1]
    main = mentions[-1] if nearest_last else mentions[0]
    family = NOTICES if main.duty in NOTICES else AFTER if main.duty in AFTER and term.direction != "before" else frozenset({main.duty})
    if main.duty not in NOTICES and nearest_last:
        first = next((mention for mention in mentions if mention.duty in BEFORE - NOTICES), main) if term.direction == "before" else main
        if term.direction == "before" and first is not main and _subordinate(folded, first, main):
            main = first
    chosen = {main.duty: main}
    for mention in mentions:
        if mention.duty in chosen or mention.duty not in family or mention.duty in {"extension_notice", "transfer_notice"}:
            continue
        first, second = sorted((mention, main), key=lambda each: each.start)
        between = folded[first.end : second.start]
        if main.duty in NOTICES and len(between) <= 200 or (_peers(between) and len(between) <= 90 and main.duty != "answer" and mention.duty not in {"answer", "review", "synthesise"}):
            chosen[mention.duty] = mention
    return sorted(chosen.values(), key=lambda mention: mention.start)


def _added_after(chosen: list[Mention], after: list[Mention], folded: str, term: Term) -> list[Mention]:
    """Notices joined behind the term: "… trước 07 ngày, đồng thời niêm yết tại các thôn"."""
    if not chosen or chosen[-1].duty not in NOTICES:
        return []
    named = {mention.duty for mention in chosen}
    return [
        mention for mention in after[:1]
        if mention.duty in NOTICES - named and re.match(r"\W*(?:dong thoi|va)\b", folded[term.end : mention.start])
    ]  # fmt: skip


def _subordinate(folded: str, first: Mention, second: Mention) -> bool:
    """Whether the second duty is only what the first is for ("tổng hợp… gửi… để chuẩn bị…")."""
    return bool(re.search(r"\b(?:de|gui|phuc vu|giup|cho)\b", folded[first.end : second.start])) or second.duty in {"synthesise"} and first.duty == "collect_opinions"


def _peers(between: str) -> bool:
    return bool(re.search(r"\b(?:dong thoi|va|cung voi)\s+(?:\w+ ){0,3}$|\b(?:dong thoi|va)\b", between))


def _completed(term: Term, duty: str) -> Term:
    if term.kind == "date":
        return replace(term, direction="before", anchor=None)
    if term.direction is None:
        if duty in BEFORE and duty != "synthesise":
            return replace(term, direction="before", anchor="conference_day")
        return replace(term, direction="after", anchor="conference_end")
    if term.anchor is None:
        return replace(term, anchor="conference_end")
    return term


def _unbound(mentions: list[Mention], terms: list[Term], folded: str) -> Iterator[Bound]:
    """Extension and transfer notices bind by their nature, with or without a term of their own."""
    for mention in mentions:
        if mention.duty == "extension_notice":
            yield Bound(mention.duty, Term("moment", mention.start, mention.end, direction="before", anchor="answer_due"), mention.start)
        elif mention.duty == "transfer_notice" and not terms and "thong bao" in folded[mention.start : mention.end]:
            yield Bound(mention.duty, Term("moment", mention.start, mention.end, direction="after", anchor="conference_end"), mention.start)


def _actor(words: str, bound: Bound, start: int, owner: str | None, section: Section) -> str | None:
    clause = words[start:]
    apart = bound.duty in {"extension_notice", "transfer_notice"}
    given = delegated_before(clause, len(clause) if apart else max(bound.at + 1, bound.end))
    if given:
        return given
    own = None if apart else actor_at(words)
    lead = actor_at(clause)
    if lead and lead[1] < len(clause):
        return lead[0]
    if own and own[1] < len(words):
        return own[0]
    if bound.term.start <= 12:
        subject = subject_after(clause, bound.term.end) if bound.term.end < bound.at else None
        if subject:
            return subject
    if middle_actor := _subject_within(clause, len(clause) if apart else bound.at):
        return middle_actor
    colon = clause.find(":", 0, 90)
    if colon > 0:
        after = actor_at(clause[colon + 1 :].lstrip())
        if after and after[1] < len(clause):
            return after[0]
    behind = re.search(r"\(([^()]{4,80})\)\W*$", clause)
    if behind and looks_like_actor(behind[1][:1].upper() + behind[1][1:]):
        return tidy(behind[1])
    return owner or _introduced(section)


def _subject_within(clause: str, at: int) -> str | None:
    """The body named after a comma or "thì" just before the duty: "Các ý kiến còn lại, UBND xã trả lời…"."""
    found = None
    for comma in re.finditer(r"[,:]\s+|\bthì\s+", clause[: at + 1]):
        named = actor_at(clause[comma.end() :])
        if named and named[0] and comma.end() + named[1] < len(clause) and comma.end() + len(named[0]) <= at and named[1] <= 90:
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
    if not terms or terms[0].kind == "moment" and terms[0].word in {"prompt", "rule"}:
        terms = find_terms(row.work, year)
    mentions = find_mentions(folded)
    if not terms or (names_conference(folded) and (not mentions or mentions[0].duty in {"collect_opinions", "answer"})):
        return
    term = terms[-1]
    fitting = _fitting(term, mentions) or mentions
    chosen = _together(fitting[:3], folded, term, nearest_last=False) if fitting else []
    for duty in [mention.duty for mention in chosen] or (["other"] if term.kind != "moment" else []):
        yield _record(Bound(duty, _completed(term, duty), 0), row.actor or None, row.line, tidy(row.text)), (row.line, row.line)


def _unique(found: Iterable[tuple[Deadline, Span]]) -> list[tuple[Deadline, Span]]:
    out: dict[tuple[object, ...], tuple[Deadline, Span]] = {}
    for deadline, span in found:
        key = (deadline.duty, deadline.amount, deadline.unit, deadline.on, deadline.direction, fold(deadline.actor or ""))
        out.setdefault(key, (deadline, span))
    dated = {deadline.duty for deadline, _ in out.values() if deadline.amount is not None or deadline.on}
    kept = []
    for deadline, span in out.values():
        same = any(
            other is not deadline and other.duty == deadline.duty and other.line == deadline.line and (other.amount is not None or other.on)
            for other, _ in out.values()
        )
        if deadline.amount is None and deadline.on is None and deadline.duty in dated and same:
            continue
        kept.append((deadline, span))
    return kept
