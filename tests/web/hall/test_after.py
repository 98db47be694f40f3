"""Conclusion, minutes, review and closing: happy paths, refusals, who may press what."""

from datetime import date

import pytest
from django.urls import reverse

from doithoai.domain.duties import Duty
from doithoai.domain.roles import Role
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.conference.models import Conclusion, Review, Sitting
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.plans.models import Conference
from tests.factories.answers import make_answer
from tests.factories.conference import make_disposition
from tests.factories.opinions import make_opinion


def text_of(response):
    return response.content.decode()


def opinion_in(hall, **fields):
    return make_opinion(hall.commune, conference=hall.conference, village=hall.village, **fields)


@pytest.fixture
def held(hall_in):
    return hall_in("held")


@pytest.fixture
def ready(held):
    """One opinion answered, one to be written, one passed up."""
    make_disposition(
        opinion_in(held, summary="Đường hỏng", state="answered"), "answered_now", said="Vá trong tháng 11.",
        answered_by="Chủ tịch xã", state_before="received",
    )  # fmt: skip
    make_disposition(
        opinion_in(held, summary="Thiếu đèn", state="awaiting_answer"), "in_writing", unit=held.unit,
        due_on=date(2026, 11, 18), state_before="received",
    )  # fmt: skip
    make_disposition(
        opinion_in(held, summary="Đường tỉnh", state="transferred"), "passed_up", unit=held.unit, body="Sở Xây dựng",
        reason="Đường tỉnh do Sở quản lý.", due_on=date(2026, 12, 15), state_before="received",
    )  # fmt: skip
    return held


def test_conclusion_computes_the_four_lists(ready, at_page):
    html = text_of(at_page("conclusion", ready).get())

    assert "1. Những nội dung đã đối thoại (3)" in html
    assert "2. Những nội dung đã được giải quyết, trả lời (1)" in html
    assert "3. Những nội dung đã nêu nhưng chưa giải quyết (2)" in html
    assert "4. Giao trách nhiệm giải quyết, trả lời (2)" in html
    assert '<td data-label="Hạn">18/11/2026</td>' in html


def test_conclusion_names_what_is_missing_with_a_link(ready, at_page):
    left = opinion_in(ready, summary="Rác thải")

    html = text_of(at_page("conclusion", ready).get())

    assert f"?sua={left.pk}#y-kien-{left.pk}" in html
    assert "chưa có quyết định của chủ trì" in html


def test_conclusion_is_refused_while_something_is_missing(ready, at_page):
    opinion_in(ready)

    response = at_page("conclusion", ready).post(remarks="Các đơn vị làm đúng hạn.", agreed="on")

    assert "Chưa kết luận được" in text_of(response)
    assert "Các đơn vị làm đúng hạn." in text_of(response)
    assert not Conclusion.objects.exists()


def test_conclusion_asks_again_before_it_is_confirmed(ready, at_page):
    response = at_page("conclusion", ready).post(remarks="Xong.")

    assert "Hãy đánh dấu vào ô" in text_of(response)
    assert not Conclusion.objects.exists()


def test_confirmed_conclusion_opens_answers_and_transfers(ready, at_page):
    page = at_page("conclusion", ready)

    page.post(remarks="Các đơn vị làm đúng hạn.", agreed="on")
    html = text_of(page.get())

    assert Answer.objects.get().due_on == date(2026, 11, 18)
    assert Transfer.objects.get().body == "Sở Xây dựng"
    assert "Văn bản trả lời đã giao" in html
    assert "18/11/2026" in html


def test_conclusion_is_confirmed_once_when_sent_twice(ready, at_page):
    page = at_page("conclusion", ready)
    page.post(remarks="Một.", agreed="on")

    again = page.post(remarks="Hai.", agreed="on")

    assert again.status_code == 302
    assert Conclusion.objects.get().remarks == "Một."


def test_co_chair_reads_but_does_not_confirm(ready, at_page):
    page = at_page("conclusion", ready, Role.COUNCIL_CHAIR)

    response = page.post(remarks="Một.", agreed="on")

    assert response.status_code == 200
    assert not Conclusion.objects.exists()
    assert 'name="agreed"' not in text_of(page.get())


def test_minutes_are_drafted_from_the_record(ready, at_page):
    page = at_page("minutes", ready)

    page.post(deed="draft", version="1")

    assert "Đường hỏng" in Sitting.objects.get(conference=ready.conference).minutes_text
    assert "Đường hỏng" in text_of(page.get())


def test_draft_over_written_minutes_is_refused_unless_meant(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Bản của tôi.")
    page = at_page("minutes", ready)

    refused = page.post(deed="draft", version="1")
    before = Sitting.objects.get(conference=ready.conference).minutes_text
    page.post(deed="draft", version="1", replace="on")

    assert "Biên bản đã có nội dung" in text_of(refused)
    assert before == "Bản của tôi."
    assert Sitting.objects.get(conference=ready.conference).minutes_text != "Bản của tôi."


def test_minutes_are_saved(ready, at_page):
    at_page("minutes", ready).post(deed="save", text="Biên bản đã sửa.", version="1")

    assert Sitting.objects.get(conference=ready.conference).minutes_text == "Biên bản đã sửa."


def test_second_secretary_sees_both_texts_and_may_save_over(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Bản của chị Hai.", version=2)
    page = at_page("minutes", ready)

    clash = text_of(page.post(deed="save", text="Bản của tôi.", version="1"))
    page.post(deed="save", text="Bản của tôi.", version="2")

    assert "Bản của chị Hai." in clash
    assert "Bản của tôi.</textarea>" in clash
    assert 'name="version" value="2"' in clash
    assert Sitting.objects.get(conference=ready.conference).minutes_text == "Bản của tôi."


def test_two_texts_are_joined_on_demand_and_not_yet_saved(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Chung.\n\nCủa chị Hai.", version=2)

    html = text_of(at_page("minutes", ready).post(deed="join", text="Chung.\r\n\r\nCủa tôi.", version="2"))

    assert ">\nChung.\n\nCủa tôi.\n\nCủa chị Hai.</textarea>" in html
    assert Sitting.objects.get(conference=ready.conference).minutes_text == "Chung.\n\nCủa chị Hai."


def test_paragraph_is_put_into_typed_minutes_and_not_yet_saved(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Đã lưu.", version=2)

    html = text_of(at_page("minutes", ready).post(insert="replied", text="Đang gõ dở.", version="1"))

    assert ">\nĐang gõ dở.\n\nChủ trì trả lời: …</textarea>" in html
    assert 'name="version" value="1"' in html
    assert "data-unsaved" in html
    assert Sitting.objects.get(conference=ready.conference).minutes_text == "Đã lưu."


def test_unknown_paragraph_changes_nothing(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Đã lưu.")

    html = text_of(at_page("minutes", ready).post(insert="../x", text="Khác.", version="1"))

    assert "Đã lưu." in html
    assert "Khác." not in html


def test_minutes_are_signed_and_sealed(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Biên bản đủ.")
    page = at_page("minutes", ready)

    page.post(deed="sign", signed_by="Nguyễn Văn Trì và Trần Thị Sổ", read="on", version="1")
    html = text_of(page.get(sua="1"))

    assert Sitting.objects.get(conference=ready.conference).minutes_signed_at == ready.at
    assert "Đã ký và niêm" in html
    assert "<textarea" not in html


def test_signing_is_refused_when_text_changed_meanwhile(ready, at_page):
    Sitting.objects.filter(conference=ready.conference).update(minutes_text="Bản mới.", version=2)

    response = at_page("minutes", ready).post(deed="sign", signed_by="Nguyễn Văn Trì", read="on", version="1")

    assert "Biên bản vừa có người sửa" in text_of(response)
    assert Sitting.objects.get(conference=ready.conference).minutes_signed_at is None


def test_signing_is_not_offered_while_the_sitting_runs(hall, at_page):
    Sitting.objects.filter(conference=hall.conference).update(minutes_text="Nháp.")

    assert "Ký được sau khi hội nghị kết thúc" in text_of(at_page("minutes", hall).get())


def test_minutes_before_opening_say_what_to_do(hall_in, at_page):
    assert "Hội nghị chưa mở" in text_of(at_page("minutes", hall_in("announced")).get())


def test_review_is_recorded_and_corrected(held, at_page):
    page = at_page("review", held)

    page.post(held_on="28/10/2026", went_well="Bà con nói nhiều.", to_improve="", violations="")
    page.post(held_on="28/10/2026", went_well="Bà con nói nhiều.", to_improve="Gửi giấy mời sớm.", violations="")

    assert Review.objects.values_list("held_on", "to_improve").get() == (date(2026, 10, 28), "Gửi giấy mời sớm.")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"held_on": "30/10/2026", "went_well": "Tốt"}, "Ngày họp chưa đến"),
        ({"held_on": "27/10/2026", "went_well": "Tốt"}, "không thể trước ngày hội nghị"),
        ({"held_on": "28/10/2026"}, "Ghi ít nhất một điều"),
        ({"held_on": "hôm qua", "went_well": "Tốt"}, "chưa phải là một ngày"),
    ],
)
def test_review_is_refused_with_words(held, at_page, fields, words):
    response = at_page("review", held).post(**fields)

    assert words in text_of(response)
    assert fields["held_on"] in text_of(response)
    assert not Review.objects.exists()


def test_review_before_the_end_says_what_to_do(hall, at_page):
    assert "Hội nghị chưa kết thúc" in text_of(at_page("review", hall).get())


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CLERK, 200), (Role.CHAIR, 200), (Role.COUNCIL_CHAIR, 403), (Role.FRONT, 403)]
)
def test_closing_is_for_those_who_report(held, at_page, role, status):
    assert at_page("close", held, role).get().status_code == status


def test_closing_names_what_is_left(ready, at_page):
    Conference.objects.filter(pk=ready.conference.pk).update(state="concluded")
    page = at_page("close", ready)

    html = text_of(page.get())
    refused = text_of(page.post(sure="on"))

    assert "Biên bản chưa ký" in html
    assert "Chưa khép lại được" in refused
    assert Conference.objects.get(pk=ready.conference.pk).state == "concluded"


def test_each_thing_left_leads_to_where_it_is_done(ready, at_page):
    Conference.objects.filter(pk=ready.conference.pk).update(state="concluded")
    undone = opinion_in(ready)
    owed = make_answer(opinion_in(ready), ready.unit)
    DutyEntry.objects.all().delete()
    for duty in (Duty.REVIEW, Duty.PUBLISH_RESULT, Duty.REPORT):
        DutyEntry.objects.create(
            commune=ready.commune, conference=ready.conference, duty=duty.value, role="people_committee", actor="UBND",
            due_on=date(2026, 11, 7),
        )  # fmt: skip
    report = DutyEntry.objects.get(duty=Duty.REPORT.value)

    html = text_of(at_page("close", ready).get())

    slug, pk = ready.commune.slug, ready.conference.pk
    for name, args in {
        "hall:minutes": [pk], "desk:opinion": [undone.pk], "desk:answer": [owed.pk], "hall:review": [pk],
        "desk:publication": [pk], "desk:duty": [report.pk],
    }.items():  # fmt: skip
        assert f'<li><a href="{reverse(name, args=[slug, *args])}">' in html


def test_cycle_is_closed_when_nothing_is_left(hall_in, at_page):
    hall = hall_in("concluded", with_rule=False)
    Sitting.objects.filter(conference=hall.conference).update(minutes_text="Đủ.", minutes_signed_at=hall.at)

    at_page("close", hall).post(sure="on")

    assert Conference.objects.get(pk=hall.conference.pk).state == "closed"
