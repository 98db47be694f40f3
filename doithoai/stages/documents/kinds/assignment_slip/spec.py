"""The assignment slip: for each unit the opinions it was given, what to do, by when and by which rule.

The chair assigns by name of unit and day (002-21, 002-30); who spoke stands in the register alone.
"""

from doithoai.domain.papers.blocks import (
    Address,
    Align,
    Block,
    Column,
    PageBreak,
    Paper,
    Table,
    Title,
    Voice,
    italic,
    item,
    para,
)
from doithoai.domain.papers.letterhead import closing_of, dated_header_of, without_recipients
from doithoai.domain.papers.wording import counted, day_figures
from doithoai.stages.documents.facts import DueDate
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.assignment_slip.facts import AssignmentSlipFacts, Given, UnitWork, Work
from doithoai.stages.documents.wording import held_words, term_words

_COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Số trong sổ", 3, Align.CENTRE),
    Column("Nội dung ý kiến", 9),
    Column("Việc phải làm", 7),
    Column("Chậm nhất", 5, Align.CENTRE),
)
_WORK = {
    Work.PREPARE: "Chuẩn bị nội dung trả lời trước hội nghị",
    Work.ANSWER: "Xem xét, giải quyết, dự thảo văn bản trả lời",
    Work.FOLLOW: "Chuyển cơ quan có thẩm quyền, theo dõi đến khi có kết quả",
}


def compose(facts: AssignmentSlipFacts) -> Paper:
    """All slips in one file; MissingFacts while no opinion is given to a unit."""
    units = [one for one in facts.units if one.given]
    if not units:
        raise MissingFacts("Chưa giao ý kiến nào cho đơn vị. Giao chuẩn bị trả lời ở từng ý kiến rồi soạn lại.")
    header = dated_header_of(facts.issuing)
    first, *others = units
    blocks = _slip(facts, first)
    for unit in others:
        blocks += [PageBreak(), header, *_slip(facts, unit)]
    return Paper(f"Phiếu giao việc {facts.conference.event}", facts.issuing.layout, header, tuple(blocks))


def _slip(facts: AssignmentSlipFacts, work: UnitWork) -> list[Block]:
    office = facts.office or "văn phòng"
    rows = tuple(
        (f"{at}", one.code, one.words, _WORK[one.work], _by(one)) for at, one in enumerate(work.given, start=1)
    )
    return [
        Title("PHIẾU GIAO VIỆC", f"Trả lời ý kiến của Nhân dân tại {held_words(facts.conference)}"),
        Address((work.unit,)),
        para(
            f"{facts.issuing.issuer.name} giao {work.unit} chủ trì thực hiện {counted(len(work.given))} việc sau đây:"
        ),
        Table(_COLUMNS, rows),
        *_rules(work),
        para("Đề nghị đơn vị:"),
        item("Trả lời ngắn gọn, dễ hiểu, đúng việc được hỏi; nói rõ làm được gì, ai làm, ngày nào xong."),
        item(
            f"Cần thêm thời gian thì báo {office} trước khi hết hạn, nêu lý do và ngày mới để báo người có ý kiến; "
            "việc không thuộc phần mình thì báo lại ngay."
        ),
        item(
            "Người có ý kiến là ai chỉ xem trong sổ ý kiến khi cần cho công việc; không sao chép, không nói ra ngoài."
        ),
        closing_of(without_recipients(facts.issuing), first=("Như trên", office)),
    ]


def _by(given: Given) -> str:
    """The day, else the term, which the rule sets from a day still open."""
    if given.due is None:
        return ""
    return day_figures(given.due.on) if given.due.on else term_words(given.due)


def _rules(work: UnitWork) -> list[Block]:
    """Where the days come from, each rule once."""
    told = dict.fromkeys(_rule(one.due) for one in work.given if one.due)
    rules = [rule for rule in told if rule]
    return [para(italic(f"Hạn trên định theo: {'; '.join(rules)}."), voice=Voice.NOTE)] if rules else []


def _rule(due: DueDate) -> str:
    return ", ".join(part for part in (term_words(due), due.basis) if part)


KIND = DocumentKind(
    code="assignment_slip",
    type_code=None,
    name="Phiếu giao việc",
    of="conference",
    serves=("000-36", "000-45", "002-18", "002-21", "002-30", "002-32"),
    facts=AssignmentSlipFacts,
    compose=compose,
)
