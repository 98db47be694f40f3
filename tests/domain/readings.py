"""Readings of five plans: the facts of real ones in our own words, in the shape of the reader's JSON."""

from typing import Any

COUNTED = "day"


def stated(duty: str, amount: int | None, direction: str | None, anchor: str | None, **more: Any) -> dict[str, Any]:
    """One deadline as read."""
    return {
        "duty": duty, "amount": amount, "unit": None if amount is None else more.pop("unit", COUNTED),
        "direction": direction, "anchor": anchor, "on": None, "actor": None, "line": 1, "text": "", **more,
    }  # fmt: skip


LONG_PHUNG: dict[str, Any] = {
    "type": "plan", "form": "state", "issuer": "Ủy ban nhân dân xã Long Phụng", "commune": "Long Phụng",
    "province": "Quảng Ngãi", "number": None, "issued_on": None, "year": 2025, "title": "Kế hoạch đối thoại năm 2025",
    "legal_bases": [
        {"citation": None, "issued_on": "2025-06-16", "issuer": None, "text": "Luật Tổ chức chính quyền địa phương"},
        {"citation": "29/2022/QĐ-UBND", "issued_on": "2022-08-04", "issuer": "UBND tỉnh Quảng Ngãi", "text": "Quy chế"},
    ],
    "conferences": [
        {"earliest": "2025-01-01", "latest": "2025-12-31", "half_days": None, "place": "Nhà văn hóa thôn",
         "villages": [], "open": ["date", "village"]},
    ],
    "chairs": ["Chủ tịch UBND xã"], "secretaries": ["Chánh Văn phòng"], "topics": [],
    "exclusions": ["hỏi ngoài nội dung thì vẫn nhận và trả lời riêng bằng văn bản"],
    "deadlines": [
        stated("answer", 30, "after", "conference_end", actor="Chủ tịch UBND xã", line=28),
        stated("extension_notice", None, "before", "answer_due", actor="cơ quan tiếp nhận", text="báo rõ lý do"),
        stated("transfer_notice", None, None, None, text="báo thời gian và cơ quan chịu trách nhiệm"),
        stated("answer", None, "after", "conference_end", actor="các cơ quan chức năng", text="sớm nhất"),
        stated("issue_notice", 7, "before", "conference_day", actor="Văn phòng HĐND&UBND xã", line=47),
        stated("broadcast", 3, "before", "conference_day", actor="Trung tâm Cung ứng dịch vụ công xã", line=52),
    ],
    "tasks": [
        {"actor": "Văn phòng HĐND&UBND xã", "items": ["Ban hành thông báo", "tổng hợp ý kiến sau buổi đối thoại"]},
        {"actor": "Trung tâm Cung ứng dịch vụ công xã", "items": ["thông báo rộng rãi trên loa", "âm thanh, hội trường"]},
    ],
    "recipients": [{"name": "Sở Nội vụ", "purpose": "report"}, {"name": "Thanh tra tỉnh", "purpose": "report"}],
}  # fmt: skip

HA_TINH: dict[str, Any] = {
    "type": "plan", "form": "party", "issuer": "Ban Thường vụ Đảng ủy", "commune": None, "province": "Hà Tĩnh",
    "number": None, "issued_on": None, "year": 2025, "title": "Kế hoạch các hội nghị đối thoại năm 2025",
    "legal_bases": [
        {"citation": "657-QĐ/TU", "issued_on": "2018-04-04", "issuer": "Ban Thường vụ Tỉnh ủy", "text": "Quy chế"},
    ],
    "conferences": [
        {"earliest": f"2025-{month}-01", "latest": f"2025-{month}-{last}", "half_days": 1,
         "place": "nhà văn hóa thôn của 03 khu vực", "villages": [], "open": ["date", "place"]}
        for month, last in (("04", "30"), ("07", "31"), ("10", "31"))
    ],
    "chairs": ["Thường trực Đảng ủy"], "secretaries": [], "topics": [],
    "exclusions": ["Không đối thoại việc riêng lẻ của từng cá nhân"],
    "deadlines": [
        stated("report", None, "after", "conference_end", actor="Văn phòng Đảng ủy",
               text="báo cáo Ban Thường vụ Huyện ủy sau mỗi buổi"),
        stated("broadcast", 5, "before", "conference_day", actor="Bộ phận truyền thanh", line=124),
    ],
    "tasks": [
        {"actor": "UBMTTQVN xã", "items": ["chủ trì tổng hợp ý kiến của nhân dân"]},
        {"actor": "Văn phòng Đảng ủy", "items": ["phối hợp tổng hợp ý kiến, kiến nghị"]},
    ],
    "recipients": [{"name": "Ban Dân vận Huyện ủy", "purpose": None}],
}  # fmt: skip

BINH_LANG: dict[str, Any] = {
    "type": "plan", "form": "state", "issuer": "Ủy ban nhân dân xã Bình Lãng", "commune": "Bình Lãng",
    "province": "Hải Dương", "number": "48/KH-UBND", "issued_on": "2021-10-07", "year": 2021,
    "title": "Kế hoạch đối thoại với nhân dân thôn Đông Phong",
    "legal_bases": [{"citation": "03-QC/TU", "issued_on": "2021-03-18", "issuer": "Tỉnh ủy Hải Dương", "text": "Quy chế"}],
    "conferences": [
        {"earliest": "2021-10-28", "latest": "2021-10-28", "half_days": 1, "place": "Nhà văn hóa thôn",
         "villages": ["Đông Phong"], "open": []},
    ],
    "chairs": ["Chủ tịch UBND xã"], "secretaries": [], "topics": [], "exclusions": [],
    "deadlines": [
        stated("broadcast", 7, "before", "conference_day", actor="Ủy ban nhân dân xã", line=71),
        stated("send_invitations", 7, "before", "conference_day", actor="các tổ chức đoàn thể", line=71),
        stated("review", 5, "after", "conference_end", actor="đồng chí Chủ tịch UBND xã", line=89),
        stated("answer", 15, "after", "conference_end", unit="working_day",
               actor="các cơ quan, cán bộ, công chức được phân công", line=93),
    ],
    "tasks": [
        {"actor": "Công an xã", "items": ["bố trí lực lượng giữ an ninh, trật tự"]},
        {"actor": "Ban chỉ huy Quân sự xã", "items": ["cùng công an bảo đảm an ninh"]},
        {"actor": "Mặt trận Tổ quốc xã", "items": ["lấy ý kiến mức độ hài lòng"]},
    ],
    "recipients": [{"name": "Ban dân vận Huyện ủy", "purpose": None}],
}  # fmt: skip

SONG_AN: dict[str, Any] = {
    "type": "plan", "form": "state", "issuer": "Ủy ban nhân dân xã Song An", "commune": "Song An", "province": None,
    "number": "27/KH-UBND", "issued_on": "2019-06-21", "year": 2019, "title": "Kế hoạch đối thoại năm 2019",
    "legal_bases": [{"citation": None, "issued_on": None, "issuer": None, "text": "Luật năm 2015"}],
    "conferences": [
        {"earliest": "2019-11-01", "latest": "2019-11-30", "half_days": None, "place": "Hội trường UBND xã",
         "villages": [], "open": []},
    ],
    "chairs": ["Chủ tịch và Phó Chủ tịch UBND xã"], "secretaries": [], "topics": [], "exclusions": [], "deadlines": [],
    "tasks": [
        {"actor": "Công chức Văn phòng - Thống kê xã", "items": ["gửi giấy mời", "chuẩn bị hội trường"]},
        {"actor": "Trưởng các thôn, làng", "items": ["thông báo rộng rãi"]},
    ],
    "recipients": [],
}  # fmt: skip

CAI_BO: dict[str, Any] = {
    "type": "plan", "form": "state", "issuer": "UBND xã Cai Bộ", "commune": "Cai Bộ", "province": None, "number": None,
    "issued_on": None, "year": 2025, "title": "Kế hoạch đối thoại năm 2025",
    "legal_bases": [{"citation": None, "issued_on": None, "issuer": None, "text": "Điều 125 Luật năm 2015"}],
    "conferences": [
        {"earliest": "2025-07-01", "latest": "2025-09-30", "half_days": None, "place": "Hội trường", "villages": [],
         "open": ["date"]},
        {"earliest": "2025-10-01", "latest": "2025-12-31", "half_days": None, "place": "Hội trường", "villages": [],
         "open": ["date"]},
    ],
    "chairs": ["Chủ tịch UBND xã"], "secretaries": [], "topics": [], "exclusions": [],
    "deadlines": [
        stated("report", 10, "after", "conference_day", actor="Công chức Văn phòng - Thống kê", line=137,
               text="báo cáo UBND huyện (qua phòng Nội vụ)"),
        stated("answer", None, "after", None, actor="UB MTTQ và công chức liên quan", text="trong thời gian sớm nhất"),
    ],
    "tasks": [{"actor": "Công an xã, Ban chỉ huy quân sự xã", "items": ["phân công bảo đảm an ninh trật tự"]}],
    "recipients": [{"name": "Phòng Nội vụ huyện", "purpose": None}],
}  # fmt: skip

FIVE = {"Long Phụng": LONG_PHUNG, "Hà Tĩnh": HA_TINH, "Bình Lãng": BINH_LANG, "Song An": SONG_AN, "Cai Bộ": CAI_BO}
