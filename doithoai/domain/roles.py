"""Who may do what: one table of post held x act x scope, and `may()`.

Not here: how a person proves who he is (web), which posts are held today (stages/people).
The police see place, time and head count only (threats T-09); a denunciation is nobody's here.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Posts that the product knows; a person may hold several."""

    CLERK = "clerk"
    CHAIR = "chair"
    COUNCIL_CHAIR = "council_chair"
    UNIT_OFFICER = "unit_officer"
    VILLAGE_HEAD = "village_head"
    FRONT = "front"
    POLICE = "police"
    UPPER_LEVEL = "upper_level"
    SYSTEM_ADMIN = "system_admin"


ROLE_NAMES: dict[Role, str] = {
    Role.CLERK: "Văn phòng – thư ký",
    Role.CHAIR: "Người đứng đầu (chủ trì)",
    Role.COUNCIL_CHAIR: "Thường trực HĐND (đồng chủ trì)",
    Role.UNIT_OFFICER: "Công chức chuyên môn",
    Role.VILLAGE_HEAD: "Trưởng thôn",
    Role.FRONT: "Mặt trận Tổ quốc",
    Role.POLICE: "Công an xã",
    Role.UPPER_LEVEL: "Cấp trên",
    Role.SYSTEM_ADMIN: "Quản trị hệ thống",
}


class Act(StrEnum):
    """Things a person can do; each service names exactly one."""

    SEE_PLACE_AND_TIME = "see_place_and_time"
    SEE_LEDGER = "see_ledger"
    SEE_OPINIONS = "see_opinions"
    SEE_IDENTITY = "see_identity"
    SEE_FIGURES = "see_figures"
    SEE_AUDIT = "see_audit"
    PLAN = "plan"
    SET_RULES = "set_rules"
    FULFIL_DUTY = "fulfil_duty"
    MAKE_DOCUMENT = "make_document"
    ISSUE_DOCUMENT = "issue_document"
    RECEIVE_OPINION = "receive_opinion"
    SORT_OPINION = "sort_opinion"
    ASSIGN_OPINION = "assign_opinion"
    WRITE_BRIEF = "write_brief"
    RUN_CONFERENCE = "run_conference"
    CONCLUDE = "conclude"
    WRITE_ANSWER = "write_answer"
    SIGN_ANSWER = "sign_answer"
    EXTEND_ANSWER = "extend_answer"
    TRANSFER_OPINION = "transfer_opinion"
    CHECK_PUBLIC_TEXT = "check_public_text"
    PUBLISH = "publish"
    REPORT = "report"
    SUPERVISE = "supervise"
    MANAGE_PEOPLE = "manage_people"
    DESCRIBE_COMMUNE = "describe_commune"


class Reach(StrEnum):
    """How far an act reaches for a role."""

    COMMUNE = "commune"
    OWN_UNIT = "own_unit"
    OWN_VILLAGE = "own_village"
    EVERYWHERE = "everywhere"


_C, _U, _V, _E = Reach.COMMUNE, Reach.OWN_UNIT, Reach.OWN_VILLAGE, Reach.EVERYWHERE

TABLE: dict[Role, dict[Act, Reach]] = {
    Role.CLERK: {
        Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_OPINIONS: _C, Act.SEE_IDENTITY: _C,
        Act.SEE_FIGURES: _C, Act.PLAN: _C, Act.SET_RULES: _C, Act.FULFIL_DUTY: _C, Act.MAKE_DOCUMENT: _C,
        Act.ISSUE_DOCUMENT: _C, Act.RECEIVE_OPINION: _C, Act.SORT_OPINION: _C, Act.ASSIGN_OPINION: _C,
        Act.WRITE_BRIEF: _C, Act.RUN_CONFERENCE: _C, Act.CONCLUDE: _C, Act.WRITE_ANSWER: _C,
        Act.EXTEND_ANSWER: _C, Act.TRANSFER_OPINION: _C, Act.CHECK_PUBLIC_TEXT: _C, Act.PUBLISH: _C,
        Act.REPORT: _C, Act.DESCRIBE_COMMUNE: _C,
    },
    Role.CHAIR: {
        Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_OPINIONS: _C, Act.SEE_IDENTITY: _C,
        Act.SEE_FIGURES: _C, Act.PLAN: _C, Act.FULFIL_DUTY: _C, Act.MAKE_DOCUMENT: _C, Act.ASSIGN_OPINION: _C,
        Act.RUN_CONFERENCE: _C, Act.CONCLUDE: _C, Act.WRITE_ANSWER: _C, Act.SIGN_ANSWER: _C,
        Act.EXTEND_ANSWER: _C, Act.TRANSFER_OPINION: _C, Act.CHECK_PUBLIC_TEXT: _C, Act.PUBLISH: _C, Act.REPORT: _C,
        Act.DESCRIBE_COMMUNE: _C,
    },
    Role.COUNCIL_CHAIR: {
        Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_OPINIONS: _C, Act.SEE_FIGURES: _C,
        Act.RUN_CONFERENCE: _C, Act.SUPERVISE: _C,
    },
    Role.UNIT_OFFICER: {
        Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_OPINIONS: _U, Act.SEE_IDENTITY: _U,
        Act.WRITE_BRIEF: _U, Act.WRITE_ANSWER: _U, Act.FULFIL_DUTY: _U,
    },
    Role.VILLAGE_HEAD: {
        Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_OPINIONS: _V, Act.RECEIVE_OPINION: _V,
    },
    Role.FRONT: {
        Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_OPINIONS: _C, Act.SEE_FIGURES: _C,
        Act.RECEIVE_OPINION: _C, Act.SUPERVISE: _C,
    },
    Role.POLICE: {Act.SEE_PLACE_AND_TIME: _C},
    Role.UPPER_LEVEL: {Act.SEE_PLACE_AND_TIME: _C, Act.SEE_LEDGER: _C, Act.SEE_FIGURES: _C},
    Role.SYSTEM_ADMIN: {Act.MANAGE_PEOPLE: _E, Act.SEE_AUDIT: _E},
}  # fmt: skip


@dataclass(frozen=True)
class PostHeld:
    """A post as held now. `commune_id` is None only for the system admin."""

    role: Role
    commune_id: int | None
    unit_id: int | None = None
    village_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """Whoever changes something. `user_id` is None for a citizen at the public form and for the system itself."""

    user_id: int | None
    name: str
    posts: tuple[PostHeld, ...] = ()

    def roles_in(self, commune_id: int | None) -> frozenset[Role]:
        """Roles held in a commune; the system admin's counts everywhere."""
        return frozenset(p.role for p in self.posts if p.commune_id in (commune_id, None))


CITIZEN = Actor(user_id=None, name="công dân")
SYSTEM = Actor(
    user_id=None,
    name="hệ thống",
    posts=tuple(PostHeld(role, None) for role in (Role.CLERK, Role.CHAIR, Role.SYSTEM_ADMIN)),
)


@dataclass(frozen=True)
class Scope:
    """Where the act lands: always a commune; a unit or a village where the thing belongs to one."""

    commune_id: int
    unit_id: int | None = None
    village_id: int | None = None


def reach_covers(reach: Reach, post: PostHeld, scope: Scope) -> bool:
    """Whether a post's reach covers the scope. A post without a commune (the system itself) covers every commune."""
    if reach is Reach.EVERYWHERE:
        return True
    if post.commune_id is not None and post.commune_id != scope.commune_id:
        return False
    if reach is Reach.OWN_UNIT:
        return post.unit_id is not None and post.unit_id == scope.unit_id
    if reach is Reach.OWN_VILLAGE:
        return post.village_id is not None and post.village_id == scope.village_id
    return True


def may(actor: Actor, act: Act, scope: Scope) -> bool:
    """Whether any post of the actor allows the act there. Nothing is allowed that the table does not name."""
    for post in actor.posts:
        reach = TABLE[post.role].get(act)
        if reach is not None and reach_covers(reach, post, scope):
            return True
    return False


def reach_of(actor: Actor, act: Act, commune_id: int) -> frozenset[Reach]:
    """How far the act reaches for this actor in a commune: empty when he may not do it at all."""
    return frozenset(
        reach
        for post in actor.posts
        if (reach := TABLE[post.role].get(act)) is not None
        and (reach is Reach.EVERYWHERE or post.commune_id in (commune_id, None))
    )
