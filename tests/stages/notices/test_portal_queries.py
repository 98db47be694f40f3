import ast
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.base.errors import NotFound
from doithoai.domain.roles import Actor
from doithoai.stages.notices import queries
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.notices.receipts import status_by_code
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.retract_dialogue import retract_dialogue
from doithoai.stages.notices.services.retract_question import retract_question
from doithoai.stages.people.models import Commune, Unit
from doithoai.stages.plans.models import Conference
from tests.factories.answers import make_answer, make_signed_answer, make_transfer
from tests.factories.notices import make_checked
from tests.factories.opinions import make_opinion
from tests.factories.people import make_commune
from tests.factories.plans import make_conference, make_plan

TODAY = date(2026, 11, 28)
Ask = Callable[..., list[str]]


@pytest.fixture
def ask(conference: Conference, clerk: Actor, after: datetime) -> Ask:
    """Publish these questions, search, and give the texts found."""

    def _ask(text: str, *questions: str) -> list[str]:
        for question in questions:
            make_checked(conference, question)
        publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)
        return [row.question for row in queries.search_questions(text).rows]

    return _ask


def test_public_queries_read_no_private_table() -> None:
    source = Path(queries.__file__).read_text(encoding="utf-8")

    imported = {node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}

    assert {name for name in imported if name.startswith("doithoai.stages")} == {
        "doithoai.stages.notices.models", "doithoai.stages.people.models",
    }  # fmt: skip


@pytest.mark.parametrize(
    "page",
    ["communes", "dialogues", "coming", "held", "dialogue", "dates", "questions", "question", "search", "lateness"],
)
def test_public_queries_touch_only_public_tables(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime, page: str
) -> None:
    opinion = make_checked(conference)
    make_signed_answer(opinion, unit)
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)
    commune_id = conference.commune_id
    asked: dict[str, Callable[[], object]] = {
        "communes": queries.communes_served,
        "dialogues": lambda: list(queries.dialogues_of(commune_id)),
        "coming": lambda: list(queries.coming_dialogues(TODAY)),
        "held": lambda: list(queries.held_dialogues(commune_id)),
        "dialogue": lambda: queries.standings_of(queries.dialogue_in(commune_id, conference.pk).pk),
        "dates": lambda: queries.dates_by_dialogue(commune_id),
        "questions": lambda: queries.questions_in(conference.pk, [opinion.pk]),
        "question": lambda: queries.question_in(commune_id, opinion.pk),
        "search": lambda: queries.search_questions("đường hỏng", commune_id=commune_id, topic="roads"),
        "lateness": lambda: queries.lateness_on(TODAY, commune_id=commune_id, conference_id=conference.pk),
    }

    with CaptureQueriesContext(connection) as captured:
        asked[page]()

    private = ("opinions_", "conference_", "answers_", "plans_", "people_user", "people_post", "audit_")
    assert captured.captured_queries
    assert [q["sql"] for q in captured if any(f'"{name}' in q["sql"].split("WHERE")[0].replace('"conference_id', "")
                                              for name in private)] == []  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("đường", True),
        ("duong", True),
        ("ĐƯỜNG", True),
        ("dương", True),
        ("duong 391", True),
        ("391 hong", True),
        ("duong 392", False),
        ("duon", False),
        ("dong phong", False),
    ],
)
def test_search_finds_with_and_without_diacritics(ask: Ask, text: str, *, found: bool) -> None:
    rows = ask(text, "Đường 391 hỏng nặng, bao giờ sửa?")

    exact = [row for row in rows if queries.search_questions(text).is_near is False]
    assert bool(exact) is found


def test_search_puts_the_very_accents_first(ask: Ask) -> None:
    assert ask("má", "Mà sao chậm thế?", "Hỏi về má hóp.", "Mã số hộ?") == [
        "Hỏi về má hóp.",
        "Mã số hộ?",
        "Mà sao chậm thế?",
    ]


def test_search_reads_questions_answers_villages_and_units(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    opinion = make_checked(conference)
    make_signed_answer(opinion, unit, public_text="Đã thay bóng cao áp.", public_checked_at=after)
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)

    for text in ("bong cao ap", "phong kinh te", "bao giờ sửa"):
        assert [row.opinion_id for row in queries.search_questions(text).rows] == [opinion.pk]


def test_search_shows_the_nearest_when_nothing_has_every_word(ask: Ask) -> None:
    ask("", "Đèn đường xóm giữa cháy.", "Rãnh thoát nước xóm giữa tắc.", "Trường học dột.")

    found = queries.search_questions("rãnh nước xóm giữa ngập úng")

    assert found.is_near is True
    assert [row.question for row in found.rows] == ["Rãnh thoát nước xóm giữa tắc."]


@pytest.mark.parametrize(
    "text", ["", "  ", "%%%", "_", "\\", "'", '"', "(((", "* OR 1=1 --", "\x00", "\ud800", "NEAR/3", "a" * 9000]
)
def test_search_takes_any_text(ask: Ask, text: str) -> None:
    rows = ask(text, "Đường hỏng.")

    assert rows in ([], ["Đường hỏng."])


def test_search_without_a_word_gives_the_newest_in_stretches(ask: Ask) -> None:
    ask("", "Một.", "Hai.", "Ba.")

    found = queries.search_questions(" ", offset=1, limit=1)

    assert ([row.question for row in found.rows], found.total) == (["Hai."], 3)


def test_search_stays_within_commune_and_topic(ask: Ask, commune: Commune) -> None:
    ask("", "Đường hỏng.")

    assert queries.search_questions("duong", commune_id=commune.pk, topic="roads").total == 1
    assert queries.search_questions("duong", commune_id=make_commune().pk).total == 0
    assert queries.search_questions("duong", topic="land").total == 0


def test_withdrawn_things_are_in_no_public_answer(conference: Conference, clerk: Actor, after: datetime) -> None:
    gone, stays = make_checked(conference), make_checked(conference)
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)
    retract_question(opinion_id=gone.pk, reason="asked", actor=clerk, at=after)

    assert [row.opinion_id for row in queries.standings_of(conference.pk)] == [stays.pk]
    assert [row.opinion_id for row in queries.questions_in(conference.pk, [gone.pk, stays.pk])] == [stays.pk]
    assert [row.opinion_id for row in queries.search_questions("").rows] == [stays.pk]
    assert queries.lateness_on(TODAY).total == 1
    with pytest.raises(NotFound):
        queries.question_in(conference.commune_id, gone.pk)

    retract_dialogue(conference_id=conference.pk, reason="asked", actor=clerk, at=after)

    assert list(queries.dialogues_of(conference.commune_id)) == []
    assert queries.search_questions("").total == 0
    for act in (
        lambda: queries.dialogue_in(conference.commune_id, conference.pk),
        lambda: queries.question_in(conference.commune_id, stays.pk),
    ):
        with pytest.raises(NotFound):
            act()


def test_dialogue_and_question_are_not_found_in_another_commune(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    opinion, other = make_checked(conference), make_commune()
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)

    with pytest.raises(NotFound):
        queries.dialogue_in(other.pk, conference.pk)
    with pytest.raises(NotFound):
        queries.question_in(other.pk, opinion.pk)


def test_communes_are_named_even_with_nothing_public(
    conference: Conference, commune: Commune, clerk: Actor, after: datetime
) -> None:
    make_commune(slug="an-thu", name="An Thử", is_demo=True)
    make_checked(conference)
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)

    served = queries.communes_served()

    assert [(c.name, c.dialogues, c.questions, c.latest_on) for c in served] == [
        ("An Thử", 0, 0, None), (commune.name, 1, 1, date(2026, 10, 28)),
    ]  # fmt: skip


def test_coming_dialogues_are_nearest_first_and_held_ones_count_answers(
    commune: Commune, conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    far, near = make_conference(commune, on=date(2026, 12, 20)), make_conference(commune, on=date(2026, 12, 1))
    undated = make_conference(commune, on=None)
    make_checked(conference)
    make_signed_answer(make_checked(conference), unit)
    for each in (far, near, undated, conference):
        publish_dialogue(conference_id=each.pk, actor=clerk, at=after)

    assert [d.pk for d in queries.coming_dialogues(TODAY, commune.pk)] == [near.pk, far.pk, undated.pk]
    assert [(d.pk, d.question_count, d.answered_count) for d in queries.held_dialogues(commune.pk)] == [
        (conference.pk, 2, 1)
    ]


def test_lateness_counts_questions_by_their_dates(
    conference: Conference, unit: Unit, clerk: Actor, after: datetime
) -> None:
    make_signed_answer(make_checked(conference), unit)
    make_signed_answer(make_checked(conference), unit, due_on=date(2026, 11, 9))
    make_answer(make_checked(conference), unit, date(2026, 11, 27))
    make_answer(make_checked(conference), unit, TODAY)
    make_checked(conference)
    make_transfer(make_checked(conference))
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)

    counted = queries.lateness_on(TODAY, commune_id=conference.commune_id)

    assert (counted.total, counted.answered, counted.answered_in_time, counted.answered_late) == (6, 2, 1, 1)
    assert (counted.waiting, counted.overdue, counted.passed_up) == (3, 1, 1)


def test_public_lists_ask_as_often_for_three_rows_as_for_one(
    conference: Conference, clerk: Actor, after: datetime
) -> None:
    def measured() -> list[int]:
        publish_dialogue(conference_id=conference.pk, actor=clerk, at=after)
        counts = []
        for act in (
            queries.communes_served,
            lambda: [d.commune.name for d in queries.dialogues_of(conference.commune_id)],
            lambda: queries.questions_in(conference.pk, [q.opinion_id for q in queries.standings_of(conference.pk)]),
            lambda: queries.search_questions("duong").rows,
        ):
            with CaptureQueriesContext(connection) as captured:
                act()
            counts.append(len(captured))
        return counts

    make_checked(conference)
    with_one = measured()
    make_checked(conference)
    make_checked(conference)

    assert measured() == with_one


def test_code_tells_state_dates_and_checked_answer(conference: Conference, unit: Unit, after: datetime) -> None:
    opinion = make_checked(conference, unit=unit)
    make_signed_answer(opinion, unit, public_text="Đã vá xong.", public_checked_at=after, result="solved")

    status = status_by_code(f" {opinion.code[:4]} {opinion.code[4:]} ")

    assert status is not None
    assert (status.status, status.answer, status.result) == ("answered", "Đã vá xong.", "solved")
    assert (status.received_on, status.due_on, status.answered_on) == (
        date(2026, 10, 1), date(2026, 11, 18), date(2026, 11, 10),
    )  # fmt: skip
    assert (status.conference_id, status.conference_on, status.unit) == (conference.pk, date(2026, 10, 28), unit.name)


def test_code_tells_neither_words_nor_person(conference: Conference, unit: Unit, after: datetime) -> None:
    opinion = make_checked(
        conference, "Công khai chim", words="Lời gốc chim", speaker_name="Chim Sẻ Vàng", speaker_phone="0987 000 654",
        speaker_address="Số 99 ngõ Chim", summary="Tóm tắt chim",
    )  # fmt: skip
    make_signed_answer(opinion, unit, text="Gốc chim", public_text="Trả lời bà Chim Sẻ Vàng", public_checked_at=after)

    status = status_by_code(opinion.code)

    assert status is not None
    assert "chim" not in repr(status).lower()


@pytest.mark.parametrize(
    ("nature", "policies", "words"),
    [
        ("complaint", {}, "Luật Khiếu nại"),
        ("private_matter", {"private_matters": "apart"}, "giấy trả lời"),
        ("private_matter", {"private_matters": "refuse"}, "tiếp công dân"),
        ("off_topic", {}, "giấy trả lời"),
    ],
)
def test_code_tells_what_follows_when_taken_apart(
    commune: Commune, nature: str, policies: dict[str, str], words: str
) -> None:
    conference = make_conference(commune, plan=make_plan(commune, policies=policies))
    opinion = make_opinion(commune, conference=conference, nature=nature, state="taken_apart")

    status = status_by_code(opinion.code)

    assert status is not None
    assert words in status.told


def test_code_without_a_conference_tells_that_it_was_received(commune: Commune) -> None:
    status = status_by_code(make_opinion(commune).code)

    assert status is not None
    assert (status.status, status.conference_id, status.due_on, status.told) == ("received", None, None, "")


@pytest.mark.parametrize("code", ["", "0000000000000001", "abc", "x" * 5000, "4821 0937"])
def test_wrong_code_tells_nothing(commune: Commune, code: str) -> None:
    make_opinion(commune)

    assert status_by_code(code) is None


def test_public_tables_have_no_column_for_a_person() -> None:
    columns = {f.name for model in (PublicDialogue, PublicQuestion) for f in model._meta.concrete_fields}

    assert {
        c for c in columns if any(word in c for word in ("speaker", "phone", "name", "words", "address", "code"))
    } == set()
