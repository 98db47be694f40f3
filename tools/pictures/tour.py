"""Writes what shows the pictures: docs/tour.md, and the README's table between its markers. Both follow `pages.py`."""

import re
from collections.abc import Iterable
from pathlib import Path

from tools.pictures.pages import PAGES, Audience, Page, picture_name

HOUSE = Path(__file__).resolve().parents[2]
PICTURES = HOUSE / "docs/pictures/tour"
TOUR = HOUSE / "docs/tour.md"
README = HOUSE / "README.md"
MOST_BYTES = 2 * 1024 * 1024
BLOCK = re.compile(r"(?<=<!-- tour -->\n).*?(?=<!-- /tour -->)", re.DOTALL)
PHONE_SHOWN, DESK_SHOWN, README_SHOWN = 200, 560, 240
"""Widths in the page, in pixels."""

HEAD = """# Một vòng · A tour

Một vòng đối thoại qua hai mươi trang, người nào thấy trang nào: điện thoại bên trái, máy tính bên phải.
Người và việc trong ảnh đều là bịa ra.

*One cycle of dialogue in twenty pages, by who sees them: on a phone at the left, on a computer at the right. People and
matters are invented. `make pictures` makes this page and its pictures anew.*
"""


def tour_text() -> str:
    """The whole of docs/tour.md."""
    parts, audience = [HEAD], None
    for page in PAGES:
        if page.audience != audience:
            audience = page.audience
            parts.append(f"## {heading(audience)}\n")
        pictures = " ".join(
            shown(page, width, at, "pictures/tour") for width, at in ((360, PHONE_SHOWN), (1280, DESK_SHOWN))
        )
        parts.append(f"{page.vi}<br>\n*{page.en}*\n\n{pictures}\n")
    return "\n".join(parts)


def readme_block() -> str:
    """The README's table: the few pages that tell most, on a phone, with their captions beneath."""
    chosen = [page for page in PAGES if page.in_readme]
    rows = [chosen[at : at + 3] for at in range(0, len(chosen), 3)]
    table = [
        "| " + " | ".join(shown(page, 360, README_SHOWN, "docs/pictures/tour") for page in row) + " |" for row in rows
    ]
    captions = [
        "| " + " | ".join(f"**{page.audience.vi}.** {page.vi}<br>*{page.en}*" for page in row) + " |" for row in rows
    ]
    rule = "|" + "---|" * len(rows[0])
    lines = [
        table[0],
        rule,
        captions[0],
        *(line for pair in zip(table[1:], captions[1:], strict=True) for line in pair),
    ]
    return "\n".join(lines) + "\n\nCả hai mươi trang · All twenty pages: [docs/tour.md](docs/tour.md)\n"


def heading(audience: Audience) -> str:
    """`Bà con · The citizen`."""
    return f"{audience.vi} · {audience.en}"


def shown(page: Page, width: int, at: int, folder: str) -> str:
    """The picture as an element, since Markdown has no widths."""
    return f'<img src="{folder}/{picture_name(page, width)}" width="{at}" alt="{page.vi}">'


def write() -> None:
    """Both texts; a README without markers stays as it is."""
    TOUR.write_text(tour_text(), encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda _old: readme_block(), readme), encoding="utf-8")


def faults(folder: Path, named: Iterable[str]) -> list[str]:
    """Pictures missing, pictures that no page names, and too many bytes in all."""
    there = {path.name: path.stat().st_size for path in folder.iterdir()} if folder.is_dir() else {}
    wanted = set(named)
    found = [f"{name}: missing" for name in sorted(wanted - there.keys())]
    found += [f"{name}: no page of the tour" for name in sorted(there.keys() - wanted)]
    if sum(there.values()) > MOST_BYTES:
        found.append(f"{sum(there.values())} bytes in all, at most {MOST_BYTES}")
    return found
