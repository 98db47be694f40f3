"""The floor: who wants to speak, and an opinion heard or handed in during the sitting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.opinions import LONGEST_WORDS, Channel
from doithoai.web.hall.wording import HALL_CHANNELS
from doithoai.web.ui.forms import PlainForm

Pairs = list[tuple[Any, Any]]


def listed(label: str, **options: Any) -> forms.TypedChoiceField:
    """A choice by id; None when nothing is chosen."""
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=False, **options)


class ListForm(PlainForm):
    """A form whose lists are handed in, so that many forms of one page ask the database once."""

    def __init__(self, *args: Any, lists: dict[str, Pairs], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, pairs in lists.items():
            if name in self.fields:
                self.fields[name].choices = [("", "—"), *pairs]


class SpeakerForm(ListForm):
    """A name is enough, so that somebody who walks in registers in seconds."""

    name = forms.CharField(label=_("Họ tên"), max_length=200)
    village = listed(_("Thôn"))
    about = forms.CharField(label=_("Nói về việc gì"), max_length=300, required=False)
    minutes = forms.IntegerField(label=_("Số phút"), min_value=1, max_value=60, initial=5, required=False)
    opinion = listed(_("Nói thêm cho ý kiến"))
    known = forms.IntegerField(widget=forms.HiddenInput, required=False)


class HeardForm(ListForm):
    """Words spoken or handed in during the sitting, kept as they were said."""

    words = forms.CharField(
        label=_("Nội dung ý kiến"), max_length=LONGEST_WORDS, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ghi đúng lời bà con. Tố cáo thì không ghi ở đây: mời người đó đến nơi tiếp công dân."),
    )  # fmt: skip
    channel = forms.ChoiceField(
        label=_("Cách nêu"), choices=[(code.value, words) for code, words in HALL_CHANNELS.items()],
        initial=Channel.HALL_SPOKEN,
    )  # fmt: skip
    speaker_name = forms.CharField(label=_("Họ tên người nêu"), max_length=200, required=False)
    village = listed(_("Thôn"))
    submission_key = forms.CharField(widget=forms.HiddenInput, max_length=40)
