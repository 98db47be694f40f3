import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.domain.identity import IdentityKind, Person, mask, suspects_in, tells_of
from doithoai.domain.texts import clean

SPEAKER = Person(name="Hoàng Thị Thử", phone="0912 000 345", address="Số 12 thôn Đông Phong")


@pytest.mark.parametrize(
    "text",
    [
        "Tôi là Hoàng Thị Thử ở xóm trên.",
        "toi la hoang thi thu o xom tren",
        "TÔI LÀ HOÀNG THỊ THỬ",
        unicodedata.normalize("NFD", "Tôi là Hoàng Thị Thử"),
        "Bà Thử hỏi việc này.",
        "chị thử nói",
        "Chị Thị Thử hỏi.",
        "Người hỏi: H.T. Thử",
        "Hoàng  Thị\nThử",
        "Gọi 0912000345",
        "Gọi 0912.000.345 nhé",
        "Gọi 0912 000 345",
        "Gọi 09 12 00 03 45",
        "Gọi +84 912 000 345",
        "Nhà ở số 12 thôn Đông Phong, gần cổng.",
    ],
)
def test_text_tells_of_the_speaker_however_it_is_written(text: str) -> None:
    assert tells_of(text, [SPEAKER]) is True
    assert any(suspect.certain for suspect in suspects_in(text, known=[SPEAKER]))


@pytest.mark.parametrize(
    "text",
    [
        "Đường thôn Đông Phong hỏng.",
        "Ông bà thử nghĩ xem, thôn cần đèn.",
        "Đề nghị thử nghiệm nước giếng.",
        "Bà con thôn ta cần 0913 000 111.",
    ],
)
def test_text_does_not_tell_of_the_speaker_when_words_only_sound_alike(text: str) -> None:
    assert tells_of(text, [SPEAKER]) is False


def test_given_name_alone_tells_nothing_of_one_among_the_hall() -> None:
    among = Person(name="Hoàng Thị Thử", by_given_name=False)

    assert tells_of("Bà Thử hỏi.", [among]) is False
    assert tells_of("Bà Hoàng Thị Thử hỏi.", [among]) is True


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Nhờ ông Khoát xem giúp.", IdentityKind.NAME, "ông Khoát"),
        ("Hộ Nguyễn Văn Tám lấn đường.", IdentityKind.NAME, "Nguyễn Văn Tám"),
        ("ho nguyen van tam lan duong", IdentityKind.NAME, "nguyen van tam"),
        ("Liên hệ 0988 000 123.", IdentityKind.PHONE, "0988 000 123"),
        ("CCCD 034 190 000 123", IdentityKind.NATIONAL_ID, "034 190 000 123"),
        ("số CMND 145000123 cấp lâu rồi", IdentityKind.NATIONAL_ID, "145000123"),
        ("thửa đất số 45, tờ bản đồ 12", IdentityKind.PLOT, "thửa đất số 45, tờ bản đồ 12"),
        ("ở số nhà 17B cuối làng", IdentityKind.ADDRESS, "số nhà 17B"),
        ("thư: ba.con@thu.vn nhé", IdentityKind.EMAIL, "ba.con@thu.vn"),
        ("tôi sinh năm 1961", IdentityKind.BIRTH_YEAR, "sinh năm 1961"),
        ("xe 17B1-234.56 chở đất", IdentityKind.VEHICLE, "17B1-234.56"),
        ("STK 1903 0001 2345 67", IdentityKind.ACCOUNT, "1903 0001 2345 67"),
    ],
)
def test_finder_names_what_may_identify_somebody(text: str, kind: IdentityKind, found: str) -> None:
    suspects = suspects_in(text)

    assert [(s.kind, s.found, s.certain) for s in suspects] == [(kind, found, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Bà con thôn Đoài đề nghị xã sửa đường 391.",
        "Đề nghị đồng chí Chủ tịch trả lời bà con.",
        "Hỗ trợ 500.000.000 đồng cho 12 hộ từ năm 2024.",
        "Lễ văn minh, quản lý thị trường.",
        "Ông Chủ tịch và bà Bí thư đã hứa.",
    ],
)
def test_finder_stays_silent_when_nobody_can_be_recognised(text: str) -> None:
    assert suspects_in(text) == ()


def test_place_names_are_not_taken_for_people() -> None:
    text = "Đường qua Đinh Công Tráng ngập."

    assert [s.found for s in suspects_in(text)] == ["Đinh Công Tráng"]
    assert suspects_in(text, places=["thôn Đinh Công Tráng"]) == ()


def test_masking_leaves_out_every_suspect() -> None:
    text = "Tôi là Hoàng Thị Thử, gọi 0912 000 345 về đường hỏng."

    assert mask(text, suspects_in(text, known=[SPEAKER])) == "Tôi là …, gọi … về đường hỏng."


@given(st.text(max_size=200), st.text(max_size=30), st.text(max_size=30))
def test_finder_takes_any_text_and_marks_places_within_it(text: str, name: str, phone: str) -> None:
    composed = clean(text)

    for suspect in suspects_in(text, known=[Person(name, phone, name)]):
        assert composed[suspect.start : suspect.end] == suspect.found
