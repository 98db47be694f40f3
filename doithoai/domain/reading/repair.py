"""Letters a scan lost ("ch nh quyền", "l  ch hợp pháp", "x ") put back, and a few common misreadings mended.

Only words that cannot be Vietnamese start a repair, so a sound text passes through unchanged.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from doithoai.domain.reading.characters import fold
from doithoai.domain.reading.lines import Line
from doithoai.domain.reading.places import PROVINCES

_VOCABULARY = """
kết thúc|kết quả|kết hợp|tiếp tục|bế mạc|chậm nhất|hoàn thành|phân công|bảo đảm|đảm bảo|ban hành|chuẩn bị|rút kinh nghiệm|niêm yết|phân loại|khiếu nại|tố cáo
trường hợp|người dân|bức xúc|ngày làm việc|trong vòng|trước ngày|giấy tờ|đăng ký|cuộc đối thoại|buổi đối thoại|bằng văn bản|thời điểm|loa truyền thanh|đài truyền thanh|rộng rãi
ban chấp hành|ban công tác mặt trận|ban dân vận|ban lãnh đạo|ban thường vụ|báo cáo|bầu cử|bí thư|bố trí|cán bộ|cấp ủy|chấp hành
chức năng|chức trách|chức vụ|chứng nhận|chứng thực|chi bộ|chi đoàn|chi hội|chí minh|chính đáng|chính phủ|chính quyền|chính sách|chính thức|chính trị|chính xác|chỉ đạo|chỉ thị|chỉ huy
chủ tịch|chủ trì|chủ trương|chương trình|chuyên môn|công an|công chức|công dân|công khai|công tác|cơ quan|cơ sở|dân chủ|dân vận
diện tích|doanh nghiệp|dự kiến|đại biểu|đại diện|đảng ủy|đảng viên|đánh giá|địa bàn|địa điểm|địa chính|địa phương|điều kiện|đích
đoàn thể|đoàn viên|đối thoại|đối tượng|đồng chí|đơn vị|gia đình|giám sát|giải thích|giải quyết|giấy mời|hành chính|hình thức
hộ tịch|hội đồng nhân dân|hội nghị|hội trường|hội viên|hợp pháp|huyện ủy|hướng dẫn|kế hoạch|kế toán|kết luận|khích lệ|kiến nghị
kịp thời|kinh phí|kinh tế|kính gửi|kính mời|lãnh đạo|lãng phí|liên quan|lĩnh vực|lợi ích|lý do|mặt trận|mục đích|nghị quyết|nghị định
nghiêm túc|nguyện vọng|nhân dân|nhà văn hóa|nhiệm vụ|nơi nhận|nội dung|nông thôn mới|phát biểu|phát triển|phòng|phó bí thư|phó chủ tịch
phục vụ|phúc lợi|phối hợp|phương tiện|pháp luật|quan tâm|quản lý|quân sự|quốc phòng|quy chế|quy định|quyền lợi|quyết định|rộng rãi
sở|tài chính|tài liệu|tập thể|thành phần|thành viên|thanh niên|thân thiện|thẩm quyền|thị trấn|thích hợp|thiết thực|thông báo|thông tin|thông tư
thôn|thời gian|thời hạn|thống kê|thu thập|thủ tục|thường trực|thực hiện|tích cực|tiếp nhận|tiếp thu|tiếp xúc|tiêu cực|tỉnh ủy|tình hình
tổ chức|tổng hợp|tổ dân phố|trách nhiệm|trả lời|trật tự|trị an|triển khai|trình tự|trình bày|trực tiếp|trưởng thôn|truyền thanh
truyền thông|tuyên truyền|tư pháp|ủy ban|ủy viên|văn bản|văn hóa|văn phòng|vận động|vấn đề|viên chức|vị trí|vướng mắc|xã|xã hội
xã viên|xây dựng|xử lý|ý kiến|yêu cầu|chính kiến|khuyến khích|phân tích|thành tích|vi phạm|tính|chính|các xã|cấp xã|ủy ban nhân dân xã|lợi ích chính đáng
""".replace("\n", "|").strip("|")

_MISREAD = [
    (re.compile(r"(?i)\b(giấy) mới(?= theo| đến| cho| tham| dự)"), r"\1 mời"),
    (re.compile(r"(?i)\b(k)hôi (dân vận)"), r"\1hối \2"),
    (re.compile(r"\b(Q|q)uỹ (?=(?:I{1,3}|IV)\b)"), r"\1uý "),
    (re.compile(r"(?i)\b(đ)ôi (thoại)"), r"\1ối \2"),
    (re.compile(r"(?i)\b(quân sự) sự\b"), r"\1"),
]

_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
_SYLLABLE = re.compile(rf"^{_ONSET}[aeiouy]{{1,3}}(?:ng|nh|ch|[cmnpt])?$")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_FRAGMENT = 4


def _variants(phrase: str) -> Iterable[str]:
    """The phrase as it looks with one accented letter lost, or also the letter before it."""
    for place, letter in enumerate(phrase):
        if letter.isascii():
            continue
        for first in (place, place - 1) if " " in phrase else (place,):
            if first >= 0 and phrase[first] != " ":
                yield " ".join((phrase[:first] + " " + phrase[place + 1 :]).split())


def _damaged_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for phrase in (*_VOCABULARY.split("|"), *PROVINCES):
        for form in _variants(phrase.lower()):
            if any(_is_fragment(word) for word in form.split()):
                forms.setdefault(form, phrase)
    forms["x"] = "xã"
    return forms


def _is_fragment(word: str) -> bool:
    """Whether a short lower-case word cannot be a Vietnamese syllable."""
    if len(word) > _LONGEST_FRAGMENT or word[1:] != word[1:].lower():
        return False
    return not _SYLLABLE.match(fold(word))


_FORMS = _damaged_forms()
_LONGEST_FORM = max(len(form.split()) for form in _FORMS)


def repair_lines(lines: list[Line]) -> tuple[list[Line], list[int]]:
    """The lines with lost letters restored where the vocabulary allows, and the numbers of the lines damaged.

    Unknown fragments stay as they are. The work is linear in the text.
    """
    mended, damaged = [], []
    for line in lines:
        text, lost = _repair(line.text)
        if lost:
            damaged.append(line.number)
        for pattern, better in _MISREAD:
            text = pattern.sub(better, text)
        mended.append(line if text == line.text else replace(line, text=text))
    return mended, damaged


def _repair(text: str) -> tuple[str, bool]:
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    suspects = [place for place, (word, start, end) in enumerate(words) if _lone(text, word, start, end)]
    if not suspects:
        return text, False
    out, cursor, done = [], 0, 0
    for place in suspects:
        if place < done:
            continue
        found = _window(text, words, place, done)
        if found is None:
            continue
        first, last, whole = found
        start, end = words[first][1], words[last][2]
        lead = text[cursor:start]
        out.append(re.sub(r"(\S)?\s{2,}$", r"\1 ", lead) if lead.strip(" -+*") else lead)
        out.append(_cased(whole, words[first][0], inside=bool(lead.strip(" -+*") or cursor)))
        cursor, done = end, last + 1
    return "".join(out) + text[cursor:], bool(out)


def _lone(text: str, word: str, start: int, end: int) -> bool:
    if not _is_fragment(word) or (word.isupper() and len(word) > 1):
        return False
    after, before = text[end : end + 1], text[start - 1 : start]
    return (
        after in {"", " ", ",", ".", ";", ":"} and before in {"", " ", "("} and not (after in {")", "."} and not before)
    )


def _window(text: str, words: list[tuple[str, int, int]], place: int, done: int) -> tuple[int, int, str] | None:
    """The longest run of words around a fragment that is a known phrase with letters lost."""
    for size in range(_LONGEST_FORM, 0, -1):
        for first in range(max(done, place - size + 1), min(place, len(words) - size) + 1):
            run = words[first : first + size]
            if text[run[0][1] : run[-1][2]].translate(_GAPS).split() != [word for word, _, _ in run]:
                continue
            whole = _FORMS.get(" ".join(word.lower() for word, _, _ in run))
            if whole:
                return first, first + size - 1, whole
    return None


_GAPS = dict.fromkeys(map(ord, "\u00a0\t"), " ")


def _cased(whole: str, written: str, *, inside: bool) -> str:
    if whole[:1].isupper():
        return whole
    if written[:1].isupper() or not inside:
        return whole[:1].upper() + whole[1:] if written[:1].isupper() else whole
    return whole
