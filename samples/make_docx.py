"""Makes `binh-lang-2021.docx` from its text: a Word plan with a letterhead, headings and a signature table.

Run by hand after the text changes: `python samples/make_docx.py`. Needs python-docx, a development tool.
"""

import re
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

HERE = Path(__file__).parent
NAME = "binh-lang-2021"


def clean(line: str) -> tuple[str, bool]:
    """A line without markdown marks, and whether it was marked as a heading."""
    heading = bool(re.match(r"\s*#", line)) or line.startswith("**")
    return re.sub(r"^#+\s*|\*\*", "", line).strip(), heading


def put(word: Word, text: str, *, bold: bool = False, centred: bool = False) -> None:
    """Add one paragraph."""
    paragraph = word.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.name, run.font.size = "Times New Roman", Pt(14)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def side_by_side(word: Word, left: list[str], right: list[str]) -> None:
    """Add a table of two cells without borders."""
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.text = "\n".join(lines)


def main() -> None:
    lines = [clean(line) for line in (HERE / f"{NAME}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    word = Document()
    number, dated = lines[0][0], lines[1][0]
    nation = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", dated]
    side_by_side(word, ["ỦY BAN NHÂN DÂN", "XÃ BÌNH LÃNG", number], nation)
    foot = next(at for at, (text, _) in enumerate(lines) if text.startswith("Nơi nhận"))
    signed = next(at for at, (text, _) in enumerate(lines) if text.startswith("TM."))
    for at, (text, heading) in enumerate(lines[2:foot]):
        put(word, text, bold=heading, centred=at < 2)
    side_by_side(word, [text for text, _ in lines[foot:signed]], [text for text, _ in lines[signed:]])
    word.save(str(HERE / f"{NAME}.docx"))


if __name__ == "__main__":
    main()
