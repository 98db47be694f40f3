"""“Vì sao ngày này?”: the same dates as the officials see, for anybody."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from doithoai.domain.deadlines import Direction, Term, Unit
from doithoai.domain.explanation import explain
from doithoai.domain.workdays import Calendar, DayMark
from doithoai.stages.rulebook import queries as rulebook
from doithoai.stages.rulebook import shelf
from doithoai.stages.rulebook.models import AdoptedPack
from doithoai.web.portal.counting import day_by_day
from tests.factories.people import make_commune

pytestmark = pytest.mark.django_db


def asked(client, slug=None, **query):
    response = client.get(reverse("portal:why", args=[slug] if slug else []), query)
    assert response.status_code == 200
    return response.content.decode()


def test_why_counts_own_days_when_no_rule_is_chosen(client):
    html = asked(client, ngay="28/10/2021", so="15", don_vi="working_day", huong="after")

    assert "18/11/2021" in html
    assert "ngày 28/10/2021 (thứ Năm)" in html
    assert "ngày hội nghị 28/10/2021" not in html


@pytest.mark.parametrize(("rule", "due"), [("law-72-2025:notice", "13/11/2025"), ("law-72-2025:publish", "01/12/2025")])
def test_why_counts_by_the_law_in_force(client, rule, due):
    html = asked(client, ngay="20/11/2025", quy_tac=rule)

    assert due in html
    assert "Điều 43" in html


def test_why_offers_only_rules_in_force_on_the_day(client):
    assert "72/2025/QH15" not in asked(client, ngay="28/10/2021", so="1")
    assert "72/2025/QH15" in asked(client, ngay="28/10/2025", so="1")


def test_why_tells_each_skipped_day_and_the_move(client):
    html = asked(client, ngay="20/11/2025", quy_tac="law-72-2025:publish")

    assert "30/11/2025 (Chủ nhật)" in html
    assert "ngày làm việc kế tiếp" in html


def test_why_says_the_same_as_the_ledger(client, db):
    commune = make_commune("xa-thu", "Thử")
    term = Term(15, Unit.WORKING_DAY, Direction.AFTER)
    told = explain(term, date(2026, 2, 10), rulebook.calendar_for(commune), rule="", article="")

    html = asked(client, commune.slug, ngay="10/2/2026", so="15", don_vi="working_day", huong="after")

    assert f'<strong class="numeral">{told.due:%d/%m/%Y}</strong>' in html
    assert len(told.skipped) > 6
    for day in told.skipped:
        assert f"{day.on:%d/%m/%Y}" in html


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"ngay": "32/13/2025", "so": "3"}, "chưa phải là một ngày"),
        ({"ngay": "20/11/2025", "quy_tac": "own"}, "Chọn một quy định, hoặc ghi số ngày cần tính."),
        ({"ngay": "20/11/2025", "so": "-1"}, "không tính được"),
        ({"ngay": "20/11/2025", "so": "99999999999999999999"}, "không tính được"),
        ({"ngay": "20/11/2025", "so": "ba"}, "phải là một con số"),
        ({"ngay": "01/01/0001", "so": "3"}, "từ năm 2000"),
        ({"ngay": "20/11/2025", "quy_tac": "bịa"}, "Hãy chọn lại"),
        ({"ngay": "20/11/2025", "so": "3", "don_vi": "tuần"}, "Hãy chọn lại"),
        ({"so": "3"}, "Hãy ghi “Tính từ ngày nào?”"),
    ],
)
def test_why_says_what_to_do_when_input_is_bad(client, query, words):
    html = asked(client, **query)

    assert words in html
    assert "Cách tính" not in html
    assert "<title>Lỗi:" in html


def test_why_keeps_the_day_of_a_link_that_names_no_rule(client):
    html = asked(client, ngay="20/11/2025")

    assert 'value="20/11/2025"' in html
    assert "Lỗi:" not in html


def test_why_takes_the_binding_rule_of_a_duty_when_a_link_names_one(client):
    commune = make_commune("binh-lang", "Bình Lãng")
    text = shelf.shipped_texts()["binh-lang"]
    AdoptedPack.objects.create(
        commune=commune, code="binh-lang", title="Thử", text=text, adopted_at=datetime(2021, 9, 1, tzinfo=UTC)
    )

    html = asked(client, commune.slug, ngay="28/10/2021", viec="answer")

    assert "18/11/2021" in html
    assert "03-QC/TU" in html
    assert "chưa so lại với bản gốc" in html


@pytest.mark.parametrize("duty", ["answer", "lạ", "survey", "issue_notice"])
@pytest.mark.parametrize("day", ["20/11/2025", "01/01/0001", "31/12/9999", "abc", "\x00"])
def test_why_shows_the_form_when_no_rule_binds_the_duty_that_day(client, day, duty):
    if (day, duty) == ("20/11/2025", "issue_notice"):
        duty = "OTHER"

    html = asked(client, ngay=day, viec=duty)

    assert "Lỗi:" not in html
    assert "Cách tính" not in html


def test_why_is_404_for_unknown_commune(client):
    assert client.get("/khong-co/vi-sao-ngay-nay/").status_code == 404


CALENDAR = Calendar(
    [
        DayMark(date(2026, 3, 4), working=False, name="ngày lễ thử", source="bịa"),
        DayMark(date(2026, 3, 7), working=True, name="làm bù thử", source="bịa"),
    ]
)


def test_day_by_day_numbers_working_days_and_names_the_others():
    told = explain(Term(4, Unit.WORKING_DAY, Direction.AFTER), date(2026, 3, 2), CALENDAR, rule="", article="")

    days = day_by_day(told, CALENDAR)

    assert [(day.on.day, day.number) for day in days] == [(2, 0), (3, 1), (4, 0), (5, 2), (6, 3), (7, 4)]
    assert days[2].why == "ngày lễ thử"
    assert days[5].why == "làm bù thử"
    assert [day.is_due for day in days] == [False] * 5 + [True]


def test_day_by_day_counts_every_day_then_the_move_when_the_end_is_off():
    told = explain(Term(2, Unit.DAY, Direction.AFTER), date(2026, 3, 2), CALENDAR, rule="", article="")

    days = day_by_day(told, CALENDAR)

    assert [(day.on.day, day.number) for day in days] == [(2, 0), (3, 1), (4, 2), (5, 0)]
    assert days[-1].is_due


def test_day_by_day_walks_back_when_counted_before():
    told = explain(Term(3, Unit.DAY, Direction.BEFORE), date(2026, 3, 18), CALENDAR, rule="", article="")

    days = day_by_day(told, CALENDAR)

    assert [(day.on.day, day.number) for day in days] == [(18, 0), (17, 1), (16, 2), (15, 3), (14, 0), (13, 0)]


def test_day_by_day_is_left_out_when_too_long_to_follow():
    told = explain(Term(200, Unit.DAY, Direction.AFTER), date(2026, 3, 2), CALENDAR, rule="", article="")

    assert day_by_day(told, CALENDAR) == []
