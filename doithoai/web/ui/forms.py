"""The form every page starts from: refusals in plain words that say what to do, typed text in one Unicode form.

Fields of one audience are declared beside its views; drawing is in ``ui/parts/forms.html``.
"""

from unicodedata import normalize

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

DAY_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d%m%Y", "%d/%m/%y", "%Y-%m-%d")


class DayField(forms.DateField):
    """A date typed as people write it: day first. ``20/11/2025``, ``20-11-2025``, ``20112025`` are the same day."""

    def __init__(self, **options: object) -> None:
        options.setdefault("input_formats", DAY_FORMATS)
        options.setdefault("widget", forms.DateInput(format="%d/%m/%Y"))
        options.setdefault("help_text", _("Ví dụ: 20/11/2025"))
        super().__init__(**options)


class PlainForm(forms.Form):
    """A form whose own refusals name the field and say what to do; words the page wrote itself still win."""

    def full_clean(self) -> None:
        """The words are put in place only when there is something to refuse: most forms are drawn, not sent."""
        if self.is_bound:
            self._put_words()
        super().full_clean()

    def _put_words(self) -> None:
        for name, field in self.fields.items():
            usual = usual_messages(field)
            for code, words in plain_messages(field, str(field.label or name)).items():
                if field.error_messages.get(code) == usual.get(code):
                    field.error_messages[code] = words

    def clean(self) -> dict[str, object]:
        """Typed text in NFC: keyboards send the same letter in different ways."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = normalize("NFC", value)
        return cleaned


def usual_messages(field: forms.Field) -> dict[str, object]:
    """What Django itself would say for this kind of field."""
    merged: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        merged.update(getattr(kind, "default_error_messages", {}))
    return merged


def plain_messages(field: forms.Field, label: str) -> dict[str, str]:
    """Our words for the refusals Django makes by itself, by code."""
    if field.widget.is_hidden:
        old = gettext("Trang đã mở quá lâu. Tải lại trang rồi gửi lần nữa.")
        return dict.fromkeys(field.error_messages, old)
    named = {"label": label}
    if isinstance(field, forms.BooleanField):
        return {"required": gettext("Hãy đánh dấu vào ô “%(label)s”.") % named}
    if isinstance(field, forms.ChoiceField):
        chosen = gettext("Hãy chọn “%(label)s”.") % named
        unknown = gettext("Lựa chọn này không còn nữa. Hãy chọn lại “%(label)s”.") % named
        return {"required": chosen, "invalid_choice": unknown, "invalid_list": unknown, "invalid_pk_value": unknown}
    if isinstance(field, forms.FileField):
        return {
            "required": gettext("Hãy chọn tệp cho “%(label)s”.") % named,
            "empty": gettext("Tệp này trống. Hãy mở lại tệp xem có chữ không, rồi chọn lại."),
            "invalid": gettext("Chưa nhận được tệp. Hãy chọn lại tệp rồi gửi."),
        }
    if isinstance(field, forms.DateField):
        invalid = gettext("“%(label)s” chưa phải là một ngày. Hãy ghi ngày/tháng/năm, ví dụ 20/11/2025.") % named
        return {"required": gettext("Hãy ghi “%(label)s”, ví dụ 20/11/2025.") % named, "invalid": invalid}
    if isinstance(field, forms.IntegerField):
        invalid = gettext("“%(label)s” phải là một con số, ví dụ 12.") % named
        return {"required": gettext("Hãy ghi “%(label)s”.") % named, "invalid": invalid}
    return {"required": gettext("Hãy ghi “%(label)s”.") % named}
