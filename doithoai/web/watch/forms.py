"""What overseers type: filters of the petitions, a note of what they saw, a line of the record to compare."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.opinions import TOPICS
from doithoai.domain.supervision import FINDING_NAMES, Finding
from doithoai.stages.people import queries as people
from doithoai.stages.plans import queries as plans
from doithoai.web.ui.forms import PlainForm
from doithoai.web.watch.wording import OPINION_STATES

ANY = ("", _("tất cả"))


def by_id(label: str) -> forms.TypedChoiceField:
    """A choice by id; None when nothing is chosen."""
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=False)


class FilterForm(PlainForm):
    """Which petitions to show; a filter that makes no sense asks for nothing."""

    q = forms.CharField(label=_("Tìm chữ"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Tình trạng"), required=False,
        choices=[ANY, *((state.value, words) for state, words in OPINION_STATES.items())],
    )  # fmt: skip
    topic = forms.ChoiceField(
        label=_("Lĩnh vực"), required=False, choices=[ANY, *((code, _(words)) for code, words in TOPICS.items())]
    )
    village = by_id(_("Thôn"))
    unit = by_id(_("Đơn vị"))
    conference = by_id(_("Cuộc đối thoại"))

    def __init__(self, *args: Any, commune_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["village"].choices = [ANY, *((v.pk, v.name) for v in people.villages_of(commune_id))]
        self.fields["unit"].choices = [ANY, *((u.pk, u.name) for u in people.units_of(commune_id))]
        held = plans.conferences_of(commune_id).exclude(state="cancelled")
        self.fields["conference"].choices = [ANY, *((c.pk, c.title) for c in held)]


class NoteForm(PlainForm):
    """What was seen when checking. A note is never changed; a correction is another note."""

    finding = forms.ChoiceField(
        label=_("Nhận xét"), choices=[(one.value, _(words)) for one, words in FINDING_NAMES.items()],
        initial=Finding.NOTE,
    )  # fmt: skip
    words = forms.CharField(
        label=_("Điều đã thấy khi giám sát"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Không nêu tên, chỗ ở của người kiến nghị. Ghi rồi không sửa được; cần sửa thì ghi thêm."),
    )  # fmt: skip


class LineForm(PlainForm):
    """A line of the record as printed earlier."""

    number = forms.IntegerField(label=_("Số dòng trên tờ đã in"), min_value=1, max_value=10**12)
    digest = forms.CharField(
        label=_("Mã của dòng đó"), max_length=200,
        help_text=_("Gõ ít nhất 8 ký tự đầu; dấu cách và chữ hoa, chữ thường đều được."),
    )  # fmt: skip

    def clean_digest(self) -> str:
        """Hexadecimal digits alone."""
        typed = "".join(self.cleaned_data["digest"].split()).lower()
        if not 8 <= len(typed) <= 64 or any(char not in "0123456789abcdef" for char in typed):
            raise forms.ValidationError(_("Mã gồm các chữ số và chữ a đến f, ít nhất 8 ký tự. Xem lại tờ đã in."))
        return typed
