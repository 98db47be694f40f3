"""What the chair and the announcer may say at each step and when something goes otherwise. Chosen by the step's own words."""

from doithoai.domain.papers.wording import counted, joined, weekday_and_day
from doithoai.domain.programme import Step
from doithoai.domain.texts import fold
from doithoai.stages.documents.facts import PrivateRule
from doithoai.stages.documents.kinds.running_order.facts import RunningOrderFacts
from doithoai.stages.documents.wording import DOTS, chairs_words, officer_words

# The first that fits is taken, so the narrower stand before the wider.
_STEPS = (
    ("opening", ("tuyen bo ly do", "gioi thieu dai bieu", "khai mac")),
    ("earlier", ("lan doi thoai truoc", "lan truoc", "ky truoc")),
    ("closing", ("ket luan", "be mac")),
    ("before", ("thu nhan truoc", "gui truoc", "truoc hoi nghi")),
    ("overview", ("tinh hinh", "muc dich", "neu noi dung")),
    ("floor", ("phat bieu", "hoi truc tiep", "y kien cua nhan dan", "nhan dan hoi")),
    ("answers", ("tra loi", "giai trinh", "giai dap", "tiep thu")),
)


def said_at(step: Step, facts: RunningOrderFacts) -> str:
    """The sentences for one step, each led by who says them."""
    words = fold(step.title)
    for name, marks in _STEPS:
        if any(mark in words for mark in marks):
            return _SAID[name](facts)
    return "Dẫn chương trình: Xin mời hội nghị chuyển sang nội dung tiếp theo."


def _opening(facts: RunningOrderFacts) -> str:
    conference = facts.conference
    day = f"Hôm nay, {weekday_and_day(conference.on)}, " if conference.on else "Hôm nay, "
    co_chair = f" Đồng chủ trì: {officer_words(conference.co_chair)}." if conference.co_chair else ""
    secretaries = joined([officer_words(one) for one in conference.secretaries]) or DOTS
    return (
        f"Dẫn chương trình: Kính thưa quý vị đại biểu, kính thưa toàn thể bà con! {day}{facts.issuing.issuer.name} tổ chức "
        f"{conference.event}. Chủ trì: {chairs_words(conference) or DOTS}.{co_chair} Thư ký: {secretaries}. "
        "Tôi xin giới thiệu đại biểu, đọc chương trình và nội quy."
    )


def _earlier(facts: RunningOrderFacts) -> str:
    left = f" Đến hôm nay còn {counted(facts.open_promises)} việc chưa xong." if facts.open_promises else ""
    return f"Chủ trì: Trước khi vào việc mới, tôi báo lại việc đã hứa lần trước: việc nào xong, việc nào chưa, vì sao.{left}"


def _overview(_facts: RunningOrderFacts) -> str:
    return (
        "Chủ trì: Tôi nói ngắn về tình hình và những nội dung đối thoại hôm nay, để dành phần lớn thời gian cho bà con."
    )


def _before(facts: RunningOrderFacts) -> str:
    number = f" {counted(len(facts.matters))} ý kiến" if facts.matters else " các ý kiến"
    return (
        f"Chủ trì: Trước hội nghị, xã đã nhận{number} của bà con. Mời các đơn vị trả lời ngắn gọn, dễ hiểu: làm được gì, ai làm, "
        "ngày nào xong; chưa làm được thì nói rõ vì sao."
    )


def _floor(facts: RunningOrderFacts) -> str:
    each = f", mỗi lượt khoảng {counted(facts.minutes_each)} phút" if facts.minutes_each else ""
    return (
        f"Chủ trì: Mời bà con phát biểu theo thứ tự đã đăng ký{each}. Ai không tiện nói thì viết câu hỏi gửi thư ký. "
        "Tôi xin hỏi lại khi chưa rõ để ghi cho đúng ý bà con."
    )


def _answers(_facts: RunningOrderFacts) -> str:
    return (
        "Chủ trì: Tôi mời đơn vị phụ trách trả lời thẳng vào câu hỏi. Bà con nghe xong thấy chưa rõ, chưa đồng ý, xin hỏi lại. "
        "Việc nào hôm nay chưa trả lời được, tôi giao đơn vị và định ngày ngay tại đây."
    )


def _closing(_facts: RunningOrderFacts) -> str:
    return (
        "Chủ trì: Tôi kết luận bốn phần: việc đã bàn; việc đã giải quyết; việc chưa giải quyết; giao ai, ngày nào xong. "
        "Mời thư ký đọc lại biên bản để bà con cùng nghe. Xin cảm ơn bà con!"
    )


_SAID = {
    "opening": _opening,
    "earlier": _earlier,
    "overview": _overview,
    "before": _before,
    "floor": _floor,
    "answers": _answers,
    "closing": _closing,
}


def said_when(facts: RunningOrderFacts) -> list[tuple[str, str]]:
    """What happens out of turn, and what the chair may say then."""
    place = facts.contact.reception_place or "nơi tiếp công dân của xã"
    cases = [
        (
            "Câu hỏi ngoài nội dung",
            "Ý kiến này ngoài nội dung hôm nay. Thư ký ghi đầy đủ, xã trả lời riêng bằng văn bản. Mời bà con nói tiếp.",
        ),
        (
            "Người nói quá giờ",
            "Tôi đã hiểu ý chính. Xin nói nốt một câu, phần còn lại viết gửi thư ký, xã trả lời đủ.",
        ),
        (
            "Có lời tố cáo một người",
            f"Việc này pháp luật giữ kín, không nói tại đây. Mời gặp riêng cán bộ tại {place}. Thư ký không ghi phần này.",
        ),
        (
            "Đông người bức xúc, nói lớn",
            "Tôi nghe hết từng người. Xin mỗi người nói một lượt; bắt đầu từ người giơ tay trước.",
        ),
        (
            "Đơn vị chưa có câu trả lời",
            "Xã nhận còn nợ câu trả lời này. Tôi giao đơn vị trả lời bằng văn bản, chậm nhất ngày ……",
        ),
        (
            "Việc thuộc cấp trên",
            "Việc này ngoài quyền của xã. Xã chuyển cơ quan có thẩm quyền, theo dõi và báo lại bà con.",
        ),
        ("Không ai phát biểu", "Tôi đọc một ý kiến gửi trước để bà con cùng bàn. Ai ở gần việc này, mời nói thêm."),
    ]
    if facts.private_rule is PrivateRule.REFUSED:
        private = "Việc riêng của từng người không bàn ở đây. Sau hội nghị, cán bộ hướng dẫn đến đúng nơi giải quyết."
        cases.insert(1, ("Việc riêng của một người", private))
    return cases
