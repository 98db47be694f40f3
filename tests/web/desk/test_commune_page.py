"""The commune's own page, and how what is said there comes to stand on every page."""

import io
import os
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from doithoai.adapters.readers.picture import reader
from doithoai.domain.colours import is_seen_on_paper
from doithoai.domain.roles import Role
from doithoai.stages.people.models import Commune, CommuneEmblem
from doithoai.web.desk.forms.commune import SWATCHES
from doithoai.web.ui.theme import VERMILION
from tests.web.desk.conftest import words_of
from tests.web.desk.pages import sent_from

pytestmark = pytest.mark.django_db


def picture(colour=(0, 105, 92), size=(120, 120), name="xa.png"):
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue())


@pytest.fixture
def page(at_page):
    return at_page("commune")


def filled(page, **other):
    """The form as it stands with some fields typed over."""
    return again_from(page.get()) | other


def again_from(answer):
    """The form of a page, ready to be sent once more."""
    fields = sent_from(answer, "office_hours")
    return {name: value[0] if isinstance(value, list) else value for name, value in fields.items()}


def header_of(client, commune):
    """What the public page shows of the commune's look."""
    text = words_of(client.get(reverse("portal:commune", args=[commune.slug])))
    return {
        "band": re.search(r'class="band[^>]*><rect[^>]*fill="([^"]*)"', text).group(1),
        "chrome": re.search(r'name="theme-color" content="([^"]*)"', text).group(1),
        "emblem": (re.search(r'<img src="([^"]*)" alt=""', text) or [None, ""])[1],
    }


def test_what_the_clerk_saves_stands_on_the_page_of_the_commune(page, office):
    answer = page.post(**filled(page, office_hours="7:30–17:00", phone="0220 111", band="#00695C", emblem=picture()))

    commune = Commune.objects.get(pk=office.commune.pk)
    shown = header_of(page.client, commune)
    text = words_of(page.client.get(reverse("portal:commune", args=[commune.slug])))
    assert answer.status_code == 302
    assert (shown["band"], shown["chrome"]) == ("#00695C", "#00695C")
    assert shown["emblem"].endswith(f"/{CommuneEmblem.objects.get().sha256[:8]}.png")
    assert "7:30–17:00" in text
    assert "0220 111" in text


@pytest.mark.parametrize(
    "name", ["desk:home", "desk:commune", "watch:home", "portal:search", "portal:send", "portal:status"]
)
def test_colour_stands_on_every_page_of_the_commune(page, office, name):
    page.post(**filled(page, band="#5B3A8C"))

    text = words_of(page.client.get(reverse(name, args=[office.commune.slug]), follow=True))

    assert '<rect width="100%" height="100%" fill="#5B3A8C"/>' in text


def test_pages_keep_the_products_own_look_when_nothing_was_chosen(page, office):
    shown = header_of(page.client, office.commune)

    assert shown == {"band": VERMILION, "chrome": "#FFFDF8", "emblem": ""}


@pytest.mark.parametrize("colour", sorted(set(SWATCHES.values())))
def test_named_colour_is_seen_on_paper(colour):
    assert is_seen_on_paper(colour)


def test_free_colour_is_taken_and_offered_again(page):
    page.post(**filled(page, band="other", band_other="0b5394"))

    assert Commune.objects.filter(band="#0B5394").exists()
    again = filled(page)
    assert (again["band"], again["band_other"]) == ("other", "#0B5394")


@pytest.mark.parametrize("typed", ["", "đỏ", "#FFFFFF", '"><b>', "#ABCDE"])
def test_free_colour_is_refused_in_words_and_all_typed_words_stay(page, typed):
    answer = page.post(**filled(page, band="other", band_other=typed, phone="0220 222"))

    kept = sent_from(answer, "office_hours")
    assert answer.status_code == 200
    assert "error-summary" in words_of(answer)
    assert (kept["band_other"], kept["phone"]) == (typed, "0220 222")
    assert not Commune.objects.exclude(band="").exists()


def test_trying_shows_the_header_and_saves_nothing(page):
    answer = page.post(**filled(page, band="#6B4226", emblem=picture(), preview="1"))

    text = words_of(answer)
    assert 'fill="#6B4226"/></svg>\n<div class="masthead">' in text
    assert '<img src="data:image/png;base64,' in text
    assert not Commune.objects.filter(band="#6B4226").exists()
    assert not CommuneEmblem.objects.exists()


def test_picture_tried_or_refused_once_need_not_be_chosen_again(page):
    tried = sent_from(page.post(**filled(page, name="", emblem=picture())), "emblem_kept")
    assert tried["emblem_kept"]

    page.post(**filled(page, emblem_kept=tried["emblem_kept"]))

    assert CommuneEmblem.objects.get().height == 96


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (SimpleUploadedFile("a.svg", b'<svg onload="alert(1)"/>'), reader.DRAWING),
        (SimpleUploadedFile("a.png", b"<?xml version='1.0'?><svg/>"), reader.DRAWING),
        (SimpleUploadedFile("a.png", b"chu thuong"), reader.UNKNOWN),
        (SimpleUploadedFile("a.png", os.urandom(2 * 1024 * 1024 + 1)), reader.TOO_LARGE),
    ],
)
def test_picture_is_refused_in_words_and_typed_words_stay(page, sent, words):
    answer = page.post(**filled(page, phone="0220 333", emblem=sent))

    assert words in words_of(answer)
    assert sent_from(answer, "office_hours")["phone"] == "0220 333"
    assert not CommuneEmblem.objects.exists()


@pytest.mark.parametrize("kept", ["!", "YQ", "đ", "PHN2Zy8+"])
def test_picture_carried_in_the_page_is_looked_at_like_any_other(page, kept):
    answer = page.post(**filled(page, emblem_kept=kept))

    assert answer.status_code == 200
    assert not CommuneEmblem.objects.exists()


def test_emblem_is_taken_away(page, office):
    page.post(**filled(page, emblem=picture()))
    assert header_of(page.client, office.commune)["emblem"]

    page.post(**filled(page, remove_emblem="on"))

    assert header_of(page.client, office.commune)["emblem"] == ""
    assert not CommuneEmblem.objects.exists()


def test_both_versions_are_seen_when_somebody_saved_first(page, office):
    mine = filled(page, phone="0220 444", emblem=picture())
    page.post(**filled(page, phone="0220 555"))

    answer = page.post(**mine)

    again = again_from(answer)
    assert "0220 555" in words_of(answer)
    assert (again["phone"], again["version"]) == ("0220 444", "2")
    page.post(**again)
    assert Commune.objects.get(pk=office.commune.pk).phone == "0220 444"
    assert CommuneEmblem.objects.exists()


def test_picture_is_not_lost_when_only_the_picture_came_second(page):
    mine = filled(page, phone="0220 555", emblem=picture())
    page.post(**filled(page, phone="0220 555"))

    answer = page.post(**mine)

    assert answer.status_code == 200
    assert sent_from(answer, "emblem_kept")["emblem_kept"]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CLERK, Role.CHAIR}))
def test_page_is_refused_when_the_post_may_not(at_page, role):
    page = at_page("commune", role=role)

    assert {page.get().status_code, page.post(name="Khác").status_code} <= {403, 404}


@pytest.mark.parametrize(("role", "led"), [(Role.CLERK, True), (Role.CHAIR, True), (Role.FRONT, False)])
def test_page_of_rules_leads_there_whoever_may(at_page, office, role, led):
    text = words_of(at_page("rules", role=role).get())

    assert (reverse("desk:commune", args=[office.commune.slug]) in text) is led


def test_emblem_is_kept_by_browsers_for_ever_and_answered_shortly_when_known(page, office):
    page.post(**filled(page, emblem=picture()))
    address = header_of(page.client, office.commune)["emblem"]

    first = page.client.get(address)
    again = page.client.get(address, headers={"if-none-match": first["ETag"]})

    assert (first.status_code, first["Content-Type"], first["X-Content-Type-Options"]) == (200, "image/png", "nosniff")
    assert first.content == bytes(CommuneEmblem.objects.get().png)
    assert "immutable" in first["Cache-Control"]
    assert (again.status_code, again.content) == (304, b"")


def test_emblem_is_not_there_under_another_address(page, office):
    page.post(**filled(page, emblem=picture()))
    mark = CommuneEmblem.objects.get().sha256[:8]

    codes = [
        page.client.get(reverse("portal:emblem", args=parts)).status_code
        for parts in ((office.commune.slug, mark), (office.commune.slug, "00000000"), ("khong-co", mark))
    ]

    assert codes == [200, 404, 404]


def test_typed_words_are_shown_again_when_the_session_had_ended(page):
    sent = filled(page, office_hours="sáng thứ Hai đến chiều thứ Sáu")
    page.client.logout()

    answer = page.client.post(page.address, sent, headers={"origin": "http://testserver"})

    assert answer.status_code == 403
    assert "sáng thứ Hai đến chiều thứ Sáu" in words_of(answer)
    assert f"/dang-nhap/?next={page.address}" in words_of(answer)
    assert not Commune.objects.exclude(office_hours="").exists()
