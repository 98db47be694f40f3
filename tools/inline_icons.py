"""Write ``ui/icons.html``: the few Lucide icons the product uses, as drawings inlined in the page.

Usage: python tools/inline_icons.py FOLDER-OF-LUCIDE-STATIC
Add a name to NAMES, run again. Not part of the product; the licence is beside the product's static files.
"""

import re
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "doithoai/web/ui/templates/ui/icons.html"
NAMES = [
    "angry",
    "arrow-left",
    "arrow-right",
    "calendar",
    "calendar-days",
    "check",
    "circle-help",
    "circle-user-round",
    "clock",
    "copy",
    "download",
    "eye",
    "file-text",
    "frown",
    "house",
    "info",
    "key-round",
    "landmark",
    "languages",
    "laugh",
    "list-checks",
    "log-out",
    "map-pin",
    "megaphone",
    "meh",
    "message-square-text",
    "mic",
    "pencil",
    "phone",
    "plus",
    "presentation",
    "printer",
    "receipt-text",
    "reply",
    "search",
    "send",
    "shield",
    "smile",
    "triangle-alert",
    "upload",
    "users",
    "volume-2",
    "wifi-off",
]


def drawing(source: Path) -> str:
    """The shapes inside one icon's ``svg`` element."""
    inside = re.search(r"<svg[^>]*>(.*)</svg>", source.read_text(), re.DOTALL)
    if inside is None:
        raise SystemExit(f"{source}: no drawing found")
    return re.sub(r"\s+/>", "/>", re.sub(r">\s+<", "><", inside.group(1).strip()))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    lines = ['{# Lucide icons, ISC licence; made by tools/inline_icons.py. Call: icons.icon("printer") #}']
    lines += [
        f"{{% set {name.replace('-', '_')} %}}{drawing(folder / 'icons' / (name + '.svg'))}{{% endset %}}"
        for name in NAMES
    ]
    pairs = ", ".join(f"'{name}': {name.replace('-', '_')}" for name in NAMES)
    lines += [f"{{% set drawings = {{{pairs}}} %}}", "{% macro icon(name) %}"]
    lines += ['<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{{ drawings[name] }}</svg>']
    lines += ["{%- endmacro %}", ""]
    TARGET.write_text("\n".join(lines))
