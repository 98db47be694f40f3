"""The words that name each kind of duty (notice, loudspeaker, invitations, answers, report…) in a clause.

The codes are those of the reading contract; rules that give each its legal date live elsewhere.
"""

import re
from dataclasses import dataclass

BEFORE = frozenset(
    {"issue_notice", "broadcast", "send_invitations", "collect_opinions", "synthesise", "prepare_answers"}
)
AFTER = frozenset(
    {"review", "answer", "extension_notice", "transfer_notice", "report", "publish_result", "survey", "synthesise"}
)
NOTICES = frozenset({"issue_notice", "broadcast", "send_invitations"})

_MEDIA = r"(?:\bloa\b|truyen thanh|phat thanh|phuong tien thong tin|thong tin dai chung|cong thong tin|trang thong tin|tttdt|ttdt|zalo|facebook|mang xa hoi|fanpage|he thong dai|website|dai chung|truyen thong)"
_ONE_ACT = (
    r"(?:(?!,\s*(?:gui|phat|niem|dang|de nghi|giao|ra|ban hanh|in)\b|\bva (?:phat|gui|niem|dang)\b)[^.;]){0,110}?"
)
_OPINION = (
    r"(?:y kien|kien nghi|phan anh|cau hoi|tam tu|nguyen vong|de xuat|noi dung (?:doi thoai|kien nghi|can|nhan dan))"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("survey", r"(?:lay y kien|khao sat|danh gia|phieu|do luong)[^.;]{0,50}(?:hai long)"),
    ("publish_result", r"(?<!\w)gui[^.;,]{0,20}(?:ket qua|ket luan)[^.;,]{0,40}(?:nhan dan|cong dan|thon|xom|ap\b|khu|to dan pho|nguoi)|(?:thong bao|cong khai|cong bo|niem yet|dang tai|dang(?! uy| bo| vien| ky)|phat(?! trien| sinh| huy| bieu| hien)|tuyen truyen|ban hanh|ra|pho bien)(?: cong khai| rong rai| day du| toan van| van ban| bang van ban| kip thoi)*[^.;,]{0,45}?(?:ket qua|ket luan|van ban tra loi|noi dung tra loi|thong bao ket luan)(?! thuc hien (?:nhiem vu|cong tac) duoc giao)|(?<!bao cao )(?:ket qua|ket luan)[^.;]{0,90}?(?:duoc|phai|se)(?: duoc)? (?:niem yet|cong khai|thong bao|cong bo|dang tai)(?:[^.;]{0,70}?(?:thong bao|dang tai|phat|gui)\b)?"),
    ("extension_notice", r"(?:gia han|keo dai|(?:can )?(?:co )?them thoi gian|chua the tra loi dung han|khong the tra loi dung)[^.;]{0,160}?(?:thong bao|ly do|van ban)|thong bao (?:ro )?ly do|(?:thong bao|neu ro)[^.;]{0,60}(?:ly do (?:cham|gia han|keo dai|chua))"),
    ("transfer_notice", r"(?:vuot|khong thuoc|ngoai|nam ngoai|thuoc) (?:qua )?tham quyen[^.;]{0,220}?(?:thong bao cho|chuyen|thong bao den|thong bao bang)|chuyen(?! mon| trach| vien| de)(?: den| toi| cho| len)?[^.;,]{0,70}?(?:co quan|cap|don vi|nguoi)[^.;,]{0,30}?(?:co )?(?:tham quyen|cap tren|chuc nang)|(?:phieu|van ban) chuyen"),
    ("broadcast", rf"(?:thong bao|tuyen truyen|phat(?! trien| sinh| huy| bieu| hien)|dua tin|dang tai|dang(?! uy| bo| vien| ky)|dua|cong khai|truyen thanh|phat thanh|phat song|thong tin|doc(?= thong bao| tren| ban tin))\b{_ONE_ACT}{_MEDIA}|{_MEDIA}[^.;]{{0,60}}?(?:thong bao|tuyen truyen|phat|dua tin|dang)"),
    ("send_invitations", r"(?:gui|phat hanh|ban hanh|ra|phat|chuyen|in|soan|trinh ky|giao)\s+(?:\w+\s+){0,4}?(?:giay|thu) moi|(?:giay|thu) moi\b|\bmoi (?!tang lop|nguoi|ho |thon|cuoc|quy|nam|thang|buoi|khi)(?:\w+ ){0,2}?(?:doan vien|hoi vien|nhan dan|dai bieu|thanh phan|cac ho|dai dien|cu tri|khach|cac thanh)"),
    ("issue_notice", r"(?:ban hanh|phat hanh|ra|xay dung|gui|du thao|soan thao|soan|tham muu)\s+(?:va (?:gui|niem yet)\s+)?(?:van ban\s+)?thong bao(?! ket)|niem yet|(?<!giay moi )(?<!thu moi )thong bao(?! ket| sau| cu the sau| rieng)(?=[^.;]{0,90}?(?:thoi gian|dia diem|noi dung|thoi diem|ke hoach|nhan dan|rong rai|cong khai|to chuc|lich|nguoi dan|cu tri|cac thon|bang van ban|ho dan|ho gia dinh|tung ho|cac ho|ba con|moi nguoi|hoi vien|doan vien|dai bieu|(?:toi|den|cho) (?:cac|tung|toan)|truoc (?:it nhat )?\d))"),
    ("review", r"rut kinh nghiem|(?:hop|tien hanh|to chuc) danh gia|danh gia,? rut|danh gia ket qua"),
    ("report", r"chuan bi bao cao (?:ket qua|tong ket)|(?<!hoan thanh )(?<!chuan bi )(?<!nghe )(?<!trinh bay )bao cao(?! vien| cac noi dung| noi dung| giai trinh| tra loi| kinh te| chuyen de| tom tat| viec chuan bi)|(?:gui|xay dung|lap|trinh|hoan thanh|nop) bao cao(?! giai trinh| noi dung)"),
    ("prepare_answers", r"bao cao giai trinh|noi dung giai trinh|cau tra loi|chuan bi[^.;]{0,70}?(?:noi dung|tra loi|giai trinh|bao cao|tai lieu|y kien|du thao|so lieu)(?: giai trinh| tra loi| y kien)*|(?:du thao|xay dung|soan thao|soan|viet)\b[^.;]{0,40}?(?:tra loi|bao cao|giai trinh|tai lieu|de cuong)|noi dung tra loi|tham muu[^.;]{0,40}?(?:noi dung|du thao|phuong an) (?:tra loi|giai trinh)|tra loi du kien|du kien (?:noi dung )?tra loi"),
    ("collect_opinions", rf"(?:thu thap|tap hop|(?<!bao )gom(?! co| y)|lay|tiep nhan|ghi nhan|thu nhan|nam bat|tham do|khao sat|thu(?! ky| tuc| truong| moi)|nhan(?! dan| su| luc)|lang nghe|trung cau|phat phieu)(?: va \w+| cac| nhung| phieu)*[^.;,]{{0,30}}?{_OPINION}|(?:gui|dang ky|nop|chuyen(?! mon| trach| vien| de)|phan anh)[^.;,]{{0,30}}?{_OPINION}|dang ky (?:noi dung|phat bieu|tham gia|cau hoi|doi thoai)|(?:nop|thu|ghi) phieu|hop (?:thon|dan|ban|xom|to dan pho)"),
    ("synthesise", r"tong hop(?! bao cao| ket qua,? bao cao|,? bao cao ket qua)|phan loai"),
    ("answer", r"(?<!ket qua )(?<!noi dung )(?<!du kien )(?<!thoi han )(?<!giam sat viec )(?<!theo doi viec )(?<!don doc viec )(?:tra loi|giai trinh)|(?<!ket qua )(?<!giam sat viec )(?<!theo doi viec )(?<!don doc viec )(?<!tham quyen )giai quyet(?<=thoi gian giai quyet)(?= khong qua| cham nhat| trong| toi da| la)|(?<!ket qua )(?<!giam sat viec )(?<!theo doi viec )(?<!don doc viec )(?<!tham quyen )giai quyet[^.;]{0,60}?(?:kien nghi|y kien|phan anh|vu viec|van de|ton tai|dut diem|xong)"),
)  # fmt: skip
_COMPILED = tuple((code, re.compile(rf"\b(?:{pattern})")) for code, pattern in _PATTERNS)
_OTHER = re.compile(
    r"\b(?:hoan thanh|hoan thien|hoan chinh|xay dung|ban hanh|chuan bi|bo tri|trang tri|lap|gui|luu|nop|trinh|kiem tra|hop|phe duyet|duyet|cu|to chuc|thanh lap|trien khai|phan cong|lua chon|thong nhat|khao sat|chon|thong bao|tuyen truyen|luu tru|ban giao|dang ky|xin y kien|cung cap|in|giao|tham muu|giam sat|chuyen)\b"
)
_HOLDING = re.compile(
    r"\b(?:to chuc|tien hanh|dien ra|khai mac)\s+(?:\w+,? ){0,3}?(?:hoi nghi|doi thoai|tiep xuc|buoi doi|cuoc doi)|^\W*(?:hoi nghi|doi thoai|tiep xuc|ngay doi thoai)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A duty named in a clause, with the offsets of the words that name it."""

    duty: str
    start: int
    end: int


def find_mentions(folded: str) -> list[Mention]:
    """Duties named in a folded clause, in order; of two that overlap the more particular is kept."""
    found: list[Mention] = []
    for code, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            mention = Mention(code, *match.span())
            if not any(_hides(other, mention) for other in found):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _hides(stronger: Mention, weaker: Mention) -> bool:
    """Whether a stronger reading covers a weaker one; a long span hides only what begins inside it."""
    if stronger.duty in {"transfer_notice", "extension_notice"}:
        return stronger.start <= weaker.start < stronger.end
    if stronger.duty == "broadcast" and weaker.duty == "send_invitations":
        return False
    return stronger.start <= weaker.start < stronger.end


def names_other_duty(folded: str) -> bool:
    """Whether a clause tells somebody to do something none of the codes names."""
    return bool(_OTHER.search(folded)) and not names_conference(folded)


def names_conference(folded: str) -> bool:
    """Whether a clause speaks of holding the conference itself."""
    return bool(_HOLDING.search(folded))
