"""Every petition without identity: what, who must answer, by when, how late; with filters and the lists that matter."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.guard import require
from doithoai.domain.roles import Act, Scope
from doithoai.stages.answers import queries as answers
from doithoai.stages.opinions import queries as opinions
from doithoai.stages.opinions.records import Wanted
from doithoai.stages.oversight import queries as oversight
from doithoai.web.ui.records import NavItem
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.watch.forms import FilterForm
from doithoai.web.watch.lines import PetitionLine, late_lines, lines_of, promise_lines, transfer_lines

PER_PAGE = 50


class Register:
    """The register as the paginator sees it: counted and sliced by the query itself."""

    def __init__(self, visit: Visit, wanted: Wanted) -> None:
        self.visit, self.wanted = visit, wanted

    def count(self) -> int:
        """How many there are in all."""
        return opinions.opinions_of(self.visit.actor, self.visit.commune.pk, self.wanted, limit=0).total

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[PetitionLine]:
        visit, commune = self.visit, self.visit.commune.pk
        start = part.start or 0
        page = opinions.opinions_of(visit.actor, commune, self.wanted, offset=start, limit=part.stop - start)
        cards = {card.opinion_id: card for card in answers.all_answers(visit.actor, commune, visit.today)}
        transfers = {line.opinion_id: line for line in answers.transfers_of(visit.actor, commune, visit.today)}
        return lines_of(page.rows, cards, transfers, visit.today)


@staff(Act.SEE_OPINIONS)
def petitions(visit: Visit) -> HttpResponse:
    """Tabs pick the list; filters narrow the whole register."""
    require(visit.actor, Act.SEE_OPINIONS, Scope(visit.commune.pk))
    lists = _lists(visit)
    shown = visit.request.GET.get("xem", "")
    shown = shown if shown in lists else ""
    base = reverse("watch:petitions", args=[visit.commune.slug])
    given = visit.request.GET.copy()
    given.pop("trang", None)
    filters = FilterForm(given, commune_id=visit.commune.pk)
    words, listed = lists[shown]
    page = Paginator(listed() if shown else Register(visit, _wanted(filters)), PER_PAGE)
    context: dict[str, Any] = {
        "tabs": [
            NavItem(name, f"{base}?xem={key}" if key else base, key == shown) for key, (name, _q) in lists.items()
        ],
        "shown": shown,
        "caption": words,
        "filters": filters,
        "query": given.urlencode(),
        "page": page.get_page(visit.request.GET.get("trang")),
        "total": page.count,
        "base": base,
    }
    return visit.page("watch/petitions.html", context)


def _lists(visit: Visit) -> dict[str, tuple[str, Callable[[], list[PetitionLine]]]]:
    actor, commune, today = visit.actor, visit.commune.pk, visit.today
    return {
        "": (_("Tất cả"), list),
        "qua-han": (_("Quá hạn"), lambda: late_lines(oversight.overdue_list(actor, commune, today), today)),
        "hua": (_("Hứa mà chưa làm"), lambda: promise_lines(oversight.promised_not_done(actor, commune, today), today)),
        "chuyen": (_("Chuyển cấp trên"), lambda: transfer_lines(answers.transfers_of(actor, commune, today))),
    }


def _wanted(filters: FilterForm) -> Wanted:
    filters.is_valid()
    chosen = filters.cleaned_data
    return Wanted(
        state=chosen.get("state") or "",
        topic=chosen.get("topic") or "",
        village_id=chosen.get("village"),
        unit_id=chosen.get("unit"),
        conference_id=chosen.get("conference"),
        text=chosen.get("q") or "",
    )
