"""Drafts from stored facts: what they tell, what they never tell, and when they are refused."""

import io
from datetime import date

import docx
import pytest

from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.domain.roles import Role
from doithoai.stages.conference.models import Sitting
from doithoai.stages.documents.files import document_bytes, make_bytes
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.queries import document_in, documents_of
from doithoai.stages.documents.services.make_document import make_document
from tests.factories.people import actor_as, clerk_of, make_commune, make_post, make_user
from tests.stages.documents.office import AFTER, AT, hall_at, make, words_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [code for code, kind in KINDS.items() if kind.of != "answer"])
def test_draft_is_made_of_stored_facts_when_the_conference_is_over(kind, concluded):
    document = make(concluded.hall, kind, at=AFTER)

    assert document.state == "draft"
    assert (document.number, document.symbol, document.issued_on) == (None, "", None)
    assert docx.Document(io.BytesIO(document_bytes(document))).paragraphs


def test_notice_tells_day_place_and_people():
    hall = hall_at()

    words = words_in(make(hall, "conference_notice"))

    assert "1. Thời gian: 14 giờ 00 phút, thứ Tư, ngày 28 tháng 10 năm 2026" in words
    assert "2. Địa điểm: Nhà văn hóa thôn." in words
    assert f"toàn thể Nhân dân thôn {hall.village.name}" in words
    assert "Hội nghị đối thoại với Nhân dân năm 2026" in words
    assert "không đối thoại, không trả lời những việc riêng" in words


def test_notice_is_refused_in_words_when_the_day_is_open():
    hall = hall_at()
    hall.conference.open = ["date"]
    hall.conference.save()

    with pytest.raises(BadInput, match="Chọn ngày, giờ"):
        make(hall, "conference_notice")


def test_recipient_that_ceased_is_replaced_and_the_archive_comes_last():
    words = words_in(make(hall_at(), "conference_notice"))

    assert "- Sở Nội vụ (b/c);\n- Các thôn;\n- Lưu: VT." in words
    assert "Phòng Nội vụ" not in words


def test_chair_in_post_signs_before_whoever_signed_the_plan():
    hall = hall_at()
    make_post(make_user("Đỗ Thị Đương"), Role.CHAIR, hall.commune, title="Phó Chủ tịch UBND xã")

    words = words_in(make(hall, "conference_notice"))

    assert words.endswith("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐỗ Thị Đương\n")


def test_party_plan_gives_party_papers():
    hall = hall_at(form="party", reading={"signatory": {"post": "PHÓ BÍ THƯ", "name": "Lê Văn Ký"}})

    words = words_in(make(hall, "conference_notice"))

    assert words.startswith("ĐẢNG BỘ TỈNH")
    assert words.endswith("- Lưu Văn phòng Đảng ủy.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn Ký\n")


def test_invitations_are_one_for_each_body_but_none_for_citizens():
    words = words_in(make(hall_at(), "invitation"))

    assert [line for line in words.splitlines() if line.startswith("Kính gửi")] == [
        "Kính gửi: Thường trực Đảng ủy xã",
        "Kính gửi: Trưởng thôn",
    ]


def test_minutes_hold_the_secretary_words_when_written(concluded):
    Sitting.objects.filter(conference=concluded.hall.conference).update(
        minutes_text="I. THỜI GIAN\n\n- Chủ trì: Bà Trì."
    )

    words = words_in(make(concluded.hall, "minutes", at=AFTER))

    assert "I. THỜI GIAN\n- Chủ trì: Bà Trì.\nTHƯ KÝ" in words


def test_draft_made_again_takes_the_new_facts_and_stays_one():
    hall = hall_at()
    first = make(hall, "conference_notice")
    hall.conference.place = "Hội trường lớn"
    hall.conference.save()

    second = make(hall, "conference_notice")

    assert (second.pk, second.version) == (first.pk, first.version + 1)
    assert "Hội trường lớn" in words_in(second)


@pytest.mark.parametrize("kind", ["conclusion_notice", "result_report"])
def test_paper_is_refused_in_words_when_the_conclusion_is_not_confirmed(kind):
    with pytest.raises(BadInput, match="Xác nhận kết luận"):
        make(hall_at("held"), kind, at=AFTER)


@pytest.mark.parametrize("kind", ["conclusion_notice", "result_report", "minutes"])
def test_paper_names_nobody_who_sent_an_opinion(kind, concluded):
    words = words_in(make(concluded.hall, kind, at=AFTER))

    said = ("Đề nghị sửa đường", "Đường sá, cầu cống")
    assert any(one in words for one in said)
    if kind != "minutes":
        assert [name for name in concluded.names if name in words] == []
    assert concluded.names[-1] not in words


def test_report_counts_every_opinion_but_complaints(concluded):
    words = words_in(make(concluded.hall, "result_report", at=AFTER))

    assert "Cộng | 4 | 0 | 1 | 1 | 1 | 1" in words


@pytest.mark.parametrize("role", [Role.POLICE, Role.FRONT, Role.VILLAGE_HEAD, Role.UNIT_OFFICER, Role.UPPER_LEVEL])
def test_draft_is_refused_when_the_role_makes_no_papers(role):
    hall = hall_at()

    with pytest.raises(NotAllowed):
        make_document(
            commune_id=hall.commune.pk,
            kind="conference_notice",
            of_id=hall.conference.pk,
            actor=actor_as(role, hall.commune),
            at=AT,
        )


def test_draft_is_not_found_when_of_another_commune():
    hall, other = hall_at(), make_commune(name="Xã khác")

    with pytest.raises(NotFound):
        make_document(
            commune_id=other.pk, kind="conference_notice", of_id=hall.conference.pk, actor=clerk_of(other), at=AT
        )


def test_draft_is_not_found_when_the_kind_is_unknown():
    with pytest.raises(NotFound, match="loại văn bản"):
        make_bytes("poem", 1, today=date(2026, 1, 1))


def test_papers_are_listed_within_the_commune_alone():
    hall, other = hall_at(), make_commune(name="Xã khác")
    document = make(hall, "conference_notice")

    assert list(documents_of(hall.clerk, hall.commune.pk, kind="conference_notice")) == [document]
    assert list(documents_of(clerk_of(other), other.pk)) == []
    with pytest.raises(NotFound):
        document_in(clerk_of(other), other.pk, document.pk)
    with pytest.raises(NotAllowed):
        documents_of(actor_as(Role.POLICE, hall.commune), hall.commune.pk)
