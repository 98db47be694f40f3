"""Which small files make up the one style sheet and the one script of each audience.

A page may ask the server five times at its first visit, fonts included, so the parts are joined when files are
gathered (`config/gathered.py`); until then pages name each part. No part is written here.
"""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static

_SHARED = ("foundation", "frame", "forms", "marks", "lists", "charts")
_CITIZEN = ("citizen",)
_STAFF = ("workbench", "grids", "hall", "sheets", "staff")

BUNDLES: dict[str, tuple[str, ...]] = {
    "ui/look/citizen-all.css": tuple(f"ui/look/{part}.css" for part in (*_SHARED, *_CITIZEN, "print")),
    "ui/look/staff-all.css": tuple(f"ui/look/{part}.css" for part in (*_SHARED, *_STAFF, "print")),
    "ui/staff-all.js": ("ui/keep.js", "ui/keys.js", "ui/copy.js"),
    "ui/hall-all.js": ("vendored/htmx-2.0.11/htmx.min.js", "ui/keep.js", "ui/keys.js", "hall/hall.js"),
}
"""Parts stand in the order in which the browser must read them; all parts of a style sheet lie in its own folder."""

WITHIN: dict[str, tuple[str, ...]] = {"ui/look/citizen-all.css": ("ui/fonts/be-vietnam-pro-700.woff2",)}
"""Files written into a bundle whole: a citizen's page may also carry an emblem and the reading aloud, and five is the most."""


def addresses_of(bundle: str) -> list[str]:
    """One address where files are gathered under hashed names, else one for each part."""
    if hasattr(staticfiles_storage, "hashed_files"):
        return [static(bundle)]
    return [static(part) for part in BUNDLES[bundle]]
