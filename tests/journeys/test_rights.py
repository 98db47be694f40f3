"""Who may do what, asked of every address the product has: each role, each method, own things and other communes'."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.models import F, Q
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from doithoai.base.models import AuditHead
from doithoai.config.shelf import seconds_shared
from doithoai.stages.answers.models import Answer
from doithoai.stages.opinions.models import Opinion, OpinionGroup
from doithoai.stages.people.models import Commune, Post, Unit, Village
from doithoai.stages.plans.models import Conference
from tests.journeys.ground import (
    NOBODY,
    OTHER,
    RANDOM,
    ROLES,
    Ground,
    addresses,
    every_address,
    loaded,
    writing,
)  # fmt: skip
from tests.journeys.pressing import bodies, forms_in

LEDGER = set(ROLES) - {"congan", "quantri"}
READERS = LEDGER - {"captren"}
HEADS = {"vanphong", "chutich"}
HALL = HEADS | {"hdnd"}
WATCHERS = HALL | {"mattran"}
WRITERS = HEADS | {"kinhte", "vanhoa"}
EVERYBODY = {NOBODY, *ROLES}
STAFF: dict[str, set[str]] = {
    "desk:home": set(ROLES),
    "desk:plans": LEDGER, "desk:year": LEDGER, "desk:plan": LEDGER, "desk:rules": LEDGER,
    "desk:conference": LEDGER, "desk:ladder": LEDGER, "desk:wall_sheet": LEDGER, "desk:duty": LEDGER,
    "desk:plan_upload": HEADS, "desk:reading": HEADS, "desk:open_conference": HEADS, "desk:conference_step": HEADS,
    "desk:publication": HEADS,
    "desk:opinions": READERS, "desk:groups": READERS, "desk:opinion": READERS,
    "desk:opinion_new": {"vanphong", "truongthon", "mattran"},
    "desk:answers": WRITERS, "desk:answer": WRITERS,
    "desk:documents": HEADS, "desk:document": HEADS, "desk:document_make": HEADS, "desk:document_file": HEADS,
    "desk:commune": HEADS,
    "desk:people": {"quantri"}, "desk:end_post": {"quantri"},
    "hall:running": HALL, "hall:conclusion": HALL, "hall:minutes": HALL, "hall:projector": HALL, "hall:chair": HALL,
    "hall:review": HALL, "hall:close": HEADS,
    "watch:home": WATCHERS | {"congan", "captren"}, "watch:petitions": WATCHERS, "watch:petition": WATCHERS,
    "watch:conference": WATCHERS, "watch:verify": WATCHERS | {"captren", "quantri"},
    "api:calendar": LEDGER,
}  # fmt: skip
PUBLIC = {
    "portal:communes", "portal:commune", "portal:search", "portal:why", "portal:status", "portal:send",
    "portal:dialogue", "portal:question", "portal:emblem", "api:health", "ui:language", "sign_in", "sign_out", "password",
}  # fmt: skip
IN_REACH = {"kinhte", "vanhoa", "truongthon"}
FINE = {200, 302, 422}
ENDS_BY_A_BARE_PRESS = ("post", "desk:end_post", "quantri")
SENDS_OR_ASKS = {"portal:send", "portal:status"}


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: Any) -> Iterator[Ground]:
    """One demo for this whole file."""
    with django_db_blocker.unblock(), loaded() as town:
        yield town


def calls(ground: Ground, method: str, role: str, **instead: Any) -> Iterator[tuple[str, str, Any, list[str]]]:
    """Name, path, answer and writes of every staff and public address asked once; what was written is taken back."""
    client = ground.client(role)
    for name, path in every_address(ground.own, **instead):
        # Public pages are the same for every post: asked by nobody and by one.
        if name in PUBLIC and role not in (NOBODY, "vanphong"):
            continue
        # Signing out ends the very session that asks; a page without the wanted parts says nothing new.
        if name == "sign_out" or (instead and not any(str(value) in path for value in instead.values())):
            continue
        point = transaction.savepoint()
        with writing() as written:
            response = getattr(client, method)(path)
        transaction.savepoint_rollback(point)
        yield name, path, response, written


def is_feed(path: str) -> bool:
    """The calendar's own address opens by its key, not by signing in."""
    return path.endswith(".ics")


@pytest.mark.django_db
def test_every_address_stands_in_the_table_of_rights():
    assert set(addresses()) == set(STAFF) | PUBLIC


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_answers_each_role_as_the_table_says(ground, method):
    faults = []
    for role in (NOBODY, *ROLES):
        for name, path, response, written in calls(ground, method, role):
            code = response.status_code
            if written and (method, name, role) != ENDS_BY_A_BARE_PRESS:
                faults.append(f"{method} {path} by {role}: writes {written[0]}")
            if code >= 500:
                faults.append(f"{method} {path} by {role}: {code}")
            if name not in STAFF or is_feed(path):
                continue
            if role == NOBODY:
                wanted = code == 302 and response["Location"].startswith("/dang-nhap/?next=")
            elif role in STAFF[name]:
                wanted = code in FINE or (code in {403, 404} and role in IN_REACH) or (code == 403 and method == "post")
            else:
                wanted = code in {403, 404}
            if not wanted:
                faults.append(f"{method} {path} by {role}: {code}")

    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_communes_things_are_not_there_when_asked_under_the_own_name(ground, method):
    ids = {name: getattr(ground.other, name) for name in vars(ground.other) if name.endswith("_id")}
    strange = {role: [ids] for role in set(ROLES) - {"quantri"}}
    strange["vanphong"] += [dict.fromkeys(ids, RANDOM), dict.fromkeys(ids, 10**30)]
    faults = []
    for role, wanted in ((role, wanted) for role, several in strange.items() for wanted in several):
        for name, path, response, written in calls(ground, method, role, **wanted):
            named = {part for parts in addresses()[name] for part in parts} & set(ids)
            if written or response.status_code >= 500:
                faults.append(f"{method} {path} by {role}: {response.status_code} {written}")
            elif name in STAFF and named and response.status_code not in {403, 404}:
                faults.append(f"{method} {path} by {role}: {response.status_code}")

    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_commune_is_not_there_for_whoever_holds_no_post_in_it(ground, method):
    ids = vars(ground.other)
    faults = [
        f"{method} {path} by {role}: {response.status_code}"
        for role in set(ROLES) - {"quantri"}
        for name, path, response, written in calls(ground, method, role, **ids)
        if name in STAFF and not is_feed(path) and (response.status_code != 404 or written)
    ]

    assert faults == []


@pytest.mark.django_db
def test_every_address_that_changes_something_asks_for_a_form_token(ground):
    client = ground.client("vanphong", enforce_csrf_checks=True)

    codes = {
        path: client.post(path, {"x": "1"}).status_code
        for name, path in every_address(ground.own)
        if name not in SENDS_OR_ASKS
    }

    assert {path: code for path, code in codes.items() if code not in {403, 405}} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", [
    "https://xau.example/", "//xau.example/", "\\\\xau.example", "/\\xau.example", "https:xau.example", "javascript:alert(1)",
    " https://xau.example", "http:///xau.example", "/%09/xau.example\t", "https://testserver@xau.example/", "data:text/html,x",
])  # fmt: skip
def test_nobody_is_led_to_another_site_after_signing_in_or_choosing_a_language(ground, elsewhere):
    signed_in = ground.client("vanphong")

    places = [
        signed_in.get("/dang-nhap/", {"next": elsewhere})["Location"],
        ground.client().get(reverse("ui:language", args=["en"]), {"ve": elsewhere})["Location"],
    ]

    assert all(urlsplit(place).netloc in ("", "testserver") for place in places)
    assert all(place.startswith("/") and not place.startswith(("//", "/\\")) for place in places)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [NOBODY, "vanphong", "congan"])
def test_every_answer_carries_the_headers_that_protect_it(ground, role):
    faults = []
    for name, path, response, _written in calls(ground, "get", role):
        policy = response.get("Content-Security-Policy", "")
        headers = [(n.lower().encode(), v.encode()) for n, v in response.items()]
        headers += [(b"set-cookie", b"x") for _ in response.cookies]
        kept = response.get("Cache-Control", "")
        checks = {
            "policy": "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy,
            "frames": "frame-ancestors 'none'" in policy,
            "sniff": response.get("X-Content-Type-Options") == "nosniff",
            "referrer": response.get("Referrer-Policy") == "same-origin",
            "private": name in PUBLIC or "no-store" in kept or is_feed(path),
            "shared": not (role and seconds_shared(headers)),
            "cookie": not (response.cookies and "s-maxage" in kept),
        }
        faults += [f"{path} by {role}: {what} ({kept})" for what, fine in checks.items() if not fine]

    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(set(ROLES) - {"quantri"}))
def test_a_post_that_ended_gives_no_rights_at_the_next_request(ground, role):
    client = ground.client(role)
    home = reverse("desk:home", args=[ground.own.slug])
    before = client.get(home).status_code

    Post.objects.filter(user=ground.user(role)).update(until=timezone.localdate() - timezone.timedelta(days=1))

    after = {
        client.get(path).status_code for name, path in every_address(ground.own) if name in STAFF and not is_feed(path)
    }
    assert before in FINE
    assert after == {404}


@pytest.mark.django_db
def test_a_closed_account_is_signed_out_at_the_next_request(ground):
    client = ground.client("vanphong")
    home = reverse("desk:home", args=[ground.own.slug])
    before = client.get(home).status_code

    user = ground.user("vanphong")
    user.is_active = False
    user.save()

    assert (before, client.get(home).status_code) == (200, 302)


# --- forms filled in oddly ------------------------------------------------------------------------------------------


def ways_to_commune(model: type[models.Model]) -> list[str]:
    """The paths from a row to the communes it touches, over one link."""
    found = []
    for column in model._meta.concrete_fields:
        related = column.related_model
        if related is Commune:
            found.append(column.name)
        elif related and any(f.related_model is Commune for f in related._meta.concrete_fields):
            found.append(f"{column.name}__commune")
    return found


PAIRS = [
    (model, one, other)
    for model in apps.get_models()
    for one, other in combinations(ways_to_commune(model), 2)
    if model is not Post
]
HELD = [model for model in apps.get_models() if "commune" in ways_to_commune(model)]


def mixed_rows() -> list[str]:
    """Rows that join things of two communes: never any."""
    found = [
        f"{model.__name__}: {one} and {other}"
        for model, one, other in PAIRS
        if model.objects.filter(**{f"{one}__isnull": False, f"{other}__isnull": False})
        .filter(~Q(**{one: F(other)}))
        .exists()
    ]
    if Conference.villages.through.objects.filter(~Q(conference__commune=F("village__commune"))).exists():
        found.append("Conference: villages")
    return found


def state_of(commune: Commune) -> int:
    """A number that changes with any row of the commune."""
    rows = [
        tuple(map(str, row))
        for model in HELD
        for row in model.objects.filter(commune=commune).order_by("pk").values_list()
    ]
    return hash((*rows, AuditHead.objects.get(chain=commune.slug).digest))


def pages_with_forms(ground: Ground, role: str) -> list[str]:
    """Where the role meets forms: the own commune's addresses, and one conference and opinion in every state."""
    commune = Commune.objects.get(slug=ground.own.slug)
    paths = [path for name, path in every_address(ground.own) if role in STAFF.get(name, ())]
    one_of_each = {
        **{("desk:conference", c.state): c.pk for c in Conference.objects.filter(commune=commune)},
        **{("desk:opinion", o.state): o.pk for o in Opinion.objects.filter(commune=commune)},
        **{("desk:answer", a.state): a.pk for a in Answer.objects.filter(commune=commune)},
    }
    return [*paths, *(reverse(name, args=[commune.slug, pk]) for (name, _state), pk in one_of_each.items())]


def foreign_ids(ground: Ground) -> dict[str, int]:
    """The other commune's ids by the noun that a field's name holds."""
    slug = ground.other.slug
    group = OpinionGroup.objects.create(commune=Commune.objects.get(slug=slug), title="Nhóm của xã khác")
    return {
        "unit": Unit.objects.filter(commune__slug=slug)[0].pk,
        "village": Village.objects.filter(commune__slug=slug)[0].pk,
        "conference": ground.other.conference_id,
        "opinion": ground.other.opinion_id,
        "group": group.pk,
        "of": ground.other.opinion_id,
        "answer": ground.other.answer_id,
        "user": ground.user("vanphong", OTHER).pk,
    }


def press_all(ground: Ground, client: Client, pages: list[str], foreign: dict[str, int]) -> tuple[int, list[str]]:
    """Send every form of the pages in every odd way; how many were sent, and what went wrong."""
    other = Commune.objects.get(slug=ground.other.slug)
    before, sent, faults, seen = state_of(other), 0, [], set()
    for page in pages:
        html = client.get(page).content.decode(errors="replace")
        for form in forms_in(html):
            target = form.action or page
            shape = (page, target, tuple(name for name, _ in form.fields))
            if shape in seen or "dang-xuat" in target:
                continue
            seen.add(shape)
            for way, body in bodies(form, foreign):
                point = transaction.savepoint()
                with writing() as written:
                    response = client.post(target, body, content_type="application/x-www-form-urlencoded")
                sent += 1
                if response.status_code >= 500:
                    faults.append(
                        f"{target} {way}: {response.status_code} {response.exc_info and response.exc_info[1]}"
                    )
                elif written and (mixed := mixed_rows()):
                    faults.append(f"{target} {way}: {mixed}")
                elif written and state_of(other) != before:
                    faults.append(f"{target} {way}: the other commune changed")
                transaction.savepoint_rollback(point)
    return sent, faults


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "least"), [
    ("vanphong", 150), ("chutich", 80), ("kinhte", 10), ("truongthon", 10), ("mattran", 20),
])  # fmt: skip
def test_no_form_breaks_or_reaches_another_commune_however_it_is_filled_in(ground, role, least):
    foreign = foreign_ids(ground)

    sent, faults = press_all(ground, ground.client(role), pages_with_forms(ground, role), foreign)

    assert mixed_rows() == []
    assert faults == []
    assert sent >= least
