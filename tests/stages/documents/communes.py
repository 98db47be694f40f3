"""Facts of the five communes for golden files: real rules and dates, invented people, own words."""

from dataclasses import dataclass, field
from datetime import date, time

from doithoai.domain.deadlines import Direction, Unit
from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.letterhead import (
    Capacity,
    Issuer,
    Issuing,
    Purpose,
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
    Officer,
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


def _answer(on: date, amount: int, unit: Unit, basis: str) -> DueDate:
    return DueDate("Trả lời bằng văn bản", "Đơn vị được giao", on, amount, unit, basis=basis)


def _opinions(due: DueDate | None, village: str) -> tuple[OpinionFact, ...]:
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


def _binh_lang() -> Case:
    regulation = "Quy chế 03-QC/TU ngày 18/3/2021 của Ban Thường vụ Tỉnh ủy Hải Dương"
    conference = ConferenceFacts(
        event="Hội nghị tiếp xúc, đối thoại trực tiếp giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân thôn Đông Phong",
        commune="xã Bình Lãng",
        year=2021,
        on=date(2021, 10, 28),
        starts=time(7, 30),
        half_days=1,
        place="Nhà văn hóa thôn Đông Phong",
        villages=("thôn Đông Phong",),
        chairs=(Officer("Chủ tịch Ủy ban nhân dân xã", "Nguyễn Văn Mẫu"),),
        secretaries=(Officer("công chức Văn phòng - Thống kê", "Đỗ Thị Thí"),),
    )
    answer = _answer(date(2021, 11, 18), 15, Unit.WORKING_DAY, regulation)
    notice = DueDate(
        "Thông báo công khai và gửi giấy mời",
        "Ủy ban nhân dân xã",
        date(2021, 10, 21),
        7,
        direction=Direction.BEFORE,
        basis=regulation,
    )
    return Case(
        slug="binh-lang",
        issuer=people_committee("Bình Lãng"),
        signer=Signer("Chủ tịch", "Nguyễn Văn Mẫu"),
        year=2021,
        plan="Kế hoạch số 48/KH-UBND ngày 07 tháng 10 năm 2021 của Ủy ban nhân dân xã",
        bases=(f"Thực hiện {regulation}", "Công văn số 115-CV/BDVHU ngày 20/8/2020 của Ban Dân vận Huyện ủy"),
        event=conference.event,
        conferences=(conference,),
        contact=Contact(
            "Bộ phận Văn phòng - Thống kê xã",
            "trụ sở Ủy ban nhân dân xã",
            "0220 300 0000",
            "phòng tiếp công dân, trụ sở xã",
        ),
        topics=(
            "Tình hình kinh tế - xã hội và những việc Nhân dân quan tâm",
            "Việc thực hiện chính sách, quy định của xã",
        ),
        subjects=("đường thôn", "đất đai", "chế độ chính sách"),
        tasks=(
            Task(
                "Công chức Văn phòng - Thống kê",
                ("tổng hợp ý kiến, gửi giấy mời, ghi biên bản", "thông báo kết luận, lưu hồ sơ"),
            ),
            Task("Công an xã", ("xây dựng kế hoạch bảo đảm an ninh, trật tự",)),
            Task("Trưởng thôn Đông Phong", ("chuẩn bị nhà văn hóa, mời Nhân dân dự",)),
        ),
        recipients=(
            Recipient("Ban Dân vận Huyện ủy", Purpose.REPORT),
            Recipient("Thường trực Đảng ủy", Purpose.REPORT),
            Recipient("Ủy ban MTTQ, các đoàn thể xã", Purpose.COORDINATE),
            Recipient("Trưởng thôn Đông Phong", Purpose.EXECUTE),
        ),
        plan_due=(
            notice,
            DueDate(
                "Đánh giá, rút kinh nghiệm, phân loại ý kiến",
                "Chủ tịch Ủy ban nhân dân xã",
                date(2021, 11, 2),
                5,
                basis=regulation,
            ),
            answer,
        ),
        answer=answer,
        broadcast=notice,
        attendees=(
            Attendees("Cấp huyện", ("các ban Đảng Huyện ủy", "Ủy ban MTTQ huyện")),
            Attendees("Cấp xã", ("Thường trực Đảng ủy", "Thường trực HĐND", "lãnh đạo UBND", "trưởng các đoàn thể")),
            Attendees("Ở thôn", ("cán bộ, đảng viên và Nhân dân thôn Đông Phong",)),
        ),
        opinions=_opinions(answer, "thôn Đông Phong"),
    )


def _long_phung() -> Case:
    regulation = "Quyết định 29/2022/QĐ-UBND ngày 04/8/2022 của UBND tỉnh Quảng Ngãi"
    law = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
    common = {
        "event": "Hội nghị đối thoại trực tiếp giữa người đứng đầu cơ quan hành chính với Nhân dân",
        "commune": "xã Long Phụng",
        "year": 2025,
        "chairs": (Officer("Chủ tịch Ủy ban nhân dân xã", "Phạm Văn Ví"),),
        "secretaries": (Officer("Chánh Văn phòng HĐND và UBND xã", "Lê Thị Thử"),),
    }
    opened = ConferenceFacts(**common, period="năm 2025", place="Nhà văn hóa thôn được chọn", village_open=True)
    conference = ConferenceFacts(
        **common,
        on=date(2025, 11, 20),
        starts=time(14, 0),
        half_days=1,
        place="Nhà văn hóa thôn Mẫu",
        villages=("thôn Mẫu",),
        co_chair=Officer("Phó Chủ tịch Hội đồng nhân dân xã", "Võ Thị Dụ"),
    )
    answer = _answer(date(2025, 12, 22), 30, Unit.DAY, regulation)
    before = {"direction": Direction.BEFORE}
    return Case(
        slug="long-phung",
        issuer=people_committee("Long Phụng"),
        signer=Signer("Phó Chủ tịch", "Trần Văn Phó", Capacity.FOR_HEAD),
        year=2025,
        plan="Kế hoạch tổ chức hội nghị đối thoại năm 2025 của Ủy ban nhân dân xã",
        bases=("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025", f"Căn cứ {regulation}"),
        event=conference.event,
        conferences=(conference, opened),
        contact=Contact(
            "Văn phòng HĐND và UBND xã", "trụ sở Ủy ban nhân dân xã", "0255 300 0000", "Trụ sở tiếp công dân xã"
        ),
        topics=(
            "Kinh tế, đất đai, xây dựng cơ bản",
            "Cải cách hành chính, dân chủ ở cơ sở",
            "Phòng, chống tham nhũng, lãng phí",
        ),
        subjects=("đất đai", "xây dựng", "thủ tục hành chính"),
        tasks=(
            Task(
                "Văn phòng HĐND và UBND xã", ("ban hành thông báo, chuẩn bị nội dung", "tổng hợp ý kiến sau đối thoại")
            ),
            Task(
                "Trung tâm Cung ứng dịch vụ công xã",
                ("thông báo trên loa truyền thanh, chuẩn bị âm thanh, hội trường",),
            ),
        ),
        recipients=(
            Recipient("Sở Nội vụ", Purpose.REPORT),
            Recipient("Thanh tra tỉnh", Purpose.REPORT),
            Recipient("Thường trực Đảng ủy, Thường trực HĐND xã", Purpose.REPORT),
            Recipient("Ban Thường trực Ủy ban MTTQ Việt Nam xã"),
            Recipient("Bí thư chi bộ, Trưởng các thôn", Purpose.EXECUTE),
        ),
        plan_due=(
            DueDate("Thông báo hội nghị", "Văn phòng HĐND và UBND xã", None, 7, basis=regulation, **before),
            DueDate("Thông báo trên loa", "Trung tâm Cung ứng dịch vụ công xã", None, 3, basis=regulation, **before),
            DueDate("Trả lời bằng văn bản", "Đơn vị được giao", None, 30, basis=regulation),
            DueDate("Công khai kết quả", "Ủy ban nhân dân xã", None, 10, basis=law),
        ),
        answer=answer,
        publication=DueDate("Công khai kết quả", "Ủy ban nhân dân xã", date(2025, 12, 1), 10, basis=law),
        broadcast=DueDate("Thông báo trên loa", "", date(2025, 11, 17), 3, basis=regulation, **before),
        broadcaster="Trung tâm Cung ứng dịch vụ công xã",
        addressees=("Sở Nội vụ tỉnh Quảng Ngãi", "Thanh tra tỉnh Quảng Ngãi"),
        opinions=_opinions(answer, "thôn Mẫu"),
    )


def _ha_tinh() -> Case:
    regulation = "Quy chế kèm theo Quyết định 657-QĐ/TU ngày 04/4/2018 của Ban Thường vụ Tỉnh ủy Hà Tĩnh"
    common = {
        "event": "Hội nghị đối thoại trực tiếp giữa người đứng đầu cấp ủy đảng, chính quyền với Nhân dân",
        "commune": "xã Hương Lĩnh",
        "year": 2025,
        "half_days": 1,
        "chairs": (Officer("Bí thư Đảng ủy xã", "Hồ Văn Giả"), Officer("Chủ tịch Ủy ban nhân dân xã", "Lê Văn Đặt")),
        "secretaries": (Officer("Văn phòng Đảng ủy", "Bùi Thị Thí"),),
    }
    opened = tuple(
        ConferenceFacts(**common, period=f"tháng {month} năm 2025", place="nhà văn hóa thôn của khu vực")
        for month in (4, 7, 10)
    )
    conference = ConferenceFacts(
        **common,
        on=date(2025, 4, 24),
        starts=time(8, 0),
        place="Nhà văn hóa thôn Trung",
        villages=("thôn Trung", "thôn Đoài", "thôn Đông"),
    )
    broadcast = DueDate(
        "Thông báo trên loa", "Bộ phận truyền thanh", date(2025, 4, 18), 5, direction=Direction.BEFORE, basis=regulation
    )
    return Case(
        slug="ha-tinh",
        issuer=party_committee("Hương Lĩnh", province="tỉnh Hà Tĩnh"),
        signer=Signer("Phó Bí thư", "Ngô Thị Dụ"),
        year=2025,
        plan="Kế hoạch đối thoại năm 2025 của Ban Thường vụ Đảng ủy",
        bases=("Quyết định số 657-QĐ/TU ngày 04/4/2018 của Ban Thường vụ Tỉnh ủy Hà Tĩnh",),
        event=conference.event,
        conferences=(conference, *opened),
        contact=Contact("Văn phòng Đảng ủy xã", "trụ sở Đảng ủy xã", "0239 300 0000"),
        topics=(
            "Việc thực hiện chủ trương, nghị quyết của Đảng, pháp luật của Nhà nước",
            "Phát triển kinh tế - xã hội, nông thôn mới",
        ),
        subjects=("kinh tế", "nông thôn mới", "xây dựng Đảng"),
        tasks=(
            Task("Ủy ban MTTQ Việt Nam xã", ("chủ trì tổng hợp ý kiến của Nhân dân, gửi Văn phòng Đảng ủy",)),
            Task("Bộ phận truyền thanh", ("thông báo nội dung, thời gian, địa điểm đến Nhân dân",)),
        ),
        recipients=(
            Recipient("Ban Tuyên giáo và Dân vận Tỉnh ủy", Purpose.REPORT, instead_of="Ban Dân vận Huyện ủy"),
            Recipient("Thường trực Đảng ủy"),
            Recipient("Thường trực HĐND, lãnh đạo UBND xã"),
            Recipient("Các chi bộ"),
        ),
        plan_due=(
            DueDate(
                "Thông báo trên loa", "Bộ phận truyền thanh", None, 5, direction=Direction.BEFORE, basis=regulation
            ),
            DueDate("Báo cáo sau mỗi hội nghị", "Văn phòng Đảng ủy", basis=regulation),
        ),
        broadcast=broadcast,
        broadcaster="Bộ phận truyền thanh xã",
        private_rule=PrivateRule.REFUSED,
        exclusions=("Những nội dung liên quan đến ý kiến riêng lẻ của từng cá nhân",),
        addressees=("Ban Thường vụ Tỉnh ủy",),
        opinions=_opinions(None, "thôn Trung"),
    )


def _song_an() -> Case:
    common = {
        "event": "Hội nghị đối thoại với Nhân dân",
        "commune": "xã Song An",
        "year": 2019,
        "place": "Hội trường Ủy ban nhân dân xã Song An",
        "chairs": (
            Officer("Chủ tịch Ủy ban nhân dân xã", "Vũ Văn Ví"),
            Officer("Phó Chủ tịch Ủy ban nhân dân xã", "Đào Thị Thử"),
        ),
        "secretaries": (
            Officer("công chức Văn phòng - Thống kê", "Lý Văn Mẫu"),
            Officer("công chức Tư pháp - Hộ tịch", "Tạ Thị Đặt"),
        ),
    }
    law = "Điều 125 Luật Tổ chức chính quyền địa phương số 77/2015/QH13"
    return Case(
        slug="song-an",
        issuer=people_committee("Song An"),
        signer=Signer("Chủ tịch", "Vũ Văn Ví"),
        year=2019,
        plan="Kế hoạch số 27/KH-UBND ngày 21 tháng 6 năm 2019 của Ủy ban nhân dân xã",
        bases=("Luật Tổ chức chính quyền địa phương năm 2015",),
        event=common["event"],
        conferences=(
            ConferenceFacts(**common, on=date(2019, 11, 14), starts=time(8, 0)),
            ConferenceFacts(**common, period="tháng 11 năm 2019"),
        ),
        contact=Contact("Văn phòng - Thống kê Ủy ban nhân dân xã"),
        topics=(
            "Kinh tế, văn hóa - xã hội, quốc phòng - an ninh",
            "Tinh thần, thái độ, trách nhiệm của cán bộ, công chức",
        ),
        subjects=("kinh tế", "văn hóa xã hội", "nông thôn mới"),
        tasks=(
            Task(
                "Công chức Văn phòng - Thống kê, Tư pháp - Hộ tịch",
                ("gửi giấy mời, chuẩn bị hội trường, làm thư ký hội nghị",),
            ),
            Task("Trưởng các thôn, làng", ("thông báo rộng rãi để Nhân dân đến dự",)),
        ),
        recipients=(
            Recipient("Đảng ủy xã"),
            Recipient("Thường trực HĐND xã"),
            Recipient("Ủy ban MTTQ Việt Nam xã"),
            Recipient("Các thôn, làng"),
        ),
        plan_due=(DueDate("Thông báo hội nghị", "Ủy ban nhân dân xã", None, 7, direction=Direction.BEFORE, basis=law),),
        attendees=(Attendees("Cấp xã", ("đại diện lãnh đạo Đảng ủy", "Thường trực HĐND", "các đoàn thể")),),
        opinions=_opinions(None, "thôn Thượng"),
    )


def _cai_bo() -> Case:
    common = {
        "event": "Hội nghị tiếp xúc, đối thoại với Nhân dân",
        "commune": "xã Cai Bộ",
        "year": 2025,
        "place": "Hội trường Ủy ban nhân dân xã Cai Bộ",
        "chairs": (Officer("Chủ tịch Ủy ban nhân dân xã", "Nông Văn Mẫu"),),
        "secretaries": (
            Officer("công chức Văn phòng - Thống kê", "Hoàng Thị Thí"),
            Officer("công chức Tư pháp - Hộ tịch", "Bế Văn Giả"),
        ),
    }
    law = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
    own = "Kế hoạch năm 2025 của Ủy ban nhân dân xã"
    return Case(
        slug="cai-bo",
        issuer=people_committee("Cai Bộ"),
        signer=Signer("Chủ tịch", "Nông Văn Mẫu"),
        year=2025,
        plan=own,
        bases=("Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025",),
        event=common["event"],
        conferences=(
            ConferenceFacts(**common, on=date(2025, 9, 18), starts=time(19, 0), half_days=1),
            ConferenceFacts(**common, period="quý III năm 2025"),
            ConferenceFacts(**common, period="quý IV năm 2025"),
        ),
        contact=Contact("Văn phòng HĐND và UBND xã", phone="0206 300 0000"),
        topics=(
            "Kinh tế - xã hội, an ninh trật tự",
            "Giải quyết thủ tục hành chính",
            "Phẩm chất, lề lối làm việc của cán bộ, công chức",
        ),
        subjects=("kinh tế", "an ninh trật tự", "thủ tục hành chính"),
        tasks=(
            Task(
                "Văn phòng HĐND và UBND xã",
                ("ra giấy mời, tổng hợp ý kiến", "tham mưu họp rút kinh nghiệm, báo cáo kết quả"),
            ),
            Task("Công an xã, Ban Chỉ huy Quân sự xã", ("xây dựng phương án bảo đảm an ninh, trật tự",)),
        ),
        recipients=(
            Recipient("Sở Nội vụ", Purpose.REPORT, instead_of="Phòng Nội vụ huyện"),
            Recipient("Thường trực Đảng ủy, HĐND xã", Purpose.REPORT),
            Recipient("Ủy ban MTTQ, các đoàn thể xã", Purpose.COORDINATE),
            Recipient("Trang thông tin điện tử xã"),
        ),
        plan_due=(
            DueDate("Thông báo hội nghị", "Ủy ban nhân dân xã", None, 7, direction=Direction.BEFORE, basis=law),
            DueDate("Báo cáo kết quả", "Văn phòng HĐND và UBND xã", None, 10, basis=own),
        ),
        publication=DueDate("Công khai kết quả", "Ủy ban nhân dân xã", date(2025, 9, 29), 10, basis=law),
        board=(
            "Chủ tịch Ủy ban nhân dân xã, Trưởng ban",
            "Phó Chủ tịch Ủy ban nhân dân xã, Phó Trưởng ban",
            "Trưởng các đoàn thể xã, thành viên",
        ),
        addressees=("Sở Nội vụ tỉnh Cao Bằng",),
        opinions=_opinions(None, "xóm Thượng"),
    )


CASES = {case.slug: case for case in (_long_phung(), _ha_tinh(), _binh_lang(), _song_an(), _cai_bo())}
