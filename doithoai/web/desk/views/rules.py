"""The rules in force for the commune: laws and packs, its days off, and what an official may change in them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.roles import Act
from doithoai.domain.rules.rule import RulePack
from doithoai.domain.workdays import DayMark
from doithoai.stages.duties.services.adopt_rules import adopt_rules
from doithoai.stages.duties.services.mark_calendar_day import mark_calendar_day
from doithoai.stages.duties.services.switch_calendar_day import switch_calendar_day
from doithoai.stages.rulebook import queries as rulebook
from doithoai.stages.rulebook import shelf
from doithoai.stages.rulebook.services.adopt_pack import PackWanted
from doithoai.web.desk.forms.rules import WORKED, DayForm, PackForm
from doithoai.web.desk.wording import rule_words
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.visit import Visit, done, staff


@staff(Act.SEE_LEDGER)
def rules(visit: Visit) -> HttpResponse:
    """What binds today and why; the clerk marks days, switches the calendar's switches and adopts packs."""
    packs = rulebook.packs_for(visit.commune, visit.today)
    offered = offered_packs(packs)
    posted = visit.request.POST if visit.request.method == "POST" and visit.may(Act.SET_RULES) else None
    day = DayForm(posted if posted and "day" in posted else None, prefix="ngay")
    pack = PackForm(posted if posted and "pack" in posted else None, packs=offered, prefix="bo")
    if posted is not None and _change(visit, day, pack):
        return HttpResponseRedirect(reverse("desk:rules", args=[visit.commune.slug]))
    context = {
        "packs": [(one, [(rule_words(rule), rule) for rule in one.rules]) for one in packs],
        "offered": offered,
        "days": rulebook.days_for(visit.commune, visit.today.year),
        "switches": rulebook.switches_for(visit.commune),
        "may_set": visit.may(Act.SET_RULES),
        "may_describe": visit.may(Act.DESCRIBE_COMMUNE),
        "day": day,
        "pack": pack,
        "form": pack if pack.is_bound else day,
    }
    return visit.page("desk/rules.html", context)


def offered_packs(packs: tuple[RulePack, ...]) -> list[RulePack]:
    """Shipped packs that are no law (laws bind by themselves) and do not bind yet."""
    known = {one.code for one in packs}
    return [one for one in shelf.shipped_packs() if one.commune and one.code not in known]


def _change(visit: Visit, day: DayForm, pack: PackForm) -> bool:
    """Whether something was changed; what was refused stands on its form."""
    common: dict[str, Any] = {"commune_id": visit.commune.pk, "actor": visit.actor, "at": visit.at}
    moved = None
    if day.is_bound:
        if day.is_valid():
            v = day.cleaned_data
            mark = DayMark(v["on"], v["kind"] == WORKED, v["name"], v["source"])
            moved = done(day, lambda: mark_calendar_day(mark=mark, **common))
    elif pack.is_bound:
        if pack.is_valid() and done(
            pack, lambda: adopt_rules(wanted=PackWanted(code=pack.cleaned_data["code"]), **common)
        ):
            messages.success(visit.request, _("Đã áp dụng bộ quy định; hạn của mọi việc đã tính lại."))
            return True
    else:
        switch, on = visit.request.POST.get("switch", ""), visit.request.POST.get("on") == "1"
        form = PlainForm({})
        moved = done(form, lambda: switch_calendar_day(code=switch, is_on=on, **common))
        for words in form.non_field_errors():
            messages.error(visit.request, words)
            return True
    if moved is None:
        return False
    messages.success(visit.request, _("Đã đổi lịch nghỉ; %(n)s việc đổi hạn.") % {"n": moved})
    return True
