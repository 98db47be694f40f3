"""The invitation to a conference: one page for each invitee."""

from itertools import count

from doithoai.domain.papers.blocks import Address, Block, PageBreak, Paper, Title, Voice, italic, para
from doithoai.domain.papers.letterhead import closing_of, header_of, without_recipients
from doithoai.domain.papers.wording import ended, lower_first
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.invitation.facts import InvitationFacts
from doithoai.stages.documents.wording import chairs_words, contact_words, officer_words, point, when_words

_NOBODY = "." * 60
_LONGEST = 70


def compose(facts: InvitationFacts) -> Paper:
    """The letters, each a paper of its own; MissingFacts while day or place is open."""
    conference = facts.conference
    if conference.on is None or not conference.place:
        raise MissingFacts("Giấy mời cần có ngày, giờ và địa điểm. Chốt ngày và địa điểm của hội nghị rồi soạn lại.")
    header = header_of(facts.issuing, type_code="GM")
    first, *others = facts.invitees or (_NOBODY,)
    blocks = _letter(facts, first)
    for invitee in others:
        blocks += [PageBreak(), header, *_letter(facts, invitee)]
    return Paper(f"Giấy mời dự {conference.event}", facts.issuing.layout, header, tuple(blocks))


def _letter(facts: InvitationFacts, invitee: str) -> list[Block]:
    event, issuer = facts.conference.event, facts.issuing.issuer.name
    opening = f"Thực hiện {facts.plan}, {issuer}" if facts.plan else issuer
    return [
        Title("GIẤY MỜI", f"Dự {event}"),
        Address((invitee,)),
        para(f"{opening} trân trọng kính mời {lower_first(invitee)} dự {event}, cụ thể như sau:"),
        *_points(facts),
        para(f"Nếu không dự được, đề nghị báo trước cho {contact_words(facts.contact)}."),
        para("Rất mong nhận được sự tham dự đúng giờ của quý vị./."),
        closing_of(without_recipients(facts.issuing), first=("Như trên",)),
    ]


def _points(facts: InvitationFacts) -> list[Block]:
    numbers = count(1)
    conference = facts.conference
    chairs = chairs_words(conference)
    if conference.co_chair:
        chairs += f"; đồng chủ trì: {officer_words(conference.co_chair)}"
    blocks: list[Block] = [
        point(next(numbers), "Thời gian", f"{when_words(conference, ask_hour=True)}."),
        point(next(numbers), "Địa điểm", f"{conference.place}."),
        point(next(numbers), "Chủ trì", f"{chairs}."),
    ]
    if facts.topics:
        blocks.append(point(next(numbers), "Nội dung", ended(_content(facts), ".")))
    if facts.request:
        blocks.append(point(next(numbers), "Đề nghị chuẩn bị", ended(facts.request, ".")))
    if conference.online_address:
        blocks.append(para(italic(f"Có thể dự trực tuyến tại {conference.online_address}."), voice=Voice.BODY))
    return blocks


def _content(facts: InvitationFacts) -> str:
    """The topics in one sentence; so many that the letter would not fit one page are those of the plan."""
    told = "; ".join(lower_first(topic) for topic in facts.topics)
    return f"các nội dung nêu tại {facts.plan}" if facts.plan and len(told.split()) > _LONGEST else told


KIND = DocumentKind(
    code="invitation",
    type_code="GM",
    name="Giấy mời",
    of="conference",
    serves=("002-24", "003-21", "004-20"),
    facts=InvitationFacts,
    compose=compose,
    proves="send_invitations",
)
