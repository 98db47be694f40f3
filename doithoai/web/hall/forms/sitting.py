"""The sitting as a whole: who presides, how many came, the programme."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from doithoai.domain.programme import Step
from doithoai.stages.conference.services.open_sitting import Presence
from doithoai.web.ui.forms import PlainForm

MOST_PEOPLE = 100_000


def named(label: str) -> forms.CharField:
    """A person's name and post, not demanded."""
    return forms.CharField(label=label, max_length=200, required=False)


def counted(label: str) -> forms.IntegerField:
    """A head count, not demanded."""
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_PEOPLE, required=False)


class PresenceForm(PlainForm):
    """Who presides and how many are in the hall; the same form opens the sitting and corrects it later."""

    chair_name = named(_("Chủ trì"))
    co_chair_name = named(_("Đồng chủ trì"))
    secretary_name = named(_("Thư ký ghi biên bản"))
    people_present = counted(_("Số người dự"))
    citizens_present = counted(_("Trong đó người dân"))
    opening = forms.CharField(
        label=_("Chủ trì nêu những gì (đưa vào biên bản)"), max_length=10_000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def presence(self) -> Presence:
        """What was typed, as the service takes it."""
        return Presence(**self.cleaned_data)


class AgendaForm(PlainForm):
    """The programme, one step on each line: what | who | minutes. Pasting from Word works."""

    steps = forms.CharField(
        label=_("Chương trình"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Mỗi dòng một bước. Sau dấu | ghi người trình bày, rồi số phút. Ví dụ: Khai mạc | Văn phòng | 5"),
    )  # fmt: skip

    def clean_steps(self) -> list[Step]:
        """Steps in order; a line whose minutes are no number is named."""
        lines = [line for line in self.cleaned_data["steps"].splitlines() if line.strip(" |")]
        return [step_of(line, number) for number, line in enumerate(lines, 1)]


def step_of(line: str, number: int) -> Step:
    """One typed line as a step."""
    title, who, minutes = (*(part.strip() for part in line.split("|", 2)), "", "")[:3]
    minutes = minutes.removesuffix("phút").strip()
    if minutes and not (minutes.isascii() and minutes.isdigit()):
        raise ValidationError(
            say("Dòng %(number)s: sau dấu | thứ hai phải là số phút, ví dụ: Khai mạc | Văn phòng | 5")
            % {"number": number}
        )
    return Step(title=title, who=who, minutes=int(minutes[:6]) if minutes else None)


def typed_steps(steps: list[Step]) -> str:
    """Steps as the form's text."""
    return "\n".join(
        " | ".join([step.title, step.who, str(step.minutes or "")]).rstrip(" |").replace("\n", " ") for step in steps
    )
