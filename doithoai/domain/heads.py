"""Who heads a dialogue: government, Party, or both; told by the chairs a plan names, else by its issuer and form.

It decides whether the government law binds (a people's committee's conference) or advises (a party-headed one).
"""

import re
from collections.abc import Iterable

from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole, fold, named_role

_PARTY = re.compile(r"dang uy|cap uy|bi thu|ban thuong vu|thuong truc dang")
_GOVERNMENT = re.compile(r"ubnd|uy ban nhan dan|chinh quyen")


def headed_by(chairs: Iterable[str], issuer: str, form: str) -> HeadedBy:
    """`chairs` as written in the plan; `form` is `state` or `party`."""
    words = fold(" ; ".join(chairs))
    party, government = bool(_PARTY.search(words)), bool(_GOVERNMENT.search(words))
    if party and government:
        return HeadedBy.BOTH
    if party:
        return HeadedBy.PARTY
    if government:
        return HeadedBy.PEOPLE_COMMITTEE
    by_issuer = named_role(issuer) if issuer else ActorRole.OTHER
    return HeadedBy.PARTY if form == "party" or by_issuer is ActorRole.PARTY else HeadedBy.PEOPLE_COMMITTEE
