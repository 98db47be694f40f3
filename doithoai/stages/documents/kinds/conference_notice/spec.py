"""The notice of a conference, which also closes what the plan left open. Law 72/2025/QH15 Art. 43: with the way of attending."""

from itertools import count

from doithoai.domain.papers.blocks import Block, Heading, Paper, Title, item, para
from doithoai.domain.papers.letterhead import closing_of, header_of
from doithoai.domain.papers.wording import day_words, ended
from doithoai.stages.documents.facts import PrivateRule
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.conference_notice.facts import ConferenceNoticeFacts
from doithoai.stages.documents.wording import (
    chairs_words,
    citizens_words,
    contact_words,
    due_words,
    officer_words,
    point,
    when_words,
)


def compose(facts: ConferenceNoticeFacts) -> Paper:
    """The whole notice; MissingFacts while day or place is open."""
    conference = facts.conference
    if conference.on is None:
        raise MissingFacts("Chưa có ngày tổ chức. Chọn ngày, giờ của hội nghị rồi soạn lại thông báo.")
    if not conference.place:
        raise MissingFacts("Chưa có địa điểm. Ghi địa điểm của hội nghị rồi soạn lại thông báo.")
    issuer = facts.issuing.issuer.name
    opening = f"Thực hiện {facts.plan}, {issuer}" if facts.plan else issuer
    people = citizens_words(conference)
    blocks = (
        Title("THÔNG BÁO", f"Về việc tổ chức {conference.event}"),
        para(f"{opening} thông báo tổ chức {conference.event} như sau:"),
        *_sitting(facts),
        para(f"{issuer} trân trọng thông báo và mời {people} đến dự, tham gia ý kiến./."),
        closing_of(facts.issuing),
    )
    return Paper(
        f"Thông báo {conference.event}", facts.issuing.layout, header_of(facts.issuing, type_code="TB"), blocks
    )


def _sitting(facts: ConferenceNoticeFacts) -> list[Block]:
    numbers = count(1)
    conference = facts.conference
    blocks: list[Block] = [
        point(next(numbers), "Thời gian", f"{when_words(conference, ask_hour=True)}."),
        point(next(numbers), "Địa điểm", f"{conference.place}."),
        point(next(numbers), "Chủ trì", f"{chairs_words(conference)}."),
    ]
    if conference.co_chair:
        blocks.append(point(next(numbers), "Đồng chủ trì", f"{officer_words(conference.co_chair)}."))
    people = "; ".join((f"toàn thể {citizens_words(conference)}", *facts.attendees))
    blocks.append(point(next(numbers), "Thành phần", f"{people}."))
    blocks += [Heading(2, f"{next(numbers)}. Nội dung đối thoại"), *(item(ended(topic, ".")) for topic in facts.topics)]
    blocks += [Heading(2, f"{next(numbers)}. Cách tham dự và gửi ý kiến"), *_ways(facts)]
    blocks += [Heading(2, f"{next(numbers)}. Những điều cần biết"), *_remarks(facts)]
    if promises := _promises(facts):
        blocks += [Heading(2, f"{next(numbers)}. Trả lời ý kiến và công khai kết quả"), *promises]
    return blocks


def _ways(facts: ConferenceNoticeFacts) -> list[Block]:
    until = f" đến hết {day_words(facts.send_until.on)}" if facts.send_until and facts.send_until.on else ""
    ways = [facts.how_to_attend or "Đến dự trực tiếp tại địa điểm trên; không phải đăng ký trước"]
    if facts.conference.online_address:
        ways.append(f"Theo dõi và hỏi trực tuyến tại {facts.conference.online_address}")
    ways += [
        f"Gửi ý kiến trước{until} tại {contact_words(facts.contact)}, hoặc qua trưởng thôn",
        "Phát biểu hoặc gửi câu hỏi qua thư ký ngay tại hội nghị; người không tiện viết được cán bộ ghi giúp",
    ]
    return [item(ended(way, ".")) for way in ways]


def _remarks(facts: ConferenceNoticeFacts) -> list[Block]:
    remarks = []
    if facts.private_rule is PrivateRule.REFUSED:
        remarks.append(
            "Hội nghị không đối thoại, không trả lời những việc riêng của từng cá nhân; người có việc riêng được hướng dẫn đến "
            "nơi giải quyết"
        )
    remarks.append("Ý kiến ngoài nội dung đối thoại vẫn được tiếp nhận và trả lời riêng bằng văn bản")
    place = facts.contact.reception_place or "nơi tiếp công dân của xã"
    remarks.append(
        f"Hội nghị không nhận đơn khiếu nại, tố cáo. Đơn khiếu nại, tố cáo được nhận tại {place} và giải quyết theo quy định của "
        "pháp luật; danh tính người tố cáo được giữ bí mật"
    )
    return [item(ended(remark, ".")) for remark in remarks]


def _promises(facts: ConferenceNoticeFacts) -> list[Block]:
    blocks: list[Block] = []
    if facts.answer:
        blocks.append(item(f"Ý kiến chưa trả lời được tại hội nghị sẽ được trả lời {due_words(facts.answer)}."))
    if facts.publication:
        blocks.append(
            item(
                "Kết quả hội nghị được thông tin trên phương tiện thông tin đại chúng, niêm yết tại trụ sở và gửi đến trưởng các "
                f"thôn {due_words(facts.publication)}."
            )
        )
    return blocks


KIND = DocumentKind(
    code="conference_notice",
    type_code="TB",
    name="Thông báo tổ chức hội nghị",
    of="conference",
    serves=("000-43", "000-40", "001-10", "002-24", "000-30", "LAW-43"),
    facts=ConferenceNoticeFacts,
    compose=compose,
    proves="issue_notice",
)
