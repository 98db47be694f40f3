"""Stretches of time as plans write them."""

import pytest

from doithoai.domain.reading.dates import find_stretches

CASES = [
    ("ngày 28/10/2021", [("2021-10-28", "2021-10-28")]),
    ("1/2 ngày, 28/10/2021", [("2021-10-28", "2021-10-28")]),
    ("trong tháng 11/2019", [("2019-11-01", "2019-11-30")]),
    ("tháng 4, tháng 7 và tháng 10", [("2025-04-01", "2025-04-30"), ("2025-07-01", "2025-07-31"), ("2025-10-01", "2025-10-31")]),
    ("Quý III,IV năm 2024", [("2024-07-01", "2024-09-30"), ("2024-10-01", "2024-12-31")]),
    ("quý 3/2024", [("2024-07-01", "2024-09-30")]),
    ("tuần 2 tháng 6", [("2025-06-08", "2025-06-14")]),
    ("tuần thứ hai của tháng 6 năm 2024", [("2024-06-08", "2024-06-14")]),
    ("tuần cuối tháng 11", [("2025-11-24", "2025-11-30")]),
    ("trung tuần tháng 9", [("2025-09-11", "2025-09-20")]),
    ("từ ngày 10 đến ngày 20 tháng 10", [("2025-10-10", "2025-10-20")]),
    ("từ ngày 28/12 đến ngày 05/01/2026", [("2025-12-28", "2026-01-05")]),
    ("ngày 15 và 16/10", [("2025-10-15", "2025-10-15"), ("2025-10-16", "2025-10-16")]),
    ("cuối năm 2025", [("2025-10-01", "2025-12-31")]),
    ("6 tháng đầu năm", [("2025-01-01", "2025-06-30")]),
    ("ngày 31/02/2025", []),
    ("mỗi quý một lần", []),
    ("Quy chế 03", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_stretch_is_read_as_written(text, expected):
    found = [(one.earliest.isoformat(), one.latest.isoformat()) for one in find_stretches(text, 2025)]

    assert found == expected


def test_day_without_a_year_is_left_out_when_no_year_is_known():
    assert find_stretches("ngày 05/6", None) == []
