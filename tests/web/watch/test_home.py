"""The overseers' first page by role."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.domain.figures import Count
from doithoai.domain.roles import Role
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.plans.models import Conference
from doithoai.web.watch.figures import shown_counts
from tests.factories.people import make_commune, make_village
from tests.factories.plans import make_conference
from tests.web.watch.conftest import SECRET, opinion_in


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.FRONT, 200),
        (Role.COUNCIL_CHAIR, 200),
        (Role.UPPER_LEVEL, 200),
        (Role.POLICE, 200),
        (Role.CLERK, 200),
        (Role.CHAIR, 200),
        (Role.UNIT_OFFICER, 403),
        (Role.VILLAGE_HEAD, 403),
        (Role.SYSTEM_ADMIN, 403),
    ],
)
def test_home_opens_by_role(hall, at_page, role, status):
    assert at_page("home", hall, role).get().status_code == status


def test_home_of_another_commune_is_not_found(hall, at_page):
    assert at_page("home", hall, commune=make_commune()).get().status_code == 404


@pytest.mark.usefixtures("late", "broken", "passed_up")
def test_front_sees_what_is_late_and_what_was_promised(hall, at_page):
    html = text_of(at_page("home", hall).get())

    assert "Quá hạn chưa trả lời, 3 ngày" in html
    assert "Hứa mà chưa làm, 6 ngày" in html
    assert "Đường thôn hỏng" in html
    assert "Theo lĩnh vực" in html


@pytest.mark.usefixtures("late", "broken", "passed_up")
@pytest.mark.parametrize(
    ("query", "words"), [("xem=qua-han", "quá hạn chưa trả lời"), ("xem=hua", "hứa mà chưa làm"), ("state=answered", "đã trả lời")]
)  # fmt: skip
def test_each_first_figure_leads_to_its_list_in_one_press(hall, at_page, query, words):
    html = text_of(at_page("home", hall).get())
    name, _, value = query.partition("=")

    assert f'/kien-nghi/?{query}"><span class="numeral">1</span> <span>{words}</span></a>' in html
    assert "1 kiến nghị" in text_of(at_page("petitions", hall).get(**{name: value}))


def test_conference_not_yet_closed_is_drawn_at_its_stage(hall, at_page):
    html = text_of(at_page("home", hall).get())

    stage = re.search(r'<li class="current" aria-current="step">.*?</li>', html, re.DOTALL)
    assert stage
    assert "Đã kết luận, đang trả lời" in stage.group()


def test_ladder_is_folded_until_its_conference_is_asked_for(hall, at_page):
    page = at_page("home", hall)

    folded, opened = text_of(page.get()), text_of(page.get(cuoc=hall.conference.pk))

    assert f"<details><summary>{hall.conference.title}" in folded
    assert f"<details open><summary>{hall.conference.title}" in opened


@pytest.mark.parametrize("role", [Role.FRONT, Role.UPPER_LEVEL])
def test_late_duty_of_the_cycle_is_asked_about(hall, at_page, role):
    DutyEntry.objects.filter(conference=hall.conference).update(duty="publish_result", due_on=date(2026, 11, 12))

    html = text_of(at_page("home", hall, role).get())

    assert "Việc của đợt đối thoại" in html
    assert html.count("Quá hạn 9 ngày") == 2
    assert "Không có việc nào quá hạn" not in html


def test_front_is_told_when_nothing_is_late(hall, at_page):
    DutyEntry.objects.all().delete()

    assert "Không có việc nào quá hạn" in text_of(at_page("home", hall).get())


@pytest.mark.usefixtures("late", "broken", "passed_up")
def test_upper_level_sees_figures_and_dates_and_no_petition(hall, at_page):
    html = text_of(at_page("home", hall, Role.UPPER_LEVEL).get())

    assert "Trả lời kiến nghị" in html
    assert "Đường thôn hỏng" not in html
    assert "Thiếu đèn đường" not in html
    assert "/kien-nghi/" not in html


def test_upper_level_reads_no_number_under_five(hall, at_page):
    other = make_village(hall.commune, "Tây Phong")
    for _ in range(6):
        opinion_in(hall)
    for _ in range(2):
        opinion_in(hall, village=other)

    html = text_of(at_page("home", hall, Role.UPPER_LEVEL).get())

    small = re.search(r"Tây Phong.*?</tr>", html, re.DOTALL)
    assert small
    assert "không nêu" in small.group()


def test_single_small_number_takes_the_next_smallest_with_it():
    counts = [Count("a", 20), Count("b", 7), Count("c", 3)]

    assert shown_counts(counts) == [Count("a", 20), None, None]


def test_numbers_stand_when_none_is_small():
    counts = [Count("a", 20), Count("b", 7)]

    assert shown_counts(counts) == counts


@pytest.mark.usefixtures("late", "broken", "passed_up")
@pytest.mark.parametrize("role", [Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL, Role.POLICE])
def test_home_never_shows_who_spoke(hall, at_page, role):
    html = text_of(at_page("home", hall, role).get())

    for secret in ("Hoàng Thị Thử", "0912345678", "trạm bơm", SECRET):
        assert secret not in html


@pytest.mark.usefixtures("late", "broken", "passed_up")
def test_police_see_place_time_and_head_count_and_nothing_else(hall, at_page):
    html = text_of(at_page("home", hall, Role.POLICE).get())

    assert "Nhà văn hóa thôn" in html
    assert "28 tháng 10 năm 2026" in html
    assert "63 người" in html
    for opinion_text in ("Đường thôn hỏng", "Thiếu đèn đường", "Đường tỉnh lún", hall.unit.name, "Nguyễn Văn Trì"):
        assert opinion_text not in html
    assert "<nav" not in html


@pytest.mark.usefixtures("late", "passed_up")
@pytest.mark.parametrize("name", ["petitions", "verify"])
def test_police_reach_no_other_page(hall, at_page, name):
    assert at_page(name, hall, Role.POLICE).get().status_code == 403


def test_police_read_no_petition_and_no_conference(hall, at_page, late):
    assert at_page("petition", hall, Role.POLICE, late.opinion_id).get().status_code == 403
    assert at_page("conference", hall, Role.POLICE, hall.conference.pk).get().status_code == 403


def test_front_picks_another_conference_and_year(hall, at_page):
    other = make_conference(hall.commune, date(2025, 5, 5), title="Hội nghị năm ngoái")

    html = text_of(at_page("home", hall).get(cuoc=other.pk, nam="2025"))

    assert "Số liệu năm 2025" in html
    assert f'/doi-thoai/{other.pk}/">Hội nghị năm ngoái' in html


def test_cancelled_conference_is_no_next_one(hall, at_page):
    Conference.objects.filter(pk=hall.conference.pk).update(state="cancelled")

    assert "Chưa có cuộc nào sắp tới" in text_of(at_page("home", hall).get())


@pytest.mark.parametrize("role", [Role.FRONT, Role.UPPER_LEVEL, Role.POLICE])
def test_queries_do_not_grow(hall, at_page, role):
    page = at_page("home", hall, role)
    opinion_in(hall)
    page.get()
    with CaptureQueriesContext(connection) as one:
        page.get()
    for month in (1, 2):
        opinion_in(hall)
        make_conference(hall.commune, date(2026, 12, month))
    with CaptureQueriesContext(connection) as three:
        page.get()

    assert len(three) == len(one)
