"""A sentence's duties tied to the moments that bind them: which of several, and which go together.

Terms come from `terms.py`, duties from `duties.py`; who is bound, and the record, are made in `deadlines.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from doithoai.domain.reading.characters import fold
from doithoai.domain.reading.duties import (
    AFTER,
    BEFORE,
    NOTICES,
    Mention,
    find_mentions,
    names_conference,
    names_other_duty,
)
from doithoai.domain.reading.sentences import clauses
from doithoai.domain.reading.terms import Term, find_terms

_INTERNAL = re.compile(
    r"bao cao (?:dong chi )?(?:chu tich|bi thu|thuong truc dang uy|lanh dao|ubnd (?:xa|phuong)|van phong)"
)


_TAKEN_UP = AFTER - {"extension_notice", "transfer_notice"}
_ON_DEMAND = re.compile(r"(?:10|muoi)\s*(?:%|phan tram)|cu tri yeu cau")
_COUNTED_FROM = re.compile(
    r"\b(?:ke tu|tinh tu|tu|sau)(?: ngay| khi| thoi diem)+(?: (?:dang uy|ubnd xa|ubnd phuong|ubnd|van phong|chu tich))?"
    r"(?: (?:co|ban hanh|ra|nhan|nhan duoc|phat hanh|ky|tiep))*\s*$"
)
_LEAD_WORDS = re.compile(
    r"^\W*(?:hoan thanh|hoan tat|xong|thoi (?:gian|han)(?: thuc hien| hoan thanh)?)\b(?= (?:truoc|trong|cham|khong|ngay|xong|la|sau|:)|:)"
)
OPENS_CASE = re.compile(
    r"\W*(?:truong hop|nhung|doi voi|vu viec|rieng|cac (?:vu viec|truong hop|y kien|kien nghi)|neu)\b"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A duty, the term that binds it, and where both stand in the sentence."""

    duty: str
    term: Term
    at: int
    end: int = 0


def bound_in(words: str, year: int | None, *, scheduled: bool) -> Iterator[tuple[Bound, int, int]]:
    """Bound duties of one sentence with the span of the clause that holds them; a clause that has a term but
    no duty lends the term to the clause before it.
    """
    spans = list(clauses(words, (0, len(words))))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        part = words[start:end]
        if merged and _only_term(part, find_terms(part, year, scheduled=scheduled)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    lead: Term | None = None
    taken_up: Bound | None = None
    for start, end in merged:
        part = words[start:end]
        terms = _settled(find_terms(part, year, scheduled=scheduled), fold(part))
        if (
            start == merged[0][0]
            and terms
            and terms[0].kind != "moment"
            and not re.search(r"\w{3,}", part[: terms[0].start])
        ):
            lead = terms[0]
        elif lead and not terms:
            terms = [replace(lead, start=0, end=0)]
        mentions = find_mentions(fold(part))
        bounds = [*_bind(terms, mentions, part), *_unbound(mentions, terms, fold(part))]
        if taken_up and OPENS_CASE.match(fold(part)):
            bounds = [_as_before(one, taken_up) if one.duty == "other" else one for one in bounds]
        taken_up = next((one for one in bounds if one.duty in _TAKEN_UP), None)
        yield from ((bound, start, end) for bound in bounds)


def _as_before(case: Bound, general: Bound) -> Bound:
    """A special case's term read as the same duty in other circumstances, counted from the same moment."""
    anchor = general.term.anchor if case.term.kind == "count" and case.term.direction == "after" else case.term.anchor
    return replace(case, duty=general.duty, term=replace(case.term, anchor=anchor))


def _only_term(part: str, terms: list[Term]) -> bool:
    """Whether a clause says when and not what: "…; chậm nhất trước 03 ngày"."""
    folded = _LEAD_WORDS.sub("", fold(part))
    stated = bool(terms) and all(term.kind != "moment" for term in terms)
    return stated and not find_mentions(folded) and not names_other_duty(folded)


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
    if any(term.anchor in {"conclusion", "receipt"} for term in terms):
        mentions = [one for one in mentions if not _COUNTED_FROM.search(folded[max(0, one.start - 45) : one.start])]
    for at, term in enumerate(terms):
        if term.kind == "count" and re.search(
            r"\bgia han\b|\bkeo dai them\b", folded[max(0, term.start - 16) : term.end]
        ):
            continue
        floor = max((other.end for other in terms[:at]), default=0)
        ceiling = min((other.start for other in terms[at + 1 :]), default=len(part))
        chosen = _chosen(term, mentions, folded, floor, ceiling)
        if (
            not chosen
            and at
            and last
            and term.kind == "count"
            and OPENS_CASE.match(re.split(r"[;,]", folded[: term.start])[-1])
        ):
            yield Bound(
                last.duty,
                replace(
                    term,
                    direction=term.direction or "after",
                    anchor=term.anchor or terms[at - 1].anchor or "conference_end",
                ),
                last.start,
                last.end,
            )
            continue
        if term.kind == "count" and [mention.duty for mention in chosen] == ["extension_notice"]:
            chosen = [mention for mention in mentions if mention.duty == "answer" and mention.start < term.start][-1:]
            if not chosen:
                if OPENS_CASE.match(folded):
                    yield Bound("other", completed(term, "other"), term.start)
                continue
        if chosen:
            last = chosen[-1]
            for mention in chosen:
                made_known = term.direction == "after" and mention.duty in {"broadcast", "issue_notice"}
                duty = "publish_result" if made_known else mention.duty
                yield Bound(duty, completed(term, duty), mention.start, mention.end)
        elif (
            term.kind != "moment"
            and not _elsewhere(term, folded)
            and (names_other_duty(folded) or _ON_DEMAND.search(folded))
        ):
            yield Bound("other", completed(term, "other"), term.start)


def _elsewhere(term: Term, folded: str) -> bool:
    """A date or count that says when or how long the conference itself is."""
    return term.kind == "date" and names_conference(folded)


def _chosen(term: Term, mentions: list[Mention], folded: str, floor: int, ceiling: int) -> list[Mention]:
    before = [mention for mention in mentions if floor <= mention.start and mention.start < term.start]
    after = [mention for mention in mentions if term.end <= mention.start < ceiling]
    if (
        term.kind == "date"
        and names_conference(folded[floor:ceiling])
        and not before
        and not _first_is_duty(after, folded, term)
    ):
        return []
    fits_before, fits_after = fitting(term, before), fitting(term, after)
    if term.kind == "moment":
        return _for_moment(term, fits_before, fits_after, folded)
    if fits_before and not _opens(term, folded, floor):
        return [
            *(chosen := together(fits_before, folded, term, nearest_last=True)),
            *_added_after(chosen, fits_after, folded, term),
        ]
    if fits_after:
        return together(fits_after, folded, term, nearest_last=False)
    if fits_before:
        return together(fits_before, folded, term, nearest_last=True)
    return before[-1:] or after[:1]


def _first_is_duty(after: list[Mention], folded: str, term: Term) -> bool:
    holding = names_conference(folded[term.end : after[0].start]) if after else True
    return bool(after) and not holding


def _opens(term: Term, folded: str, floor: int) -> bool:
    return not re.search(r"\w{3,}", folded[floor : term.start])


def fitting(term: Term, mentions: list[Mention]) -> list[Mention]:
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
    if (
        near_before
        and term.start - near_before[-1].end <= reach
        and "," not in folded[near_before[-1].end : term.start][:1]
    ):
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


def together(mentions: list[Mention], folded: str, term: Term, *, nearest_last: bool) -> list[Mention]:
    """The duties one term binds: the nearest, and those joined to it in the same family."""
    if (
        len(mentions) > 1
        and mentions[-1].duty == "report"
        and mentions[-2].duty in BEFORE
        and _INTERNAL.match(folded[mentions[-1].start :])
    ):
        mentions = mentions[:-1]
    main = mentions[-1] if nearest_last else mentions[0]
    family = (
        NOTICES
        if main.duty in NOTICES
        else AFTER
        if main.duty in AFTER and term.direction != "before"
        else frozenset({main.duty})
    )
    if main.duty not in NOTICES and nearest_last:
        first = (
            next((mention for mention in mentions if mention.duty in BEFORE - NOTICES), main)
            if term.direction == "before"
            else main
        )
        if term.direction == "before" and first is not main and _subordinate(folded, first, main):
            main = first
    chosen = {main.duty: main}
    for mention in mentions:
        if (
            mention.duty in chosen
            or mention.duty not in family
            or mention.duty in {"extension_notice", "transfer_notice"}
        ):
            continue
        first, second = sorted((mention, main), key=lambda each: each.start)
        between = folded[first.end : second.start]
        if (main.duty in NOTICES and len(between) <= 200) or (
            _peers(between)
            and len(between) <= 90
            and main.duty != "answer"
            and mention.duty not in {"answer", "review", "synthesise"}
        ):
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
    return bool(re.search(r"\b(?:de|gui|phuc vu|giup|cho)\b", folded[first.end : second.start])) or (
        second.duty == "synthesise" and first.duty == "collect_opinions"
    )


def _peers(between: str) -> bool:
    return bool(re.search(r"\b(?:dong thoi|va|cung voi)\s+(?:\w+ ){0,3}$|\b(?:dong thoi|va)\b", between))


def completed(term: Term, duty: str) -> Term:
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
            yield Bound(
                mention.duty,
                Term("moment", mention.start, mention.end, direction="before", anchor="answer_due"),
                mention.start,
            )
        elif mention.duty == "transfer_notice" and not terms and "thong bao" in folded[mention.start : mention.end]:
            yield Bound(
                mention.duty,
                Term("moment", mention.start, mention.end, direction="after", anchor="conference_end"),
                mention.start,
            )
