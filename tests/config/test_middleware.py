"""Language and privacy of every answer."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from doithoai.config.middleware import LanguageByChoice, PrivateUnlessPublic


def language_of(**headers: str) -> str:
    seen = []

    def answer(request):
        seen.append(translation.get_language())
        return HttpResponse()

    request = RequestFactory().get("/", headers=headers)
    response = LanguageByChoice(answer)(request)
    assert response["Content-Language"] == seen[0]
    return seen[0]


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({}, "vi"),
        ({"Accept-Language": "en-US,en"}, "vi"),
        ({"Cookie": "django_language=en"}, "en"),
        ({"Cookie": "django_language=fr"}, "vi"),
    ],
)
def test_language_is_vietnamese_unless_chosen(headers, language):
    assert language_of(**headers) == language


def test_language_of_one_visitor_does_not_stay_for_the_next():
    with translation.override("vi"):
        language_of(Cookie="django_language=en")

        assert translation.get_language() == "vi"


@pytest.mark.parametrize(
    ("said", "sent"), [(None, "private, no-store"), ("s-maxage=1", "s-maxage=1"), ("max-age=60", "max-age=60")]
)
def test_answer_is_private_unless_view_says_otherwise(said, sent):
    def answer(request):
        return HttpResponse(headers={"Cache-Control": said} if said else {})

    assert PrivateUnlessPublic(answer)(RequestFactory().get("/"))["Cache-Control"] == sent
