"""Nobody learns who spoke: canaries in every private field of the demo, looked for in everything the product gives out."""

import io
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from doithoai.base.models import AuditLine
from doithoai.config.log import Line
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Post
from doithoai.web.api.tokens import calendar_key
from doithoai.web.portal.views import communes
from tests.journeys.canaries import CANARIES, IDENTITIES, WORDS, plain_mark, readable, spaced, told_in, written
from tests.journeys.ground import Ground, every_address, loaded, writing

LINK = re.compile(r"<(?:a|link)\b[^>]*?\bhref=\"([^\"#]+)")
IN_THE_HALL = ("lo van dien dan",)
FORBIDDEN = {
    "mattran": (*IDENTITIES, *IN_THE_HALL),
    "hdnd": IDENTITIES,
    "truongthon": (*IDENTITIES, *IN_THE_HALL),
    "congan": (*IDENTITIES, *WORDS, *IN_THE_HALL),
    "captren": (*IDENTITIES, *WORDS, *IN_THE_HALL),
    "quantri": (*IDENTITIES, *WORDS, *IN_THE_HALL),
}
# The minutes are the record of what the whole hall heard, and the co-chair signs them.
HEARD_BY_ALL = "/bien-ban/"
# Letters go to the person they name; the minutes and the sign-in sheet stay in the office.
NAMED_IN = {"written_answer", "extension_notice", "transfer_notice", "minutes", "sign_in_sheet"}
MOST_PAGES = 260


@dataclass(frozen=True)
class Told:
    """The loaded demo and everything that was logged while it was loaded and read."""

    ground: Ground
    log: io.StringIO


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Told]:
    """One demo for this whole file, with the product's own log beside it."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(Line())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        with django_db_blocker.unblock(), loaded() as ground:
            yield Told(ground, lines)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def walk(client: Client, waiting: Iterable[str], marks: Iterable[str]) -> tuple[int, list[str]]:
    """Follow every link from these addresses; how many pages and files were read, and where a mark stood."""
    queue, seen, faults = list(waiting), set(), []
    while queue and len(seen) < MOST_PAGES:
        path = queue.pop(0)
        if path in seen:
            continue
        seen.add(path)
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        text = readable(content)
        heads = " ".join(f"{name}: {value}" for name, value in response.items())
        faults += [f"{path}: {mark}" for mark in told_in(f"{text} {heads}", marks)]
        if response.status_code in {301, 302}:
            queue.append(response["Location"])
        links = LINK.findall(text) if "html" in response.get("Content-Type", "") else ()
        for link in (one.replace("&amp;", "&") for one in links):
            if link.startswith("?"):
                queue.append(path.split("?")[0] + link)
            elif link.startswith("/") and not link.startswith(("//", "/static/")):
                queue.append(link)
    return len(seen), faults


@pytest.mark.django_db
def test_the_canaries_are_planted_and_found_however_they_are_written(told):
    kept = list(Opinion.objects.order_by("pk"))

    assert len(kept) >= 30
    assert all(one.speaker_name and one.speaker_phone and one.speaker_address for one in kept)
    assert all(len(told_in(one.original_words, (*IDENTITIES, *WORDS))) == 4 for one in kept)
    assert {way for one in kept for way in (" ", ".", "-") if way in one.speaker_phone} == {" ", ".", "-"}
    assert all(told_in(written(CANARIES[7].name, way)) == [plain_mark(CANARIES[7].name)] for way in range(3))
    assert all(told_in(spaced(CANARIES[7].phone, way)) == [CANARIES[7].phone] for way in range(4))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_public_page_tells_who_spoke_or_what_was_said(told, language):
    client = told.ground.client()
    client.cookies["django_language"] = language
    slugs = [reverse("portal:commune", args=[slug]) for slug in Commune.objects.values_list("slug", flat=True)]
    odd = [
        "/tim/?trang=2",
        "/tim/?q=&trang=9999",
        f"{slugs[0]}?trang=-1",
        "/khong-co/",
        f"{slugs[0]}hoi-nghi/99999999/",
    ]

    read, faults = walk(client, ["/", *slugs, *odd], (*IDENTITIES, *WORDS, *IN_THE_HALL))

    assert read > 60
    assert faults == []


@pytest.mark.django_db
def test_searching_for_a_person_finds_nothing_of_him(told):
    client = told.ground.client()
    slug = told.ground.own.slug
    faults = []
    for place, who in enumerate(CANARIES[:36:3]):
        for mark in (written(who.name, place % 2), spaced(who.phone, place), who.address, who.word):
            for path in ("/tim/", reverse("portal:search", args=[slug])):
                text = client.get(path, {"q": mark}).content.decode().replace(escape(mark), "")
                faults += [f"{path}?q={mark}: {found}" for found in told_in(text, (*IDENTITIES, *WORDS))]
                if mark == who.word and "/cau-hoi/" in text:
                    faults.append(f"{path}: finds private words")

    assert faults == []


@pytest.mark.django_db
def test_a_receipt_code_tells_state_and_dates_but_nobodys_name_or_words(told):
    client = told.ground.client()
    faults = []
    for one in Opinion.objects.all():
        response = client.post("/tra-cuu/", {"ma": one.code})
        found = told_in(response.content.decode(), (*IDENTITIES, *WORDS, *IN_THE_HALL))
        faults += [f"{one.pk}: {mark}" for mark in found]
        if response.status_code != 200 or "no-store" not in response["Cache-Control"]:
            faults.append(f"{one.pk}: {response.status_code} {response['Cache-Control']}")

    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(FORBIDDEN))
def test_staff_without_the_right_to_identity_meet_nobodys_on_any_page(told, role):
    client = told.ground.client(role)
    start = [path for _name, path in every_address(told.ground.own) if "dang-xuat" not in path]

    read, faults = walk(client, [client.get("/dang-nhap/")["Location"], *start], FORBIDDEN[role])

    assert read > 40
    assert [fault for fault in faults if HEARD_BY_ALL not in fault] == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["kinhte", "vanhoa", "truongthon"])
def test_an_officer_or_village_head_meets_nothing_of_other_peoples_opinions(told, role):
    post = Post.objects.get(user=told.ground.user(role))
    client = told.ground.client(role)
    theirs = Opinion.objects.filter(commune=post.commune)
    theirs = theirs.exclude(unit=post.unit) if post.unit else theirs.exclude(village=post.village)
    marks = [
        plain_mark(mark)
        for name in theirs.values_list("speaker_name", flat=True)
        for who in CANARIES
        if who.name == name
        for mark in (*who.identity, who.word)
    ]
    start = [path for _name, path in every_address(told.ground.own) if "dang-xuat" not in path]
    start += [reverse("desk:opinion", args=[told.ground.own.slug, one.pk]) for one in theirs]

    _read, faults = walk(client, start, marks)

    assert len(marks) >= 8
    assert faults == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["mattran", "hdnd", "truongthon"])
def test_searching_the_register_by_identity_finds_nothing_without_that_right(told, role):
    client = told.ground.client(role)
    slug = told.ground.own.slug
    nothing = client.get(reverse("desk:opinions", args=[slug]), {"q": "zzzkhongcogi"}).content.decode()
    links = nothing.count("/y-kien/")

    faults = [
        f"{name}?q={mark}"
        for one in Opinion.objects.filter(commune__slug=slug)
        for mark in (one.speaker_name, one.speaker_phone, one.speaker_address)
        for name in ("desk:opinions", *(["watch:petitions"] if role != "truongthon" else []))
        if client.get(reverse(name, args=[slug]), {"q": mark}).content.decode().count("/y-kien/") > links
    ]

    assert faults == []


@pytest.mark.django_db
def test_the_clerk_does_find_a_person_in_the_register(told):
    client = told.ground.client("vanphong")
    path = reverse("desk:opinions", args=[told.ground.own.slug])
    one = Opinion.objects.filter(commune__slug=told.ground.own.slug)[0]

    text = client.get(path, {"q": one.speaker_name}).content.decode()

    assert f"/y-kien/{one.pk}/" in text


@pytest.mark.django_db
def test_copies_of_papers_and_papers_for_everybody_name_no_citizen(told):
    client = told.ground.client("vanphong")
    faults, read = [], 0
    for paper in OfficialDocument.objects.filter(commune__slug=told.ground.own.slug):
        path = reverse("desk:document_file", args=[told.ground.own.slug, paper.pk])
        wanted = [path] if paper.kind not in NAMED_IN else []
        if paper.copy is not None:
            wanted.append(f"{path}?ban=khong-ten")
        for one in wanted:
            response = client.get(one)
            read += 1
            seen = readable(response.content) + response["Content-Disposition"]
            faults += [f"{paper.kind} {one}: {mark}" for mark in told_in(seen, (*IDENTITIES, *WORDS))]
            if (
                re.search(r"<(?:dc:creator|cp:lastModifiedBy)>[^<]", seen)
                or "<w:ins " in seen
                or "comments.xml" in seen
            ):
                faults.append(f"{paper.kind} {one}: says who made it")

    assert {paper.kind for paper in OfficialDocument.objects.filter(commune__slug=told.ground.own.slug)} == set(KINDS)
    assert read >= len(KINDS) - len(NAMED_IN)
    assert faults == []


@pytest.mark.django_db
def test_the_calendar_feed_names_nobody(told):
    path = reverse(
        "api:calendar", args=[told.ground.own.slug, calendar_key(told.ground.user("vanphong"), told.ground.own.slug)]
    )

    response = told.ground.client().get(path)

    assert response.status_code == 200
    assert b"BEGIN:VEVENT" in response.content
    assert told_in(response.content.decode().replace("\r\n ", ""), (*IDENTITIES, *WORDS, *IN_THE_HALL)) == []


@pytest.mark.django_db
def test_an_error_page_and_its_log_line_repeat_nothing_of_what_failed(told, monkeypatch):
    who = CANARIES[3]

    def broken(*_given: Any, **_named: Any) -> None:
        raise ValueError(f"{who.name} {who.phone} {who.word}")

    monkeypatch.setattr(communes.people, "communes", broken)
    response = told.ground.client().get("/", {"q": who.name})

    assert response.status_code == 500
    assert told_in(response.content.decode(), (*IDENTITIES, *WORDS)) == []
    assert '"error": "ValueError"' in told.log.getvalue()
    assert told_in(told.log.getvalue(), (*IDENTITIES, *WORDS)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("answer", ["to-cao", "khieu-nai"])
def test_a_denunciation_leaves_no_trace_when_the_first_question_is_answered_yes(told, answer):
    client = told.ground.client()
    path = reverse("portal:send", args=[told.ground.own.slug])
    logged = len(told.log.getvalue())
    who = CANARIES[50]
    counts = {model: model._default_manager.count() for model in apps.get_models()}

    with writing() as statements:
        responses = [
            client.post(path, {"trang": page, "tra_loi": answer, "words": f"{who.name} {who.word}", "name": who.name})
            for page in ("hoi", "hoi-lai")
        ]

    assert [response.status_code for response in responses] == [200, 200]
    assert statements == []
    assert {model: model._default_manager.count() for model in apps.get_models()} == counts
    assert all(told_in(response.content.decode(), (*IDENTITIES, *WORDS)) == [] for response in responses)
    assert not any(response.cookies for response in responses)
    assert told_in(told.log.getvalue()[logged:], (*IDENTITIES, *WORDS)) == []
    assert answer not in told.log.getvalue()[logged:]


@pytest.mark.django_db
def test_audit_lines_and_the_log_hold_nobodys_name_and_no_word_said(told):
    told.ground.client("vanphong").get(reverse("desk:opinions", args=[told.ground.own.slug]), {"q": CANARIES[1].name})
    lines = "\n".join(" ".join(map(str, row)) for row in AuditLine.objects.values_list())

    assert AuditLine.objects.count() > 200
    assert told_in(lines, (*IDENTITIES, *WORDS, *IN_THE_HALL)) == []
    assert '"route"' in told.log.getvalue()
    assert told_in(told.log.getvalue(), (*IDENTITIES, *WORDS, *IN_THE_HALL)) == []
