"""Status by receipt code: what it tells, what it never tells, and how guessing is slowed down."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from doithoai.domain.opinions import check_digit, new_receipt_code, shown_receipt_code
from doithoai.stages.answers.models import Answer
from tests.factories.opinions import make_opinion
from tests.factories.people import make_unit
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db

ADDRESS = "/tra-cuu/"


def ask(client, code, address=ADDRESS):
    return client.post(address, {"ma": code})


def unknown_code(number):
    body = f"{number:015d}"
    return body + str(check_digit(body))


@pytest.fixture
def opinion(commune):
    return make_opinion(
        commune,
        "Lời gốc rất riêng của người gửi.",
        speaker_name="Hoàng Thị Thử",
        speaker_phone="0900000123",
        received_at=datetime(2026, 3, 2, 2, 0, tzinfo=UTC),
    )


@pytest.mark.parametrize("written", ["{0}", " {0} ", "{1}", "{2}", "{3}"])
def test_code_opens_status_however_it_is_spaced(client, opinion, written):
    code = opinion.code
    spaced = shown_receipt_code(code)

    page = ask(client, written.format(code, spaced, spaced.replace(" ", "-"), spaced.replace(" ", ".")))

    assert page.status_code == 200
    assert "Đã nhận" in page.content.decode()
    assert "nhận ngày 02/03/2026" in page.content.decode()


def test_status_never_tells_words_or_person(client, opinion):
    html = ask(client, opinion.code).content.decode()

    for secret in ("Lời gốc", "Hoàng Thị Thử", "0900000123"):
        assert secret not in html


def test_status_tells_day_of_the_dialogue_while_nothing_is_due(client, commune, opinion, now_day):
    opinion.conference = make_conference(commune, now_day + timedelta(days=9))
    opinion.save()

    html = ask(client, opinion.code).content.decode()

    assert f"buổi đối thoại ngày {opinion.conference.on:%d/%m/%Y}" in html


def answer_to(opinion, **fields):
    return Answer.objects.create(
        commune=opinion.commune, opinion=opinion, unit=make_unit(opinion.commune, "Phòng Kinh tế"), **fields
    )


def test_status_tells_due_day_and_lateness_when_answer_is_owed(client, opinion, now_day):
    opinion.state = "awaiting_answer"
    opinion.save()
    due = now_day - timedelta(days=4)
    answer_to(opinion, first_due_on=due, due_on=due)

    html = ask(client, opinion.code).content.decode()

    assert "Quá hạn 4 ngày" in html
    assert "Xã đang chậm 4 ngày." in html
    assert "Phòng Kinh tế" in html


def test_status_shows_the_checked_public_form_of_a_signed_answer_only(client, opinion, now_day, at):
    opinion.state = "answered"
    opinion.save()
    answer = answer_to(
        opinion, state="signed", first_due_on=now_day, due_on=now_day, text="Kính gửi bà Hoàng Thị Thử: xã đã sửa.",
        result="solved", signed_by="Nguyễn Văn Trì", signed_at=at, drafted_by="Phạm Văn Môn",
    )  # fmt: skip

    before = ask(client, opinion.code).content.decode()
    answer.public_text, answer.public_checked_by, answer.public_checked_at = "Xã đã sửa đường thôn.", "Sổ", at
    answer.save()
    after = ask(client, opinion.code).content.decode()

    assert "Hoàng Thị Thử" not in before + after
    assert "đưa mã số này cho văn phòng xã" in before
    assert "Nguyễn Văn Trì" not in before
    assert after.index("Xã đã sửa đường thôn.") < after.index("Nguyễn Văn Trì")
    assert after.index('aria-current="step"') < after.index("Đã làm xong")
    assert "Xã đã sửa đường thôn." in after


def test_status_tells_citizens_own_line_when_taken_apart(client, opinion):
    opinion.state, opinion.nature = "taken_apart", "complaint"
    opinion.save()

    html = ask(client, opinion.code).content.decode()

    assert "Luật Khiếu nại" in html
    assert "Quá hạn" not in html


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Hãy gõ 16 chữ số"),
        ("1234", "bà con mới gõ 4"),
        ("12345678901234567", "bà con mới gõ 17"),
        ("O821 0937 5562 1048", "xem lại chữ O với số 0"),
        ("9" * 80, "Mã số chỉ có 16 chữ số"),
        ("１２３４５６７８９０１２３４５６", "16 chữ số"),
    ],
)
def test_mistyped_code_is_told_plainly_and_kept(client, commune, typed, words):
    page = ask(client, typed)

    assert page.status_code == 422
    assert words in page.content.decode()
    assert f'value="{typed}"' in page.content.decode()


def test_wrong_check_digit_is_told_apart_without_looking_anything_up(client, opinion):
    wrong = opinion.code[:15] + str((int(opinion.code[15]) + 1) % 10)

    with CaptureQueriesContext(connection) as seen:
        page = ask(client, wrong)

    assert "Có chữ số gõ nhầm." in page.content.decode()
    assert len(seen) == 0


def test_unknown_code_is_404_with_what_to_do(client, opinion):
    page = ask(client, unknown_code(7))

    assert page.status_code == 404
    assert "Không có mã số này." in page.content.decode()


def test_code_stands_in_no_address_and_no_log(client, opinion, caplog):
    caplog.set_level("INFO")

    page = ask(client, opinion.code)

    lines = " ".join(record.getMessage() + str(vars(record)) for record in caplog.records)
    assert "tra-cuu/" in lines
    assert opinion.code not in lines
    assert f"?ma={opinion.code}" not in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert ask(client, "", f"{ADDRESS}?ma={opinion.code}").status_code == 422
    assert "Đã nhận" not in client.get(ADDRESS, {"ma": opinion.code}).content.decode()


def test_guessing_is_slowed_down_after_ten_misses_on_that_device_alone(opinion):
    guesser, neighbour = Client(HTTP_USER_AGENT="may-do"), Client(HTTP_USER_AGENT="dien-thoai")

    statuses = [ask(guesser, unknown_code(number)).status_code for number in range(1, 14)]
    waiting = ask(guesser, opinion.code)

    assert statuses == [404] * 11 + [429] * 2
    assert waiting.status_code == 429
    assert int(waiting["Retry-After"]) >= 1
    assert ask(neighbour, opinion.code).status_code == 200


def test_true_codes_are_never_slowed_down(client, opinion):
    assert {ask(client, opinion.code).status_code for _time in range(60)} == {200}


def test_random_codes_find_nothing(commune):
    live = {make_opinion(commune).code for _row in range(200)}

    assert not live & {new_receipt_code() for _guess in range(100_000)}


def test_status_of_a_communes_own_page_serves_any_code(client, commune, opinion):
    page = ask(client, opinion.code, reverse("portal:status", args=[commune.slug]))

    assert page.status_code == 200
    assert "Thử Nghiệm" in page.content.decode()
