"""The notice that an answer takes longer: to the citizen, with the reason, the old day and the new one (000-24)."""

from doithoai.domain.papers.blocks import Address, Block, Paper, Title, bold, para
from doithoai.domain.papers.letterhead import closing_of, header_of, without_recipients
from doithoai.domain.papers.wording import day_words
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.extension_notice.facts import ExtensionNoticeFacts
from doithoai.stages.documents.wording import addressee_of, because, call_of, contact_words, held_words


def compose(facts: ExtensionNoticeFacts) -> Paper:
    """The letter; MissingFacts without a later day or without a reason, which the citizen has a right to."""
    if facts.old_due is None or facts.new_due is None or not facts.reason.strip():
        raise MissingFacts("Ý kiến này chưa được gia hạn. Ghi gia hạn kèm lý do ở văn bản trả lời rồi soạn thông báo.")
    call, issuer = call_of(facts.petitioner).lower(), facts.issuing.issuer.name
    blocks: tuple[Block, ...] = (
        Title("THÔNG BÁO", "Về việc gia hạn trả lời ý kiến của công dân"),
        Address((addressee_of(facts.petitioner, code=facts.code, commune=facts.conference.commune),)),
        para(
            f"Tại {held_words(facts.conference)}, {call} có ý kiến (số {facts.code}): “{facts.words.strip().rstrip('.')}”."
        ),
        para(
            f"Ý kiến này được giao {facts.unit} chuẩn bị trả lời, hạn cũ là {day_words(facts.old_due)}. Đến nay chưa trả lời "
            f"được{because(facts.reason)}."
        ),
        para(bold(f"{issuer} sẽ trả lời {call} chậm nhất {day_words(facts.new_due)}.")),
        para(
            f"{issuer} xin lỗi vì sự chậm trễ này. Nếu cần biết thêm hoặc không đồng ý với việc gia hạn, đề nghị {call} liên hệ "
            f"{contact_words(facts.contact)} và cho biết ý kiến số {facts.code}./."
        ),
        closing_of(without_recipients(facts.issuing), first=("Như trên",)),
    )
    header = header_of(facts.issuing, type_code="TB")
    return Paper(f"Thông báo gia hạn trả lời ý kiến {facts.code}", facts.issuing.layout, header, blocks)


KIND = DocumentKind(
    code="extension_notice",
    type_code="TB",
    name="Thông báo gia hạn trả lời",
    of="answer",
    serves=("000-24",),
    facts=ExtensionNoticeFacts,
    compose=compose,
    is_personal=True,
)
