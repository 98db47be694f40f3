"""Written answers, extensions and transfers as stored rows, without audit lines. Words are invented."""

from datetime import UTC, date, datetime
from typing import Any

from doithoai.stages.answers.models import Answer, Extension, Transfer
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Unit

GOOD_TEXT = "Xã sẽ vá xong đoạn đường 120 m qua xóm Đoài trước ngày 15/12/2026, Phòng Kinh tế giao tổ thợ làm từ 01/12."


def make_answer(opinion: Opinion, unit: Unit, due_on: date = date(2026, 11, 18), **fields: Any) -> Answer:
    """An answer still due; the opinion awaits it unless it was given another state."""
    if opinion.state == "received":
        Opinion.objects.filter(pk=opinion.pk).update(state="awaiting_answer")
        opinion.state = "awaiting_answer"
    values = {"first_due_on": due_on, "conference": opinion.conference, **fields}
    return Answer.objects.create(commune=opinion.commune, opinion=opinion, unit=unit, due_on=due_on, **values)


def make_signed_answer(opinion: Opinion, unit: Unit, **fields: Any) -> Answer:
    """An answer signed on 10 November 2026; the opinion is answered. No seal is in the audit chain."""
    values = {
        "state": "signed",
        "text": GOOD_TEXT,
        "result": "explained",
        "signed_by": "Nguyễn Văn Trì",
        "signed_at": datetime(2026, 11, 10, 2, 0, tzinfo=UTC),
        **fields,
    }
    Opinion.objects.filter(pk=opinion.pk).update(state="answered")
    opinion.state = "answered"
    return make_answer(opinion, unit, **values)


def make_extension(answer: Answer, new_due_on: date, **fields: Any) -> Extension:
    """An extension that the citizen has not been told of; the answer's date moves with it."""
    values = {
        "reason": "Chờ kết quả đo đạc lại thửa đất.",
        "decided_by": "Nguyễn Văn Trì",
        "decided_at": datetime(2026, 11, 12, 2, 0, tzinfo=UTC),
        **fields,
    }
    extension = Extension.objects.create(answer=answer, old_due_on=answer.due_on, new_due_on=new_due_on, **values)
    answer.due_on = new_due_on
    answer.save(update_fields=["due_on"])
    return extension


def make_transfer(opinion: Opinion, **fields: Any) -> Transfer:
    """A transfer of which the citizen has not been told; the opinion is transferred."""
    Opinion.objects.filter(pk=opinion.pk).update(state="transferred")
    opinion.state = "transferred"
    values = {
        "body": "Sở Xây dựng",
        "reason": "Đường tỉnh do Sở Xây dựng quản lý.",
        "transferred_on": date(2026, 10, 29),
        "expected_on": date(2026, 12, 15),
        "decided_by": "Nguyễn Văn Trì",
        "decided_at": datetime(2026, 10, 29, 2, 0, tzinfo=UTC),
        **fields,
    }
    return Transfer.objects.create(opinion=opinion, **values)
