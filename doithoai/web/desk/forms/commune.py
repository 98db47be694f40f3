"""What the office writes of its commune: where it is, when it is open, and how its pages look."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.base.errors import BadInput
from doithoai.stages.people.models import Commune
from doithoai.stages.people.services.describe_commune import Description, band_of
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.theme import VERMILION
from doithoai.web.ui.words import KINDS

OWN, OTHER = "own", "other"
BANDS: dict[str, str] = {
    OWN: "Đỏ son (màu có sẵn)", "#8C1D40": "Đỏ mận", "#B4531F": "Cam đất", "#8A6100": "Vàng đất",
    "#5E6B1E": "Xanh rêu", "#2F6B3A": "Xanh lá", "#00695C": "Xanh ngọc", "#0B5C8A": "Xanh biển",
    "#5B3A8C": "Tím hoa sim", "#6B4226": "Nâu đất", "#455A64": "Xám đá",
}  # fmt: skip
SWATCHES = {colour: VERMILION if colour == OWN else colour for colour in BANDS}


class CommuneForm(PlainForm):
    """Words and colour; the picture is read by the view, since it is kept through every refusal."""

    name = forms.CharField(label=_("Tên"), max_length=120, help_text=_("Chỉ tên riêng, ví dụ: Long Phụng"))
    kind = forms.ChoiceField(
        label=_("Là xã, phường hay đặc khu"), choices=[(code, _(word)) for code, word in KINDS.items()]
    )
    province = forms.CharField(label=_("Tỉnh, thành phố"), max_length=120, required=False)
    address = forms.CharField(label=_("Địa chỉ trụ sở"), max_length=200, required=False)
    reception_place = forms.CharField(
        label=_("Nơi tiếp công dân"), max_length=200, required=False, help_text=_("Để trống nếu tiếp tại trụ sở")
    )
    phone = forms.CharField(label=_("Điện thoại"), max_length=60, required=False)
    office_hours = forms.CharField(
        label=_("Giờ tiếp dân"), max_length=120, required=False,
        help_text=_("Ví dụ: thứ Hai đến thứ Sáu, 7:30–11:30 và 13:30–17:00"),
    )  # fmt: skip
    band = forms.ChoiceField(
        label=_("Màu dải trên đầu trang"), widget=forms.RadioSelect,
        choices=[*((colour, _(words)) for colour, words in BANDS.items()), (OTHER, _("Màu khác, ghi mã ở dưới"))],
        help_text=_("Chỉ dải màu đổi. Nút bấm vẫn màu chàm, việc quá hạn vẫn màu đỏ, để xã nào cũng hiểu như nhau."),
    )  # fmt: skip
    band_other = forms.CharField(label=_("Mã màu khác"), max_length=7, required=False, help_text=_("Ví dụ: #A3161A"))
    emblem = forms.FileField(
        label=_("Biểu trưng đặt cạnh tên xã"), required=False,
        help_text=_(
            "Ảnh PNG, JPEG hoặc WebP, nhiều nhất 2 MB; máy tự thu nhỏ. "
            "Chỉ đặt Quốc huy khi xã có ảnh và được phép dùng; phần mềm không kèm sẵn."
        ),
    )  # fmt: skip
    remove_emblem = forms.BooleanField(label=_("Bỏ biểu trưng đang dùng"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean_band_other(self) -> str:
        """The colour, only where the free one was chosen."""
        typed = str(self.cleaned_data["band_other"])
        if self.cleaned_data.get("band") != OTHER:
            return typed
        if not typed:
            raise forms.ValidationError(_("Hãy ghi mã màu, ví dụ #A3161A, hoặc chọn một màu có tên."))
        try:
            return band_of(typed)
        except BadInput as refusal:
            raise forms.ValidationError(refusal.words) from None

    def description(self) -> Description:
        """What a valid form says."""
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in Description.__dataclass_fields__}
        named = {OWN: "", OTHER: self.cleaned_data["band_other"]}
        return Description(**given | {"band": named.get(given["band"], given["band"])})


def stored_of(commune: Commune) -> dict[str, Any]:
    """The fields filled from the record as it stands."""
    known = {name: getattr(commune, name) for name in Description.__dataclass_fields__}
    if commune.band not in BANDS:
        known |= {"band": OTHER if commune.band else OWN, "band_other": commune.band}
    return known | {"version": commune.version}
