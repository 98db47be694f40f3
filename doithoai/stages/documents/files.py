"""Bytes of papers through whatever renderer the roof has wired. Nothing is stored here."""

from datetime import date

from doithoai.base import registry
from doithoai.domain.papers.blocks import Paper
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.queries import composed, latest_document, paper_in, thing_of

DOCX = "docx"
MEDIA_TYPES = {DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def bytes_of(paper: Paper, *, to: str = DOCX) -> bytes:
    """The paper in a format; LookupError for one that is not wired."""
    content: bytes = registry.member("renderers", to)(paper)
    return content


def document_bytes(document: OfficialDocument, *, copy: bool = False, to: str = DOCX) -> bytes:
    """The stored paper, or its copy that names no citizen; NotFound where there is no copy."""
    return bytes_of(paper_in(document, copy=copy), to=to)


def make_bytes(kind: str, of_id: int, *, today: date, commune_id: int | None = None, to: str = DOCX) -> bytes:
    """The issued paper of that kind where there is one, else today's draft. Raises NotFound and BadInput; stores nothing."""
    thing = thing_of(kind, of_id, commune_id)
    stored = latest_document(kind, of_id)
    if stored is not None and stored.state == "issued":
        return document_bytes(stored, to=to)
    return bytes_of(composed(kind, thing, today).paper, to=to)


def file_name(document: OfficialDocument, *, copy: bool = False) -> str:
    """'48-KH-UBND.docx'; a draft is named by its kind. Letters that every file system takes."""
    base = document.symbol or f"du-thao-{KINDS[document.kind].code}"
    plain = base.replace("Đ", "D").replace("đ", "d").replace("/", "-").replace(" ", "-")
    return f"{plain}{'-ban-khong-ten' if copy else ''}.docx"
