"""Competition of rules: same duty of the same side alone, the stricter wins, the loser stays."""

from dataclasses import replace
from datetime import date

import pytest

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit
from doithoai.domain.duties import Duty
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole
from doithoai.domain.rules.check import Anchors, compete, rules_for, weigh
from doithoai.domain.rules.rule import Rank, Rule, RulePack
from tests.domain.vietnam import vietnam

DAY = date(2026, 10, 28)
LAW_HEADS = frozenset({HeadedBy.PEOPLE_COMMITTEE, HeadedBy.BOTH})


def rule(code, amount=7, *, duty=Duty.ISSUE_NOTICE, role=ActorRole.PEOPLE_COMMITTEE, rank=Rank.PLAN, **more):
    before = duty in (Duty.ISSUE_NOTICE, Duty.BROADCAST)
    when = Term(
        amount,
        more.pop("unit", Unit.DAY),
        Direction.BEFORE if before else Direction.AFTER,
        more.pop("anchor", Anchor.CONFERENCE_DAY),
    )
    return Rule(
        code=code, pack="p", duty=duty, role=role, when=more.pop("when", when), rule=code, article="", rank=rank, **more
    )


def judged(*rules, headed_by=HeadedBy.PEOPLE_COMMITTEE):
    return compete(rules, Anchors(DAY), vietnam(), headed_by)


def codes(weighed):
    return [w.rule.code for w in weighed]


@pytest.mark.parametrize(
    ("duty", "strict", "lax"),
    [(Duty.ISSUE_NOTICE, 10, 7), (Duty.BROADCAST, 6, 3), (Duty.ANSWER, 15, 30), (Duty.PUBLISH_RESULT, 5, 10)],
)
def test_the_stricter_wins_before_and_after_the_day(duty, strict, lax):
    [verdict] = judged(rule("lax", lax, duty=duty, rank=Rank.LAW), rule("strict", strict, duty=duty))

    assert (verdict.winner.rule.code, codes(verdict.overruled), verdict.agrees) == ("strict", ["lax"], ())


def test_units_are_compared_by_their_days_not_their_numbers():
    # 15 working days after 28/10/2026 end on 18/11; 20 days end on 17/11.
    [verdict] = judged(
        rule("working", 15, duty=Duty.ANSWER, unit=Unit.WORKING_DAY), rule("plain", 20, duty=Duty.ANSWER)
    )

    assert (verdict.winner.rule.code, verdict.winner.due_on, verdict.overruled[0].due_on) == (
        "plain", date(2026, 11, 17), date(2026, 11, 18),
    )  # fmt: skip


def test_an_equal_rule_agrees_and_the_higher_rank_is_named():
    [verdict] = judged(rule("plan"), rule("law", rank=Rank.LAW), rule("reg", rank=Rank.REGULATION))

    assert (verdict.winner.rule.code, codes(verdict.agrees), verdict.overruled) == ("law", ["reg", "plan"], ())


def test_an_unread_regulation_does_not_stand_before_the_plans_own_words():
    [verdict] = judged(rule("plan"), rule("reg", rank=Rank.REGULATION, confirmed=False))

    assert (verdict.winner.rule.code, codes(verdict.agrees)) == ("plan", ["reg"])


def test_another_duty_or_another_side_stands_beside():
    verdicts = judged(
        rule("notice"), rule("loud", 3, duty=Duty.BROADCAST, role=ActorRole.BROADCASTER),
        rule("village", 2, role=ActorRole.VILLAGE),
    )  # fmt: skip

    assert [(v.duty, v.role, v.winner.rule.code) for v in verdicts] == [
        (Duty.ISSUE_NOTICE, ActorRole.PEOPLE_COMMITTEE, "notice"),
        (Duty.ISSUE_NOTICE, ActorRole.VILLAGE, "village"),
        (Duty.BROADCAST, ActorRole.BROADCASTER, "loud"),
    ]


def test_the_law_advises_a_party_conference_and_binds_where_both_are_served():
    law = rule("law", rank=Rank.LAW, binds=LAW_HEADS)

    [party] = judged(law, headed_by=HeadedBy.PARTY)
    [both] = judged(law, headed_by=HeadedBy.BOTH)

    assert (party.winner, codes(party.advised), both.winner.rule.code) == (None, ["law"], "law")


def test_advice_joins_the_binding_verdict_on_its_duty_and_never_wins():
    law = rule("law", 10, rank=Rank.LAW, binds=LAW_HEADS)
    [verdict] = judged(law, rule("party", 3, role=ActorRole.PARTY), headed_by=HeadedBy.PARTY)

    assert (verdict.winner.rule.code, codes(verdict.advised), verdict.overruled) == ("party", ["law"], ())


def test_words_without_a_number_set_no_day_and_stay_visible():
    [verdict] = judged(rule("soonest", when=None, duty=Duty.ANSWER, text="sớm nhất"))

    assert (verdict.winner, [r.code for r in verdict.worded]) == (None, ["soonest"])


def test_the_actor_is_the_one_the_nearest_text_names():
    [verdict] = judged(
        rule("law", rank=Rank.LAW, actor="Ủy ban nhân dân cấp xã"), rule("plan", 5, actor="Văn phòng HĐND và UBND xã")
    )

    assert (verdict.winner.rule.code, verdict.actor()) == ("law", "Văn phòng HĐND và UBND xã")


def test_weigh_counts_from_the_conference_when_receipt_is_not_known():
    weighed = weigh(rule("r", 5, duty=Duty.ANSWER, anchor=Anchor.RECEIPT), Anchors(DAY), vietnam())
    known = weigh(
        rule("r", 5, duty=Duty.ANSWER, anchor=Anchor.RECEIPT), Anchors(DAY, received_on=date(2026, 10, 5)), vietnam()
    )

    assert (weighed.due_on, weighed.explanation.assumed) == (date(2026, 11, 2), True)
    assert (known.due_on, known.explanation.assumed) == (date(2026, 10, 12), False)


def test_rules_for_takes_laws_own_packs_and_advice_of_the_same_regulation():
    law = RulePack("law", "L", Rank.LAW, "", rules=(rule("law"),))
    own = RulePack("own", "O", Rank.REGULATION, "", rules=(rule("own"),), commune="Xã Mẫu")
    kin = RulePack("kin", "K", Rank.REGULATION, "", rules=(rule("kin"),), commune="Xã Khác", cites=("03-QC/TU",))
    strange = replace(kin, code="strange", cites=("9-QC/TU",), rules=(rule("strange"),))
    ended = replace(law, code="ended", valid_until=date(2020, 1, 1), rules=(rule("ended"),))

    chosen = rules_for([law, own, kin, strange, ended], day=DAY, commune="Xã Mẫu", cites=["03-QC/TU"])

    assert [(r.code, r.binding) for r in chosen] == [("law", True), ("own", True), ("kin", False)]
