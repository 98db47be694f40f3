"""Error pages, the language switch, the gallery."""

import re

import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from doithoai.web.ui import errors, views
from doithoai.web.ui.gallery import samples as gallery_samples
from doithoai.web.ui.gallery import sections as gallery_sections
from tests.web.ui.conftest import elements


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("answer", "status", "says"),
    [
        (errors.bad_request, 400, "Máy chưa hiểu bà con muốn gì"),
        (errors.forbidden, 403, "Trang này cần quyền xem"),
        (errors.not_found, 404, "Không có trang này"),
        (errors.too_large, 413, "Tệp quá lớn"),
        (errors.server_error, 500, "Máy của xã đang có lỗi"),
        (errors.csrf_failure, 403, "Trang đã mở quá lâu"),
        (errors.session_ended, 403, "Lần đăng nhập đã hết"),
        (errors.offline, 200, "Đang mất mạng"),
    ],
)
def test_error_page_says_what_happened(request_of, answer, status, says):
    response = answer(request_of.get("/khong-co/"))

    assert response.status_code == status
    assert f"<h1>{says}</h1>" in response.content.decode()


LEADING = [
    errors.bad_request,
    errors.forbidden,
    errors.not_found,
    errors.too_large,
    errors.server_error,
    errors.csrf_failure,
]


@pytest.mark.parametrize("answer", LEADING)
def test_error_page_leads_home_and_officials_to_sign_in(request_of, answer):
    links = [a.get("href") for tag, a in elements(answer(request_of.get("/khong-co/")).content.decode()) if tag == "a"]

    assert {"/", "/dang-nhap/"} <= set(links)


@pytest.mark.parametrize("answer", [*LEADING, errors.offline])
def test_error_page_speaks_the_visitors_language(request_of, answer):
    with translation.override("en"):
        html = answer(request_of.get("/khong-co/")).content.decode()

    assert '<html lang="en"' in html
    assert not re.search("[À-ỹ]", html.replace("Tiếng Việt", ""))


@pytest.mark.parametrize("error", errors.TOO_MUCH)
def test_more_than_a_form_may_hold_is_told_as_such(request_of, error):
    response = errors.bad_request(request_of.get("/"), error("…"))

    assert response.status_code == 413


OURS = {"origin": "http://testserver"}
TYPED = {"text": "Đường thôn hỏng,\nxin <b>sửa</b>.", "password": "mat khau cua toi", "kind": "opinion"}


def test_expired_form_gives_the_typed_words_back_and_no_password(request_of):
    html = errors.csrf_failure(request_of.post("/", TYPED, headers=OURS)).content.decode()

    assert "Đường thôn hỏng,\nxin &lt;b&gt;sửa&lt;/b&gt;." in html
    assert "mat khau" not in html


@pytest.mark.parametrize(
    "headers", [{}, {"origin": "https://xau.example"}, {"origin": "null"}, {"referer": "//xau.example/"}]
)
def test_another_sites_words_never_stand_on_our_page(request_of, headers):
    html = errors.csrf_failure(request_of.post("/", TYPED, headers=headers)).content.decode()

    assert "Đường thôn hỏng" not in html


@pytest.mark.django_db
def test_expired_form_gives_the_typed_words_back_when_sent_to_the_product():
    answer = Client(enforce_csrf_checks=True).post("/dang-xuat/", TYPED, headers=OURS)

    assert answer.status_code == 403
    assert "Đường thôn hỏng" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(("cookies", "status"), [({"csrftoken": "a" * 32}, 413), ({}, 403)])
def test_more_than_a_form_may_hold_is_refused_with_a_page_when_sent_to_the_product(settings, cookies, status):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    client = Client(enforce_csrf_checks=True)
    client.cookies.load(cookies)

    answer = client.post("/dang-xuat/", "a=" + "b " * 100, "application/x-www-form-urlencoded", headers=OURS)

    assert answer.status_code == status
    assert "<h1>" in answer.content.decode()


def test_error_page_stands_when_request_has_no_session(request_of):
    response = errors.server_error(request_of.get("/"))

    assert response.status_code == 500


@pytest.fixture
def english(settings, tmp_path):
    catalogue = tmp_path / "en/LC_MESSAGES/django.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(b"")
    settings.LOCALE_PATHS = [tmp_path]


def test_language_is_refused_while_its_words_are_missing(request_of, settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]

    with pytest.raises(Http404):
        views.switch_language(request_of.get("/ngon-ngu/en/"), "en")


@pytest.mark.usefixtures("english")
def test_language_is_remembered_and_visitor_goes_back(request_of, settings):
    response = views.switch_language(request_of.get("/ngon-ngu/en/", {"ve": "/xa/ben-mau/?trang=2"}), "en")

    assert (response.status_code, response["Location"]) == (302, "/xa/ben-mau/?trang=2")
    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", "\\\\example.org"]
)
@pytest.mark.usefixtures("english")
def test_language_switch_never_leads_elsewhere(request_of, elsewhere):
    response = views.switch_language(request_of.get("/ngon-ngu/en/", {"ve": elsewhere}), "en")

    assert response["Location"] == "/"


def test_language_switch_is_refused_when_language_is_unknown(request_of):
    with pytest.raises(Http404):
        views.switch_language(request_of.get("/ngon-ngu/xx/"), "xx")


@pytest.mark.parametrize("layout", gallery_samples.LAYOUTS)
def test_gallery_draws_every_part_in_every_layout(request_of, layout):
    response = views.gallery(request_of.get("/giao-dien/", {"khung": layout}))
    found = elements(response.content.decode())
    ids = [attributes["id"] for _tag, attributes in found if "id" in attributes]

    assert response.status_code == 200
    assert [a["class"] for t, a in found if t == "html"] == [layout]
    assert len(ids) == len(set(ids))


def test_gallery_is_refused_when_layout_is_unknown(request_of):
    with pytest.raises(Http404):
        views.gallery(request_of.get("/giao-dien/", {"khung": "../secrets"}))


@pytest.mark.parametrize(
    ("layout", "scripts"),
    [
        ("citizen", ["speak.js"]),
        ("staff", ["keep.js", "keys.js", "copy.js"]),
        ("hall", []),
        ("sheet", []),
        ("projector", []),
    ],
)
def test_scripts_come_on_staff_pages_and_reading_aloud_where_asked_for(request_of, layout, scripts):
    html = views.gallery(request_of.get("/giao-dien/", {"khung": layout})).content.decode()

    assert [a["src"].rpartition("/")[2] for tag, a in elements(html) if tag == "script"] == scripts


def test_gallery_shows_one_sample_alone_when_asked(request_of):
    html = views.gallery(request_of.get("/giao-dien/", {"khung": "staff", "mau": "grids-1"})).content.decode()

    assert "rows-0-words" in html
    assert "Mục lục" not in html


def test_gallery_is_refused_when_sample_is_unknown(request_of):
    with pytest.raises(Http404):
        views.gallery(request_of.get("/giao-dien/", {"khung": "staff", "mau": "grids-99"}))


def test_gallery_calls_every_part_that_pages_call(request_of):
    drawn = gallery_sections.FOLDER.glob("*.html")
    called = {name for path in drawn for name in re.findall(r"\bui\.(\w+)", path.read_text(encoding="utf-8"))}
    listed = set(
        re.findall(r"\bui\.(\w+)", (gallery_sections.FOLDER.parent / "components.html").read_text(encoding="utf-8"))
    )
    within_others = {"code_field", "field_of", "hidden", "icon", "nav_bar", "speak_script"}

    assert listed - called == within_others


def test_title_begins_with_error_when_form_is_wrong(request_of):
    page = {"form": gallery_samples.filled_form(), "only": "", "sections": []}
    context = {**gallery_samples.context("citizen"), **page}

    html = render_to_string("ui/gallery.html", context, request_of.get("/"))

    assert "<title>Lỗi: Bảng mẫu giao diện" in html


def test_sign_in_page_takes_password_managers_and_keeps_where_to_go(request_of):
    from django import forms

    class SignInForm(forms.Form):
        """Name and password."""

        username = forms.CharField(label="Tên")
        password = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)

    form = SignInForm({"username": "van-phong"})
    html = render_to_string("ui/sign_in.html", {"form": form, "next": '/x/?"><b>'}, request_of.get("/"))
    inputs = {a["name"]: a for t, a in elements(html) if t == "input"}

    assert inputs["username"]["value"] == "van-phong"
    assert (inputs["username"]["autocomplete"], inputs["password"]["autocomplete"]) == ("username", "current-password")
    assert inputs["next"]["value"] == '/x/?"><b>'
