"""Sending an opinion, one thing per page, all at one address; nothing is stored before the last press.

The first thing asked is whether somebody is to be denounced: both answers come by the same kind of request, so that no
log can tell them apart, and nothing was typed yet (threats T-01). Not here: what the register does with an opinion
(stages/opinions).
"""

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from doithoai.base.errors import Refused
from doithoai.domain.lifecycle import NotPossible
from doithoai.stages.people import queries as people
from doithoai.stages.people.models import Commune
from doithoai.web.portal import pages
from doithoai.web.portal.forms.send import FIELDS, AboutForm, PlaceForm, ReplyForm, WordsForm, carried, full_name
from doithoai.web.portal.limits import WATCH, device_of
from doithoai.web.portal.receipt import receipt_of, receive
from doithoai.web.portal.steer import sounds_like_denunciation
from doithoai.web.portal.ticket import submission_key, ticket_of

REPLY: Final = ("wants_letter", "name", "phone", "address")
ELSEWHERE: Final = frozenset({"to-cao", "khieu-nai"})


@pages.public
def choose(request: HttpRequest) -> HttpResponse:
    """Which commune the opinion is for."""
    return pages.page(request, "send_where", {"communes": list(people.communes())})


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@pages.missing_is_404
def send(request: HttpRequest, slug: str) -> HttpResponse:
    """The step that follows the page just answered. Only the last press changes anything, and it alone is checked."""
    commune = people.commune_by_slug(slug)
    after = AFTER.get(request.POST.get("trang", ""), first_question)
    response = after(request, commune)
    if not response.has_header("Cache-Control"):
        response["Cache-Control"] = pages.TYPED
    return response


def first_question(request: HttpRequest, commune: Commune) -> HttpResponse:
    """The plain question before any text field. Reading it leaves no trace, so the page may be shared."""
    response = pages.page(request, "send_first", {"asked_again": request.method == "POST"}, commune=commune)
    return pages.may_be_shared(request, response) if request.method != "POST" else response


def after_first(request: HttpRequest, commune: Commune) -> HttpResponse:
    """Away from here for denunciations and complaints, else on to the words."""
    said = request.POST.get("tra_loi", "")
    if said in ELSEWHERE:
        return elsewhere(request, commune, said)
    return words_page(request, commune) if said == "y-kien" else first_question(request, commune)


def elsewhere(request: HttpRequest, commune: Commune, what: str) -> HttpResponse:
    """Where to go instead. Carries nothing of what may have been typed."""
    return pages.page(request, "send_elsewhere", {"what": what}, commune=commune)


def after_words(request: HttpRequest, commune: Commune) -> HttpResponse:
    """On to the village, or back to the check page for whoever came from there."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return words_page(request, commune, form)
    if sounds_like_denunciation(form.cleaned_data["words"]) and "khong_to_cao" not in request.POST:
        return drawn(request, commune, "send_again", {})
    return next_page(request, commune)


def after_again(request: HttpRequest, commune: Commune) -> HttpResponse:
    """The answer to the question asked a second time."""
    said = request.POST.get("tra_loi", "")
    if said in ELSEWHERE:
        return elsewhere(request, commune, said)
    return next_page(request, commune) if said == "y-kien" else words_page(request, commune)


def next_page(request: HttpRequest, commune: Commune) -> HttpResponse:
    """What follows the words: the check page for whoever came from there to change them, else the village."""
    return check_page(request, commune) if request.POST.get("ve") == "xem" else place_page(request, commune)


def after_place(request: HttpRequest, commune: Commune) -> HttpResponse:
    """On to how to answer, back to the words, or back to the check page for whoever came from there."""
    if request.POST.get("di") == "viet":
        return words_page(request, commune)
    form = PlaceForm(request.POST, villages=people.villages_of(commune.pk))
    if not form.is_valid():
        return place_page(request, commune, form)
    return check_page(request, commune) if request.POST.get("ve") == "xem" else reply_page(request, commune)


def after_reply(request: HttpRequest, commune: Commune) -> HttpResponse:
    """On to the check page, or back to the village."""
    if request.POST.get("di") == "noi":
        has_places = people.villages_of(commune.pk).exists()
        return place_page(request, commune) if has_places else words_page(request, commune)
    form = ReplyForm(request.POST)
    return check_page(request, commune) if form.is_valid() else reply_page(request, commune, form)


def after_check(request: HttpRequest, commune: Commune) -> HttpResponse:
    """Back to one of the pages, or the last press: store once, however often it is pressed."""
    back = {"viet": words_page, "noi": place_page, "tra-loi": reply_page}.get(request.POST.get("di", ""))
    if back:
        return back(request, commune)
    words, about = WordsForm(request.POST), AboutForm(request.POST, villages=people.villages_of(commune.pk))
    if not (words.is_valid() and about.is_valid()):
        return wrong_page(request, commune, words, about)
    if not pages.came_from_our_page(request):
        return check_page(request, commune, 403, _("Trang đã mở quá lâu nên máy chưa nhận. Bà con bấm “Gửi” lần nữa."))
    at = timezone.now()
    if not WATCH.may_send(device_of(request), at):
        full = _(
            "Hôm nay mạng này đã gửi quá nhiều ý kiến. Bà con gửi lại vào ngày mai, hoặc nhờ trưởng thôn ghi giúp."
        )
        return check_page(request, commune, 429, full)
    ticket = ticket_of(request.POST.get("phieu", ""))
    try:
        opinion = receive(commune, words.cleaned_data["words"], about, key=submission_key(ticket), at=at)
    except Refused as refusal:
        return check_page(request, commune, 422, _(refusal.words))
    except NotPossible as refusal:
        return check_page(request, commune, 422, refusal.told(_))
    where = request.build_absolute_uri(reverse("portal:status", args=[commune.slug]))
    response = pages.page(request, "send_sent", {"receipt": receipt_of(opinion, where)}, commune=commune)
    response["Cache-Control"] = pages.UNKEPT
    return response


def words_page(request: HttpRequest, commune: Commune, form: WordsForm | None = None) -> HttpResponse:
    """The words, with what was typed before."""
    shown = form or WordsForm(initial=typed(request))
    return drawn(request, commune, "send_words", {"form": shown}, shown=("words",), status=422 if form else 200)


def place_page(request: HttpRequest, commune: Commune, form: PlaceForm | None = None) -> HttpResponse:
    """The village; a commune without villages is not asked."""
    villages = people.villages_of(commune.pk)
    if form is None and not villages:
        return reply_page(request, commune)
    shown = form or PlaceForm(initial=typed(request), villages=villages)
    # A button brings its village after the one that travels along, and counts; the button back brings none.
    in_a_list = ("village",) if shown.is_long else ()
    return drawn(request, commune, "send_place", {"form": shown}, shown=in_a_list, status=422 if form else 200)


def reply_page(request: HttpRequest, commune: Commune, form: ReplyForm | None = None) -> HttpResponse:
    """Whom to answer by letter or telephone."""
    shown = form or ReplyForm(initial=typed(request))
    return drawn(request, commune, "send_reply", {"form": shown}, shown=REPLY, status=422 if form else 200)


def wrong_page(request: HttpRequest, commune: Commune, words: WordsForm, about: AboutForm) -> HttpResponse:
    """The first page with something to mend, when the last press brought something that no page let through."""
    if words.errors:
        return words_page(request, commune, words)
    if "village" in about.errors:
        villages = people.villages_of(commune.pk)
        return place_page(request, commune, PlaceForm(request.POST, villages=villages))
    return reply_page(request, commune, ReplyForm(request.POST))


def check_page(request: HttpRequest, commune: Commune, status: int = 200, refusal: str = "") -> HttpResponse:
    """Everything typed, to be read once more before it is sent."""
    chosen = request.POST.get("village", "")
    village = next((full_name(v) for v in people.villages_of(commune.pk) if str(v.pk) == chosen), "")
    context = {"typed": typed(request), "village": village, "refusal": refusal}
    return drawn(request, commune, "send_check", context, shown=(), status=status)


def typed(request: HttpRequest) -> dict[str, str]:
    """Every field as it was typed so far."""
    return {name: request.POST.get(name, "") for name in FIELDS}


def drawn(
    request: HttpRequest,
    commune: Commune,
    template: str,
    context: dict[str, Any],
    *,
    shown: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """A page of the way, with its ticket and what it carries on from the other pages."""
    hidden = [("phieu", ticket_of(request.POST.get("phieu", ""))), *carried(request.POST, shown=shown)]
    came_from_check = request.POST.get("trang") == "xem" or request.POST.get("ve") == "xem"
    way = {
        "hidden": hidden,
        "has_places": people.villages_of(commune.pk).exists(),
        "ve": "xem" if came_from_check else "",
    }
    return pages.page(request, template, {**way, **context}, commune=commune, status=status)


AFTER: Final[dict[str, Callable[[HttpRequest, Commune], HttpResponse]]] = {
    "hoi": after_first,
    "viet": after_words,
    "hoi-lai": after_again,
    "noi": after_place,
    "tra-loi": after_reply,
    "xem": after_check,
}
