"""Refusals that a person reads: one plain Vietnamese sentence each, never a stack trace.

Pages turn `NotAllowed` into 403, `NotFound` into 404 and the rest into a message beside the form, keeping what was typed.
"""


class Refused(Exception):
    """Something that cannot be done as asked. `words` says what is wrong and what to do; `field` names a form field."""

    def __init__(self, words: str, *, field: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.field = field


class NotAllowed(Refused):
    """The person holds no post that allows this."""


class NotFound(Refused):
    """No such thing in this commune. Used for another commune's things too, so that nothing can be probed."""


class Stale(Refused):
    """Somebody else saved first. `theirs` carries the stored text so that both can be shown."""

    def __init__(self, words: str, *, theirs: str = "", version: int = 0) -> None:
        super().__init__(words)
        self.theirs = theirs
        self.version = version


class BadInput(Refused):
    """What was typed cannot be taken as it is."""
