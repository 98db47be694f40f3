"""The look itself: contrast, weight, line height, measured from the style sheet."""

import gzip
import re
from pathlib import Path

import pytest

from doithoai.web.ui.bundles import BUNDLES

STATIC = Path(__file__).resolve().parents[3] / "doithoai/web/ui/static"


def joined(bundle):
    return "\n".join((STATIC / part).read_text(encoding="utf-8") for part in BUNDLES[bundle])


CSS = joined("ui/look/staff-all.css")
TOKENS = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", CSS))

TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink", "field"),
    ("ink", "indigo-wash"),
    ("ink", "amber-wash"),
    ("ink", "leaf-wash"),
    ("ink", "vermilion-wash"),
    ("ink-soft", "paper"),
    ("ink-soft", "panel"),
    ("ink-soft", "field"),
    ("ink-soft", "indigo-wash"),
    ("indigo", "paper"),
    ("indigo", "panel"),
    ("indigo", "indigo-wash"),
    ("indigo", "amber-wash"),
    ("indigo", "leaf-wash"),
    ("indigo", "vermilion-wash"),
    ("indigo-deep", "paper"),
    ("paper", "indigo"),
    ("paper", "indigo-deep"),
    ("paper", "vermilion"),
    ("vermilion", "paper"),
    ("vermilion", "panel"),
    ("leaf", "paper"),
    ("leaf", "leaf-wash"),
    ("amber", "paper"),
    ("amber", "amber-wash"),
]
SHAPE_PAIRS = [("rule-strong", "paper"), ("rule-strong", "field"), ("rule-strong", "panel"), ("ink", "focus")]


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_borders_and_focus_stand_out_from_their_ground(shape, ground):
    assert contrast(shape, ground) >= 3


@pytest.mark.parametrize("text", ["chalk", "gold"])
def test_projector_text_is_readable_from_the_back_row(text):
    assert contrast(text, "indigo-deep") >= 7


def test_every_colour_comes_from_the_tokens():
    outside = CSS[: CSS.index("@layer tokens")] + CSS[CSS.index("@layer base") :]

    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", outside)) <= {"#000", "#fff"}


def test_no_line_is_tighter_than_stacked_marks_allow():
    heights = [float(value) for value in re.findall(r"line-height:\s*([\d.]+)", CSS)]
    tokens = [float(value) for value in re.findall(r"--line(?:-tight)?:\s*([\d.]+)", CSS)]
    shorthand = [float(value) for value in re.findall(r"font:\s*[^;/]*\d(?:px|pt|rem)/([\d.]+)", CSS)]

    assert tokens
    assert min(heights + tokens + shorthand) >= 1.5


def test_no_box_of_text_cuts_its_marks():
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", CSS)
    cutting = {selector.strip() for selector, body in rules if re.search(r"overflow(-y)?:\s*hidden", body)}

    hidden_for_the_eye_only = {
        ".visually-hidden",
        ".stack thead:not(:has(a)), .stack thead:has(a) th:not(:has(a))",
        ".account > summary .name",
        ".cycle > li:not(.current) .words",
    }

    assert cutting == hidden_for_the_eye_only


def test_look_has_no_gradients_nor_drawn_shadows():
    shadows = re.findall(r"box-shadow:\s*([^;]+)", CSS)

    assert "gradient" not in CSS.split("*/", 1)[1]
    assert shadows == ["0 0 0 6px var(--ink)"]


def test_style_sheet_names_nothing_outside_this_server():
    addresses = re.findall(r"url\(([^)]+)\)", CSS)

    assert addresses == ["../fonts/be-vietnam-pro-400.woff2", "../fonts/be-vietnam-pro-700.woff2"]


def test_parts_of_a_style_sheet_lie_where_the_whole_will_lie():
    folders = {
        name: {part.rpartition("/")[0] for part in parts} for name, parts in BUNDLES.items() if name.endswith("css")
    }

    assert {name: {name.rpartition("/")[0]} for name in folders} == folders


def test_every_part_of_the_look_is_in_a_bundle():
    used = {part for parts in BUNDLES.values() for part in parts}

    assert {str(path.relative_to(STATIC)) for path in STATIC.glob("ui/look/*.css")} <= used


def test_first_visit_stays_light():
    style = len(gzip.compress(joined("ui/look/citizen-all.css").encode(), 6))
    fonts = sum(one.stat().st_size for one in STATIC.glob("ui/fonts/*.woff2"))
    own_scripts = sum(len(gzip.compress(one.read_bytes(), 6)) for one in STATIC.glob("ui/*.js"))

    assert style <= 10 * 1024
    assert fonts <= 17 * 1024
    assert own_scripts <= 4 * 1024


@pytest.mark.parametrize("weight", ["400", "700"])
def test_font_has_every_vietnamese_letter(weight):
    from fontTools.ttLib import TTFont

    known = TTFont(STATIC / f"ui/fonts/be-vietnam-pro-{weight}.woff2").getBestCmap()
    letters = (
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz0123456789–…“”"
    )

    assert {one for one in letters + letters.upper() if ord(one) not in known} == set()


@pytest.mark.parametrize(
    ("folder", "licence"),
    [("ui/fonts", "LICENSE-OFL.txt"), ("ui", "LICENSE-lucide-icons.txt"), ("vendored/htmx-2.0.11", "LICENSE")],
)
def test_borrowed_work_carries_its_licence(folder, licence):
    assert (STATIC / folder / licence).stat().st_size > 200
