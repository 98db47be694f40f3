"""One dialogue with its questions and results, and one question with its journey."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode

from doithoai.domain.notices import PublicStatus
from doithoai.stages.notices import queries as notices
from doithoai.stages.people import queries as people
from doithoai.web.portal import pages
from doithoai.web.portal.dialogues import is_coming, lists_of, result_of, shown
from doithoai.web.portal.forms.filter import FilterForm
from doithoai.web.portal.pictures import asked_about
from doithoai.web.portal.telling import counted, standing_of, told, told_whole

ON_ONE_PAGE = 20


@pages.public
def dialogue(request: HttpRequest, slug: str, conference_id: int) -> HttpResponse:
    """Notice, what became of the questions, the questions themselves (by topic, village, state), results."""
    commune = people.commune_by_slug(slug)
    row = notices.dialogue_in(commune.pk, conference_id)
    today = timezone.localdate()
    rows = notices.standings_of(row.pk)
    standings = [standing_of(one, today) for one in rows]
    form = FilterForm(request.GET, rows=rows)
    wanted = [one.opinion_id for one, standing in zip(rows, standings, strict=True) if form.lets_through(one, standing)]
    page = Paginator(wanted, ON_ONE_PAGE).get_page(request.GET.get("trang"))
    lines = [(told(one, today), slug, "") for one in notices.questions_in(row.pk, page.object_list)]
    context = {
        "dialogue": shown(row, counted(standings)),
        "is_coming": is_coming(row, today),
        "lists": lists_of(row),
        "result": result_of(row),
        "pictures": asked_about(rows),
        "form": form,
        "page": page,
        "lines": lines,
        "query": urlencode(form.chosen),
    }
    return pages.page(request, "dialogue", context, commune=commune)


@pages.public
def question(request: HttpRequest, slug: str, opinion_id: int) -> HttpResponse:
    """One question: its words, journey, dates, answer."""
    commune = people.commune_by_slug(slug)
    row = notices.question_in(commune.pk, opinion_id)
    dialogue = notices.dialogue_in(commune.pk, row.dialogue_id)
    today = timezone.localdate()
    shows_why = row.first_due_on is not None and row.status != PublicStatus.PASSED_UP
    context = {
        "told": told_whole(row, today),
        "dialogue": shown(dialogue),
        "counted_from": dialogue.on if shows_why else None,
    }
    return pages.page(request, "question", context, commune=commune)
