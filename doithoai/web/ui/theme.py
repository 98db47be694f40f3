"""What a commune's own look is made of: the band's colour and the emblem beside its name. Every page asks here.

The colour dresses the band alone. It never stands for a state and never for an action: those keep the tokens of
`look.css`, so that "late" looks the same in every commune.
"""

from dataclasses import dataclass

from django.urls import reverse

from doithoai.domain.colours import PAPER
from doithoai.web.ui.records import Contact

VERMILION = "#A3161A"
MARK = 8
"""So many digits of the picture's digest stand in its address: a new picture has a new address."""


@dataclass(frozen=True)
class Theme:
    """`chrome` is the colour a phone gives its own bar. `emblem_url` is empty without an emblem."""

    band: str = VERMILION
    chrome: str = PAPER
    emblem_url: str = ""
    width: int = 0
    height: int = 0


def theme_of(commune: object | None) -> Theme:
    """The look of a commune's pages; the product's own where there is no commune or it has chosen nothing."""
    band = getattr(commune, "band", "")
    emblem = getattr(commune, "emblem", None)
    return Theme(
        band=band or VERMILION,
        chrome=band or PAPER,
        emblem_url=reverse("portal:emblem", args=[commune.slug, emblem.sha256[:MARK]]) if emblem else "",  # type: ignore[union-attr] -- an emblem is a commune's
        width=emblem.width if emblem else 0,
        height=emblem.height if emblem else 0,
    )


def contact_of(commune: object) -> Contact:
    """Where people ask for help, from what the office wrote of itself."""
    place, address = getattr(commune, "reception_place", ""), getattr(commune, "address", "")
    return Contact(
        place=place or address, phone=getattr(commune, "phone", ""), hours=getattr(commune, "office_hours", "")
    )
