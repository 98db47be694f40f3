"""The files of `rulebooks/` read once per process: national days, packs, ended bodies, customary duties.

Not here: what a commune changed or adopted (`queries.py`).
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from doithoai.domain.duties import Duty
from doithoai.domain.holiday_table import read_days
from doithoai.domain.rules.bodies import EndedBody, read_bodies
from doithoai.domain.rules.customary import Custom, read_customary
from doithoai.domain.rules.pack import read_pack
from doithoai.domain.rules.rule import RulePack
from doithoai.domain.workdays import DayMark

_NOT_PACKS = frozenset({"bodies.toml", "customary.toml"})


def _folder() -> Path:
    return Path(settings.RULEBOOKS)


@lru_cache(maxsize=1)
def national_days() -> tuple[DayMark, ...]:
    """The shipped table of days, switched ones too."""
    return read_days((_folder() / "calendar" / "vietnam.toml").read_text(encoding="utf-8"), name="vietnam.toml")


@lru_cache(maxsize=1)
def shipped_texts() -> Mapping[str, str]:
    """TOML text of every shipped pack by its code, in the order of file names."""
    texts = {}
    for path in sorted(_folder().glob("*.toml")):
        if path.name not in _NOT_PACKS:
            text = path.read_text(encoding="utf-8")
            texts[read_pack(text, name=path.name).code] = text
    return texts


@lru_cache(maxsize=64)
def pack_of(code: str, text: str) -> RulePack:
    """A pack parsed from its text; the same text is parsed once."""
    return read_pack(text, name=code)


def shipped_packs() -> tuple[RulePack, ...]:
    """Every pack that comes with the product."""
    return tuple(pack_of(code, text) for code, text in shipped_texts().items())


@lru_cache(maxsize=1)
def ended_bodies() -> tuple[EndedBody, ...]:
    """Bodies that ended, with their successors."""
    return read_bodies((_folder() / "bodies.toml").read_text(encoding="utf-8"), name="bodies.toml")


@lru_cache(maxsize=1)
def customs() -> Mapping[Duty, Custom]:
    """What is usual where nothing is written."""
    return read_customary((_folder() / "customary.toml").read_text(encoding="utf-8"), name="customary.toml")
