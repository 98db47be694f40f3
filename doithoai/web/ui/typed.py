"""Hours as people type them. Days are `forms.DayField`."""

import re
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{1,2})?\s*(?:phút|p)?", re.IGNORECASE)


class HourField(forms.TimeField):
    """`8:00`, `8h`, `8h30`, `8 giờ 30`; a time when cleaned."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("error_messages", {})
        options["error_messages"].setdefault("invalid", _("Viết giờ như 8:00 hoặc 13h30."))
        super().__init__(**options)

    def to_python(self, value: Any) -> time | None:
        """The hour, or None for nothing typed."""
        if isinstance(value, time) or value in self.empty_values:
            return super().to_python(value)
        found = _HOUR.fullmatch(str(value).strip())
        try:
            if found is None:
                raise ValueError
            return time(int(found.group(1)), int(found.group(2) or 0))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None
