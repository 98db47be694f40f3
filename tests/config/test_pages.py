"""What every answer of the server carries, whichever page it is."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_answer_is_private_when_page_says_nothing(client: Client) -> None:
    response = client.get("/khong-co-trang-nay/")

    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_answer_forbids_inline_and_foreign_parts(client: Client) -> None:
    response = client.get("/khong-co-trang-nay/")

    policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
