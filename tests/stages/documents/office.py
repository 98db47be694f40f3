"""A commune whose plan was read, and short ways to draft and issue its papers. Invented people."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from doithoai.domain.papers.plain import plain_text
from doithoai.domain.papers.record import paper_from_record
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.services.issue_document import Issue, issue_document
from doithoai.stages.documents.services.make_document import make_document
from tests.factories.conference import Hall, make_hall

AT = datetime(2026, 10, 12, 3, 0, tzinfo=UTC)
AFTER = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
READING = {
    "legal_bases": [{"text": "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"}],
    "topics": ["Đường thôn", "Nước sạch"],
    "attendees": [
        {"side": "commune", "text": "Thường trực Đảng ủy xã"},
        {"side": "village", "text": "Trưởng thôn"},
        {"side": "citizens", "text": "Nhân dân trong thôn"},
    ],
    "recipients": [
        {"name": "Phòng Nội vụ huyện", "purpose": "report"},
        {"name": "Các thôn", "purpose": None},
        {"name": "Lưu: VT", "purpose": "archive"},
    ],
    "signatory": {"capacity": "TM. ỦY BAN NHÂN DÂN", "post": "CHỦ TỊCH", "name": "Lê Văn Ký"},
}


def hall_at(state: str = "planned", **plan_fields: object) -> Hall:
    """A hall whose plan was read, in the afternoon of its day."""
    hall = make_hall(state)
    plan = hall.conference.plan
    plan.reading = READING | plan_fields.pop("reading", {})
    plan.title = "Kế hoạch Tổ chức đối thoại với nhân dân năm 2026"
    for name, value in plan_fields.items():
        setattr(plan, name, value)
    plan.save()
    hall.conference.starts = time(14, 0)
    hall.conference.chair = "Chủ tịch UBND xã"
    hall.conference.save()
    hall.conference.villages.add(hall.village)
    return hall


@dataclass(frozen=True)
class Said:
    """Opinions of a concluded hall by what became of them."""

    hall: Hall
    names: tuple[str, ...]


def make(hall: Hall, kind: str, of_id: int | None = None, at: datetime = AT) -> OfficialDocument:
    wanted = of_id or (hall.conference.plan_id if KINDS[kind].of == "plan" else hall.conference.pk)
    return make_document(commune_id=hall.commune.pk, kind=kind, of_id=wanted, actor=hall.clerk, at=at)


def issue(document: OfficialDocument, hall: Hall, at: datetime = AT, **fields: object) -> OfficialDocument:
    return issue_document(
        document_id=document.pk, issue=Issue(version=document.version, **fields), actor=hall.clerk, at=at
    )


def words_in(document: OfficialDocument) -> str:
    return plain_text(paper_from_record(document.content))
