"""The Front's survey of people's satisfaction after a dialogue: one page, boxes to tick, no name (002-42)."""

from doithoai.domain.papers.blocks import Block, Dotted, Heading, Paper, Ticks, Title, Voice, para
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.survey_form.facts import SurveyFormFacts
from doithoai.stages.documents.wording import held_words

_LEVELS = ("hài lòng", "bình thường", "chưa hài lòng")
_QUESTIONS = (
    ("1. Ông, bà biết trước về buổi đối thoại từ đâu?", ("loa", "trưởng thôn", "mạng", "không biết")),
    ("2. Ông, bà thấy việc báo trước thời gian, địa điểm, nội dung thế nào?", _LEVELS),
    ("3. Mọi người có được nói hết điều muốn nói không?", ("có", "một phần", "không")),
    ("4. Cán bộ trả lời có rõ ràng, đúng việc được hỏi không?", _LEVELS),
    ("5. Thái độ của người chủ trì và cán bộ thế nào?", _LEVELS),
    ("6. Ý kiến của ông, bà đã được trả lời chưa?", ("rồi, đúng hẹn", "rồi, nhưng chậm", "chưa", "không có ý kiến")),
    ("7. Việc đã hứa có được làm không?", ("đã xong", "đang làm", "chưa làm", "chưa biết")),
    ("8. Nhìn chung, ông, bà hài lòng với buổi đối thoại đến mức nào?", ("rất hài lòng", *_LEVELS)),
)


def compose(facts: SurveyFormFacts) -> Paper:
    """One page."""
    blocks: list[Block] = [
        Title("PHIẾU LẤY Ý KIẾN", f"Mức độ hài lòng của Nhân dân về {held_words(facts.conference)}"),
        para(
            f"{facts.issuing.issuer.name} mong ông, bà đánh dấu vào ô phù hợp. Phiếu không ghi tên; kết quả chỉ cộng chung để "
            "giám sát và góp ý cho chính quyền.",
            voice=Voice.NOTE,
        ),
    ]
    for question, options in _QUESTIONS:
        blocks += [Heading(3, question), Ticks("", options)]
    blocks += [
        Dotted("9. Điều gì cần làm tốt hơn lần sau?", lines=3, height_mm=10),
        para(
            "Nộp phiếu cho Ban công tác Mặt trận ở thôn. Không biết viết thì nhờ người đánh dấu giúp theo lời mình. "
            "Xin cảm ơn ông, bà!",
            voice=Voice.NOTE,
        ),
    ]
    return Paper(
        "Phiếu lấy ý kiến mức độ hài lòng",
        facts.issuing.layout,
        bare_header_of(facts.issuing),
        tuple(blocks),
        body_pt=13,
    )


KIND = DocumentKind(
    code="survey_form",
    type_code=None,
    name="Phiếu lấy ý kiến hài lòng",
    of="conference",
    serves=("000-48", "002-41", "002-42"),
    facts=SurveyFormFacts,
    compose=compose,
)
