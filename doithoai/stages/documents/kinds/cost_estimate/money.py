"""Amounts of money in tables, and who signs them. Lines of cost are in `facts.py`."""

from collections.abc import Sequence

from doithoai.domain.papers.blocks import Signature, Signatures

ROOM = "…" * 4


def in_dong(amount: int | None) -> str:
    """'1.250.000'; dots while it is open."""
    return ROOM if amount is None else f"{amount:,}".replace(",", ".")


def total_of(amounts: Sequence[int | None]) -> int | None:
    """The sum, or None while one of them is open: half a sum would be taken for the whole."""
    known = [one for one in amounts if one is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def signers() -> Signatures:
    """Who made it, who checked it, who answers for the account."""
    note = "(Ký, ghi rõ họ tên)"
    return Signatures(
        tuple(Signature((post,), "", note) for post in ("NGƯỜI LẬP", "KẾ TOÁN", "CHỦ TÀI KHOẢN")),
    )
