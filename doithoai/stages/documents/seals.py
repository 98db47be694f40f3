"""Digest of an issued paper: content, copy, number, day and signer. Registered with the audit chain."""

import json

from doithoai.base.audit import digest_of_text
from doithoai.stages.documents.models import OfficialDocument


def digest_of(document: OfficialDocument) -> str:
    """Digest of what must never change once issued."""
    day = document.issued_on.isoformat() if document.issued_on else ""
    return digest_of_text(_text(document.content), _text(document.copy), document.symbol, day, document.signer)


def seal_of_document(ident: str) -> str | None:
    """Today's digest of an issued paper, or None when it is gone."""
    document = OfficialDocument.objects.filter(pk=ident, state="issued").first()
    return digest_of(document) if document else None


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
