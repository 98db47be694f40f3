"""Who may open which desk page: every role against every page; another commune's things are not there."""

from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.plans.models import Reading
from tests.factories.answers import make_answer
from tests.factories.opinions import make_opinion
from tests.factories.people import make_unit, make_village
from tests.web.desk.conftest import NOW, words_of

LEDGER = {
    Role.CLERK,
    Role.CHAIR,
    Role.COUNCIL_CHAIR,
    Role.UNIT_OFFICER,
    Role.VILLAGE_HEAD,
    Role.FRONT,
    Role.UPPER_LEVEL,
}
READERS = {Role.CLERK, Role.CHAIR, Role.COUNCIL_CHAIR, Role.UNIT_OFFICER, Role.VILLAGE_HEAD, Role.FRONT}
HEADS = {Role.CLERK, Role.CHAIR}
ALLOWED = {
    "plans": LEDGER,
    "year": LEDGER,
    "plan": LEDGER,
    "rules": LEDGER,
    "conference": LEDGER,
    "ladder": LEDGER,
    "wall_sheet": LEDGER,
    "duty": LEDGER,
    "plan_upload": HEADS,
    "reading": HEADS,
    "open_conference": HEADS,
    "publication": HEADS,
    "documents": HEADS,
    "opinions": READERS,
    "groups": READERS,
    "opinion": READERS,
    "opinion_new": {Role.CLERK, Role.VILLAGE_HEAD, Role.FRONT},
    "answers": {Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER},
    "answer": {Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER},
    "people": {Role.SYSTEM_ADMIN},
}

FOUND = {"type": "plan", "form": "state", "title": "Kế hoạch đối thoại", "year": 2026}


@pytest.fixture
def things(office):
    """Ids of one of everything, by page."""
    lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
    opinion = make_opinion(office.commune, conference=office.conference, village=office.village, unit=office.unit)
    answer = make_answer(make_opinion(office.commune, unit=office.unit, village=office.village), office.unit)
    reading = Reading.objects.create(
        commune=office.commune, source_name="a.txt", source_text="a", source_sha256="0" * 64, found=FOUND, marks={},
        created_at=NOW,
    )  # fmt: skip
    conference = office.conference.pk
    return {
        "year": [2026], "plan": [office.plan.pk], "reading": [reading.pk], "conference": [conference],
        "ladder": [conference], "wall_sheet": [conference], "publication": [conference],
        "duty": [DutyEntry.objects.first().pk], "opinion": [opinion.pk], "answer": [answer.pk],
    }  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_pages_open_only_to_the_roles_that_need_them(office, sign_in, things, role):
    client = sign_in(role)

    opened = {
        name
        for name in ALLOWED
        if client.get(reverse(f"desk:{name}", args=[office.commune.slug, *things.get(name, [])])).status_code == 200
    }

    assert opened == {name for name, roles in ALLOWED.items() if role in roles}


@pytest.mark.parametrize("role", [Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER])
def test_refused_pages_answer_403(office, sign_in, role):
    assert sign_in(role).get(reverse("desk:people", args=[office.commune.slug])).status_code == 403


def test_pages_ask_for_sign_in_when_nobody_is_signed_in(office):
    address = reverse("desk:opinions", args=[office.commune.slug])

    answer = Client().get(address)

    assert (answer.status_code, unquote(answer.url)) == (302, f"/dang-nhap/?next={address}")


@pytest.mark.parametrize("name", sorted(set(ALLOWED) - {"people"}))
def test_another_communes_pages_are_not_there(another, sign_in, things, name):
    client = sign_in(Role.CLERK)

    answer = client.get(reverse(f"desk:{name}", args=[another.commune.slug, *things.get(name, [])]))

    assert answer.status_code == 404


@pytest.mark.parametrize(
    "name", ["plan", "reading", "conference", "ladder", "wall_sheet", "publication", "duty", "opinion", "answer"]
)
def test_another_communes_ids_are_not_found_under_ones_own_address(another, sign_in, things, name):
    client = sign_in(Role.CLERK, another)

    answer = client.get(reverse(f"desk:{name}", args=[another.commune.slug, *things[name]]))

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["plan", "reading", "conference", "ladder", "duty", "opinion", "answer", "document"])
def test_ids_that_do_not_exist_are_not_found(office, sign_in, name):
    client = sign_in(Role.CLERK)

    codes = {
        client.get(reverse(f"desk:{name}", args=[office.commune.slug, number])).status_code
        for number in (0, 999_999, 10**30)
    }

    assert codes == {404}


@pytest.mark.parametrize("year", [0, 1, 1999, 2101, 99_999])
def test_year_is_not_found_when_it_is_out_of_reason(at_page, year):
    assert at_page("year", year).get().status_code == 404


@pytest.mark.parametrize("role", [Role.FRONT, Role.POLICE, Role.UPPER_LEVEL, Role.SYSTEM_ADMIN, Role.COUNCIL_CHAIR])
def test_home_leads_elsewhere_when_the_role_works_elsewhere(at_page, role):
    assert at_page("home", role=role).get().status_code == 302


def test_unit_officer_does_not_see_another_units_opinion(office, sign_in):
    other = make_opinion(office.commune, unit=make_unit(office.commune, "Phòng Văn hóa"))

    answer = sign_in(Role.UNIT_OFFICER).get(reverse("desk:opinion", args=[office.commune.slug, other.pk]))

    assert answer.status_code == 404


def test_village_head_writes_for_his_own_village_only(office, at_page):
    make_village(office.commune, "Thôn Bên Kia")

    page = words_of(at_page("opinion_new", role=Role.VILLAGE_HEAD).get())

    assert office.village.name in page
    assert "Thôn Bên Kia" not in page
