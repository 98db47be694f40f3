"""Searching questions and answers, of one commune or of all. Whatever is typed, it is never an error."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode

from doithoai.domain.opinions import TOPICS
from doithoai.domain.texts import clean_line, words_of
from doithoai.stages.notices import queries as notices
from doithoai.stages.notices.queries import Question
from doithoai.stages.people import queries as people
from doithoai.web.portal import pages
from doithoai.web.portal.reading import topics_asked
from doithoai.web.portal.telling import told, topic_words
from doithoai.web.ui.words import commune_title, sentence

LONGEST = 200
ON_ONE_PAGE = 20


class Hits:
    """The hits as the paginator asks for them: a count, then one stretch."""

    def __init__(self, asked: str, topic: str, commune_id: int | None) -> None:
        self.asked, self.topic, self.commune_id = asked, topic, commune_id
        self.first = self.stretch(0, ON_ONE_PAGE) if topic or words_of(asked) else None
        self.is_near = self.first is not None and self.first.is_near

    def stretch(self, start: int, length: int) -> notices.Found:
        """Some of the hits."""
        where = {"commune_id": self.commune_id, "topic": self.topic}
        return notices.search_questions(self.asked, **where, offset=start, limit=length)

    def __len__(self) -> int:
        return self.first.total if self.first else 0

    def __getitem__(self, wanted: slice) -> Sequence[Question]:
        if self.first is None or wanted.start == 0:
            return self.first.rows if self.first else ()
        return self.stretch(wanted.start, wanted.stop - wanted.start).rows


@pages.public
def search(request: HttpRequest, slug: str | None = None) -> HttpResponse:
    """Hits with the very accents first; words without diacritics find everything. A matter is chosen without typing."""
    commune = pages.commune_of(slug)
    asked = clean_line(request.GET.get("tim", ""))[:LONGEST]
    today = timezone.localdate()
    topic = request.GET.get("chu_de", "")
    topic = topic if topic in TOPICS else ""
    commune_id = commune.pk if commune else None
    hits = Hits(asked, topic, commune_id)
    page = Paginator(hits, ON_ONE_PAGE).get_page(request.GET.get("trang"))
    of = {commune.pk: commune} if commune else people.communes_by_id({row.commune_id for row in page})
    places = {} if commune else {pk: sentence(commune_title(one)) for pk, one in of.items()}
    lines = [(told(row, today), of[row.commune_id].slug, places.get(row.commune_id, "")) for row in page]
    context = {
        "asked": asked,
        "page": page,
        "lines": lines,
        "is_near": hits.is_near,
        "topic": topic_words(topic),
        "topics": [] if hits else [(key, topic_words(key), number) for key, number in topics_asked(commune_id)],
        "query": urlencode({name: value for name, value in (("tim", asked), ("chu_de", topic)) if value}),
    }
    return pages.page(request, "search", context, commune=commune)
