"""Whose paper it is: form, issuer, signer, recipients, contact. Everything asked as it was on a given day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.letterhead import (
    Capacity,
    Issuer,
    Issuing,
    Purpose,
    Recipient,
    Signer,
    front_committee,
    party_committee,
    people_committee,
)
from doithoai.domain.plans import HeadedBy, PlanForm
from doithoai.domain.roles import Role
from doithoai.domain.texts import fold
from doithoai.stages.conference.queries import successor_of
from doithoai.stages.documents.facts import Contact
from doithoai.stages.documents.layouts import layout
from doithoai.stages.people.models import Commune
from doithoai.stages.people.queries import posts_in, units_of
from doithoai.stages.plans.models import Conference, Plan

COMMUNE_KINDS = {"commune": "xã", "ward": "phường", "special_zone": "đặc khu"}
CITIES = frozenset({"ha noi", "hai phong", "hue", "da nang", "can tho", "ho chi minh"})
TWO_TIERS_FROM = date(2025, 7, 1)
_PURPOSES = {"report": Purpose.REPORT, "inform": Purpose.INFORM, "coordinate": Purpose.COORDINATE}
_ARCHIVE = "luu"


def commune_words(commune: Commune) -> str:
    """'xã Song An', 'phường …'."""
    return f"{kind_words(commune)} {commune.name}"


def kind_words(commune: Commune) -> str:
    """'xã', 'phường' or 'đặc khu'."""
    return COMMUNE_KINDS.get(commune.kind, "xã")


def form_of(plan: Plan | None, conference: Conference | None = None) -> PaperForm:
    """Party papers for a Party plan or a dialogue that the Party alone heads; state papers otherwise."""
    if plan is not None:
        return PaperForm.PARTY if plan.form == PlanForm.PARTY else PaperForm.STATE
    party = conference is not None and conference.headed_by == HeadedBy.PARTY
    return PaperForm.PARTY if party else PaperForm.STATE


def issuing_of(commune: Commune, plan: Plan | None, conference: Conference | None, *, today: date) -> Issuing:
    """The frame of a draft, which is issued in the year it is drafted in, whatever year its plan is for."""
    form = form_of(plan, conference)
    reading = plan.reading if plan else {}
    return Issuing(
        layout=layout(form),
        issuer=issuer_in(commune, form),
        signer=_signer(commune, form, reading.get("signatory") or {}, today),
        year=today.year,
        recipients=recipients_of(reading.get("recipients") or [], on=today),
    )


def front_issuing_of(commune: Commune, *, today: date) -> Issuing:
    """The frame of a paper of the Fatherland Front, signed by whoever holds its post."""
    head = posts_in(commune.pk).filter(role=Role.FRONT.value).order_by("pk").first()
    return Issuing(
        layout=layout(PaperForm.FRONT),
        issuer=issuer_in(commune, PaperForm.FRONT),
        signer=Signer("Chủ tịch", head.user.full_name if head else ""),
        year=today.year,
    )


def issuer_in(commune: Commune, form: PaperForm) -> Issuer:
    """The commune's body that issues papers of a form."""
    kind = kind_words(commune)
    if form is PaperForm.FRONT:
        return front_committee(commune.name, kind=kind)
    if form is not PaperForm.PARTY:
        return people_committee(commune.name, kind=kind)
    level = "thành phố" if fold(commune.province) in CITIES else "tỉnh"
    return party_committee(commune.name, province=f"{level} {commune.province or '…'}", kind=kind)


def _signer(commune: Commune, form: PaperForm, signatory: Mapping[str, Any], today: date) -> Signer:
    """The chair in post signs; where the product knows none (or in a Party paper), whoever signed the plan."""
    name, post = chair_in_post(commune.pk, today)
    if form is PaperForm.PARTY or not name:
        name, post = signatory.get("name") or "", signatory.get("post") or ""
    return signer_from(post, name, form)


def signer_from(post: str, name: str, form: PaperForm) -> Signer:
    """A post in any wording as a signer: a deputy of the committee signs for the head, in the Party in his own post."""
    words = fold(post)
    if form is PaperForm.PARTY:
        return Signer("Phó Bí thư" if "pho bi thu" in words else "Bí thư", name)
    if "pho chu tich" in words:
        return Signer("Phó Chủ tịch", name, Capacity.FOR_HEAD)
    return Signer("Chủ tịch", name)


def chair_in_post(commune_id: int, on: date) -> tuple[str, str]:
    """Name and title of the chair on a day; empty strings where nobody is entered."""
    held = posts_in(commune_id).filter(role=Role.CHAIR.value)
    held = held.filter(Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gte=on))
    post = held.order_by("pk").first()
    return (post.user.full_name, post.title or "Chủ tịch") if post else ("", "")


def recipients_of(rows: list[Mapping[str, Any]], *, on: date) -> tuple[Recipient, ...]:
    """The plan's recipients without the archive; a body that has ceased is replaced by its successor, each named once."""
    found: dict[str, Recipient] = {}
    for row in rows:
        name = str(row.get("name") or "").strip(" .;,-")
        if not name or row.get("purpose") == "archive" or fold(name).startswith(_ARCHIVE):
            continue
        successor = successor_of(name, on)
        recipient = Recipient(
            successor or name, _PURPOSES.get(row.get("purpose") or "", Purpose.NONE), name if successor else ""
        )
        found.setdefault(fold(recipient.name), recipient)
    return tuple(found.values())


def contact_of(commune: Commune, form: PaperForm, *, on: date) -> Contact:
    """The office that receives opinions, by its name on that day."""
    party = form is PaperForm.PARTY
    return Contact(
        office=_office(commune, party=party, on=on),
        place=commune.address,
        phone=commune.phone,
        reception_place=commune.reception_place,
    )


def _office(commune: Commune, *, party: bool, on: date) -> str:
    wanted = "van phong dang uy" if party else "van phong"
    for unit in units_of(commune.pk, on):
        words = fold(unit.name)
        if words.startswith(wanted) and len(words) < 40 and ("dang uy" in words) is party and "," not in words:
            return unit.name
    if party:
        return "Văn phòng Đảng ủy"
    kind = kind_words(commune)
    return f"Văn phòng HĐND và UBND {kind}" if on >= TWO_TIERS_FROM else f"Bộ phận Văn phòng - Thống kê {kind}"
