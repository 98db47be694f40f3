"""After the conference: review, written answers, an extension, a transfer told, public texts, report, closing."""

from datetime import date, timedelta
from pathlib import Path

from doithoai.cli.demo.people import PASSWORD
from tests.journeys.browser import hall, papers, public
from tests.journeys.browser.person import Person
from tests.journeys.browser.register import CABLE, FROM_PORTAL, POLICY, Said, open_opinion

EMPTY = "Xin tiếp thu, ghi nhận ý kiến của bà con và sẽ xem xét."


def review(clerk: Person, conference: int) -> None:
    """The review meeting."""
    clerk.open(hall.address(clerk, conference, "rut-kinh-nghiem/"))
    clerk.write("Việc làm được", "Bà con nói được nhiều.")
    clerk.write("Việc cần rút kinh nghiệm", "Mang theo số liệu kinh phí.")
    clerk.shoot("50-rut-kinh-nghiem")
    clerk.press("Lưu")
    clerk.sees("Đã ghi cuộc họp rút kinh nghiệm.")


def open_answer(person: Person, words: str) -> None:
    """From the list of answers."""
    person.open(f"/ban-lam-viec/{person.slug}/tra-loi/?xem=tat-ca")
    person.follow(words)


def draft(officer: Person, words: str, answer: str) -> None:
    """An answer that only takes note is refused with its text kept; a real one goes to the chair."""
    open_answer(officer, words)
    officer.write("Nội dung trả lời", EMPTY)
    officer.tick("Giải thích, hướng dẫn")
    officer.press("Lưu và trình ký")
    officer.sees("Câu trả lời mới chỉ “tiếp thu, ghi nhận”.")
    officer.sees_value("Nội dung trả lời", EMPTY)
    officer.shoot("51-tiep-thu")
    officer.write("Nội dung trả lời", answer)
    officer.press("Lưu và trình ký")
    officer.sees("Đã trình ký.", answer)


def sign(chair: Person, words: str) -> None:
    """The chair finds it on his first page, on a phone."""
    chair.open(f"/ban-lam-viec/{chair.slug}/")
    chair.sees("Chờ tôi ký")
    chair.shoot("52-cho-ky")
    chair.follow(words)
    chair.write("Mật khẩu của người ký", PASSWORD)
    chair.shoot("53-ky")
    chair.press("Ký trả lời")
    chair.sees("Đã ký.")


def deliver(officer: Person, words: str) -> None:
    """The citizen has it."""
    open_answer(officer, words)
    form = officer.form("Ghi ngày giao")
    officer.write("Cách báo", "Trưởng thôn giao tận nhà", form)
    officer.press("Ghi ngày giao", form)
    officer.sees("Đã ghi ngày giao.")


def make_answer_public(clerk: Person, words: str, answer: str) -> None:
    """The text anybody may read."""
    open_answer(clerk, words)
    part = clerk.unfold("Bản công khai")
    clerk.write("Bản công khai của câu trả lời", answer, part)
    clerk.press("Lưu bản công khai", part)
    clerk.sees("Đã lưu bản công khai.")
    clerk.shoot("54-tra-loi")


def answer_apart(chair: Person, officer: Person, answer: str) -> None:
    """The reply owed to what was taken apart."""
    open_answer(officer, hall.FENCE_SHOWN)
    officer.write("Nội dung trả lời", answer)
    officer.tick("Giải thích, hướng dẫn")
    officer.press("Lưu và trình ký")
    officer.sees("Đã trình ký.")
    sign(chair, hall.FENCE_SHOWN)
    deliver(officer, hall.FENCE_SHOWN)


def extend(chair: Person, clerk: Person, today: date) -> None:
    """More time, with the reason the citizen is told."""
    open_answer(chair, POLICY.summary)
    part = chair.unfold("Xin thêm thời gian (gia hạn)")
    chair.write("Hạn mới", f"{today + timedelta(days=60):%d/%m/%Y}", part)
    chair.write("Lý do gia hạn", "Chờ hội đồng xét trợ cấp họp vào giữa tháng, chưa có kết luận.", part)
    chair.press("Gia hạn", part)
    chair.sees("Đã gia hạn.")
    open_answer(clerk, POLICY.summary)
    part = clerk.unfold("Ghi đã báo người dân")
    clerk.write("Cách báo", "Gọi điện", part)
    clerk.press("Ghi ngày báo", part)
    clerk.sees("Đã ghi ngày báo người dân.")
    clerk.shoot("55-gia-han")


def tell_transfer(clerk: Person) -> None:
    """The citizen knows where the petition went."""
    open_opinion(clerk, CABLE)
    part = clerk.unfold("Đã báo người dân việc chuyển?")
    clerk.write("Cách báo", "Trưởng thôn báo trực tiếp", part)
    clerk.press("Ghi ngày báo", part)
    clerk.sees("Đã ghi ngày báo người dân.")


def make_public(clerk: Person, chair: Person, said: Said, text: str, answer: str = "") -> None:
    """A public text, then looked at by another person."""
    open_opinion(clerk, said)
    form = clerk.form("Lưu bản công khai")
    if not form.is_visible():
        clerk.unfold("Viết hoặc sửa bản công khai")
    clerk.write("Bản công khai của ý kiến", text, form)
    if answer:
        clerk.write("Bản công khai của câu trả lời trước hội nghị", answer, form)
    clerk.press("Lưu bản công khai", form)
    clerk.sees("Đã lưu bản công khai.")
    open_opinion(chair, said)
    chair.tick("Tôi đã đọc và thấy không lộ danh tính")
    if said is FROM_PORTAL:
        chair.shoot("56-kiem-tra")
    chair.press("Đã kiểm tra, cho công khai")
    chair.sees("Đã kiểm tra: bản công khai không lộ danh tính.")


def make_known(clerk: Person, conference: int) -> None:
    """The result by the three ways of the law, and on the public page."""
    public.post(clerk, conference, "Kết quả hội nghị", (
        ("Phương tiện thông tin đại chúng", "Phát loa tối nay"), ("Niêm yết tại trụ sở", "Ảnh bảng kết quả"),
        ("Gửi trưởng thôn", "Ký nhận kết quả"),
    ))  # fmt: skip
    public.publish(clerk, conference, "Một việc trả lời tại chỗ, hai việc trả lời bằng văn bản, một việc chuyển.")
    clerk.sees("Chưa có người kiểm tra nội dung công khai của ý kiến này.")
    clerk.shoot("57-cong-khai")


def refused_to_close(clerk: Person, conference: int, *left: str) -> None:
    """The page names what is left."""
    clerk.open(hall.address(clerk, conference, "khep-lai/"))
    clerk.sees(*left)
    assert clerk.page.get_by_role("button", name="Khép lại").count() == 0
    clerk.shoot("58-chua-khep")


def report_and_close(clerk: Person, conference: int, folder: Path) -> None:
    """The report goes up, and nothing is left."""
    report = papers.words_of(papers.made(clerk, conference, "Báo cáo kết quả", folder))
    assert "Công ty Điện lực" in report or "chuyển" in report
    papers.issue(clerk)
    clerk.open(hall.address(clerk, conference, "khep-lai/"))
    clerk.shoot("59-khep-lai")
    clerk.tick("Mọi việc của đợt đối thoại này đã xong")
    clerk.press("Khép lại")
    clerk.sees("Đợt đối thoại đã khép lại.", "Đã khép lại")
    clerk.shoot("60-da-khep")
