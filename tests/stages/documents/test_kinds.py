"""Every kind for the five communes: golden texts, the rules each must keep, and the facts it cannot do without."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from doithoai.domain.deadlines import Direction, Unit
from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.blocks import Dotted, Heading, Table
from doithoai.domain.papers.plain import plain_text
from doithoai.domain.papers.spoken import words_in
from doithoai.stages.documents import kinds
from doithoai.stages.documents.facts import DueDate, OpinionFact, Outcome
from doithoai.stages.documents.kind import MissingFacts
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.kinds.loudspeaker_bulletin.spec import spoken_sentences
from doithoai.stages.documents.kinds.result_report.figures import AnswerState, figures_of, state_of
from doithoai.stages.documents.kinds.written_answer.spec import anonymous
from doithoai.stages.documents.wording import due_words
from tests.stages.documents.communes import CASES
from tests.stages.documents.golden import FOLDER
from tests.stages.documents.papers import facts_of, paper_of


def test_registry_lists_every_folder_of_kinds():
    folders = {spec.parent.name for spec in Path(kinds.__file__).parent.glob("*/spec.py")}

    assert {kind.code for kind in KINDS.values()} == folders == set(KINDS)


@pytest.mark.parametrize("slug", CASES)
@pytest.mark.parametrize("kind", KINDS)
def test_text_equals_the_golden_file(kind, slug):
    golden = (FOLDER / slug / f"{kind}.txt").read_text(encoding="utf-8")

    assert plain_text(paper_of(kind, CASES[slug])) == golden


@pytest.mark.parametrize("slug", CASES)
@pytest.mark.parametrize("kind", KINDS)
def test_text_has_no_doubled_marks_or_empty_words(kind, slug):
    words = plain_text(paper_of(kind, CASES[slug]))

    assert [bad for bad in ("..\n", ";.", ".;", ",.", " ,", " .\n", "None", "()", "  theo", "::") if bad in words] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.is_numbered])
def test_number_and_day_appear_only_when_issued(kind):
    case = CASES["binh-lang"]

    draft = plain_text(paper_of(kind.code, case))
    issued = plain_text(paper_of(kind.code, case, number=7, issued_on=date(2021, 10, 8)))

    assert "Số: 07/" not in draft
    assert "Số: 07/" in issued
    assert "Bình Lãng, ngày 08 tháng 10 năm 2021" in issued


@pytest.mark.parametrize("kind", KINDS)
def test_party_paper_has_no_national_title(kind):
    words = plain_text(paper_of(kind, CASES["ha-tinh"], PaperForm.PARTY))

    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words
    assert "CỘNG HÒA" not in words
    assert "Độc lập" not in words


@pytest.mark.parametrize(
    "kind", ["conference_notice", "invitation", "loudspeaker_bulletin", "minutes", "conclusion_notice", "result_report"]
)
def test_kind_asks_for_the_day_when_it_is_open(kind):
    facts = facts_of(kind, CASES["song-an"])

    with pytest.raises(MissingFacts, match="ngày"):
        KINDS[kind].compose(replace(facts, conference=replace(facts.conference, on=None)))


def test_notice_says_private_matters_are_refused_only_where_the_rule_says_so():
    said = {
        slug: "việc riêng của từng cá nhân" in plain_text(paper_of("conference_notice", case))
        for slug, case in CASES.items()
    }

    assert [slug for slug, refused in said.items() if refused] == ["ha-tinh"]


def test_plan_tells_three_open_conferences_of_the_party_plan():
    paper = paper_of("plan", CASES["ha-tinh"])

    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [row[1].split("; ")[0] for row in table.rows] == [
        f"Một buổi, dự kiến trong tháng {month} năm 2025" for month in (4, 7, 10)
    ]


def test_abolished_recipient_is_replaced_in_the_report():
    words = plain_text(paper_of("result_report", CASES["cai-bo"]))

    assert "Kính gửi: Sở Nội vụ tỉnh Cao Bằng" in words
    assert "huyện" not in words


@pytest.mark.parametrize("slug", CASES)
def test_bulletin_is_read_within_a_minute(slug):
    assert words_in(" ".join(spoken_sentences(facts_of("loudspeaker_bulletin", CASES[slug])))) <= 180


def test_bulletin_drops_lesser_sentences_when_names_are_long():
    facts = facts_of("loudspeaker_bulletin", CASES["binh-lang"])
    villages = tuple(f"thôn Mẫu Thử Số {at}" for at in range(12))

    spoken = spoken_sentences(replace(facts, conference=replace(facts.conference, villages=villages)))

    assert words_in(" ".join(spoken)) <= 180
    assert spoken[-1] == "Kính mời bà con đến dự đông đủ, đúng giờ."
    assert any("bảy giờ ba mươi phút sáng" in sentence for sentence in spoken)


def test_bulletin_has_no_figures_to_stumble_over():
    spoken = " ".join(spoken_sentences(facts_of("loudspeaker_bulletin", CASES["binh-lang"])))

    assert [sign for sign in spoken if sign.isdecimal()] == []


def test_form_begins_with_the_warning_and_has_lines_12_mm_apart():
    paper = paper_of("opinion_form", CASES["song-an"])

    assert "không dùng để tố cáo" in plain_text(paper).split("PHIẾU GHI Ý KIẾN")[1].split("Điều tôi muốn")[0]
    assert {block.height_mm for block in paper.blocks if isinstance(block, Dotted)} == {12}
    assert paper.body_pt == 14


def test_form_and_slip_carry_the_same_code():
    assert plain_text(paper_of("opinion_form", CASES["song-an"])).count("K7M-2QX") == 2


def test_copy_of_an_answer_names_nobody_while_the_letter_does():
    facts = facts_of("written_answer", CASES["binh-lang"])

    letter = plain_text(KINDS["written_answer"].compose(facts))
    copy = plain_text(KINDS["written_answer"].compose(anonymous(facts)))

    assert "Bà Lê Thị Thử" in letter
    assert "Trần Văn Mẫu" in letter
    assert "trước nhà tôi" in letter
    assert [
        name for name in ("Lê Thị Thử", "Trần Văn Mẫu", "trước nhà tôi", "thôn Đông Phong, xã") if name in copy
    ] == []
    assert "Công dân có ý kiến số 12/2025" in copy


def test_letter_names_no_other_recipient_and_the_copy_does():
    facts = facts_of("written_answer", CASES["binh-lang"])

    assert "Ban Dân vận" not in plain_text(KINDS["written_answer"].compose(facts))
    assert "Ban Dân vận" in plain_text(KINDS["written_answer"].compose(anonymous(facts)))


def test_copy_is_refused_when_no_public_text_was_written():
    facts = anonymous(replace(facts_of("written_answer", CASES["binh-lang"]), public_words=" "))

    with pytest.raises(MissingFacts, match="công khai"):
        KINDS["written_answer"].compose(facts)


def test_conclusion_gives_every_open_opinion_one_unit_and_one_day():
    paper = paper_of("conclusion_notice", CASES["binh-lang"])
    tables = {
        before.text: block
        for before, block in zip(paper.blocks, paper.blocks[1:], strict=False)
        if isinstance(before, Heading) and isinstance(block, Table)
    }

    unsolved = next(table for heading, table in tables.items() if heading.startswith("III."))
    assigned = next(table for heading, table in tables.items() if heading.startswith("IV."))
    assert [row[0] for row in unsolved.rows] == [row[0] for row in assigned.rows]
    assert [row[2:] for row in assigned.rows] == [
        ("Phòng Kinh tế", "18/11/2021\n(15 ngày làm việc sau ngày tổ chức hội nghị)"),
        ("Công ty Điện lực", "18/11/2021\n(15 ngày làm việc sau ngày tổ chức hội nghị)"),
    ]


def test_conclusion_is_refused_when_an_open_opinion_has_no_unit():
    facts = facts_of("conclusion_notice", CASES["song-an"])
    opinions = tuple(replace(one, unit="") for one in facts.opinions)

    with pytest.raises(MissingFacts, match="02 ý kiến chưa giải quyết"):
        KINDS["conclusion_notice"].compose(replace(facts, opinions=opinions))


def test_public_papers_never_tell_the_speaker():
    for kind in ("conclusion_notice", "result_report"):
        words = plain_text(paper_of(kind, CASES["binh-lang"]))

        assert "Lê Thị Thử" not in words

    assert "Lê Thị Thử" in plain_text(paper_of("minutes", CASES["binh-lang"]))


def test_report_table_adds_up_to_its_list():
    paper = paper_of("result_report", CASES["long-phung"])
    figures, listing = [block for block in paper.blocks if isinstance(block, Table)]

    total = figures.rows[-1]
    columns = [[int(row[at]) for row in figures.rows[:-1]] for at in range(1, 7)]
    assert [str(sum(column)) for column in columns] == list(total[1:])
    assert int(total[1]) == len(listing.rows) == sum(int(cell) for cell in total[2:])


@pytest.mark.parametrize(
    ("answered_on", "extended_to", "state"),
    [
        (None, None, AnswerState.LATE),
        (date(2026, 1, 10), None, AnswerState.ON_TIME),
        (date(2026, 1, 11), None, AnswerState.ANSWERED_LATE),
        (None, date(2026, 2, 1), AnswerState.OPEN),
        (date(2026, 1, 25), None, AnswerState.LATE),
    ],
)
def test_state_of_an_opinion_follows_the_days_of_the_report(answered_on, extended_to, state):
    due = DueDate("Trả lời", on=date(2026, 1, 10))
    opinion = OpinionFact("x", "y", Outcome.IN_WRITING, due=due, answered_on=answered_on, extended_to=extended_to)

    assert state_of(opinion, date(2026, 1, 20)) is state
    assert figures_of((opinion,), date(2026, 1, 20)).to_answer == 1


def test_due_words_cite_day_term_and_basis():
    due = DueDate("Thông báo", "", date(2021, 10, 21), 7, Unit.DAY, Direction.BEFORE, basis="Điều 43")

    assert due_words(due) == "chậm nhất ngày 21 tháng 10 năm 2021 (07 ngày trước ngày tổ chức hội nghị, theo Điều 43)"
    assert due_words(replace(due, on=None)) == "chậm nhất 07 ngày trước ngày tổ chức hội nghị (theo Điều 43)"
