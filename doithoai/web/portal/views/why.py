"""“Vì sao ngày này?”: anybody counts a due date and sees the calculation that the officials see. Needs no sign-in."""

import re
from datetime import date
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.domain.deadlines import Anchor, UnreasonableTerm
from doithoai.domain.explanation import ANCHOR_WORDS, explain
from doithoai.domain.rules.rule import Rank, Rule
from doithoai.stages.people.models import Commune
from doithoai.stages.rulebook import queries as rulebook
from doithoai.stages.rulebook import shelf
from doithoai.web.portal import pages
from doithoai.web.portal.counting import day_by_day
from doithoai.web.portal.forms.why import WhyForm
from doithoai.web.ui.forms import DayField

BETWEEN_SENTENCES: Final = re.compile(r"(?<=\.)\s+(?=[^\W\d_])")


@pages.public
def why(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """The form, and beneath it the count once a day is given. Everything stands in the address, so it can be linked."""
    commune = pages.commune_of(slug)
    asked = {name: request.GET[name] for name in ("ngay", "quy_tac", "so", "don_vi", "huong") if name in request.GET}
    rules = rules_on(commune, day_in(asked.get("ngay", "")) or timezone.localdate())
    form = WhyForm(asked or None, rules=rules)
    context = {"form": form, "told": None, "sentences": [], "days": [], "rule": None}
    if asked and form.is_valid():
        context |= counted(form, commune)
    return pages.page(request, "why", context, commune=commune)


def counted(form: WhyForm, commune: Commune | None) -> dict[str, object]:
    """The explanation and its days; a count that leaves the calendar is refused on the form."""
    rule, calendar = form.rule, rulebook.calendar_for(commune)
    name, article = (rule.rule, rule.article) if rule else (_("số ngày tự nhập"), "")
    try:
        told = explain(form.term, form.cleaned_data["ngay"], calendar, rule=name, article=article)
    except UnreasonableTerm:
        form.add_error("so", _("Số ngày này không tính được. Hãy ghi một số từ 0 đến vài trăm."))
        return {}
    sentences = BETWEEN_SENTENCES.split(told.text(in_words))
    return {"told": told, "sentences": sentences, "days": day_by_day(told, calendar), "rule": rule}


def in_words(template: str) -> str:
    """The reader's language; a day of one's own is "the day", not one that some paper fixes."""
    return _("ngày") if template == ANCHOR_WORDS[Anchor.FIXED] else _(template)


def rules_on(commune: Commune | None, day: date) -> list[Rule]:
    """Rules that set a term on a day: a commune's own among them, or only the laws where no commune is named."""
    if commune is not None:
        return list(rulebook.rules_in_force(commune, day))
    packs = (pack for pack in shelf.shipped_packs() if pack.rank is Rank.LAW and pack.in_force(day))
    return [rule for pack in packs for rule in pack.rules if rule.in_force(day)]


def day_in(text: str) -> date | None:
    """The day typed, or None."""
    try:
        return DayField().clean(text)
    except forms.ValidationError:
        return None
