"""Laying out the five plans, purely; open days; plans nobody has seen; moving."""

import copy
import json
from datetime import date

import pytest

from doithoai.domain.duties import CYCLE, Duty
from doithoai.domain.ledger import ConferenceDay, PlanFacts, Tables, TaskGiven, lay_out
from doithoai.domain.moving import Standing, conflicts_when_moved
from doithoai.domain.plan_rules import cited_in, head_served, rules_from_reading
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.bodies import read_bodies
from doithoai.domain.rules.check import rules_for
from doithoai.domain.rules.customary import read_customary
from doithoai.domain.rules.pack import read_pack
from tests.domain.readings import BINH_LANG, CAI_BO, FIVE, HA_TINH, LONG_PHUNG, SONG_AN, stated
from tests.domain.vietnam import RULEBOOKS, vietnam
from tests.shared import shared_file

PACKS = [
    read_pack(path.read_text(encoding="utf-8"), name=path.name)
    for path in sorted(RULEBOOKS.glob("*.toml"))
    if path.name not in {"bodies.toml", "customary.toml"}
]
TABLES = Tables(
    vietnam(),
    read_customary((RULEBOOKS / "customary.toml").read_text(encoding="utf-8")),
    read_bodies((RULEBOOKS / "bodies.toml").read_text(encoding="utf-8")),
)


def laid(reading, on, *, expected_by=None, siblings=(), packs=PACKS, conclusion_on=None):
    day = ConferenceDay(
        on, expected_by or on, head_served(reading), conclusion_on=conclusion_on, siblings=tuple(siblings)
    )
    commune = reading["commune"] or ""
    rules = [
        *rules_for(packs, day=day.reference, commune=commune, cites=cited_in(reading)),
        *rules_from_reading(reading),
    ]
    tasks = tuple(TaskGiven(t["actor"], tuple(t["items"])) for t in reading["tasks"])
    recipients = tuple(r["name"] for r in reading["recipients"] if r["purpose"] == "report")
    return lay_out(day, rules, TABLES, PlanFacts(tasks, recipients))


def dated(lines):
    return {(line.duty.value, line.role.value): line.due_on for line in lines if line.due_on}


def of(lines, duty, role=None):
    return next(line for line in lines if line.duty is duty and (role is None or line.role == role))


def with_deadlines(*deadlines, **changes):
    return {**copy.deepcopy(SONG_AN), "commune": "Xã Mẫu", "deadlines": list(deadlines), **changes}


DAYS = {
    "Long Phụng": date(2025, 11, 20), "Hà Tĩnh": date(2025, 4, 24), "Bình Lãng": date(2021, 10, 28),
    "Song An": date(2019, 11, 14), "Cai Bộ": date(2025, 9, 17),
}  # fmt: skip


@pytest.mark.parametrize("name", FIVE)
def test_every_duty_of_the_cycle_is_laid_out(name):
    lines = laid(FIVE[name], DAYS[name])

    owed = [duty for duty in CYCLE if duty is not Duty.PUBLISH_RESULT or DAYS[name] >= date(2025, 3, 1)]
    assert list(dict.fromkeys(line.duty for line in lines)) == owed
    assert all(line.actor and line.proof and line.text for line in lines)
    assert len({line.key for line in lines}) == len(lines)


@pytest.mark.parametrize("name", FIVE)
def test_no_duty_is_due_while_the_day_is_open(name):
    lines = laid(FIVE[name], None, expected_by=DAYS[name])

    assert {(line.due_on, line.suggested_on, line.explanation) for line in lines} == {(None, None, None)}


def test_an_open_day_tells_what_will_be_counted():
    lines = laid(LONG_PHUNG, None, expected_by=date(2025, 12, 31))

    assert of(lines, Duty.BROADCAST).text == (
        "Chưa có ngày hội nghị nên chưa tính được hạn. Khi có ngày sẽ tính 3 ngày trước ngày hội nghị. "
        "Theo: Kế hoạch năm 2025 của Ủy ban nhân dân xã Long Phụng, dòng 52."
    )


def test_binh_lang_has_fifteen_working_days_and_no_publication():
    lines = laid(BINH_LANG, DAYS["Bình Lãng"])

    assert dated(lines)[("answer", "people_committee")] == date(2021, 11, 18)
    assert Duty.PUBLISH_RESULT not in {line.duty for line in lines}
    assert [line.role.value for line in lines if line.duty is Duty.SECURITY] == ["police", "military"]


def test_long_phung_shows_the_plans_office_for_the_laws_notice():
    notice = of(laid(LONG_PHUNG, DAYS["Long Phụng"]), Duty.ISSUE_NOTICE)

    assert (notice.actor, notice.article) == ("Văn phòng HĐND&UBND xã", "Điều 43")
    assert [note.article for note in notice.agrees] == ["dòng 47", "phần III mục 1 của kế hoạch năm 2025"]


def test_long_phung_tells_the_words_without_a_number_beside_the_date():
    answer = of(laid(LONG_PHUNG, DAYS["Long Phụng"]), Duty.ANSWER)

    assert (answer.due_on, answer.words) == (date(2025, 12, 22), "sớm nhất")


def test_ha_tinh_has_the_law_as_advice_alone():
    lines = laid(HA_TINH, date(2025, 7, 24))
    notice = of(lines, Duty.ISSUE_NOTICE)

    assert (notice.advice, notice.due_on, notice.suggested_on, notice.role.value) == (
        True,
        None,
        date(2025, 7, 17),
        "party",
    )
    assert "Nên theo" in notice.text
    assert of(lines, Duty.REPORT).recipients == ("Ban Thường vụ Tỉnh ủy",)


def test_a_party_plan_that_rests_on_the_law_obeys_both():
    law = {"citation": None, "issued_on": None, "issuer": None, "text": "Luật Tổ chức chính quyền địa phương"}
    lines = laid({**HA_TINH, "legal_bases": [law]}, date(2025, 7, 24))

    assert dated(lines)[("issue_notice", "people_committee")] == date(2025, 7, 17)
    assert dated(lines)[("broadcast", "broadcaster")] == date(2025, 7, 18)


def test_cai_bo_reports_to_the_successor_with_a_warning():
    report = of(laid(CAI_BO, DAYS["Cai Bộ"]), Duty.REPORT)

    assert (report.due_on, report.recipients) == (date(2025, 9, 29), ("Sở Nội vụ", "UBND tỉnh"))
    assert "UBND huyện: không còn từ 01/07/2025; nay gửi UBND tỉnh." in report.text


def test_cai_bo_keeps_its_recipient_while_it_existed():
    report = of(laid(CAI_BO, date(2025, 5, 14)), Duty.REPORT)

    assert (report.due_on, report.warnings, report.recipients) == (date(2025, 5, 26), (), ())


def test_the_laws_notice_is_seven_days_when_the_plan_names_five_for_the_same_body():
    notice = of(laid(with_deadlines(stated("issue_notice", 5, "before", "conference_day", actor="UBND xã", line=4)),
                     date(2026, 10, 28)), Duty.ISSUE_NOTICE)  # fmt: skip

    assert notice.due_on == date(2026, 10, 21)
    assert [(n.article, n.due_on) for n in notice.overruled] == [("dòng 4", date(2026, 10, 23))]


def test_the_plans_notice_wins_when_it_is_stricter_than_the_law():
    notice = of(laid(with_deadlines(stated("issue_notice", 10, "before", "conference_day", actor="Văn phòng", line=4)),
                     date(2026, 10, 28)), Duty.ISSUE_NOTICE)  # fmt: skip

    # 18/10/2026 is a Sunday: earlier, Friday 16/10.
    assert (notice.due_on, notice.article, notice.actor) == (date(2026, 10, 16), "dòng 4", "Văn phòng")
    assert [(n.article, n.due_on) for n in notice.overruled] == [("Điều 43", date(2026, 10, 21))]


def test_two_answer_terms_of_two_sides_stand_side_by_side():
    reading = with_deadlines(
        stated("answer", 20, "after", "conference_end", actor="UBND xã"),
        stated("answer", 10, "after", "conference_end", actor="Công an xã"),
    )

    answers = {role: on for (duty, role), on in dated(laid(reading, date(2026, 10, 1))).items() if duty == "answer"}

    assert answers == {"people_committee": date(2026, 10, 21), "police": date(2026, 10, 12)}


def test_duties_without_a_name_never_compete_with_one_another():
    reading = with_deadlines(
        stated("other", 3, "after", "conference_end", actor="UBND xã", text="quyết toán"),
        stated("other", 5, "after", "conference_end", actor="UBND xã", text="gửi ảnh"),
    )

    others = [line for line in laid(reading, date(2026, 10, 5)) if line.duty is Duty.OTHER]

    assert [(line.due_on, line.overruled) for line in others] == [(date(2026, 10, 8), ()), (date(2026, 10, 12), ())]


def test_a_calendar_date_belongs_to_the_nearest_conference_it_can_serve():
    reading = with_deadlines(
        stated("collect_opinions", None, None, None, on="2026-03-20", actor="MTTQ xã"),
        stated("report", None, None, None, on="2026-12-15", actor="UBND xã"),
    )
    spring, autumn = date(2026, 4, 8), date(2026, 10, 28)
    first, second = laid(reading, spring, siblings=[autumn]), laid(reading, autumn, siblings=[spring])

    assert (of(first, Duty.COLLECT_OPINIONS).due_on, of(second, Duty.COLLECT_OPINIONS).due_on) == (
        date(2026, 3, 20),
        None,
    )
    assert (of(first, Duty.REPORT).due_on, of(second, Duty.REPORT).due_on) == (None, date(2026, 12, 15))


def test_a_term_from_the_conclusion_counts_from_the_conference_until_the_day_is_known():
    reading = with_deadlines(stated("answer", 10, "after", "conclusion", actor="UBND xã"))
    provisional = of(laid(reading, date(2026, 10, 1)), Duty.ANSWER)
    known = of(laid(reading, date(2026, 10, 1), conclusion_on=date(2026, 10, 6)), Duty.ANSWER)

    assert (provisional.due_on, provisional.explanation.assumed) == (date(2026, 10, 12), True)
    assert (known.due_on, known.explanation.assumed) == (date(2026, 10, 16), False)


def test_an_extension_with_a_number_counts_back_from_the_answer():
    reading = with_deadlines(
        stated("answer", 20, "after", "conference_end", actor="UBND xã"),
        stated("extension_notice", 3, "before", "answer_due", actor="UBND xã", unit="working_day"),
    )

    # Answer Wednesday 21/10/2026; 20=1 19=2 16=3.
    assert of(laid(reading, date(2026, 10, 1)), Duty.EXTENSION_NOTICE).due_on == date(2026, 10, 16)


def test_the_law_of_2025_march_asks_for_publication_without_a_number():
    publish = of(laid(with_deadlines(), date(2025, 4, 10)), Duty.PUBLISH_RESULT)

    assert (publish.due_on, publish.article, bool(publish.words)) == (None, "Điều 24", True)


def test_the_customary_post_follows_the_two_tier_government():
    before, after = laid(with_deadlines(), date(2025, 6, 30)), laid(with_deadlines(), date(2025, 7, 1))

    assert [of(lines, Duty.ARCHIVE).actor for lines in (before, after)] == [
        "Công chức Văn phòng - Thống kê", "Văn phòng HĐND và UBND xã",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "deadline",
    [
        {},
        {"duty": "answer", "amount": "mười", "unit": "tuần"},
        {"duty": "answer", "amount": 100000, "unit": "day", "direction": "after", "anchor": "conference_end"},
        {"duty": None, "amount": 3, "unit": "day", "direction": "sideways", "anchor": "moon", "line": "x", "actor": 5},
        {"duty": "report", "on": "2026-13-40"},
        "not a mapping",
    ],
)
def test_an_odd_reading_never_breaks_the_ledger(deadline):
    lines = laid(with_deadlines(deadline), date(2026, 10, 28))

    assert set(CYCLE) <= {line.duty for line in lines}


def test_an_empty_reading_still_gives_the_laws_duties():
    rules = [*rules_for(PACKS, day=date(2026, 10, 28), commune="Xã Mẫu"), *rules_from_reading({})]

    lines = lay_out(ConferenceDay(date(2026, 10, 28), date(2026, 10, 28), HeadedBy.PEOPLE_COMMITTEE), rules, TABLES)

    assert dated(lines)[("publish_result", "people_committee")] == date(2026, 11, 9)


def test_moving_names_what_is_late_and_what_was_announced_for_the_old_day():
    new = laid(with_deadlines(), date(2026, 10, 28))
    old = [
        Standing(Duty.ISSUE_NOTICE, "people_committee", "UBND xã", date(2026, 11, 2)),
        Standing(Duty.SEND_INVITATIONS, "people_committee", "UBND xã", None, done_on=date(2026, 10, 20)),
    ]

    conflicts = conflicts_when_moved(old, new, today=date(2026, 10, 26), day_changed=True)

    assert [(c.duty, c.was_due_on, c.due_on, c.days_late) for c in conflicts.late] == [
        (Duty.ISSUE_NOTICE, date(2026, 11, 2), date(2026, 10, 21), 5)
    ]
    assert [s.duty for s in conflicts.announce_again] == [Duty.SEND_INVITATIONS]


@pytest.mark.parametrize(("path", "day", "expected"), [
    ("002", "2021-10-28", {"send_invitations": "2021-10-21", "issue_notice": "2021-10-21", "review": "2021-11-02",
                           "answer": "2021-11-18"}),
    ("000", "2025-11-20", {"issue_notice": "2025-11-13", "broadcast": "2025-11-17", "publish_result": "2025-12-01",
                           "answer": "2025-12-22"}),
    ("003", "2019-11-14", {"issue_notice": "2019-11-07"}),
    ("001", "2025-04-24", {"broadcast": "2025-04-18"}),
    ("004", "2025-09-17", {"report": "2025-09-29", "issue_notice": "2025-09-10", "publish_result": "2025-09-29"}),
])  # fmt: skip
def test_the_real_readings_give_their_dates(path, day, expected):
    gold = next(file for file in shared_file("plans", "gold").iterdir() if file.name.startswith(path))
    reading = json.loads(gold.read_text(encoding="utf-8"))

    found = {line.duty.value: line.due_on.isoformat() for line in laid(reading, date.fromisoformat(day)) if line.due_on}

    assert {duty: found.get(duty) for duty in expected} == expected
