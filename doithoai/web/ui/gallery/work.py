"""Samples of what officials work with: many rows at once, giving work, comparing, approving, the running sitting."""

from datetime import date

from django import forms

from doithoai.web.ui.boxes import loudspeaker_box, message_box
from doithoai.web.ui.compare import changes
from doithoai.web.ui.forms import DayField, PlainForm
from doithoai.web.ui.hall_records import CardPart, ChairCard, Clock, Insert, Turn
from doithoai.web.ui.records import DueHint, MergeSide, PastedCell, PastedRow, Promise

CLUSTERS = [
    ("Cụm ven sông", [("1", "Thôn Cầu Ván"), ("2", "Tổ dân phố Bến Đò"), ("3", "Thôn Vạn Chài Trên")]),
    ("Cụm đồi", [("4", "Thôn Gò Mít"), ("5", "Thôn Đồng Ẳng"), ("6", "Khu tái định cư Nương Khế – Suối Ngàn")]),
]
VILLAGES = [("", "—"), ("1", "Cầu Ván"), ("4", "Gò Mít")]

PROMISES = (
    Promise("Đổ đất đoạn sụt", "Phòng Kinh tế", date(2026, 6, 30), "open", "chưa đến hẹn", "hội nghị 14/05/2026"),
    Promise("Rào hai đầu, treo đèn", "Công an xã", date(2026, 5, 16), "done", "đã làm", note="xong 15/05"),
    Promise("Khơi mương Gò Mít", "Thôn Gò Mít", date(2026, 4, 30), "late", "hứa mà chưa làm"),
)


class VillageForm(PlainForm):
    """A village out of a list, plain or by cluster."""

    few = forms.ChoiceField(label="Bà con ở thôn nào?", choices=CLUSTERS[0][1], widget=forms.RadioSelect)
    many = forms.ChoiceField(label="Việc này ở thôn nào?", choices=CLUSTERS, widget=forms.RadioSelect)
    phone = forms.CharField(label="Số điện thoại", required=False, help_text="Ghi thế nào cũng được: 0912 000 111")


class SignInForm(PlainForm):
    """Name, password and a one-time code."""

    username = forms.CharField(label="Tên đăng nhập")
    password = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)
    code = forms.CharField(label="Mã sáu số", help_text="Mở ứng dụng tạo mã trên điện thoại.")


class PaperOpinionForm(PlainForm):
    """One row of the entry grid."""

    words = forms.CharField(label="Nội dung", widget=forms.Textarea)
    village = forms.ChoiceField(label="Thôn", choices=VILLAGES, required=False)
    name = forms.CharField(label="Người nêu", required=False)


class AssignForm(PlainForm):
    """Who does it, until when."""

    unit = forms.ChoiceField(label="Đơn vị", choices=[("", "Chọn đơn vị"), ("1", "Phòng Kinh tế"), ("2", "Văn phòng")])
    due_on = DayField(label="Hạn")
    note = forms.CharField(label="Dặn thêm", required=False)


class ApproveForm(PlainForm):
    """The password once more, or a question."""

    password = forms.CharField(label="Mật khẩu của anh/chị", widget=forms.PasswordInput)
    question = forms.CharField(label="Hỏi lại một câu", required=False)


class MinutesForm(PlainForm):
    """The text of the minutes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(label="Biên bản", widget=forms.Textarea)


def rows_typed() -> forms.BaseFormSet:
    """Three rows as sent back: one right, one wrong, one empty."""
    typed = {"rows-TOTAL_FORMS": "3", "rows-INITIAL_FORMS": "0"}
    typed |= {"rows-0-words": "Đèn đường hỏng ba bóng", "rows-0-village": "1", "rows-0-name": "Bà Ẩn (bịa)"}
    typed |= {"rows-1-words": "", "rows-1-village": "4", "rows-1-name": "Ông Mẫu (bịa)"}
    return forms.formset_factory(PaperOpinionForm, extra=0)(typed, prefix="rows")


def pasted_rows() -> list[PastedRow]:
    """Two good rows and one with two bad cells."""
    bad = (PastedCell("Gò Mit", "Không có thôn nào tên “Gò Mit”. Thôn Gò Mít?"), PastedCell("Nước đục"))
    return [
        PastedRow(2, (PastedCell("Cầu Ván"), PastedCell("Sụt đường ở đầu cầu"), PastedCell("14/05/2026"))),
        PastedRow(3, (*bad, PastedCell("31/02/2026", "Không có ngày này."))),
        PastedRow(4, (PastedCell("Bến Đò"), PastedCell("Đò ngang chở quá người"), PastedCell("15/05/2026"))),
    ]


def hall_context() -> dict[str, object]:
    """The running sitting."""
    clock = Clock("09:30", "09:35", 5)
    return {
        "clock": clock,
        "clock_over": Clock("09:30", "09:35", 5, is_over=True),
        "speaking": Turn(1, "Nguyễn Văn Ẩn", "Gò Mít", "nước sạch", 5, clock),
        "turns": [
            Turn(2, "Trần Thị Mẫu", "Cầu Ván", "sụt đường", 5),
            Turn(3, "Lê Quý Phương Nguyên Bảo Tường", "Khu tái định cư Nương Khế – Suối Ngàn", "", 3),
        ],
        "keys": [
            ("F2", "mời người tiếp theo"),
            ("F4", "dừng phát biểu"),
            ("F7–F10", "quyết định ý kiến đang bàn"),
            ("Ctrl + Enter", "lưu"),
        ],
        "chair_card": chair_card(),
        "minutes": MinutesForm(
            initial={"version": 3, "text": "Hội nghị khai mạc lúc 7 giờ 30 phút."}, prefix="minutes"
        ),
        "inserts": [
            Insert("open", "Khai mạc", "Đồng chí … tuyên bố lý do, giới thiệu thành phần dự họp và chương trình."),
            Insert(
                "close", "Bế mạc", "Hội nghị kết thúc lúc … giờ … cùng ngày; biên bản đã đọc lại cho mọi người nghe."
            ),
        ],
    }


def chair_card() -> ChairCard:
    """An opinion in the middle of the pile, with something promised before."""
    return ChairCard(
        where="3 trong 14 · đã quyết 2",
        speaking="Nguyễn Văn Ẩn",
        question=CardPart("", "Đề nghị xã đổ đất, sửa đường ở cầu Ván trước mùa lũ"),
        about="Số 7 · Gò Mít · 12 người cùng nêu",
        parts=(
            CardPart("Đề xuất trả lời", "Xã đổ đất, lu lại trước 30/6; sau mùa lũ làm kè."),
            CardPart(
                "Sự việc",
                "Sụt 12 mét từ tháng 9, đã rào hai đầu …",
                "Sụt 12 mét từ tháng 9, đã rào hai đầu, tối có đèn.",
            ),
        ),
        promises=PROMISES,
        previous="#truoc",
        now="#dang-ban",
        next="#sau",
    )


def desk_context(today: date) -> dict[str, object]:
    """Work at a desk."""
    old = "Xã sẽ đổ đất, sửa đường ở cầu Ván.\nLàm xong trong quý III."
    new = "Xã đổ đất, lu lại đường ở cầu Ván.\nLàm xong trước ngày 30/06/2026."
    notice = "Kính thưa bà con! Ủy ban nhân dân xã mời bà con dự hội nghị đối thoại, bảy giờ ba mươi phút sáng."
    return {
        "villages": VillageForm({"v-few": "2", "v-many": "5", "v-phone": "0912.000 111"}, prefix="v"),
        "sign_in": SignInForm(prefix="in"),
        "typed_rows": rows_typed(),
        "pasted": pasted_rows(),
        "due": DueHint(date(2026, 6, 4), "Quy chế đối thoại của xã", "Điều 9", "15 ngày làm việc, đếm từ 15/05/2026."),
        "assign": AssignForm(initial={"due_on": date(2026, 6, 4)}, prefix="assign"),
        "changes": changes(old, new),
        "left": MergeSide(7, "Số 7", "Đường sụt ở đầu cầu Ván.", (("Thôn", "Cầu Ván"), ("Nhận", "12/05/2026"))),
        "right": MergeSide(12, "Số 12", "Cầu Ván lở đất, xe không qua.", (("Thôn", "Gò Mít"), ("Nhận", "13/05/2026"))),
        "approve": ApproveForm(prefix="approve"),
        "spoken": loudspeaker_box(notice),
        "message": message_box("UBND xã mời bà con dự đối thoại 7h30 ngày 14/5 tại nhà văn hóa. " * 5),
        "promises": PROMISES,
        "today": today,
    }
