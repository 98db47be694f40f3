"""The key in a calendar address: who subscribed, and a proof that dies with his password, account or post.

Nothing is stored. A phone cannot sign in, so the address itself is the key; it opens the feed of duties and nothing else
(threats T-13). Whoever lost it changes his password and takes the new address.
"""

from typing import Final

from django.core.signing import BadSignature, Signer

from doithoai.stages.people.models import User

SALT: Final = "api.calendar"


def calendar_key(user: User, slug: str) -> str:
    """`<user id>-<signature>` for one commune."""
    return f"{user.pk}-{_signer(user, slug).signature(str(user.pk))}"


def holder_of(key: str, slug: str) -> User | None:
    """Whose key it is, or None when it opens nothing any more."""
    ident, _dash, signature = key.partition("-")
    if not ident.isascii() or not ident.isdecimal() or len(ident) > 18:
        return None
    user = User.objects.filter(pk=int(ident), is_active=True).first()
    if user is None:
        return None
    try:
        _signer(user, slug).unsign(f"{ident}:{signature}")
    except BadSignature:
        return None
    return user


def _signer(user: User, slug: str) -> Signer:
    return Signer(salt=f"{SALT}/{slug}/{user.password}")
