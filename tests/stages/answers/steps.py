"""Short ways through the services that lead an answer to its signature, by the officer of its unit and the chair."""

from datetime import UTC, date, datetime

from doithoai.stages.answers.services.draft_answer import Draft, draft_answer
from doithoai.stages.answers.services.open_answer import AnswerDue
from doithoai.stages.answers.services.sign_answer import sign_answer
from doithoai.stages.answers.services.submit_answer import submit_answer
from tests.factories.answers import GOOD_TEXT
from tests.factories.people import officer_of

WRITING = datetime(2026, 11, 10, 2, 0, tzinfo=UTC)
LATE = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
DUE = date(2026, 11, 18)
REASON = "Bà con nói đoạn cuối xóm vẫn ngập như cũ."


def draft(answer, hall, text=GOOD_TEXT, result="explained", version=None, at=WRITING, **more):
    answer.refresh_from_db()
    return draft_answer(
        answer_id=answer.pk,
        draft=Draft(text, result, more.pop("promised_on", None)),
        version=answer.version if version is None else version,
        **{"actor": officer_of(hall.unit), "at": at, **more},
    )


def submitted(answer, hall, **more):
    draft(answer, hall, **more)
    return submit_answer(answer_id=answer.pk, actor=officer_of(hall.unit), at=more.get("at", WRITING))


def signed(answer, hall, at=WRITING, **more):
    late_reason = more.pop("late_reason", "")
    version = submitted(answer, hall, at=at, **more).version
    return sign_answer(answer_id=answer.pk, version=version, actor=hall.chair, at=at, late_reason=late_reason)


def due(hall, **more):
    return AnswerDue(**{"unit_id": hall.unit.pk, "on": DUE, "rule": "Kế hoạch của xã", **more})
