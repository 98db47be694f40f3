"""Settling a conference, opening one outside the plan, ticking off a duty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.plans import ConferenceKind
from doithoai.stages.people import queries as people
from doithoai.stages.plans.models import Conference
from doithoai.web.ui.forms import DayField, PlainForm
from doithoai.web.ui.typed import HourField


class SettleForm(PlainForm):
    """What the notice closes. Only what is filled changes."""

    on = DayField(label=_("Ngày đối thoại"), required=False)
    starts = HourField(label=_("Giờ bắt đầu"), required=False, help_text=_("Ví dụ: 8:00 hoặc 13h30"))
    place = forms.CharField(label=_("Địa điểm"), max_length=300, required=False)
    villages = forms.TypedMultipleChoiceField(
        label=_("Thôn đối thoại"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    new_villages = forms.CharField(
        label=_("Thôn chưa có trong danh sách"), max_length=300, required=False, help_text=_("Cách nhau dấu phẩy")
    )
    cluster = forms.CharField(label=_("Cụm thôn, khu vực"), max_length=200, required=False)
    how_to_attend = forms.CharField(
        label=_("Cách tham gia"), required=False, widget=forms.Textarea, max_length=1000,
        help_text=_("Ví dụ: đến trực tiếp; đăng ký phát biểu với Trưởng thôn; gửi ý kiến trước về Văn phòng."),
    )  # fmt: skip
    chair = forms.CharField(label=_("Chủ trì"), max_length=300, required=False)
    co_chair = forms.CharField(label=_("Đồng chủ trì"), max_length=300, required=False)
    secretary = forms.CharField(label=_("Thư ký"), max_length=300, required=False)
    expected_people = forms.IntegerField(label=_("Số người dự kiến"), required=False, min_value=0, max_value=100_000)
    reason = forms.CharField(
        label=_("Lý do (khi đổi ngày hoặc chọn ngày ngoài kế hoạch)"), max_length=500, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, conference: Conference, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["villages"].choices = [(v.pk, v.name) for v in people.villages_of(conference.commune_id)]


def settled_initial(conference: Conference) -> dict[str, Any]:
    """What the form shows before anything is typed."""
    names = ("on", "place", "cluster", "how_to_attend", "chair", "co_chair", "secretary", "expected_people", "version")
    shown = {name: getattr(conference, name) for name in names}
    shown["starts"] = conference.starts.strftime("%H:%M") if conference.starts else ""
    shown["villages"] = [village.pk for village in conference.villages.all()]
    return shown


class UnplannedForm(PlainForm):
    """A conference on demand of voters or when necessary."""

    kind = forms.ChoiceField(
        label=_("Vì sao tổ chức"),
        widget=forms.RadioSelect,
        choices=[
            (ConferenceKind.ON_DEMAND.value, _("Từ 10% tổng số cử tri của xã yêu cầu")),
            (ConferenceKind.WHEN_NECESSARY.value, _("Khi thấy cần thiết")),
        ],
    )
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea, max_length=1000)
    demanding = forms.IntegerField(label=_("Số cử tri yêu cầu"), required=False, min_value=1, max_value=10_000_000)
    voters = forms.IntegerField(label=_("Tổng số cử tri của xã"), required=False, min_value=1, max_value=10_000_000)
    earliest = DayField(label=_("Sớm nhất"))
    latest = DayField(label=_("Muộn nhất"))
    chair = forms.CharField(label=_("Chủ trì"), max_length=300, required=False)


class ProofForm(PlainForm):
    """A duty done: when, and what shows it."""

    done_on = DayField(label=_("Ngày làm xong"))
    proof = forms.CharField(
        label=_("Bằng chứng"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}), required=False,
        help_text=_("Ví dụ: số văn bản, ảnh chụp bảng niêm yết, ai đọc loa lúc mấy giờ."),
    )  # fmt: skip


class ReopenForm(PlainForm):
    """A duty ticked off by mistake."""

    reason = forms.CharField(label=_("Vì sao mở lại"), max_length=300)
