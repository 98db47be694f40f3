import json
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.base.errors import BadInput
from doithoai.base.models import AuditLine
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Actor, Role
from doithoai.stages.conference.models import Disposition
from doithoai.stages.notices.models import Posting, PublicDialogue, PublicQuestion
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.plans.models import Conference
from tests.factories.answers import make_answer, make_extension, make_signed_answer, make_transfer
from tests.factories.notices import make_checked
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import make_post, make_user
from tests.factories.plans import make_conference

CHECKED = {"public_checked_by": "Trần Thị Sổ", "public_checked_at": datetime(2026, 11, 11, tzinfo=UTC)}


def publish(conference: Conference, actor: Actor, at: datetime, result: str = ""):
    return publish_dialogue(conference_id=conference.pk, result_text=result, actor=actor, at=at)


def everything_public() -> str:
    rows = [*PublicDialogue.objects.values(), *PublicQuestion.objects.values()]
    return json.dumps(rows, ensure_ascii=False, default=str)


CANARIES = (
    "Chim Sẻ Vàng", "chim se vang", "0987 000 654", "0987000654", "Số 99 ngõ Chim", "Lời gốc chim", "tóm tắt chim",
    "chuẩn bị chim", "lời nói chim", "câu trả lời chim", "lý do tách chim", "4444",
)  # fmt: skip


def test_public_rows_hold_no_identity_and_no_private_text(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    private = {
        "speaker_name": "Chim Sẻ Vàng",
        "speaker_phone": "0987 000 654",
        "speaker_address": "Số 99 ngõ Chim",
        "summary": "Một tóm tắt chim riêng",
        "words": "Lời gốc chim: tôi là Chim Sẻ Vàng, 0987000654",
    }
    answered = make_checked(conference, code="4444000000000002", answered_before="câu trả lời chim", **private)
    in_hall = make_checked(conference, apart_reason="lý do tách chim", **private)
    written = make_checked(conference, **private)
    make_opinion(
        conference.commune, conference=conference, nature="private_matter", public_text="tóm tắt chim", **private
    )
    Disposition.objects.create(conference=conference, opinion=in_hall, outcome="answered_now", said="lời nói chim")
    answer = make_signed_answer(written, unit, text="câu trả lời chim", returned_words="chuẩn bị chim")
    make_extension(answer, date(2026, 12, 1), reason="Chờ ông Chim Sẻ Vàng (0987 000 654) về.")

    published = publish(conference, clerk, after)

    shown = everything_public()
    assert set(published.question_ids) == {answered.pk, in_hall.pk, written.pk}
    assert [canary for canary in CANARIES if canary.lower() in shown.lower()] == []
    assert "Đường thôn hỏng" in shown


def test_published_dialogue_tells_place_time_channels_and_lists(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    settled, open_one = make_checked(conference), make_checked(conference, state="awaiting_answer")
    Disposition.objects.create(conference=conference, opinion=settled, outcome="answered_now")
    Disposition.objects.create(conference=conference, opinion=open_one, outcome="in_writing")
    Posting.objects.create(
        conference=conference, what="notice", channel="media", posted_on=date(2026, 10, 20), proof="riêng",
        posted_by="A", recorded_at=after,
    )  # fmt: skip

    dialogue = publish(conference, clerk, after).dialogue

    assert (dialogue.on, dialogue.state, dialogue.year) == (date(2026, 10, 28), "concluded", 2026)
    assert dialogue.facts["place"] == "Nhà văn hóa thôn Đông Phong"
    assert dialogue.facts["postings"] == [{"what": "notice", "channel": "media", "posted_on": "2026-10-20"}]
    assert dialogue.facts["lists"] == {
        "discussed": [settled.pk, open_one.pk], "settled": [settled.pk], "unsettled": [open_one.pk],
    }  # fmt: skip


def test_only_common_checked_questions_go_out_and_the_rest_say_why(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    out = make_checked(conference)
    private = make_checked(conference, nature="private_matter")
    complaint = make_checked(conference, nature="complaint", state="taken_apart")
    apart = make_checked(conference, state="taken_apart")
    unchecked = make_opinion(conference.commune, conference=conference, public_text="Đường hỏng.")
    leaking = make_checked(conference, "Bà Mai Thị Lộ hỏi đường.", speaker_name="Mai Thị Lộ")

    published = publish(conference, clerk, after)

    assert published.question_ids == (out.pk,)
    assert {held.opinion_id: held.reason for held in published.held_back} == {
        private.pk: "nature", complaint.pk: "nature", apart.pk: "apart", unchecked.pk: "unchecked",
        leaking.pk: "identity",
    }  # fmt: skip
    assert list(PublicQuestion.objects.values_list("pk", flat=True)) == [out.pk]
    assert published.held_back[0].words.startswith("Chỉ công khai việc chung")


def test_question_waits_with_unit_and_both_dates_of_an_extension(
    conference: Conference, village: Village, unit: Unit, clerk: Actor, after: datetime
) -> None:
    opinion = make_checked(conference, village=village)
    make_extension(make_answer(opinion, unit, date(2026, 11, 18)), date(2026, 12, 2), reason="Chờ đo lại tuyến đường.")

    publish(conference, clerk, after)

    row = PublicQuestion.objects.get(pk=opinion.pk)
    assert (row.status, row.unit, row.village, row.asked_on) == (
        "in_hand",
        "Phòng Kinh tế",
        "Đông Phong",
        date(2026, 10, 1),
    )
    assert (row.first_due_on, row.due_on, row.answered_on) == (date(2026, 11, 18), date(2026, 12, 2), None)
    assert row.extension_reason == "Chờ đo lại tuyến đường."


def test_signed_answer_goes_out_in_its_checked_form_only(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    checked, unchecked = make_checked(conference), make_checked(conference)
    make_signed_answer(checked, unit, public_text="Đã vá xong đường ngày 9/11.", result="solved", **CHECKED)
    make_signed_answer(unchecked, unit, public_text="Bản chưa xem.")

    publish(conference, clerk, after)

    first, second = PublicQuestion.objects.get(pk=checked.pk), PublicQuestion.objects.get(pk=unchecked.pk)
    assert (first.status, first.answer, first.result) == ("answered", "Đã vá xong đường ngày 9/11.", "solved")
    assert (first.answered_on, first.due_on) == (date(2026, 11, 10), date(2026, 11, 18))
    assert (second.status, second.answer) == ("answered", "")


@pytest.mark.parametrize(
    ("held", "post"),
    [
        ({"title": "Phó Chủ tịch"}, "Phó Chủ tịch"),
        ({}, "Chủ tịch"),
        ({"title": "Chủ tịch", "since": date(2026, 11, 11)}, ""),
        ({"title": "Chủ tịch", "until": date(2026, 11, 9)}, ""),
    ],
)
def test_answer_names_its_signer_with_the_post_held_on_that_day(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime, held: dict[str, object], post: str
) -> None:
    make_post(make_user("Nguyễn Văn Trì"), Role.CHAIR, conference.commune, **held)
    shown, unchecked = make_checked(conference), make_checked(conference)
    make_signed_answer(shown, unit, public_text="Đã vá xong đường.", **CHECKED)
    make_signed_answer(unchecked, unit, public_text="Bản chưa xem.")

    publish(conference, clerk, after)

    rows = PublicQuestion.objects.in_bulk()
    assert (rows[shown.pk].signed_by, rows[shown.pk].signed_as) == ("Nguyễn Văn Trì", post)
    assert (rows[unchecked.pk].signed_by, rows[unchecked.pk].signed_as) == ("", "")


def test_drafted_answer_shows_nothing_of_itself(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    opinion = make_checked(conference)
    make_answer(
        opinion, unit, state="submitted", text="Nháp", result="promised", promised_on=date(2027, 1, 1),
        public_text="Nháp công khai", **CHECKED,
    )  # fmt: skip

    publish(conference, clerk, after)

    row = PublicQuestion.objects.get(pk=opinion.pk)
    assert (row.status, row.answer, row.result, row.promised_on) == ("in_hand", "", "", None)


def test_answer_in_the_hall_and_before_it_go_out_in_public_words(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    in_hall = make_checked(conference, state="answered")
    Disposition.objects.create(
        conference=conference,
        opinion=in_hall,
        outcome="answered_now",
        said="Gốc",
        public_text="Tháng 12 sửa.",
        **CHECKED,
    )
    before = make_checked(
        conference, state="answered", answered_before="Gốc", public_answer="Đã sửa xong.",
        answered_before_at=datetime(2026, 10, 20, 2, tzinfo=UTC),
    )  # fmt: skip

    publish(conference, clerk, after)

    assert [(row.answer, row.answered_on) for row in PublicQuestion.objects.order_by("pk")] == [
        ("Tháng 12 sửa.", date(2026, 10, 28)), ("Đã sửa xong.", date(2026, 10, 20)),
    ]  # fmt: skip
    assert before.pk > in_hall.pk


def test_transferred_question_tells_body_and_days(conference: Conference, clerk: Actor, after: datetime) -> None:
    opinion = make_checked(conference)
    make_transfer(opinion)

    publish(conference, clerk, after)

    row = PublicQuestion.objects.get(pk=opinion.pk)
    assert (row.status, row.body, row.transferred_on, row.due_on) == (
        "passed_up", "Sở Xây dựng", date(2026, 10, 29), date(2026, 12, 15),
    )  # fmt: skip


def test_publishing_again_changes_nothing_and_writes_no_line(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    make_checked(conference)
    first = publish(conference, clerk, after)

    again = publish(conference, clerk, datetime(2026, 12, 1, tzinfo=UTC))

    assert (first.changed, again.changed) == (True, False)
    assert PublicDialogue.objects.get().published_at == after
    assert AuditLine.objects.filter(act="dialogue.published").count() == 1


def test_publishing_again_takes_out_what_may_no_longer_be_public(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    opinion, stays = make_checked(conference), make_checked(conference)
    publish(conference, clerk, after)
    Opinion.objects.filter(pk=opinion.pk).update(public_checked_at=None)

    publish(conference, clerk, after)

    assert list(PublicQuestion.objects.values_list("pk", flat=True)) == [stays.pk]
    assert PublicDialogue.objects.get().facts["lists"]["discussed"] == []


def test_voices_of_a_group_are_protected_in_each_others_text(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    group = make_group(conference.commune)
    make_checked(conference, group=group, speaker_name="Đỗ Văn Nhóm")
    leaking = make_checked(conference, "Ông Nhóm và bà con hỏi đường.", group=group)

    published = publish(conference, clerk, after)

    assert [(held.opinion_id, held.reason) for held in published.held_back] == [(leaking.pk, "identity")]


def test_result_goes_out_once_concluded_and_stays_when_published_again(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    publish(conference, clerk, after, "Đã đối thoại 12 ý kiến.")

    again = publish(conference, clerk, datetime(2026, 12, 1, tzinfo=UTC))

    assert (again.dialogue.facts["result"], again.dialogue.facts["result_on"]) == (
        "Đã đối thoại 12 ý kiến.",
        "2026-11-28",
    )


@pytest.mark.parametrize("result", ["Bà Mai Thị Lộ đã hỏi.", "Gọi 0912.000.999", "ba mai thi lo da hoi", "x" * 30_001])
def test_result_is_refused_while_it_tells_who_spoke_or_is_too_long(
    conference: Conference, clerk: Actor, after: datetime, result: str
) -> None:
    make_opinion(conference.commune, conference=conference, speaker_name="Mai Thị Lộ", speaker_phone="0912 000 999")

    with pytest.raises(BadInput) as refused:
        publish(conference, clerk, after, result)

    assert refused.value.field == "result"
    assert not PublicDialogue.objects.exists()


def test_result_is_not_possible_before_the_conclusion(commune: Commune, clerk: Actor, after: datetime) -> None:
    conference = make_conference(commune, state="held")

    with pytest.raises(NotPossible):
        publish(conference, clerk, after, "Đã đối thoại 12 ý kiến.")


def test_publishing_asks_as_often_for_three_questions_as_for_one_when_nothing_changes(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    def measured() -> int:
        publish(conference, clerk, after)
        with CaptureQueriesContext(connection) as captured:
            publish(conference, clerk, after)
        return len(captured)

    make_signed_answer(make_checked(conference, unit=unit), unit)
    with_one = measured()
    for _ in range(2):
        make_signed_answer(make_checked(conference, unit=unit), unit)

    assert measured() == with_one
