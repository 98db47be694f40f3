"""Registers the notices stage with Django, and lets published dialogues follow what is signed, extended or moved."""

from django.apps import AppConfig

from doithoai.base.outbox import subscribe

FOLLOWED = (
    "answer.signed", "answer.checked", "answer.delivered", "answer.extended", "answer.reopened", "extension.told",
    "promise.kept", "opinion.decided", "opinion.transferred", "transfer.told", "transfer.replied", "words.checked",
    "opinion.public_text_written", "opinion.sorted", "opinion.taken_apart", "conclusion.confirmed", "conference.settled",
    "conference.announce", "conference.open", "conference.end", "conference.conclude", "conference.close",
    "conference.cancel",
)  # fmt: skip


class NoticesConfig(AppConfig):
    name = "doithoai.stages.notices"
    label = "notices"

    def ready(self) -> None:
        """Subscribe; the following itself is imported when the first act comes."""
        subscribe(FOLLOWED, "doithoai.stages.notices.following:follow")
