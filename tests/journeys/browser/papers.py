"""Official papers from the page that lists them: drafted, downloaded, opened as Word, issued."""

from datetime import date
from pathlib import Path

from docx import Document

from tests.journeys.browser.person import Person

BEFORE = (
    "Thông báo tổ chức hội nghị", "Giấy mời", "Bản tin truyền thanh", "Phiếu ghi ý kiến", "Danh sách người dự",
)  # fmt: skip


def before_the_conference(clerk: Person, conference: int, today: date, folder: Path) -> None:
    """The five papers of a conference; the notice names village, day and place, and is issued."""
    for kind in BEFORE:
        path = made(clerk, conference, kind, folder)
        words = words_of(path)
        assert len(words) > 200, kind
        if kind == BEFORE[0]:
            clerk.shoot("13-thong-bao")
            assert "Đông Phong" in words
            assert "Nhà văn hóa thôn" in words
            assert names_day(words, today)
            issue(clerk)


def made(clerk: Person, conference: int, kind: str, folder: Path) -> Path:
    """Draft one paper and download it."""
    clerk.open(f"/ban-lam-viec/{clerk.slug}/van-ban/?cuoc={conference}")
    clerk.shoot("12-van-ban")
    clerk.press(f"Soạn {kind}")
    clerk.sees("Đã soạn dự thảo")
    return clerk.downloads(clerk.page.get_by_role("link", name="Tải về Word").first, folder)


def issue(clerk: Person) -> None:
    """Give the paper on the screen its number and day."""
    clerk.press("Ban hành")
    clerk.sees("Đã ban hành.")


def words_of(path: Path) -> str:
    """All words of a Word file, tables included."""
    paper = Document(str(path))
    cells = (cell for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in paper.paragraphs), *(cell.text for cell in cells)])


def names_day(words: str, day: date) -> bool:
    """Whether a text names the day in one of the ways of official papers."""
    spoken = {f"ngày {day.day} tháng {day.month} năm {day.year}", f"ngày {day:%d} tháng {day:%m} năm {day.year}"}
    return f"{day:%d/%m/%Y}" in words or any(one in " ".join(words.split()) for one in spoken)
