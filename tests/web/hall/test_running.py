"""The page of the running sitting: opening, speaking, hearing, deciding; and what is refused."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.domain.roles import Role
from doithoai.stages.answers.models import Answer
from doithoai.stages.conference.models import AgendaItem, Disposition, Sitting, Speaker
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.plans.models import Conference
from tests.factories.conference import make_disposition, make_speaker
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import make_commune, make_unit


def opinion_in(hall, words="Đường qua thôn hỏng, đề nghị xã sửa.", **fields):
    return make_opinion(hall.commune, words, conference=hall.conference, village=hall.village, **fields)


def text_of(response):
    return response.content.decode()


def test_page_shows_opinions_speakers_and_progress(hall, at_page):
    first = opinion_in(hall, summary="Đường thôn hỏng")
    make_speaker(hall.conference, "Bùi Thị Nói", village=hall.village)
    make_disposition(first, "answered_now", said="Xã vá trong tháng 11.", answered_by="Chủ tịch xã")
    opinion_in(hall, summary="Thiếu đèn đường")

    html = text_of(at_page("running", hall).get())

    assert "Đường thôn hỏng" in html
    assert "Thiếu đèn đường" in html
    assert "Bùi Thị Nói" in html
    assert "<strong>1/2</strong>" in html


def test_opinion_being_discussed_stands_open_before_the_others(hall, at_page):
    done, now, later = (opinion_in(hall, summary=f"Việc {word}") for word in ("một", "hai", "ba"))
    make_disposition(done, "answered_now", said="Xã vá trong tháng 11.", answered_by="Chủ tịch xã")

    html = text_of(at_page("running", hall).get())

    places = [html.index(f'id="y-kien-{one.pk}"') for one in (now, later, done)]
    assert places == sorted(places)
    assert f'<article class="card current" id="y-kien-{now.pk}">\n<h4>' in html
    assert f'<article class="card" id="y-kien-{later.pk}">\n<details><summary>' in html
    assert f'<article class="card" id="y-kien-{done.pk}">\n<details><summary>' in html


def test_end_of_the_speakers_minutes_is_shown(hall, at_page):
    make_speaker(hall.conference, "Bùi Thị Nói", state="speaking", started_at=hall.at, minutes=5)

    assert "đang nói từ 09:30, 5 phút · <strong>hết giờ lúc 09:35</strong>" in text_of(at_page("running", hall).get())


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CLERK, 200),
        (Role.CHAIR, 200),
        (Role.COUNCIL_CHAIR, 200),
        (Role.UNIT_OFFICER, 403),
        (Role.VILLAGE_HEAD, 403),
        (Role.FRONT, 403),
        (Role.POLICE, 403),
        (Role.UPPER_LEVEL, 403),
    ],
)
@pytest.mark.parametrize("name", ["running", "conclusion", "minutes", "review", "projector", "chair"])
def test_hall_pages_are_for_those_who_run_the_conference(hall, at_page, role, status, name):
    assert at_page(name, hall, role).get().status_code == status


def test_page_of_another_commune_is_not_found(hall, at_page):
    assert at_page("running", hall, commune=make_commune()).get().status_code == 404


def test_stranger_is_led_to_sign_in(hall, client):
    response = client.get(f"/hoi-truong/{hall.commune.slug}/{hall.conference.pk}/")

    assert response.status_code == 302
    assert "dang-nhap" in response["Location"]


def test_opening_warns_when_today_is_another_day(hall_in, at_page):
    hall = hall_in("planned")
    Conference.objects.filter(pk=hall.conference.pk).update(on=date(2026, 10, 30))

    html = text_of(at_page("running", hall).get())

    assert "không phải ngày đã thông báo (30/10/2026)" in html


def test_opening_starts_the_sitting_with_its_people(hall_in, at_page):
    hall = hall_in("announced")

    response = at_page("running", hall).post(
        **{"deed": "open", "presence-chair_name": "Nguyễn Văn Trì", "presence-people_present": "63"}
    )

    assert response.status_code == 302
    assert Conference.objects.get(pk=hall.conference.pk).state == "running"
    assert Sitting.objects.get(conference=hall.conference).people_present == 63


def test_opening_keeps_what_was_typed_when_counts_cannot_be(hall_in, at_page):
    hall = hall_in("announced")

    response = at_page("running", hall).post(
        **{
            "deed": "open", "presence-chair_name": "Nguyễn Văn Trì", "presence-people_present": "10",
            "presence-citizens_present": "20", "presence-opening": "Nêu kết quả năm qua",
        }
    )  # fmt: skip

    assert "không thể nhiều hơn tổng số người dự" in text_of(response)
    assert "Nêu kết quả năm qua" in text_of(response)
    assert Conference.objects.get(pk=hall.conference.pk).state == "announced"


def test_agenda_is_saved_from_lines(hall, at_page):
    at_page("running", hall).post(**{"deed": "agenda", "agenda-steps": "Khai mạc | Văn phòng | 5\nBà con phát biểu"})

    assert list(AgendaItem.objects.values_list("title", "who", "minutes")) == [
        ("Khai mạc", "Văn phòng", 5),
        ("Bà con phát biểu", "", None),
    ]


def test_proposed_agenda_is_kept_by_one_press(hall, at_page):
    at_page("running", hall).post(deed="adopt")

    assert AgendaItem.objects.filter(conference=hall.conference).count() > 3


def test_agenda_names_the_wrong_line_when_minutes_are_no_number(hall, at_page):
    response = at_page("running", hall).post(**{"deed": "agenda", "agenda-steps": "Khai mạc | Văn phòng | lâu"})

    assert "Dòng 1:" in text_of(response)
    assert "Khai mạc | Văn phòng | lâu" in text_of(response)


def test_speaker_registers_with_name_and_village_alone(hall, at_page):
    response = at_page("running", hall).post(
        **{"deed": "speaker", "speaker-name": "Bùi Thị Nói", "speaker-village": hall.village.pk, "speaker-known": "0"}
    )

    assert response["Location"].endswith("#phat-bieu")
    assert list(Speaker.objects.values_list("name", "village", "minutes")) == [("Bùi Thị Nói", hall.village.pk, 5)]


def test_speaker_is_listed_once_when_form_is_sent_twice(hall, at_page):
    page = at_page("running", hall)
    fields = {"deed": "speaker", "speaker-name": "Bùi Thị Nói", "speaker-known": "0"}

    page.post(**fields)
    page.post(**fields)

    assert Speaker.objects.count() == 1


def test_speaker_without_name_is_refused_beside_the_form(hall, at_page):
    response = at_page("running", hall).post(**{"deed": "speaker", "speaker-name": " ", "speaker-about": "việc đường"})

    assert "Hãy ghi “Họ tên”" in text_of(response)
    assert 'value="việc đường"' in text_of(response)


def test_floor_goes_to_the_next_and_the_clock_runs(hall, at_page):
    speaker = make_speaker(hall.conference)

    at_page("running", hall).post(deed="floor", of=speaker.pk)

    speaker.refresh_from_db()
    assert (speaker.state, speaker.started_at) == ("speaking", hall.at)


@pytest.mark.parametrize(("deed", "order"), [("up", [2, 1]), ("down", [2, 1])])
def test_speaker_changes_place(hall, at_page, deed, order):
    first, second = make_speaker(hall.conference, "Một"), make_speaker(hall.conference, "Hai")

    at_page("running", hall).post(deed=deed, of=(second if deed == "up" else first).pk)

    places = dict(Speaker.objects.values_list("pk", "order"))
    assert [places[first.pk], places[second.pk]] == order


def test_speaker_of_another_conference_is_not_found(hall, hall_in, at_page):
    other = hall_in()
    stranger = make_speaker(other.conference)

    assert at_page("running", hall).post(deed="withdraw", of=stranger.pk).status_code == 404


def test_floor_is_refused_with_words_before_opening(hall_in, at_page):
    hall = hall_in("announced")
    speaker = make_speaker(hall.conference)
    page = at_page("running", hall)

    page.post(deed="floor", of=speaker.pk)

    assert "Mở hội nghị trước rồi mới mời phát biểu." in text_of(page.get())


def test_opinion_heard_joins_the_conference(hall, at_page):
    response = at_page("running", hall).post(
        **{
            "deed": "heard", "heard-words": "Cống thoát nước bị tắc.", "heard-channel": "hall_spoken",
            "heard-speaker_name": "Bùi Thị Nói", "heard-submission_key": "khoa-thu-1",
        }
    )  # fmt: skip

    opinion = Opinion.objects.get()
    assert (opinion.conference, opinion.channel) == (hall.conference, "hall_spoken")
    assert response["Location"].endswith(f"#y-kien-{opinion.pk}")


def test_opinion_heard_is_kept_once_when_sent_twice(hall, at_page):
    page = at_page("running", hall)
    fields = {
        "deed": "heard", "heard-words": "Cống tắc.", "heard-channel": "hall_written", "heard-submission_key": "khoa-thu-2",
    }  # fmt: skip

    page.post(**fields)
    page.post(**fields)

    assert Opinion.objects.count() == 1


def test_form_of_heard_opinion_takes_over_who_speaks(hall, at_page):
    speaker = make_speaker(hall.conference, "Bùi Thị Nói", state="speaking", started_at=hall.at)

    html = text_of(at_page("running", hall).get(noi=speaker.pk))

    assert 'name="heard-speaker_name" value="Bùi Thị Nói"' in html


def test_co_chair_is_offered_no_form_for_hearing(hall, at_page):
    assert "heard-words" not in text_of(at_page("running", hall, Role.COUNCIL_CHAIR).get())


def test_running_order_puts_the_urgent_first(hall, at_page):
    normal, urgent = opinion_in(hall), opinion_in(hall, necessity="urgent")

    at_page("running", hall).post(deed="order")

    places = dict(Disposition.objects.values_list("opinion_id", "order"))
    assert places[urgent.pk] < places[normal.pk]


def test_opinion_moves_to_a_typed_place(hall, at_page):
    first, second = opinion_in(hall), opinion_in(hall)
    page = at_page("running", hall)
    page.post(deed="order")

    page.post(deed="put", of=second.pk, place="1")

    places = dict(Disposition.objects.values_list("opinion_id", "order"))
    assert places[second.pk] < places[first.pk]


def test_group_is_named_once(hall, at_page):
    group = make_group(hall.commune, "Đường liên thôn hỏng", conference=hall.conference)
    opinion_in(hall, group=group)
    opinion_in(hall, group=group)

    assert text_of(at_page("running", hall).get()).count("Cùng một việc: Đường liên thôn hỏng (2 ý kiến)") == 1


def test_sitting_ends(hall, at_page):
    at_page("running", hall).post(deed="end")

    assert Conference.objects.get(pk=hall.conference.pk).state == "held"


def test_unknown_deed_changes_nothing(hall, at_page):
    page = at_page("running", hall)

    page.post(deed="burn", of="../1")

    assert "Không rõ việc cần làm" in text_of(page.get())
    assert Answer.objects.count() == 0


def test_words_of_citizens_come_masked_when_reader_may_not_see_identity(hall, at_page):
    opinion_in(hall, "Tôi là Hoàng Thị Thử, điện thoại 0912345678, đường hỏng.")

    clerk = text_of(at_page("running", hall).get())
    co_chair = text_of(at_page("running", hall, Role.COUNCIL_CHAIR).get())

    assert "Hoàng Thị Thử" in clerk
    assert "Hoàng Thị Thử" not in co_chair
    assert "0912345678" not in co_chair
    assert "đường hỏng" in co_chair


def test_hostile_text_is_escaped(hall, at_page):
    opinion_in(hall, "<script>alert(1)</script>")
    make_speaker(hall.conference, "<img src=x onerror=go()>")

    html = text_of(at_page("running", hall).get())

    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize("name", ["running", "chair"])
def test_queries_do_not_grow_with_opinions(hall, at_page, name):
    page = at_page(name, hall)
    opinion_in(hall)
    make_speaker(hall.conference)
    page.get()
    with CaptureQueriesContext(
        connection,
    ) as one:
        page.get()
    for number in range(2):
        opinion_in(hall, f"Ý kiến thứ {number}", unit=make_unit(hall.commune))
        make_speaker(hall.conference, f"Người {number}")
    with CaptureQueriesContext(connection) as three:
        page.get()

    assert len(three) == len(one)
