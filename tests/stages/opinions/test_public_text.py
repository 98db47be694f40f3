from collections.abc import Callable
from datetime import datetime

import pytest

from doithoai.base.errors import BadInput, NotFound, Refused, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Actor, Role
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.queries import suspects_for
from doithoai.stages.opinions.services.check_public_text import check_public_text
from doithoai.stages.opinions.services.write_public_text import write_public_text
from doithoai.stages.people.models import Commune
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, chair_of, clerk_of, make_commune, make_unit, make_village
from tests.factories.plans import make_conference

CLEAN = "Đường thôn hỏng nặng, đề nghị sửa trước mùa mưa."


def write(opinion: Opinion, actor: Actor, at: datetime, text: str = CLEAN, answer: str = "") -> Opinion:
    version = Opinion.objects.get(pk=opinion.pk).version
    return write_public_text(opinion_id=opinion.pk, text=text, answer=answer, version=version, actor=actor, at=at)


def check(opinion: Opinion, actor: Actor, at: datetime, *, seen: bool = False) -> Opinion:
    version = Opinion.objects.get(pk=opinion.pk).version
    return check_public_text(opinion_id=opinion.pk, version=version, seen_suspects=seen, actor=actor, at=at)


def test_public_text_is_kept_apart_from_the_words_and_checked_by_a_person(
    commune: Commune, clerk: Actor, chair: Actor, at: datetime
) -> None:
    opinion = make_opinion(commune, "Tôi là Thử, đường trước nhà tôi hỏng.")
    write(opinion, clerk, at)

    check(opinion, chair, at)

    stored = Opinion.objects.get(pk=opinion.pk)
    assert (stored.public_text, stored.original_words) == (CLEAN, "Tôi là Thử, đường trước nhà tôi hỏng.")
    assert (stored.public_checked_by, stored.public_checked_at) == (chair.name, at)


def test_writing_again_takes_the_check_back(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune)
    write(opinion, clerk, at)
    check(opinion, clerk, at)

    again = write(opinion, clerk, at, text="Bản khác.")

    assert (again.public_checked_by, again.public_checked_at) == ("", None)


@pytest.mark.parametrize(
    "leak",
    [
        "Bà Hoàng Thị Thử hỏi về đường.",
        "ba hoang thi thu hoi ve duong",
        "Chị Thử ở cuối thôn hỏi về đường.",
        "Gọi 0912.000.345 để biết thêm về đường.",
        "Gọi +84 912 000 345 về đường.",
    ],
)
@pytest.mark.parametrize("seen", [False, True])
def test_check_is_refused_while_the_speaker_can_be_told(
    commune: Commune, clerk: Actor, at: datetime, leak: str, *, seen: bool
) -> None:
    opinion = make_opinion(commune, speaker_name="Hoàng Thị Thử", speaker_phone="0912 000 345")
    write(opinion, clerk, at, text=leak)

    with pytest.raises(BadInput) as refused:
        check(opinion, clerk, at, seen=seen)

    assert refused.value.field == "text"
    assert Opinion.objects.get(pk=opinion.pk).public_checked_at is None


def test_check_looks_at_the_public_answer_too(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune, speaker_name="Hoàng Thị Thử")
    write(opinion, clerk, at, answer="Đã trả lời bà Hoàng Thị Thử ngày 10/3.")

    with pytest.raises(BadInput):
        check(opinion, clerk, at, seen=True)


def test_check_protects_voices_of_the_group_and_the_whole_hall(commune: Commune, clerk: Actor, at: datetime) -> None:
    conference, group = make_conference(commune), make_group(commune)
    make_opinion(commune, speaker_name="Đỗ Văn Nhóm", group=group)
    make_opinion(commune, speaker_name="Phan Thị Hội", conference=conference)
    opinion = make_opinion(commune, group=group, conference=conference)

    for leak in ("Ông Nhóm cũng hỏi.", "Bà Phan Thị Hội cũng hỏi."):
        write(opinion, clerk, at, text=leak)
        with pytest.raises(BadInput) as refused:
            check(opinion, clerk, at, seen=True)
        assert refused.value.field == "text"


def test_check_warns_of_others_and_passes_once_they_were_looked_at(
    commune: Commune, clerk: Actor, at: datetime
) -> None:
    opinion = make_opinion(commune)
    write(opinion, clerk, at, text="Đề nghị ông Khoát ở số nhà 17 dọn đất.")

    with pytest.raises(BadInput) as refused:
        check(opinion, clerk, at)
    checked = check(opinion, clerk, at, seen=True)

    assert refused.value.field == "seen_suspects"
    assert "ông Khoát" in refused.value.words
    assert checked.public_checked_at == at


def test_check_is_refused_without_a_text(commune: Commune, clerk: Actor, at: datetime) -> None:
    with pytest.raises(BadInput):
        check(make_opinion(commune), clerk, at)


@pytest.mark.parametrize("nature", ["private_matter", "off_topic", "complaint"])
def test_check_is_not_possible_for_what_is_not_common(
    commune: Commune, clerk: Actor, at: datetime, nature: str
) -> None:
    opinion = make_opinion(commune, nature=nature)
    write(opinion, clerk, at)

    with pytest.raises(NotPossible):
        check(opinion, clerk, at)


@pytest.mark.parametrize(
    ("text", "answer", "field"), [(" ", "", "text"), ("x" * 10_001, "", "text"), ("a", "x" * 10_001, "answer")]
)
def test_writing_is_refused_when_empty_or_too_long(
    commune: Commune, clerk: Actor, at: datetime, text: str, answer: str, field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        write(make_opinion(commune), clerk, at, text=text, answer=answer)

    assert refused.value.field == field


def test_second_writer_sees_the_first_ones_text(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune)
    write(opinion, clerk, at, text="Bản trước.")

    for act in (
        lambda: write_public_text(opinion_id=opinion.pk, text="Bản sau.", version=1, actor=clerk, at=at),
        lambda: check_public_text(opinion_id=opinion.pk, version=1, actor=clerk, at=at),
    ):
        with pytest.raises(Stale) as stale:
            act()
        assert stale.value.theirs == "Bản trước."


@pytest.mark.parametrize(("role", "allowed"), [(role, role in (Role.CLERK, Role.CHAIR)) for role in Role])
def test_right_to_write_and_check_by_role(commune: Commune, at: datetime, role: Role, *, allowed: bool) -> None:
    actor = actor_as(role, commune, unit=make_unit(commune), village=make_village(commune))
    opinion = make_opinion(commune, public_text=CLEAN)

    assert outcome_of(lambda: write(opinion, actor, at)) == ("done" if allowed else "NotAllowed")
    assert outcome_of(lambda: check(opinion, actor, at)) == ("done" if allowed else "NotAllowed")
    assert outcome_of(lambda: suspects_for(actor, opinion.pk)) == ("done" if allowed else "NotFound")


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as refused:
        return type(refused).__name__
    return "done"


def test_another_communes_opinion_is_not_found(commune: Commune, at: datetime) -> None:
    stranger, opinion = chair_of(make_commune()), make_opinion(commune)

    with pytest.raises(NotFound):
        write(opinion, stranger, at)
    with pytest.raises(NotFound):
        suspects_for(clerk_of(make_commune()), opinion.pk)


def test_audit_lines_hold_no_public_text(commune: Commune, clerk: Actor, at: datetime) -> None:
    opinion = make_opinion(commune)
    write(opinion, clerk, at, text="Chim sẻ kêu.")
    check(opinion, clerk, at)

    assert [line.act for line in AuditLine.objects.order_by("number")] == [
        "opinion.public_text_written", "opinion.public_text_checked",
    ]  # fmt: skip
    assert not any("sẻ" in line.detail for line in AuditLine.objects.all())
