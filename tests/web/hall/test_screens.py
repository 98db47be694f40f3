"""The two screens without controls: the wall shows nothing but what may be read by all, the chair sees one card."""

from datetime import UTC, date, datetime

import pytest

from doithoai.stages.answers.models import Answer
from doithoai.stages.conference.models import AgendaItem
from doithoai.stages.opinions.models import AnswerBrief
from doithoai.web.hall.screen import pages_of_steps
from doithoai.web.hall.views.chair import split
from tests.factories.answers import make_signed_answer
from tests.factories.conference import make_disposition, make_speaker
from tests.factories.opinions import make_opinion
from tests.factories.plans import make_conference

SECRET = "Tôi là Hoàng Thị Thử, số 0912345678, nhà cạnh trạm bơm"


def text_of(response):
    return response.content.decode()


def opinion_in(hall, words=SECRET, **fields):
    return make_opinion(
        hall.commune, words, conference=hall.conference, village=hall.village, speaker_phone="0912345678", **fields
    )


def test_wall_shows_place_and_time_before_the_sitting(hall_in, at_page):
    hall = hall_in("announced")

    html = text_of(at_page("projector", hall).get())

    assert hall.conference.title in html
    assert "Nhà văn hóa thôn" in html


def test_wall_shows_the_programme_while_nobody_speaks(hall, at_page):
    AgendaItem.objects.create(conference=hall.conference, order=1, title="Khai mạc")

    assert '<li value="1">Khai mạc</li>' in text_of(at_page("projector", hall).get())


def test_wall_shows_who_speaks_as_registered(hall, at_page):
    make_speaker(hall.conference, "Bùi Thị Nói", village=hall.village, state="speaking", started_at=hall.at)

    html = text_of(at_page("projector", hall).get())

    assert "<h1>Bùi Thị Nói</h1>" in html
    assert hall.village.name in html


def test_wall_shows_the_office_summary_of_a_question(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng từ tháng 6")

    html = text_of(at_page("projector", hall).get(xem="cau-hoi", **{"y-kien": opinion.pk}))

    assert "Đường thôn hỏng từ tháng 6" in html


@pytest.mark.parametrize("shown", ["", "cho", "chuong-trinh", "phat-bieu", "cau-hoi", "tra-loi", "tat", "la"])
def test_wall_never_shows_original_words_or_identity(hall, at_page, shown):
    opinion = opinion_in(hall)
    make_disposition(opinion, "answered_now", said="Mời ông Hoàng Thị Thử 0912345678 gặp.", answered_by="X")
    make_speaker(
        hall.conference, "Bùi Thị Nói", state="speaking", started_at=hall.at, opinion=opinion, about="việc nhà 0912345678"
    )  # fmt: skip

    html = text_of(at_page("projector", hall).get(xem=shown, **{"y-kien": opinion.pk}))

    for secret in ("Hoàng Thị Thử", "0912345678", "trạm bơm"):
        assert secret not in html


def test_wall_shows_no_message_meant_for_the_operator(hall, at_page, sign_in):
    client = sign_in(hall)
    address = f"/hoi-truong/{hall.commune.slug}/{hall.conference.pk}/"
    client.post(address, {"deed": "order"})

    wall = text_of(client.get(f"{address}man-hinh/"))
    page = text_of(client.get(address))

    assert "Đã xếp lại thứ tự" not in wall
    assert "Đã xếp lại thứ tự" in page


def test_wall_shows_who_answers_and_by_when(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng")
    make_disposition(opinion, "in_writing", unit=hall.unit, due_on=date(2026, 11, 18), said="Giao anh Hoàng Thị Thử.")

    html = text_of(at_page("projector", hall).get(xem="tra-loi", **{"y-kien": opinion.pk}))

    assert f"<p>{hall.unit.name} trả lời bằng văn bản.</p><p>Chậm nhất ngày 18/11/2026.</p>" in html
    assert "Hoàng Thị Thử" not in html


def test_wall_shows_the_question_while_nothing_is_decided_on_it(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng")

    html = text_of(at_page("projector", hall).get(xem="tra-loi", **{"y-kien": opinion.pk}))

    assert 'class="question" role="heading" aria-level="1">Đường thôn hỏng</p>' in html


@pytest.mark.parametrize(
    ("state", "speaks", "words"),
    [("announced", False, "màn chờ"), ("running", False, "chương trình"), ("running", True, "người đang phát biểu, Bùi Thị Nói")],
)  # fmt: skip
def test_operator_reads_what_the_wall_shows(hall_in, at_page, state, speaks, words):
    hall = hall_in(state)
    if speaks:
        make_speaker(hall.conference, "Bùi Thị Nói", state="speaking", started_at=hall.at)

    html = text_of(at_page("running", hall).get())

    assert f"“Theo diễn biến” lúc này chiếu: {words}</p>" in html


def test_wall_turns_pages_of_a_long_question(hall, at_page):
    words = " ".join(f"chữ{number}" for number in range(1, 131))
    opinion = opinion_in(hall, summary=words)
    page = at_page("projector", hall)

    first = text_of(page.get(xem="cau-hoi", **{"y-kien": opinion.pk}))
    last = text_of(page.get(xem="cau-hoi", trang="99", **{"y-kien": opinion.pk}))

    assert "chữ30" in first
    assert "chữ31" not in first
    assert "trang 5/5" in last
    assert "chữ130" in last


def test_operator_turns_pages_of_a_long_question(hall, at_page):
    opinion = opinion_in(hall, summary=" ".join(["chữ"] * 31))

    html = text_of(at_page("running", hall).get())

    assert f"y-kien={opinion.pk}&amp;trang=2" in html
    assert f"y-kien={opinion.pk}&amp;trang=3" not in html


def test_programme_is_divided_where_the_wall_ends():
    titles = ["a" * 76, "b" * 76, "c" * 76, "d" * 76, "e"]

    assert [[number for number, _ in page] for page in pages_of_steps(titles)] == [[1, 2, 3, 4], [5]]


def test_wall_ignores_an_opinion_of_another_conference(hall, at_page):
    other = make_opinion(hall.commune, conference=make_conference(hall.commune), summary="Chuyện khác")

    assert "Chuyện khác" not in text_of(at_page("projector", hall).get(xem="cau-hoi", **{"y-kien": other.pk}))


def test_card_shows_question_facts_and_proposed_answer(hall, at_page):
    opinion = opinion_in(hall, summary="Đường thôn hỏng")
    AnswerBrief.objects.create(
        opinion=opinion, unit=hall.unit, facts="Dài 120 m.", proposed_answer="Vá bằng vốn xã.", written_by="X",
        written_at=hall.at,
    )  # fmt: skip

    html = text_of(at_page("chair", hall).get())

    assert "<h1>Đường thôn hỏng</h1>" in html
    assert "Dài 120 m." in html
    assert "Vá bằng vốn xã." in html


def test_card_shows_what_was_promised_before(hall, at_page):
    earlier = make_conference(hall.commune, year=2025, on=None)
    before = make_opinion(hall.commune, conference=earlier, village=hall.village, topic="roads", summary="Vá đường cũ")
    make_signed_answer(before, hall.unit, result="promised", promised_on=datetime(2026, 6, 1, tzinfo=UTC).date())
    opinion_in(hall, summary="Đường vẫn hỏng", topic="roads")

    html = text_of(at_page("chair", hall).get())

    assert Answer.objects.count() == 1
    assert "Vá đường cũ" in html
    assert "Chưa làm" in html


def test_card_follows_whoever_speaks(hall, at_page):
    opinion_in(hall, summary="Việc một")
    second = opinion_in(hall, summary="Việc hai")
    make_speaker(hall.conference, "Bùi Thị Nói", state="speaking", started_at=hall.at, opinion=second)

    assert "<h1>Việc hai</h1>" in text_of(at_page("chair", hall).get())


def test_cards_are_turned(hall, at_page):
    first, second = opinion_in(hall, summary="Việc một"), opinion_in(hall, summary="Việc hai")
    page = at_page("chair", hall)

    assert f"?y-kien={second.pk}" in text_of(page.get())
    assert f"?y-kien={first.pk}" in text_of(page.get(**{"y-kien": second.pk}))


def test_long_texts_are_cut_at_sixty_words_and_kept_whole_below(hall, at_page):
    words = " ".join(f"chữ{number}" for number in range(1, 81))
    opinion_in(hall, summary=words)

    html = text_of(at_page("chair", hall).get())

    assert "chữ60 …</h1>" in html
    assert "chữ80" in html


def test_card_holds_sixty_words_however_many_parts_it_has():
    long, short = " ".join(["chữ"] * 100), "ba chữ thôi"

    parts = split([long, short, "", long])

    assert parts[1:3] == [(short, ""), ("", "")]
    assert [len(first.split()) - 1 for first, _rest in (parts[0], parts[3])] == [28, 29]
    assert parts[0][1] == long


def test_card_says_so_when_there_is_nothing(hall, at_page):
    assert "Chưa có ý kiến nào" in text_of(at_page("chair", hall).get())
