from doithoai.domain.reading.another_year import in_year, moved

FOUND = {
    "title": "Kế hoạch đối thoại năm 2025",
    "year": 2025,
    "number": "12/KH-UBND",
    "issued_on": "2025-03-04",
    "conferences": [{"earliest": "2025-10-01", "latest": "2025-10-31", "place": "Nhà văn hóa"}],
    "deadlines": [{"duty": "report", "on": "2025-12-15"}, {"duty": "answer", "amount": 15, "on": None}],
}


def test_plan_moves_every_date_when_carried_to_another_year():
    carried = in_year(FOUND, 2026)

    assert carried == {
        "title": "Kế hoạch đối thoại năm 2026",
        "year": 2026,
        "number": None,
        "issued_on": None,
        "conferences": [{"earliest": "2026-10-01", "latest": "2026-10-31", "place": "Nhà văn hóa"}],
        "deadlines": [{"duty": "report", "on": "2026-12-15"}, {"duty": "answer", "amount": 15, "on": None}],
    }


def test_plan_stays_when_its_year_is_the_same_or_unknown():
    unknown = {**FOUND, "year": None}

    assert (in_year(FOUND, 2025), in_year(unknown, 2026)) == (FOUND, unknown)


def test_moved_keeps_to_february_when_the_day_is_a_leap_day():
    assert [moved("2024-02-29", 1), moved("2024-02-29", 4), moved("tháng 5", 1), moved(None, 1)] == [
        "2025-02-28",
        "2028-02-28",
        None,
        None,
    ]
