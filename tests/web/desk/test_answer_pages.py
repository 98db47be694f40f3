"""Written answers: the list, drafting, signing with the password again, delivery; clashes and refusals."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.domain.roles import Role
from doithoai.stages.answers.models import Answer
from doithoai.stages.people.models import User
from tests.factories.answers import GOOD_TEXT, make_answer, make_signed_answer
from tests.factories.opinions import make_opinion
from tests.web.desk.conftest import words_of
from tests.web.desk.pages import sent_from

DUE = date(2026, 11, 18)


@pytest.fixture
def answer(office):
    opinion = make_opinion(office.commune, summary="Đường thôn hỏng", conference=office.conference, unit=office.unit)
    return make_answer(opinion, office.unit, DUE)


def draft_sent(page, **fields):
    return {**sent_from(page.get(), "deed", "draft"), **{f"draft-{name}": value for name, value in fields.items()}}


def test_officer_drafts_and_submits_in_one_press(answer, at_page):
    page = at_page("answer", answer.pk, role=Role.UNIT_OFFICER)

    page.post(**draft_sent(page, text=GOOD_TEXT, result="explained"), submit="1")

    answer.refresh_from_db()
    assert (answer.state, answer.text) == ("submitted", GOOD_TEXT)


def test_two_officers_see_both_drafts(answer, at_page):
    page = at_page("answer", answer.pk)
    sent = draft_sent(page, result="explained")
    page.post(**{**sent, "draft-text": "Bản của người thứ nhất."})

    clash = page.post(**{**sent, "draft-text": "Bản của người thứ hai."})

    shown = words_of(clash)
    assert "Bản của người thứ nhất." in shown
    assert "Bản của người thứ hai." in shown
    answer.refresh_from_db()
    assert answer.text == "Bản của người thứ nhất."
    assert page.post(**{**sent_from(clash, "deed", "draft"), "draft-text": "Bản ghép."}).status_code == 302


def test_draft_saved_twice_is_no_clash(answer, at_page):
    page = at_page("answer", answer.pk)
    sent = draft_sent(page, text=GOOD_TEXT, result="explained")
    page.post(**sent)

    assert page.post(**sent).status_code == 302


def test_refused_draft_does_not_pass_over_anothers_words(answer, at_page):
    page = at_page("answer", answer.pk)
    sent = draft_sent(page, result="explained")
    page.post(**{**sent, "draft-text": "Bản của người thứ nhất."})

    refused = page.post(**{**sent, "draft-text": "Bản của tôi.", "draft-promised_on": "ngày kia"})

    assert sent_from(refused, "deed", "draft")["draft-version"] == sent["draft-version"]
    assert "Bản của tôi." in words_of(refused)


def test_words_are_shown_back_when_the_answer_was_submitted_meanwhile(answer, at_page):
    page = at_page("answer", answer.pk)
    sent = draft_sent(page, text="Câu tôi đang viết dở.", result="explained")
    Answer.objects.filter(pk=answer.pk).update(state="submitted", text=GOOD_TEXT)

    shown = words_of(page.post(**sent))

    assert "Chữ anh/chị vừa gõ, chưa lưu" in shown
    assert "Câu tôi đang viết dở." in shown


def test_chair_signs_with_the_password(answer, at_page):
    Answer.objects.filter(pk=answer.pk).update(state="submitted", text=GOOD_TEXT, result="explained")
    page = at_page("answer", answer.pk, role=Role.CHAIR)
    chair = User.objects.get(full_name="Người chair")
    chair.set_password("mat-khau-cua-toi")
    chair.save()
    page.client.force_login(chair)
    sent = sent_from(page.get(), "deed", "sign")

    wrong = page.post(**{**sent, "sign-password": "sai"})
    assert "Mật khẩu chưa đúng nên chưa ký." in words_of(wrong)
    page.post(**{**sent, "sign-password": "mat-khau-cua-toi"})

    answer.refresh_from_db()
    assert (answer.state, answer.signed_by) == ("signed", "Người chair")


def test_chair_does_not_sign_words_that_changed_meanwhile(answer, at_page):
    Answer.objects.filter(pk=answer.pk).update(state="submitted", text=GOOD_TEXT, result="explained")
    page = at_page("answer", answer.pk, role=Role.CHAIR)
    chair = User.objects.get(full_name="Người chair")
    chair.set_password("mat-khau-cua-toi")
    chair.save()
    page.client.force_login(chair)
    sent = {**sent_from(page.get(), "deed", "sign"), "sign-password": "mat-khau-cua-toi"}
    Answer.objects.filter(pk=answer.pk).update(text="Lời khác hẳn.", version=answer.version + 1)

    refused = page.post(**sent)

    answer.refresh_from_db()
    assert answer.state == "submitted"
    assert "Đọc lại bản mới rồi hãy ký." in words_of(refused)
    assert "Lời khác hẳn." in words_of(refused)


def test_chair_returns_a_draft_with_one_sentence(answer, at_page):
    Answer.objects.filter(pk=answer.pk).update(state="submitted", text=GOOD_TEXT, result="explained")
    page = at_page("answer", answer.pk, role=Role.CHAIR)

    page.post(**{**sent_from(page.get(), "deed", "return"), "return-words": "Nêu rõ ngày xong."})

    assert "Nêu rõ ngày xong." in words_of(at_page("answer", answer.pk).get())


def test_delivery_is_recorded(office, at_page):
    signed = make_signed_answer(make_opinion(office.commune, unit=office.unit), office.unit)
    Answer.objects.filter(pk=signed.pk).update(signed_at="2026-10-20T02:00:00Z")
    page = at_page("answer", signed.pk)

    page.post(**{**sent_from(page.get(), "deed", "deliver"), "deliver-how": "Gặp trực tiếp"})

    signed.refresh_from_db()
    assert (signed.state, signed.delivered_on) == ("delivered", date(2026, 10, 28))


@pytest.mark.parametrize("shown", ["", "cho-ky", "qua-han", "tat-ca", "bay"])
def test_list_costs_the_same_with_one_row_and_with_three(office, answer, at_page, shown):
    page = at_page("answers")
    page.get(xem=shown)
    with CaptureQueriesContext(connection) as one:
        page.get(xem=shown)
    for _more in range(2):
        make_answer(make_opinion(office.commune, village=office.village), office.unit, DUE)

    with CaptureQueriesContext(connection) as three:
        page.get(xem=shown)

    assert len(three) == len(one)


def test_list_shows_what_is_owed_and_by_when(answer, at_page):
    page = words_of(at_page("answers").get())

    assert "Đường thôn hỏng" in page
    assert "18/11/2026" in page
    assert "Còn 21 ngày" in page


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", "a" * 20_001),
        ("result", "bay"),
        ("promised_on", "31/02/2026"),
        ("version", "x"),
        ("version", "9" * 400),
    ],
)
def test_draft_tells_what_to_mend_and_keeps_the_words(answer, at_page, name, value):
    page = at_page("answer", answer.pk)

    refused = page.post(**draft_sent(page, **{"text": "Câu của tôi.", "result": "explained", name: value}))

    assert refused.status_code == 200
    assert "Có chỗ cần sửa" in words_of(refused)
    assert name == "text" or "Câu của tôi." in words_of(refused)


def test_hostile_words_are_escaped(answer, at_page):
    page = at_page("answer", answer.pk)
    page.post(**draft_sent(page, text="<b onclick=x>Vá</b>", result="explained"))

    shown = words_of(page.get())

    assert "&lt;b onclick=x&gt;" in shown
    assert "<b onclick" not in shown
