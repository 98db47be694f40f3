"""What a file really is, and what is said of one that cannot be read."""

import io
import zipfile

import pytest
from docx import Document

from doithoai.adapters.readers.gate import read_lines
from doithoai.adapters.readers.unreadable import MOST_BYTES, MOST_LETTERS, Unreadable

TEXT = "KẾ HOẠCH\nĐối thoại với Nhân dân năm 2025"
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def texts(source):
    return [line.text for line in read_lines(source)]


def packed(parts, **about):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(*paragraphs):
    document = Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_reads_the_same_in_every_encoding(encoding):
    assert texts(TEXT.encode(encoding)) == TEXT.split("\n")


def test_text_is_composed_when_it_comes_decomposed():
    import unicodedata

    assert texts(unicodedata.normalize("NFD", TEXT).encode()) == TEXT.split("\n")


def test_text_reads_when_it_is_in_the_old_windows_code_page():
    import unicodedata

    words = "Kế hoạch của Ủy ban nhân dân xã về những việc công"
    spelt = "".join(
        unicodedata.normalize("NFC", letter[0] + mark) + tone
        for letter, mark, tone in ((_split(letter)) for letter in words)
    )

    assert texts(spelt.encode("cp1258")) == [words]


def _split(letter):
    import unicodedata

    base, *marks = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
    return base, "".join(mark for mark in marks if mark not in tones), tones


def test_windows_line_ends_make_no_lines_of_their_own():
    assert texts(b"a\r\nb\rc") == ["a", "b", "c"]


def test_kind_is_told_by_content_when_the_name_lies(tmp_path):
    path = tmp_path / "ke-hoach.pdf"
    path.write_text(TEXT, encoding="utf-8")

    assert [line.text for line in read_lines(path, path.name)] == TEXT.split("\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b"  \n\t ", "trống"),
        (b"\xef\xbb\xbf", "trống"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "ảnh"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "ảnh"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "ảnh"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "đời cũ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"7z\xbc\xaf\x27\x1c" + b"\0" * 20, "nén"),
        (b"ID3\x04" + b"\0" * 20, "âm thanh"),
        (b"\x7fELF\x01\x00\x00" + bytes(range(256)), "Không nhận ra"),
        (b"PK\x03\x04 broken", "hỏng"),
        (packed({"xl/workbook.xml": "<a/>"}), "Excel"),
        (packed({"content.xml": "<a/>", "mimetype": "odt"}), "OpenDocument"),
        (packed({"anh.png": "x"}), "nén"),
        (packed({"word/document.xml": "<w:document"}), "hỏng"),
        (packed({"word/document.xml": BODY.format(""), "word/vbaProject.bin": "x"}), "macro"),
        (packed({"word/document.xml": BODY.format("")}), "trống"),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + BODY.format("<w:p>&b;</w:p>")}), "hỏng"),
        (b"\xff\xfea\x00\x00\xdcb\x00", "bảng mã"),
        (bytes(range(0x80, 0xFF)) * 8, "bảng mã"),
    ],
)
def test_file_is_refused_in_plain_words_when_it_cannot_be_read(content, said):
    with pytest.raises(Unreadable) as refusal:
        read_lines(content)

    assert said in refusal.value.words
    assert refusal.value.words.endswith(".")


def test_file_is_refused_when_it_is_too_large(tmp_path):
    path = tmp_path / "lon.txt"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)

    with pytest.raises(Unreadable, match="quá lớn"):
        read_lines(path)


def test_text_is_refused_when_it_has_too_many_letters():
    with pytest.raises(Unreadable, match="quá nhiều chữ"):
        read_lines(b"a" * (MOST_LETTERS + 1))


def test_word_document_is_refused_when_a_part_swells_on_unpacking():
    bomb = packed({"word/document.xml": BODY.format("<w:p/>" + " " * 7_900_000)})

    with pytest.raises(Unreadable, match="quá lớn"):
        read_lines(bomb)


def test_word_document_is_refused_when_it_is_cut_short():
    whole = word(("KẾ HOẠCH", None))

    with pytest.raises(Unreadable, match="hỏng"):
        read_lines(whole[: len(whole) // 2])


def test_missing_file_and_folder_are_refused(tmp_path):
    with pytest.raises(Unreadable, match="Không tìm thấy"):
        read_lines(tmp_path / "khong-co.txt")
    with pytest.raises(Unreadable, match="thư mục"):
        read_lines(tmp_path)


def test_word_lists_show_their_numbers():
    content = word(("Mục đích", "List Number"), ("Yêu cầu", "List Number"), ("một việc", "List Bullet"))

    assert texts(content) == ["1. Mục đích", "2. Yêu cầu", "- một việc"]


def test_word_table_reads_row_by_row_with_joined_cells_repeated():
    document = Document()
    table = document.add_table(rows=3, cols=2)
    for row, cells in zip(
        table.rows, (("Việc", "Đơn vị"), ("Gửi giấy mời", "Văn phòng"), ("Ghi biên bản", "")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    out = io.BytesIO()
    document.save(out)

    assert texts(out.getvalue()) == ["Việc | Đơn vị", "Gửi giấy mời | Văn phòng", "Ghi biên bản | Văn phòng"]


def test_word_letterhead_reads_column_by_column():
    document = Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "ỦY BAN NHÂN DÂN\nXÃ THỬ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập"
    out = io.BytesIO()
    document.save(out)

    assert texts(out.getvalue()) == ["ỦY BAN NHÂN DÂN", "XÃ THỬ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập"]


def test_deleted_words_and_the_second_copy_of_a_text_box_are_left_out():
    body = (
        "<w:p><w:r><w:t>giữ</w:t></w:r><w:del><w:r><w:t> bỏ</w:t></w:r></w:del>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:r><w:t> một</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> hai</w:t></w:r></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )

    assert texts(packed({"word/document.xml": BODY.format(body)})) == ["giữ một"]
