"""What a commune's golden files need, and the opinions that every one of them has."""

from dataclasses import dataclass, field
from datetime import date

from doithoai.domain.deadlines import Unit
from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.letterhead import (
    Issuer,
    Issuing,
    Recipient,
    Signer,
    front_committee,
    party_committee,
    people_committee,
)
from doithoai.stages.documents.facts import (
    ConferenceFacts,
    Contact,
    DueDate,
    OpinionFact,
    Outcome,
    PrivateRule,
)
from doithoai.stages.documents.kinds.plan.facts import Attendees, Task
from doithoai.stages.documents.layouts import layout


@dataclass(frozen=True)
class Case:
    """One commune: its conferences, rules and opinions."""

    slug: str
    issuer: Issuer
    signer: Signer
    year: int
    plan: str
    bases: tuple[str, ...]
    event: str
    conferences: tuple[ConferenceFacts, ...]
    contact: Contact
    topics: tuple[str, ...]
    subjects: tuple[str, ...]
    tasks: tuple[Task, ...]
    recipients: tuple[Recipient, ...]
    plan_due: tuple[DueDate, ...] = ()
    answer: DueDate | None = None
    publication: DueDate | None = None
    broadcast: DueDate | None = None
    broadcaster: str = "Đài truyền thanh xã"
    private_rule: PrivateRule = PrivateRule.TAKEN
    exclusions: tuple[str, ...] = ()
    attendees: tuple[Attendees, ...] = ()
    board: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    supervisor: str = "Ủy ban MTTQ Việt Nam xã"
    opinions: tuple[OpinionFact, ...] = field(default=())

    @property
    def held(self) -> ConferenceFacts:
        """The first conference whose day is fixed."""
        return next(one for one in self.conferences if one.on)

    @property
    def planned(self) -> tuple[ConferenceFacts, ...]:
        """The conferences as the plan told them, before the notice closed what was open."""
        return self.conferences[1:] if len(self.conferences) > 1 else self.conferences

    def issuing(self, form: PaperForm | None = None, **values: object) -> Issuing:
        """The frame of a draft, in the commune's own form unless another is asked."""
        issuer = _issuer_in(self, form) if form else self.issuer
        frame = {"layout": layout(issuer.form), "issuer": issuer, "signer": self.signer, "year": self.year}
        return Issuing(**(frame | {"recipients": self.recipients} | values))


def _issuer_in(case: Case, form: PaperForm) -> Issuer:
    commune = case.issuer.place
    if form is PaperForm.PARTY:
        return party_committee(commune, province="tỉnh Hà Tĩnh")
    return front_committee(commune) if form is PaperForm.FRONT else people_committee(commune)


def answer_due(on: date, amount: int, unit: Unit, basis: str) -> DueDate:
    return DueDate("Trả lời bằng văn bản", "Đơn vị được giao", on, amount, unit, basis=basis)


def opinions_of(due: DueDate | None, village: str) -> tuple[OpinionFact, ...]:
    return (
        OpinionFact(
            "Đề nghị sửa đoạn đường từ nhà văn hóa thôn ra đồng, mùa mưa lầy lội, xe không đi được",
            "giao thông",
            Outcome.IN_WRITING,
            speaker=f"Bà Lê Thị Thử, {village}",
            answer="Xã ghi nhận, sẽ kiểm tra thực địa trước khi trả lời",
            answered_by="Phòng Kinh tế",
            unit="Phòng Kinh tế",
            due=due,
            reason="Cần đo đạc và xác định nguồn vốn",
        ),
        OpinionFact(
            "Đề nghị cho biết lịch phun thuốc diệt muỗi năm nay",
            "y tế",
            Outcome.ANSWERED,
            speaker=f"Ông Trần Văn Mẫu, {village}",
            answer="Trạm Y tế phun hai đợt, vào tháng 5 và tháng 9, có thông báo trên loa trước 02 ngày",
            answered_by="Phòng Văn hóa - Xã hội",
        ),
        OpinionFact(
            "Hỏi về mức hỗ trợ giống lúa vụ đông xuân",
            "nông nghiệp",
            Outcome.ANSWERED_BEFORE,
            answer="Mức hỗ trợ là 50% giá giống, đăng ký tại trưởng thôn",
            answered_by="Phòng Kinh tế",
        ),
        OpinionFact(
            "Điện yếu vào giờ cao điểm, đề nghị nâng công suất trạm biến áp",
            "điện",
            Outcome.PASSED_UP,
            speaker=f"Ông Phạm Văn Ví, {village}",
            unit="Công ty Điện lực",
            due=due,
            reason="Thuộc trách nhiệm của ngành điện",
        ),
        OpinionFact(
            "Hỏi về việc riêng của một gia đình",
            "việc riêng",
            Outcome.GUIDED,
            reason="việc riêng của một gia đình",
        ),
    )
