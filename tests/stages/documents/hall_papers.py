"""The facts of the papers that lie on the tables of a conference, for the communes of `communes/`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from doithoai.domain.programme import Step, default_programme
from doithoai.stages.documents.kinds.agenda.facts import AgendaFacts
from doithoai.stages.documents.kinds.archive_index.facts import ArchiveIndexFacts, Filed
from doithoai.stages.documents.kinds.cost_estimate.facts import CostEstimateFacts, CostLine
from doithoai.stages.documents.kinds.running_order.facts import Matter, RunningOrderFacts
from doithoai.stages.documents.kinds.security_sheet.facts import Force, SecuritySheetFacts
from doithoai.stages.documents.kinds.settlement.facts import SettlementFacts
from doithoai.stages.documents.kinds.speaker_card.facts import SpeakerCardFacts
from doithoai.stages.documents.kinds.survey_form.facts import SurveyFormFacts
from tests.stages.documents.communes import Case

Frame = dict[str, Any]
_COSTS = (
    CostLine("In giấy mời, tài liệu, phiếu ý kiến", "bộ", 60, 5_000, 280_000),
    CostLine("Ma két, trang trí", "bộ", 1, 900_000, 850_000),
    CostLine("Nước uống cho người dự", "người", 60, 10_000, 590_000),
)
_UNPRICED = (CostLine("Nước uống cho người dự", "người", 60), CostLine("Âm thanh, máy chiếu", "buổi"))


def _steps(case: Case) -> tuple[Step, ...]:
    """The customary programme; one commune's is its own, with lengths it did not set."""
    if case.slug == "song-an":
        return (Step("Văn phòng tuyên bố lý do"), Step("Nhân dân hỏi, cán bộ giải đáp"), Step("Chào cờ", "Toàn thể"))
    return default_programme((), chair=case.held.chairs[0].post, has_earlier=case.slug != "long-phung")


def _agenda(case: Case, frame: Frame) -> AgendaFacts:
    return AgendaFacts(
        conference=case.held,
        contact=case.contact,
        steps=_steps(case),
        private_rule=case.private_rule,
        minutes_each=5,
        **frame,
    )


def _running_order(case: Case, frame: Frame) -> RunningOrderFacts:
    matters = (
        Matter("01/2025", "Đề nghị sửa đường thôn ra đồng", "Phòng Kinh tế", "Đã đo 420 mét; làm trong quý I"),
        Matter("02/2025", "Hỏi mức hỗ trợ giống lúa", "Phòng Kinh tế", "Hỗ trợ 50% giá giống", answered_before=True),
        Matter("03/2025", "Điện yếu giờ cao điểm"),
    )
    return RunningOrderFacts(
        conference=case.held,
        contact=case.contact,
        steps=_steps(case),
        matters=() if case.slug == "song-an" else matters,
        private_rule=case.private_rule,
        minutes_each=5,
        open_promises=3,
        **frame,
    )


def _card(case: Case, frame: Frame) -> SpeakerCardFacts:
    return SpeakerCardFacts(conference=case.held, **frame)


def _survey(case: Case, frame: Frame) -> SurveyFormFacts:
    return SurveyFormFacts(conference=case.held, **frame)


def _security(case: Case, frame: Frame) -> SecuritySheetFacts:
    told = (Force("công an xã", ("bố trí lực lượng giữ trật tự trong và ngoài nhà văn hóa",)),)
    own = case.slug == "binh-lang"
    return SecuritySheetFacts(
        conference=case.held,
        contact=case.contact,
        forces=told if own else (),
        expected_people=60 if own else None,
        due=case.broadcast if own else None,
        **frame,
    )


def _estimate(case: Case, frame: Frame) -> CostEstimateFacts:
    if case.slug == "cai-bo":
        bases = ("Nghị quyết của HĐND tỉnh về mức chi hội nghị",)
        return CostEstimateFacts(conference=case.held, lines=_COSTS, bases=bases, **frame)
    return CostEstimateFacts(conference=case.held, lines=_UNPRICED, **frame)


def _settlement(case: Case, frame: Frame) -> SettlementFacts:
    return SettlementFacts(conference=case.held, lines=_COSTS if case.slug == "cai-bo" else _UNPRICED, **frame)


def _archive(case: Case, frame: Frame) -> ArchiveIndexFacts:
    author = case.issuer.name
    filed = (
        Filed("48/KH-UBND", date(case.year, 10, 7), f"Kế hoạch {case.event}", author, 6),
        Filed("", date(case.year, 10, 28), "Danh sách người dự hội nghị", author),
    )
    return ArchiveIndexFacts(conference=case.held, filed=filed, **frame)


AT_THE_HALL: dict[str, Callable[[Case, Frame], Any]] = {
    "agenda": _agenda,
    "running_order": _running_order,
    "speaker_card": _card,
    "survey_form": _survey,
    "security_sheet": _security,
    "cost_estimate": _estimate,
    "settlement": _settlement,
    "archive_index": _archive,
}
