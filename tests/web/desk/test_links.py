"""No page offers a person a link he may not follow: every link of every page, role by role."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest
from django.urls import reverse

from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.plans.models import Conference
from tests.factories.answers import make_answer, make_signed_answer
from tests.factories.conference import make_sitting
from tests.factories.opinions import make_group, make_opinion
from tests.web.desk.conftest import NOW, TODAY

OURS = ("/ban-lam-viec/", "/hoi-truong/", "/giam-sat/")
LEAST_PAGES = {Role.POLICE: 1, Role.SYSTEM_ADMIN: 1, Role.UPPER_LEVEL: 1, Role.VILLAGE_HEAD: 4}


@pytest.fixture
def busy(office):
    """A commune in the middle of its cycle: something of everything."""
    Conference.objects.update(state="concluded", on=TODAY)
    make_sitting(office.conference)
    lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
    place = {"conference": office.conference, "village": office.village, "unit": office.unit}
    make_opinion(office.commune, group=make_group(office.commune), state="sorted", **place)
    make_answer(make_opinion(office.commune, **place), office.unit, TODAY)
    make_signed_answer(make_opinion(office.commune, **place), office.unit)
    return office


def links_of(response, address):
    found = re.findall(r'<a [^>]*href="([^"]+)"', response.content.decode())
    return {urldefrag(urljoin(address, unescape(one))).url for one in found}


@pytest.mark.parametrize("role", list(Role))
def test_every_link_opens(busy, sign_in, role):
    client = sign_in(role)
    waiting, seen, dead = [reverse("desk:home", args=[busy.commune.slug])], set(), []

    while waiting:
        address = waiting.pop()
        if address in seen or not address.startswith(OURS):
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.status_code == 302:
            waiting.append(answer.url)
        elif answer.status_code != 200:
            dead.append((answer.status_code, address))
        elif "html" in answer["Content-Type"]:
            waiting.extend(links_of(answer, address))

    assert dead == []
    assert len(seen) > LEAST_PAGES.get(role, 8)
