"""The demo loaded once for a whole file of tests, with canaries in it: who signs in, what he may ask for, what was written.

Not here: what is expected (the tests).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from doithoai.cli.demo import load
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.conference.models import Conclusion
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.services.make_document import make_document
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.notices.models import PublicQuestion
from doithoai.stages.people.models import Commune, Post, User
from doithoai.stages.people.queries import actor_for
from doithoai.stages.plans.models import Conference, Reading
from tests.journeys.canaries import plant

OWN, OTHER = "binhlang", "caibo"
ROLES = ("vanphong", "chutich", "hdnd", "kinhte", "vanhoa", "truongthon", "mattran", "congan", "captren", "quantri")
NOBODY = ""
RANDOM = 987_654_321
QUIET = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "BEGIN", "COMMIT", "EXPLAIN")


@dataclass(frozen=True)
class Things:
    """One id of everything an address can name, all of one commune. `made` are its papers by kind."""

    slug: str
    year: int
    plan_id: int
    conference_id: int
    reading_id: int
    opinion_id: int
    answer_id: int
    document_id: int
    entry_id: int
    post_id: int

    def parts(self, names: Iterator[str] | frozenset[str]) -> dict[str, Any]:
        """Values for the named parts of an address."""
        rest = {"code": "en", "key": "1-abc", "mark": "0a1b2c3d"}
        return {name: getattr(self, name, rest.get(name)) for name in names}


@dataclass(frozen=True)
class Ground:
    """Two communes with everything in them."""

    own: Things
    other: Things

    def client(self, role: str = NOBODY, **options: Any) -> Client:
        """A browser of one of the own commune's people, or of nobody."""
        client = Client(raise_request_exception=False, **options)
        if role:
            client.force_login(self.user(role))
        return client

    def user(self, role: str, key: str = OWN) -> User:
        """The person of the demo who holds that post."""
        return User.objects.get(username=role if role == "quantri" else f"{key}.{role}")


@contextmanager
def loaded() -> Iterator[Ground]:
    """The demo with canaries, taken back at the end."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        plant(patch)
        load()
        yield Ground(things_of(OWN), things_of(OTHER))
        transaction.set_rollback(True)


def things_of(key: str) -> Things:
    """What there is in a commune of the demo, with every paper drafted and one plan waiting to be confirmed."""
    clerk = User.objects.get(username=f"{key}.vanphong")
    commune = Commune.objects.get(pk=Post.objects.get(user=clerk).commune_id)
    conference = Conference.objects.get(pk=Conclusion.objects.get(conference__commune=commune).conference_id)
    answer = Answer.objects.filter(commune=commune, signed_at__isnull=False)[0]
    published = PublicQuestion.objects.filter(commune=commune, opinion__answered_before="")[0]
    draft_papers(commune, conference, clerk)
    plan = conference.plan
    kept = Reading.objects.create(
        commune=commune, source_name=plan.source_name, source_text=plan.source_text, found=plan.reading,
        source_sha256=plan.source_sha256, created_at=timezone.now(),
    )  # fmt: skip
    return Things(
        slug=commune.slug, year=timezone.localdate().year, plan_id=plan.pk,
        conference_id=conference.pk, reading_id=kept.pk, opinion_id=published.pk, answer_id=answer.pk,
        document_id=OfficialDocument.objects.get(commune=commune, kind="written_answer").pk,
        entry_id=DutyEntry.objects.filter(conference=conference)[0].pk,
        post_id=Post.objects.get(user__username=f"{key}.congan").pk,
    )  # fmt: skip


def draft_papers(commune: Commune, conference: Conference, clerk: User) -> None:
    """One draft of every kind of official paper that the commune has something to make it of."""
    signed = Answer.objects.filter(conference=conference, signed_at__isnull=False)[0]
    extended = Answer.objects.filter(commune=commune, conference__isnull=False, extensions__isnull=False).first()
    passed = Transfer.objects.filter(opinion__commune=commune, opinion__conference__isnull=False).first()
    of_conference = {"plan": conference.plan_id, "answer": signed.pk, "conference": conference.pk}
    of_one = {
        "receipt": signed.opinion_id,
        "extension_notice": extended.pk if extended else None,
        "transfer_slip": passed.opinion_id if passed else None,
        "transfer_notice": passed.opinion_id if passed else None,
    }
    at = timezone.now()
    for code, kind in KINDS.items():
        actor = actor_for(clerk, timezone.localdate(at))
        thing = of_one[code] if code in of_one else of_conference[kind.of]
        if thing is not None:
            make_document(commune_id=commune.pk, kind=code, of_id=thing, actor=actor, at=at)


@contextmanager
def writing() -> Iterator[list[str]]:
    """The statements that change anything, sessions aside."""
    seen: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 -- Django's signature
        if not sql.lstrip().upper().startswith(QUIET) and "django_session" not in sql:
            seen.append(sql[:90])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield seen


def addresses() -> dict[str, list[frozenset[str]]]:
    """Every name the resolver knows, with the sets of parts its addresses take."""
    found: dict[str, list[frozenset[str]]] = {}

    def walk(resolver: URLResolver, space: str, before: frozenset[str]) -> None:
        for entry in resolver.url_patterns:
            parts = before | frozenset(entry.pattern.converters)
            if isinstance(entry, URLPattern):
                found.setdefault(f"{space}{entry.name}", []).append(parts)
            else:
                walk(entry, f"{entry.namespace}:" if entry.namespace else space, parts)

    walk(get_resolver(), "", frozenset())
    return found


def every_address(things: Things, **instead: Any) -> Iterator[tuple[str, str]]:
    """Name and path of every address with this commune's ids, or with others given instead."""
    for name, ways in addresses().items():
        for parts in ways:
            yield name, reverse(name, kwargs=things.parts(parts) | {k: v for k, v in instead.items() if k in parts})
