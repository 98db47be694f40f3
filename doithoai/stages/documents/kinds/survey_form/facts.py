"""Facts of the survey form. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts


@dataclass(frozen=True, slots=True)
class SurveyFormFacts:
    """The Front asks; `issuing` is the Front's frame whoever held the dialogue."""

    issuing: Issuing
    conference: ConferenceFacts
