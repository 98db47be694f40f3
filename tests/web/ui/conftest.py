"""Drawing shared parts in tests: one environment, one call."""

from html.parser import HTMLParser

import pytest
from django.test import RequestFactory
from django.utils import translation
from jinja2 import StrictUndefined

from doithoai.web.ui.jinja import environment


class Elements(HTMLParser):
    """Start tags of a page, each a pair of name and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def elements(html):
    parser = Elements()
    parser.feed(html)
    return parser.found


@pytest.fixture
def request_of():
    return RequestFactory()


@pytest.fixture
def draw(settings):
    """Turns template text and a context into markup; the parts are there as ``ui``, an unknown name is an error."""
    from jinja2 import FileSystemLoader

    folders = [str(folder) for folder in settings.TEMPLATES[0]["DIRS"]]
    made = environment(loader=FileSystemLoader(folders), undefined=StrictUndefined)

    def drawn(text, **context):
        return made.from_string('{% import "ui/components.html" as ui %}' + text).render(**context)

    with translation.override("vi"):
        yield drawn
