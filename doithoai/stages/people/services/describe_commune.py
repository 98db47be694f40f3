"""Write what a commune says of itself on every page: name, place, phone, hours, the band's colour, the emblem.

The picture arrives ready for browsers (`adapters/readers/picture`); villages and units have services of their own.
"""

import hashlib
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound, Stale
from doithoai.base.guard import require
from doithoai.domain.colours import colour_of, is_seen_on_paper
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.people.models import Commune, CommuneEmblem

KINDS = ("commune", "ward", "special_zone")
LONGEST = {
    "name": 120, "province": 120, "phone": 60, "address": 200, "reception_place": 200, "office_hours": 120,
}  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 12_000
"""With an emblem a first visit to a citizens' page still weighs less than fifty thousand bytes."""


@dataclass(frozen=True)
class Description:
    """Everything an office may say of its commune; empty texts are allowed but for the name. `band` is `#RRGGBB`."""

    name: str
    kind: str = "commune"
    province: str = ""
    phone: str = ""
    address: str = ""
    reception_place: str = ""
    office_hours: str = ""
    band: str = ""


@dataclass(frozen=True)
class Picture:
    """A PNG small enough for every page, with its measures in pixels."""

    png: bytes
    width: int
    height: int


NO_PICTURE = Picture(b"", 0, 0)


@transaction.atomic
def describe_commune(
    *, commune_id: int, words: Description, emblem: Picture | None, version: int, actor: Actor, at: datetime
) -> Commune:
    """`emblem`: None leaves it, NO_PICTURE takes it away. What stands already changes nothing and leaves no trace."""
    commune = Commune.objects.select_for_update().filter(pk=commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã này."))
    require(actor, Act.DESCRIBE_COMMUNE, Scope(commune_id))
    wanted = asdict(_checked(words, commune_id))
    changed = sorted(name for name, value in wanted.items() if getattr(commune, name) != value)
    mark = hashlib.sha256(emblem.png).hexdigest() if emblem is not None and emblem.png else ""
    is_new_emblem = emblem is not None and mark != _mark_of(commune_id)
    if not changed and not is_new_emblem:
        return commune
    if commune.version != version:
        raise Stale(_("Có người vừa sửa trang này. Xem chỗ khác nhau ở dưới rồi lưu lần nữa."), version=commune.version)
    for name in changed:
        setattr(commune, name, wanted[name])
    commune.version += 1
    commune.save(update_fields=[*changed, "version"])
    if emblem is not None and is_new_emblem:
        _hang(commune_id, emblem, mark)
        changed.append("emblem")
    record(
        actor, "commune.described", f"commune:{commune_id}", chain=commune.slug, at=at,
        version=commune.version, fields=changed,
    )  # fmt: skip
    return commune


def _checked(words: Description, commune_id: int) -> Description:
    """The texts as they are stored; raises BadInput with the field that cannot be."""
    words = replace(words, **{name: clean_line(value) for name, value in asdict(words).items()})
    for name, longest in LONGEST.items():
        if len(getattr(words, name)) > longest:
            raise BadInput(_("Ghi ngắn lại, nhiều nhất %(longest)s chữ.") % {"longest": longest}, field=name)
    if not words.name:
        raise BadInput(_("Hãy ghi tên xã."), field="name")
    if words.kind not in KINDS:
        raise BadInput(_("Hãy chọn xã, phường hay đặc khu."), field="kind")
    others = Commune.objects.exclude(pk=commune_id)
    if others.filter(name__iexact=words.name, province__iexact=words.province).exists():
        raise BadInput(_("Đã có một xã khác cùng tên, cùng tỉnh trên máy này."), field="name")
    return replace(words, band=band_of(words.band))


def band_of(typed: str) -> str:
    """The colour as stored, `#RRGGBB`; an empty text stays empty. Raises BadInput."""
    colour = colour_of(typed)
    if typed and not colour:
        raise BadInput(_("Chưa rõ là màu nào. Ghi # và sáu chữ số hoặc chữ từ A đến F, ví dụ #A3161A."), field="band")
    if colour and not is_seen_on_paper(colour):
        raise BadInput(_("Màu này nhạt quá, nhìn không rõ trên nền giấy. Hãy chọn màu đậm hơn."), field="band")
    return colour


def _mark_of(commune_id: int) -> str:
    return CommuneEmblem.objects.filter(commune_id=commune_id).values_list("sha256", flat=True).first() or ""


def _hang(commune_id: int, emblem: Picture, mark: str) -> None:
    """Put the picture in the place of the former one, or take it away."""
    if not emblem.png:
        CommuneEmblem.objects.filter(commune_id=commune_id).delete()
        return
    if not emblem.png.startswith(PNG) or len(emblem.png) > MOST_BYTES:
        raise BadInput(_("Ảnh này chưa dùng được. Hãy chọn lại ảnh."), field="emblem")
    CommuneEmblem.objects.update_or_create(
        commune_id=commune_id,
        defaults={"png": emblem.png, "sha256": mark, "width": emblem.width, "height": emblem.height},
    )
