"""The transfer slip (PC): an opinion beyond the commune's power goes to the body that decides (000-37, 002-17).

The citizen is not named: the body answers to the commune, which knows whom to tell.
"""

from doithoai.domain.papers.blocks import Address, Block, Paper, Title, item, para
from doithoai.domain.papers.letterhead import closing_of, header_of, without_recipients
from doithoai.domain.papers.wording import day_words
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.transfer_slip.facts import TransferSlipFacts
from doithoai.stages.documents.wording import because, contact_words, held_words


def compose(facts: TransferSlipFacts) -> Paper:
    """The whole slip; MissingFacts while nobody has said where the opinion goes."""
    if not facts.body.strip():
        raise MissingFacts("Chưa ghi nơi chuyển. Chuyển ý kiến đến cơ quan có thẩm quyền rồi soạn phiếu chuyển.")
    issuer = facts.issuing.issuer.name
    where = f"Tại {held_words(facts.conference)}, " if facts.conference else ""
    due = f" trước {day_words(facts.expected_on)}" if facts.expected_on else " trong thời hạn theo quy định"
    blocks: tuple[Block, ...] = (
        Title("PHIẾU CHUYỂN", "Ý kiến, kiến nghị của công dân vượt thẩm quyền của cấp xã"),
        Address((facts.body,)),
        para(f"{where}{issuer} nhận được ý kiến số {facts.code} với nội dung: “{facts.words.strip().rstrip('.')}”."),
        para(f"Nội dung trên vượt thẩm quyền giải quyết của cấp xã{because(facts.reason)}."),
        para(f"{issuer} chuyển ý kiến trên và kiến nghị {facts.body}:"),
        item("Xem xét, giải quyết theo thẩm quyền."),
        item(f"Gửi kết quả về {issuer}{due} để trả lời người có ý kiến."),
        para(
            "Họ tên, địa chỉ của người có ý kiến do xã giữ, không ghi trong phiếu này. Khi cần xác minh, đề nghị liên hệ "
            f"{contact_words(facts.contact)}./."
        ),
        closing_of(without_recipients(facts.issuing), first=tuple(one for one in ("Như trên", facts.unit) if one)),
    )
    header = header_of(facts.issuing, type_code="PC")
    return Paper(f"Phiếu chuyển ý kiến {facts.code}", facts.issuing.layout, header, blocks)


KIND = DocumentKind(
    code="transfer_slip",
    type_code="PC",
    name="Phiếu chuyển cơ quan có thẩm quyền",
    of="opinion",
    serves=("000-37", "001-06", "002-17", "002-23", "002-32", "004-28"),
    facts=TransferSlipFacts,
    compose=compose,
)
