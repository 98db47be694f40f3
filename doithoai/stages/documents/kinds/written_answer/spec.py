"""The written answer to one citizen: each point answered, with its basis, who does what by when. Decree 30/2020: official letter.

Copies go out without the citizen's identity: `anonymous` turns the facts of the letter into those of the copy.
"""

from dataclasses import replace

from doithoai.domain.papers.blocks import Address, Block, Paper, Paragraph, bold, italic, para
from doithoai.domain.papers.letterhead import Issuing, closing_of, header_of, without_recipients
from doithoai.domain.papers.wording import day_figures, day_words, ended, lower_first
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.written_answer.facts import Point, WrittenAnswerFacts
from doithoai.stages.documents.wording import addressee_of, call_of, contact_words, due_words


def anonymous(facts: WrittenAnswerFacts) -> WrittenAnswerFacts:
    """The same answer for readers other than the citizen."""
    return replace(facts, petitioner=None)


def compose(facts: WrittenAnswerFacts) -> Paper:
    """The letter, or its copy without a name; MissingFacts without an answer, or for a copy without public texts."""
    _require_answers(facts)
    conference = facts.conference
    day = f" ngày {day_figures(conference.on)}" if conference.on else ""
    header = header_of(
        facts.issuing,
        type_code="",
        unit=facts.unit_code,
        about=f"V/v trả lời ý kiến của công dân tại hội nghị đối thoại{day}",
    )
    call = call_of(facts.petitioner)
    addressee = addressee_of(facts.petitioner, code=facts.code, commune=conference.commune)
    words = facts.words if facts.petitioner else facts.public_words
    held = f"Tại {conference.event}{', ' + day_words(conference.on) if conference.on else ''}"
    blocks: tuple[Block, ...] = (
        Address((addressee,)),
        para(f"{held}, {call.lower()} có ý kiến (số {facts.code}): “{words.strip().rstrip('.')}”."),
        para(f"Sau khi xem xét, {facts.issuing.issuer.name} trả lời như sau:"),
        *_points(facts),
        *_passing(facts),
        para(
            f"Trên đây là trả lời của {facts.issuing.issuer.name}. Nếu còn điều chưa rõ hoặc chưa đồng ý, đề nghị {call.lower()} "
            f"liên hệ {contact_words(facts.contact)} và cho biết ý kiến số {facts.code}./."
        ),
        closing_of(_receiving(facts), first=("Như trên",)),
    )
    return Paper(f"Trả lời ý kiến {facts.code}", facts.issuing.layout, header, blocks)


def _receiving(facts: WrittenAnswerFacts) -> Issuing:
    """Who else is named as receiving: nobody on the letter that carries a name."""
    return without_recipients(facts.issuing) if facts.petitioner else facts.issuing


def _require_answers(facts: WrittenAnswerFacts) -> None:
    if not facts.points or any(not one.answer.strip() for one in facts.points):
        raise MissingFacts("Chưa có nội dung trả lời. Viết trả lời cho từng điểm của ý kiến rồi soạn lại.")
    without = not facts.public_words.strip() or any(not one.public.strip() for one in facts.points)
    if facts.petitioner is None and without:
        raise MissingFacts(
            "Bản gửi nơi khác cần nội dung công khai không có danh tính. Viết nội dung công khai rồi soạn lại."
        )


def _points(facts: WrittenAnswerFacts) -> list[Paragraph]:
    paragraphs = []
    for at, one in enumerate(facts.points, start=1):
        answer = one.answer if facts.petitioner else one.public
        first, *rest = [line.strip() for line in answer.splitlines() if line.strip()]
        label = f"{at}. Về {lower_first(one.about)}: " if one.about else ""
        paragraphs.append(para(bold(label), ended(first, ".")) if label else para(ended(first, ".")))
        paragraphs += [para(line) for line in rest]
        paragraphs += _grounds(one)
    return paragraphs


def _grounds(one: Point) -> list[Paragraph]:
    paragraphs = []
    if one.basis:
        paragraphs.append(para(italic(f"Căn cứ: {ended(one.basis, '.')}")))
    if one.promise:
        who = one.unit or "Đơn vị được giao"
        when = f", {due_words(one.due)}" if one.due else ""
        paragraphs.append(para(f"Việc sẽ làm: {who} {lower_first(one.promise.rstrip('. '))}{when}."))
    return paragraphs


def _passing(facts: WrittenAnswerFacts) -> list[Paragraph]:
    if facts.passing is None:
        return []
    passing = facts.passing
    reason = f" vì {lower_first(passing.reason.rstrip('. '))}" if passing.reason else ""
    day = f" từ {day_words(passing.passed_on)}" if passing.passed_on else ""
    due = f" Thời hạn giải quyết: {due_words(passing.due)}." if passing.due else ""
    return [
        para(
            f"Phần vượt thẩm quyền của xã{reason} đã được chuyển đến {passing.agency}{day}; {passing.agency} là nơi có trách nhiệm "
            f"giải quyết.{due} Xã tiếp tục theo dõi và báo kết quả."
        )
    ]


KIND = DocumentKind(
    code="written_answer",
    type_code="",
    name="Văn bản trả lời công dân",
    of="answer",
    serves=("000-23", "000-25", "000-27", "000-30", "002-33", "002-34", "003-11", "004-28"),
    facts=WrittenAnswerFacts,
    compose=compose,
    proves="answer",
    is_personal=True,
)
