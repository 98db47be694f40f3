"""The register: keying in, sorting, two clerks at once, grouping, assigning, briefs, an answer before the conference."""

from dataclasses import dataclass

from tests.journeys.browser.person import Person
from tests.journeys.browser.public import ROAD


@dataclass(frozen=True)
class Said:
    """What somebody said and how the office sorts it. `speaker` is an invented name."""

    words: str
    summary: str
    topic: str
    unit: str
    competence: str = "Xã giải quyết được"
    body: str = ""
    speaker: str = ""


FROM_PORTAL = Said(ROAD, "Đường trục thôn qua ao cá bị sụt", "Đường sá, cầu cống", "Phòng Kinh tế")
SAME_ROAD = Said(
    "Đoạn đường qua ao cá sụt, xe thồ lúa không qua được.", "Đường qua ao cá xe thồ không qua được", "Đường sá, cầu cống",
    "Phòng Kinh tế", speaker="Nguyễn Văn Thử Nghiệm Một",
)  # fmt: skip
POLICY = Said(
    "Mẹ tôi tám mươi hai tuổi làm hồ sơ trợ cấp ba tháng chưa có trả lời.", "Hồ sơ trợ cấp tuổi già chậm trả lời",
    "Chính sách xã hội", "Phòng Văn hóa - Xã hội", speaker="Trần Thị Thử Nghiệm Hai",
)  # fmt: skip
CABLE = Said(
    "Đường dây điện cao thế võng xuống sát mái nhà, gió to rất sợ.", "Dây cao thế võng thấp sát mái nhà", "Điện, nước sạch",
    "Phòng Kinh tế", competence="Cơ quan khác", body="Công ty Điện lực", speaker="Lê Văn Thử Nghiệm Ba",
)  # fmt: skip
DITCH = Said(
    "Mương thoát nước đầu thôn đầy bèo, mưa là tràn ra đường.", "Mương đầu thôn đầy bèo, mưa tràn", "Thủy lợi, tiêu thoát nước",
    "Phòng Kinh tế", speaker="Phạm Thị Thử Nghiệm Bốn",
)  # fmt: skip
KEYED = (SAME_ROAD, POLICY, CABLE, DITCH)


def key_in(clerk: Person, conference: int) -> None:
    """Four opinions on paper, by keys alone where scripts run; pressing twice makes one. The citizen's stands beside."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/y-kien/ghi/?cuoc={conference}")
    clerk.shoot("30-ghi-y-kien")
    for number, said in enumerate(KEYED):
        if clerk.has_js and number:
            _by_keys(clerk, said)
        else:
            clerk.write("Nguyên văn ý kiến", said.words)
            clerk.choose("Thôn", "Đông Phong")
            clerk.write("Họ tên người nêu", said.speaker)
            clerk.press("Lưu, ghi tiếp", twice=True)
        clerk.sees("Đã ghi ý kiến số")
    clerk.open(f"/ban-lam-viec/{clerk.slug}/y-kien/?cuoc={conference}")
    clerk.sees(f"{len(KEYED)} ý kiến")
    clerk.open(f"/ban-lam-viec/{clerk.slug}/y-kien/")
    clerk.sees(f"{len(KEYED) + 1} ý kiến")
    clerk.shoot("31-so-y-kien")


def _by_keys(clerk: Person, said: Said) -> None:
    """Hands never leave the keyboard: the next form keeps channel, village and conference."""
    keys = clerk.page.keyboard
    clerk.page.wait_for_load_state()
    for _ in range(30):
        keys.press("Tab")
        if clerk.focus() == "words":
            break
    keys.type(said.words)
    for _ in range(5):
        keys.press("Tab")
        if clerk.focus() == "speaker_name":
            break
    keys.type(said.speaker)
    before = clerk.page.url
    keys.press("Control+Enter")
    clerk.page.wait_for_url(lambda now: now != before)


def open_opinion(person: Person, said: Said) -> None:
    """From the register, by the words in its list."""
    person.open(f"/ban-lam-viec/{person.slug}/y-kien/")
    links = person.page.locator("table a")
    titles = links.all_inner_texts()
    place = next(n for n, title in enumerate(titles) if title[:25] in (said.words[:25], said.summary[:25]))
    links.nth(place).click()


def sort(clerk: Person, said: Said) -> None:
    """What it is about, how pressing, who should deal with it."""
    open_opinion(clerk, said)
    clerk.sees(said.words)
    form = clerk.form("Lưu phân loại")
    _fill(clerk, said, said.summary)
    clerk.press("Lưu phân loại", form)
    clerk.sees("Đã lưu phân loại.")


def _fill(clerk: Person, said: Said, summary: str) -> None:
    form = clerk.form("Lưu phân loại")
    clerk.write("Tóm tắt của văn phòng", summary, form)
    clerk.choose("Lĩnh vực", said.topic, form)
    clerk.choose("Loại ý kiến", "Kiến nghị", form)
    clerk.choose("Mức độ cần thiết", "Cần sớm", form)
    clerk.choose("Ai có thẩm quyền", said.competence, form)
    clerk.write("Tên cơ quan có thẩm quyền", said.body, form)
    clerk.choose("Đơn vị phụ trách", said.unit, form)
    form.get_by_label("Cuộc đối thoại").select_option(index=1)


def sort_at_once(first: Person, second: Person, said: Said) -> None:
    """Two clerks save the same opinion: the second reads both texts and loses nothing."""
    theirs, mine = "Bản của người thứ nhất", "Bản của người thứ hai"
    for clerk in (first, second):
        open_opinion(clerk, said)
    _fill(first, said, theirs)
    _fill(second, said, mine)
    first.press("Lưu phân loại")
    first.sees("Đã lưu phân loại.")
    second.press("Lưu phân loại")
    second.sees(theirs)
    second.sees_value("Tóm tắt của văn phòng", mine)
    second.shoot("33-hai-nguoi")
    second.write("Tóm tắt của văn phòng", said.summary, second.form("Lưu phân loại"))
    second.press("Lưu phân loại")
    second.sees("Đã lưu phân loại.")


def group(clerk: Person, conference: int) -> None:
    """Two voices on one road become one problem."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/y-kien/?cuoc={conference}")
    rows = clerk.page.locator("tbody tr")
    for said in (FROM_PORTAL, SAME_ROAD):
        rows.filter(has_text=said.summary).get_by_role("checkbox").check()
    part = clerk.unfold("Ghép các ý kiến đã đánh dấu")
    clerk.write("Tên nhóm", "Đường qua ao cá", part)
    clerk.press("Ghép", part)
    clerk.sees("Đã ghép 2 ý kiến vào một việc.")


def assign(chair: Person, said: Said) -> None:
    """The chair gives it, with the whole group, to its unit."""
    open_opinion(chair, said)
    form = chair.form("Giao")
    chair.write("Dặn thêm", "Nêu rõ kinh phí và thời gian.", form)
    if form.get_by_label("Giao cả nhóm").count():
        chair.tick("Giao cả nhóm", form)
    chair.shoot("34-giao")
    chair.press("Giao", form)
    chair.sees("Đã giao chuẩn bị.")


def brief(officer: Person, said: Said, answer: str) -> None:
    """The unit's officer finds it on his first page and prepares."""
    officer.open(f"/ban-lam-viec/{officer.slug}/")
    officer.shoot("35-viec-cua-toi")
    officer.follow(said.summary[:20])
    form = officer.form("Lưu nội dung chuẩn bị")
    officer.write("Sự việc và căn cứ", "Đã xem tại chỗ, sụt dài ba mét.", form)
    officer.write("Đề xuất trả lời", answer, form)
    officer.press("Lưu nội dung chuẩn bị", form)
    officer.sees("Đã lưu nội dung chuẩn bị.", answer)
    officer.shoot("36-chuan-bi")


def answer_before(clerk: Person, said: Said, answer: str) -> None:
    """Answered before the conference, to be reported there."""
    open_opinion(clerk, said)
    part = clerk.unfold("Đã trả lời trước hội nghị?")
    clerk.write("Đã trả lời thế nào", answer, part)
    clerk.press("Ghi câu trả lời", part)
    clerk.sees("Đã ghi câu trả lời trước hội nghị.", answer)
