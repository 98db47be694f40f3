"""Deciding on one opinion in the hall: each outcome, each refusal beside its card, two who decide at once."""

from datetime import date

import pytest

from doithoai.stages.conference.models import Disposition
from doithoai.stages.opinions.models import AnswerBrief, Opinion
from tests.factories.conference import make_disposition
from tests.factories.opinions import make_opinion


def opinion_in(hall, words="Đường qua thôn hỏng, đề nghị xã sửa.", **fields):
    return make_opinion(hall.commune, words, conference=hall.conference, village=hall.village, **fields)


def decided(opinion, outcome, **fields):
    return {
        "deed": "decide",
        "of": opinion.pk,
        f"y{opinion.pk}-outcome": outcome,
        f"y{opinion.pk}-version": "1",
        **{f"y{opinion.pk}-{name}": value for name, value in fields.items()},
    }


def text_of(response):
    return response.content.decode()


def test_decision_leads_on_to_what_is_discussed_next(hall, at_page):
    opinion = opinion_in(hall)
    opinion_in(hall, summary="Việc tiếp theo")
    page = at_page("running", hall)

    response = page.post(
        **decided(opinion, "answered_now", said="Xã vá đoạn 120 m trước 15/11.", answered_by="Chủ tịch")
    )
    html = text_of(page.get())

    assert response["Location"].endswith("#cac-y-kien")
    assert html.index("Việc tiếp theo") < html.index(f'id="y-kien-{opinion.pk}"')


def test_opinion_is_answered_now(hall, at_page):
    opinion = opinion_in(hall)

    response = at_page("running", hall).post(
        **decided(opinion, "answered_now", said="Xã vá đoạn 120 m trước 15/11.", answered_by="Chủ tịch xã")
    )

    assert response.status_code == 302
    assert Disposition.objects.get().outcome == "answered_now"


def test_opinion_goes_to_writing_by_the_rules_own_day(hall, at_page):
    opinion = opinion_in(hall)

    at_page("running", hall).post(**decided(opinion, "in_writing", unit=hall.unit.pk))

    assert Disposition.objects.values_list("outcome", "unit", "due_on").get() == (
        "in_writing",
        hall.unit.pk,
        date(2026, 11, 18),
    )


def test_opinion_is_passed_up_with_body_reason_and_day(hall, at_page):
    opinion = opinion_in(hall)

    at_page("running", hall).post(
        **decided(
            opinion, "passed_up", body="Sở Xây dựng", reason="Đường tỉnh do Sở quản lý.", unit=hall.unit.pk,
            due_on="15/12/2026",
        )
    )  # fmt: skip

    assert Disposition.objects.values_list("outcome", "body", "due_on").get() == (
        "passed_up",
        "Sở Xây dựng",
        date(2026, 12, 15),
    )


def test_opinion_is_taken_apart_by_the_rules_of_the_commune(hall, at_page):
    opinion = opinion_in(hall)

    at_page("running", hall).post(**decided(opinion, "taken_apart", nature="private_matter"))

    assert Opinion.objects.get().state == "taken_apart"


@pytest.mark.parametrize(
    ("outcome", "fields", "words"),
    [
        ("", {}, "Hãy chọn “Quyết định”."),
        ("answered_now", {"said": "Tiếp thu, ghi nhận.", "answered_by": "Chủ tịch"}, "chưa phải là trả lời"),
        ("in_writing", {}, "Giao cho đúng một đơn vị"),
        ("in_writing", {"due_on": "19/11/2026", "unit": "own"}, "chậm nhất ngày 18/11/2026"),
        ("passed_up", {"body": "Sở Xây dựng", "reason": "xa"}, "vượt thẩm quyền"),
        ("taken_apart", {}, "Chọn vì sao tách riêng"),
        ("in_writing", {"due_on": "mai"}, "chưa phải là một ngày"),
    ],
)
def test_decision_is_refused_beside_its_card_and_keeps_the_words(hall, at_page, outcome, fields, words):
    opinion = opinion_in(hall)
    fields = {name: hall.unit.pk if value == "own" else value for name, value in fields.items()}

    response = at_page("running", hall).post(**decided(opinion, outcome, **{"said": "Lời đã gõ ra", **fields}))

    html = text_of(response)
    assert words in html
    assert fields.get("said", "Lời đã gõ ra") in html
    assert not Disposition.objects.exclude(outcome="").exists()


def test_second_decision_sees_the_first(hall, at_page):
    opinion = opinion_in(hall)
    make_disposition(opinion, "answered_now", said="Đã hẹn tuần sau vá đường.", answered_by="Phó Chủ tịch", version=2)

    html = text_of(at_page("running", hall).post(**decided(opinion, "in_writing", unit=hall.unit.pk, said="Khác")))

    assert "Có người vừa quyết định ý kiến này" in html
    assert "Đã hẹn tuần sau vá đường." in html
    assert "Khác" in html
    assert f'name="y{opinion.pk}-version" value="2"' in html


def test_decision_is_taken_once_when_sent_twice(hall, at_page):
    opinion = opinion_in(hall)
    page = at_page("running", hall)
    fields = decided(opinion, "answered_now", said="Xã vá đoạn 120 m trước 15/11.", answered_by="Chủ tịch xã")

    page.post(**fields)
    again = page.post(**fields)

    assert again.status_code == 302
    assert Disposition.objects.get().version == 2


def test_opinion_of_another_conference_is_not_found(hall, hall_in, at_page):
    other = opinion_in(hall_in())

    response = at_page("running", hall).post(**decided(other, "answered_now", said="Xã vá ngay.", answered_by="X"))

    assert response.status_code == 404


def test_proposed_answer_is_copied_on_demand(hall, at_page):
    opinion = opinion_in(hall)
    AnswerBrief.objects.create(
        opinion=opinion, unit=hall.unit, facts="Dài 120 m.", proposed_answer="Vá bằng vốn xã.", written_by="X",
        written_at=hall.at,
    )  # fmt: skip
    page = at_page("running", hall)

    before, after = text_of(page.get()), text_of(page.get(chep=opinion.pk))

    assert before.count("Vá bằng vốn xã.") == 1
    assert after.count("Vá bằng vốn xã.") == 2
