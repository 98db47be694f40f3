"""Opinions ready for the public page. Public rows themselves are only ever written by the publishing services."""

from datetime import UTC, datetime
from typing import Any

from doithoai.stages.opinions.models import Opinion
from doithoai.stages.plans.models import Conference
from tests.factories.opinions import make_opinion


def make_checked(conference: Conference, public_text: str = "Đường thôn hỏng, bao giờ sửa?", **fields: Any) -> Opinion:
    """A common opinion of the conference whose public text a person has checked."""
    values = {
        "public_text": public_text,
        "public_checked_by": "Trần Thị Sổ",
        "public_checked_at": datetime(2026, 11, 1, 2, 0, tzinfo=UTC),
        "topic": "roads",
        **fields,
    }
    return make_opinion(conference.commune, conference=conference, **values)
