"""The overseers' notes as both pages show and take them. Who may write one is asked by the service."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from doithoai.domain.supervision import FINDING_NAMES, Finding
from doithoai.stages.oversight import queries as oversight
from doithoai.stages.oversight.records import NoteLine
from doithoai.stages.oversight.services.add_supervision_note import NoteWanted, add_supervision_note
from doithoai.web.ui.visit import Visit, done
from doithoai.web.watch.forms import NoteForm

SENT_TWICE_WITHIN = timedelta(minutes=10)


def named_notes(notes: list[NoteLine]) -> list[tuple[NoteLine, str]]:
    """Notes with the words of their finding."""
    return [(note, _(FINDING_NAMES[Finding(note.finding)])) for note in notes]


def write_note(visit: Visit, form: NoteForm, *, conference_id: int | None = None, opinion_id: int | None = None) -> Any:
    """Write the valid form down, on a petition or else on a conference; None when it was refused.

    A form sent twice finds its note just written by the same person on the same thing; notes come the newest first.
    """
    typed = form.cleaned_data
    wanted = NoteWanted(
        commune_id=visit.commune.pk, words=typed["words"], finding=Finding(typed["finding"]),
        conference_id=conference_id, opinion_id=opinion_id,
    )  # fmt: skip
    for note in oversight.notes_of(visit.actor, visit.commune.pk):
        same_thing = note.opinion_id == opinion_id and (opinion_id or note.conference_id == conference_id)
        same_note = (note.written_by, note.finding) == (visit.actor.name, wanted.finding)
        if visit.at - note.written_at > SENT_TWICE_WITHIN:
            break
        if same_thing and same_note and note.words.split() == wanted.words.split():
            return note
    return done(form, lambda: add_supervision_note(wanted=wanted, actor=visit.actor, at=visit.at))
