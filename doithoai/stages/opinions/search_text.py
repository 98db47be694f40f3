"""The two folded columns by which the register is searched: one for everybody with a right to see opinions, which holds
nobody's identity, and one for those who may also see who spoke. Ranking and filters live in `queries.py`.
"""

from collections.abc import Iterable

from doithoai.domain.identity import Person, mask, suspects_in
from doithoai.domain.texts import digits_of, searchable
from doithoai.stages.opinions.models import Opinion


def person_of(opinion: Opinion) -> Person:
    """The speaker as somebody who must not be recognised."""
    return Person(opinion.speaker_name, opinion.speaker_phone, opinion.speaker_address)


def in_the_hall(opinion: Opinion) -> Person:
    """The speaker as one of many: only the whole name, the phone or the address tells of him."""
    return Person(opinion.speaker_name, opinion.speaker_phone, opinion.speaker_address, by_given_name=False)


def masked_words(opinion: Opinion, places: Iterable[str]) -> str:
    """The original words with everything that may tell who somebody is left out: for roles without identity."""
    return masked(opinion.original_words, opinion, places)


def masked(text: str, opinion: Opinion, places: Iterable[str]) -> str:
    """What the office noted on an opinion, with everything that may tell who somebody is left out."""
    return mask(text, suspects_in(text, known=(person_of(opinion),), places=places)) if text else ""


def without_speaker(text: str, opinion: Opinion) -> str:
    """The office's own short words with only the speaker himself left out."""
    found = suspects_in(text, known=(person_of(opinion),)) if text else ()
    certain = [one for one in found if one.certain]
    return mask(text, certain) if certain else text


def fill_search_columns(opinion: Opinion, places: Iterable[str]) -> None:
    """Set both columns from the row's present texts; the caller saves."""
    opinion.folded = searchable(
        f"{opinion.number} {masked_words(opinion, places)} {without_speaker(opinion.summary, opinion)}"
        f" {without_speaker(opinion.public_text, opinion)}"
    )
    opinion.folded_identity = searchable(
        f"{opinion.speaker_name} {digits_of(opinion.speaker_phone)} {opinion.speaker_address} {opinion.original_words}"
    )
