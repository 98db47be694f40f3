"""What is sealed of an opinion when it is received, computed again when the record is verified.

The salt keeps the digest from being guessed from a short text (threats T-40). Nothing is changed here.
"""

from doithoai.base.audit import digest_of_text
from doithoai.stages.opinions.models import Opinion

KIND = "opinion"


def seal_of(opinion: Opinion) -> str:
    """Digest of the words, the speaker, the number and the receipt code as the row holds them."""
    return digest_of_text(
        opinion.seal_salt,
        str(opinion.commune_id),
        f"{opinion.number}/{opinion.year}",
        opinion.code,
        opinion.channel,
        opinion.original_words,
        opinion.speaker_name,
        opinion.speaker_kind,
        opinion.speaker_phone,
        opinion.speaker_address,
    )


def seal_today(ident: str) -> str | None:
    """Today's seal of the opinion with this id, or None when it is gone."""
    opinion = Opinion.objects.filter(pk=int(ident)).first() if ident.isdecimal() else None
    return seal_of(opinion) if opinion else None
