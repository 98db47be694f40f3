"""One name of the event for every paper, from the titles that real plans bear."""

import pytest

from doithoai.stages.documents.event_name import event_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Kế hoạch Tổ chức thực hiện việc tiếp xúc, đối thoại trực tiếp giữa Chủ tịch UBND xã với nhân dân thôn Mẫu năm 2021",
            "Hội nghị tiếp xúc, đối thoại trực tiếp giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân thôn Mẫu",
        ),
        (
            "Kế hoạch Tổ chức Hội nghị đối thoại trực tiếp giữa Người đứng đầu cơ quan hành chính với Nhân dân năm 2025",
            "Hội nghị đối thoại trực tiếp giữa người đứng đầu cơ quan hành chính với Nhân dân",
        ),
        ("Kế hoạch Tổ chức đối thoại với nhân dân năm 2019", "Hội nghị đối thoại với Nhân dân"),
        ("KẾ HOẠCH Tổ chức tiếp xúc, đối thoại với nhân dân năm 2025", "Hội nghị tiếp xúc, đối thoại với Nhân dân"),
        ("Hội nghị đối thoại với Nhân dân 2026 (2/3)", "Hội nghị đối thoại với Nhân dân"),
        ("Kế hoạch công tác năm 2026", "Hội nghị đối thoại với Nhân dân"),
        ("", "Hội nghị đối thoại với Nhân dân"),
        ("đối thoại " * 60, "Hội nghị đối thoại với Nhân dân"),
    ],
)
def test_event_name_is_one_phrase_without_type_and_year(title, name):
    assert event_name(title) == name
