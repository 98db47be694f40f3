"""The bulletin read over the village loudspeakers: at most 60 seconds, 180 syllables, everything written for the ear."""

from doithoai.domain.papers.blocks import (
    Align,
    Block,
    Column,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Title,
    para,
)
from doithoai.domain.papers.letterhead import bare_header_of, signature_of
from doithoai.domain.papers.spoken import (
    WORDS_A_MINUTE,
    day_in_words,
    digits_in_words,
    hour_in_words,
    seconds_to_read,
    words_in,
)
from doithoai.domain.papers.wording import joined, lower_first
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.loudspeaker_bulletin.facts import LoudspeakerBulletinFacts
from doithoai.stages.documents.wording import chair_posts, citizens_words, due_words

_SHORT = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "TT.": "Thường trực",
}


def compose(facts: LoudspeakerBulletinFacts) -> Paper:
    """Heading, when to read, the text in large letters, who approved it."""
    spoken = spoken_sentences(facts)
    whole = " ".join(spoken)
    blocks: tuple[Block, ...] = (
        Title("BẢN TIN TRUYỀN THANH", f"Mời dự {facts.conference.event}"),
        _reading(facts, words=words_in(whole), seconds=seconds_to_read(whole)),
        *(Paragraph(para(sentence).text) for sentence in spoken),
        Signatures((Signature(("NGƯỜI ĐỌC",), "", note="(Ghi ngày, giờ đã phát)"), signature_of(facts.issuing))),
    )
    return Paper("Bản tin truyền thanh", facts.issuing.layout, bare_header_of(facts.issuing), blocks, body_pt=16)


def spoken_sentences(facts: LoudspeakerBulletinFacts) -> list[str]:
    """The text by paragraphs. Sentences of less weight are left out when the whole would pass 180 syllables."""
    conference = facts.conference
    if conference.on is None or not conference.place:
        raise MissingFacts("Bản tin cần có ngày, giờ và địa điểm. Chốt ngày và địa điểm của hội nghị rồi soạn lại.")
    hour = f"{hour_in_words(conference.starts)}, " if conference.starts else ""
    day = f"{hour}{day_in_words(conference.on)}"
    people = citizens_words(conference).removeprefix("Nhân dân ")
    kept = [
        f"Kính thưa bà con {people}!",
        f"{_said(facts.issuing.issuer.name)} mời bà con dự hội nghị đối thoại với {_said(chair_posts(conference))}.",
        f"Thời gian: {day}. Địa điểm: {lower_first(_said(conference.place))}.",
        "Kính mời bà con đến dự đông đủ, đúng giờ.",
    ]
    for at, sentence in _lesser(facts, day):
        grown = [*kept[:at], sentence, *kept[at:]]
        if words_in(" ".join(grown)) <= WORDS_A_MINUTE:
            kept = grown
    return kept


def _lesser(facts: LoudspeakerBulletinFacts, day: str) -> list[tuple[int, str]]:
    """Sentences by weight, each with its place among those already kept, counted from the end."""
    phone = digits_in_words(facts.contact.phone)
    ask = f"Ai chưa tiện nói thì nhờ trưởng thôn ghi giúp{f', hoặc gọi số {phone}' if phone else ''}."
    sentences = [(-1, "Bà con được nói, được hỏi và được trả lời ngay tại hội nghị."), (-1, ask)]
    sentences.append((-1, f"Xin nhắc lại: hội nghị vào {day}, tại {lower_first(_said(facts.conference.place))}."))
    sentences.append((-2, "Việc tố cáo xin bà con gặp riêng cán bộ tiếp dân, không nêu ở hội nghị."))
    if facts.subjects:
        sentences.append((3, f"Nội dung chính: {joined([_said(one) for one in facts.subjects])}."))
    return sentences


def _said(words: str) -> str:
    for short, full in _SHORT.items():
        words = words.replace(short, full)
    return words


def _reading(facts: LoudspeakerBulletinFacts, *, words: int, seconds: int) -> Table:
    columns = (Column("Đơn vị phát", 4), Column("Phát", 6), Column("Độ dài", 3, Align.CENTRE))
    start = f"Bắt đầu {due_words(facts.broadcast, with_basis=False)}" if facts.broadcast else "Từ khi nhận được bản tin"
    row = (
        facts.reader,
        f"{start}; mỗi ngày {facts.times_a_day:02d} lần, đọc chậm, rõ",
        f"{words} tiếng\nkhoảng {seconds} giây",
    )
    return Table(columns, (row,))


KIND = DocumentKind(
    code="loudspeaker_bulletin",
    type_code=None,
    name="Bản tin truyền thanh",
    of="conference",
    serves=("000-46", "001-23", "002-48"),
    facts=LoudspeakerBulletinFacts,
    compose=compose,
    proves="broadcast",
)
