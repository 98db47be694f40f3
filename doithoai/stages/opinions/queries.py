"""Questions to the register of opinions, always within what the asker may see; nothing changes here.

A unit officer sees what is his unit's, a village head what came from his village, and who spoke stays hidden from every
role without that right: the words come masked. Status and answers for a citizen's code live in stages/notices.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.errors import NotAllowed, NotFound
from doithoai.domain.identity import Suspect, suspects_in
from doithoai.domain.opinions import Nature, Necessity, OpinionState, clean_receipt_code
from doithoai.domain.roles import TABLE, Act, Actor, Reach, reach_of
from doithoai.domain.texts import words_of
from doithoai.stages.opinions.models import AnswerBrief, Opinion
from doithoai.stages.opinions.records import (
    AssignmentRow,
    BriefRow,
    Counted,
    Counts,
    Detail,
    Line,
    Matter,
    OpinionPage,
    OpinionRow,
    Similar,
    Speaker,
    Wanted,
    title_of,
)  # fmt: skip
from doithoai.stages.opinions.search_text import in_the_hall, masked, masked_words, person_of, without_speaker
from doithoai.stages.people.models import Village
from doithoai.stages.plans.models import Conference, Plan

COMPARED = 2000
ALIKE = 0.3
SEARCHED_WORDS = 12
LINE_COLUMNS = (
    *("pk", "year", "number", "state", "summary", "original_words", "unit_id"),
    *("speaker_name", "speaker_phone", "speaker_address", "village__name", "unit__name", "group__title"),
)
_NECESSITY_ORDER = {Necessity.URGENT.value: 0, Necessity.HIGH.value: 1, Necessity.NORMAL.value: 2}


# --- who may see what ----------------------------------------------------------------------------------------------


def seen_by(actor: Actor, commune_id: int, act: Act = Act.SEE_OPINIONS) -> Q:
    """Which opinions of a commune the act lets the actor see; raises NotAllowed when none at all."""
    reaches = reach_of(actor, act, commune_id)
    if not reaches:
        raise NotAllowed(_("Vai trò của anh/chị không được xem ý kiến của người dân."))
    scope = Q(commune_id=commune_id)
    if reaches & {Reach.COMMUNE, Reach.EVERYWHERE}:
        return scope
    part = Q(pk__in=())
    for post in actor.posts:
        reach = TABLE[post.role].get(act)
        if post.commune_id not in (commune_id, None):
            continue
        if reach is Reach.OWN_UNIT and post.unit_id is not None:
            part |= Q(unit_id=post.unit_id)
        if reach is Reach.OWN_VILLAGE and post.village_id is not None:
            part |= Q(village_id=post.village_id)
    return scope & part


@dataclass(frozen=True)
class _Eyes:
    """What the asker may see of identity in one commune, and the place names that are nobody's name."""

    everywhere: bool
    units: frozenset[int]
    places: tuple[str, ...]

    def see(self, opinion: Opinion) -> bool:
        return self.everywhere or (opinion.unit_id is not None and opinion.unit_id in self.units)

    def noted(self, text: str, opinion: Opinion) -> str:
        """What officials noted, as the asker may read it: notes and briefs often name who spoke."""
        return text if self.see(opinion) else masked(text, opinion, self.places)

    def brief(self, brief: AnswerBrief | None, opinion: Opinion) -> BriefRow:
        """The unit's preparation, as the asker may read it; needs `unit` loaded."""
        if brief is None:
            return BriefRow()
        facts, proposed = self.noted(brief.facts, opinion), self.noted(brief.proposed_answer, opinion)
        return BriefRow(brief.version, brief.unit.name, facts, proposed, brief.written_by, brief.written_at)


def _eyes_of(actor: Actor, commune_id: int) -> _Eyes:
    reaches = reach_of(actor, Act.SEE_IDENTITY, commune_id)
    everywhere = bool(reaches & {Reach.COMMUNE, Reach.EVERYWHERE})
    units = frozenset(
        post.unit_id
        for post in actor.posts
        if post.unit_id is not None
        and post.commune_id == commune_id
        and TABLE[post.role].get(Act.SEE_IDENTITY) is Reach.OWN_UNIT
    )
    places = () if everywhere else tuple(Village.objects.filter(commune_id=commune_id).values_list("name", flat=True))
    return _Eyes(everywhere, units, places)


def _row(opinion: Opinion, eyes: _Eyes) -> OpinionRow:
    """Needs `village`, `unit` and `group` loaded."""
    sees = eyes.see(opinion)
    speaker = Speaker(
        opinion.speaker_name, opinion.speaker_kind, opinion.speaker_phone, opinion.speaker_address, opinion.wants_letter
    )  # fmt: skip
    return OpinionRow(
        id=opinion.pk,
        version=opinion.version,
        number=f"{opinion.number}/{opinion.year}",
        code=opinion.code if sees else "",
        received_at=opinion.received_at,
        received_on=timezone.localdate(opinion.received_at),
        channel=opinion.channel,
        on_behalf=opinion.on_behalf,
        entered_by=opinion.entered_by_name,
        words=opinion.original_words if sees else masked_words(opinion, eyes.places),
        is_masked=not sees,
        speaker=speaker if sees else None,
        village_id=opinion.village_id,
        village=opinion.village.name if opinion.village else "",
        state=opinion.state,
        summary=opinion.summary if sees else without_speaker(opinion.summary, opinion),
        topic=opinion.topic,
        kind=opinion.kind,
        nature=opinion.nature,
        competence=opinion.competence,
        competent_body=opinion.competent_body,
        necessity=opinion.necessity,
        about_official=opinion.about_official,
        unit_id=opinion.unit_id,
        unit=opinion.unit.name if opinion.unit else "",
        conference_id=opinion.conference_id,
        group_id=opinion.group_id,
        group=opinion.group.title if opinion.group else "",
        apart_reason=eyes.noted(opinion.apart_reason, opinion),
        owes_written_reply=opinion.owes_written_reply,
        answered_before=eyes.noted(opinion.answered_before, opinion),
        answered_before_by=opinion.answered_before_by,
        answered_before_at=opinion.answered_before_at,
        public_text=opinion.public_text if sees else without_speaker(opinion.public_text, opinion),
        public_answer=opinion.public_answer if sees else without_speaker(opinion.public_answer, opinion),
        is_public_checked=opinion.public_checked_at is not None,
        public_checked_by=opinion.public_checked_by,
        public_checked_at=opinion.public_checked_at,
    )


def _loaded(scope: Q) -> QuerySet[Opinion]:
    return Opinion.objects.filter(scope).select_related("village", "unit", "group")


# --- the register --------------------------------------------------------------------------------------------------


def opinions_of(
    actor: Actor, commune_id: int, wanted: Wanted | None = None, *, offset: int = 0, limit: int = 50
) -> OpinionPage:
    """The register, newest number first. Raises NotAllowed for roles that see no opinion."""
    eyes = _eyes_of(actor, commune_id)
    found = _register(actor, commune_id, wanted or Wanted(), eyes)
    return OpinionPage(tuple(_row(opinion, eyes) for opinion in found[offset : offset + limit]), found.count())


def lines_of(
    actor: Actor, commune_id: int, wanted: Wanted | None = None, *, offset: int = 0, limit: int = 50
) -> tuple[Line, ...]:
    """The same as lines of a list, with only the columns a line needs and no objects; `number_of` counts them."""
    eyes = _eyes_of(actor, commune_id)
    found = _register(actor, commune_id, wanted or Wanted(), eyes).values_list(*LINE_COLUMNS, named=True)
    return tuple(_line(row, eyes) for row in found[offset : offset + limit])


def number_of(actor: Actor, commune_id: int, wanted: Wanted | None = None) -> int:
    """How many opinions of the register are wanted in all."""
    return _register(actor, commune_id, wanted or Wanted(), _eyes_of(actor, commune_id)).count()


def _register(actor: Actor, commune_id: int, wanted: Wanted, eyes: _Eyes) -> QuerySet[Opinion]:
    found = _loaded(seen_by(actor, commune_id)).filter(_filter_of(wanted, with_identity=eyes.everywhere))
    return found.order_by("-year", "-number")


def _line(row: Any, eyes: _Eyes) -> Line:
    """From a row of LINE_COLUMNS, which names what it needs as an Opinion does."""
    summary, words = row.summary, row.original_words
    if not eyes.see(row):
        summary, words = without_speaker(summary, row), masked_words(row, eyes.places)
    number, title = f"{row.number}/{row.year}", title_of(summary, words)
    return Line(row.pk, number, title, row.state, row.village__name or "", row.unit__name or "", row.group__title or "")


def _filter_of(wanted: Wanted, *, with_identity: bool) -> Q:
    """Searching never reaches identity for those who may not see it: a hit would tell them."""
    chosen = {
        "state": wanted.state,
        "topic": wanted.topic,
        "nature": wanted.nature,
        "channel": wanted.channel,
        "village_id": wanted.village_id,
        "unit_id": wanted.unit_id,
        "conference_id": wanted.conference_id,
        "group_id": wanted.group_id,
        "year": wanted.year,
    }
    condition = Q(**{name: value for name, value in chosen.items() if value not in ("", None)})
    for word in words_of(wanted.text)[:SEARCHED_WORDS]:
        hit = Q(folded__contains=f" {word} ")
        condition &= (hit | Q(folded_identity__contains=f" {word} ")) if with_identity else hit
    return condition


def opinion_for(actor: Actor, opinion_id: int) -> Detail:
    """One opinion with assignments, brief and group; raises NotFound outside of what the actor may see."""
    missing = NotFound(_("Không có ý kiến này trong xã."))
    commune_id = Opinion.objects.filter(pk=opinion_id).values_list("commune_id", flat=True).first()
    if commune_id is None or not reach_of(actor, Act.SEE_OPINIONS, commune_id):
        raise missing
    scope = seen_by(actor, commune_id)
    opinion = _loaded(scope).filter(pk=opinion_id).first()
    if opinion is None:
        raise missing
    eyes = _eyes_of(actor, commune_id)
    brief = AnswerBrief.objects.filter(opinion=opinion).select_related("unit").first()
    members = _loaded(scope).filter(group_id=opinion.group_id).exclude(pk=opinion.pk) if opinion.group_id else ()
    return Detail(
        opinion=_row(opinion, eyes),
        assignments=tuple(
            AssignmentRow(a.unit.name, eyes.noted(a.note, opinion), a.brief_due_on, a.assigned_by, a.assigned_at)
            for a in opinion.assignments.select_related("unit")
        ),
        brief=eyes.brief(brief, opinion),
        group_members=tuple(_row(member, eyes) for member in members),
    )


def is_of(commune_id: int, opinion_id: int) -> bool:
    """Whether the opinion belongs to the commune whose page asks for it."""
    return Opinion.objects.filter(pk=opinion_id, commune_id=commune_id).exists()


def opinion_counts(actor: Actor, commune_id: int, conference_id: int | None = None) -> Counts:
    """Figures for charts, within what the actor may see. Those who see figures alone get the commune's."""
    act = Act.SEE_FIGURES if reach_of(actor, Act.SEE_FIGURES, commune_id) else Act.SEE_OPINIONS
    found = Opinion.objects.filter(seen_by(actor, commune_id, act)).order_by()
    if conference_id is not None:
        found = found.filter(conference_id=conference_id)
    totals = found.aggregate(
        total=Count("pk"),
        without_public_text=Count("pk", filter=Q(nature=Nature.COMMON, public_checked_at=None)),
        waiting_for_brief=Count("pk", filter=Q(state=OpinionState.ASSIGNED, brief=None)),
    )
    return Counts(
        by_state=_bars(found, "state"),
        by_topic=_bars(found, "topic"),
        by_village=_bars(found, "village_id", "village__name"),
        by_unit=_bars(found, "unit_id", "unit__name"),
        by_necessity=_bars(found, "necessity"),
        **totals,
    )


def _bars(found: QuerySet[Opinion], key: str, words: str = "") -> tuple[Counted, ...]:
    rows = found.values_list(key, words or key).annotate(number=Count("pk")).order_by("-number", key)
    return tuple(Counted(str(value or ""), str(name or ""), number) for value, name, number in rows)


# --- one conference ------------------------------------------------------------------------------------------------


def agenda_material(actor: Actor, conference_id: int) -> tuple[Matter, ...]:
    """What the conference will dialogue, the most necessary first, groups as one matter; what is apart is left out."""
    conference = Conference.objects.filter(pk=conference_id).first()
    if conference is None or not reach_of(actor, Act.SEE_OPINIONS, conference.commune_id):
        raise NotFound(_("Không có cuộc đối thoại này."))
    eyes = _eyes_of(actor, conference.commune_id)
    found = _loaded(seen_by(actor, conference.commune_id)).filter(conference=conference)
    opinions = list(found.exclude(state=OpinionState.TAKEN_APART).order_by("year", "number"))
    briefs = {
        brief.opinion_id: eyes.brief(brief, brief.opinion)
        for brief in AnswerBrief.objects.filter(opinion__in=[o.pk for o in opinions]).select_related("unit", "opinion")
    }
    matters = [_matter(members, eyes, briefs) for members in _by_group(opinions)]
    matters.sort(key=lambda m: (_NECESSITY_ORDER.get(m.necessity, 2), -len(m.voices), m.topic, m.voices[0].id))
    return tuple(matters)


def _by_group(opinions: Iterable[Opinion]) -> Iterator[list[Opinion]]:
    groups: dict[object, list[Opinion]] = defaultdict(list)
    for opinion in opinions:
        groups[opinion.group_id or ("alone", opinion.pk)].append(opinion)
    return iter(groups.values())


def _matter(members: list[Opinion], eyes: _Eyes, briefs: Mapping[int, BriefRow]) -> Matter:
    voices = tuple(_row(member, eyes) for member in members)
    first = voices[0]
    return Matter(
        title=first.group or first.title,
        topic=first.topic,
        necessity=min((v.necessity for v in voices), key=lambda n: _NECESSITY_ORDER.get(n, 2)),
        unit=next((v.unit for v in voices if v.unit), ""),
        group_id=first.group_id,
        voices=voices,
        briefs=tuple(briefs[v.id] for v in voices if v.id in briefs),
    )


def policies_for(opinion: Opinion) -> Mapping[str, object]:
    """Ways of working settled by the conference's plan, else by the commune's newest plan of the year or before."""
    if opinion.conference is not None:
        return opinion.conference.plan.policies if opinion.conference.plan else {}
    plan = Plan.objects.filter(commune_id=opinion.commune_id, year__lte=opinion.year).order_by("-year", "-pk").first()
    return plan.policies if plan else {}


# --- comparing and checking ----------------------------------------------------------------------------------------


def similar_opinions(actor: Actor, commune_id: int, words: str, *, limit: int = 5) -> tuple[Similar, ...]:
    """Earlier opinions that share telling words with these, most alike first, among the newest two thousand seen.

    Rare words weigh more; it only puts things side by side, a person decides whether they are the same.
    """
    mine = set(words_of(words))
    if not mine:
        return ()
    eyes = _eyes_of(actor, commune_id)
    recent = _loaded(seen_by(actor, commune_id)).exclude(state=OpinionState.TAKEN_APART).order_by("-pk")[:COMPARED]
    bags = [(opinion, set(opinion.folded.split())) for opinion in recent]
    spread = Counter(word for _, bag in bags for word in bag)
    weight = {word: math.log((1 + len(bags)) / (1 + spread[word])) + 0.1 for word in mine | set(spread)}
    scored = []
    for opinion, bag in bags:
        shared, either = mine & bag, min(_weighs(mine, weight), _weighs(bag, weight))
        likeness = _weighs(shared, weight) / either if either and len(shared) > 1 else 0.0
        if likeness >= ALIKE:
            scored.append((likeness, opinion))
    scored.sort(key=lambda pair: (-pair[0], -pair[1].pk))
    return tuple(_similar(opinion, likeness, eyes) for likeness, opinion in scored[:limit])


def _weighs(words: set[str], weight: Mapping[str, float]) -> float:
    return sum(weight[word] for word in words)


def _similar(opinion: Opinion, likeness: float, eyes: _Eyes) -> Similar:
    row = _row(opinion, eyes)
    return Similar(row.id, row.number, row.words, row.village, row.state, row.group_id, round(likeness, 3))


def public_suspects(opinion: Opinion) -> tuple[Suspect, ...]:
    """Places of the public text and the public answer that may tell who spoke; certain for voices of the same group,
    and by whole name or phone for everybody who spoke to the same conference.
    """
    others = Opinion.objects.exclude(pk=opinion.pk)
    alike = others.filter(group_id=opinion.group_id) if opinion.group_id else ()
    hall = others.filter(conference_id=opinion.conference_id) if opinion.conference_id else ()
    known = (*map(person_of, (opinion, *alike)), *map(in_the_hall, hall))
    places = tuple(Village.objects.filter(commune_id=opinion.commune_id).values_list("name", flat=True))
    texts = (opinion.public_text, opinion.public_answer)
    return tuple(suspect for text in texts for suspect in suspects_in(text, known=known, places=places))


def suspects_for(actor: Actor, opinion_id: int) -> tuple[Suspect, ...]:
    """What the page of the public text marks; raises NotFound for an opinion that the actor may not check."""
    opinion = Opinion.objects.filter(pk=opinion_id).first()
    if opinion is None or not reach_of(actor, Act.CHECK_PUBLIC_TEXT, opinion.commune_id):
        raise NotFound(_("Không có ý kiến này trong xã."))
    return public_suspects(opinion)


def opinion_by_code(code: str) -> Opinion | None:
    """The opinion behind a receipt code as typed, for the citizen's own status page; nobody else asks this."""
    return Opinion.objects.select_related("commune", "conference", "unit").filter(code=clean_receipt_code(code)).first()


def waiting_to_be_sorted(actor: Actor, commune_id: int) -> int:
    """How many lie unsorted, for the desk's first page."""
    return Opinion.objects.filter(seen_by(actor, commune_id), state=OpinionState.RECEIVED).count()


def gaps_in_numbers(commune_id: int, year: int) -> tuple[int, ...]:
    """Register numbers that are missing in a year: always empty in a whole record."""
    numbers = set(Opinion.objects.filter(commune_id=commune_id, year=year).values_list("number", flat=True))
    return tuple(number for number in range(1, max(numbers, default=0) + 1) if number not in numbers)
