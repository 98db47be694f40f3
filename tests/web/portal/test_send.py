"""Sending an opinion: what is asked, what is kept, what is stored, and what leaves no trace."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doithoai.base.models import AuditLine
from doithoai.stages.opinions.models import Opinion, OpinionNumber
from doithoai.web.portal import limits
from doithoai.web.portal.limits import WATCH
from tests.factories.people import make_commune, make_village
from tests.factories.plans import make_conference
from tests.web.portal.conftest import WORDS, carried_by, code_of, press_send, walk_to_check

pytestmark = pytest.mark.django_db

WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE)", re.IGNORECASE)


def test_first_page_asks_before_any_text_field(client, address):
    html = client.get(address).content.decode()

    assert "Bà con muốn tố cáo ai làm trái pháp luật?" in html
    assert "<textarea" not in html
    assert 'type="text"' not in html


def test_denouncer_is_told_where_to_go_and_nothing_is_stored_or_told_apart_in_the_log(client, address, caplog):
    caplog.set_level("DEBUG")

    with CaptureQueriesContext(connection) as seen:
        away = client.post(address, {"trang": "hoi", "tra_loi": "to-cao", "words": "chuyện kín"})
    away_lines = [(record.getMessage(), vars(record).get("route")) for record in caplog.records]
    caplog.clear()
    client.post(address, {"trang": "hoi", "tra_loi": "y-kien"})
    on_lines = [(record.getMessage(), vars(record).get("route")) for record in caplog.records]

    html = away.content.decode()
    assert "Phòng tiếp dân, trụ sở xã" in html
    assert "Luật Tố cáo 2018" in html
    assert "chuyện kín" not in html
    assert "<textarea" not in html
    assert not [query for query in seen if WRITES.match(query["sql"])]
    assert (Opinion.objects.count(), AuditLine.objects.count(), OpinionNumber.objects.count()) == (0, 0, 0)
    assert away_lines == on_lines == [("request", "<slug:slug>/gui-y-kien/")]
    assert not away.cookies


def test_complainant_is_told_where_to_go(client, address):
    html = client.post(address, {"trang": "hoi", "tra_loi": "khieu-nai"}).content.decode()

    assert "Khiếu nại thì gửi ở đâu?" in html
    assert Opinion.objects.count() == 0


def test_whole_way_stores_one_opinion_and_gives_a_slip(client, commune, village, address, now_day):
    conference = make_conference(commune, now_day + timedelta(days=9), state="announced")

    page = walk_to_check(
        client, address, village=str(village.pk), wants_letter="on", name="Hoàng Thị Thử", phone="0900 000 123"
    )
    sent = press_send(client, address, page)

    opinion = Opinion.objects.get()
    html = sent.content.decode()
    assert (opinion.original_words, opinion.channel, opinion.village, opinion.conference) == (
        WORDS, "web", village, conference,
    )  # fmt: skip
    assert (opinion.speaker_name, opinion.speaker_phone, opinion.wants_letter) == (
        "Hoàng Thị Thử",
        "0900 000 123",
        True,
    )
    assert (opinion.entered_by_id, opinion.on_behalf) == (None, False)
    assert code_of(sent).replace(" ", "") == opinion.code
    assert f"Xã trả lời tại buổi đối thoại ngày {conference.on:%d/%m/%Y}." in html
    assert opinion.code not in sent.request["QUERY_STRING"] + sent.request["PATH_INFO"]
    assert sent["Cache-Control"] == "private, no-store"


def test_opinion_without_any_personal_field_is_taken(client, address):
    sent = press_send(client, address, walk_to_check(client, address))

    opinion = Opinion.objects.get()
    assert (opinion.speaker_name, opinion.speaker_phone, opinion.village) == ("", "", None)
    assert "Ngày họp sẽ đăng trên trang của xã." in sent.content.decode()


def test_slip_says_planned_day_is_only_planned(client, commune, address, now_day):
    make_conference(commune, now_day + timedelta(days=30), state="planned")

    sent = press_send(client, address, walk_to_check(client, address))

    assert "dự kiến ngày" in sent.content.decode()


def test_two_presses_store_one_opinion_and_give_the_same_slip(client, address):
    page = walk_to_check(client, address)

    first, second = press_send(client, address, page), press_send(client, address, page)

    assert Opinion.objects.count() == 1
    assert code_of(first) == code_of(second)


def test_second_press_with_other_words_is_refused_and_keeps_them(client, address):
    page = walk_to_check(client, address)
    press_send(client, address, page)

    again = press_send(client, address, page, words="Nội dung khác hẳn.")

    assert again.status_code == 422
    assert "Nội dung khác hẳn." in again.content.decode()
    assert Opinion.objects.count() == 1


@pytest.mark.parametrize("ticket", ["", "giả mạo", "abc:def:ghi"])
def test_forged_ticket_costs_nothing_but_a_new_one(client, address, ticket):
    page = walk_to_check(client, address)

    sent = press_send(client, address, page, phieu=ticket)

    assert sent.status_code == 200
    assert Opinion.objects.count() == 1


def test_form_from_elsewhere_stores_nothing_and_keeps_what_was_typed(commune, address):
    strict = Client(enforce_csrf_checks=True)
    page = walk_to_check(strict, address, name="Hoàng Thị Thử")
    fields = carried_by(page)

    refused = strict.post(address, {**fields, "csrfmiddlewaretoken": "x" * 64, "di": "gui"})
    html = refused.content.decode()

    assert refused.status_code == 403
    assert "Trang đã mở quá lâu" in html
    assert "Xin xã sửa giúp." in html
    assert Opinion.objects.count() == 0

    sent = press_send(strict, address, refused)
    assert sent.status_code == 200
    assert Opinion.objects.get().speaker_name == "Hoàng Thị Thử"


def test_phone_without_cookies_can_send_from_our_own_page_only(address):
    fields = carried_by(walk_to_check(Client(), address))
    bare = Client(enforce_csrf_checks=True)

    silent = bare.post(address, {**fields, "di": "gui"})
    foreign = bare.post(address, {**fields, "di": "gui"}, headers={"origin": "https://noi-khac.example"})
    assert (silent.status_code, foreign.status_code, Opinion.objects.count()) == (403, 403, 0)

    bare.cookies.clear()
    own = bare.post(address, {**fields, "di": "gui"}, headers={"origin": "http://testserver"})
    assert (own.status_code, Opinion.objects.count()) == (200, 1)


def test_nothing_is_written_before_the_last_press(client, address, village):
    with CaptureQueriesContext(connection) as seen:
        walk_to_check(client, address, village=str(village.pk), name="Hoàng Thị Thử")

    assert not [query for query in seen if WRITES.match(query["sql"])]
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("words", ["", "   ", "\u200b"])
def test_empty_words_are_asked_for_again(client, address, words):
    page = client.post(address, {"trang": "hoi", "tra_loi": "y-kien"})

    again = client.post(address, {**carried_by(page), "words": words})

    if again.status_code == 200:
        again = press_send(client, address, client.post(address, {**carried_by(again)}))
    assert again.status_code == 422
    assert "Hãy viết điều bà con" in again.content.decode() or "Chưa thấy ý kiến nào" in again.content.decode()
    assert Opinion.objects.count() == 0


def test_words_too_long_are_kept_and_said_so(client, address):
    page = client.post(address, {"trang": "hoi", "tra_loi": "y-kien"})

    again = client.post(address, {**carried_by(page), "words": "á" * 10_001})

    assert again.status_code == 422
    assert "máy chỉ nhận 10000" in again.content.decode()
    assert "á" * 10_001 in again.content.decode()


def test_wish_for_a_letter_without_name_keeps_words_and_village(client, address, village):
    page = walk_to_check(client, address, village=str(village.pk), wants_letter="on")
    html = page.content.decode()

    assert page.status_code == 422
    assert "<title>Lỗi:" in html
    assert "ghi họ tên để xã biết tìm ai" in html
    assert carried_by(page)["words"].replace("\r\n", "\n") == WORDS
    assert carried_by(page)["village"] == str(village.pk)
    assert 'name="wants_letter" value="on" checked' in html


def test_village_of_another_commune_is_refused(client, address, village):
    stranger = make_village(make_commune("xa-khac", "Khác"))
    assert stranger.pk != village.pk

    page = walk_to_check(client, address, village=str(stranger.pk))

    assert page.status_code == 422
    assert "Hãy chọn lại" in page.content.decode()


def test_tampered_last_page_goes_back_to_the_page_that_is_wrong(client, address, village):
    page = walk_to_check(client, address)

    no_words = press_send(client, address, page, words="")
    bad_village = press_send(client, address, page, village="99999")

    assert (no_words.status_code, bad_village.status_code, Opinion.objects.count()) == (422, 422, 0)
    assert carried_by(no_words)["trang"] == "viet"
    assert carried_by(bad_village)["trang"] == "noi"


def test_tampered_wish_for_a_letter_goes_back_to_the_page_that_asks_for_the_name(client, address, village):
    page = walk_to_check(client, address)

    again = press_send(client, address, page, wants_letter="on")

    assert (again.status_code, Opinion.objects.count()) == (422, 0)
    assert carried_by(again)["trang"] == "tra-loi"


def test_changing_words_from_the_last_page_keeps_everything_else(client, address, village):
    page = walk_to_check(client, address, village=str(village.pk), name="Hoàng Thị Thử", phone="0900 000 123")

    words = client.post(address, {**carried_by(page), "di": "viet"})
    assert "Xin xã sửa giúp." in words.content.decode()
    check = client.post(address, {**carried_by(words), "words": "Chữ đã sửa lại."})
    press_send(client, address, check)

    opinion = Opinion.objects.get()
    assert (opinion.original_words, opinion.speaker_name, opinion.village) == (
        "Chữ đã sửa lại.", "Hoàng Thị Thử", village,
    )  # fmt: skip


@pytest.mark.parametrize(("pressed", "changed"), [("noi", {"village": "0"}), ("tra-loi", {"name": "Hoàng Thị Thử"})])
def test_changing_one_answer_from_the_last_page_comes_straight_back(client, address, village, pressed, changed):
    page = walk_to_check(client, address, village=str(village.pk), phone="0900 000 123")

    one = client.post(address, {**carried_by(page), "di": pressed})
    check = client.post(address, {**carried_by(one), "village": str(village.pk), "phone": "0900 000 123", **changed})

    kept = carried_by(check)
    assert carried_by(one)["trang"] == pressed
    assert kept["trang"] == "xem"
    assert (kept["words"].replace("\r\n", "\n"), kept["phone"]) == (WORDS, "0900 000 123")
    assert {name: kept[name] for name in changed} == changed


@pytest.mark.parametrize(("has_village", "steps"), [(True, "Bước 4 trong 4"), (False, "Bước 3 trong 3")])
def test_steps_are_counted_without_the_village_when_there_is_none(client, commune, address, has_village, steps):
    if has_village:
        make_village(commune, "Đông Phong")

    assert steps in walk_to_check(client, address).content.decode()


def test_going_back_reaches_each_page_before(client, address, village):
    page = client.post(address, {"trang": "tra-loi", "words": WORDS, "di": "noi"})
    assert carried_by(page)["trang"] == "noi"

    page = client.post(address, {**carried_by(page), "di": "viet"})
    assert carried_by(page)["trang"] == "viet"
    assert "Xin xã sửa giúp." in page.content.decode()


def test_words_that_accuse_bring_the_question_again_and_go_on_when_denied(client, address):
    accusing = "Trưởng thôn ăn chặn tiền hỗ trợ của dân."
    page = client.post(address, {"trang": "hoi", "tra_loi": "y-kien"})

    asked = client.post(address, {**carried_by(page), "words": accusing})
    away = client.post(address, {**carried_by(asked), "tra_loi": "to-cao"})
    on = client.post(address, {**carried_by(asked), "tra_loi": "y-kien"})

    assert "Bà con đang tố cáo ai làm trái pháp luật phải không?" in asked.content.decode()
    assert accusing not in away.content.decode()
    assert "Tố cáo thì gửi ở đâu?" in away.content.decode()
    assert carried_by(on)["words"] == accusing
    assert Opinion.objects.count() == 0


def test_filled_trap_asks_once_more_and_the_second_press_passes(client, address):
    page = client.post(address, {"trang": "hoi", "tra_loi": "y-kien"})

    trapped = client.post(address, {**carried_by(page), "words": WORDS, "de_trong": "bot"})
    passed = client.post(address, {**carried_by(trapped), "words": WORDS, "de_trong": ""})

    assert trapped.status_code == 422
    assert 'name="de_trong" value=""' in trapped.content.decode()
    assert "Xin xã sửa giúp." in trapped.content.decode()
    assert passed.status_code == 200


def test_three_hundred_people_behind_one_address_all_get_through(client, address):
    page = walk_to_check(client, address)
    answers = {press_send(client, address, page, phieu="").status_code for _person in range(300)}

    assert answers == {200}
    assert Opinion.objects.count() == 300


def test_flood_from_one_device_is_stopped_with_its_text_kept(client, address, monkeypatch):
    monkeypatch.setattr(limits, "OPINIONS_A_DAY", 2)
    page = walk_to_check(client, address)

    statuses = [press_send(client, address, page, phieu="").status_code for _press in range(3)]
    last = press_send(client, address, page, phieu="")

    assert statuses == [200, 200, 429]
    assert "Xin xã sửa giúp." in last.content.decode()
    assert Opinion.objects.count() == 2


def test_no_address_of_a_device_is_stored_or_logged(address, caplog):
    caplog.set_level("DEBUG")
    phone = Client(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="May-Rieng/9")

    press_send(phone, address, walk_to_check(phone, address))

    opinion = Opinion.objects.get()
    stored = " ".join(str(value) for value in vars(opinion).values())
    lines = " ".join(record.getMessage() + str(vars(record)) for record in caplog.records)
    told = stored + " ".join(AuditLine.objects.values_list("detail", flat=True)) + str(WATCH.sent)
    assert "gui-y-kien" in lines
    assert "203.0.113.77" not in told + lines
    assert "May-Rieng" not in told + lines
    assert "Đường qua thôn" not in lines


def test_typed_markup_is_shown_as_text(client, address):
    hostile = '"><script>alert(1)</script>'

    page = walk_to_check(client, address, words=hostile, name=hostile, phone=hostile)

    assert "<script" not in page.content.decode()
    assert "&lt;script&gt;" in page.content.decode()


def test_choosing_page_names_the_communes(client, commune):
    html = client.get("/gui-y-kien/").content.decode()

    assert f'href="/{commune.slug}/gui-y-kien/"' in html


@pytest.mark.parametrize(
    "fields", [{}, {"trang": "lạ"}, {"trang": "hoi"}, {"trang": "xem"}, {"trang": "noi"}, {"trang": "tra-loi"}]
)
def test_odd_form_is_never_an_error(client, address, fields):
    assert client.post(address, fields).status_code in {200, 422}


FIELD = st.sampled_from(
    ["trang", "di", "ve", "tra_loi", "phieu", "words", "village", "wants_letter", "name", "phone", "address"]
)
VALUE = st.one_of(
    st.sampled_from(["hoi", "viet", "hoi-lai", "noi", "tra-loi", "xem", "gui", "y-kien", "0", "on"]),
    st.text(max_size=80),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(FIELD, VALUE))
def test_no_form_whatsoever_is_an_error(client, address, fields):
    assert client.post(address, fields).status_code in {200, 422}
