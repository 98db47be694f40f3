"""What anybody types to have a due date counted: a day, and a rule or a number of days of his own."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit, UnreasonableTerm
from doithoai.domain.explanation import UNIT_WORDS
from doithoai.domain.rules.rule import Rule
from doithoai.web.portal.wording import DUTY_WORDS, FIRST_DAY_WORDS
from doithoai.web.ui.forms import DayField, PlainForm

OWN: Final = "own"
FIRST_YEAR, LAST_YEAR = 2000, 2100


class WhyForm(PlainForm):
    """A start day with a rule in force, or with a number of days. Read from the address, so that a count can be linked."""

    ngay = DayField(label=gettext_lazy("Tính từ ngày nào?"))
    quy_tac = forms.ChoiceField(label=gettext_lazy("Theo quy định nào?"), widget=forms.RadioSelect)
    so = forms.IntegerField(
        label=gettext_lazy("Số ngày"), help_text=gettext_lazy("Chỉ ghi khi bà con tự chọn số ngày."), required=False
    )
    don_vi = forms.ChoiceField(label=gettext_lazy("Loại ngày"))
    huong = forms.ChoiceField(label=gettext_lazy("Trước hay sau ngày đó?"))

    def __init__(
        self, asked: Mapping[str, str] | None, *, day: date | None, rules: Iterable[Rule], **options: Any
    ) -> None:
        initial = {"ngay": day, "quy_tac": OWN, "don_vi": Unit.DAY.value, "huong": Direction.AFTER.value}
        super().__init__({**initial, **asked} if asked else None, auto_id="%s", initial=initial, **options)
        self.rules = {rule.key: rule for rule in rules if isinstance(rule.when, Term)}
        listed = [(key, rule_words(rule)) for key, rule in self.rules.items()]
        self.fields["quy_tac"].choices = [*listed, (OWN, _("Tôi tự ghi số ngày"))]
        self.fields["don_vi"].choices = [
            (Unit.DAY.value, _("ngày thường")),
            (Unit.WORKING_DAY.value, _("ngày làm việc")),
            (Unit.MONTH.value, _("tháng")),
        ]
        self.fields["huong"].choices = [
            (Direction.AFTER.value, _("sau ngày đó")),
            (Direction.BEFORE.value, _("trước ngày đó")),
        ]

    def clean_ngay(self) -> Any:
        """A year that offices live in."""
        day = self.cleaned_data["ngay"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(
                _("Hãy ghi một ngày từ năm %(first)s đến năm %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
            )
        return day

    def clean(self) -> dict[str, object]:
        """Either a rule or a number of days; both missing is asked for beside the number."""
        cleaned = super().clean()
        if self.rule is None and not self.errors:
            if cleaned.get("so") is None:
                self.add_error("so", _("Chọn một quy định, hoặc ghi số ngày cần tính."))
            else:
                try:
                    cleaned["term"] = Term(
                        cleaned["so"],
                        Unit(cleaned["don_vi"]),
                        Direction(cleaned["huong"]),
                        Anchor.FIXED,
                    )
                except UnreasonableTerm:
                    self.add_error("so", _("Số ngày này không tính được. Hãy ghi một số từ 0 đến vài trăm."))
        return cleaned

    @property
    def rule(self) -> Rule | None:
        """The rule chosen, None for a number of one's own."""
        return self.rules.get(self.cleaned_data.get("quy_tac") or "")

    @property
    def term(self) -> Term:
        """The term to count; only for a valid form."""
        rule = self.rule
        return rule.when if rule is not None else self.cleaned_data["term"]  # type: ignore[return-value] -- only terms are listed


def rule_words(rule: Rule) -> str:
    """`Trả lời bà con: 15 ngày làm việc sau ngày đối thoại (Quy chế …, Điều …)`."""
    term = rule.when
    assert isinstance(term, Term)  # noqa: S101 -- only terms are listed
    return _("%(duty)s: %(amount)s %(side)s %(anchor)s (%(rule)s, %(article)s)") % {
        "duty": _(DUTY_WORDS[rule.duty]),
        "amount": _(UNIT_WORDS[term.unit]) % {"n": term.amount},
        "side": _("trước") if term.direction is Direction.BEFORE else _("sau"),
        "anchor": _(FIRST_DAY_WORDS[term.anchor]),
        "rule": rule.rule,
        "article": rule.article,
    }
