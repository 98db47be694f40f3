"""Calendar of a commune, its switches and own days; packs adopted and withdrawn."""

from datetime import UTC, date, datetime

import pytest

from doithoai.base.errors import BadInput, NotAllowed
from doithoai.base.models import AuditLine
from doithoai.domain.roles import SYSTEM, Role
from doithoai.domain.workdays import DayMark
from doithoai.stages.rulebook.queries import (
    calendar_for,
    packs_for,
    packs_meant_for,
    policies_in_force,
    rules_in_force,
    switches_for,
)
from doithoai.stages.rulebook.services.adopt_pack import PackWanted, adopt_pack
from doithoai.stages.rulebook.services.load_calendar import load_calendar
from doithoai.stages.rulebook.services.mark_day import mark_day
from doithoai.stages.rulebook.services.switch_day import switch_day
from doithoai.stages.rulebook.services.withdraw_pack import withdraw_pack
from tests.factories.people import actor_as, clerk_of, make_commune

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
CULTURE_DAY = date(2026, 11, 24)

pytestmark = pytest.mark.django_db


def test_calendar_leaves_24_november_working_when_no_switch_is_set():
    commune = make_commune()

    assert calendar_for(commune).is_working(CULTURE_DAY)
    assert switches_for(commune) == {"culture_day": False}


def test_switch_day_closes_24_november_for_that_commune_alone():
    commune, other = make_commune(), make_commune(name="Song An")

    switch_day(commune_id=commune.pk, code="culture_day", is_on=True, actor=clerk_of(commune), at=AT)

    assert not calendar_for(commune).is_working(CULTURE_DAY)
    assert calendar_for(other).is_working(CULTURE_DAY)


def test_switch_day_writes_one_audit_line_when_repeated():
    commune = make_commune()
    for _time in range(2):
        switch_day(commune_id=commune.pk, code="culture_day", is_on=True, actor=clerk_of(commune), at=AT)

    assert AuditLine.objects.filter(chain=commune.slug, act="calendar.switched").count() == 1


def test_switch_day_refuses_a_code_that_no_day_bears():
    commune = make_commune()

    with pytest.raises(BadInput):
        switch_day(commune_id=commune.pk, code="no-such", is_on=True, actor=clerk_of(commune), at=AT)


@pytest.mark.parametrize("role", [Role.FRONT, Role.VILLAGE_HEAD, Role.POLICE, Role.UPPER_LEVEL, Role.CHAIR])
def test_switch_day_refuses_roles_without_the_right(role):
    commune = make_commune()

    with pytest.raises(NotAllowed):
        switch_day(commune_id=commune.pk, code="culture_day", is_on=True, actor=actor_as(role, commune), at=AT)


def test_mark_day_lies_over_the_national_table_and_can_be_taken_away():
    commune = make_commune()
    worked = DayMark(date(2026, 9, 2), working=True, name="trực lũ", source="Công điện (giả định)")
    mark_day(commune_id=commune.pk, mark=worked, actor=clerk_of(commune), at=AT)
    laid = calendar_for(commune).is_working(date(2026, 9, 2))

    mark_day(commune_id=commune.pk, mark=worked, remove=True, actor=clerk_of(commune), at=AT)

    assert (laid, calendar_for(commune).is_working(date(2026, 9, 2))) == (True, False)


def test_mark_day_refuses_a_day_without_a_source():
    commune = make_commune()
    nameless = DayMark(date(2026, 9, 7), working=False, name="nghỉ bão", source=" ")

    with pytest.raises(BadInput) as refused:
        mark_day(commune_id=commune.pk, mark=nameless, actor=clerk_of(commune), at=AT)

    assert refused.value.field == "source"


def test_load_calendar_adds_a_year_for_every_commune():
    commune = make_commune()
    text = '[[days]]\non = 2028-01-03\nworking = false\nname = "nghỉ bù"\nsource = "thông báo (giả định)"\n'

    loaded = load_calendar(text=text, actor=SYSTEM, at=AT)

    assert (loaded, calendar_for(commune).is_working(date(2028, 1, 3))) == (1, False)


def test_load_calendar_names_the_bad_row():
    with pytest.raises(BadInput) as refused:
        load_calendar(text='[[days]]\non = "2028"\n', actor=SYSTEM, at=AT)

    assert "dòng 1" in refused.value.words


def test_load_calendar_refuses_a_clerk_of_one_commune():
    commune = make_commune()

    with pytest.raises(NotAllowed):
        load_calendar(text="", actor=clerk_of(commune), at=AT)


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2025, 2, 28), "law-77-2015"),
        (date(2025, 3, 1), "law-65-2025"),
        (date(2025, 6, 15), "law-65-2025"),
        (date(2025, 6, 16), "law-72-2025"),
    ],
)
def test_packs_for_gives_the_law_in_force_on_the_conference_day(day, law):
    assert [pack.code for pack in packs_for(make_commune(name="Xã Mẫu"), day)] == [law]


def test_packs_meant_for_matches_name_and_province():
    here = make_commune(name="Bình Lãng", province="Hải Dương")
    elsewhere = make_commune(name="Bình Lãng", province="Cà Mau")

    assert ([p.code for p in packs_meant_for(here)], packs_meant_for(elsewhere)) == (["binh-lang"], ())


def test_adopt_pack_makes_its_rules_binding_for_that_commune():
    commune, other = make_commune(), make_commune(name="Song An")
    day = date(2021, 10, 28)
    adopt_pack(commune_id=commune.pk, wanted=PackWanted(code="binh-lang"), actor=clerk_of(commune), at=AT)

    bound = [rule.code for rule in rules_in_force(commune, day) if rule.pack == "binh-lang" and rule.binding]

    assert bound == ["broadcast", "invitations", "review", "answer"]
    assert [rule for rule in rules_in_force(other, day) if rule.pack == "binh-lang"] == []


def test_rules_of_another_commune_are_advice_when_the_same_regulation_is_cited():
    commune = make_commune(name="Xã Mẫu")

    rules = rules_in_force(commune, date(2021, 10, 28), cites=["03-QC/TU"])

    assert {rule.binding for rule in rules if rule.pack == "binh-lang"} == {False}


def test_withdraw_pack_frees_later_conferences_alone():
    commune = make_commune()
    adopted = adopt_pack(commune_id=commune.pk, wanted=PackWanted(code="binh-lang"), actor=clerk_of(commune), at=AT)

    withdraw_pack(adopted_id=adopted.pk, last_day=date(2021, 12, 31), actor=clerk_of(commune), at=AT)

    assert "binh-lang" in [pack.code for pack in packs_for(commune, date(2021, 10, 28))]
    assert "binh-lang" not in [pack.code for pack in packs_for(commune, date(2022, 10, 28))]


def test_adopt_pack_of_own_text_stands_in_front_of_the_shipped_one():
    commune = make_commune()
    adopt_pack(commune_id=commune.pk, wanted=PackWanted(code="binh-lang"), actor=clerk_of(commune), at=AT)
    own = (
        '[pack]\ncode = "binh-lang"\ntitle = "Quy chế sửa (giả định)"\nrank = "regulation"\nseen_in = "thử"\n'
        '[[policies]]\nname = "survey"\nvalue = false\narticle = "Điều 1"\nsource = "thử"\n'
    )
    adopt_pack(commune_id=commune.pk, wanted=PackWanted(text=own), actor=clerk_of(commune), at=AT.replace(hour=3))

    policies = policies_in_force(commune, date(2021, 10, 28))

    assert [(p.value, p.rule) for p in policies if p.name == "survey"] == [(False, "Quy chế sửa (giả định)")]


def test_adopt_pack_says_which_row_is_wrong():
    commune = make_commune()
    bad = '[pack]\ncode = "x"\ntitle = "X"\nrank = "plan"\nseen_in = "thử"\n[[rules]]\ncode = "a"\nduty = "nothing"\n'

    with pytest.raises(BadInput) as refused:
        adopt_pack(commune_id=commune.pk, wanted=PackWanted(text=bad), actor=clerk_of(commune), at=AT)

    assert "[[rules]] dòng 1 (a)" in refused.value.words
