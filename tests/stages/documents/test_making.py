"""Drafts from stored facts: what they tell, what they never tell, and when they are refused."""

import io
from datetime import date

import docx
import pytest

from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.domain.opinions import shown_receipt_code
from doithoai.domain.roles import Role
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.conference.models import AgendaItem, Sitting
from doithoai.stages.documents import queries
from doithoai.stages.documents.files import document_bytes, make_bytes
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.queries import document_in, documents_of
from doithoai.stages.documents.services.make_document import make_document
from doithoai.stages.opinions.models import AnswerBrief, Opinion
from doithoai.stages.plans.models import PlanTask
from tests.factories.answers import make_answer, make_extension
from tests.factories.people import actor_as, clerk_of, make_commune, make_post, make_user
from tests.stages.documents.office import AFTER, AT, hall_at, issue, make, words_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [code for code, kind in KINDS.items() if kind.of in ("plan", "conference")])
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


@pytest.fixture
def spoken(concluded):
    """An opinion of the concluded conference that was passed up, and an answer of it that takes longer."""
    opinions = Opinion.objects.filter(conference=concluded.hall.conference).order_by("pk")
    up, other = opinions[2], opinions[1]
    Transfer.objects.create(
        opinion=up, body="Sở Xây dựng", reason=f"Vì là đường tỉnh, nhà {up.speaker_name} ở cạnh", unit=concluded.hall.unit,
        transferred_on=date(2026, 11, 2), expected_on=date(2026, 12, 20), decided_by="Trì", decided_at=AFTER,
    )  # fmt: skip
    make_extension(make_answer(other, concluded.hall.unit), date(2026, 12, 5))
    return concluded, up, Answer.objects.get(opinion=other)


def test_receipt_tells_code_and_day_but_neither_speaker_nor_matter(spoken):
    concluded, opinion, _answer = spoken

    words = words_in(make(concluded.hall, "receipt", opinion.pk, at=AFTER))

    assert f"Mã phiếu: {shown_receipt_code(opinion.code)}" in words
    assert "ngày 18 tháng 11 năm 2026" in words
    assert [told for told in (*concluded.names, "đường", opinion.original_words) if told in words] == []


def test_receipt_promises_no_answer_when_the_opinion_was_taken_apart(spoken):
    concluded, opinion, _answer = spoken
    Opinion.objects.filter(pk=opinion.pk).update(state="taken_apart")

    assert "được trả lời chậm nhất" not in words_in(make(concluded.hall, "receipt", opinion.pk, at=AFTER))


def test_transfer_slip_names_nobody_while_the_notice_is_written_to_the_citizen(spoken):
    concluded, opinion, _answer = spoken

    slip = words_in(make(concluded.hall, "transfer_slip", opinion.pk, at=AFTER))
    notice = words_in(make(concluded.hall, "transfer_notice", opinion.pk, at=AFTER))

    assert "Kính gửi: Sở Xây dựng" in slip
    assert "trước ngày 20 tháng 12 năm 2026" in slip
    assert "của cấp xã vì là đường tỉnh" in slip
    assert opinion.speaker_name not in slip
    assert f"Kính gửi: Ông (Bà) {opinion.speaker_name}" in notice
    assert "Thời hạn trả lời: ngày 20 tháng 12 năm 2026." in notice
    assert opinion.code not in slip + notice


@pytest.mark.parametrize("kind", ["transfer_slip", "transfer_notice"])
def test_transfer_paper_is_refused_when_the_opinion_was_not_passed_up(kind, spoken):
    concluded, _up, answer = spoken

    with pytest.raises(BadInput, match="nơi chuyển"):
        make(concluded.hall, kind, answer.opinion_id, at=AFTER)


def test_transfer_slip_goes_to_the_successor_when_the_body_has_ceased(spoken):
    concluded, opinion, _answer = spoken
    Transfer.objects.filter(opinion=opinion).update(body="Phòng Nội vụ huyện")

    assert "Kính gửi: Sở Nội vụ" in words_in(make(concluded.hall, "transfer_slip", opinion.pk, at=AFTER))


def test_extension_notice_tells_old_day_new_day_and_reason(spoken):
    concluded, _up, answer = spoken

    words = words_in(make(concluded.hall, "extension_notice", answer.pk, at=AFTER))

    assert "hạn cũ là ngày 18 tháng 11 năm 2026. Đến nay chưa trả lời được vì chờ kết quả đo đạc lại thửa đất." in words
    assert "chậm nhất ngày 05 tháng 12 năm 2026" in words
    assert answer.opinion.speaker_name in words


def test_extension_notice_is_refused_when_nothing_was_extended(concluded):
    opinion = Opinion.objects.filter(conference=concluded.hall.conference).order_by("pk")[1]

    with pytest.raises(BadInput, match="chưa được gia hạn"):
        make(concluded.hall, "extension_notice", make_answer(opinion, concluded.hall.unit).pk, at=AFTER)


def test_letters_to_citizens_are_not_found_when_identity_may_not_be_seen(spoken, monkeypatch):
    concluded, opinion, _answer = spoken
    kinds = ("receipt", "transfer_notice", "transfer_slip")
    for kind in kinds:
        make(concluded.hall, kind, opinion.pk, at=AFTER)
    seen = documents_of(concluded.hall.clerk, concluded.hall.commune.pk)
    assert {one.kind for one in seen} == set(kinds)

    monkeypatch.setattr(queries, "may", lambda *_asked: False)

    assert {one.kind for one in documents_of(concluded.hall.clerk, concluded.hall.commune.pk)} == {"transfer_slip"}


def test_assignment_slip_gives_each_unit_its_opinions_with_day_and_rule(concluded):
    unit = concluded.hall.unit.name

    words = words_in(make(concluded.hall, "assignment_slip", at=AFTER))

    assert f"Kính gửi: {unit}" in words
    assert "giải quyết, dự thảo văn bản trả lời | 18/11/2026" in words
    assert [name for name in concluded.names if name in words] == []


def test_assignment_slip_is_refused_when_nothing_was_given_out():
    with pytest.raises(BadInput, match="Chưa giao ý kiến nào"):
        make(hall_at(), "assignment_slip")


@pytest.mark.parametrize("kind", ["answer_brief", "running_order"])
def test_papers_in_the_hall_hide_who_asked_when_the_unit_wrote_it_down(kind, concluded):
    opinion = Opinion.objects.filter(conference=concluded.hall.conference).order_by("pk")[1]
    Opinion.objects.filter(pk=opinion.pk).update(unit=concluded.hall.unit)
    AnswerBrief.objects.create(
        opinion=opinion, unit=concluded.hall.unit, facts=f"Đã gặp {opinion.speaker_name}, đo 42 mét.",
        proposed_answer=f"Làm xong trong quý I, đã nói với {opinion.speaker_name}.", written_by="x", written_at=AT,
    )  # fmt: skip

    words = words_in(make(concluded.hall, kind, at=AFTER))

    assert "Làm xong trong quý I" in words
    assert [name for name in concluded.names if name in words] == []


def test_agenda_counts_hours_until_a_length_is_open():
    hall = hall_at()
    for order, (title, minutes) in enumerate((("Khai mạc", 10), ("Đối thoại", None), ("Kết luận", 5)), start=1):
        AgendaItem.objects.create(conference=hall.conference, order=order, title=title, minutes=minutes)

    words = words_in(make(hall, "agenda"))

    assert "14 giờ 00 phút | Khai mạc" in words
    assert "14 giờ 10 phút | Đối thoại" in words
    assert "…… giờ …… | Kết luận" in words


def test_security_plan_tells_place_and_forces_but_no_opinion_and_no_name(concluded):
    hall = concluded.hall
    PlanTask.objects.create(plan=hall.conference.plan, order=1, actor="Công an xã", items=["bố trí 03 người"])
    PlanTask.objects.create(plan=hall.conference.plan, order=2, actor="Phòng Kinh tế", items=["chuẩn bị trả lời"])

    words = words_in(make(hall, "security_sheet", at=AFTER))

    assert "2. Địa điểm: Nhà văn hóa thôn." in words
    assert "- Bố trí 03 người." in words
    assert [told for told in ("Phòng Kinh tế", "sửa đường", *concluded.names, "Trần Thị Sổ") if told in words] == []
    assert "- Công an xã (t/h);" in words
    assert "Sở Nội vụ" not in words


def test_survey_is_a_paper_of_the_front_whoever_held_the_dialogue():
    document = make(hall_at(form="party"), "survey_form")

    assert document.form == "front"
    assert words_in(document).startswith("ỦY BAN MTTQ VIỆT NAM\nXÃ BÌNH LÃNG\nBAN THƯỜNG TRỰC")


def test_archive_index_lists_issued_papers_by_day_and_no_draft():
    hall = hall_at()
    issue(make(hall, "conference_notice"), hall)
    issue(make(hall, "plan"), hall)
    make(hall, "invitation")

    words = words_in(make(hall, "archive_index"))

    assert "1 | 01/TB-UBND | 12/10/2026 | Thông báo Hội nghị" in words
    assert "2 | 01/KH-UBND | 12/10/2026" in words
    assert "Giấy mời" not in words
    assert "Mục lục có 02 văn bản" in words
