"""The conference day: open, speakers, a decision on every opinion, end, minutes, the four lists."""

from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Locator

from tests.journeys.browser import papers
from tests.journeys.browser.person import Person
from tests.journeys.browser.register import CABLE, DITCH, FROM_PORTAL, POLICY, SAME_ROAD, Said

FENCE = "Nhà bên xây lấn sang đất nhà tôi hai mươi phân, đề nghị xã xuống đo lại ranh giới."
FENCE_SHOWN = "Vấn đề khác"
SPEAKER = "Nguyễn Văn Thử Nghiệm Một"


def address(person: Person, conference: int, part: str = "") -> str:
    """A page of the hall."""
    return f"/hoi-truong/{person.slug}/{conference}/{part}"


def open_sitting(secretary: Person, conference: int) -> None:
    """Who presides, how many came."""
    secretary.open(address(secretary, conference))
    secretary.shoot("40-truoc-gio")
    form = secretary.form("Mở hội nghị")
    secretary.write("Chủ trì", "Phùng Văn Chủ Trì", form)
    secretary.write("Thư ký ghi biên bản", "Đoàn Thị Sổ Sách", form)
    secretary.write("Số người dự", "64", form)
    secretary.write("Trong đó người dân", "47", form)
    secretary.press("Mở hội nghị", form)
    secretary.sees("Hội nghị đã mở.", "Đang diễn ra")


def let_speak(secretary: Person) -> None:
    """Two register; the first gets the floor and is stopped."""
    for name in (SPEAKER, "Trần Thị Thử Nghiệm Hai"):
        form = secretary.form("Ghi tên")
        secretary.write("Họ tên", name, form)
        secretary.choose("Thôn", "Đông Phong", form)
        secretary.press("Ghi tên", form)
        secretary.sees(name)
    secretary.press(f"Mời {SPEAKER}")
    secretary.sees("đang nói từ")
    secretary.shoot("41-phat-bieu")
    secretary.press("Dừng")
    secretary.sees(SPEAKER)
    assert secretary.button("Dừng").count() == 0


def hear(secretary: Person) -> None:
    """A neighbours' quarrel is taken down as it was said."""
    form = secretary.form("Ghi ý kiến")
    secretary.write("Nội dung ý kiến", FENCE, form)
    secretary.choose("Thôn", "Đông Phong", form)
    secretary.press("Ghi ý kiến", form)
    secretary.sees("Đã ghi ý kiến, xếp cuối danh sách.")


def decide_all(chair: Person, conference: int, today: date, answers: dict[str, str]) -> None:
    """Now, in writing, passed up, taken apart."""
    chair.open(address(chair, conference))
    chair.shoot("42-cac-y-kien")
    _decide(chair, card_of(chair, SAME_ROAD), "Trả lời ngay", {"Đã trả lời, đã nói": answers["road"]})
    for said, unit in ((FROM_PORTAL, "Phòng Kinh tế"), (POLICY, "Phòng Văn hóa - Xã hội")):
        card = card_of(chair, said)
        _decide(chair, card, "Trả lời bằng văn bản", {}, {"Đơn vị chịu trách nhiệm": unit})
    _decide(chair, card_of(chair, CABLE), "Chuyển cấp trên", {
        "Cơ quan có thẩm quyền": "Công ty Điện lực",
        "Lý do (ghi vào biên bản)": "Đường dây cao thế do ngành điện quản lý, xã không sửa được",
        "Ngày": f"{today + timedelta(days=30):%d/%m/%Y}",
    }, {"Đơn vị chịu trách nhiệm": "Phòng Kinh tế"})  # fmt: skip
    _decide(chair, chair.page.locator("article.card").filter(has_text=FENCE[:30]), "Tách riêng", {}, {
        "Vì sao tách riêng": "Việc riêng", "Đơn vị chịu trách nhiệm": "Phòng Kinh tế",
    })  # fmt: skip
    left = card_of(chair, DITCH)
    assert left.get_by_text("Đã trả lời").first.is_visible()
    chair.shoot("43-da-quyet")


def card_of(person: Person, said: Said) -> Locator:
    """The card of an opinion on the table."""
    return person.page.locator("article.card").filter(has_text=said.summary)


def _decide(
    chair: Person, card: Locator, outcome: str, typed: dict[str, str], chosen: dict[str, str] | None = None
) -> None:
    line = card.locator("> details")
    if line.count() and line.get_attribute("open") is None:
        line.locator("summary").first.click()
    chair.tick(outcome, card)
    for label, words in typed.items():
        chair.write(label, words, card)
    for label, option in (chosen or {}).items():
        chair.choose(label, option, card)
    chair.press("Lưu quyết định", card)
    chair.sees("Đã ghi quyết định.")


def end_sitting(secretary: Person, conference: int) -> None:
    """The sitting is over."""
    secretary.open(address(secretary, conference))
    secretary.unfold("Kết thúc hội nghị")
    secretary.press("Đúng, hội nghị đã kết thúc")
    secretary.sees("Hội nghị đã kết thúc.")


def write_minutes(secretary: Person, conference: int) -> None:
    """Composed from what happened, one sentence added, sealed."""
    secretary.open(address(secretary, conference, "bien-ban/"))
    secretary.press("Lập biên bản từ diễn biến")
    secretary.shoot("44-bien-ban")
    field = secretary.form("Lưu biên bản").locator("textarea")
    drafted = field.input_value()
    assert "64" in drafted
    assert FROM_PORTAL.summary in drafted
    field.fill(drafted + "\nHội trường trật tự, bà con hăng hái.")
    secretary.press("Lưu biên bản")
    secretary.sees("Hội trường trật tự, bà con hăng hái.")
    secretary.write("Người ký", "Phùng Văn Chủ Trì và Đoàn Thị Sổ Sách")
    secretary.tick("Đã đọc lại toàn bộ")
    secretary.press("Ký biên bản")
    secretary.sees("Đã ký và niêm", "Dấu niêm")
    secretary.shoot("45-bien-ban-ky")


def conclude(chair: Person, conference: int) -> None:
    """The four lists as computed, confirmed by the chair."""
    chair.open(address(chair, conference, "ket-luan/"))
    chair.sees("1. Những nội dung đã đối thoại", "3. Những nội dung đã nêu nhưng chưa giải quyết (3)")
    chair.write("Lời kết luận chung", "Cảm ơn bà con. Việc chưa xong có người làm và có ngày trả lời.")
    chair.tick("Chủ trì đã đọc bốn danh sách")
    chair.shoot("46-ket-luan")
    chair.press("Xác nhận kết luận")
    chair.sees("Đã xác nhận kết luận.", "Công ty Điện lực")
    chair.shoot("47-da-ket-luan")


def take_papers_home(clerk: Person, conference: int, folder: Path) -> None:
    """Minutes and conclusion notice as Word; the notice is issued."""
    minutes = papers.words_of(papers.made(clerk, conference, "Biên bản hội nghị", folder))
    assert "Hội trường trật tự" in minutes
    notice = papers.words_of(papers.made(clerk, conference, "Thông báo kết luận", folder))
    assert "Công ty Điện lực" in notice
    papers.issue(clerk)
