"""Searching: without diacritics, with them, whatever is typed."""

import re

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.people import make_commune
from tests.web.portal.conftest import publish_question

pytestmark = pytest.mark.django_db


def found(client, asked, *args):
    response = client.get(reverse("portal:search", args=args), {"tim": asked})
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "asked", ["đường qua thôn", "duong qua thon", "DUONG QUA THON", "  đường   thôn!! ", "Đường, sửa?"]
)
def test_search_finds_question_however_it_is_typed(client, published, asked):
    html = found(client, asked)

    assert "Đường qua thôn hỏng, bao giờ sửa?" in html
    assert "Nước máy đục" not in html


def test_search_finds_d_with_stroke_when_typed_without(client, published):
    publish_question(published.held, "Điện yếu, đèn đỏ.")

    assert "Điện yếu" in found(client, "dien yeu den do")


def test_search_reaches_answers(client, published):
    assert "Nước máy đục" in found(client, "suc rua be")


def test_search_puts_very_accents_first(client, published):
    publish_question(published.held, "Ruộng bỏ hoang vì thiếu nước, xin bơm.")
    publish_question(published.held, "Rượng gỗ nhà văn hóa mục.")

    html = found(client, "ruộng")

    assert 0 < html.index("Ruộng bỏ hoang") < html.index("Rượng gỗ")


def test_search_stays_in_the_commune_asked(client, commune, published):
    other = make_commune("xa-khac", "Khác")

    assert "Đường qua thôn" in found(client, "duong", commune.slug)
    assert "Đường qua thôn" not in found(client, "duong", other.slug)


def test_search_shows_nearest_when_no_question_has_every_word(client, published):
    html = found(client, "duong qua thon rong")

    assert "Không câu nào có đủ mọi chữ" in html
    assert "Đường qua thôn" in html


@pytest.mark.parametrize("asked", ["xyzq", "!!!", "%", "_", "' OR 1=1 --", "\x00", "{{7*7}}"])
def test_search_says_what_to_try_when_nothing_is_found(client, published, asked):
    html = found(client, asked)

    assert "Gõ ít chữ hơn" in html or asked.strip("\x00") == ""


def test_search_without_words_shows_only_the_box(client, published):
    html = client.get(reverse("portal:search")).content.decode()

    assert "Bà con muốn tìm việc gì?" in html
    assert "Gõ ít chữ hơn" not in html
    assert "Đường qua thôn" not in html


def test_search_offers_matters_that_have_questions_and_opens_them_without_typing(client, commune, published):
    other = make_commune("xa-khac", "Khác")
    address = reverse("portal:search", args=[commune.slug])

    html = client.get(address).content.decode()
    offered = re.findall(r'href="/xa-thu/tim/\?chu_de=([a-z_]+)"', html)
    opened = client.get(address, {"chu_de": "roads"}).content.decode()

    assert offered == ["irrigation", "environment", "power_water", "roads"]
    assert "Đường qua thôn hỏng" in opened
    assert "Nước máy đục" not in opened
    assert "chu_de=" not in client.get(reverse("portal:search", args=[other.slug])).content.decode()


@pytest.mark.parametrize("matter", ["lạ", "' OR 1=1 --", "\x00"])
def test_search_takes_unknown_matter_for_none(client, published, matter):
    html = client.get(reverse("portal:search"), {"chu_de": matter}).content.decode()

    assert "Đường qua thôn" not in html
    assert "Bà con muốn tìm việc gì?" in html


def test_search_pages_through_many_hits(client, commune, published):
    for number in range(45):
        publish_question(published.held, f"Cống số {number} bị tắc.")

    first = found(client, "cong tac")
    third = client.get(reverse("portal:search"), {"tim": "cong tac", "trang": "3"}).content.decode()

    assert "Có 45 câu hỏi" in first
    assert "Trang 3 trong 3" in third
    assert third.count("/cau-hoi/") == 5


def test_search_keeps_withdrawn_questions_out(client, published):
    published.on_time.is_withdrawn = True
    published.on_time.save()

    assert "Đường qua thôn" not in found(client, "duong qua thon")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_search_is_never_an_error(client, published, asked):
    assert client.get(reverse("portal:search"), {"tim": asked, "trang": asked[:5]}).status_code == 200
