"""Drafts from stored facts, numbers given once, issued papers that never change, duties ticked off by what proves them."""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import docx
import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound, Stale
from doithoai.domain.duties import Duty
from doithoai.domain.papers.plain import plain_text
from doithoai.domain.papers.record import paper_from_record
from doithoai.domain.roles import Role
from doithoai.stages.conference.models import Conclusion, Sitting
from doithoai.stages.documents.files import document_bytes, file_name, make_bytes
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import NumberBook, OfficialDocument
from doithoai.stages.documents.queries import document_in, documents_of
from doithoai.stages.documents.services.issue_document import Issue, issue_document
from doithoai.stages.documents.services.make_document import make_document
from doithoai.stages.duties.models import DutyEntry
from tests.factories.answers import make_answer, make_signed_answer
from tests.factories.conference import Hall, make_disposition, make_hall
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as, clerk_of, make_commune, make_post, make_user

pytestmark = pytest.mark.django_db

AT = datetime(2026, 10, 12, 3, 0, tzinfo=UTC)
AFTER = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
READING = {
    "legal_bases": [{"text": "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"}],
    "topics": ["Đường thôn", "Nước sạch"],
    "attendees": [
        {"side": "commune", "text": "Thường trực Đảng ủy xã"},
        {"side": "village", "text": "Trưởng thôn"},
        {"side": "citizens", "text": "Nhân dân trong thôn"},
    ],
    "recipients": [
        {"name": "Phòng Nội vụ huyện", "purpose": "report"},
        {"name": "Các thôn", "purpose": None},
        {"name": "Lưu: VT", "purpose": "archive"},
    ],
    "signatory": {"capacity": "TM. ỦY BAN NHÂN DÂN", "post": "CHỦ TỊCH", "name": "Lê Văn Ký"},
}


def hall_at(state: str = "planned", **plan_fields: object) -> Hall:
    """A hall whose plan was read, in the afternoon of its day."""
    hall = make_hall(state)
    plan = hall.conference.plan
    plan.reading = READING | plan_fields.pop("reading", {})
    plan.title = "Kế hoạch Tổ chức đối thoại với nhân dân năm 2026"
    for name, value in plan_fields.items():
        setattr(plan, name, value)
    plan.save()
    hall.conference.starts = time(14, 0)
    hall.conference.chair = "Chủ tịch UBND xã"
    hall.conference.save()
    hall.conference.villages.add(hall.village)
    return hall


@dataclass(frozen=True)
class Said:
    """Opinions of a concluded hall by what became of them."""

    hall: Hall
    names: tuple[str, ...]


@pytest.fixture
def concluded() -> Said:
    """Four opinions decided on, one complaint; each spoken by somebody with a name."""
    hall = hall_at("concluded")
    names = tuple(f"Phạm Thị Riêng {letter}" for letter in "ABCDE")
    outcomes = ("answered_now", "in_writing", "passed_up", "taken_apart", "taken_apart")
    for name, outcome in zip(names, outcomes, strict=True):
        opinion = make_opinion(
            hall.commune,
            f"{name} đề nghị sửa đường",
            conference=hall.conference,
            village=hall.village,
            topic="roads",
            speaker_name=name,
            summary="" if outcome == "in_writing" else "Đề nghị sửa đường",
            nature="complaint" if name.endswith("E") else "common",
        )
        make_disposition(
            opinion, outcome, said=f"Đã nói với {name}", unit=hall.unit, body="Sở Xây dựng", due_on=date(2026, 11, 18)
        )
    Conclusion.objects.create(
        conference=hall.conference, confirmed_by="Trì", confirmed_at=AFTER, remarks="Làm đúng hẹn."
    )
    return Said(hall, names)


def make(hall: Hall, kind: str, of_id: int | None = None, at: datetime = AT) -> OfficialDocument:
    wanted = of_id or (hall.conference.plan_id if KINDS[kind].of == "plan" else hall.conference.pk)
    return make_document(commune_id=hall.commune.pk, kind=kind, of_id=wanted, actor=hall.clerk, at=at)


def issue(document: OfficialDocument, hall: Hall, at: datetime = AT, **fields: object) -> OfficialDocument:
    return issue_document(
        document_id=document.pk, issue=Issue(version=document.version, **fields), actor=hall.clerk, at=at
    )


def words_in(document: OfficialDocument) -> str:
    return plain_text(paper_from_record(document.content))


# --- drafts --------------------------------------------------------------------------------------------------------


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


# --- issuing -------------------------------------------------------------------------------------------------------


def test_numbers_run_without_gap_by_kind_when_issued():
    hall = hall_at()
    kinds = ("conference_notice", "invitation", "conference_notice", "loudspeaker_bulletin")

    symbols = [issue(make(hall, kind), hall).symbol for kind in kinds]

    assert symbols == ["01/TB-UBND", "01/GM-UBND", "02/TB-UBND", ""]
    assert NumberBook.objects.count() == 2


def test_issued_paper_carries_number_and_day_and_no_other_change():
    hall = hall_at()
    draft = make(hall, "conference_notice")
    before = words_in(draft).splitlines()

    issued = issue(draft, hall)

    after = words_in(issued).splitlines()
    assert [(old.replace("\u00a0", "_"), new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("Số: _______/TB-UBND", "Số: 01/TB-UBND"),
        ("Bình Lãng, ngày_____tháng_____năm 2026", "Bình Lãng, ngày 12 tháng 10 năm 2026"),
    ]
    assert len(issued.sha256) == 64
    assert file_name(issued) == "01-TB-UBND.docx"


def test_number_of_the_office_book_is_taken_when_higher_and_refused_when_used():
    hall = hall_at()
    issue(make(hall, "conference_notice"), hall, number=48)

    with pytest.raises(BadInput, match="Số tiếp theo là 49"):
        issue(make(hall, "conference_notice"), hall, number=48)


def test_day_before_the_last_number_is_refused_and_leaves_no_gap():
    hall = hall_at()
    issue(make(hall, "conference_notice"), hall)
    draft = make(hall, "conference_notice")

    with pytest.raises(BadInput, match="không thể sớm hơn"):
        issue(draft, hall, on=date(2026, 10, 11))

    assert issue(draft, hall).number == 2


def test_day_to_come_is_refused():
    hall = hall_at()

    with pytest.raises(BadInput, match="sau hôm nay"):
        issue(make(hall, "conference_notice"), hall, on=date(2026, 10, 13))


def test_issuing_is_refused_when_the_draft_was_made_again():
    hall = hall_at()
    draft = make(hall, "conference_notice")
    make(hall, "conference_notice")

    with pytest.raises(Stale):
        issue(draft, hall)


def test_issuing_again_changes_nothing():
    hall = hall_at()
    issued = issue(make(hall, "conference_notice"), hall)

    again = issue(issued, hall, at=AT + timedelta(days=3))

    assert (again.number, again.issued_on, again.version) == (1, date(2026, 10, 12), issued.version)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.UNIT_OFFICER, Role.FRONT])
def test_issuing_is_the_clerk_alone(role):
    hall = hall_at()
    draft = make(hall, "conference_notice")

    with pytest.raises(NotAllowed):
        issue_document(
            document_id=draft.pk, issue=Issue(version=draft.version), actor=actor_as(role, hall.commune), at=AT
        )


def test_notice_ticks_off_its_duty_and_announces_the_conference():
    hall = hall_at()
    entry = DutyEntry.objects.create(
        commune=hall.commune,
        conference=hall.conference,
        duty=Duty.ISSUE_NOTICE.value,
        role="people_committee",
        actor="VP",
    )

    issued = issue(make(hall, "conference_notice"), hall)

    entry.refresh_from_db()
    hall.conference.refresh_from_db()
    assert (entry.done_on, entry.document_id) == (date(2026, 10, 12), issued.pk)
    assert "số 01/TB-UBND" in entry.proof
    assert hall.conference.state == "announced"


def test_draft_proves_nothing():
    hall = hall_at()
    entry = DutyEntry.objects.create(
        commune=hall.commune,
        conference=hall.conference,
        duty=Duty.ISSUE_NOTICE.value,
        role="people_committee",
        actor="VP",
    )

    make(hall, "conference_notice")

    entry.refresh_from_db()
    assert entry.done_on is None


def test_database_refuses_to_change_or_delete_an_issued_paper():
    hall = hall_at()
    issued = issue(make(hall, "conference_notice"), hall)

    with pytest.raises(DatabaseError), transaction.atomic():
        OfficialDocument.objects.filter(pk=issued.pk).update(title="khác")
    with pytest.raises(DatabaseError), transaction.atomic():
        OfficialDocument.objects.filter(pk=issued.pk).delete()


def test_record_is_whole_and_names_the_paper_when_a_word_was_changed():
    hall = hall_at()
    issued = issue(make(hall, "conference_notice"), hall)
    assert list(faults()) == []

    with connection.cursor() as cursor:
        table = "" if connection.vendor == "sqlite" else " ON documents_officialdocument"
        cursor.execute(f"DROP TRIGGER document_issued_kept{table}")
    content = issued.content
    content["blocks"][0]["summary"] += "!"
    OfficialDocument.objects.filter(pk=issued.pk).update(content=content)

    assert [fault.split(" (")[0] for fault in faults()] == [f"document:{issued.pk}: nội dung gốc đã bị sửa"]


def test_made_bytes_are_the_issued_paper_when_there_is_one():
    hall = hall_at()
    issued = issue(make(hall, "conference_notice"), hall)
    hall.conference.place = "Nơi khác"
    hall.conference.save()

    assert make_bytes("conference_notice", hall.conference.pk, today=date(2026, 10, 20)) == document_bytes(issued)


# --- answers to citizens -------------------------------------------------------------------------------------------


def _answer(hall: Hall, **fields: object):
    opinion = make_opinion(
        hall.commune,
        "Nhà tôi cuối xóm, đường lầy",
        conference=hall.conference,
        village=hall.village,
        topic="roads",
        speaker_name="bà Phạm Thị Riêng",
        public_text="Đề nghị sửa đường cuối xóm",
        public_checked_at=AFTER,
    )
    return make_signed_answer(opinion, hall.unit, **fields)


def test_letter_names_the_citizen_and_its_copy_does_not():
    hall = hall_at("concluded")
    answer = _answer(hall, public_text="Xã sẽ vá đường trước 15/12/2026", public_checked_at=AFTER)

    document = make(hall, "written_answer", answer.pk, at=AFTER)

    letter, copy = words_in(document), plain_text(paper_from_record(document.copy))
    assert f"Kính gửi: Bà Phạm Thị Riêng, thôn {hall.village.name}, xã Bình Lãng" in letter
    assert "Riêng" not in copy
    assert "Nhà tôi cuối xóm" not in copy
    assert "Xã sẽ vá đường trước 15/12/2026" in copy
    assert answer.opinion.code not in letter + copy


def test_copy_is_not_there_when_no_public_text_was_checked():
    hall = hall_at("concluded")

    document = make(hall, "written_answer", _answer(hall).pk, at=AFTER)

    assert document.copy is None
    with pytest.raises(NotFound, match="nội dung công khai"):
        document_bytes(document, copy=True)


def test_answer_is_issued_only_when_signed():
    hall = hall_at("concluded")
    opinion = make_opinion(hall.commune, conference=hall.conference, village=hall.village)
    answer = make_answer(opinion, hall.unit, text="Xã sẽ vá đường trước 15/12/2026.", state="drafted")
    draft = make(hall, "written_answer", answer.pk, at=AFTER)

    with pytest.raises(BadInput, match="chưa được duyệt ký"):
        issue(draft, hall, at=AFTER)


def test_issued_answer_has_no_type_code_and_stamps_its_copy_too():
    hall = hall_at("concluded")
    answer = _answer(hall, public_text="Xã sẽ vá đường", public_checked_at=AFTER)

    issued = issue(make(hall, "written_answer", answer.pk, at=AFTER), hall, at=AFTER)

    assert issued.symbol == "01/UBND-VP"
    assert "Số: 01/UBND-VP" in plain_text(paper_from_record(issued.copy))


# --- lists ---------------------------------------------------------------------------------------------------------


def test_papers_are_listed_within_the_commune_alone():
    hall, other = hall_at(), make_commune(name="Xã khác")
    document = make(hall, "conference_notice")

    assert list(documents_of(hall.clerk, hall.commune.pk, kind="conference_notice")) == [document]
    assert list(documents_of(clerk_of(other), other.pk)) == []
    with pytest.raises(NotFound):
        document_in(clerk_of(other), other.pk, document.pk)
    with pytest.raises(NotAllowed):
        documents_of(actor_as(Role.POLICE, hall.commune), hall.commune.pk)
