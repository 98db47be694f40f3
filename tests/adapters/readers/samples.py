"""What the five sample plans say: the facts a reader must find in them, and which real plan each retells."""

from typing import Any

Row = tuple[str, int | None, str | None, str | None]

DEADLINES: dict[str, list[Row]] = {
    "long-phung-2025": [
        ("answer", 30, "day", "after"), ("extension_notice", None, None, "before"), ("transfer_notice", None, None, "after"),
        ("answer", None, None, "after"), ("issue_notice", 7, "day", "before"), ("synthesise", None, None, "after"),
        ("broadcast", 3, "day", "before"),
    ],
    "ha-tinh-2025": [("report", None, None, "after"), ("broadcast", 5, "day", "before")],
    "binh-lang-2021": [
        ("broadcast", 7, "day", "before"), ("send_invitations", 7, "day", "before"), ("answer", None, None, "after"),
        ("review", 5, "day", "after"), ("answer", 15, "working_day", "after"), ("publish_result", None, None, "after"),
    ],
    "song-an-2019": [],
    "cai-bo-2025": [("review", None, None, "after"), ("report", 10, "day", "after"), ("answer", None, None, "after")],
}  # fmt: skip

CONFERENCES: dict[str, list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]] = {
    "long-phung-2025": [("2025-01-01", "2025-12-31", (), ("date", "village"))],
    "ha-tinh-2025": [
        ("2025-04-01", "2025-04-30", (), ("date", "place")),
        ("2025-07-01", "2025-07-31", (), ("date", "place")),
        ("2025-10-01", "2025-10-31", (), ("date", "place")),
    ],
    "binh-lang-2021": [("2021-10-28", "2021-10-28", ("Đông Phong",), ())],
    "song-an-2019": [("2019-11-01", "2019-11-30", (), ())],
    "cai-bo-2025": [("2025-07-01", "2025-09-30", (), ("date",)), ("2025-10-01", "2025-12-31", (), ("date",))],
}

WARNINGS: dict[str, set[str]] = {
    "long-phung-2025": {
        "missing_number", "inconsistent_name", "no_co_chair", "open_field", "notice_shorter_than_law", "no_result_publication",
    },
    "ha-tinh-2025": {
        "missing_number", "damaged_text", "open_field", "abolished_recipient", "missing_deadline", "notice_shorter_than_law",
        "no_result_publication",
    },
    "binh-lang-2021": {"inconsistent_name"},
    "song-an-2019": {"missing_deadline"},
    "cai-bo-2025": {
        "missing_number", "repealed_basis", "no_co_chair", "open_field", "abolished_recipient", "missing_deadline",
        "no_result_publication",
    },
}  # fmt: skip

FACTS: dict[str, dict[str, Any]] = {
    "long-phung-2025": {
        "form": "state",
        "commune": "Long Phụng",
        "province": "Quảng Ngãi",
        "number": None,
        "year": 2025,
    },
    "ha-tinh-2025": {"form": "party", "commune": None, "province": "Hà Tĩnh", "number": None, "year": 2025},
    "binh-lang-2021": {
        "form": "state",
        "commune": "Bình Lãng",
        "province": "Hải Dương",
        "number": "48/KH-UBND",
        "year": 2021,
    },
    "song-an-2019": {"form": "state", "commune": "Song An", "province": None, "number": "27/KH-UBND", "year": 2019},
    "cai-bo-2025": {"form": "state", "commune": "Cai Bộ", "province": None, "number": None, "year": 2025},
}

ORIGINALS = {
    "long-phung-2025": "000_61189790da8d0068.txt",
    "ha-tinh-2025": "001_a3a2d733ec06352d.txt",
    "binh-lang-2021": "002_5879b779847d6dbe.txt",
    "song-an-2019": "003_323c5fefb890392e.txt",
    "cai-bo-2025": "004_8f39b89048979023.txt",
}
