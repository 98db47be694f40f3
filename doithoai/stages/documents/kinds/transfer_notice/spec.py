"""The notice to a citizen that his opinion went to the competent body: which, why, by when, who follows it up (000-25)."""

from doithoai.domain.papers.blocks import Address, Block, Paper, Title, bold, para
from doithoai.domain.papers.letterhead import closing_of, header_of, without_recipients
from doithoai.domain.papers.wording import day_words, upper_first
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.transfer_notice.facts import TransferNoticeFacts
from doithoai.stages.documents.wording import addressee_of, because, call_of, contact_words, held_words


def compose(facts: TransferNoticeFacts) -> Paper:
    """The letter; MissingFacts while nobody has said where the opinion goes."""
    if not facts.body.strip():
        raise MissingFacts("Chưa ghi nơi chuyển. Chuyển ý kiến đến cơ quan có thẩm quyền rồi soạn thông báo.")
    call, issuer = call_of(facts.petitioner).lower(), facts.issuing.issuer.name
    where = f"Tại {held_words(facts.conference)}, " if facts.conference else ""
    day = f"{day_words(facts.transferred_on)}, " if facts.transferred_on else ""
    due = (
        f"Thời hạn trả lời: {day_words(facts.expected_on)}."
        if facts.expected_on
        else f"Thời hạn trả lời do {facts.body} báo; xã báo lại ngay khi biết."
    )
    blocks: tuple[Block, ...] = (
        Title("THÔNG BÁO", "Về việc chuyển ý kiến của công dân đến cơ quan có thẩm quyền"),
        Address((addressee_of(facts.petitioner, code=facts.code, commune=facts.commune),)),
        para(f"{upper_first(where + call)} có ý kiến (số {facts.code}): “{facts.words.strip().rstrip('.')}”."),
        para(f"Nội dung này vượt thẩm quyền giải quyết của cấp xã{because(facts.reason)}."),
        para(
            f"{upper_first(day + issuer)} đã chuyển ý kiến đến {facts.body}; {facts.body} là nơi có trách nhiệm giải quyết và "
            "trả lời."
        ),
        para(bold(due)),
        para(
            f"{facts.unit or facts.contact.office} theo dõi và báo kết quả cho {call}. Cần hỏi thêm, đề nghị {call} liên hệ "
            f"{contact_words(facts.contact)} và cho biết ý kiến số {facts.code}./."
        ),
        closing_of(without_recipients(facts.issuing), first=("Như trên",)),
    )
    header = header_of(facts.issuing, type_code="TB")
    return Paper(f"Thông báo chuyển ý kiến {facts.code}", facts.issuing.layout, header, blocks)


KIND = DocumentKind(
    code="transfer_notice",
    type_code="TB",
    name="Thông báo đã chuyển ý kiến",
    of="opinion",
    serves=("000-25", "000-37"),
    facts=TransferNoticeFacts,
    compose=compose,
    is_personal=True,
)
