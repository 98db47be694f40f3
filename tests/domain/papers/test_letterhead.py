"""Who signs and who receives, in the words of each form."""

from dataclasses import replace

import pytest

from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.letterhead import (
    Capacity,
    Issuing,
    Purpose,
    Recipient,
    Signer,
    closing_of,
    header_of,
    party_committee,
    people_committee,
    signature_of,
)
from doithoai.stages.documents.layouts import layout

RECIPIENTS = (Recipient("Sở Nội vụ", Purpose.REPORT), Recipient("Các thôn;"))


def _state(**signer):
    chair = Signer(**({"post": "Chủ tịch", "name": "Lê Văn Thử"} | signer))
    return Issuing(layout(PaperForm.STATE), people_committee("Song An"), chair, 2026, RECIPIENTS)


def _party():
    issuer = party_committee("Hương Lĩnh", province="tỉnh Hà Tĩnh")
    return Issuing(layout(PaperForm.PARTY), issuer, Signer("Phó Bí thư", "Lê Văn Thử"), 2026, RECIPIENTS)


@pytest.mark.parametrize(
    ("capacity", "post", "lines"),
    [
        (Capacity.ON_BEHALF, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (Capacity.FOR_HEAD, "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (Capacity.BY_ORDER, "Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (Capacity.BY_AUTHORIZATION, "Trưởng phòng Kinh tế", ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ")),
        (Capacity.OWN, "Chủ tịch", ("CHỦ TỊCH",)),
    ],
)
def test_signature_lines_follow_the_capacity(capacity, post, lines):
    assert signature_of(_state(capacity=capacity, post=post)).capacity == lines


def test_party_signature_has_a_slash():
    assert signature_of(_party()).capacity == ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")


def test_recipients_end_with_semicolons_and_the_archive_when_state():
    closing = closing_of(replace(_state(), drafter="VP (02)"))

    assert closing.recipients == ("Sở Nội vụ (b/c);", "Các thôn;", "Lưu: VT, VP (02).")


def test_recipients_end_with_commas_when_party():
    assert closing_of(_party()).recipients == ("Sở Nội vụ (b/c),", "Các thôn,", "Lưu Văn phòng Đảng ủy.")


def test_header_carries_number_and_day_when_issued():
    from datetime import date

    header = header_of(replace(_state(), number=7, issued_on=date(2026, 2, 5)), type_code="TB")

    assert (header.number, header.place_date) == ("Số: 07/TB-UBND", "Song An, ngày 05 tháng 02 năm 2026")
