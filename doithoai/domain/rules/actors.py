"""Who an actor named in a text acts as. Rules compete only inside one acting role, so names must be made comparable.

The offices and officers of the people's committee act for it. Not here: posts and rights of users (`domain/roles.py`).
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from doithoai.domain.duties import Duty


class ActorRole(StrEnum):
    """The sides that carry duties."""

    PEOPLE_COMMITTEE = "people_committee"
    PEOPLE_COUNCIL = "people_council"
    PARTY = "party"
    FRONT = "front"
    BROADCASTER = "broadcaster"
    POLICE = "police"
    MILITARY = "military"
    VILLAGE = "village"
    UNITS = "units"
    CITIZENS = "citizens"
    ORGANISING_BOARD = "organising_board"
    OTHER = "other"


# A name is judged by its first part ("Công an xã, Ban chỉ huy quân sự xã" is the police's). Words that only one side
# bears come before words that any side may bear ("Chủ tịch Hội Nông dân" is no committee); earliest in the name wins.
_OWN_WORDS: Final = (
    (ActorRole.PARTY, r"dang uy|cap uy|ban thuong vu|bi thu|chi bo|huyen uy|tinh uy|thanh uy|chi uy|dang bo"),
    (ActorRole.BROADCASTER, (
        r"truyen thanh|phat thanh|cung ung dich vu|dai (?:xa|phuong)|trung tam van hoa"
        r"|bo phan thong tin|van hoa thong tin|ban bien tap|quan tri (?:trang|cong)"
    )),
    (ActorRole.POLICE, r"cong an|to bao ve an|an ninh co so|antt co so"),
    (ActorRole.MILITARY, r"quan su|bchqs|dan quan"),
    (ActorRole.VILLAGE, (
        r"truong (?:cac )?(?:thon|ban|ap|xom|buon|lang|khu|to dan|khom|khoi|tieu khu|tdp)\b|thon truong"
        r"|ban can su|ban nhan dan (?:thon|ap|khu)|ban cong tac mat tran|to truong to dan pho"
    )),
    (ActorRole.FRONT, (
        r"mat tran|mttq|ubmt|doan the|to chuc chinh tri|hoi nong dan|hoi phu nu|hoi lien hiep|doan thanh nien"
        r"|cuu chien binh|khoi dan van|cac hoi|chi hoi|chi doan"
    )),
    (ActorRole.PEOPLE_COUNCIL, (
        r"(?:thuong truc|tt\.?|chu tich|pho chu tich|ban .{0,20}) ?(?:hdnd|hoi dong nhan dan)"
        r"|^(?:hdnd|hoi dong nhan dan)(?! ?&)|dai bieu hdnd"
    )),
    (ActorRole.PEOPLE_COMMITTEE, r"ubnd|uy ban nhan dan|phuc vu hanh chinh cong|vp ?-? ?tk|van phong ?-? ?thong ke"),
)  # fmt: skip
_SHARED_WORDS: Final = (
    (ActorRole.ORGANISING_BOARD, r"ban to chuc|chu toa|chu tri|thu ky|to giup viec"),
    (ActorRole.PEOPLE_COMMITTEE, r"van phong|chu tich|nguoi dung dau|lanh dao|bo phan mot cua"),
    (ActorRole.UNITS, r"phong|cong chuc|don vi|co quan|nganh|can bo|bo phan|ke toan|dia chinh|tu phap|tram|truong hoc|y te"),
    (ActorRole.CITIZENS, r"nhan dan|cong dan|nguoi dan|cu tri|ca nhan|ho gia dinh"),
)  # fmt: skip
_TIERS: Final = tuple(
    tuple((role, re.compile(pattern)) for role, pattern in tier) for tier in (_OWN_WORDS, _SHARED_WORDS)
)
_FIRST_PART: Final = re.compile(r"[,;]| va | cung | phoi hop ")

# These act for the people's committee itself in the duties below: a notice drafted by the office is the committee's.
_ACTS_FOR_COMMITTEE: Final = frozenset({ActorRole.UNITS, ActorRole.ORGANISING_BOARD})

CUSTOMARY_ROLE: Final[Mapping[Duty, ActorRole]] = {
    Duty.BROADCAST: ActorRole.BROADCASTER,
    Duty.COLLECT_OPINIONS: ActorRole.FRONT,
    Duty.SECURITY: ActorRole.POLICE,
    Duty.SURVEY: ActorRole.FRONT,
}

ROLE_NAMES: Final[Mapping[ActorRole, str]] = {
    ActorRole.PEOPLE_COMMITTEE: "Ủy ban nhân dân và bộ phận giúp việc",
    ActorRole.PEOPLE_COUNCIL: "Hội đồng nhân dân",
    ActorRole.PARTY: "Cấp ủy",
    ActorRole.FRONT: "Mặt trận và các đoàn thể",
    ActorRole.BROADCASTER: "Đơn vị truyền thanh",
    ActorRole.POLICE: "Công an",
    ActorRole.MILITARY: "Quân sự",
    ActorRole.VILLAGE: "Thôn, tổ dân phố",
    ActorRole.UNITS: "Cơ quan, công chức chuyên môn",
    ActorRole.CITIZENS: "Người dân",
    ActorRole.ORGANISING_BOARD: "Ban tổ chức",
    ActorRole.OTHER: "Khác",
}


def fold(text: str) -> str:
    """Lower case, no diacritics (đ too), single spaces: for comparing words a scan or a typist may have bent."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def named_role(actor: str) -> ActorRole:
    """The side a name belongs to, by its first part, else by the whole."""
    folded = fold(actor)
    for part in (_FIRST_PART.split(folded)[0], folded):
        for tier in _TIERS:
            found = [
                (match.start(), order, role)
                for order, (role, words) in enumerate(tier)
                if (match := words.search(part))
            ]
            if found:
                return min(found)[2]
    return ActorRole.OTHER


def role_for(actor: str | None, duty: Duty, *, party_headed: bool = False) -> ActorRole:
    """The side that carries `duty` when a text names `actor`; nobody named means the customary side.

    Units and boards of the commune carry the committee's duty for it.
    """
    if not actor or not actor.strip():
        usual = ActorRole.PARTY if party_headed else ActorRole.PEOPLE_COMMITTEE
        return CUSTOMARY_ROLE.get(duty, usual)
    role = named_role(actor)
    if role in _ACTS_FOR_COMMITTEE or role is ActorRole.OTHER:
        return ActorRole.PARTY if party_headed else ActorRole.PEOPLE_COMMITTEE
    return role
