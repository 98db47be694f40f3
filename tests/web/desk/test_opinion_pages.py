"""The register: keying in, finding, grouping, sorting; two people at one opinion; what is refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.domain.roles import Role
from doithoai.stages.opinions.models import Assignment, Opinion
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import make_village
from tests.web.desk.conftest import words_of
from tests.web.desk.pages import sent_from

HOSTILE = "<script>alert('x')</script>"


def key_in(page, **fields):
    """The entry form as it came, with these fields filled."""
    return page.post(**{**sent_from(page.get(), "words"), **fields})


def test_clerk_keys_in_an_opinion_and_the_next_form_keeps_channel_and_village(office, at_page):
    page = at_page("opinion_new")

    answer = key_in(page, words="Đường thôn hỏng.", channel="phone", village=office.village.pk, speaker_name="Bùi Thử")

    kept = Opinion.objects.get()
    following = sent_from(page.client.get(answer.url), "words")
    assert (kept.original_words, kept.channel, kept.speaker_name) == ("Đường thôn hỏng.", "phone", "Bùi Thử")
    assert (following["channel"], following["village"], following["words"]) == ("phone", str(office.village.pk), "")


def test_opinion_is_kept_once_when_the_button_is_pressed_twice(at_page):
    page = at_page("opinion_new")
    sent = {**sent_from(page.get(), "words"), "words": "Đường thôn hỏng."}

    answers = [page.post(**sent), page.post(**sent)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Opinion.objects.count() == 1


def test_entry_asks_for_words_and_keeps_the_rest_when_words_are_missing(at_page):
    answer = key_in(at_page("opinion_new"), words=" ", speaker_name="Bùi Thử", speaker_phone="0900 000 000")

    page = words_of(answer)
    assert "Hãy ghi “Nguyên văn ý kiến”." in page
    assert 'value="Bùi Thử"' in page
    assert 'value="0900 000 000"' in page
    assert "<title>Lỗi:" in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker_name", "a" * 10_000),
        ("speaker_phone", "9" * 10_000),
        ("speaker_address", "a" * 10_000),
        ("words", "a" * 20_001),
        ("village", "999999"),
        ("village", "x"),
        ("conference", "9" * 30),
        ("channel", "bay"),
        ("words", "chữ\x00rỗng"),
    ],
)
def test_entry_tells_in_vietnamese_what_to_mend_and_keeps_the_words(at_page, field, value):
    answer = key_in(at_page("opinion_new"), **{"words": "Đường thôn hỏng.", field: value})

    page = words_of(answer)
    assert answer.status_code == 200
    assert "Có chỗ cần sửa" in page
    assert "Ensure" not in page
    assert "characters" not in page
    assert Opinion.objects.count() == 0


def test_words_of_ten_thousand_letters_are_kept_whole(at_page):
    key_in(at_page("opinion_new"), words="đường " * 1_666)

    assert len(Opinion.objects.get().original_words) > 9_990


def test_village_head_cannot_write_for_another_village(office, at_page, sign_in):
    other = make_village(office.commune, "Thôn Bên Kia")

    answer = key_in(at_page("opinion_new", role=Role.VILLAGE_HEAD), words="Đường hỏng.", village=other.pk)

    assert (answer.status_code, Opinion.objects.count()) == (200, 0)


def test_register_lists_and_filters(office, at_page):
    make_opinion(office.commune, "Đường thôn hỏng.", summary="Đường thôn", topic="roads", state="sorted")
    key_in(at_page("opinion_new"), words="Nước máy đục quá.")
    page = at_page("opinions")

    assert ["Đường thôn" in words_of(page.get(topic=topic)) for topic in ("roads", "land")] == [True, False]
    assert "Nước máy" in words_of(page.get(q="nuoc may duc"))
    assert "Không có ý kiến nào khớp." in words_of(page.get(q="cầu treo"))


@pytest.mark.parametrize(
    "query", [{"trang": "x"}, {"trang": "-1"}, {"village": "x"}, {"state": "bay"}, {"cuoc": "9" * 5000}]
)
def test_register_stands_whatever_the_address_says(office, at_page, query):
    make_opinion(office.commune, summary="Đường thôn")

    assert at_page("opinions").get(**query).status_code == 200


def test_register_costs_the_same_with_one_row_and_with_three(office, at_page):
    page = at_page("opinions")
    make_opinion(office.commune, village=office.village, unit=office.unit)
    page.get()
    with CaptureQueriesContext(
        connection,
    ) as one:
        page.get()
    for _more in range(2):
        make_opinion(office.commune, village=office.village, unit=office.unit, group=make_group(office.commune))

    with CaptureQueriesContext(connection) as three:
        page.get()

    assert len(three) == len(one)


def test_opinions_are_joined_into_one_matter(office, at_page):
    ids = [make_opinion(office.commune).pk for _one in range(2)]
    page = at_page("opinions")

    answer = page.post(opinion=ids, title="Đường liên thôn", group="1")

    assert answer.status_code == 302
    assert set(Opinion.objects.values_list("group__title", flat=True)) == {"Đường liên thôn"}


@pytest.mark.parametrize(("ids", "title"), [([], "Đường"), (["9" * 5000], "Đường"), (["1"], "")])
def test_joining_is_refused_in_words_and_keeps_the_title(office, at_page, ids, title):
    make_opinion(office.commune)

    answer = at_page("opinions").post(opinion=ids, title=title, group="1")

    assert answer.status_code == 200
    assert "Có chỗ cần sửa" in words_of(answer)


def test_clerk_sorts_an_opinion(office, at_page):
    opinion = make_opinion(office.commune, conference=office.conference)
    page = at_page("opinion", opinion.pk)

    page.post(**{**sent_from(page.get(), "deed", "sort"), "sort-topic": "roads", "sort-unit": office.unit.pk})

    opinion.refresh_from_db()
    assert (opinion.state, opinion.topic, opinion.unit_id) == ("sorted", "roads", office.unit.pk)


def test_two_clerks_see_both_texts_when_they_sort_the_same_opinion(office, at_page):
    opinion = make_opinion(office.commune)
    page = at_page("opinion", opinion.pk)
    sent = {**sent_from(page.get(), "deed", "sort"), "sort-topic": "roads"}
    page.post(**{**sent, "sort-summary": "Tóm tắt thứ nhất"})

    clash = page.post(**{**sent, "sort-topic": "land", "sort-summary": "Tóm tắt thứ hai"})

    shown = words_of(clash)
    assert "Hai người cùng sửa" in shown
    assert "Tóm tắt thứ nhất" in shown
    assert "Tóm tắt thứ hai" in shown
    opinion.refresh_from_db()
    assert (opinion.summary, opinion.topic) == ("Tóm tắt thứ nhất", "roads")
    again = {**sent_from(clash, "deed", "sort"), "sort-summary": "Tóm tắt ghép"}
    assert page.post(**again).status_code == 302


def test_sorting_pressed_twice_is_no_clash(office, at_page):
    page = at_page("opinion", make_opinion(office.commune).pk)
    sent = {**sent_from(page.get(), "deed", "sort"), "sort-topic": "roads", "sort-summary": "Đường thôn"}
    page.post(**sent)

    assert page.post(**sent).status_code == 302


def test_words_for_a_step_already_taken_are_shown_back(office, at_page):
    opinion = make_opinion(office.commune, state="sorted", unit=office.unit)
    page = at_page("opinion", opinion.pk)
    sent = {**sent_from(page.get(), "deed", "before"), "before-text": "Xã đã vá xong hôm qua."}
    Opinion.objects.filter(pk=opinion.pk).update(state="answered")

    answer = page.post(**sent)

    assert "Chữ anh/chị vừa gõ, chưa lưu" in words_of(answer)
    assert "Xã đã vá xong hôm qua." in words_of(answer)


def test_unit_officer_prepares_a_brief(office, at_page):
    opinion = make_opinion(office.commune, state="assigned", unit=office.unit, village=office.village)
    page = at_page("opinion", opinion.pk, role=Role.UNIT_OFFICER)

    page.post(
        **{**sent_from(page.get(), "deed", "brief"), "brief-facts": "Đã đo 120 m.", "brief-proposed_answer": "Vá."}
    )

    assert "Đã đo 120 m." in words_of(page.get())


def test_two_officers_see_both_briefs(office, at_page):
    opinion = make_opinion(office.commune, state="assigned", unit=office.unit)
    page = at_page("opinion", opinion.pk)
    sent = sent_from(page.get(), "deed", "brief")
    page.post(**{**sent, "brief-facts": "Bản thứ nhất"})

    shown = words_of(page.post(**{**sent, "brief-facts": "Bản thứ hai"}))

    assert "Bản thứ nhất" in shown
    assert "Bản thứ hai" in shown


def test_overseer_reads_masked_words_and_no_name(office, at_page):
    opinion = make_opinion(office.commune, "Tôi là Hoàng Thị Thử, đường hỏng.")

    page = words_of(at_page("opinion", opinion.pk, role=Role.FRONT).get())

    assert "Nội dung đã che tên" in page
    assert "Hoàng Thị Thử" not in page
    assert "Hoàng Thị Thử" in words_of(at_page("opinion", opinion.pk).get())


def test_hostile_words_are_escaped(office, at_page):
    opinion = make_opinion(office.commune, HOSTILE, summary=HOSTILE, speaker_name=HOSTILE)

    for page in (at_page("opinion", opinion.pk), at_page("opinions")):
        shown = words_of(page.get())
        assert "&lt;script&gt;alert" in shown
        assert HOSTILE not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("summary", "a" * 10_000),
        ("competent_body", "a" * 10_000),
        ("version", "x"),
        ("unit", "9" * 30),
        ("topic", "bay"),
    ],
)
def test_sorting_tells_what_to_mend_when_a_field_is_out_of_reason(office, at_page, name, value):
    page = at_page("opinion", make_opinion(office.commune).pk)

    answer = page.post(**{**sent_from(page.get(), "deed", "sort"), "sort-topic": "roads", f"sort-{name}": value})

    assert answer.status_code == 200
    assert "Có chỗ cần sửa" in words_of(answer)
    assert "Ensure" not in words_of(answer)


def test_unknown_deed_changes_nothing(office, at_page):
    page = at_page("opinion", make_opinion(office.commune).pk)

    assert page.post(deed="bay").status_code == 200


def test_pictures_name_topics_in_words(office, at_page):
    make_opinion(office.commune, topic="roads")

    shown = words_of(at_page("groups").get())

    assert "Đường sá, cầu cống" in shown
    assert ">roads<" not in shown


def test_assigning_pressed_twice_is_one_assignment(office, at_page):
    opinion = make_opinion(office.commune, state="sorted", unit=office.unit)
    page = at_page("opinion", opinion.pk)
    sent = {**sent_from(page.get(), "deed", "assign"), "assign-note": "Nêu rõ kinh phí."}

    answers = [page.post(**sent), page.post(**sent)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Assignment.objects.filter(opinion=opinion).count() == 1


def test_check_is_refused_when_the_public_text_changed_meanwhile(office, at_page):
    opinion = make_opinion(office.commune, state="sorted", public_text="Đường thôn hỏng, bao giờ sửa?")
    page = at_page("opinion", opinion.pk)
    sent = {**sent_from(page.get(), "deed", "check"), "check-seen_suspects": "on"}
    Opinion.objects.filter(pk=opinion.pk).update(public_text="Lời khác hẳn.", version=opinion.version + 1)

    refused = page.post(**sent)

    opinion.refresh_from_db()
    assert (refused.status_code, opinion.public_checked_by) == (200, "")
    assert "Có người vừa lưu ý kiến này trước anh/chị." in words_of(refused)
    assert "Lời khác hẳn." in words_of(refused)
