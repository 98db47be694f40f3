"""The confirmation of a reading: every field of the reading as people can correct it.

Lists are one line each. Conferences, deadlines and tasks are rows; an empty row adds one, a ticked row is left out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.deadlines import Anchor, Direction, Unit
from doithoai.domain.duties import DUTY_NAMES, Duty
from doithoai.web.desk.clash import Difference
from doithoai.web.ui.forms import DayField, PlainForm

TYPES = (
    ("plan", _("Kế hoạch đối thoại")),
    ("notice", _("Thông báo")),
    ("conclusion_notice", _("Thông báo kết luận")),
    ("report", _("Báo cáo")),
    ("other", _("Tài liệu khác")),
)
FORMS = (("state", _("Văn bản của chính quyền")), ("party", _("Văn bản của Đảng")))
OPEN_NAMES = (("date", _("ngày")), ("place", _("địa điểm")), ("village", _("thôn")))
UNIT_NAMES = {Unit.DAY: _("ngày"), Unit.WORKING_DAY: _("ngày làm việc"), Unit.MONTH: _("tháng")}
DIRECTION_NAMES = {Direction.BEFORE: _("trước"), Direction.AFTER: _("sau")}
ANCHOR_NAMES = {
    Anchor.CONFERENCE_DAY: _("ngày đối thoại"),
    Anchor.CONFERENCE_END: _("khi đối thoại kết thúc"),
    Anchor.RECEIPT: _("ngày nhận ý kiến"),
    Anchor.CONCLUSION: _("ngày kết luận"),
    Anchor.ANSWER_DUE: _("hạn trả lời"),
}
READ_DUTIES = tuple(
    (duty.value, _(DUTY_NAMES[duty]))
    for duty in Duty
    if duty not in {Duty.SECURITY, Duty.HALL, Duty.CONFERENCE, Duty.CONCLUSION_NOTICE, Duty.ARCHIVE}
)
BLANK = (("", "—"),)
LISTS = ("chairs", "secretaries", "topics", "exclusions", "programme")


class HeadForm(PlainForm):
    """Single fields and simple lists."""

    title = forms.CharField(label=_("Tên kế hoạch"), widget=forms.Textarea(attrs={"rows": 3}))
    type = forms.ChoiceField(label=_("Loại văn bản"), choices=TYPES)
    form = forms.ChoiceField(label=_("Thể thức"), choices=FORMS)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    year = forms.IntegerField(label=_("Năm của kế hoạch"), min_value=2000, max_value=2100)
    province = forms.CharField(label=_("Tỉnh"), max_length=120, required=False)
    chairs = forms.CharField(
        label=_("Chủ trì"), widget=forms.Textarea, required=False, help_text=_("Mỗi dòng một người")
    )
    secretaries = forms.CharField(
        label=_("Thư ký"), widget=forms.Textarea, required=False, help_text=_("Mỗi dòng một người")
    )
    topics = forms.CharField(
        label=_("Nội dung đối thoại"), widget=forms.Textarea, required=False, help_text=_("Mỗi dòng một nội dung")
    )
    exclusions = forms.CharField(
        label=_("Nội dung không đối thoại"), widget=forms.Textarea, required=False, help_text=_("Mỗi dòng một nội dung")
    )
    programme = forms.CharField(
        label=_("Chương trình tại hội nghị"), widget=forms.Textarea, required=False, help_text=_("Mỗi dòng một bước")
    )

    def changes(self) -> dict[str, Any]:
        """Cleaned values in the reading's own shape."""
        values = dict(self.cleaned_data)
        for name in LISTS:
            values[name] = lines_of(values[name])
        values["issued_on"] = iso(values["issued_on"])
        for name in ("issuer", "number", "province"):
            values[name] = values[name] or None
        return values


class ConferenceRow(PlainForm):
    """One conference foreseen."""

    earliest = DayField(label=_("Sớm nhất"), required=False, help_text="")
    latest = DayField(label=_("Muộn nhất"), required=False, help_text="")
    half_days = forms.IntegerField(label=_("Số buổi"), required=False, min_value=1, max_value=10)
    place = forms.CharField(label=_("Địa điểm"), max_length=300, required=False)
    villages = forms.CharField(label=_("Thôn (cách nhau dấu phẩy)"), max_length=600, required=False)
    open = forms.MultipleChoiceField(
        label=_("Còn chờ thông báo sau"), choices=OPEN_NAMES, required=False, widget=forms.CheckboxSelectMultiple
    )
    leave_out = forms.BooleanField(label=_("Bỏ dòng này"), required=False)

    def clean(self) -> dict[str, Any]:
        """The latest day may not come before the earliest."""
        values = super().clean()
        first, last = values.get("earliest"), values.get("latest")
        if first and last and last < first:
            self.add_error("latest", _("Ngày muộn nhất phải sau ngày sớm nhất."))
        return values

    def row(self) -> dict[str, Any] | None:
        """The conference in the reading's shape; None for an empty or left-out row."""
        v = self.cleaned_data
        if v["leave_out"] or not any(v[name] for name in ("earliest", "latest", "place", "villages")):
            return None
        first, last = v["earliest"] or v["latest"], v["latest"] or v["earliest"]
        return {
            "earliest": iso(first), "latest": iso(last), "half_days": v["half_days"], "place": v["place"] or None,
            "villages": [name.strip() for name in v["villages"].split(",") if name.strip()], "open": v["open"],
        }  # fmt: skip


class DeadlineRow(PlainForm):
    """One duty with its time."""

    duty = forms.ChoiceField(label=_("Việc"), choices=BLANK + READ_DUTIES, required=False)
    amount = forms.IntegerField(label=_("Số ngày"), required=False, min_value=0, max_value=1000)
    unit = forms.ChoiceField(label=_("Đơn vị"), choices=[*BLANK, *UNIT_NAMES.items()], required=False)
    direction = forms.ChoiceField(label=_("Trước hay sau"), choices=[*BLANK, *DIRECTION_NAMES.items()], required=False)
    anchor = forms.ChoiceField(label=_("Tính từ"), choices=[*BLANK, *ANCHOR_NAMES.items()], required=False)
    on = DayField(label=_("Hoặc đúng ngày"), required=False, help_text="")
    actor = forms.CharField(label=_("Ai làm"), max_length=300, required=False)
    leave_out = forms.BooleanField(label=_("Bỏ dòng này"), required=False)
    line = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(required=False, widget=forms.HiddenInput, max_length=5000)

    def clean(self) -> dict[str, Any]:
        """A number of days needs its unit, direction and anchor."""
        values = super().clean()
        if values.get("amount") is not None:
            for name in ("unit", "direction", "anchor"):
                if not values.get(name):
                    self.add_error(name, _("Có số ngày thì phải chọn mục này."))
        return values

    def row(self) -> dict[str, Any] | None:
        """The deadline in the reading's shape; None for an empty or left-out row."""
        v = self.cleaned_data
        if v["leave_out"] or not v["duty"]:
            return None
        return {
            "duty": v["duty"], "amount": v["amount"], "unit": v["unit"] or None, "direction": v["direction"] or None,
            "anchor": v["anchor"] or None, "on": iso(v["on"]), "actor": v["actor"] or None,
            "line": v["line"] or 0, "text": v["text"],
        }  # fmt: skip


class TaskRow(PlainForm):
    """One body and what it does."""

    actor = forms.CharField(label=_("Ai làm"), max_length=300, required=False)
    items = forms.CharField(label=_("Việc gì"), widget=forms.Textarea, required=False, help_text=_("Mỗi dòng một việc"))
    leave_out = forms.BooleanField(label=_("Bỏ dòng này"), required=False)
    line = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def row(self) -> dict[str, Any] | None:
        """The task in the reading's shape; None for an empty or left-out row."""
        v = self.cleaned_data
        if v["leave_out"] or not v["actor"]:
            return None
        return {"actor": v["actor"], "line": v["line"] or 0, "items": lines_of(v["items"])}


ROWS: Mapping[str, type[PlainForm]] = {"conferences": ConferenceRow, "deadlines": DeadlineRow, "tasks": TaskRow}
MOST_ROWS = 60


class ReadingForms:
    """The head and the rows of one confirmation page, bound to a POST or filled from what was found."""

    def __init__(self, found: Mapping[str, Any], posted: Mapping[str, Any] | None = None) -> None:
        self.are_right = False
        self.head = HeadForm(posted, initial=head_initial(found), prefix="k")
        self.rows = {
            name: [
                row(posted, initial=row_initial(name, item), prefix=f"{name}-{place}")
                for place, item in enumerate([*self._items(name, found, posted), {}])
            ]
            for name, row in ROWS.items()
        }

    def _items(
        self, name: str, found: Mapping[str, Any], posted: Mapping[str, Any] | None
    ) -> Sequence[Mapping[str, Any]]:
        items = [item for item in found.get(name) or [] if isinstance(item, Mapping)][:MOST_ROWS]
        sent = str(posted.get(f"rows-{name}", "")) if posted is not None else ""
        if sent.isascii() and sent.isdecimal():
            wanted = min(int(sent[:4]), MOST_ROWS)
            items = (items + [{}] * wanted)[:wanted]
        return items

    def all_forms(self) -> list[PlainForm]:
        """Every form of the page in reading order."""
        return [self.head, *(form for rows in self.rows.values() for form in rows)]

    def is_valid(self) -> bool:
        """Whether every part is right; each part is checked so that all refusals show at once."""
        faults = [form for form in self.all_forms() if not form.is_valid()]
        self.are_right = not faults
        return self.are_right

    def changes(self) -> dict[str, Any]:
        """All fields in the reading's shape."""
        whole = self.head.changes()
        for name, rows in self.rows.items():
            whole[name] = [row for form in rows if (row := form.row()) is not None]
        return whole


FIELD_NAMES: Mapping[str, Any] = {
    **{name: field.label for name, field in HeadForm.base_fields.items()},
    "conferences": _("Cuộc đối thoại"),
    "deadlines": _("Việc và thời hạn"),
    "tasks": _("Phân công"),
    "attendees": _("Thành phần"),
    "legal_bases": _("Căn cứ"),
    "recipients": _("Nơi nhận"),
    "signatory": _("Người ký"),
}


def differences(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Every field in which two corrections of one reading part."""
    return tuple(
        Difference(str(FIELD_NAMES.get(name, name)), told(theirs.get(name)), told(own))
        for name, own in ours.items()
        if theirs.get(name) != own
    )


def told(value: Any) -> str:
    """Any value of a reading in words to compare; an empty one as a dash."""
    if isinstance(value, Mapping):
        return ", ".join(told(one) for one in value.values() if one not in (None, "", [], 0))
    if isinstance(value, list | tuple):
        return "\n".join(told(one) for one in value) or "—"
    return str(value) if value not in (None, "") else "—"


def head_initial(found: Mapping[str, Any]) -> dict[str, Any]:
    """What the single fields show."""
    shown = {name: found.get(name) for name in ("title", "type", "form", "issuer", "number", "year", "province")}
    shown.update({name: "\n".join(found.get(name) or []) for name in LISTS})
    shown["issued_on"] = vn(found.get("issued_on"))
    return shown


def row_initial(name: str, item: Mapping[str, Any]) -> dict[str, Any]:
    """What one row shows."""
    shown = dict(item)
    if name == "conferences":
        shown.update(
            earliest=vn(item.get("earliest")),
            latest=vn(item.get("latest")),
            villages=", ".join(item.get("villages") or []),
        )
    if name == "deadlines":
        shown["on"] = vn(item.get("on"))
    if name == "tasks":
        shown["items"] = "\n".join(item.get("items") or [])
    return shown


def lines_of(text: str) -> list[str]:
    """Lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def iso(day: Any) -> str | None:
    """A date as ISO text."""
    return day.isoformat() if day else None


def vn(text: str | None) -> str:
    """ISO text as `28/10/2026`."""
    return "/".join(reversed(text.split("-"))) if text else ""
