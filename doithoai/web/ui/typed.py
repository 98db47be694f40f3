"""Form fields for what people type by hand: dates and hours the Vietnamese way, with refusals that say how to write them."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_DATE = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{1,2})?\s*(?:phút|p)?", re.IGNORECASE)


class DateField(forms.DateField):
    """`28/10/2026`, `28-10-26`, `28.10.2026` or `2026-10-28`; a date when cleaned."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput())
        options.setdefault("error_messages", {})
        options["error_messages"].setdefault("invalid", _("Viết ngày như 28/10/2026."))
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        """The date, or None for nothing typed."""
        if isinstance(value, date) or value in self.empty_values:
            return super().to_python(value)
        found = _DATE.fullmatch(str(value).strip())
        if found is None:
            return self._iso(str(value).strip())
        day, month, year = (int(part) for part in found.groups())
        try:
            return date(year if year > 99 else 2000 + year, month, day)
        except ValueError:
            raise forms.ValidationError(_("Không có ngày này trong lịch. Xem lại ngày và tháng.")) from None

    def _iso(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


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
