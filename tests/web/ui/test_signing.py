"""Signing in and out and changing the password, as pages."""

import pytest

from doithoai.domain.roles import Role
from doithoai.stages.people.models import User
from tests.factories.people import make_commune, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    made = User(username="so.sach", full_name="Trần Thị Sổ")
    made.set_password("mot-mat-khau-dai")
    made.save()
    return made


def test_signing_in_leads_to_the_home_of_the_post(client, user):
    commune = make_commune(slug="xa-thu")
    make_post(user, Role.CLERK, commune)

    page = client.post("/dang-nhap/", {"username": "so.sach", "password": "mot-mat-khau-dai"})

    assert (page.status_code, page.headers["Location"]) == (302, "/ban-lam-viec/xa-thu/")


@pytest.mark.parametrize("wanted", ["https://noi-khac.vn/", "//noi-khac.vn/", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_place(client, user, wanted):
    page = client.post(f"/dang-nhap/?next={wanted}", {"username": "so.sach", "password": "mot-mat-khau-dai"})

    assert page.headers["Location"] == "/"


def test_signing_in_keeps_the_name_and_says_one_thing_when_refused(client, user):
    page = client.post("/dang-nhap/", {"username": "so.sach", "password": "sai"})

    text = page.content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in text
    assert 'value="so.sach"' in text
    assert 'value="sai"' not in text


def test_signing_out_forgets_what_the_browser_kept(client, user):
    client.force_login(user)

    page = client.post("/dang-xuat/")

    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/doi-mat-khau/").status_code == 302


def test_signing_out_needs_a_post(client, user):
    client.force_login(user)

    assert client.get("/dang-xuat/").status_code == 405


def test_password_page_changes_it_and_keeps_the_session(client, user):
    client.force_login(user)

    page = client.post(
        "/doi-mat-khau/", {"old": "mot-mat-khau-dai", "new": "cau-ngan-de-nho", "again": "cau-ngan-de-nho"}
    )

    user.refresh_from_db()
    assert page.status_code == 302
    assert user.check_password("cau-ngan-de-nho")
    assert client.get("/doi-mat-khau/").status_code == 200


def test_password_page_says_what_differs_when_the_two_are_not_the_same(client, user):
    client.force_login(user)

    page = client.post("/doi-mat-khau/", {"old": "mot-mat-khau-dai", "new": "cau-ngan-de-nho", "again": "khac"})

    user.refresh_from_db()
    assert "chưa giống nhau" in page.content.decode()
    assert user.check_password("mot-mat-khau-dai")
