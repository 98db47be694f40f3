"""Who is told to do something: the body named at the head of a clause, and where its verb begins.

The lexicons are of offices and of verbs of duty; no plan's own names stand here.
"""

import re

from doithoai.domain.reading.characters import fold, is_bare, starts_upper, tidy
from doithoai.domain.reading.lexicon import Lexicon

_VERBS = Lexicon(
    """tham mưu|phối hợp|chủ trì|chủ động|chuẩn bị|xây dựng|thông báo|tuyên truyền|tổng hợp|bố trí|đảm bảo|bảo đảm|chịu trách nhiệm|có trách nhiệm
    |có nhiệm vụ|thực hiện|tham dự|tham gia|chỉ đạo|phân công|cử|mời|gửi|phân tích|báo cáo|theo dõi|giám sát|hướng dẫn|vận động|tiếp nhận|trả lời|trực tiếp
    |đăng tải|đăng|phát|dự trù|đôn đốc|căn cứ|lập|rà soát|triển khai|cung cấp|làm|ghi|viết|soạn thảo|dự thảo|thu thập|tập hợp|tiến hành|niêm yết|công khai
    |trình|tổ chức|giúp|kiểm tra|xem xét|giải quyết|phải|được giao|đề xuất|nắm bắt|nắm|huy động|quán triệt|phổ biến|thống nhất|hoàn thành|hoàn thiện|hoàn chỉnh|ban hành
    |lưu trữ|lưu|giới thiệu|điều hành|kết luận|lãnh đạo|đề nghị|đề ra|xử lý|trang trí|hỗ trợ|thường xuyên|phản ánh|quay phim|chụp ảnh|đưa tin|viết tin
    |in ấn|phát hành|tạo điều kiện|đăng ký|lấy ý kiến|chuyển|công bố|cập nhật|sắp xếp|tăng cường|theo chức năng|nghiên cứu|bảo vệ|chi trả|thanh toán|cân đối
    |kịp thời|đồng chủ trì|phát biểu|giải trình|báo|xác minh|khảo sát|thẩm định|góp ý|dự|truyền tải|thu|giữ gìn|trang bị|quản lý|thành lập|đọc|tiếp thu|tiếp tục|thông tin|ra thông báo|ra giấy mời|ra văn bản|là cơ quan|là đơn vị|là đầu mối|là bộ phận|xin ý kiến|sử dụng|đánh giá|gặp gỡ|định kỳ|hằng quý|hàng quý|giao|nhắc nhở|khắc phục|sửa chữa|tuần tra|mở|họp|lấy|ấn định|chọn""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|"),
    unsure={"chuyển", "mời", "làm", "dự", "cử", "thu", "phát", "lập", "báo", "giúp", "đọc", "in ấn", "trình"},
)
_NOUNS = re.compile(
    r"(?<!\w)(?:cac to chuc|to chuc (?:doan the|chinh tri|hoi|dang|xa hoi|thanh vien|co so|ct|doan|lien quan|khac|va)|ban to chuc|ban chi dao|ban chi huy|chi huy truong|ban chi huy quan su|bo phan [\w ]{1,12}?(?=va|,|$)|"
    r"bo phan (?:tiep nhan|truyen thanh|tong hop|giup viec|van phong)(?: va tra ket qua)?|tiep nhan va tra ket qua|phuc vu hanh chinh|cung ung dich vu|quan su|dai truyen thanh|truyen thanh|truyen thong|"
    r"tai chinh - ke toan|nguoi chu tri|chu tri (?:hoi nghi|doi thoai|tiep xuc|buoi|cuoc)|ban giam sat|giam sat dau tu|thanh tra|to giup viec|to truyen thong|to bao ve|bao ve an ninh|luc luong|(?:(?<=^)|(?<=, )|(?<=; )|(?<=va )|(?<=cac )|(?<=dien )|(?<=moi )|(?<=cua ))lanh dao (?:dang|ubnd|uy|xa|phuong|cac|dia|hdnd|phong|cap|mttq|don|van)|"
    r"can bo lanh dao|dai dien lanh dao|bao cao vien|ban thuong vu|thuong truc|thuong vu|co lien quan|tham gia doi thoai|duoc phan cong|(?:co quan|don vi|bo phan|can bo) tiep nhan|dam bao antt|bao dam antt|dam bao an ninh trat tu|tham muu giup viec|tham muu, giup viec|co quan tham muu|phan cong phu trach|khoi|co nhiem vu|phat thanh|ban quan ly|quan ly dat|van hoa va thong tin|thong tin va truyen thong|van hoa[ -]+thong tin|phu trach|phong trao|quan ly du an)(?!\w)"
)
_OFFICE = re.compile(
    r"(?:cac |toan the |mot so |tat ca |tap the )*(?:dong chi |dc |d/c )?(?:uy ban|ubnd|hdnd|hoi dong|van phong|vp|phong|ban|bo phan|trung tam|tt|cong an|doi|dai|cong chuc|can bo|cc|chu tich|pho|bi thu|dang uy|dang bo|cap uy|"
    r"thuong truc|btt|uy vien|uy mttq|mat tran|mttq|ubmttq\w*|ub mttq|ub|doan|hoi|chi hoi|chi doan|to chuc|khoi|truong|thon|to truong|khu|ap|xom|ban cong tac|chi bo|chi uy|nhan dan|don vi|co quan|thu truong|lanh dao|nguoi|tram|hieu truong|"
    r"quan su|ke toan|van thu|to|tieu ban|chanh|giam doc|bch|bchqs|chi huy|luc luong|nganh|ban nganh|doan the|bo|dai bieu|thanh vien|vien chuc|thu ky|chinh quyen|lanh dao|tong|nhom|phong chuyen mon|co so|tinh|huyen|so|ca nhan|hop tac|trang|cong thong tin|ctv|chu tri|chi nhanh|don bien phong|hai quan|bien phong|kho bac|benh vien|kiem sat|thanh tra|dang vien|hoi dong|xa doan|phuong doan|lao dong|van hoa|tai chinh|tu phap|dia chinh|y te|noi vu|kinh te(?= ?[-,])|khuyen nong)(?!\w)"
)
_LEAD = re.compile(
    r"^\W*(?:(?:tran trong |kinh )?(?:de nghi|yeu cau|giao cho|giao|phan cong|uy quyen cho|moi|doi voi|trach nhiem cua|nhiem vu cua|uy nhiem|chi dao|giao nhiem vu cho|phan cong nhiem vu cho|de nghi cac)\b\s*:?\s*)+"
)
_DELEGATED = re.compile(
    r"(?:^|[\s,(])(?:giao trach nhiem cho|giao nhiem vu cho|giao cho|giao|chi dao|yeu cau|de nghi|phan cong(?: cu the)?(?: cho)?|thi|uy quyen cho)\s+$"
)
_HEAD_WORD = re.compile(r"(?:^|[\s,;])(?:ban|phong|to|doi|uy ban|bo phan|trung tam|tieu ban)\s+$")
_LONGEST_ACTOR = 200
_READ = 400


def actor_at(text: str) -> tuple[str, int] | None:
    """The body a clause begins with and where its own words go on, or null when it begins with none.

    "Giao Văn phòng tham mưu…" gives ("Văn phòng", offset of "tham mưu"); a clause that is a body's name and
    nothing more gives its whole length.
    """
    whole, text = len(text), text[:_READ]
    folded = fold(text)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else len(text) - len(text.lstrip(" -+*"))
    if not _OFFICE.match(folded, start) or _is_verb_phrase(folded, start):
        return None
    colon = folded.find(":", start, start + _LONGEST_ACTOR)
    limit = colon if colon >= 0 else len(text)
    verb = _first_verb(text, folded, start, limit)
    if verb is None:
        if limit - start > _LONGEST_ACTOR:
            return None
        return _clean(text[start:limit]), min(limit + 1, len(text)) if colon >= 0 else whole
    if verb - start > _LONGEST_ACTOR:
        return None
    return _clean(text[start:verb]), verb


def _clean(words: str) -> str:
    words = re.sub(
        r"\s+(?:sẽ|đã|cần|và|thì|có|là|được|khi|tiếp tục|cùng|để|chủ động|nghiêm túc|khẩn trương|tích cực)\s*$",
        "",
        tidy(words),
    )
    return tidy(words.strip(" -+*"))


def _is_verb_phrase(folded: str, start: int) -> bool:
    """Verbs that look like offices: "Tổ chức tuyên truyền…", "Ban hành thông báo…"."""
    return bool(
        re.match(
            r"to chuc (?!doan the|chinh tri|hoi\b|dang|xa hoi|thanh vien)|ban hanh|ban giao|phong ngua|phong chong|doi thoai|doi voi|doi moi|hoi nghi|hoi truong|chu tich nuoc|bao|thon tin|trang tri|ban bac|tong hop|tong ket|bo tri|bo sung|hoi y|lanh dao, chi dao|so luong|so cuoc|ban do|dai da so|to trinh|truong hop|nguoi dan duoc|tong so|tong kinh phi|trung tuan|so \d",
            folded[start:],
        )
    )


def _first_verb(text: str, folded: str, start: int, limit: int) -> int | None:
    nouns = [match.span() for match in _NOUNS.finditer(folded, start, limit)]
    best = None
    for begin, end in _VERBS.find(text, start + 1):
        if begin >= limit:
            break
        if any(first <= begin < last for first, last in nouns):
            continue
        if (
            folded[begin:end] == "to chuc"
            and re.search(r"(?:cac|,|va|mot so|moi)\s+$", folded[max(0, begin - 8) : begin])
            and not text[begin].isupper()
        ) and not re.match(
            r"\s+(?:hoi nghi|doi thoai|tuyen|trien|thuc|cong tac|thong|quan|lay|hop|tiep|cho)", folded[end:]
        ):
            continue
        if begin - start < 2 or (text[begin].isupper() and _HEAD_WORD.search(folded[start:begin])):
            continue
        best = begin
        break
    adverb = re.search(r"\b(?:se|can|cung|phai|co trach nhiem)\s+$", folded[start:best]) if best else None
    return start + adverb.start() if adverb and best else best


def delegated_before(text: str, position: int) -> str | None:
    """The body last given a duty ("giao cho…", "chỉ đạo…", "thì cơ quan…") in a clause, before a position."""
    folded = fold(text)
    found = None
    for match in _OFFICE.finditer(folded, max(0, position - 2_000), position):
        if match.start() and (folded[match.start() - 1].isalnum()):
            continue
        if not _DELEGATED.search(folded[max(0, match.start() - 60) : match.start()]):
            continue
        actor = actor_at(text[match.start() :])
        if actor and match.start() + len(actor[0]) <= position and len(actor[0]) < _LONGEST_ACTOR:
            found = actor[0]
    return found


def subject_after(text: str, position: int) -> str | None:
    """The body that opens the main clause after a leading phrase: "Chậm nhất 05 ngày sau hội nghị, Văn phòng…"."""
    for comma in re.finditer(r",\s*", text[position : position + 160]):
        at = position + comma.end()
        actor = actor_at(text[at:])
        if actor and at + actor[1] < len(text):
            return actor[0]
    direct = actor_at(text[position:].lstrip(" ,:"))
    return direct[0] if direct and direct[1] < len(text) - position else None


def looks_like_actor(text: str) -> bool:
    """Whether a whole heading is the name of a body and nothing else."""
    actor = actor_at(text)
    return (
        bool(actor)
        and actor is not None
        and actor[1] >= len(text.rstrip(" .:;,"))
        and (starts_upper(text) or is_bare(text))
    )
