"""Digest of a written answer: what was signed, with every earlier signed text of a reopened one."""

from datetime import date, datetime

from doithoai.base.audit import digest_of_text
from doithoai.domain.answers import SIGNED_STATES, AnswerState
from doithoai.stages.answers.models import Answer, EarlierAnswer


def seal_of_answer(ident: str) -> str | None:
    """Today's digest of everything signed under this answer, or None when it is gone. Unsigned drafts do not count."""
    answer = Answer.objects.filter(pk=ident).first()
    if answer is None:
        return None
    parts = [part for earlier in answer.earlier.all() for part in _signed(earlier)]
    if AnswerState(answer.state) in SIGNED_STATES:
        parts += _signed(answer)
    return digest_of_text(*parts)


def _signed(row: Answer | EarlierAnswer) -> list[str]:
    return [row.text, row.result, _iso(row.promised_on), row.signed_by, _iso(row.signed_at), row.late_reason]


def _iso(when: date | datetime | None) -> str:
    return when.isoformat() if when else ""
