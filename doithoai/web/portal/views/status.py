"""Status by receipt code. The code comes in the body of a request, never in an address; guessing is slowed down."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from doithoai.domain.notices import PublicStatus
from doithoai.domain.opinions import shown_receipt_code
from doithoai.stages.notices.receipts import ReceiptStatus, status_by_code
from doithoai.stages.people import queries as people
from doithoai.stages.people.models import Commune
from doithoai.web.portal import pages
from doithoai.web.portal.forms.status import CodeForm
from doithoai.web.portal.limits import WATCH, device_of
from doithoai.web.portal.telling import note_of, sentences_of, stamp_of, standing_of
from doithoai.web.ui.words import vn_date


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@pages.missing_is_404
def status(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """The form; or what the code tells. Nothing is changed, so the form needs no token and may be shared."""
    commune = pages.commune_of(slug)
    if request.method != "POST":
        return pages.may_be_shared(request, drawn(request, commune, CodeForm()))
    response = answered(request, commune)
    response["Cache-Control"] = pages.UNKEPT
    return response


def answered(request: HttpRequest, commune: Commune | None) -> HttpResponse:
    """What a typed code tells, or why it tells nothing."""
    form = CodeForm(request.POST)
    if not form.is_valid():
        return drawn(request, commune, form, 422)
    at, device = timezone.now(), device_of(request)
    wait = WATCH.seconds_to_wait(device, at)
    if wait:
        form.add_error("ma", _("Gõ sai nhiều lần quá. Bà con đợi %(n)s giây rồi thử lại.") % {"n": wait})
        response = drawn(request, commune, form, 429)
        response["Retry-After"] = str(wait)
        return response
    found = status_by_code(form.cleaned_data["ma"])
    if found is None:
        WATCH.note_miss(device, at)
        form.add_error("ma", _("Không có mã số này. Bà con so lại với phiếu, hoặc hỏi văn phòng xã."))
        return drawn(request, commune, form, 404)
    today = timezone.localdate(at)
    standing = standing_of(found, today)
    state, words = stamp_of(found, standing, today)
    context = {
        "found": found,
        "code": shown_receipt_code(form.cleaned_data["ma"]),
        "stamp": state,
        "stamp_words": words,
        "sentences": [] if found.told else [*sentences_of(found, standing, today), *more_words(found)],
        "note": note_of(found),
    }
    return pages.page(request, "status_of", context, commune=people.commune_by_slug(found.commune_slug))


def more_words(found: ReceiptStatus) -> list[str]:
    """What else the citizen should know: the next dialogue while nothing is due, where an answer is that is not shown."""
    if found.status == PublicStatus.ANSWERED and not found.answer:
        return [_("Câu trả lời không đăng ở đây. Bà con đưa mã số này cho văn phòng xã để xem.")]
    if found.status not in (PublicStatus.RECEIVED, PublicStatus.IN_HAND) or found.due_on:
        return []
    if found.conference_on is None:
        return [_("Xã đưa ý kiến này vào buổi đối thoại gần nhất. Ngày họp sẽ đăng trên trang của xã.")]
    return [_("Ý kiến này thuộc buổi đối thoại ngày %(day)s.") % {"day": vn_date(found.conference_on)}]


def drawn(request: HttpRequest, commune: Commune | None, form: CodeForm, code: int = 200) -> HttpResponse:
    """The form."""
    return pages.page(request, "status", {"form": form}, commune=commune, status=code)
