"""Making known: postings with their proofs, the public page, and what a citizen does there."""

from tests.journeys.browser.person import Person

ROAD = "Đường trục thôn đoạn qua ao cá sụt một mảng lớn, cháu đi học về trời tối dễ ngã."
ROAD_PUBLIC = "Đường trục thôn đoạn qua ao cá bị sụt, đi lại buổi tối nguy hiểm."


def post(clerk: Person, conference: int, what: str, channels: tuple[tuple[str, str], ...]) -> None:
    """Record where something was made known."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/doi-thoai/{conference}/cong-khai/")
    for channel, proof in channels:
        clerk.choose("Đã công khai gì", what)
        clerk.choose("Bằng cách nào", channel)
        clerk.write("Bằng chứng", proof)
        clerk.press("Ghi lại")
        clerk.sees("Đã ghi việc công khai.", proof)


def announce(clerk: Person, conference: int) -> None:
    """The notice is out: postings, the state, the public page."""
    post(clerk, conference, "Thông báo hội nghị", (
        ("Niêm yết tại trụ sở", "Ảnh bảng niêm yết"), ("Loa truyền thanh", "Phát 17 giờ"),
        ("Gửi trưởng thôn", "Có ký nhận"), ("Giấy mời", "42 giấy mời"),
    ))  # fmt: skip
    publish(clerk, conference, "")
    clerk.shoot("14-cong-khai")


def publish(clerk: Person, conference: int, result: str) -> None:
    """Put the public page up, or renew it."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/doi-thoai/{conference}/cong-khai/")
    clerk.write("Kết quả hội nghị, lời công khai", result)
    clerk.press("Đưa lên hoặc cập nhật trang công khai")
    clerk.sees("Trang công khai đã cập nhật.")


def send_opinion(citizen: Person) -> str:
    """A citizen answers the plain question with no, writes, and takes the code home."""
    citizen.open(f"/{citizen.slug}/")
    citizen.shoot("20-trang-xa")
    citizen.follow("Gửi ý kiến")
    citizen.shoot("21-hoi-to-cao")
    citizen.press("Không, tôi hỏi hoặc góp ý")
    citizen.write("Bà con muốn hỏi hoặc góp ý điều gì?", ROAD)
    citizen.shoot("22-viet")
    citizen.press("Tiếp")
    citizen.shoot("23-o-dau")
    citizen.press("Thôn Đông Phong")
    citizen.shoot("23-tra-loi")
    citizen.press("Tiếp")
    citizen.sees(ROAD)
    citizen.shoot("24-xem-lai")
    citizen.press("Gửi")
    citizen.sees("Xã đã nhận ý kiến của bà con")
    citizen.shoot("25-phieu")
    return citizen.page.locator(".slip .code").inner_text()


def turn_away(citizen: Person) -> None:
    """Whoever wants to denounce is told where to go, before a word is typed."""
    citizen.open(f"/{citizen.slug}/gui-y-kien/")
    citizen.press("Có, tôi muốn tố cáo")
    citizen.sees("Trang này không nhận tố cáo và chưa lưu gì.")
    assert citizen.page.locator("textarea").count() == 0
    citizen.shoot("26-noi-khac")


def find_answer(citizen: Person, code: str, answer: str) -> None:
    """By the code of the slip, and by words typed without diacritics."""
    citizen.open(f"/{citizen.slug}/tra-cuu/")
    citizen.write("Mã số trên phiếu", code)
    citizen.press("Xem")
    citizen.sees(answer)
    citizen.sees_nothing_of(ROAD)
    citizen.shoot("80-tra-cuu")
    citizen.open(f"/{citizen.slug}/tim/")
    citizen.write("Bà con muốn tìm việc gì?", "duong truc thon")
    citizen.press("Tìm")
    citizen.sees(ROAD_PUBLIC)
    citizen.shoot("81-tim")
    citizen.follow(ROAD_PUBLIC[:40])
    citizen.sees(answer)
    citizen.shoot("82-cau-hoi")
    citizen.open(f"/{citizen.slug}/")
    citizen.follow("Xem hỏi và trả lời")
    citizen.sees(ROAD_PUBLIC)
    citizen.shoot("83-doi-thoai")
