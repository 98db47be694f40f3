"""Names of communes, provinces and villages as a document writes them.

Names are taken from the text; the list of provinces only tells where a province's name ends.
"""

import re
from collections import Counter
from collections.abc import Iterable

from doithoai.domain.reading.characters import fold, is_bare, is_capitals

_CAPITALS = "".join(
    chr(code) for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
_NAME = rf"[{_CAPITALS}][\w'’]*(?:[ \-][{_CAPITALS}][\w'’]*){{0,4}}"
_COMMUNE = re.compile(
    rf"\b(?<![Tt]hị )(?<!THỊ )(?<!thi )(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|XÃ|PHƯỜNG|[Xx]a|[Pp]huong|[Tt]hi tran)\s+(?P<name>\d{{1,2}}\b|{_NAME})(?P<next>\s+\w)?"
)
_NOT_A_NAME = {
    "to", "ban", "chu", "hoi", "cong", "nong", "phoi", "tham", "tren", "trong", "cac", "nhung", "nhan", "dang", "uy", "can", "viet", "theo", "chi",
    "thuc", "xay", "chuan", "thong", "tuyen", "ubnd", "hdnd", "mttq", "ntm", "kinh", "doi", "bao", "dam", "bo", "tong", "va", "ve", "nam", "gui", "giao",
    "de", "dong", "i", "ii", "iii", "iv", "v", "ke", "phu", "so", "truong", "van", "vp", "luu", "nguoi", "phong", "trung", "khong", "chuong", "noi", "lanh", "thuong",
}  # fmt: skip
_FULL_NAMES_STARTING_SO = re.compile(
    r"^(?:to|hoi|cong|dong|phu|nam|van|bao|kinh|trung|nhan|viet|so|trong|de|chi|an|bo|truong|phong|noi|dang|can|tong|thuong|chuong|nong|phoi) "
)
PROVINCES = """An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng
Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên
Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam
Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long
Vĩnh Phúc|Yên Bái|Hồ Chí Minh""".replace("\n", "|").split("|")
_CITIES = {"ha noi", "hai phong", "da nang", "can tho", "hue", "ho chi minh"}
_KNOWN = {fold(name): name for name in PROVINCES}
_KNOWN_PATTERN = "|".join(sorted(map(re.escape, _KNOWN), key=len, reverse=True)).replace(r"\ ", r"[ \-]+")
_PROVINCE = re.compile(rf"\b(?P<kind>tinh|tinh uy|thanh pho|thanh uy|tp)\.?\s+(?P<name>{_KNOWN_PATTERN})\b")
_OTHER_PROVINCE = re.compile(rf"\b(?:[Tt]ỉnh(?: ủy)?|TỈNH)\s+(?P<name>{_NAME})")
_VILLAGE = re.compile(
    r"\b(?P<kind>[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Bb]uôn|[Ll]àng|[Tt]ổ dân phố|TDP|[Kk]hu phố|KP|[Kk]hóm|[Tt]iểu khu|[Kk]hu dân cư|[Kk]hu|[Tt]hon|[Tt]o dan pho|[Kk]hu pho|[Xx]om|[Aa]p|[Bb]uon)"
    rf"\s+(?:số\s+|so\s+)?(?P<name>(?:\d{{1,2}}(?!\d)\w?(?! ?(?:buổi|cuộc|lần|người|hộ|đại biểu|ngày))|[IVX]+\b|{_NAME}(?: \d{{1,2}}(?![\d/.]| ?(?:hộ|người|ngày|giờ|cuộc)))?)(?:\s*\((?![^)]*(?:cụm|hội|nhà))[^)]{{1,30}}\))?)"
)
_MORE = re.compile(
    rf"\s*(?:,|;|và|va|-|\+|&)\s*(?:(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Bb]uôn|[Ll]àng|[Tt]ổ dân phố|TDP|[Kk]hu phố|[Kk]hóm|[Kk]hu|[Tt]hon)\s+)?(?:số\s+)?(?P<name>\d{{1,2}}\w?(?![\w/.:])|[IVX]+\b|{_NAME}(?: \d{{1,2}}(?![\d/.]| ?(?:hộ|người|ngày|giờ|cuộc)))?)"
)
_NOT_A_VILLAGE = re.compile(
    r"(?:truong (?:thon|ban|khu|ap|xom|phong)|ban (?:cong|chi|to|dan|thuong|chap)|bi thu|mat tran|chi (?:bo|hoi|doan|huy|uy)|doi (?:thoai|tuong|ngu)|nong (?:dan|thon)|"
    r"tu (?:phap|ngay|thang)|noi (?:dung|vu|nhan|quy)|dia (?:diem|ban|phuong|chinh)|thoi gian|nha (?:van|sinh|nuoc)|ubnd|hdnd|mttq|ubmttq|hoi (?:nghi|truong|dong|nong|phu|cuu|lien)|"
    r"doan (?:the|thanh|vien|cong)|cac|chu (?:tich|tri|toa)|cong (?:an|chuc|dan)|dang (?:uy|vien|bo)|van (?:phong|hoa|ban)|to (?:truong|chuc|dan|pho)|thanh (?:phan|vien|nien)|"
    r"nhan dan|trung tam|tren|can (?:bo|cu)|thuong truc|dai (?:dien|bieu)|toan the|uy ban|pho chu)\b"
)
_UP_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:\w+ ){0,3}\d")


def proper(name: str) -> str:
    """A name written in capitals with only its initials kept."""
    return (
        " ".join(word[:1] + word[1:].lower() for word in name.split()) if is_capitals(name) else " ".join(name.split())
    )


def commune_names(text: str) -> list[str]:
    """Names that follow "xã", "phường", "thị trấn" or "đặc khu" in a text, in order, repeats kept."""
    found = []
    for match in _COMMUNE.finditer(text):
        name = match["name"].strip()
        words = fold(name).split()
        if name.isdigit():
            found.append(name)
            continue
        if words[0] in _NOT_A_NAME and not (len(words) > 1 and _FULL_NAMES_STARTING_SO.match(fold(name))):
            continue
        if len(words) == 1 and match["next"] and not is_capitals(name):
            continue
        if is_capitals(name) and not is_capitals(match["kind"]) and len(name) > 2:
            continue
        if is_capitals(name) and not is_capitals(text.strip()):
            continue
        found.append(proper(name))
    return found


def most_named(names: Iterable[str]) -> str | None:
    """The name met most often, the first of equals."""
    counted = Counter(names)
    return max(counted, key=lambda name: counted[name]) if counted else None


def province_names(text: str) -> list[str]:
    """Names of provinces and centrally run cities, in the text's own spelling, in order, repeats kept."""
    found = []
    spans = []
    for match in _PROVINCE.finditer(fold(text)):
        kind = match["kind"]
        plain = " ".join(match["name"].replace("-", " ").split())
        if kind in {"thanh pho", "tp", "thanh uy"} and plain not in _CITIES:
            continue
        start, end = match.span("name")
        written = text[start:end]
        if not written[:1].isupper():
            continue
        found.append(_KNOWN.get(match["name"], proper(written)) if not is_bare(text) else proper(written))
        spans.append(match.start("name"))
    for match in _OTHER_PROVINCE.finditer(text):
        name = match["name"]
        known = match.start("name") in spans or fold(name).split()[0] in _NOT_A_NAME
        if not known and len(name.split()) > 1 and not is_capitals(name):
            found.append(name)
    return found


def village_names(text: str) -> list[str]:
    """Villages, hamlets and residential groups a text names, lists ("các thôn A, B và C") included, each once."""
    found: list[str] = []
    end = 0
    text = " ".join(text.split())
    for match in _VILLAGE.finditer(text):
        if match.start() < end or _NOT_A_VILLAGE.match(fold(text[match.start("name") : match.end("name") + 12])):
            continue
        kind = match["kind"]
        if match["name"][0].isdigit() and _UP_TO.match(text[match.end() : match.end() + 24]):
            continue
        names = [match["name"]]
        end = match.end()
        while more := _MORE.match(text, end):
            if _NOT_A_VILLAGE.match(fold(text[more.start("name") : more.end("name") + 12])):
                break
            names.append(more["name"])
            end = more.end()
        for name in names:
            clean = re.sub(r"\s*\(.*", "", name).strip(" -")
            if (
                clean
                and not _NOT_A_VILLAGE.match(fold(clean))
                and not (is_capitals(clean) and len(clean) > 4 and not is_capitals(text))
            ):
                found.append(
                    f"{kind.lower() if not kind.isupper() else kind} {clean}"
                    if clean[0].isdigit() or re.fullmatch(r"[IVX]+", clean)
                    else proper(clean)
                )
    return list(dict.fromkeys(found))
