"""Ended bodies, customary duties, policies, and what a plan settles."""

from datetime import date

import pytest

from doithoai.domain.duties import CYCLE
from doithoai.domain.plan_rules import head_served, plan_title, policies_from_reading, rules_from_reading
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.bodies import BodiesError, read_bodies, successions_in, successor_of
from doithoai.domain.rules.customary import CustomaryError, read_customary
from doithoai.domain.rules.policies import settle
from doithoai.domain.rules.rule import Policy, Rank
from tests.domain.readings import BINH_LANG, CAI_BO, HA_TINH, LONG_PHUNG, SONG_AN, stated
from tests.domain.vietnam import RULEBOOKS

BODIES = read_bodies((RULEBOOKS / "bodies.toml").read_text(encoding="utf-8"))
CUSTOMARY_TEXT = (RULEBOOKS / "customary.toml").read_text(encoding="utf-8")
LAST_DAY, FIRST_DAY = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("name", "successor"),
    [
        ("Phòng Nội vụ huyện", "Sở Nội vụ"),
        ("UBND huyện", "UBND tỉnh"),
        ("Ủy ban nhân dân quận", "UBND tỉnh"),
        ("Ban Dân Vận huyện ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Ban Thường vụ Huyện ủy", "Ban Thường vụ Tỉnh ủy"),
        ("Huyện ủy", "Tỉnh ủy"),
        ("HĐND huyện", "HĐND tỉnh"),
        ("UBMTTQ huyện", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("Phòng Tài nguyên và Môi trường huyện", "sở, ngành của tỉnh"),
        ("Công chức Văn phòng - Thống kê", "Văn phòng HĐND và UBND xã"),
        ("Công chức Văn hóa - xã hội", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_successor_of_names_who_stands_there_from_july_2025(name, successor):
    assert successor_of(name, LAST_DAY, BODIES) is None
    assert successor_of(name, FIRST_DAY, BODIES).successor == successor


@pytest.mark.parametrize(
    "name",
    ["Sở Nội vụ", "Đảng ủy xã", "Ban chỉ huy quân sự xã", "UBND xã", "HĐND xã", "Phòng Văn hóa - Xã hội", "Lưu: VT",
     "Công an xã, Ban chỉ huy quân sự xã", "Các thôn, làng"],
)  # fmt: skip
def test_successor_of_is_none_for_bodies_that_go_on(name):
    assert successor_of(name, date(2026, 1, 1), BODIES) is None


def test_successions_in_finds_each_body_of_a_clause_once():
    text = "báo cáo UBND huyện (qua phòng Nội vụ) và UBND huyện"

    assert [s.body.name for s in successions_in(text, FIRST_DAY, BODIES)] == ["Phòng Nội vụ huyện", "UBND huyện"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("[[bodies", "TOML"), ('[[bodies]]\nname = "a"', "dòng 1: thiếu pattern"),
     ('[[bodies]]\nname="a"\npattern="("\nsuccessor="b"\nsource="c"\nnote="actor"\nended_on=2025-07-01', "pattern sai"),
     ('[[bodies]]\nname="a"\npattern="a"\nsuccessor="b"\nsource="c"\nnote="actor"', "ended_on phải là một ngày")],
)  # fmt: skip
def test_read_bodies_names_the_fault(text, words):
    with pytest.raises(BodiesError, match=words):
        read_bodies(text)


def test_customary_has_a_row_and_a_proof_for_every_duty_of_the_cycle():
    customs = read_customary(CUSTOMARY_TEXT)

    assert set(customs) == set(CYCLE)
    assert all(custom.proof and custom.post_on(FIRST_DAY, HeadedBy.PARTY) for custom in customs.values())


@pytest.mark.parametrize(
    ("text", "words"),
    [("[[customs", "TOML"), ('[[customs]]\nduty = "sing"', "duty phải là"), ('[[customs]]\nduty = "answer"', "thiếu proof"),
     ('[[customs]]\nduty = "answer"\nproof = "a"', "thiếu posts"),
     ('[[customs]]\nduty = "answer"\nproof = "a"\nposts = [{ state = "b", party = "c" }]', "thiếu việc issue_notice")],
)  # fmt: skip
def test_read_customary_names_the_fault(text, words):
    with pytest.raises(CustomaryError, match=words):
        read_customary(text)


@pytest.mark.parametrize(
    ("reading", "settled"),
    [
        (LONG_PHUNG, {"off_topic": "written", "territory": "village", "extension_with_reason": True,
                      "report_recipients": ("Sở Nội vụ", "Thanh tra tỉnh"), "frequency": 1}),
        (HA_TINH, {"private_matters": "refuse", "frequency": 3, "territory": "cluster", "synthesis_chair": "UBMTTQVN xã"}),
        (BINH_LANG, {"survey": True, "territory": "village", "frequency": 1}),
        (SONG_AN, {"territory": "commune", "frequency": 1}),
        (CAI_BO, {"territory": "commune", "frequency": 2}),
    ],
)  # fmt: skip
def test_policies_from_reading_takes_what_the_plan_settles(reading, settled):
    found = {policy.name: policy.value for policy in policies_from_reading(reading)}

    assert {name: found.get(name) for name in settled} == settled


def test_policies_from_reading_is_silent_where_the_plan_is():
    assert policies_from_reading({}) == []


@pytest.mark.parametrize(
    ("reading", "head"),
    [(HA_TINH, HeadedBy.PARTY), (LONG_PHUNG, HeadedBy.PEOPLE_COMMITTEE), (BINH_LANG, HeadedBy.PEOPLE_COMMITTEE),
     ({**HA_TINH, "chairs": ["Bí thư Đảng ủy, Chủ tịch UBND xã"]}, HeadedBy.BOTH),
     ({**HA_TINH, "legal_bases": [{"text": "Luật Tổ chức chính quyền địa phương"}]}, HeadedBy.BOTH)],
)  # fmt: skip
def test_head_served_tells_whose_rules_the_plan_obeys(reading, head):
    assert head_served(reading) is head


def test_rules_from_reading_keeps_line_words_and_source():
    [first, *_rest] = rules_from_reading(BINH_LANG)

    assert (first.rule, first.article, first.line, first.rank, first.confirmed) == (
        "Kế hoạch 48/KH-UBND ngày 07/10/2021", "dòng 71", 71, Rank.PLAN, True,
    )  # fmt: skip


def test_rules_from_reading_supplies_what_the_text_leaves_out():
    reading = {"deadlines": [stated("prepare_answers", 3, None, None), stated("report", 10, None, None, unit=None)]}

    first, second = (rule.when for rule in rules_from_reading(reading))

    assert [(t.direction.value, t.anchor.value, t.unit.value) for t in (first, second)] == [
        ("before", "conference_day", "day"), ("after", "conference_end", "day"),
    ]  # fmt: skip


def test_plan_title_does_without_a_number():
    assert plan_title(CAI_BO) == "Kế hoạch năm 2025 của UBND xã Cai Bộ"


def settled_by(*policies, headed_by=HeadedBy.PEOPLE_COMMITTEE):
    return settle(policies, day=date(2026, 1, 1), headed_by=headed_by)


def policy(name, value, rank=Rank.PLAN, **more):
    return Policy(name, value, rule=f"{name}-{rank}", article="", rank=rank, **more)


def test_settle_takes_the_greater_frequency_and_keeps_the_loser():
    found = settled_by(policy("frequency", 1, Rank.LAW), policy("frequency", 3))["frequency"]

    assert (found.value, [p.value for p in found.overruled]) == (3, [1])


def test_settle_keeps_the_co_chair_the_law_requires():
    assert (
        settled_by(policy("co_chair", "required", Rank.LAW), policy("co_chair", "none"))["co_chair"].value == "required"
    )


def test_settle_adds_up_channels():
    found = settled_by(
        policy("publication_channels", ("posting",), Rank.LAW), policy("publication_channels", ("portal",))
    )

    assert found["publication_channels"].value == ("posting", "portal")


def test_settle_takes_the_recipients_of_the_nearest_text_alone():
    far, near = (
        policy("report_recipients", ("Thường trực HĐND",), Rank.REGULATION),
        policy("report_recipients", ("TT. HĐND",)),
    )

    assert settled_by(far, near)["report_recipients"].value == ("TT. HĐND",)


def test_settle_lets_the_nearest_text_speak_where_provinces_differ():
    found = settled_by(policy("private_matters", "apart", Rank.REGULATION), policy("private_matters", "refuse"))

    assert found["private_matters"].value == "refuse"


def test_settle_gives_custom_without_a_text_and_says_so():
    found = settled_by()["private_matters"]

    assert (found.value, found.by) == ("apart", None)


def test_settle_leaves_what_does_not_bind_as_advice():
    law = policy("co_chair", "required", Rank.LAW, binds=frozenset({HeadedBy.PEOPLE_COMMITTEE}))
    found = settled_by(law, headed_by=HeadedBy.PARTY)["co_chair"]

    assert (found.value, found.by, found.advised) == ("none", None, (law,))


def test_settle_skips_what_is_not_in_force():
    assert settled_by(policy("frequency", 4, valid_until=date(2025, 12, 31)))["frequency"].value == 1
