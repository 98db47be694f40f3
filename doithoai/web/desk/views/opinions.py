"""The register: the list with its filters and grouping, and keying in a new opinion."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.opinions import TOPICS, Channel, Entered, OpinionState, shown_receipt_code
from doithoai.domain.roles import Act, Role
from doithoai.stages.opinions import queries
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.records import Line, Wanted
from doithoai.stages.opinions.services.group_opinions import group_opinions
from doithoai.stages.opinions.services.receive_opinion import receive_opinion
from doithoai.web.desk.forms.opinions import STATE_NAMES, FilterForm, GroupForm, NewOpinionForm
from doithoai.web.ui.charts import bar_widths
from doithoai.web.ui.records import Bar
from doithoai.web.ui.visit import Visit, done, staff

PER_PAGE = 30
MOST_DIGITS = 18


def number_in(text: str) -> int | None:
    """An id from an address or a form; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < MOST_DIGITS else None


def stamp_for(state: str) -> str:
    """The stamp of an opinion's stage: done once answered, else plain; colours are kept for dates."""
    return "done" if state == OpinionState.ANSWERED else "plain"


@staff(Act.SEE_OPINIONS)
def opinions(visit: Visit) -> HttpResponse:
    """The register newest first; the clerk ticks opinions to join them into one problem."""
    given = visit.request.GET.copy()
    if "cuoc" in given:
        given["conference"] = given["cuoc"]
    filters = FilterForm(given if given.keys() & FilterForm.base_fields.keys() else None, commune_id=visit.commune.pk)
    grouping = GroupForm(visit.request.POST if "group" in visit.request.POST else None)
    if grouping.is_bound:
        answer = _group(visit, grouping)
        if answer is not None:
            return answer
    wanted = _wanted(filters)
    page = _page(visit, wanted)
    query = given.copy()
    query.pop("trang", None)
    context: dict[str, Any] = {
        "filters": filters,
        "page": page,
        "rows": [(row, STATE_NAMES[OpinionState(row.state)], stamp_for(row.state)) for row in page.object_list],
        "query": query.urlencode(),
        "grouping": grouping,
        "form": grouping,
        "chosen": set(visit.request.POST.getlist("opinion")),
        "may_sort": visit.may(Act.SORT_OPINION),
        "may_receive": any(role in visit.roles for role in (Role.CLERK, Role.VILLAGE_HEAD, Role.FRONT)),
    }
    return visit.page("desk/opinions.html", context)


def _wanted(filters: FilterForm) -> Wanted:
    """What the filters ask for; a filter that makes no sense asks for nothing."""
    if not filters.is_bound:
        return Wanted()
    filters.is_valid()
    v = filters.cleaned_data
    return Wanted(
        state=v.get("state") or "",
        topic=v.get("topic") or "",
        village_id=v.get("village"),
        unit_id=v.get("unit"),
        conference_id=v.get("conference"),
        text=v.get("q") or "",
    )


class _Register:
    """The register as the paginator sees it: counted and sliced by the query itself."""

    def __init__(self, visit: Visit, wanted: Wanted) -> None:
        self.visit, self.wanted = visit, wanted

    def __len__(self) -> int:
        return queries.number_of(self.visit.actor, self.visit.commune.pk, self.wanted)

    def __getitem__(self, part: slice) -> Sequence[Line]:
        start, stop = part.start or 0, part.stop
        return queries.lines_of(self.visit.actor, self.visit.commune.pk, self.wanted, offset=start, limit=stop - start)


def _page(visit: Visit, wanted: Wanted) -> Any:
    return Paginator(_Register(visit, wanted), PER_PAGE).get_page(visit.request.GET.get("trang"))


def _group(visit: Visit, form: GroupForm) -> HttpResponse | None:
    ids = [number for one in visit.request.POST.getlist("opinion") if (number := number_in(one)) is not None]
    if not form.is_valid():
        return None
    made = done(
        form,
        lambda: group_opinions(opinion_ids=ids, title=form.cleaned_data["title"], actor=visit.actor, at=visit.at),
    )
    if made is None:
        return None
    messages.success(visit.request, _("Đã ghép %(n)s ý kiến vào một việc. Không ý kiến nào bị xóa.") % {"n": len(ids)})
    return HttpResponseRedirect(reverse("desk:opinions", args=[visit.commune.slug]) + f"?group={made.pk}")


@staff(Act.RECEIVE_OPINION)
def new(visit: Visit) -> HttpResponse:
    """Key in one opinion; after saving the next empty form opens with the same channel, village and conference."""
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = NewOpinionForm(posted, initial=_first_values(visit), commune_id=visit.commune.pk)
    _narrow(visit, form)
    if posted is not None and form.is_valid():
        received = done(form, lambda: _receive(visit, form.cleaned_data))
        if received is not None:
            messages.success(
                visit.request,
                _("Đã ghi ý kiến số %(number)s. Mã phiếu: %(code)s")
                % {"number": f"{received.number}/{received.year}", "code": shown_receipt_code(received.code)},
            )
            here = reverse("desk:opinion_new", args=[visit.commune.slug])
            kept = f"?kenh={received.channel}&thon={received.village_id or ''}&cuoc={received.conference_id or ''}"
            return HttpResponseRedirect(f"{here}{kept}&phieu={received.pk}")
    similar = ()
    if posted is not None and visit.may(Act.SEE_OPINIONS):
        similar = queries.similar_opinions(visit.actor, visit.commune.pk, posted.get("words", ""))
    just = visit.request.GET.get("phieu", "")
    return visit.page(
        "desk/opinion_new.html",
        {"form": form, "similar": similar, "just": number_in(just), "may_open": visit.may(Act.SEE_OPINIONS),
         "for_villagers": visit.roles == {Role.VILLAGE_HEAD}},
    )  # fmt: skip


def _first_values(visit: Visit) -> dict[str, Any]:
    got = visit.request.GET
    usual = Channel.VILLAGE_HEAD if Role.VILLAGE_HEAD in visit.roles else Channel.PAPER
    if Role.FRONT in visit.roles and Role.CLERK not in visit.roles:
        usual = Channel.FRONT
    return {
        "submission_key": secrets.token_urlsafe(18),
        "channel": got.get("kenh") or usual.value,
        "village": got.get("thon") or _own_village(visit),
        "conference": got.get("cuoc", ""),
    }


def _own_village(visit: Visit) -> int | str:
    return next((p.village_id for p in visit.actor.posts if p.village_id and p.commune_id == visit.commune.pk), "")


def _narrow(visit: Visit, form: NewOpinionForm) -> None:
    """A village head writes for his own village only."""
    own = _own_village(visit)
    if own and Role.CLERK not in visit.roles and Role.FRONT not in visit.roles:
        form.fields["village"].choices = [c for c in form.fields["village"].choices if c[0] == own]


def _receive(visit: Visit, v: dict[str, Any]) -> Opinion:
    entered = Entered(
        channel=v["channel"],
        speaker_name=v["speaker_name"],
        speaker_phone=v["speaker_phone"],
        speaker_address=v["speaker_address"],
        wants_letter=v["wants_letter"],
        village_id=v["village"],
        conference_id=v["conference"],
    )
    return receive_opinion(
        commune_id=visit.commune.pk, words=v["words"], entered=entered, submission_key=v["submission_key"],
        actor=visit.actor, at=visit.at,
    )  # fmt: skip


def topic_words(code: str) -> str:
    """A topic's name; opinions not sorted yet have none."""
    return _(TOPICS[code]) if code in TOPICS else _("Chưa phân loại")


@staff(Act.SEE_OPINIONS)
def groups(visit: Visit) -> HttpResponse:
    """Opinions by problem, topic and village: what the synthesis is made of, pictures first."""
    counts = queries.opinion_counts(visit.actor, visit.commune.pk)
    context = {
        "counts": counts,
        "topics": bar_widths(Bar(topic_words(one.key), one.count) for one in counts.by_topic),
        "villages": bar_widths(Bar(one.words or _("Chưa rõ thôn"), one.count) for one in counts.by_village),
        "states": bar_widths(Bar(str(STATE_NAMES[OpinionState(one.key)]), one.count) for one in counts.by_state),
    }
    return visit.page("desk/groups.html", context)
