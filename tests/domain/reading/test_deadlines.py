"""Sentences of duty as plans write them, and the deadline each one sets."""

import pytest

from doithoai.domain.reading.document import read_plan
from doithoai.domain.reading.lines import Line

PLAN = """KẾ HOẠCH
Tổ chức đối thoại với nhân dân năm 2025
UBND xã Thử Nghiệm xây dựng kế hoạch như sau:
I. THỜI GIAN
Ngày 20/11/2025
II. TỔ CHỨC THỰC HIỆN
"""

CASES = [
    ("Văn phòng: Gửi thông báo đến các thôn trước ngày hội nghị ít nhất 10 ngày làm việc.",
     [("issue_notice", 10, "working_day", "before", "conference_day", None, "Văn phòng")]),
    ("Văn phòng thông báo kết quả hội nghị trên loa truyền thanh, niêm yết tại trụ sở chậm nhất là 10 ngày kể từ ngày tổ chức hội nghị.",
     [("publish_result", 10, "day", "after", "conference_day", None, "Văn phòng")]),
    ("Các phòng trả lời bằng văn bản trong thời gian 07 ngày làm việc kể từ khi nhận được phiếu chuyển.",
     [("answer", 7, "working_day", "after", "receipt", None, "Các phòng")]),
    ("UBMTTQ xã tổ chức khảo sát mức độ hài lòng của người dân trong vòng 30 ngày sau đối thoại.",
     [("survey", 30, "day", "after", "conference_end", None, "UBMTTQ xã")]),
    ("Văn phòng tham mưu Chủ tịch UBND xã ban hành thông báo kết luận trong 03 ngày làm việc; báo cáo Sở Nội vụ trước ngày 05/12/2025.",
     [("publish_result", 3, "working_day", "after", "conference_end", None, "Văn phòng"),
      ("report", None, None, "before", None, "2025-12-05", "Văn phòng")]),
    ("Đài truyền thanh xã phát thông báo liên tục 05 ngày trước hội nghị.",
     [("broadcast", 5, "day", "before", "conference_day", None, "Đài truyền thanh xã")]),
    ("Trưởng thôn thông báo đến từng hộ gia đình trước hội nghị 3 ngày.",
     [("issue_notice", 3, "day", "before", "conference_day", None, "Trưởng thôn")]),
    ("Văn phòng - Thống kê: chuẩn bị hội trường, loa máy xong trước ngày 19/11/2025.",
     [("other", None, None, "before", None, "2025-11-19", "Văn phòng - Thống kê")]),
    ("Công an xã xây dựng phương án bảo đảm an ninh trật tự trước 02 ngày.",
     [("other", 2, "day", "before", "conference_day", None, "Công an xã")]),
    ("Ban Dân vận tiếp nhận phiếu đăng ký nội dung đối thoại đến hết ngày 10/11/2025.",
     [("collect_opinions", None, None, "before", None, "2025-11-10", "Ban Dân vận")]),
    ("UBND xã giao các ngành giải quyết, trả lời dứt điểm kiến nghị không quá 45 ngày.",
     [("answer", 45, "day", "after", "conference_end", None, "các ngành")]),
    ("UBND xã định kỳ hằng tháng báo cáo tiến độ giải quyết kiến nghị với HĐND xã.",
     [("report", None, None, "after", "conference_end", None, "UBND xã")]),
    ("Văn phòng tổng hợp kiến nghị của cấp trên, chuyển cơ quan có thẩm quyền giải quyết trong 05 ngày làm việc sau hội nghị.",
     [("transfer_notice", 5, "working_day", "after", "conference_end", None, "Văn phòng")]),
    ("Sau 15 ngày kể từ ngày đối thoại, UBND xã phải trả lời bằng văn bản cho người kiến nghị.",
     [("answer", 15, "day", "after", "conference_day", None, "UBND xã")]),
    ("UBND xã tổ chức họp rút kinh nghiệm trong vòng một tuần sau khi hội nghị bế mạc.",
     [("review", 7, "day", "after", "conference_end", None, "UBND xã")]),
    ("Giấy mời gửi đến đại biểu trước hội nghị tối thiểu 3 (ba) ngày làm việc.",
     [("send_invitations", 3, "working_day", "before", "conference_day", None, None)]),
    ("Văn phòng thông báo thời gian, địa điểm trên phương tiện thông tin đại chúng, chậm nhất là bảy ngày trước ngày tổ chức hội nghị.",
     [("broadcast", 7, "day", "before", "conference_day", None, "Văn phòng")]),
    ("Các phòng chuyên môn: Chuẩn bị báo cáo trả lời kiến nghị gửi Văn phòng trước hội nghị 02 ngày làm việc.",
     [("prepare_answers", 2, "working_day", "before", "conference_day", None, "Các phòng chuyên môn")]),
    ("Trường hợp không thể trả lời đúng hạn thì phải thông báo lý do cho người kiến nghị, thời gian gia hạn không quá 15 ngày.",
     [("extension_notice", None, None, "before", "answer_due", None, None)]),
    ("Kết thúc hội nghị, trong thời hạn 5 ngày, Văn phòng báo cáo kết quả về Thường trực Đảng ủy.",
     [("report", 5, "day", "after", "conference_end", None, "Văn phòng")]),
    ("Văn phòng: Tham mưu tổ chức hội nghị đối thoại trong tháng 11/2025.", []),
    ("Chủ tịch UBND xã trả lời trong thời hạn 20 ngày, kể từ ngày tiếp nhận kiến nghị; nếu cần gia hạn thì báo cho công dân biết lý do.",
     [("answer", 20, "day", "after", "receipt", None, "Chủ tịch UBND xã"),
      ("extension_notice", None, None, "before", "answer_due", None, "Chủ tịch UBND xã")]),
    ("Văn phòng phát hành giấy mời và đăng thông báo trên cổng thông tin điện tử trước 07 ngày, đồng thời niêm yết ở các thôn.",
     [("send_invitations", 7, "day", "before", "conference_day", None, "Văn phòng"),
      ("broadcast", 7, "day", "before", "conference_day", None, "Văn phòng"),
      ("issue_notice", 7, "day", "before", "conference_day", None, "Văn phòng")]),
    ("Báo cáo kết quả thực hiện về UBND tỉnh trước ngày 20/12 hằng năm.",
     [("report", None, None, "before", None, "2025-12-20", None)]),
    ("Các cơ quan được giao trả lời phải gửi kết quả về Văn phòng sau 10 ngày làm việc kể từ ngày có kết luận của người chủ trì.",
     [("answer", 10, "working_day", "after", "conclusion", None, "Các cơ quan")]),
    ("Văn phòng Đảng ủy: thông báo lịch đối thoại cho các chi bộ trước 15 ngày, gửi tài liệu trước 05 ngày.",
     [("issue_notice", 15, "day", "before", "conference_day", None, "Văn phòng Đảng ủy"),
      ("other", 5, "day", "before", "conference_day", None, "Văn phòng Đảng ủy")]),
    ("Chủ tịch UBND xã chỉ đạo công khai kết quả giải quyết kiến nghị, thời gian thực hiện trong quý I/2026.",
     [("publish_result", None, None, "before", None, "2026-03-31", "Chủ tịch UBND xã")]),
    ("Bộ phận truyền thanh: tuyên truyền về mục đích hội nghị; thông báo thời gian, địa điểm trước ít nhất năm ngày.",
     [("broadcast", 5, "day", "before", "conference_day", None, "Bộ phận truyền thanh")]),
    ("Thư ký gửi biên bản trong 24 giờ sau hội nghị.",
     [("other", 1, "day", "after", "conference_end", None, "Thư ký")]),
    ("Văn phòng gửi văn bản trả lời trước 17 giờ ngày 30/11/2025.",
     [("answer", None, None, "before", None, "2025-11-30", "Văn phòng")]),
    ("Công chức chuyên môn giải quyết kiến nghị trong thời hạn 15 ngày, trường hợp phức tạp không quá 30 ngày.",
     [("answer", 15, "day", "after", "conference_end", None, "Công chức chuyên môn"),
      ("answer", 30, "day", "after", "conference_end", None, "Công chức chuyên môn")]),
    ("Văn phòng: Trong thời hạn 02 ngày kể từ ngày nhận được ý kiến, chuyển đến bộ phận chuyên môn xử lý.",
     [("other", 2, "day", "after", "receipt", None, "Văn phòng")]),
    ("Kể từ ngày ban hành thông báo kết luận, trong 20 ngày làm việc các phòng phải trả lời xong.",
     [("answer", 20, "working_day", "after", "conclusion", None, "các phòng")]),
    ("Các thôn họp dân lấy ý kiến xong trước ngày 31/10; Văn phòng tổng hợp xong trước ngày 05/11.",
     [("collect_opinions", None, None, "before", None, "2025-10-31", "Các thôn"),
      ("synthesise", None, None, "before", None, "2025-11-05", "Văn phòng")]),
    ("Đề nghị Thường trực HĐND xã giám sát việc trả lời kiến nghị trong vòng 60 ngày sau đối thoại.",
     [("other", 60, "day", "after", "conference_end", None, "Thường trực HĐND xã")]),
    ("Chậm nhất sau 05 ngày kết thúc đối thoại, Văn phòng phát hành Thông báo kết luận.",
     [("publish_result", 5, "day", "after", "conference_end", None, "Văn phòng")]),
    ("Công an xã giữ trật tự trước, trong và sau hội nghị.", []),
    ("Văn phòng báo cáo tình hình kinh tế - xã hội 9 tháng đầu năm.", []),
    ("Chủ tịch UBND xã tiếp công dân 02 ngày/tháng.", []),
    ("Công khai theo Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ.", []),
]  # fmt: skip


def deadlines(sentence):
    lines = [Line(number, text) for number, text in enumerate(f"{PLAN}1. {sentence}".split("\n"), 1)]
    return [
        (one.duty, one.amount, one.unit, one.direction, one.anchor, one.on, one.actor)
        for one in read_plan(lines).deadlines
    ]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_deadline_is_read_as_the_sentence_says(sentence, expected):
    assert deadlines(sentence) == expected


def test_duty_of_a_list_falls_on_the_body_that_introduces_it():
    text = PLAN + (
        "III. CÔNG TÁC CHUẨN BỊ\n1. Trước hội nghị\nỦy ban nhân dân xã phân công chuẩn bị theo các bước sau:\n"
        "1.1. Thông báo trên loa truyền thanh trước 07 ngày."
    )

    reading = read_plan([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])

    assert [(one.duty, one.actor, one.line) for one in reading.deadlines] == [("broadcast", "Ủy ban nhân dân xã", 10)]


def test_leading_moment_binds_every_clause_after_it():
    text = PLAN + "III. TIẾN ĐỘ\n- Trước đối thoại 07 ngày: UBND xã thông báo trên loa; các thôn niêm yết thông báo."

    reading = read_plan([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])

    assert [(one.duty, one.amount, one.actor) for one in reading.deadlines] == [
        ("broadcast", 7, "UBND xã"),
        ("issue_notice", 7, "các thôn"),
    ]
