"""Which questions of a dialogue to show: by topic, village and where they stand. Whatever stands in the address, no error."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from doithoai.stages.notices.queries import Standing
from doithoai.web.portal.telling import topic_words
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.saying import gettext as _

FIELDS: Final = ("chu_de", "thon", "tinh_trang")


class FilterForm(PlainForm):
    """Three lists made of what the dialogue has. Something else in the address counts as everything."""

    chu_de = forms.ChoiceField(label=gettext_lazy("Việc gì"), required=False)
    thon = forms.ChoiceField(label=gettext_lazy("Thôn"), required=False)
    tinh_trang = forms.ChoiceField(label=gettext_lazy("Trả lời chưa"), required=False)

    def __init__(self, asked: QueryDict, *, rows: Iterable[Standing], **options: Any) -> None:
        super().__init__(auto_id="%s", **options)
        rows = list(rows)
        topics = [(topic, words) for topic in sorted({row.topic for row in rows}) if (words := topic_words(topic))]
        villages = sorted({row.village for row in rows if row.village})
        everything = ("", _("Tất cả"))
        self.fields["chu_de"].choices = [everything, *topics]
        self.fields["thon"].choices = [everything, *((village, village) for village in villages)]
        self.fields["tinh_trang"].choices = [
            everything,
            ("on_time", _("Đã trả lời đúng hạn")),
            ("late", _("Đã trả lời nhưng chậm")),
            ("open", _("Đang xem, còn hạn")),
            ("overdue", _("Quá hạn chưa trả lời")),
            ("passed_up", _("Đã chuyển cấp trên")),
        ]
        known = {name: {key for key, _words in self.fields[name].choices} for name in FIELDS}
        self.chosen = {name: asked[name] for name in FIELDS if asked.get(name) and asked[name] in known[name]}
        self.initial = self.chosen

    def lets_through(self, row: Standing, standing: str) -> bool:
        """Whether a question is wanted."""
        if not self.chosen:
            return True
        own = {"chu_de": row.topic, "thon": row.village, "tinh_trang": standing}
        return all(own[name] == value for name, value in self.chosen.items())
