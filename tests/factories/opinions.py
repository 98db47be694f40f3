"""Opinions as stored rows, without the audit line that the receiving service writes; and their groups."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from doithoai.domain.opinions import new_receipt_code
from doithoai.stages.opinions.models import Opinion, OpinionGroup, OpinionNumber
from doithoai.stages.people.models import Commune

_serial = count(1)


def make_opinion(commune: Commune, words: str = "Đường qua thôn hỏng, đề nghị xã sửa.", **fields: Any) -> Opinion:
    """A received opinion with the commune's next number of its year (2026 unless `received_at` says otherwise)."""
    received_at = fields.pop("received_at", datetime(2026, 10, 1, 3, 0, tzinfo=UTC))
    counter, _ = OpinionNumber.objects.get_or_create(commune=commune, year=received_at.year)
    counter.last += 1
    counter.save()
    values = {
        "code": new_receipt_code(),
        "submission_key": f"thu-{next(_serial)}",
        "channel": "paper",
        "entered_by_name": "Trần Thị Sổ",
        "seal_salt": "0" * 32,
        "speaker_name": "Hoàng Thị Thử",
        **fields,
    }
    return Opinion.objects.create(
        commune=commune,
        year=received_at.year,
        number=counter.last,
        received_at=received_at,
        original_words=words,
        **values,
    )


def make_group(commune: Commune, title: str = "Đường liên thôn hỏng", **fields: Any) -> OpinionGroup:
    """A group without members."""
    return OpinionGroup.objects.create(commune=commune, title=title, **fields)
