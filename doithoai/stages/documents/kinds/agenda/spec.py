"""The programme and, on a page of its own to hang up in the hall, the house rules.

The plans themselves ask that people's speaking comes before reports, that questions off the topic are still taken in, and
that nobody uses the dialogue against order (000-29, 000-30, 002-11).
"""

from doithoai.domain.papers.blocks import (
    Align,
    Block,
    Column,
    PageBreak,
    Paper,
    Signature,
    Signatures,
    Table,
    Title,
    Voice,
    para,
)
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.domain.papers.wording import counted
from doithoai.stages.documents.facts import PrivateRule
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.agenda.facts import AgendaFacts
from doithoai.stages.documents.timetable import hours_of
from doithoai.stages.documents.wording import when_words, where_words

_COLUMNS = (Column("Thời gian", 5, Align.CENTRE), Column("Nội dung", 13), Column("Người thực hiện", 7))
_EMPTY_STEPS = 6


def compose(facts: AgendaFacts) -> Paper:
    """Both pages; a programme nobody has set has empty lines."""
    header = bare_header_of(facts.issuing)
    blocks: tuple[Block, ...] = (
        Title("CHƯƠNG TRÌNH", facts.conference.event),
        para(f"Thời gian: {when_words(facts.conference, ask_hour=True)}.", voice=Voice.PLAIN),
        para(f"Địa điểm: {where_words(facts.conference)}.", voice=Voice.PLAIN),
        Table(_COLUMNS, _rows(facts), row_mm=9),
        para(
            "Phần lớn thời gian dành cho Nhân dân phát biểu. Chủ trì có thể đổi thứ tự và kéo dài phần trao đổi.",
            voice=Voice.NOTE,
        ),
        _board(),
        PageBreak(),
        header,
        Title("NỘI QUY", facts.conference.event),
        *(para(f"{at}. {rule}.") for at, rule in enumerate(_rules(facts), start=1)),
        _board(),
    )
    return Paper(f"Chương trình, nội quy {facts.conference.event}", facts.issuing.layout, header, blocks)


def _rows(facts: AgendaFacts) -> tuple[tuple[str, ...], ...]:
    hours = hours_of(facts.steps, facts.conference.starts)
    rows = tuple((hour, step.title, step.who) for hour, step in zip(hours, facts.steps, strict=True))
    return rows or (("", "", ""),) * _EMPTY_STEPS


def _board() -> Signatures:
    return Signatures((Signature((), ""), Signature(("BAN TỔ CHỨC",), "")))


def _rules(facts: AgendaFacts) -> list[str]:
    length = f"mỗi lượt khoảng {counted(facts.minutes_each)} phút" if facts.minutes_each else "ngắn gọn, vào thẳng việc"
    place = facts.contact.reception_place or "nơi tiếp công dân của xã"
    rules = [
        "Đến đúng giờ, ghi tên vào danh sách ở bàn thư ký; để điện thoại ở chế độ im lặng, giữ vệ sinh chung",
        "Mọi người dự hội nghị đều bình đẳng, đều được hỏi, góp ý, kiến nghị và được nghe trả lời",
        f"Muốn phát biểu thì ghi phiếu đăng ký hoặc giơ tay; nói theo thứ tự chủ trì mời, {length}",
        "Người không tiện nói trước đông người thì viết câu hỏi gửi thư ký; người không tiện viết được cán bộ ghi giúp",
        "Nói đúng nội dung đối thoại; ý kiến ngoài nội dung vẫn được ghi nhận và trả lời riêng bằng văn bản",
    ]
    if facts.private_rule is PrivateRule.REFUSED:
        rules.append(
            "Việc riêng của từng cá nhân không đối thoại tại hội nghị; người có việc riêng được hướng dẫn đến nơi giải quyết"
        )
    return [
        *rules,
        "Sau khi nghe trả lời, ai thấy chưa rõ thì được hỏi lại",
        "Nói lời xây dựng, không xúc phạm người khác, không nêu chuyện riêng tư của người khác, không ngắt lời người đang nói",
        "Không lợi dụng đối thoại để tuyên truyền sai sự thật, kích động, gây mất trật tự, chia rẽ đoàn kết",
        f"Hội nghị không nhận đơn khiếu nại, tố cáo; đơn được nhận tại {place}, danh tính người tố cáo được giữ bí mật",
        "Không đưa lên mạng hình ảnh, lời nói của người dự khi chưa được người đó đồng ý",
    ]


KIND = DocumentKind(
    code="agenda",
    type_code=None,
    name="Chương trình và nội quy",
    of="conference",
    serves=("000-29", "000-30", "000-32", "000-34", "000-38", "001-10", "002-11", "002-18"),
    facts=AgendaFacts,
    compose=compose,
)
