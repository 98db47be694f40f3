"""DOCX files: they open, hold the text, keep the measures, and carry nothing of any person."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from defusedxml import ElementTree
from docx.shared import Mm

from doithoai.adapters.renderers.docx import compile_form, render
from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.blocks import Align, Column, Table, para, slot
from doithoai.domain.papers.plain import plain_text
from doithoai.stages.documents.kinds import KINDS
from tests.stages.documents.communes import CASES
from tests.stages.documents.papers import facts_of, paper_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _part(content: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def _words(content: bytes) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(_part(content)).iter(f"{_W}t")]


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


@pytest.mark.parametrize("form", list(PaperForm))
@pytest.mark.parametrize("kind", KINDS)
def test_file_opens_with_the_layout_margins_when_any_kind_in_any_form(kind, form):
    paper = paper_of(kind, CASES["long-phung"], form)

    section = docx.Document(io.BytesIO(render(paper))).sections[0]

    measured = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    wanted = (Mm(20), Mm(20), Mm(30), Mm(15))
    assert all(abs(found - asked) < Mm(0.1) for found, asked in zip(measured, wanted, strict=True))
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize("kind", KINDS)
def test_file_holds_every_word_of_the_plain_text(kind):
    paper = paper_of(kind, CASES["binh-lang"])

    written = _bare("".join(_words(render(paper))))

    lost = [line for line in plain_text(paper).splitlines() for cell in line.split(" | ") if _bare(cell) not in written]
    assert [line for line in lost if "[ ]" not in line and "/" not in line] == []


@pytest.mark.parametrize("kind", KINDS)
def test_file_is_the_same_when_written_twice(kind):
    paper = paper_of(kind, CASES["cai-bo"])

    assert render(paper) == render(paper)


def test_every_part_is_sound_xml_and_sums_match():
    package = zipfile.ZipFile(io.BytesIO(render(paper_of("plan", CASES["song-an"]))))

    assert package.testzip() is None
    assert len([ElementTree.fromstring(package.read(name)) for name in package.namelist()]) == 9


def test_font_is_named_for_every_script():
    fonts = re.search(r"<w:rFonts [^>]*>", _part(render(paper_of("plan", CASES["song-an"])), "word/styles.xml"))

    assert fonts
    assert re.findall(r'w:(\w+)="Times New Roman"', fonts.group()) == ["ascii", "hAnsi", "cs", "eastAsia"]


def test_no_part_names_an_author_or_an_application():
    names = zipfile.ZipFile(io.BytesIO(render(paper_of("minutes", CASES["song-an"])))).namelist()

    assert [name for name in names if name.startswith("docProps")] == []


def test_page_number_stands_in_the_header_but_not_on_the_first_page():
    content = render(paper_of("plan", CASES["song-an"]))

    assert "PAGE" in _part(content, "word/header1.xml")
    assert "PAGE" not in _part(content, "word/header2.xml")
    assert "<w:titlePg/>" in _part(content)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ('<b>&amp; "x" ]]>', '<b>&amp; "x" ]]>'),
        ("a\x00b\x1fc\x7f", "abc"),
        ("đảo\u202engược\u2066", "đảongược"),
        ("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt"),
        ("dòng\nhai\tba", "dòng hai ba"),
        ("\ud800\ufffe", ""),
    ],
)
def test_odd_text_is_made_fit_when_written(typed, written):
    paper = replace(paper_of("plan", CASES["song-an"]), header=None, blocks=(para(typed),))

    assert _words(render(paper)) == [written]


def test_table_head_repeats_and_rows_hold_together():
    table = Table((Column("A", 1, Align.CENTRE), Column("B", 3)), tuple((f"{at}", "x\ny") for at in range(3)))
    paper = replace(paper_of("plan", CASES["song-an"]), header=None, blocks=(table,))

    xml = _part(render(paper))

    assert (xml.count("<w:tblHeader/>"), xml.count("<w:cantSplit/>")) == (1, 4)
    assert xml.count(">x</w:t>") == xml.count(">y</w:t>") == 3


def test_signature_is_bound_to_the_paragraph_before_it():
    xml = _part(render(paper_of("conference_notice", CASES["song-an"])))

    before = xml[: xml.rindex("<w:tbl>")]
    assert "<w:keepNext/>" in before[before.rindex("trân trọng thông báo") - 300 :]


def test_compiled_form_gives_the_letter_itself_when_filled():
    case = CASES["binh-lang"]
    facts = facts_of("invitation", case)
    form = compile_form(KINDS["invitation"].compose(replace(facts, invitees=(slot("invitee"),))))

    letters = [form.filled({"invitee": name}) for name in ("Bà Lê Thị <Thử>", "Ông Trần Văn Mẫu")]

    assert set(form.names) == {"invitee"}
    assert [sum("Bà Lê Thị <Thử>" in word for word in _words(letter)) for letter in letters] == [2, 0]
    assert len(docx.Document(io.BytesIO(letters[1])).paragraphs) > 5


def test_compiled_form_refuses_when_a_slot_has_no_value():
    form = compile_form(
        KINDS["invitation"].compose(replace(facts_of("invitation", CASES["song-an"]), invitees=(slot("who"),)))
    )

    with pytest.raises(KeyError, match="who"):
        form.filled({})
