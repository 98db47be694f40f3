"""The commune's chain of the audit record as an overseer compares it: its last line, one printed line, the whole chain.

Reads only; the record itself is written and fully checked in `base/audit.py` (`doithoai verify`).
"""

from dataclasses import dataclass

from doithoai.base.audit import COLUMNS, GENESIS, line_digest
from doithoai.base.models import AuditHead, AuditLine


@dataclass(frozen=True)
class LastLine:
    """Number and digest of the newest line; 0 and an empty text where nothing is recorded yet."""

    number: int
    digest: str

    @property
    def grouped(self) -> str:
        """The digest in groups of four, as it is printed and read aloud."""
        return " ".join(self.digest[i : i + 4] for i in range(0, len(self.digest), 4))


def last_line_of(chain: str) -> LastLine:
    """The head of the chain."""
    head = AuditHead.objects.filter(chain=chain).first()
    return LastLine(head.number, head.digest) if head else LastLine(0, "")


def digest_at(chain: str, number: int) -> str:
    """The digest stored for one line; empty when there is no such line."""
    return AuditLine.objects.filter(chain=chain, number=number).values_list("digest", flat=True).first() or ""


def first_fault_of(chain: str) -> int:
    """The number of the first line that does not follow from the one before it; 0 when the chain is whole."""
    number, digest = 0, GENESIS
    rows = AuditLine.objects.filter(chain=chain).order_by("number").values(*COLUMNS)
    for row in rows.iterator():
        line = {name: str(value) for name, value in row.items()}
        if line["number"] != str(number + 1) or line["previous"] != digest or line_digest(line) != line["digest"]:
            return number + 1
        number, digest = number + 1, line["digest"]
    head = last_line_of(chain)
    return 0 if (head.number, head.digest or GENESIS) == (number, digest) else number + 1
