"""States of a yearly plan and of one conference in it. Law 72/2025/QH15 Art. 43 names the three kinds of occasion."""

from enum import StrEnum

from doithoai.domain.lifecycle import Lifecycle, steps


class PlanForm(StrEnum):
    """Whose layout and rules: Decree 30/2020 or the Party's own."""

    STATE = "state"
    PARTY = "party"


class PlanState(StrEnum):
    DRAFT = "draft"
    IN_FORCE = "in_force"
    CLOSED = "closed"


class ConferenceKind(StrEnum):
    """Why a conference is held: by plan, on demand of 10 % of voters, or when necessary (Art. 43)."""

    REGULAR = "regular"
    ON_DEMAND = "on_demand"
    WHEN_NECESSARY = "when_necessary"


class HeadedBy(StrEnum):
    """Who heads the dialogue; `both` where one plan serves Party and government."""

    PEOPLE_COMMITTEE = "people_committee"
    PARTY = "party"
    BOTH = "both"


class ConferenceState(StrEnum):
    PLANNED = "planned"
    ANNOUNCED = "announced"
    RUNNING = "running"
    HELD = "held"
    CONCLUDED = "concluded"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ConferenceMove(StrEnum):
    ANNOUNCE = "announce"
    OPEN = "open"
    END = "end"
    CONCLUDE = "conclude"
    CLOSE = "close"
    CANCEL = "cancel"


_S = ConferenceState
CONFERENCE = Lifecycle(
    "conference",
    [
        steps(ConferenceMove.ANNOUNCE, [_S.PLANNED, _S.ANNOUNCED], _S.ANNOUNCED),
        steps(ConferenceMove.OPEN, [_S.PLANNED, _S.ANNOUNCED], _S.RUNNING),
        steps(ConferenceMove.END, [_S.RUNNING], _S.HELD),
        steps(ConferenceMove.CONCLUDE, [_S.HELD], _S.CONCLUDED),
        steps(ConferenceMove.CLOSE, [_S.CONCLUDED], _S.CLOSED),
        steps(ConferenceMove.CANCEL, [_S.PLANNED, _S.ANNOUNCED], _S.CANCELLED),
    ],
    refusal="Cuộc đối thoại đang ở bước khác nên chưa làm được việc này. Xem lại bước hiện tại ở đầu trang.",
)

MOVABLE = frozenset({ConferenceState.PLANNED, ConferenceState.ANNOUNCED})


def share_of_voters(demanding: int, voters: int) -> float:
    """Share of voters who demand a conference; 0 when the number of voters is unknown."""
    return demanding / voters if voters > 0 else 0.0


def demand_is_enough(demanding: int, voters: int, *, needed: float = 0.10) -> bool:
    """Whether a demand reaches the share that obliges a conference (Art. 43: at least 10 % of all voters)."""
    return voters > 0 and demanding >= needed * voters
