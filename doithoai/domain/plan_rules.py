"""Turns a plan as read into rules and policies. The reading's shape is that of `doithoai read --json`.

Nothing here trusts the reading: a missing or odd field makes a weaker rule, never an error, because plans differ.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit, UnreasonableTerm
from doithoai.domain.duties import BEFORE_CONFERENCE, Duty
from doithoai.domain.heads import headed_by
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole, fold, named_role, role_for
from doithoai.domain.rules.rule import Policy, Rank, Rule

Reading = Mapping[str, Any]
PLAN_PACK = "plan"


def head_served(reading: Reading) -> HeadedBy:
    """Whose rules the plan obeys. A Party plan that rests on the law of local government serves both."""
    head = headed_by(
        [str(chair) for chair in _list(reading, "chairs")], _text(reading.get("issuer")), _text(reading.get("form"))
    )
    return HeadedBy.BOTH if head is HeadedBy.PARTY and _rests_on_law(reading) else head


def rules_from_reading(reading: Reading) -> list[Rule]:
    """One rule per deadline the plan states, numbered or worded, in the plan's order."""
    party_headed = head_served(reading) is HeadedBy.PARTY
    title = plan_title(reading)
    rules = []
    for number, stated in enumerate(_list(reading, "deadlines"), 1):
        if not isinstance(stated, Mapping):
            continue
        code = stated.get("duty")
        duty = _duty(code, _text(stated.get("text")))
        actor = _text(stated.get("actor")) or None
        line = stated.get("line") if isinstance(stated.get("line"), int) else None
        rules.append(
            Rule(
                code=f"{duty.value}-{number}",
                pack=PLAN_PACK,
                duty=duty,
                role=role_for(actor, duty, party_headed=party_headed),
                when=_when(stated, duty),
                rule=title,
                article=f"dòng {line}" if line else "",
                rank=Rank.PLAN,
                actor=actor,
                text=_text(stated.get("text")),
                line=line,
                source="kế hoạch của xã",
            )
        )
    return rules


def _duty(code: object, text: str) -> Duty:
    """The duty a reading names. A conclusion told to offices alone is the conclusion notice, not publication."""
    duty = Duty(str(code)) if code in set(Duty) else Duty.OTHER
    words = fold(text)
    told_offices = "thong bao ket luan" in words and not re.search(
        r"cong khai|niem yet|nhan dan|nguoi dan|ket qua", words
    )
    return Duty.CONCLUSION_NOTICE if duty is Duty.PUBLISH_RESULT and told_offices else duty


def plan_title(reading: Reading) -> str:
    """How the plan is named as the source of a rule."""
    number, issued = _text(reading.get("number")), _day(reading.get("issued_on"))
    kind = "Kế hoạch" if reading.get("type", "plan") == "plan" else "Văn bản"
    if number:
        return f"{kind} {number}" + (f" ngày {issued:%d/%m/%Y}" if issued else "")
    year, issuer = reading.get("year"), _text(reading.get("issuer"))
    return " ".join(part for part in (kind, f"năm {year}" if year else "", f"của {issuer}" if issuer else "") if part)


def cited_in(reading: Reading) -> tuple[str, ...]:
    """Numbers of the documents the plan rests on."""
    return tuple(
        citation
        for base in _list(reading, "legal_bases")
        if isinstance(base, Mapping) and (citation := _text(base.get("citation")))
    )


def policies_from_reading(reading: Reading) -> list[Policy]:
    """What the plan itself settles; where it is silent there is no policy."""
    title = plan_title(reading)

    return [
        Policy(name=name, value=value, rule=title, article="", rank=Rank.PLAN, pack=PLAN_PACK)
        for name, value in _settled(reading)
    ]


def _settled(reading: Reading) -> Iterator[tuple[str, str | int | bool | tuple[str, ...]]]:
    exclusions = [fold(str(item)) for item in _list(reading, "exclusions")]
    for name, choose in (("private_matters", _private_choice), ("off_topic", _off_topic_choice)):
        choice = next((found for item in exclusions if (found := choose(item))), None)
        if choice:
            yield name, choice
    if any(named_role(str(chair)) is ActorRole.PEOPLE_COUNCIL or re.search(r"hdnd|hoi dong nhan dan", fold(str(chair)))
           for chair in _list(reading, "chairs")):  # fmt: skip
        yield "co_chair", "required"
    conferences = [item for item in _list(reading, "conferences") if isinstance(item, Mapping)]
    if conferences:
        yield "frequency", len(conferences)
        yield "territory", _territory(conferences)
    words = fold(" ; ".join(_all_words(reading)))
    if "hai long" in words:
        yield "survey", True
    if any(isinstance(d, Mapping) and d.get("duty") == Duty.EXTENSION_NOTICE for d in _list(reading, "deadlines")):
        yield "extension_with_reason", True
    channels = tuple(name for name, pattern in _CHANNELS if re.search(pattern, words))
    if channels:
        yield "publication_channels", channels
    recipients = tuple(
        _text(r.get("name"))
        for r in _list(reading, "recipients")
        if isinstance(r, Mapping) and r.get("purpose") == "report"
    )
    if recipients:
        yield "report_recipients", recipients
    chair = _synthesis_chair(reading)
    if chair:
        yield "synthesis_chair", chair


_CHANNELS = (
    ("loudspeaker", r"truyen thanh|\bloa\b|phat thanh"),
    ("posting", r"niem yet"),
    ("portal", r"cong thong tin|trang thong tin|ttdt"),
    ("social", r"mang xa hoi|zalo|facebook|fanpage"),
    ("village_heads", r"(?:gui|thong bao|chuyen)[^;]{0,60}truong (?:cac )?(?:thon|ban|ap|xom|lang|khu|to)"),
)


def _private_choice(item: str) -> str | None:
    if not re.search(r"rieng le|rieng tu|viec rieng|ca nhan", item):
        return None
    if re.search(r"khong (?:doi thoai|tra loi|giai quyet|xem xet|tiep nhan)", item):
        return "refuse"
    return "apart" if re.search(r"tra loi rieng|tiep rieng|huong dan|bang van ban", item) else None


def _off_topic_choice(item: str) -> str | None:
    if not re.search(r"ngoai (?:noi dung|chu de|pham vi)|khong thuoc (?:noi dung|chu de)|lac de", item):
        return None
    if re.search(r"van ban|tra loi rieng|tra loi sau", item):
        return "written"
    return "refuse" if re.search(r"khong (?:doi thoai|tra loi|tiep nhan|xem xet)", item) else None


def _territory(conferences: Sequence[Mapping[str, Any]]) -> str:
    places = fold(" ; ".join(_text(item.get("place")) for item in conferences))
    if re.search(r"\bcum\b|khu vuc|lien thon", places):
        return "cluster"
    villages = [len(_list(item, "villages")) for item in conferences]
    if max(villages) > 1:
        return "cluster"
    left_open = any("village" in _list(item, "open") for item in conferences)
    return "village" if max(villages) == 1 or left_open else "commune"


def _synthesis_chair(reading: Reading) -> str:
    """Who puts the opinions together: whoever leads it by name, else the first task that speaks of it."""
    first = ""
    for task in _list(reading, "tasks"):
        if not isinstance(task, Mapping):
            continue
        for item in _list(task, "items"):
            folded = fold(str(item))
            if "tong hop" not in folded or not re.search(r"y kien|kien nghi", folded):
                continue
            if "chu tri" in folded:
                return _text(task.get("actor"))
            first = first or _text(task.get("actor"))
    return first


def _when(stated: Mapping[str, Any], duty: Duty) -> Term | date | None:
    fixed = _day(stated.get("on"))
    if fixed is not None:
        return fixed
    amount = stated.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int):
        return None
    before = duty in BEFORE_CONFERENCE or duty is Duty.EXTENSION_NOTICE
    direction = _choice(Direction, stated.get("direction"), Direction.BEFORE if before else Direction.AFTER)
    usual = Anchor.CONFERENCE_DAY if direction is Direction.BEFORE else Anchor.CONFERENCE_END
    anchor = _choice(Anchor, stated.get("anchor"), Anchor.ANSWER_DUE if duty is Duty.EXTENSION_NOTICE else usual)
    try:
        return Term(amount, _choice(Unit, stated.get("unit"), Unit.DAY), direction, anchor)
    except UnreasonableTerm:
        return None


def _choice(kind: Any, value: object, default: Any) -> Any:
    return kind(value) if value in {member.value for member in kind} else default


def _rests_on_law(reading: Reading) -> bool:
    return any("to chuc chinh quyen dia phuong" in fold(str(base)) for base in _list(reading, "legal_bases"))


def _all_words(reading: Reading) -> Iterator[str]:
    for task in _list(reading, "tasks"):
        if isinstance(task, Mapping):
            yield from (str(item) for item in _list(task, "items"))
    for stated in _list(reading, "deadlines"):
        if isinstance(stated, Mapping):
            yield _text(stated.get("text"))
    for recipient in _list(reading, "recipients"):
        if isinstance(recipient, Mapping):
            yield _text(recipient.get("name"))


def _list(source: Mapping[str, Any], key: str) -> list[Any]:
    value = source.get(key)
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
