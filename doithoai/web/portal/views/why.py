"""“Vì sao ngày này?”: anybody counts a due date and sees the calculation that the officials see. Needs no sign-in."""

import re
from datetime import date
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.domain.deadlines import Term, UnreasonableTerm, due_on
from doithoai.domain.duties import Duty
from doithoai.domain.explanation import explain
from doithoai.domain.rules.rule import Rank, Rule
from doithoai.stages.people.models import Commune
from doithoai.stages.rulebook import queries as rulebook
from doithoai.stages.rulebook import shelf
from doithoai.web.portal import pages
from doithoai.web.portal.counting import day_by_day
from doithoai.web.portal.forms.why import FIRST_YEAR, LAST_YEAR, WhyForm
from doithoai.web.portal.wording import told_plainly
from doithoai.web.ui.forms import DayField

ASKED: Final = ("ngay", "quy_tac", "so", "don_vi", "huong")
BETWEEN_SENTENCES: Final = re.compile(r"(?<=\.)\s+(?=[^\W\d_])")


@pages.public
def why(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """The form, and the count once a day and a rule are given; `viec` names a duty instead of a rule, for links."""
    commune = pages.commune_of(slug)
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    day = day_in(asked.get("ngay", ""))
    rules = rules_on(commune, day or timezone.localdate())
    rule = rule_for(request.GET.get("viec", ""), rules, day, commune)
    if rule is not None:
        asked["quy_tac"] = rule.key
    is_count = bool(asked.keys() - {"ngay"})
    form = WhyForm(asked if is_count else None, day=day, rules=rules)
    context = {"form": form, "told": None, "sentences": [], "days": [], "rule": None}
    if is_count and form.is_valid():
        context |= counted(form, commune)
    return pages.page(request, "why", context, commune=commune)


def counted(form: WhyForm, commune: Commune | None) -> dict[str, object]:
    """The explanation and its days; a count that leaves the calendar is refused on the form."""
    rule, calendar = form.rule, rulebook.calendar_for(commune)
    name, article = (rule.rule, rule.article) if rule else (_("số ngày tự ghi"), "")
    try:
        told = explain(form.term, form.cleaned_data["ngay"], calendar, rule=name, article=article)
    except UnreasonableTerm:
        form.add_error("so", _("Số ngày này không tính được. Hãy ghi một số từ 0 đến vài trăm."))
        return {}
    sentences = BETWEEN_SENTENCES.split(told.text(in_words))
    return {"told": told, "sentences": sentences, "days": day_by_day(told, calendar), "rule": rule}


def in_words(template: str) -> str:
    """The reader's language, in a citizen's words."""
    return _(told_plainly(template))


def rule_for(duty: str, rules: list[Rule], day: date | None, commune: Commune | None) -> Rule | None:
    """For a link that names a duty (`?viec=answer`): the rule that binds it most strictly on that day, if any does."""
    if day is None or duty not in set(Duty):
        return None
    calendar = rulebook.calendar_for(commune)
    dated = [(due_on(rule.when, day, calendar), rule.key, rule) for rule in rules if binds(rule, duty)]
    return min(dated, default=(None, "", None))[2]


def binds(rule: Rule, duty: str) -> bool:
    """Whether a rule sets a number of days for this duty and is more than advice."""
    return rule.duty == duty and rule.binding and isinstance(rule.when, Term)


def rules_on(commune: Commune | None, day: date) -> list[Rule]:
    """Rules that set a term on a day: a commune's own among them, or only the laws where no commune is named."""
    if commune is not None:
        return list(rulebook.rules_in_force(commune, day))
    packs = (pack for pack in shelf.shipped_packs() if pack.rank is Rank.LAW and pack.in_force(day))
    return [rule for pack in packs for rule in pack.rules if rule.in_force(day)]


def day_in(text: str) -> date | None:
    """The day typed, or None where the form will refuse it."""
    try:
        day: date = DayField().clean(text)
    except forms.ValidationError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
