"""Petitions without identity: lists, filters, one petition's way, notes; and who may read them."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.domain.roles import Role
from doithoai.stages.oversight.models import SupervisionNote
from tests.factories.answers import make_answer, make_extension, make_signed_answer
from tests.factories.conference import make_disposition
from tests.factories.people import make_commune, make_village
from tests.web.watch.conftest import NOW, opinion_in


def text_of(response):
    return response.content.decode()


ROLES = [
    (Role.FRONT, 200),
    (Role.COUNCIL_CHAIR, 200),
    (Role.CLERK, 200),
    (Role.UPPER_LEVEL, 403),
    (Role.POLICE, 403),
    (Role.SYSTEM_ADMIN, 403),
]


@pytest.mark.parametrize(("role", "status"), ROLES)
def test_petitions_open_by_role(hall, at_page, late, role, status):
    assert at_page("petitions", hall, role).get().status_code == status
    assert at_page("petition", hall, role, late.opinion_id).get().status_code == status


def test_petitions_are_not_for_one_village_or_unit(hall, at_page, late):
    for role, post in ((Role.VILLAGE_HEAD, {"village": hall.village}), (Role.UNIT_OFFICER, {"unit": hall.unit})):
        assert at_page("petitions", hall, role, **post).get().status_code == 403
        assert at_page("petition", hall, role, late.opinion_id, **post).get().status_code == 403


@pytest.mark.usefixtures("late", "broken", "passed_up")
def test_list_shows_unit_date_and_lateness(hall, at_page):
    html = text_of(at_page("petitions", hall).get())

    assert "3 kiến nghị" in html
    assert "18/11/2026" in html
    assert "Quá hạn 3 ngày" in html
    assert "Sở Xây dựng" in html


@pytest.mark.usefixtures("late", "broken", "passed_up")
@pytest.mark.parametrize("shown", ["", "qua-han", "hua", "chuyen"])
def test_lists_never_show_who_spoke(hall, at_page, shown):
    html = text_of(at_page("petitions", hall).get(xem=shown))

    for secret in ("Hoàng Thị Thử", "0912345678", "trạm bơm"):
        assert secret not in html


@pytest.mark.usefixtures("late", "broken", "passed_up")
@pytest.mark.parametrize(
    ("shown", "there"), [("qua-han", "Đường thôn hỏng"), ("hua", "Thiếu đèn đường"), ("chuyen", "Đường tỉnh lún")]
)
def test_each_list_holds_its_own(hall, at_page, shown, there):
    html = text_of(at_page("petitions", hall).get(xem=shown))

    assert "1 kiến nghị" in html
    assert there in html


@pytest.mark.usefixtures("late", "broken", "passed_up")
@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"state": "transferred"}, 1),
        ({"topic": "roads"}, 3),
        ({"topic": "land"}, 0),
        ({"state": "la"}, 3),
        ({"village": "999999"}, 3),
    ],
)
def test_filters_narrow_the_list(hall, at_page, query, number):
    assert f"{number} kiến nghị" in text_of(at_page("petitions", hall).get(**query))


def test_filter_by_village_holds_only_its_own(hall, at_page):
    other = make_village(hall.commune, "Tây Phong")
    opinion_in(hall, summary="Việc Tây Phong", village=other)
    opinion_in(hall, summary="Việc thôn kia")

    html = text_of(at_page("petitions", hall).get(village=other.pk))

    assert "Việc Tây Phong" in html
    assert "Việc thôn kia" not in html


def test_petition_without_summary_shows_its_topic_and_never_its_words(hall, at_page):
    opinion_in(hall)

    html = text_of(at_page("petitions", hall).get())

    assert "Đường sá, cầu cống" in html
    assert "trạm bơm" not in html


def test_petition_shows_its_whole_way(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng")
    make_disposition(
        opinion, "in_writing", unit=hall.unit, due_on=date(2026, 11, 18), decided_at=hall.at, decided_by="Nguyễn Văn Trì"
    )  # fmt: skip
    answer = make_answer(opinion, hall.unit, date(2026, 11, 18))
    make_extension(answer, date(2026, 12, 1))

    html = text_of(at_page("petition", hall, Role.FRONT, opinion.pk).get())

    steps = [
        "Xã nhận ý kiến (phiếu giấy)",
        "Chủ trì giao trả lời bằng văn bản",
        "Gia hạn từ 18/11/2026 đến 01/12/2026",
    ]
    places = [html.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)


def test_petition_is_drawn_at_the_stage_it_waits_for(hall, at_page, late, broken, passed_up):
    for one, stage in ((late, "Trả lời"), (broken, "Làm xong việc đã hứa"), (passed_up, "Cấp trên trả lời")):
        html = text_of(at_page("petition", hall, Role.FRONT, one.opinion_id).get())
        found = re.findall(r'aria-current="step">.*?<span class="words">(.*?)</span>', html, re.DOTALL)
        assert found[:1] == [stage]


def test_broken_promise_is_marked_beside_what_was_promised(hall, at_page, broken):
    html = text_of(at_page("petition", hall, Role.FRONT, broken.opinion_id).get())

    assert html.index("Xã đã trả lời, đã hứa") < html.index("15/11/2026") < html.index("Xã đã làm")
    assert "Hứa mà chưa làm" in html


def test_answer_is_shown_without_whoever_asked(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng")
    make_signed_answer(
        opinion, hall.unit, text="Kính gửi bà Hoàng Thị Thử, điện thoại 0912345678. Xã vá đoạn 120 m trước 15/12."
    )

    html = text_of(at_page("petition", hall, Role.FRONT, opinion.pk).get())

    assert "Xã vá đoạn 120 m trước 15/12." in html
    assert "Hoàng Thị Thử" not in html
    assert "0912345678" not in html


def test_unsigned_draft_is_not_shown(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng")
    make_answer(opinion, hall.unit, text="Nháp chưa ký.", state="drafted")

    assert "Nháp chưa ký." not in text_of(at_page("petition", hall, Role.FRONT, opinion.pk).get())


def test_petition_of_another_commune_is_not_found(hall, at_page):
    other = make_commune()

    assert at_page("petition", hall, Role.FRONT, 999_999).get().status_code == 404
    assert at_page("petition", hall, Role.FRONT, 1, commune=other).get().status_code == 404


def test_note_is_written_in_own_words(hall, at_page, late):
    page = at_page("petition", hall, Role.FRONT, late.opinion_id)

    page.post(finding="late", words="Đã đến xem, đoạn đường vẫn hỏng.")
    html = text_of(page.get())

    assert SupervisionNote.objects.values_list("finding", "opinion").get() == ("late", late.opinion_id)
    assert "Đã đến xem, đoạn đường vẫn hỏng." in html


def test_note_is_kept_once_when_sent_twice(hall, at_page, late):
    page = at_page("petition", hall, Role.FRONT, late.opinion_id)

    page.post(finding="late", words="Đường vẫn hỏng.")
    page.post(finding="late", words="Đường vẫn hỏng.")

    assert SupervisionNote.objects.count() == 1


def test_same_words_of_an_earlier_day_are_another_note(hall, at_page, late):
    page = at_page("petition", hall, Role.FRONT, late.opinion_id)
    page.post(finding="late", words="Đường vẫn hỏng.")
    SupervisionNote.objects.update(written_at=NOW - timedelta(days=1))

    page.post(finding="late", words="Đường vẫn hỏng.")

    assert SupervisionNote.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"finding": "late", "words": " "}, "Hãy ghi “Điều đã thấy khi giám sát”."),
        ({"finding": "la", "words": "Đường vẫn hỏng."}, "Lựa chọn này không còn nữa"),
    ],
)
def test_note_is_refused_with_words(hall, at_page, late, fields, words):
    response = at_page("petition", hall, Role.FRONT, late.opinion_id).post(**fields)

    assert words in text_of(response)
    assert fields["words"].strip() in text_of(response)
    assert not SupervisionNote.objects.exists()


def test_clerk_writes_no_note(hall, at_page, late):
    page = at_page("petition", hall, Role.CLERK, late.opinion_id)

    assert page.post(finding="late", words="Đường vẫn hỏng.").status_code == 403
    assert 'name="words"' not in text_of(page.get())


def test_hostile_text_is_escaped(hall, at_page):
    opinion = opinion_in(hall, summary="<script>alert(1)</script>")

    for page in (at_page("petitions", hall), at_page("petition", hall, Role.FRONT, opinion.pk)):
        html = text_of(page.get())
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)" in html


def test_queries_do_not_grow_with_petitions(hall, at_page):
    page = at_page("petitions", hall)
    make_answer(opinion_in(hall), hall.unit)
    page.get()
    with CaptureQueriesContext(connection) as one:
        page.get()
    for _ in range(2):
        make_answer(opinion_in(hall), hall.unit)
    with CaptureQueriesContext(connection) as three:
        page.get()

    assert len(three) == len(one)
