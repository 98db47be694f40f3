"""The year, a conference, its duties, opening one outside the plan; and what is refused."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.people.models import Village
from doithoai.stages.plans.models import Conference
from tests.factories.plans import make_conference
from tests.web.desk.conftest import AHEAD, NOW, TODAY, words_of
from tests.web.desk.pages import sent_from


@pytest.fixture
def duties(office):
    return lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)


def settle(page, **fields):
    return page.post(**{**sent_from(page.get(), "how_to_attend"), **fields})


def test_conference_is_moved_and_its_dates_with_it(office, duties, at_page):
    page = at_page("conference", office.conference.pk)
    notice = DutyEntry.objects.get(duty="issue_notice")

    settle(page, on="25/11/2026", starts="8h30", place="Hội trường xã")

    office.conference.refresh_from_db()
    assert (office.conference.on, f"{office.conference.starts:%H:%M}") == (date(2026, 11, 25), "08:30")
    assert DutyEntry.objects.get(pk=notice.pk).due_on == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"on": "01/10/2026"}, "đã qua. Chọn một ngày từ hôm nay trở đi."),
        ({"on": "ngày kia"}, "chưa phải là một ngày"),
        ({"on": "31/02/2026"}, "chưa phải là một ngày"),
        ({"on": "25/12/2026"}, "Chọn ngày khác thì phải nêu lý do."),
        ({"starts": "sáng sớm"}, "Viết giờ như 8:00 hoặc 13h30."),
        ({"place": "a" * 10_000}, "Hãy ghi ngắn lại"),
        ({"expected_people": "nhiều"}, "phải là một con số"),
        ({"villages": "999999"}, "Lựa chọn này không còn nữa"),
    ],
)
def test_settling_is_refused_in_words_and_keeps_what_was_typed(office, at_page, fields, told):
    page = at_page("conference", office.conference.pk)

    refused = settle(page, **{"how_to_attend": "Đến trực tiếp tại nhà văn hóa.", **fields})

    assert refused.status_code == 200
    assert told in words_of(refused)
    assert "Đến trực tiếp tại nhà văn hóa." in words_of(refused)
    office.conference.refresh_from_db()
    assert office.conference.on == AHEAD


def test_refused_settling_makes_no_village(office, at_page):
    settle(at_page("conference", office.conference.pk), on="01/10/2026", new_villages="Thôn Mới")

    assert list(Village.objects.values_list("name", flat=True)) == [office.village.name]


def test_two_clerks_see_both_when_they_settle_the_same_conference(office, at_page):
    page = at_page("conference", office.conference.pk)
    sent = sent_from(page.get(), "how_to_attend")
    page.post(**{**sent, "place": "Nơi của người thứ nhất"})

    clash = page.post(**{**sent, "place": "Nơi của người thứ hai"})

    shown = words_of(clash)
    assert "Hai người cùng sửa" in shown
    assert "Nơi của người thứ nhất" in shown
    assert "Nơi của người thứ hai" in shown
    office.conference.refresh_from_db()
    assert office.conference.place == "Nơi của người thứ nhất"
    assert page.post(**sent_from(clash, "how_to_attend")).status_code == 302


def test_settling_pressed_twice_is_no_clash(office, at_page):
    page = at_page("conference", office.conference.pk)
    sent = {**sent_from(page.get(), "how_to_attend"), "place": "Hội trường xã"}
    page.post(**sent)

    assert page.post(**sent).status_code == 302


def test_conference_is_announced_once_and_cancelled_only_with_a_reason(office, at_page):
    page = at_page("conference_step", office.conference.pk)

    def state():
        return Conference.objects.get().state

    page.post(move="cancel", reason=" ")
    assert state() == "planned"
    page.post(move="announce")
    page.post(move="announce")
    assert state() == "announced"
    page.post(move="bay")
    page.post(move="cancel", reason="Bão số 9")
    assert state() == "cancelled"


@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.FRONT, Role.COUNCIL_CHAIR, Role.UPPER_LEVEL])
def test_conference_cannot_be_settled_by_others(office, at_page, role):
    page = at_page("conference", office.conference.pk, role=role)

    answer = page.post(version="1", place="Nơi khác")

    office.conference.refresh_from_db()
    assert (answer.status_code, office.conference.place) == (200, "Nhà văn hóa thôn")
    assert at_page("conference_step", office.conference.pk, role=role).post(move="announce").status_code == 403


def test_links_lead_only_where_the_role_may_go(office, at_page):
    front = words_of(at_page("conference", office.conference.pk, role=Role.FRONT).get())
    clerk = words_of(at_page("conference", office.conference.pk).get())

    documents = reverse("desk:documents", args=[office.commune.slug])
    assert documents in clerk
    assert documents not in front


def test_conference_outside_the_plan_is_opened_once(office, at_page):
    page = at_page("open_conference")
    sent = {
        "kind": "on_demand", "reason": "Bà con cần nghe về dự án đường.", "demanding": "500", "voters": "4000",
        "earliest": "01/12/2026", "latest": "20/12/2026",
    }  # fmt: skip

    answers = [page.post(**sent), page.post(**sent)]

    assert answers[0].url == answers[1].url
    assert Conference.objects.filter(kind="on_demand").count() == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"demanding": "399"}, "chưa đến 10%"),
        ({"demanding": ""}, "Điền số cử tri yêu cầu"),
        ({"latest": "01/11/2026"}, "Ngày muộn nhất phải sau ngày sớm nhất."),
        ({"kind": ""}, "Hãy chọn “Vì sao tổ chức”."),
        ({"kind": "regular"}, "Lựa chọn này không còn nữa"),
    ],
)
def test_opening_outside_the_plan_is_refused_in_words(office, at_page, fields, told):
    page = at_page("open_conference")
    sent = {
        "kind": "on_demand", "reason": "Bà con cần nghe.", "demanding": "500", "voters": "4000",
        "earliest": "01/12/2026", "latest": "20/12/2026", **fields,
    }  # fmt: skip

    refused = words_of(page.post(**sent))

    assert told in refused
    assert "Bà con cần nghe." in refused


def test_year_board_shows_conferences_and_dated_duties(office, duties, at_page):
    page = words_of(at_page("plans").get())

    assert office.conference.title in page
    assert "<svg" in page
    assert "13/11/2026" in page


def test_year_board_costs_the_same_with_one_conference_and_with_three(office, at_page):
    page = at_page("year", 2026)
    page.get()
    with CaptureQueriesContext(connection) as one:
        page.get()
    for day in (21, 22):
        make_conference(office.commune, date(2026, 11, day), plan=office.plan)

    with CaptureQueriesContext(connection) as three:
        page.get()

    assert len(three) == len(one)


def test_empty_year_says_what_to_do(office, at_page):
    assert "Đưa kế hoạch vào" in words_of(at_page("year", 2030).get())


def test_ladder_costs_the_same_whatever_the_number_of_duties(office, at_page, duties):
    page = at_page("ladder", office.conference.pk)
    page.get()
    with CaptureQueriesContext(connection) as many:
        page.get()
    DutyEntry.objects.exclude(pk=duties[0].pk).delete()

    with CaptureQueriesContext(connection) as one:
        page.get()

    assert len(many) == len(one)


def test_duty_tells_why_and_is_ticked_off_once(office, duties, at_page):
    entry = DutyEntry.objects.get(duty="issue_notice")
    page = at_page("duty", entry.pk)

    assert "Vì sao ngày này?" in words_of(page.get())
    answers = [page.post(done_on="28/10/2026", proof="Số 15/TB-UBND", done="1") for _twice in range(2)]

    entry.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert (entry.done_on, entry.proof) == (TODAY, "Số 15/TB-UBND")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"done_on": "29/10/2026"}, "không thể ở sau hôm nay"),
        ({"done_on": ""}, "Hãy ghi “Ngày làm xong”"),
        ({"done_on": "28/10/2026", "proof": "a" * 10_000}, "Hãy ghi ngắn lại"),
    ],
)
def test_ticking_off_is_refused_in_words(office, duties, at_page, fields, told):
    entry = DutyEntry.objects.get(duty="issue_notice")

    refused = words_of(at_page("duty", entry.pk).post(**{"proof": "Số 15", **fields, "done": "1"}))

    assert told in refused
    assert "Số 15" in refused or "a" * 100 in refused


def test_duty_is_opened_again_with_a_reason(office, duties, at_page):
    entry = DutyEntry.objects.get(duty="issue_notice")
    page = at_page("duty", entry.pk)
    page.post(done_on="28/10/2026", proof="Số 15", done="1")

    assert "Hãy ghi “Vì sao mở lại”." in words_of(page.post(reason="", reopen="1"))
    page.post(reason="Ghi nhầm", reopen="1")

    entry.refresh_from_db()
    assert entry.done_on is None


def test_officer_cannot_tick_off_what_is_not_his_units(office, duties, at_page):
    entry = DutyEntry.objects.get(duty="issue_notice")

    answer = at_page("duty", entry.pk, role=Role.UNIT_OFFICER).post(done_on="28/10/2026", proof="x", done="1")

    assert answer.status_code == 403


def test_wall_sheet_lists_duties_without_controls(office, duties, at_page):
    page = words_of(at_page("wall_sheet", office.conference.pk).get())

    assert "Ra thông báo hội nghị" in page
    assert "<button" not in page


def test_calendar_switch_moves_dates_for_the_clerk_alone(office, at_page):
    shown = words_of(at_page("rules").get())
    assert "Luật Tổ chức chính quyền địa phương" in shown
    assert "Ra thông báo hội nghị: 7 ngày trước" in shown

    answer = at_page("rules").post(switch="culture_day", on="1")
    assert answer.status_code == 302
    assert "đang tính là ngày nghỉ" in words_of(at_page("rules").get())
    assert at_page("rules").post(switch="bay", on="1").status_code == 302


def test_hostile_words_are_escaped(office, at_page):
    hostile = "<script>alert(1)</script>"
    settle(at_page("conference", office.conference.pk), place=hostile)

    for name, number in (("conference", office.conference.pk), ("year", 2026), ("wall_sheet", office.conference.pk)):
        shown = words_of(at_page(name, number).get())
        assert "&lt;script&gt;alert(1)" in shown
        assert hostile not in shown
