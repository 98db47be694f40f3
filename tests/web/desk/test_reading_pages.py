"""Giving a plan, putting its reading right, starting it; and every file that is no plan."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from doithoai.config import wiring
from doithoai.stages.plans.models import Conference, Plan, Reading
from tests.web.desk.conftest import NOW, words_of
from tests.web.desk.pages import sent_from

PLAN = """ỦY BAN NHÂN DÂN
XÃ BÌNH LÃNG
Số: 12/KH-UBND
Bình Lãng, ngày 05 tháng 10 năm 2026
KẾ HOẠCH
Tổ chức đối thoại trực tiếp với Nhân dân năm 2026
1. Thời gian: 01 buổi, ngày 20/11/2026.
2. Địa điểm: Nhà văn hóa thôn Đông Phong.
3. Văn phòng ra thông báo trước ngày đối thoại 07 ngày.
4. Các phòng trả lời trong 15 ngày làm việc sau hội nghị.
"""
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\x00" * 200
NOVEL = ("Ngày xưa có một ông lão đánh cá nghèo sống bên bờ biển. " * 40 + "\n") * 60


@pytest.fixture(autouse=True)
def _readers():
    wiring.wire()


@pytest.fixture
def upload(at_page):
    page = at_page("plan_upload")

    def given(content=b"", name="ke-hoach.txt", text=""):
        fields = {"text": text}
        if content is not None:
            fields["file"] = SimpleUploadedFile(name, content)
        return page.post(**fields)

    return given


@pytest.fixture
def reading(office, upload):
    upload(PLAN.encode())
    return Reading.objects.get()


def broken_docx():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as whole:
        whole.writestr("word/document.xml", "<w:document><w:body>" * 3)
    return packed.getvalue()


def as_sent(response):
    """The confirmation page as a browser would send it unchanged."""
    return sent_from(response, "k-title")


def test_plan_is_read_and_shown_beside_its_source(upload, office):
    answer = upload(PLAN.encode())

    kept = Reading.objects.get()
    assert answer.url == reverse("desk:reading", args=[office.commune.slug, kept.pk])
    assert (kept.found["year"], len(kept.found["conferences"])) == (2026, 1)


def test_reading_page_marks_the_lines_that_were_read(reading, at_page):
    page = words_of(at_page("reading", reading.pk).get())

    assert 'class="marked"' in page
    assert "12/KH-UBND" in page
    assert 'value="20/11/2026"' in page


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (PICTURE, "anh.png", "Đây là tệp ảnh"),
        (PICTURE, "ke-hoach.docx", "Đây là tệp ảnh"),
        (b"", "rong.txt", "Tệp này trống"),
        (b"   \n \n", "trang.txt", "Tệp trống"),
        (broken_docx(), "hong.docx", ".docx"),
        (b"PK\x03\x04rac", "hong.docx", ".docx"),
        (b"%PDF-1.7 x", "quet.pdf", "Đây là tệp PDF"),
        (b"x" * 20_000_001, "to.txt", "Tệp quá lớn"),
    ],
    ids=["picture", "picture-as-docx", "empty", "blank", "broken-docx", "cut-docx", "pdf", "too-big"],
)
def test_upload_tells_what_to_do_when_the_file_is_no_plan(upload, content, name, told):
    answer = upload(content, name, text="Chữ đã dán")

    page = words_of(answer)
    assert answer.status_code == 200
    assert told in page
    assert "Chữ đã dán" in page
    assert Reading.objects.count() == 0


def test_upload_asks_for_something_when_nothing_was_given(upload):
    assert "Chọn một tệp, hoặc dán nội dung" in words_of(upload(None))


def test_pasted_text_is_read_like_a_file(upload):
    upload(None, text=PLAN)

    assert Reading.objects.get().found["number"] == "12/KH-UBND"


def test_novel_is_asked_about_and_does_not_start(upload, office, at_page):
    upload(NOVEL.encode())
    page = at_page("reading", Reading.objects.get().pk)
    shown = page.get()

    answer = page.post(**{**as_sent(shown), "k-title": "Truyện", "k-year": "2026", "start": "1"})

    assert "Đây có phải kế hoạch không?" in words_of(shown)
    assert "Tài liệu này không phải là kế hoạch đối thoại. Chọn đúng tệp kế hoạch." in words_of(answer)
    assert Plan.objects.filter(commune=office.commune).count() == 1


def test_clerk_may_say_that_it_is_a_plan_but_must_add_a_conference(upload, at_page):
    upload(NOVEL.encode())
    page = at_page("reading", Reading.objects.get().pk)
    sent = {**as_sent(page.get()), "k-title": "Kế hoạch", "k-year": "2026", "k-type": "plan", "start": "1"}

    answer = page.post(**sent)

    assert "Bổ sung thời gian dự kiến rồi bắt đầu" in words_of(answer)


def test_plan_without_dates_starts_with_an_open_day(upload, at_page, office):
    upload(PLAN.replace("ngày 20/11/2026", "sẽ thông báo sau").encode())
    page = at_page("reading", Reading.objects.get().pk)

    page.post(**{**as_sent(page.get()), "start": "1"})

    conference = Conference.objects.exclude(pk=office.conference.pk).get()
    assert (conference.on, conference.open) == (None, ["date"])


def test_left_out_conference_keeps_what_was_typed_and_asks_for_a_time(reading, at_page):
    page = at_page("reading", reading.pk)
    sent = {**as_sent(page.get()), "k-title": "Tên do tôi sửa", "conferences-0-leave_out": "on", "start": "1"}

    answer = page.post(**sent)

    assert "Bổ sung thời gian dự kiến rồi bắt đầu" in words_of(answer)
    assert "Tên do tôi sửa" in words_of(answer)


def test_started_plan_lays_out_its_conference(reading, at_page, office):
    page = at_page("reading", reading.pk)

    answer = page.post(**{**as_sent(page.get()), "start": "1"})

    plan = Plan.objects.exclude(pk=office.plan.pk).get()
    assert answer.url == reverse("desk:plan", args=[office.commune.slug, plan.pk])
    assert [str(one.on) for one in Conference.objects.filter(plan=plan)] == ["2026-11-20"]


def test_start_happens_once_when_the_button_is_pressed_twice(reading, at_page, office):
    page = at_page("reading", reading.pk)
    sent = {**as_sent(page.get()), "start": "1"}
    page.post(**sent)

    again = page.post(**sent)

    assert again.status_code == 302
    assert Plan.objects.exclude(pk=office.plan.pk).count() == 1


def test_correction_is_kept_with_who_made_it(reading, at_page):
    page = at_page("reading", reading.pk)

    page.post(**{**as_sent(page.get()), "k-issuer": "UBND xã Bình Lãng (sửa)", "save": "1"})

    reading.refresh_from_db()
    assert reading.found["issuer"] == "UBND xã Bình Lãng (sửa)"
    assert [(one["field"], one["by"]) for one in reading.corrections] == [("issuer", "Trần Thị Sổ")]


def test_two_clerks_see_both_texts_when_they_correct_the_same_reading(reading, at_page):
    page = at_page("reading", reading.pk)
    sent = as_sent(page.get())
    page.post(**{**sent, "k-title": "Tên của người thứ nhất", "save": "1"})

    clash = page.post(**{**sent, "k-title": "Tên của người thứ hai", "save": "1"})

    shown = words_of(clash)
    assert "Hai người cùng sửa" in shown
    assert "Tên của người thứ nhất" in shown
    assert "Tên của người thứ hai" in shown
    reading.refresh_from_db()
    assert reading.found["title"] == "Tên của người thứ nhất"


def test_second_clerk_can_save_after_seeing_both(reading, at_page):
    page = at_page("reading", reading.pk)
    sent = as_sent(page.get())
    page.post(**{**sent, "k-title": "Tên của người thứ nhất", "save": "1"})
    clash = page.post(**{**sent, "k-title": "Tên của người thứ hai", "save": "1"})

    page.post(**{**sent, "version": as_sent(clash)["version"], "k-title": "Tên của người thứ hai", "save": "1"})

    reading.refresh_from_db()
    assert reading.found["title"] == "Tên của người thứ hai"


def test_save_pressed_twice_is_no_clash(reading, at_page):
    page = at_page("reading", reading.pk)
    sent = {**as_sent(page.get()), "k-title": "Tên mới", "save": "1"}
    page.post(**sent)

    assert page.post(**sent).status_code == 302


def test_refused_words_do_not_pass_over_anothers_correction(reading, at_page):
    page = at_page("reading", reading.pk)
    sent = as_sent(page.get())
    page.post(**{**sent, "k-title": "Tên của người thứ nhất", "save": "1"})

    refused = page.post(**{**sent, "k-title": "Tên của tôi", "k-issued_on": "ngày kia", "save": "1"})

    assert as_sent(refused)["version"] == sent["version"]
    assert "chưa phải là một ngày" in words_of(refused)


def test_last_years_plan_is_carried_over_with_one_press(upload, at_page):
    upload(PLAN.replace("2026", "2025").encode())
    page = at_page("reading", Reading.objects.get().pk)

    offered, carried = words_of(page.get()), words_of(page.get(nam="2026"))

    assert "Đây là kế hoạch năm 2025" in offered
    assert 'value="20/11/2026"' in carried
    assert 'value="2026"' in carried


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>"])
def test_hostile_words_of_a_plan_are_escaped(upload, at_page, words):
    upload((PLAN + words).encode())

    page = words_of(at_page("reading", Reading.objects.get().pk).get())

    assert words not in page
    assert words.replace("<", "&lt;").replace(">", "&gt;") in page


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("k-title", "a" * 10_000),
        ("k-issuer", "a" * 10_000),
        ("rows-conferences", "9" * 5000),
        ("rows-deadlines", "²"),
        ("version", "9" * 5000),
        ("version", "x"),
        ("k-year", "9" * 400),
        ("conferences-0-half_days", "-1"),
        ("k-title", "chữ\x00rỗng"),
    ],
)
def test_reading_page_stands_whatever_is_sent(reading, at_page, name, value):
    page = at_page("reading", reading.pk)

    answer = page.post(**{**as_sent(page.get()), name: value, "save": "1"})

    assert answer.status_code in (200, 302)


def test_reading_page_stands_when_nothing_is_sent(reading, at_page):
    answer = at_page("reading", reading.pk).post(save="1")

    assert answer.status_code == 200
    assert "Hãy ghi “Tên kế hoạch”." in words_of(answer)


def test_waiting_reading_is_listed_until_it_starts(reading, at_page):
    assert reading.found["title"] in words_of(at_page("plan_upload").get())
    Reading.objects.update(started_plan=Plan.objects.get(), created_at=NOW)
    assert "Đã đọc, chưa bắt đầu" not in words_of(at_page("plan_upload").get())


def test_plan_of_another_commune_is_pointed_out(upload, at_page):
    upload(PLAN.encode())
    upload(PLAN.replace("BÌNH LÃNG", "LONG PHỤNG").replace("Bình Lãng", "Long Phụng").encode())

    own, other = (words_of(at_page("reading", one.pk).get()) for one in Reading.objects.order_by("pk"))

    assert "Tên xã khác nhau" not in own
    assert "Kế hoạch ghi Long Phụng, không phải xã Bình Lãng." in other


def test_plan_uploaded_twice_waits_once(upload):
    answers = [upload(PLAN.encode()), upload(PLAN.encode())]

    assert answers[0].url == answers[1].url
    assert Reading.objects.count() == 1
