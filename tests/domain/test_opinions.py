import pytest

from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import (
    OPEN,
    TOPICS,
    Competence,
    Nature,
    OpinionState,
    Sorting,
    clean_receipt_code,
    follow_up,
    is_receipt_code,
    new_receipt_code,
    shown_receipt_code,
    sorting_fault,
    state_after_sorting,
)  # fmt: skip

S = OpinionState


@pytest.mark.parametrize(
    ("nature", "policies", "apart", "written"),
    [
        (Nature.COMMON, {}, False, False),
        (Nature.COMMON, {"private_matters": "refuse", "off_topic": "refuse"}, False, False),
        (Nature.PRIVATE_MATTER, {}, True, True),
        (Nature.PRIVATE_MATTER, {"private_matters": "refuse"}, True, False),
        (Nature.PRIVATE_MATTER, {"private_matters": "apart"}, True, True),
        (Nature.PRIVATE_MATTER, {"private_matters": "dialogue"}, False, False),
        (Nature.PRIVATE_MATTER, {"private_matters": "nonsense"}, True, True),
        (Nature.OFF_TOPIC, {}, True, True),
        (Nature.OFF_TOPIC, {"off_topic": "refuse"}, True, False),
        (Nature.OFF_TOPIC, {"off_topic": "written"}, True, True),
        (Nature.OFF_TOPIC, {"off_topic": "dialogue"}, False, False),
        (Nature.COMPLAINT, {"private_matters": "dialogue", "off_topic": "dialogue"}, True, False),
    ],
)
def test_rules_of_the_commune_say_what_follows(
    nature: Nature, policies: dict[str, object], *, apart: bool, written: bool
) -> None:
    follow = follow_up(nature, policies)

    assert (follow.apart, follow.written_reply) == (apart, written)
    assert bool(follow.reason) is apart
    assert bool(follow.told) is apart


def test_complaint_is_sent_to_the_citizen_reception() -> None:
    assert "tiếp công dân" in follow_up(Nature.COMPLAINT, {}).told


@pytest.mark.parametrize(
    ("state", "apart", "same_unit", "after"),
    [
        (S.RECEIVED, False, True, S.SORTED),
        (S.SORTED, False, False, S.SORTED),
        (S.ASSIGNED, False, True, S.ASSIGNED),
        (S.ASSIGNED, False, False, S.SORTED),
        (S.TAKEN_APART, False, True, S.SORTED),
        (S.RECEIVED, True, True, S.TAKEN_APART),
        (S.SORTED, True, True, S.TAKEN_APART),
        (S.ASSIGNED, True, True, S.TAKEN_APART),
        (S.TAKEN_APART, True, True, S.TAKEN_APART),
        (S.AWAITING_ANSWER, False, False, S.AWAITING_ANSWER),
        (S.ANSWERED, False, False, S.ANSWERED),
        (S.TRANSFERRED, False, True, S.TRANSFERRED),
    ],
)
def test_sorting_leads_to_the_state(state: OpinionState, *, apart: bool, same_unit: bool, after: OpinionState) -> None:
    assert state_after_sorting(state, apart=apart, same_unit=same_unit) is after


@pytest.mark.parametrize("state", sorted(set(S) - OPEN - {S.TAKEN_APART}))
def test_sorting_takes_nothing_apart_after_the_hall(state: OpinionState) -> None:
    with pytest.raises(NotPossible):
        state_after_sorting(state, apart=True, same_unit=True)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, None),
        ({"topic": ""}, "topic"),
        ({"topic": "weather"}, "topic"),
        ({"kind": "song"}, "kind"),
        ({"nature": "odd"}, "nature"),
        ({"competence": "moon"}, "competence"),
        ({"necessity": "never"}, "necessity"),
        ({"competence": Competence.HIGHER_LEVEL}, "competent_body"),
        ({"competence": Competence.HIGHER_LEVEL, "competent_body": "UBND tỉnh"}, None),
    ],
)
def test_sorting_names_its_wrong_field(changed: dict[str, str], field: str | None) -> None:
    fault = sorting_fault(Sorting(**{"topic": "roads", **changed}))

    assert (fault[0] if fault else None) == field


def test_every_topic_has_vietnamese_words() -> None:
    assert all(words.strip() for words in TOPICS.values())


def test_new_receipt_codes_are_valid_and_differ() -> None:
    made = {new_receipt_code() for _ in range(500)}

    assert len(made) == 500
    assert all(is_receipt_code(code) for code in made)


def test_receipt_code_is_refused_when_one_digit_is_wrong() -> None:
    code = new_receipt_code()

    wrong = [code[:i] + str((int(code[i]) + 1) % 10) + code[i + 1 :] for i in range(16)]

    assert not any(is_receipt_code(candidate) for candidate in wrong)


@pytest.mark.parametrize("typed", ["", "abc", "1234", "4821093755621048a", "４８２１", "٠" * 16, "x" * 10_000])
def test_receipt_code_is_refused_when_it_is_none(typed: str) -> None:
    assert is_receipt_code(typed) is False


def test_receipt_code_is_the_same_with_spaces_and_dashes() -> None:
    code = new_receipt_code()

    assert clean_receipt_code(f" {shown_receipt_code(code)} ".replace(" ", " - ")) == code
