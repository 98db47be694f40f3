"""What must be done today, making known, and the people of a commune."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.answers.models import Answer
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.notices.models import Posting
from doithoai.stages.people.models import Post, User
from doithoai.stages.plans.models import Conference
from tests.factories.answers import make_answer
from tests.factories.opinions import make_opinion
from tests.web.desk.conftest import NOW, TODAY, words_of
from tests.web.desk.pages import sent_from


def owed(office, due_on):
    return make_answer(make_opinion(office.commune, summary="Đường thôn", unit=office.unit), office.unit, due_on)


def test_chair_sees_what_is_late_what_is_soon_and_what_waits_for_him(office, at_page):
    owed(office, TODAY - timedelta(days=2))
    owed(office, TODAY + timedelta(days=1))
    Answer.objects.filter(pk=owed(office, TODAY + timedelta(days=20)).pk).update(state="submitted", text="Vá.")

    page = words_of(at_page("home", role=Role.CHAIR).get())

    assert "Thứ Tư, 28/10/2026" in page
    assert "Quá hạn 2 ngày" in page
    assert "Còn 1 ngày" in page
    assert "Chờ tôi ký" in page


def test_officer_sees_only_his_units_work(office, at_page):
    from tests.factories.people import make_unit

    make_answer(
        make_opinion(office.commune, summary="Việc của phòng khác"), make_unit(office.commune, "Phòng khác"), TODAY
    )
    owed(office, TODAY)

    page = words_of(at_page("home", role=Role.UNIT_OFFICER).get())

    assert "Đường thôn" in page
    assert "Việc của phòng khác" not in page


def test_quiet_day_says_so(office, at_page):
    assert "Hôm nay không có việc nào đến hạn." in words_of(at_page("home").get())


def test_home_costs_the_same_with_one_task_and_with_three(office, at_page):
    page = at_page("home")
    owed(office, TODAY)
    page.get()
    with CaptureQueriesContext(connection) as one:
        page.get()
    for _more in range(2):
        owed(office, TODAY)

    with CaptureQueriesContext(connection) as three:
        page.get()

    assert len(three) == len(one)


def test_posting_is_recorded_once(office, at_page):
    lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
    page = at_page("publication", office.conference.pk)
    sent = {**sent_from(page.get(), "deed", "post"), "post-proof": "Phát loa 17 giờ"}

    answers = [page.post(**sent), page.post(**sent)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Posting.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"post-proof": ""}, "Hãy ghi “Bằng chứng”."),
        ({"post-proof": "a" * 10_000}, "Hãy ghi ngắn lại"),
        ({"post-posted_on": "29/10/2026", "post-proof": "Loa"}, "Ngày công khai không thể ở sau hôm nay."),
        ({"post-what": "result", "post-proof": "Loa"}, "Xác nhận kết luận trước rồi mới công khai kết quả."),
        ({"post-channel": "bay", "post-proof": "Loa"}, "Lựa chọn này không còn nữa"),
    ],
)
def test_posting_is_refused_in_words(office, at_page, fields, told):
    page = at_page("publication", office.conference.pk)

    refused = page.post(**{**sent_from(page.get(), "deed", "post"), **fields})

    assert (refused.status_code, Posting.objects.count()) == (200, 0)
    assert told in words_of(refused)


def test_public_page_goes_up_and_comes_down(office, at_page):
    Conference.objects.update(state="announced")
    page = at_page("publication", office.conference.pk)

    page.post(**sent_from(page.get(), "deed", "publish"))
    assert "Xem như bà con xem" in words_of(page.get())
    page.post(**sent_from(page.get(), "deed", "retract"))

    assert "Xem như bà con xem" not in words_of(page.get())


@pytest.fixture
def people(at_page):
    return at_page("people", role=Role.SYSTEM_ADMIN)


NEW = {
    "new": "1", "moi-full_name": "Trần Thị Lan", "moi-username": "lan.vp", "moi-password": "mat-khau-dai",
    "moi-role": "clerk",
}  # fmt: skip


def test_admin_adds_a_person_with_a_post(office, people):
    people.post(**NEW)

    post = Post.objects.get(user__username="lan.vp")
    assert (post.role, post.commune_id) == ("clerk", office.commune.pk)
    assert "Trần Thị Lan" in words_of(people.get())


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"moi-password": "ngan"}, "Mật khẩu cần ít nhất 10 ký tự."),
        ({"moi-username": "Lan Văn"}, "Tên đăng nhập dùng chữ không dấu"),
        ({"moi-role": "unit_officer"}, "Chọn đơn vị của công chức."),
        ({"moi-role": "village_head"}, "Chọn thôn của trưởng thôn."),
        ({"moi-role": ""}, "Hãy chọn “Vai trò”."),
        ({"moi-full_name": "a" * 10_000}, "Hãy ghi ngắn lại"),
    ],
)
def test_adding_a_person_is_refused_in_words_and_leaves_nothing(people, fields, told):
    before = User.objects.count()

    refused = people.post(**{**NEW, **fields})

    assert refused.status_code == 200
    assert told in words_of(refused)
    assert "mat-khau-dai" not in words_of(refused)
    assert User.objects.count() == before


def test_post_ends_today_and_only_in_ones_own_commune(office, another, people, sign_in):
    from django.urls import reverse

    from tests.factories.people import make_post, make_user

    here = make_post(make_user("Người Ở Đây"), Role.FRONT, office.commune)
    there = make_post(make_user("Người Nơi Khác"), Role.FRONT, another.commune)
    for post in (here, there):
        people.client.post(reverse("desk:end_post", args=[office.commune.slug, post.pk]))

    here.refresh_from_db()
    there.refresh_from_db()
    assert (here.until, there.until) == (date(2026, 10, 27), None)


def test_people_page_costs_the_same_with_more_people(office, people):
    from tests.factories.people import make_post, make_user

    people.get()
    with CaptureQueriesContext(connection) as one:
        people.get()
    for _more in range(3):
        make_post(make_user(), Role.FRONT, office.commune)

    with CaptureQueriesContext(connection) as three:
        people.get()

    assert len(three) == len(one)
