"""Samples of papers and sheets: an answer as Decree 30/2020 lays it out, the opinion form, the door sheet, the list."""

from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.blocks import (
    Address,
    Boxed,
    Closing,
    Code,
    Cut,
    Dotted,
    Header,
    Item,
    Paper,
    Signature,
    Ticks,
    Title,
    bold,
    item,
    para,
    text,
)
from doithoai.stages.documents.layouts import layout
from doithoai.web.ui.records import PaperLine

ADDRESS = "doithoai.benmau.vn/xa/ben-mau/gui"
QR_ROWS = (
    "#######.######...#....#######",
    "#.....#...#...#.#.#.#.#.....#",
    "#.###.#.#..###.###.##.#.###.#",
    "#.###.#....#.#...#....#.###.#",
    "#.###.#..#.##.#...#...#.###.#",
    "#.....#.###..##.###.#.#.....#",
    "#######.#.#.#.#.#.#.#.#######",
    ".........#.##.#.#...#........",
    "#.#...##...#....#...#..#..#.#",
    ".###.#.#####...##.###.##...##",
    ".##...##..#....#...###.####.#",
    "#..##.....#.#.#.#..##..#.#...",
    ".#....##..#.....#...#.#.....#",
    "###....#..#.#.##.#.##.##...##",
    "##.#####...###.##..#....#...#",
    "#..#.#.#......###...###.#....",
    "###.###....##...#.###.##....#",
    ".###....######.###.##.##..###",
    "####..###.#..###...####..#..#",
    "..#.......#.#.#.#.##.#.##....",
    "#####.####..#####..#######.#.",
    "........###....####.#...###.#",
    "#######.#.#########.#.#.#...#",
    "#.....#..###...#...##...#..#.",
    "#.###.#...#..####..#######.#.",
    "#.###.#..###...##...##..###.#",
    "#.###.#.####...#.##..#..#..##",
    "#.....#..###..###.#.#.#..#...",
    "#######.#.###...#.###.#.##..#",
)
"""Reads as ``https://`` and ADDRESS: version 3, error correction M."""


def answer_paper() -> Paper:
    """A signed answer."""
    signed = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Mẫu", note="(Đã ký)")
    return Paper(
        "Trả lời kiến nghị",
        layout(PaperForm.STATE),
        Header(
            (),
            ("ỦY BAN NHÂN DÂN", "XÃ BẾN MẪU"),
            "Số: 118/UBND-KT",
            "Bến Mẫu, ngày 02 tháng 6 năm 2026",
            "V/v sửa đường",
        ),
        (
            Address(("Ông Nguyễn Văn Ẩn, thôn Gò Mít",)),
            para("Ủy ban nhân dân xã trả lời ý kiến số 7 như sau:"),
            item(bold("Đường đầu cầu Ván: "), "xã đổ đất, lu lại trước ngày 30/06/2026."),
            Item(text("Sau mùa lũ, xã làm kè đá hai bên mố cầu.")),
            Closing(("Như trên;", "Lưu: VT, KT."), signed),
        ),
    )


def form_paper() -> Paper:
    """The paper form for an opinion."""
    return Paper(
        "Phiếu ghi ý kiến",
        layout(PaperForm.STATE),
        Header((), ("ỦY BAN NHÂN DÂN", "XÃ BẾN MẪU"), "", ""),
        (
            Title("PHIẾU GHI Ý KIẾN", "gửi đến hội nghị đối thoại ngày 14/05/2026"),
            Boxed((text(bold("Phiếu này không dùng để tố cáo."), " Xin gặp cán bộ tiếp dân; tên được giữ kín."),)),
            Dotted("Điều tôi muốn hỏi, muốn nói:", lines=5),
            Ticks("Tôi muốn được trả lời:", ("tại hội nghị", "bằng văn bản", "không cần")),
            Dotted("Họ và tên (không ghi cũng được):"),
            Cut("Cắt theo đường này. Người gửi giữ phần dưới."),
            Code("Mã phiếu:", "4821 0937 5562 1048"),
        ),
        body_pt=14,
    )


def context() -> dict[str, object]:
    """What the paper sections draw."""
    return {
        "answer_paper": answer_paper(),
        "form_paper": form_paper(),
        "qr_rows": QR_ROWS,
        "qr_address": ADDRESS,
        "paper_lines": [
            PaperLine("notice", "Thông báo hội nghị", 1, "", "#", "#tep", "done", "Số 41/TB-UBND, 07/05/2026"),
            PaperLine("invitation", "Giấy mời", 1, "", "#", "#tep-2", "soon", "Dự thảo"),
            PaperLine("minutes", "Biên bản", 1, "lập sau hội nghị", state_words="Chưa soạn"),
        ],
    }
