"""From the plan file to a conference whose day is settled: upload, compare, correct, start, board, ladder, another day."""

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.browser.person import Person

CORRECTED = "48/KH-UBND (đã đối chiếu)"
VILLAGE = "Đông Phong"
PLACE = "Nhà văn hóa thôn Đông Phong"


def upload(clerk: Person, file: Path) -> None:
    """Give the file; source and reading stand side by side."""
    clerk.menu("Kế hoạch")
    clerk.shoot("02-nam-trong")
    clerk.follow("Đưa kế hoạch vào")
    clerk.page.get_by_label("Tệp").first.set_input_files(file)
    clerk.shoot("03-tai-len")
    clerk.press("Đọc kế hoạch")
    clerk.sees("Văn bản gốc", "Đọc được")
    clerk.sees_value("Số, ký hiệu", "48/KH-UBND")
    clerk.sees_value("Ngày ban hành", "07/10/2021")
    clerk.sees_value("Sớm nhất", "28/10/2021")
    expect(clerk.page.locator(".source")).to_contain_text(VILLAGE)
    clerk.shoot("04-ban-doc")


def correct_and_start(clerk: Person) -> None:
    """One field is put right, kept, and the cycle begins."""
    clerk.write("Số, ký hiệu", CORRECTED)
    clerk.press("Lưu, làm tiếp sau")
    clerk.sees("Đã lưu bản đọc.")
    clerk.sees_value("Số, ký hiệu", CORRECTED)
    clerk.press("Đúng rồi, bắt đầu")
    clerk.sees("Đã bắt đầu kế hoạch.", CORRECTED, "Đã sửa khi đọc: 1 mục")
    clerk.shoot("05-ke-hoach")


def look_at_duties(clerk: Person) -> int:
    """The year board and the ladder show what one day asks for, by the law of that year. The conference's id."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/nam/2021/")
    clerk.sees("28/10/2021", "21/10/2021")
    clerk.shoot("06-nam")
    clerk.page.locator("main figure").first.get_by_role("link").first.click()
    conference = int(re.search(r"/doi-thoai/(\d+)/", clerk.page.url)[1])
    clerk.shoot("07-cuoc")
    clerk.follow("Lịch các việc và hạn")
    clerk.sees("21/10/2021", "02/11/2021", "18/11/2021")
    assert "Công khai kết quả" not in clerk.page.locator("main").inner_text().split("Sổ việc")[0]
    clerk.shoot("08-lich")
    clerk.follow("Tờ treo tường để in")
    clerk.shoot("09-to-treo")
    return conference


def settle(clerk: Person, conference: int, today: date) -> None:
    """The day of the old plan has passed: a day without a reason is refused, nothing typed is lost; then it is moved."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/doi-thoai/{conference}/")
    part = clerk.unfold("Chốt hoặc đổi ngày, nơi, thôn")
    clerk.write("Ngày đối thoại", f"{today:%d/%m/%Y}", part)
    clerk.write("Giờ bắt đầu", "8h", part)
    clerk.write("Địa điểm", PLACE, part)
    clerk.tick(VILLAGE, part)
    clerk.write("Cách tham gia", "Đến dự trực tiếp; gửi ý kiến trước về Văn phòng xã.", part)
    clerk.write("Số người dự kiến", "80", part)
    clerk.press("Lưu và tính lại hạn", part)
    clerk.sees("Chọn ngày khác thì phải nêu lý do")
    clerk.sees_value("Giờ bắt đầu", "8h")
    clerk.sees_value("Ngày đối thoại", f"{today:%d/%m/%Y}")
    clerk.shoot("10-chot-bi-tu-choi")
    clerk.write("Lý do (khi đổi ngày", "Dùng lại kế hoạch cũ cho đợt này")
    clerk.press("Lưu và tính lại hạn")
    clerk.sees("Đã lưu. Hạn của mọi việc đã tính lại", PLACE)
    clerk.shoot("11-cuoc-da-chot")
