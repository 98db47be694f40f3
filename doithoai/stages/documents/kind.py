"""What a kind of document must offer. Kinds themselves live in `kinds/<noun>/`; how bytes are made is a renderer's work."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from doithoai.domain.papers.blocks import Paper


class MissingFacts(ValueError):
    """A paper that would be wrong without a fact: `words` tells the clerk in Vietnamese what to fill in first."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind. `type_code` is KH, TB…; empty for an official letter, None for papers that carry no number.

    `of` is what the paper is about: plan, conference, opinion or answer. `serves` are the requirement ids it exists for.
    `proves` is the duty whose proof the issued paper is, or empty. `facts` is the frozen dataclass that `compose` takes.
    `is_personal`: the paper is one citizen's own; only whoever may see identities finds it.
    """

    code: str
    type_code: str | None
    name: str
    of: str
    serves: tuple[str, ...]
    facts: type
    compose: Callable[[Any], Paper]
    proves: str = ""
    is_personal: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether an issued paper of this kind takes a number."""
        return self.type_code is not None
