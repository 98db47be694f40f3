"""Adopt a rule pack for a commune: from then on it competes there. Withdrawing is `withdraw_pack.py`."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.rules.pack import PackError, read_pack
from doithoai.stages.people.models import Commune
from doithoai.stages.rulebook import shelf
from doithoai.stages.rulebook.models import AdoptedPack


@dataclass(frozen=True)
class PackWanted:
    """`code` of a shipped pack, or `text` of the commune's own edition; days narrow its validity."""

    code: str = ""
    text: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@transaction.atomic
def adopt_pack(*, commune_id: int, wanted: PackWanted, actor: Actor, at: datetime) -> AdoptedPack:
    """Adopting the same text again changes nothing; another text of the same code stands in front of the older one."""
    commune = Commune.objects.select_for_update().filter(pk=commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã này."))
    require(actor, Act.SET_RULES, Scope(commune.pk))
    text = wanted.text or shelf.shipped_texts().get(wanted.code, "")
    if not text:
        raise BadInput(_("Không có bộ quy định này. Chọn một bộ trong danh sách."), field="code")
    try:
        pack = read_pack(text, name=wanted.code or _("bộ quy định"))
    except PackError as error:
        raise BadInput(str(error), field="text") from error
    if wanted.valid_from and wanted.valid_until and wanted.valid_from > wanted.valid_until:
        raise BadInput(_("Ngày hết hiệu lực phải sau ngày có hiệu lực."), field="valid_until")
    same = AdoptedPack.objects.filter(
        commune=commune, code=pack.code, text=text, valid_from=wanted.valid_from, valid_until=wanted.valid_until
    ).first()
    if same is not None:
        return same
    adopted = AdoptedPack.objects.create(
        commune=commune, code=pack.code, title=pack.title[:300], text=text, adopted_at=at,
        valid_from=wanted.valid_from, valid_until=wanted.valid_until,
    )  # fmt: skip
    record(actor, "pack.adopted", f"pack:{adopted.pk}", chain=commune.slug, at=at, code=pack.code)
    return adopted
