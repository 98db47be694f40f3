"""The plan: aims, contents, time and place, programme, dates, who does what. Serves both one conference and a year of them."""

from itertools import count

from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.blocks import Align, Block, Column, Heading, Paper, Table, Title, Voice, item, para
from doithoai.domain.papers.letterhead import closing_of, header_of
from doithoai.domain.papers.wording import day_figures, ended, joined, upper_first
from doithoai.stages.documents.facts import ConferenceFacts, DueDate
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.plan.facts import PlanFacts
from doithoai.stages.documents.wording import (
    chairs_words,
    citizens_words,
    officer_words,
    point,
    roman,
    term_words,
    when_words,
    where_words,
)

_AIMS = (
    (
        "Lắng nghe tâm tư, nguyện vọng, ý kiến, kiến nghị của Nhân dân; kịp thời giải quyết những việc thuộc thẩm quyền và kiến nghị "
        "cấp có thẩm quyền giải quyết những việc vượt thẩm quyền."
    ),
    (
        "Thông tin đến Nhân dân chủ trương của Đảng, chính sách, pháp luật của Nhà nước và những công việc của xã có liên quan trực "
        "tiếp đến quyền, lợi ích và nghĩa vụ của Nhân dân."
    ),
    (
        "Đề cao trách nhiệm của người đứng đầu và đội ngũ cán bộ, công chức trong phục vụ Nhân dân; phát huy quyền làm chủ của Nhân "
        "dân ở cơ sở."
    ),
)
_DEMANDS = (
    "Hội nghị được tổ chức dân chủ, công khai, thiết thực, tiết kiệm; dành phần lớn thời gian để Nhân dân phát biểu.",
    "Ý kiến của Nhân dân được ghi nhận đầy đủ, trung thực; nội dung trả lời ngắn gọn, dễ hiểu, đi thẳng vào vấn đề được hỏi.",
    "Những việc chưa trả lời được tại hội nghị phải giao rõ đơn vị thực hiện và thời hạn trả lời.",
)
_PROGRAMME = (
    "Tuyên bố lý do, giới thiệu đại biểu, thông qua chương trình và nội quy hội nghị; giới thiệu chủ trì, thư ký.",
    "Người chủ trì thông báo nội dung đối thoại và kết quả giải quyết ý kiến của kỳ đối thoại trước.",
    "Nhân dân phát biểu ý kiến hoặc gửi câu hỏi đến chủ trì thông qua thư ký.",
    "Người chủ trì trực tiếp trả lời hoặc giao đơn vị phụ trách trả lời từng ý kiến; Nhân dân tiếp tục trao đổi.",
    "Người chủ trì kết luận hội nghị; thông qua biên bản.",
)


def compose(facts: PlanFacts) -> Paper:
    """The whole plan."""
    sections = (_purpose(facts), _content(facts), _sitting(facts), _programme(facts), _dates(facts), _tasks(facts))
    numbers = count(1)
    blocks: list[Block] = [Title("KẾ HOẠCH", f"Tổ chức {facts.event} năm {facts.year}"), *_opening(facts)]
    for heading, body in sections:
        if body:
            blocks += [Heading(1, f"{roman(next(numbers))}. {heading}"), *body]
    blocks += [para(_last_words(facts)), closing_of(facts.issuing)]
    name = f"Kế hoạch {facts.event} năm {facts.year}"
    return Paper(name, facts.issuing.layout, header_of(facts.issuing, type_code="KH"), tuple(blocks))


def _opening(facts: PlanFacts) -> list[Block]:
    issuer = facts.issuing.issuer
    purpose = f"{issuer.name} xây dựng Kế hoạch tổ chức {facts.event} năm {facts.year} như sau:"
    if issuer.form is PaperForm.PARTY:
        bases = [basis.removeprefix("Thực hiện ").removeprefix("Căn cứ ") for basis in facts.bases]
        return [para(f"Thực hiện {'; '.join(bases)}, {purpose}" if bases else purpose)]
    ends = [";"] * (len(facts.bases) - 1) + ["."]
    bases = [ended(_grounded(basis), end) for basis, end in zip(facts.bases, ends, strict=False)]
    return [*(para(basis, voice=Voice.BASIS) for basis in bases), para(purpose)]


def _grounded(basis: str) -> str:
    known = ("Căn cứ", "Thực hiện", "Theo", "Xét")
    return basis if basis.startswith(known) else f"Căn cứ {basis}"


def _purpose(facts: PlanFacts) -> tuple[str, list[Block]]:
    return "MỤC ĐÍCH, YÊU CẦU", [
        Heading(2, "1. Mục đích"),
        *(item(aim) for aim in facts.aims or _AIMS),
        Heading(2, "2. Yêu cầu"),
        *(item(demand) for demand in facts.demands or _DEMANDS),
    ]


def _content(facts: PlanFacts) -> tuple[str, list[Block]]:
    online = joined([one.online_address for one in facts.conferences])
    form = "đối thoại trực tiếp tại hội nghị" + (f"; đồng thời trực tuyến tại {online}" if online else "") + "."
    blocks: list[Block] = [Heading(2, "1. Nội dung đối thoại"), *(item(ended(topic, ".")) for topic in facts.topics)]
    blocks.append(point(2, "Hình thức", form))
    if facts.exclusions:
        blocks += [
            Heading(2, "3. Giới hạn, lưu ý"),
            *(item(ended(one, ".")) for one in facts.exclusions),
        ]
    return "NỘI DUNG, HÌNH THỨC ĐỐI THOẠI", blocks


def _sitting(facts: PlanFacts) -> tuple[str, list[Block]]:
    numbers = count(1)
    blocks: list[Block] = _when_and_where(facts, numbers)
    first = facts.conferences[0]
    if first.chairs:
        blocks.append(point(next(numbers), "Chủ trì", f"{chairs_words(first)}."))
    if first.co_chair:
        blocks.append(point(next(numbers), "Đồng chủ trì", f"{officer_words(first.co_chair)}."))
    if facts.board:
        blocks += [Heading(2, f"{next(numbers)}. Ban tổ chức"), *(item(ended(one, ";")) for one in facts.board[:-1])]
        blocks.append(item(ended(facts.board[-1], ".")))
    if first.secretaries:
        blocks.append(point(next(numbers), "Thư ký", f"{joined([one.post for one in first.secretaries])}."))
    if facts.attendees:
        blocks.append(Heading(2, f"{next(numbers)}. Thành phần tham dự"))
        blocks += [item(f"{group.side}: {ended('; '.join(group.names), '.')}") for group in facts.attendees]
    return "THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN", blocks


def _when_and_where(facts: PlanFacts, numbers: "count[int]") -> list[Block]:
    if len(facts.conferences) == 1:
        only = facts.conferences[0]
        return [
            point(next(numbers), "Thời gian", f"{when_words(only)}."),
            point(next(numbers), "Địa điểm", f"{where_words(only)}."),
            point(next(numbers), "Đối tượng đối thoại", f"{citizens_words(only)}."),
        ]
    columns = (Column("Cuộc", 1, Align.CENTRE), Column("Thời gian", 5), Column("Địa bàn, địa điểm", 5))
    rows = tuple(
        (f"{at}", _cell(when_words(one)), _cell(_where(one))) for at, one in enumerate(facts.conferences, start=1)
    )
    total = len(facts.conferences)
    return [point(next(numbers), "Thời gian, địa điểm", f"tổ chức {total:02d} cuộc, cụ thể:"), Table(columns, rows)]


def _where(conference: ConferenceFacts) -> str:
    return f"{citizens_words(conference)}; {where_words(conference)}"


def _cell(words: str) -> str:
    return upper_first(words)


def _programme(facts: PlanFacts) -> tuple[str, list[Block]]:
    steps = facts.programme or _PROGRAMME
    return "CHƯƠNG TRÌNH HỘI NGHỊ", [para(f"{at}. {ended(step, '.')}") for at, step in enumerate(steps, start=1)]


def _dates(facts: PlanFacts) -> tuple[str, list[Block]]:
    if not facts.due:
        return "", []
    columns = (Column("Việc", 4), Column("Đơn vị thực hiện", 4), Column("Chậm nhất", 4), Column("Căn cứ", 4))
    return "CÁC MỐC THỜI GIAN", [Table(columns, tuple(_due_row(due) for due in facts.due))]


def _due_row(due: DueDate) -> tuple[str, ...]:
    term = term_words(due) or f"trong thời gian sớm nhất sau {due.anchor}"
    day = f"{day_figures(due.on)}\n({term})" if due.on else upper_first(term)
    return upper_first(due.duty), upper_first(due.actor), day, due.basis


def _tasks(facts: PlanFacts) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    for at, task in enumerate(facts.tasks, start=1):
        blocks.append(Heading(2, f"{at}. {task.actor}"))
        blocks += [item(ended(upper_first(one), ".")) for one in task.items]
    return "TỔ CHỨC THỰC HIỆN", blocks


def _last_words(facts: PlanFacts) -> str:
    return (
        f"Trên đây là Kế hoạch tổ chức {facts.event} năm {facts.year}. Đề nghị các cơ quan, đơn vị, tổ chức và các thôn nghiêm "
        f"túc thực hiện; nếu có vướng mắc, phản ánh về {facts.office} để tổng hợp, báo cáo {facts.issuing.issuer.name} xem xét, "
        "giải quyết./."
    )


KIND = DocumentKind(
    code="plan",
    type_code="KH",
    name="Kế hoạch",
    of="plan",
    serves=("000-01", "001-01", "002-01", "002-02", "003-01", "003-02", "004-01", "000-51", "001-26", "004-31"),
    facts=PlanFacts,
    compose=compose,
)
