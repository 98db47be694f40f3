"""What the gallery of parts shows: invented people and matters, so that no sample is mistaken for a real case."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator

from doithoai.web.ui import charts
from doithoai.web.ui.forms import DayField, PlainForm
from doithoai.web.ui.gallery import papers, work
from doithoai.web.ui.records import (
    Answered,
    Bar,
    Column,
    Event,
    Figure,
    NavItem,
    Rung,
    SignedIn,
    Step,
    Task,
    YearLane,
    YearMark,
)

LAYOUTS = ("citizen", "staff", "hall", "sheet", "projector")
TODAY = date(2026, 5, 14)
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert('1')> {{ 7*7 }}"
LONG_WORDS = (
    "Hội nghị đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền với Mặt trận Tổ quốc, các đoàn thể và Nhân dân "
    "Khu tái định cư Nương Khế – Suối Ngàn năm 2026"
)

FACES = [
    ("5", "Rất hài lòng"),
    ("4", "Hài lòng"),
    ("3", "Bình thường"),
    ("2", "Chưa hài lòng"),
    ("1", "Rất không hài lòng"),
]
VILLAGES = [("1", "Thôn Cầu Ván"), ("2", "Thôn Gò Mít"), ("3", "Tổ dân phố Bến Đò")]


class SampleForm(PlainForm):
    """One field of each kind."""

    words = forms.CharField(
        label="Nội dung ý kiến", help_text="Viết như nói. Không cần ghi tên.", widget=forms.Textarea, max_length=5000
    )
    name = forms.CharField(label="Họ và tên", required=False, help_text="Chỉ người trả lời của xã đọc được.")
    phone = forms.CharField(label="Số điện thoại", required=False)
    village = forms.ChoiceField(label="Bà con ở thôn nào?", choices=VILLAGES, widget=forms.RadioSelect)
    unit = forms.ChoiceField(
        label="Đơn vị trả lời", choices=[("", "Chọn đơn vị"), ("1", "Phòng Kinh tế"), ("2", "Văn phòng")]
    )
    on = DayField(label="Ngày nhận")
    topics = forms.MultipleChoiceField(
        label="Lĩnh vực", choices=[("r", "Đường sá"), ("w", "Nước sạch")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="Tôi đã đọc lại và thấy đúng")
    scan = forms.FileField(label="Ảnh chụp phiếu giấy", required=False)
    feeling = forms.ChoiceField(label="Bà con thấy câu trả lời thế nào?", choices=FACES, widget=forms.RadioSelect)


def filled_form() -> SampleForm:
    """The form as sent back with errors: typed text kept."""
    typed = {"name": "Nguyễn Văn Ẩn (bịa)", "village": "2", "on": "31/02/2026", "topics": ["w"], "feeling": "4"}
    return SampleForm({f"wrong-{name}": value for name, value in typed.items()}, prefix="wrong")


def context(layout: str) -> dict[str, object]:
    """What the samples of ``ui/gallery/`` are about."""
    marks = [
        YearMark(date(2026, 1, 20), "Ban hành kế hoạch", "done", "đã xong"),
        YearMark(date(2026, 5, 7), "Thông báo hội nghị", "done", "đã xong"),
        YearMark(date(2026, 5, 12), "Bản tin truyền thanh", "late", "quá hạn 2 ngày"),
        YearMark(date(2026, 5, 14), "Hội nghị đối thoại", "soon", "hôm nay", is_conference=True),
        YearMark(date(2026, 5, 17), "Họp rút kinh nghiệm", "soon", "còn 3 ngày"),
        YearMark(date(2026, 6, 4), "Trả lời bằng văn bản", "open", "còn 21 ngày"),
        YearMark(date(2026, 11, 20), "Hội nghị lần hai", "open", "còn 190 ngày", is_conference=True),
    ]
    rungs = [
        Rung(mark.on, mark.words, mark.state, mark.state_words, "Văn phòng xã", is_conference=mark.is_conference)
        for mark in marks
    ] + [
        Rung(date(2026, 6, 10), "Báo cáo kết quả", actor="Văn phòng xã", note="ngày gợi ý"),
        Rung(None, "Lưu hồ sơ", "open", "chưa định ngày", "Văn thư"),
    ]
    rungs.insert(3, Rung(TODAY, "Hôm nay", state="today"))
    lanes = [
        YearLane("Hội nghị thôn Cầu Ván", "#", "14/05/2026", "plain", "Đang diễn ra", tuple(marks[:-1])),
        YearLane("Hội nghị lần hai", "#", "20/11/2026", "plain", "Đã có trong kế hoạch", tuple(marks[-1:])),
        YearLane("Hội nghị theo yêu cầu của cử tri", "#", "chưa định ngày", "plain", "Đã có trong kế hoạch"),
    ]
    return {
        "layout": layout,
        "layout_file": f"ui/{layout}.html",
        "layouts": [NavItem(name, f"?khung={name}", name == layout) for name in LAYOUTS],
        "commune": SimpleNamespace(
            name="Bến Mẫu",
            kind="commune",
            province="tỉnh Minh Họa",
            phone="0200 000 000",
            address="Số 1 đường Mẫu",
            reception_place="",
        ),
        "nav": [
            NavItem("Hôm nay", "#", current=True, icon="list-checks"),
            NavItem("Kế hoạch", "#", icon="calendar-days"),
            NavItem("Ý kiến", "#", icon="message-square-text"),
            NavItem("Trả lời", "#", icon="reply"),
            NavItem("Văn bản", "#", icon="file-text"),
        ],
        "signed_in": SignedIn("Trần Thị Mẫu", "Văn phòng – thư ký", "sample"),
        "today": TODAY,
        "blank": SampleForm(initial={"on": TODAY}),
        "wrong": filled_form(),
        "filters": SampleForm(prefix="filter"),
        "columns": [
            Column("Số"),
            Column("Nội dung", "words"),
            Column("Hạn trả lời", "due"),
            Column("Người nêu", numeric=True),
        ],
        "rows": [
            {
                "number": 7,
                "words": "Sụt đường ở cầu Ván",
                "state": "late",
                "state_words": "quá hạn 2 ngày",
                "people": 12,
            },
            {
                "number": 8,
                "words": "Nước sạch thôn Gò Mít",
                "state": "soon",
                "state_words": "còn 3 ngày",
                "people": 1240,
            },
            {"number": 9, "words": "Giấy tờ đất hộ ông Ẩn", "state": "open", "state_words": "còn 12 ngày", "people": 1},
            {"number": 10, "words": "Đèn đường Bến Đò", "state": "done", "state_words": "đã trả lời", "people": 3},
        ],
        "answers": [
            Answered("Nội dung", "Đường liên thôn sụt ở đầu cầu.\nXe máy không qua được.", "#"),
            Answered("Thôn", "Gò Mít", "#"),
            Answered("Số điện thoại", "", "#"),
        ],
        "rungs": rungs,
        "events": [
            Event(datetime(2026, 5, 14, 0, 30, tzinfo=UTC), "Xã nhận ý kiến", "Trần Thị Mẫu"),
            Event(date(2026, 5, 16), "Giao Phòng Kinh tế trả lời", note="Hạn 04/06/2026"),
        ],
        "steps": [
            Step("Xã đã nhận", "done", "14/05/2026"),
            Step("Đang xem", "current", "Phòng Kinh tế trả lời chậm nhất 04/06/2026"),
            Step("Đã trả lời"),
            Step("Bà con đánh giá"),
        ],
        "tasks": [
            Task("Ban hành thông báo hội nghị", "#", "late", "quá hạn 2 ngày", "Chậm nhất 12/05/2026"),
            Task("Lập danh sách mời", "#", "done", "đã xong"),
        ],
        "figures": [
            Figure(2, "việc quá hạn", "late", "#"),
            Figure(5, "việc trong 3 ngày tới", "soon"),
            Figure(1240, "ý kiến đã trả lời", "done"),
        ],
        "board": charts.year_board(2026, lanes, TODAY),
        "share": charts.parts_of_whole(
            [
                Bar("trả lời đúng hạn", 12, "done"),
                Bar("đang xem, còn hạn", 5, "open"),
                Bar("quá hạn chưa trả lời", 2, "late", "#"),
            ]
        ),
        "doors": [
            {
                "url": "#",
                "icon": "pencil",
                "words": "Gửi ý kiến",
                "hint": "Viết như nói, không cần ghi tên",
                "main": True,
            },
            {"url": "#", "icon": "receipt-text", "words": "Xem xã trả lời chưa", "hint": "Cần mã số trên phiếu"},
        ],
        "bars": charts.bar_widths(
            [Bar("Đường sá, cầu cống", 42), Bar("Nước sạch", 17), Bar("Đất đai", 9), Bar("Trả lời chậm", 3, "late")]
        ),
        "page": Paginator(range(95), 20).page(2),
        "single_page": Paginator([], 20).page(1),
        "tabs": [NavItem("Thôn Cầu Ván", "#", current=True), NavItem("Toàn xã", "#"), NavItem("Theo yêu cầu", "#")],
        "hostile": HOSTILE,
        "long_words": LONG_WORDS,
        "crumbs": [NavItem("Năm 2026", "#"), NavItem("Hội nghị ngày 14/05", "#"), NavItem("Ý kiến số 7", "")],
        **work.desk_context(TODAY),
        **work.hall_context(),
        **papers.context(),
    }
