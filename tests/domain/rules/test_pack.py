"""Reading packs: the shipped ones, and faults that name their row."""

from datetime import date

import pytest

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit
from doithoai.domain.duties import Duty
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.actors import ActorRole
from doithoai.domain.rules.pack import PackError, read_pack
from doithoai.domain.rules.rule import Rank
from tests.domain.vietnam import RULEBOOKS

HEAD = '[pack]\ncode = "mau"\ntitle = "Quy chế mẫu"\nrank = "regulation"\nseen_in = "tự đặt"\n'
ROW = '[[rules]]\ncode = "a"\nduty = "answer"\narticle = "Điều 1"\nsource = "tự đặt"\n'
PACK_FILES = [path for path in sorted(RULEBOOKS.glob("*.toml")) if path.name not in {"bodies.toml", "customary.toml"}]


@pytest.mark.parametrize("path", PACK_FILES, ids=lambda path: path.name)
def test_every_shipped_pack_reads_and_cites(path):
    pack = read_pack(path.read_text(encoding="utf-8"), name=path.name)

    assert pack.code == path.stem
    assert all(row.article and row.source for row in (*pack.rules, *pack.policies))
    assert pack.rank is Rank.LAW or not any(row.confirmed for row in (*pack.rules, *pack.policies))


def test_the_three_laws_follow_one_another_without_a_gap():
    laws = [
        p for p in (read_pack(f.read_text(encoding="utf-8"), name=f.name) for f in PACK_FILES) if p.rank is Rank.LAW
    ]
    spans = sorted((law.valid_from, law.valid_until) for law in laws)

    assert spans == [
        (date(2016, 1, 1), date(2025, 2, 28)), (date(2025, 3, 1), date(2025, 6, 15)), (date(2025, 6, 16), None),
    ]  # fmt: skip


def test_read_pack_builds_rules_of_each_kind():
    text = (
        HEAD
        + ROW
        + 'amount = 15\nunit = "working_day"\ndirection = "after"\nanchor = "conference_end"\nactor = "UBND xã"\n'
    )
    text += ROW.replace('"a"', '"b"') + 'kind = "calendar_date"\non = 2025-10-25\n'
    text += (
        ROW.replace('"a"', '"c"') + 'kind = "moment"\ntext = "kịp thời"\nbinds = ["party"]\nvalid_until = 2025-12-31\n'
    )

    first, second, third = read_pack(text, name="mau").rules

    assert first.when == Term(15, Unit.WORKING_DAY, Direction.AFTER, Anchor.CONFERENCE_END)
    assert (first.duty, first.role, first.confirmed, first.key) == (
        Duty.ANSWER, ActorRole.PEOPLE_COMMITTEE, False, "mau:a",
    )  # fmt: skip
    assert (second.when, third.when, third.role) == (date(2025, 10, 25), None, ActorRole.PARTY)
    assert [third.in_force(date(2025, 12, 31)), third.in_force(date(2026, 1, 1))] == [True, False]
    assert third.binds_for(HeadedBy.PARTY)
    assert not third.binds_for(HeadedBy.PEOPLE_COMMITTEE)
    assert third.binds_for(HeadedBy.BOTH)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[pack", "mau: không đọc được TOML"),
        ("", r"mau: thiếu bảng \[pack\]"),
        (HEAD.replace("regulation", "rumour"), r"mau, \[pack\]: rank phải là"),
        ("rules = 3\n" + HEAD, "rules phải là danh sách"),
        (HEAD + ROW, r"mau, \[\[rules\]\] dòng 1 \(a\): amount phải là số nguyên"),
        (HEAD + ROW + "amount = 9000\ndirection = 'after'", "không thể là một thời hạn"),
        (HEAD + ROW + "amount = 3", "direction là before hoặc after"),
        (HEAD + ROW + "amount = 3\ndirection = 'after'\nanchor = 'moon'", "anchor là"),
        (HEAD + ROW + "kind = 'moment'", "text phải ghi lời"),
        (HEAD + ROW + "kind = 'calendar_date'\non = 'mai'", "on phải là một ngày"),
        (HEAD + ROW + "kind = 'dream'", "kind phải là"),
        (HEAD + ROW + "kind = 'moment'\ntext = 'a'\namuont = 3", "không hiểu amuont"),
        (HEAD + ROW.replace("answer", "sing"), "duty phải là"),
        (HEAD + ROW.replace('article = "Điều 1"\n', "") + "kind = 'moment'\ntext = 'a'", "thiếu article"),
        (HEAD + ROW + "kind = 'moment'\ntext = 'a'\nconfirmed = 'yes'", "confirmed phải là true hoặc false"),
        (HEAD + ROW + "kind = 'moment'\ntext = 'a'\nbinds = ['king']", "binds gồm"),
        (HEAD + ROW + "kind = 'moment'\ntext = 'a'\nvalid_from = 3", "valid_from phải là một ngày"),
        (HEAD + 2 * (ROW + "kind = 'moment'\ntext = 'a'\n"), "dòng 2: code a đã dùng"),
        (HEAD + '[[policies]]\nname = "weather"\nvalue = 1\narticle = "x"\nsource = "y"', "không có chính sách tên weather"),
        (HEAD + '[[policies]]\nname = "frequency"\nvalue = 0\narticle = "x"\nsource = "y"', "số nguyên dương"),
        (HEAD + '[[policies]]\nname = "survey"\nvalue = 1\narticle = "x"\nsource = "y"', "true hoặc false"),
        (HEAD + '[[policies]]\nname = "private_matters"\nvalue = "maybe"\narticle = "x"\nsource = "y"', "apart, dialogue, refuse"),
        (HEAD + '[[policies]]\nname = "forms"\nvalue = "online"\narticle = "x"\nsource = "y"', "danh sách chữ"),
    ],
)  # fmt: skip
def test_read_pack_names_the_row_that_is_wrong(text, words):
    with pytest.raises(PackError, match=words):
        read_pack(text, name="mau")
