"""Pages that anybody reads: communes, one commune, one dialogue, one question."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.people import make_commune
from tests.web.portal.conftest import publish_dialogue, publish_question

pytestmark = pytest.mark.django_db

READABLE = re.compile(r'(?:FROM|JOIN) "([a-z_]+)"')
PUBLIC_TABLES = {
    "notices_publicdialogue",
    "notices_publicquestion",
    "people_commune",
    "people_communeemblem",
    "rulebook_calendarday",
    "rulebook_dayswitch",
    "rulebook_adoptedpack",
}


def text_of(client, name, *args, query=""):
    response = client.get(reverse(f"portal:{name}", args=args) + query)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def every_address(commune, published):
    slug = commune.slug
    return [
        "/",
        "/tim/?tim=duong",
        "/tra-cuu/",
        "/gui-y-kien/",
        "/vi-sao-ngay-nay/",
        f"/{slug}/",
        f"/{slug}/tim/",
        f"/{slug}/tim/?tim=nuoc duc",
        f"/{slug}/tra-cuu/",
        f"/{slug}/gui-y-kien/",
        f"/{slug}/vi-sao-ngay-nay/?ngay=20/11/2025&quy_tac=law-72-2025:notice",
        f"/{slug}/hoi-nghi/{published.held.pk}/",
        f"/{slug}/hoi-nghi/{published.held.pk}/?tinh_trang=late&thon=Tây Sơn&chu_de=roads&trang=2",
        f"/{slug}/hoi-nghi/{published.coming.pk}/",
        f"/{slug}/cau-hoi/{published.late.pk}/",
    ]


def test_first_page_names_every_commune_when_some_are_demo(client, commune, published):
    make_commune("xa-mau", "Mẫu", is_demo=True)

    html = text_of(client, "communes")

    assert "Xã Thử Nghiệm, Hải Phòng" in html
    assert f"Đối thoại ngày {published.coming.on:%d/%m/%Y}" in html
    assert "Xã Mẫu" in html
    assert "đều là bịa ra" in html


def test_first_page_says_what_to_do_when_no_commune_is_served(client):
    assert "Chưa có xã nào trên trang này." in text_of(client, "communes")


def test_first_page_is_silent_about_invention_when_no_commune_is_demo(client, commune):
    assert "bịa ra" not in text_of(client, "communes")


def test_commune_page_shows_coming_before_past_with_figures(client, commune, published):
    html = text_of(client, "commune", commune.slug)

    assert html.index("Nhà văn hóa thôn Đông Phong") < html.index("Đã đối thoại")
    for words in (
        "trả lời đúng hạn",
        "trả lời chậm",
        "quá hạn chưa trả lời",
        "đang xem, còn hạn",
        "đã chuyển cấp trên",
    ):
        assert f"<strong>1</strong> {words}<" in html
    assert "5 câu hỏi được đăng" in html


def test_commune_page_offers_what_to_do_before_any_dialogue(client, commune, published):
    html = text_of(client, "commune", commune.slug)

    assert html.index('class="doors"') < html.index("Nhà văn hóa thôn Đông Phong")
    doors = re.search(r'<ul class="doors">.*?</ul>', html, re.DOTALL)[0]
    assert re.findall(r'<li(?: class="main")?><a href="(/xa-thu/[a-z-]+/)"', doors) == [
        "/xa-thu/gui-y-kien/",
        "/xa-thu/tra-cuu/",
        "/xa-thu/tim/",
    ]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/xa-thu/", "Đối thoại"),
        ("/xa-thu/hoi-nghi/{0}/", "Đối thoại"),
        ("/xa-thu/cau-hoi/{1}/", "Đối thoại"),
        ("/xa-thu/gui-y-kien/", "Gửi ý kiến"),
        ("/xa-thu/tra-cuu/", "Xem trả lời"),
        ("/xa-thu/tim/?tim=duong", "Tìm"),
    ],
)
def test_navigation_marks_the_door_one_came_through(client, commune, published, address, words):
    html = client.get(address.format(published.held.pk, published.late.pk)).content.decode()

    current = re.findall(r'<a [^>]*aria-current="page"[^>]*>.*?<span>([^<]+)</span>', html, re.DOTALL)
    assert current == [words]


def test_answer_is_shown_as_a_letter_with_who_signed_it(client, commune, published):
    published.late.signed_by, published.late.signed_as = "Nguyễn Văn Trì", "Phó Chủ tịch"
    published.late.save()

    letter = text_of(client, "question", commune.slug, published.late.pk).split('class="letter"')[1]

    said = ["xã Thử Nghiệm", "Nhà máy đã súc rửa bể.", "Phó Chủ tịch", "Nguyễn Văn Trì", "Phòng Kinh tế"]
    assert sorted(said, key=letter.index) == said


def test_commune_page_shows_cancelled_dialogue_as_cancelled(client, commune, now_day):
    publish_dialogue(commune, now_day + timedelta(days=3), state="cancelled")

    assert "Buổi này đã hủy." in text_of(client, "commune", commune.slug)


def test_commune_page_keeps_dialogue_among_past_when_its_day_went_by_unopened(client, commune, now_day):
    publish_dialogue(commune, now_day - timedelta(days=3), title="Buổi bị quên", state="announced")

    html = text_of(client, "commune", commune.slug)

    assert html.index("Đã đối thoại") < html.index("Buổi bị quên")


def test_commune_page_hides_dialogue_when_it_is_withdrawn(client, commune, published):
    published.held.is_withdrawn = True
    published.held.save()

    assert published.held.title not in text_of(client, "commune", commune.slug).split("Đã đối thoại")[1]


def test_commune_page_is_404_when_no_such_commune(client, db):
    assert client.get("/khong-co-xa-nay/").status_code == 404


def test_dialogue_page_shows_notice_lateness_and_lists(client, commune, published):
    held = published.held
    held.facts = {
        "lists": {"discussed": [published.on_time.pk, published.overdue.pk, 999], "settled": [published.on_time.pk],
                  "unsettled": [published.overdue.pk]},
        "result": "Mười bốn ý kiến, chín việc xong.",
        "postings": [{"what": "result", "channel": "headquarters", "posted_on": "2026-01-05"},
                     {"what": "result", "channel": "village_heads", "posted_on": "2026-01-05"}],
        "topics": ["Việc đường; việc nước"],
        "villages": ["Đông Phong", "Tây Sơn"],
    }  # fmt: skip
    held.save()

    html = text_of(client, "dialogue", commune.slug, held.pk)

    assert "Quá hạn 10 ngày" in html
    assert "Đã trả lời, chậm 2 ngày" in html
    assert "Mười bốn ý kiến, chín việc xong." in html
    assert "Kết quả, ngày 05/01/2026: dán ở trụ sở xã, gửi các trưởng thôn." in html
    assert f"Phòng Kinh tế, chậm nhất ngày {published.overdue.due_on:%d/%m/%Y}" in html
    assert "Đông Phong; Tây Sơn" in html
    assert "<li>Việc đường; việc nước</li>" in html


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?tinh_trang=late", "Nước máy đục", "Mương bị lấp"),
        ("?thon=Tây Sơn&tinh_trang=overdue", "Mương bị lấp", "Nước máy đục"),
        ("?chu_de=roads", "Đường qua thôn", "Bãi rác"),
    ],
)
def test_dialogue_page_filters_questions(client, commune, published, query, shown, hidden):
    html = text_of(client, "dialogue", commune.slug, published.held.pk, query=query)

    assert shown in html
    assert hidden not in html


@pytest.mark.parametrize(
    "query", ["?tinh_trang=lạ", "?thon=%00", "?chu_de[]=1&trang=xyz", "?opinion__speaker_phone=09"]
)
def test_dialogue_page_shows_everything_when_filter_is_unknown(client, commune, published, query):
    html = text_of(client, "dialogue", commune.slug, published.held.pk, query=query)

    assert "Mương bị lấp" in html
    assert "Nước máy đục" in html


def test_dialogue_page_says_so_when_filter_leaves_nothing(client, commune, published):
    html = text_of(client, "dialogue", commune.slug, published.held.pk, query="?chu_de=roads&tinh_trang=overdue")

    assert "Không có câu nào như vậy." in html


def test_dialogue_page_opens_questions_of_each_part_of_the_whole(client, commune, published):
    html = text_of(client, "dialogue", commune.slug, published.held.pk)

    assert re.findall(r'href="(\?tinh_trang=[a-z_]+)#cau-hoi"', html) == [
        f"?tinh_trang={key}" for key in ("on_time", "late", "open", "overdue", "passed_up")
    ]


def test_dialogue_page_draws_matters_and_villages_as_often_as_the_list_has_them(client, commune, published):
    html = text_of(client, "dialogue", commune.slug, published.held.pk)

    drawn = re.findall(r'<tr><th scope="row">([^<]+)</th>.*?<td class="num">(\d+)</td>', html, re.DOTALL)
    assert dict(drawn) == {
        "Thủy lợi, tiêu thoát nước": "2",
        "Đường sá, cầu cống": "1",
        "Điện, nước sạch": "1",
        "Môi trường, rác thải": "1",
        "Tây Sơn": "2",
        "Đông Phong": "1",
    }


def test_dialogue_page_draws_nothing_when_questions_are_few(client, commune, published):
    published.late.is_withdrawn = True
    published.late.save()

    assert 'class="bars"' not in text_of(client, "dialogue", commune.slug, published.held.pk)


def test_dialogue_is_404_under_another_commune(client, commune, published):
    other = make_commune("xa-khac", "Khác")

    assert client.get(reverse("portal:dialogue", args=[other.slug, published.held.pk])).status_code == 404
    assert client.get(reverse("portal:question", args=[other.slug, published.late.pk])).status_code == 404


@pytest.mark.parametrize("name", ["hoi-nghi", "cau-hoi"])
def test_page_is_404_when_number_is_beyond_any_row(client, commune, name):
    assert client.get(f"/{commune.slug}/{name}/{10**30}/").status_code == 404
    assert client.get(f"/{commune.slug}/{name}/0/").status_code == 404


def test_question_page_shows_both_dates_and_reason_when_extended(client, commune, published):
    html = text_of(client, "question", commune.slug, published.extended.pk)
    first, due = published.extended.first_due_on, published.extended.due_on

    assert f"Xã hẹn trả lời ngày {first:%d/%m/%Y}, nay xin lùi đến ngày {due:%d/%m/%Y}." in html
    assert "Lý do lùi ngày: Chờ tỉnh duyệt chỗ mới." in html
    assert "quá hạn" not in html.lower()


def test_question_page_admits_lateness_when_answered_late(client, commune, published):
    html = text_of(client, "question", commune.slug, published.late.pk)

    assert "chậm 2 ngày so với ngày hẹn" in html
    assert "Nhà máy đã súc rửa bể." in html


def test_question_page_says_where_it_went_when_passed_up(client, commune, published):
    html = text_of(client, "question", commune.slug, published.passed_up.pk)

    assert "xã đã chuyển Sở Nông nghiệp và Môi trường ngày" in html


def test_question_page_links_to_the_count_of_its_date_unless_passed_up(client, commune, published):
    link = f"?ngay={published.held.on:%d/%m/%Y}&amp;viec=answer"

    assert link in text_of(client, "question", commune.slug, published.overdue.pk)
    assert "viec=answer" not in text_of(client, "question", commune.slug, published.passed_up.pk)


def test_question_page_says_so_when_answer_is_not_published(client, commune, published):
    published.late.answer = ""
    published.late.save()

    assert "Lời trả lời chưa đăng ở đây." in text_of(client, "question", commune.slug, published.late.pk)
    assert "chưa đăng ở đây" not in text_of(client, "question", commune.slug, published.overdue.pk)


def test_question_page_is_404_when_withdrawn(client, commune, published):
    published.late.is_withdrawn = True
    published.late.save()

    assert client.get(reverse("portal:question", args=[commune.slug, published.late.pk])).status_code == 404


def test_public_pages_escape_markup(client, commune, published):
    hostile = "<script>alert(1)</script>{{7*7}}"
    row = publish_question(published.held, hostile, answer=hostile, status="answered", village=hostile)
    published.held.title = published.held.facts["place"] = hostile
    published.held.save()

    pages = [
        text_of(client, "dialogue", commune.slug, published.held.pk),
        text_of(client, "question", commune.slug, row.pk),
        text_of(client, "commune", commune.slug),
        text_of(client, "search", query="?tim=script alert"),
    ]

    for html in pages:
        assert not re.search(r'<script(?! src="/static/ui/speak\.js" defer></script>)', html)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}" in html


def test_public_pages_read_no_table_but_the_projection(client, commune, published):
    for address in every_address(commune, published):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(address).status_code == 200, address

        tables = {table for query in seen for table in READABLE.findall(query["sql"])}
        assert tables <= PUBLIC_TABLES, (address, tables - PUBLIC_TABLES)
        assert seen.captured_queries or address in {"/tra-cuu/", "/vi-sao-ngay-nay/"}


def test_public_pages_may_be_shared_and_set_no_cookie(client, commune, published):
    for address in every_address(commune, published):
        response = client.get(address)

        assert "s-maxage=1" in response["Cache-Control"], address
        assert not response.cookies, address
        assert "csrfmiddlewaretoken" not in response.content.decode(), address


def test_public_page_is_private_for_a_signed_in_person(client, commune):
    client.cookies["sessionid"] = "x" * 32

    assert "private" in client.get("/")["Cache-Control"]


def test_public_pages_stay_light_and_load_a_script_only_to_read_an_answer_aloud(client, commune, published):
    for address in every_address(commune, published):
        body = client.get(address).content

        aloud = (
            [b'<script src="/static/ui/speak.js" defer>'] if address.endswith(f"/cau-hoi/{published.late.pk}/") else []
        )
        assert re.findall(rb"<script[^>]*>", body) == aloud, address
        assert b" style=" not in body, address
        assert len(body) < 20_000, (address, len(body))


@pytest.mark.parametrize("name", ["communes", "commune", "dialogue", "search"])
def test_list_page_asks_as_often_with_three_rows_as_with_one(client, commune, now_day, name):
    held = publish_dialogue(commune, now_day - timedelta(days=20), state="concluded")
    publish_question(held, "Đường hỏng", status="in_hand")
    args = {"communes": [], "commune": [commune.slug], "dialogue": [commune.slug, held.pk], "search": []}[name]
    query = "?tim=duong" if name == "search" else ""

    with CaptureQueriesContext(connection) as one:
        text_of(client, name, *args, query=query)
    for day in (30, 50):
        more = publish_dialogue(commune, now_day - timedelta(days=day), state="concluded")
        publish_question(more, "Đường hỏng nữa", status="in_hand")
        publish_question(held, "Đường hỏng mãi", status="in_hand")
        publish_dialogue(make_commune(name=f"Xa {day}"), now_day + timedelta(days=day))
    with CaptureQueriesContext(connection) as three:
        text_of(client, name, *args, query=query)

    assert len(three) == len(one) > 0


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_reading_page_refuses_other_methods(client, commune, published, method):
    assert getattr(client, method)(f"/{commune.slug}/").status_code == 405
