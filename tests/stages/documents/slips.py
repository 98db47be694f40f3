"""The facts of slips of work and of papers about one opinion, for the communes of `communes/`."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from doithoai.stages.documents.facts import DueDate, Petitioner
from doithoai.stages.documents.kinds.answer_brief.facts import AnswerBriefFacts, Asked
from doithoai.stages.documents.kinds.assignment_slip.facts import AssignmentSlipFacts, Given, UnitWork, Work
from doithoai.stages.documents.kinds.extension_notice.facts import ExtensionNoticeFacts
from doithoai.stages.documents.kinds.receipt.facts import ReceiptFacts
from doithoai.stages.documents.kinds.transfer_notice.facts import TransferNoticeFacts
from doithoai.stages.documents.kinds.transfer_slip.facts import TransferSlipFacts
from tests.stages.documents.communes import Case

Frame = dict[str, Any]
_WORDS = "Đường trước nhà tôi lầy lội, đề nghị xã xem lại"


def _before(case: Case) -> DueDate:
    return DueDate("Chuẩn bị trả lời", "", date(case.year, 4, 14), basis="Kế hoạch của xã")


def _petitioner(case: Case) -> Petitioner:
    return Petitioner("Lê Thị Thử", "Bà", (case.held.villages or ("thôn Thượng",))[0])


def _slip(case: Case, frame: Frame) -> AssignmentSlipFacts:
    economy = (
        Given("01/2025", "Đề nghị sửa đường thôn ra đồng", Work.ANSWER, case.answer),
        Given("03/2025", "Điện yếu giờ cao điểm", Work.FOLLOW, case.answer),
    )
    health = (Given("02/2025", "Hỏi lịch phun thuốc diệt muỗi", Work.PREPARE, _before(case)),)
    units = (UnitWork("Phòng Kinh tế", economy), UnitWork("Phòng Văn hóa - Xã hội", health))
    return AssignmentSlipFacts(conference=case.held, units=units, office=case.contact.office, **frame)


def _brief(case: Case, frame: Frame) -> AnswerBriefFacts:
    road = Asked(
        code="01/2025",
        words="Đề nghị sửa đường thôn ra đồng",
        topic="giao thông",
        unit="Phòng Kinh tế",
        found="Đã đo 420 mét.\nNền đường hỏng nặng.",
        proposed="Đổ lại nền trong quý I; thôn góp công phát quang.",
        due=_before(case),
    )
    mosquitoes = Asked("02/2025", "Hỏi lịch phun thuốc diệt muỗi", "y tế", "Phòng Văn hóa - Xã hội")
    asked = () if case.slug == "song-an" else (road, mosquitoes)
    return AnswerBriefFacts(conference=case.held, asked=asked, **frame)


def _receipt(case: Case, frame: Frame) -> ReceiptFacts:
    return ReceiptFacts(
        contact=case.contact,
        code="K7M-2QX",
        number="12/2025",
        received_at=datetime(case.year, 10, 19, 8, 5),  # noqa: DTZ001 -- local time of the commune, as papers tell it
        conference=case.held,
        answer=case.answer,
        **frame,
    )


def _extension(case: Case, frame: Frame) -> ExtensionNoticeFacts:
    return ExtensionNoticeFacts(
        conference=case.held,
        contact=case.contact,
        code="12/2025",
        petitioner=_petitioner(case),
        words=_WORDS,
        unit="Phòng Kinh tế",
        reason="Chờ kết quả đo đạc lại thửa đất.",
        old_due=date(case.year, 11, 18),
        new_due=date(case.year, 12, 5),
        **frame,
    )


def _transfer_slip(case: Case, frame: Frame) -> TransferSlipFacts:
    return TransferSlipFacts(
        contact=case.contact,
        code="12/2025",
        words="Đề nghị nâng công suất trạm điện",
        body="Công ty Điện lực",
        reason="Ngành điện quản lý trạm biến áp.",
        conference=case.held,
        expected_on=None if case.slug == "song-an" else date(case.year, 12, 20),
        unit="Phòng Kinh tế",
        **frame,
    )


def _transfer_notice(case: Case, frame: Frame) -> TransferNoticeFacts:
    return TransferNoticeFacts(
        contact=case.contact,
        code="12/2025",
        petitioner=_petitioner(case),
        commune=case.held.commune,
        words=_WORDS,
        body="Công ty Điện lực",
        reason="Ngành điện quản lý trạm biến áp.",
        conference=case.held,
        transferred_on=date(case.year, 11, 2),
        expected_on=None if case.slug == "song-an" else date(case.year, 12, 20),
        unit="Phòng Kinh tế",
        **frame,
    )


AROUND_ONE_OPINION: dict[str, Callable[[Case, Frame], Any]] = {
    "assignment_slip": _slip,
    "answer_brief": _brief,
    "receipt": _receipt,
    "extension_notice": _extension,
    "transfer_slip": _transfer_slip,
    "transfer_notice": _transfer_notice,
}
