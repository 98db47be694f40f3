"""One conference for overseers, and the check of the record."""

from datetime import date

import pytest

from doithoai.base.audit import record
from doithoai.base.models import AuditHead, AuditLine
from doithoai.domain.roles import Role
from doithoai.stages.conference.models import Conclusion, Sitting
from doithoai.stages.notices.models import Posting
from doithoai.stages.oversight.models import SupervisionNote
from doithoai.web.watch.chain import first_fault_of, last_line_of
from tests.web.watch.conftest import NOW, opinion_in


def text_of(response):
    return response.content.decode()


@pytest.fixture
def concluded(hall):
    """Confirmed with one opinion in writing, whose decision names somebody aloud."""
    opinion = opinion_in(hall, summary="Đường thôn hỏng")
    line = {
        "opinion_id": opinion.pk, "number": "1", "summary": "Đường thôn hỏng", "village": hall.village.name,
        "said": "Giao anh Hoàng Thị Thử xem", "unit": hall.unit.name, "due_on": "2026-11-18", "body": "",
    }  # fmt: skip
    lists = {"discussed": [line], "settled": [], "unsettled": [line], "assigned": [line]}
    Conclusion.objects.create(
        conference=hall.conference, lists=lists, remarks="Làm đúng hạn.", confirmed_by="Nguyễn Văn Trì", confirmed_at=hall.at
    )  # fmt: skip
    return hall


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.FRONT, 200),
        (Role.COUNCIL_CHAIR, 200),
        (Role.UPPER_LEVEL, 403),
        (Role.POLICE, 403),
        (Role.SYSTEM_ADMIN, 403),
    ],
)
def test_conference_opens_by_role(hall, at_page, role, status):
    assert at_page("conference", hall, role, hall.conference.pk).get().status_code == status


def test_conference_shows_conclusion_minutes_and_postings(concluded, at_page):
    Sitting.objects.filter(conference=concluded.conference).update(
        minutes_text="Bà Hoàng Thị Thử phát biểu.", minutes_signed_by="Nguyễn Văn Trì", minutes_signed_at=concluded.at
    )
    Posting.objects.create(
        conference=concluded.conference, what="result", channel="headquarters", posted_on=date(2026, 11, 2),
        proof="Bảng tin trụ sở", posted_by="Trần Thị Sổ", recorded_at=concluded.at,
    )  # fmt: skip

    html = text_of(at_page("conference", concluded, Role.FRONT, concluded.conference.pk).get())

    assert "4. Giao trách nhiệm giải quyết, trả lời (1)" in html
    assert '<td data-label="Hạn">18/11/2026</td>' in html
    assert "đã ký: Nguyễn Văn Trì" in html
    assert "02/11/2026" in html
    assert "qua trưởng thôn" in html.lower()
    assert "Hoàng Thị Thử" not in html


def test_note_on_the_conference_is_kept_once_when_sent_twice(concluded, at_page):
    page = at_page("conference", concluded, Role.COUNCIL_CHAIR, concluded.conference.pk)

    page.post(finding="well_done", words="Tốt.")
    page.post(finding="well_done", words="Tốt.")

    assert SupervisionNote.objects.count() == 1


def test_note_on_the_conference_is_kept(concluded, at_page):
    at_page("conference", concluded, Role.COUNCIL_CHAIR, concluded.conference.pk).post(
        finding="well_done", words="Tốt."
    )

    assert SupervisionNote.objects.values_list("conference", "opinion", "finding").get() == (
        concluded.conference.pk,
        None,
        "well_done",
    )


def test_conference_of_another_commune_is_not_found(hall, at_page):
    assert at_page("conference", hall, Role.FRONT, 999_999).get().status_code == 404


@pytest.fixture
def chain(hall):
    """Three lines in the commune's record."""
    for number in range(3):
        record(hall.clerk, "thing.done", f"thing:{number}", chain=hall.commune.slug, at=NOW)
    return hall.commune.slug


def test_last_line_is_shown_for_printing(hall, at_page, chain):
    html = text_of(at_page("verify", hall).get())

    assert "Số 3" in html
    assert last_line_of(chain).grouped in html


@pytest.mark.parametrize(
    ("number", "typed", "words"),
    [
        (2, "own", "Khớp."),
        (2, "0123 4567 89ab", "Không khớp."),
        (99, "0123 4567 89ab", "Sổ không có dòng số này."),
        (2, "ngắn", "ít nhất 8 ký tự"),
    ],
)
def test_printed_line_is_compared(hall, at_page, chain, number, typed, words):
    digest = AuditLine.objects.get(chain=chain, number=2).digest
    typed = f"{digest[:4]} {digest[4:12].upper()}" if typed == "own" else typed

    response = at_page("verify", hall).post(compare="1", number=number, digest=typed)

    assert words in text_of(response)


def test_whole_chain_is_recounted(hall, at_page, chain):
    assert "Sổ còn nguyên từ dòng đầu đến dòng số 3." in text_of(at_page("verify", hall).post(recount="1"))


def test_fault_is_named_when_the_end_was_cut_off(chain):
    AuditHead.objects.filter(chain=chain).update(number=4)

    assert first_fault_of(chain) == 4


def test_chain_without_lines_is_whole(hall):
    assert first_fault_of(hall.commune.slug) == 0


@pytest.mark.parametrize(
    ("role", "status"), [(Role.FRONT, 200), (Role.UPPER_LEVEL, 200), (Role.POLICE, 403), (Role.VILLAGE_HEAD, 403)]
)
def test_record_is_checked_by_overseers(hall, at_page, role, status):
    assert at_page("verify", hall, role).get().status_code == status
