"""Cut Be Vietnam Pro down to what Vietnamese pages need: two WOFF2 files of about 8 KB each.

Usage: python tools/subset_fonts.py FOLDER-WITH-THE-TTF-FILES
Needs fontTools and brotli; the TTF files come in the package ``fontpkg-be-vietnam-pro``. Not part of the product.
"""

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).resolve().parent.parent / "doithoai/web/ui/static/ui/fonts"
WEIGHTS = {"BeVietnamPro-Regular.ttf": "be-vietnam-pro-400.woff2", "BeVietnamPro-Bold.ttf": "be-vietnam-pro-700.woff2"}
BASES = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
PUNCTUATION = "–—‘’“”…·•×₫°²³№«» "


def letters() -> set[int]:
    """ASCII, every Vietnamese letter with every tone in both cases, and the punctuation of plain prose."""
    from unicodedata import normalize

    text = "".join(map(chr, range(0x20, 0x7F))) + "đĐ" + PUNCTUATION
    for base in BASES:
        text += base + base.upper()
        for tone in TONES:
            text += normalize("NFC", base + tone) + normalize("NFC", base.upper() + tone)
    return {ord(one) for one in text}


def cut(source: Path, target: Path) -> int:
    """Write the subset of one weight; return its size in bytes."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = []  # kerning would cost 3.5 KB and is not seen at text sizes
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [1, 2, 13, 14]
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters())
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return target.stat().st_size


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, made in WEIGHTS.items():
        print(made, cut(Path(sys.argv[1]) / name, TARGET / made), "bytes")
