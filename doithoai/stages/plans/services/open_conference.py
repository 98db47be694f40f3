"""Open a conference outside the plan: on demand of voters or when necessary (Law 72/2025/QH15 Art. 43)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.plans import ConferenceKind, ConferenceState, HeadedBy, demand_is_enough
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Conference


@dataclass(frozen=True)
class ConferenceWanted:
    """Why and roughly when. `demanding` and `voters` are head counts, needed for a conference on demand."""

    kind: ConferenceKind
    reason: str
    earliest: date
    latest: date
    demanding: int | None = None
    voters: int | None = None
    chair: str = ""
    headed_by: HeadedBy = HeadedBy.PEOPLE_COMMITTEE
    topics: tuple[str, ...] = ()


@transaction.atomic
def open_conference(*, commune_id: int, wanted: ConferenceWanted, actor: Actor, at: datetime) -> Conference:
    """The day, place and villages stay open until the notice closes them. Opening the same again gives the same one."""
    commune = Commune.objects.select_for_update().get(pk=commune_id)
    require(actor, Act.PLAN, Scope(commune.pk))
    _check(wanted)
    same = Conference.objects.filter(
        commune=commune, plan=None, kind=wanted.kind, reason=wanted.reason.strip(), earliest=wanted.earliest,
        latest=wanted.latest,
    ).exclude(state=ConferenceState.CANCELLED).first()  # fmt: skip
    if same is not None:
        return same
    year = wanted.earliest.year
    number = Conference.objects.filter(commune=commune, year=year, plan__isnull=True).count() + 1
    name = "Đối thoại theo yêu cầu của cử tri" if wanted.kind is ConferenceKind.ON_DEMAND else "Đối thoại khi cần thiết"
    conference = Conference.objects.create(
        commune=commune,
        number=number,
        year=year,
        kind=wanted.kind,
        reason=wanted.reason.strip(),
        demanding=wanted.demanding,
        voters=wanted.voters,
        headed_by=wanted.headed_by,
        title=f"{name} {year} ({number})",
        earliest=wanted.earliest,
        latest=wanted.latest,
        open=["date", "place", "village"],
        chair=wanted.chair,
        topics=list(wanted.topics),
    )
    record(actor, "conference.opened", f"conference:{conference.pk}", chain=commune.slug, at=at, kind=wanted.kind.value)
    return conference


def _check(wanted: ConferenceWanted) -> None:
    if wanted.kind is ConferenceKind.REGULAR:
        raise BadInput(_("Cuộc đối thoại định kỳ được tạo từ kế hoạch năm."), field="kind")
    if not wanted.reason.strip():
        raise BadInput(_("Nêu lý do tổ chức cuộc đối thoại này."), field="reason")
    if wanted.latest < wanted.earliest:
        raise BadInput(_("Ngày muộn nhất phải sau ngày sớm nhất."), field="latest")
    if wanted.kind is ConferenceKind.ON_DEMAND:
        if not wanted.demanding or not wanted.voters:
            raise BadInput(_("Điền số cử tri yêu cầu và tổng số cử tri của xã."), field="demanding")
        if not demand_is_enough(wanted.demanding, wanted.voters):
            raise BadInput(
                _("Số cử tri yêu cầu chưa đến 10%% tổng số cử tri. Nếu thấy cần, chọn “khi cần thiết”.") % {},
                field="demanding",
            )
