"""Numbers given once, issued papers that never change, duties ticked off by what proves them; answers to citizens."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound, Stale
from doithoai.domain.duties import Duty
from doithoai.domain.papers.plain import plain_text
from doithoai.domain.papers.record import paper_from_record
from doithoai.domain.roles import Role
from doithoai.stages.documents.files import document_bytes, file_name, make_bytes
from doithoai.stages.documents.models import NumberBook, OfficialDocument
from doithoai.stages.documents.services.issue_document import Issue, issue_document
from doithoai.stages.duties.models import DutyEntry
from tests.factories.answers import make_answer, make_signed_answer
from tests.factories.conference import Hall
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as
from tests.stages.documents.office import AFTER, AT, hall_at, issue, make, words_in

pytestmark = pytest.mark.django_db


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
