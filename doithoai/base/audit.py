"""The append-only, hash-chained record of who changed what and when; one chain per commune.

`record` adds a line inside the caller's transaction. `faults` re-computes every link and every seal.
A seal is the digest of a text that must never change (a citizen's words, an issued paper): the stage that owns the
text registers how to compute it today, and a difference is a fault. Lines hold no personal data: acts, ids, codes.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError, connection, transaction

from doithoai.base.models import AuditHead, AuditLine
from doithoai.base.outbox import after_commit
from doithoai.domain.roles import Actor

GENESIS = "0" * 64
COLUMNS = (
    "key", "chain", "number", "at", "actor_id", "actor_name", "act", "thing", "detail", "seal", "previous", "digest",
)  # fmt: skip

_seals: dict[str, Callable[[str], str | None]] = {}


def register_seal(kind: str, compute: Callable[[str], str | None]) -> None:
    """`compute(id)` gives today's digest of things of this kind, or None when the row is gone."""
    _seals[kind] = compute


def digest_of_text(*parts: str) -> str:
    """SHA-256 over parts, each preceded by its length, so that no two different lists collide."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()


def line_digest(values: dict[str, str]) -> str:
    """Digest of one line from the text of its columns (all but `digest`), in the order of COLUMNS."""
    return digest_of_text(*(values[name] for name in COLUMNS[:-1]))


def record(actor: Actor, act: str, thing: str, *, chain: str, at: datetime, seal: str = "", **detail: Any) -> AuditLine:
    """Add one line. `thing` is `<kind>:<id>`; `at` an aware instant; `detail` small JSON without personal data."""
    with transaction.atomic():
        AuditHead.objects.get_or_create(chain=chain, defaults={"number": 0, "digest": GENESIS})
        head = AuditHead.objects.select_for_update().get(chain=chain)
        number = head.number + 1
        values = {
            "key": f"{chain}/{number}",
            "chain": chain,
            "number": str(number),
            "at": at.astimezone(UTC).isoformat(),
            "actor_id": "" if actor.user_id is None else str(actor.user_id),
            "actor_name": actor.name,
            "act": act,
            "thing": thing,
            "detail": json.dumps(detail, ensure_ascii=False, sort_keys=True, default=str),
            "seal": seal,
            "previous": head.digest,
        }
        values["digest"] = line_digest(values)
        line = AuditLine.objects.create(**values)
        AuditHead.objects.filter(chain=chain).update(number=number, digest=values["digest"])
        after_commit(act, thing, at)
    return line


def _rows() -> Iterator[dict[str, str]]:
    """Every line as raw text by chain and number; a byte that is no UTF-8 becomes a visible replacement."""
    as_bytes = connection.vendor == "sqlite"
    names = ", ".join(f"CAST({c} AS BLOB)" if as_bytes else f"CAST({c} AS TEXT)" for c in COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM audit_line ORDER BY audit_line.chain, audit_line.number")  # noqa: S608 -- fixed column names
        for row in cursor:
            yield {
                name: (bytes(cell).decode("utf-8", "replace") if as_bytes else cell)
                for name, cell in zip(COLUMNS, row, strict=True)
            }


def faults() -> Iterator[str]:
    """One sentence per fault of the whole record; nothing when it is whole."""
    last: dict[str, tuple[int, str]] = {}
    seals: dict[str, tuple[str, str]] = {}
    yield from _file_faults()
    try:
        for row in _rows():
            yield from _line_faults(row, last)
            if row["seal"]:
                seals[row["thing"]] = (row["seal"], row["key"])
    except DatabaseError as error:
        yield f"audit_line: không đọc được ({error})"
        return
    yield from _head_faults(last)
    yield from _seal_faults(seals)


def _file_faults() -> Iterator[str]:
    """What SQLite itself finds wrong in its file: broken pages and indexes that disagree with their rows."""
    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check(20)")
            found = [str(row[0]) for row in cursor.fetchall()]
    except DatabaseError as error:
        found = [str(error)]
    yield from (f"tệp cơ sở dữ liệu: {fault}" for fault in found if fault != "ok")


def _line_faults(row: dict[str, str], last: dict[str, tuple[int, str]]) -> Iterator[str]:
    number, digest = last.get(row["chain"], (0, GENESIS))
    if row["key"] != f"{row['chain']}/{row['number']}" or line_digest(row) != row["digest"]:
        yield f"audit_line {row['key']}: nội dung đã bị sửa"
    if row["number"] != str(number + 1):
        yield f"audit_line {row['key']}: thiếu dòng trước (sau số {number})"
    elif row["previous"] != digest:
        yield f"audit_line {row['key']}: không nối với dòng trước"
    last[row["chain"]] = (int(row["number"]) if row["number"].isdigit() else number + 1, row["digest"])


def _head_faults(last: dict[str, tuple[int, str]]) -> Iterator[str]:
    heads = {h.chain: (h.number, h.digest) for h in AuditHead.objects.all()}
    for chain, head in sorted(heads.items()):
        if head[0] and last.get(chain) != head:
            yield f"audit_head {chain}: cuối sổ không khớp (sổ ghi đến số {head[0]})"
    for chain in sorted(set(last) - set(heads)):
        yield f"audit_head {chain}: mất dòng cuối sổ"


def _seal_faults(seals: dict[str, tuple[str, str]]) -> Iterator[str]:
    for thing, (seal, key) in seals.items():
        kind, _, ident = thing.partition(":")
        compute = _seals.get(kind)
        if compute is None:
            yield f"{thing}: không biết cách kiểm (dòng {key})"
            continue
        today = compute(ident)
        if today is None:
            yield f"{thing}: đã mất khỏi cơ sở dữ liệu (dòng {key})"
        elif today != seal:
            yield f"{thing}: nội dung gốc đã bị sửa (dòng {key})"
