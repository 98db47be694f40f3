"""Pages that anybody reads: communes, one commune, one dialogue, one question."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_first_page_names_every_commune_when_some_are_demo(client, commune):
    from tests.factories.people import make_commune

    make_commune("xa-mau", "Mẫu", is_demo=True)

    html = client.get("/").content.decode()

    assert "Xã Thử Nghiệm, Hải Phòng" in html
    assert "Xã Mẫu" in html
    assert "bịa ra" in html


def test_commune_page_shows_coming_before_past_when_both_are_published(client, published, commune):
    html = client.get(reverse("portal:commune", args=[commune.slug])).content.decode()

    assert html.index("Nhà văn hóa thôn Đông Phong") < html.index("Đã đối thoại")
    assert "1 trả lời đúng hạn" in html
    assert "1 trả lời chậm" in html
    assert "1 quá hạn chưa trả lời" in html


def test_dialogue_page_lists_questions(client, published, commune):
    html = client.get(reverse("portal:dialogue", args=[commune.slug, published.held.pk])).content.decode()

    assert "Đường qua thôn hỏng" in html
    assert "Quá hạn 10 ngày" in html


def test_question_page_shows_old_and_new_date_when_extended(client, published, commune):
    html = client.get(reverse("portal:question", args=[commune.slug, published.extended.pk])).content.decode()

    assert "Chờ tỉnh duyệt chỗ mới." in html
