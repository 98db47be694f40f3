"""Which laws were repealed and which bodies ended, and when: the table a reading is checked against unless another is given.

Sources: Law 77/2015/QH13, replaced from 01/3/2025 by Law 65/2025/QH15, replaced from 16/6/2025 by Law 72/2025/QH15;
Ordinance 34/2007/PL-UBTVQH11, replaced from 01/7/2023 by Law 10/2022/QH15; Decree 13/2023/NĐ-CP, replaced from 01/01/2026
by Decree 356/2025/NĐ-CP; no district level from 01/7/2025; provincial departments merged from 01/3/2025.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RepealedLaw:
    """A document no longer in force: its number, the words and year it is known by, and since when it is replaced."""

    citation: str
    words: str
    year: int | None
    since: date
    replaced_by: str


@dataclass(frozen=True, slots=True)
class EndedBody:
    """A kind of body that ceased: a folded pattern of its name, since when, and what took its place."""

    pattern: str
    since: date
    said_as: str


REPEALED: tuple[RepealedLaw, ...] = (
    RepealedLaw(
        "77/2015/QH13",
        "to chuc chinh quyen dia phuong",
        2015,
        date(2025, 3, 1),
        "Luật Tổ chức chính quyền địa phương năm 2025",
    ),
    RepealedLaw(
        "47/2019/QH14",
        "sua doi bo sung mot so dieu cua luat to chuc chinh phu",
        2019,
        date(2025, 3, 1),
        "Luật Tổ chức chính quyền địa phương năm 2025",
    ),
    RepealedLaw(
        "65/2025/QH15",
        "to chuc chinh quyen dia phuong so 65",
        None,
        date(2025, 6, 16),
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
    ),
    RepealedLaw(
        "11/2003/QH11",
        "to chuc hoi dong nhan dan va uy ban nhan dan",
        None,
        date(2016, 1, 1),
        "Luật Tổ chức chính quyền địa phương",
    ),
    RepealedLaw(
        "34/2007/PL-UBTVQH11",
        "phap lenh thuc hien dan chu",
        None,
        date(2023, 7, 1),
        "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
    ),
    RepealedLaw(
        "13/2023/NĐ-CP", "bao ve du lieu ca nhan nghi dinh", None, date(2026, 1, 1), "Nghị định số 356/2025/NĐ-CP"
    ),
    RepealedLaw(
        "110/2004/NĐ-CP", "nghi dinh cong tac van thu 2004", None, date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"
    ),
    RepealedLaw("01/2011/TT-BNV", "thong tu the thuc 2011", None, date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP"),
    RepealedLaw(
        "79/2003/NĐ-CP", "quy che thuc hien dan chu o xa", None, date(2007, 7, 1), "Pháp lệnh số 34/2007/PL-UBTVQH11"
    ),
    RepealedLaw(
        "04/2015/NĐ-CP",
        "dan chu trong hoat dong cua co quan hanh chinh",
        None,
        date(2023, 8, 14),
        "Nghị định số 59/2023/NĐ-CP",
    ),
)

ENDED: tuple[EndedBody, ...] = (
    EndedBody(
        r"\bhuyen\b|\bhuyen uy\b|\bthi xa\b|\bthi uy\b|\bquan uy\b|\bubnd quan\b|\buy ban nhan dan quan\b",
        date(2025, 7, 1),
        "cấp huyện",
    ),
    EndedBody(
        r"\bso (?:tai nguyen va moi truong|tn&mt|ke hoach va dau tu|thong tin va truyen thong|tt&tt|giao thong van tai|lao dong)",
        date(2025, 3, 1),
        "sở đã hợp nhất",
    ),
    EndedBody(r"\bban dan van (?:tinh|thanh)\b", date(2025, 3, 1), "Ban Dân vận (nay là Ban Tuyên giáo và Dân vận)"),
)

LAW_NOTICE_DAYS = 7
"""Least days between the public notice and the conference: Law 77/2015 Art. 125, Law 65/2025 Art. 24, Law 72/2025 Art. 43."""

PUBLICATION_SINCE = date(2025, 3, 1)
"""Since when the law asks for a council co-chair and for the result to be made public: Law 65/2025 Art. 24."""
