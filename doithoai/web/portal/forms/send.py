"""The three pages of questions when a citizen sends an opinion. Nothing about the person is asked for, all may be left out.

What was typed travels from page to page in hidden fields of these same forms; nothing is stored before the last press.
"""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from doithoai.domain.opinions import LONGEST_WORDS
from doithoai.stages.people.models import Village
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.stored import stored
from doithoai.web.ui.words import sentence

FIELDS: Final = ("words", "village", "wants_letter", "name", "phone", "address")
MANY_VILLAGES: Final = 12


class WordsForm(PlainForm):
    """What the citizen wants to ask or say. `de_trong` is shown to no person: only a machine fills it in."""

    words = forms.CharField(
        label=gettext_lazy("Bà con muốn hỏi hoặc góp ý điều gì?"),
        help_text=gettext_lazy("Viết như nói, không cần ghi tên. Việc ở đâu, từ bao giờ thì ghi càng rõ càng tốt."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea,
        error_messages={
            "required": gettext_lazy("Hãy viết điều bà con muốn hỏi hoặc góp ý."),
            "max_length": gettext_lazy(
                "Bài viết dài %(show_value)s chữ cái, máy chỉ nhận %(limit_value)s. Hãy bớt lại, hoặc gửi làm hai lần."
            ),
        },
    )
    de_trong = forms.CharField(required=False, label=gettext_lazy("Để trống ô này"))

    def clean_de_trong(self) -> str:
        """A filled trap asks for one more press: a person presses again, a machine does not."""
        if self.cleaned_data["de_trong"]:
            self.data = self.data.copy()
            self.data["de_trong"] = ""
            raise forms.ValidationError(_("Máy ngờ đây là thư rác. Nếu không phải, bà con bấm “Tiếp” lần nữa."))
        return ""


class PlaceForm(PlainForm):
    """Where it concerns; may stay empty."""

    village = forms.ChoiceField(
        label=gettext_lazy("Việc này ở thôn nào?"),
        help_text=gettext_lazy("Chọn để xã cử đúng người trả lời."),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, villages: Iterable[Village], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["village"]
        listed = [(str(village.pk), sentence(full_name(village))) for village in villages]
        self.is_long = len(listed) > MANY_VILLAGES
        if self.is_long:
            field.widget = forms.Select()
            field.choices = [("", _("Chọn thôn (không bắt buộc)")), *listed]
        else:
            pressed = [(value, stored(name)) for value, name in listed]
            field.choices = [*pressed, ("0", _("Việc chung của cả xã"))] if listed else []

    @property
    def village_id(self) -> int | None:
        """The village chosen, None for the whole commune."""
        return int(self.cleaned_data.get("village") or 0) or None


class ReplyForm(PlainForm):
    """Whom to answer by letter or telephone. Every field may stay empty."""

    wants_letter = forms.BooleanField(label=gettext_lazy("Tôi muốn xã gửi giấy hoặc gọi điện trả lời"), required=False)
    name = forms.CharField(
        label=gettext_lazy("Họ và tên"),
        help_text=gettext_lazy("Chỉ cán bộ trả lời đọc được, không đăng lên trang này."),
        max_length=200,
        required=False,
    )
    phone = forms.CharField(label=gettext_lazy("Số điện thoại"), max_length=60, required=False)
    address = forms.CharField(label=gettext_lazy("Nơi nhận giấy"), max_length=200, required=False)

    def clean(self) -> dict[str, object]:
        """A letter needs a name and somewhere to go."""
        cleaned = super().clean()
        if cleaned.get("wants_letter") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Muốn nhận giấy hoặc điện thoại thì ghi họ tên để xã biết tìm ai."))
        reachable = cleaned.get("phone") or cleaned.get("address")
        if cleaned.get("wants_letter") and not reachable and not {"phone", "address"} & set(self.errors):
            self.add_error("phone", _("Ghi số điện thoại, hoặc ghi nơi nhận giấy ở ô dưới."))
        return cleaned


class AboutForm(PlaceForm, ReplyForm):
    """Both pages at once, for the last press."""


def full_name(village: Village) -> str:
    """`thôn Đông Phong`: the kind before the name unless the name begins with it."""
    name = str(village.name)
    return name if name.casefold().startswith(village.kind.casefold()) else f"{village.kind} {name}"


def carried(posted: QueryDict, *, shown: Iterable[str]) -> list[tuple[str, str]]:
    """Every typed field that the present page does not show, to travel on as hidden fields."""
    return [(name, posted.get(name, "")) for name in FIELDS if name not in set(shown) and posted.get(name)]
