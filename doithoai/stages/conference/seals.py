"""Digests of what must never change once signed or confirmed: minutes and conclusion. Registered with the audit chain."""

import json

from doithoai.base.audit import digest_of_text
from doithoai.stages.conference.models import Conclusion, Sitting


def seal_of_minutes(ident: str) -> str | None:
    """Today's digest of signed minutes, or None when the sitting is gone."""
    row = Sitting.objects.filter(pk=ident).first()
    if row is None:
        return None
    signed_at = row.minutes_signed_at.isoformat() if row.minutes_signed_at else ""
    return digest_of_text(row.minutes_text, row.minutes_signed_by, signed_at)


def seal_of_conclusion(ident: str) -> str | None:
    """Today's digest of a confirmed conclusion, or None when it is gone."""
    row = Conclusion.objects.filter(pk=ident).first()
    if row is None:
        return None
    lists = json.dumps(row.lists, ensure_ascii=False, sort_keys=True)
    return digest_of_text(lists, row.remarks, row.confirmed_by, row.confirmed_at.isoformat())
