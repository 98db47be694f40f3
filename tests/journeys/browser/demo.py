"""Readies the loaded demo for browsers: everybody is signed in, and one commune's sitting is under way with two speakers.

Run as a module with DOITHOAI_DATA set. Prints who holds which session, and each commune's place in addresses.
"""

import json
import sys
from datetime import UTC, datetime

import django

RUNNING = "longphung"
SPEAKERS = ("Nguyễn Văn Thử Nghiệm Một", "Trần Thị Thử Nghiệm Hai")


def open_a_sitting(key: str) -> None:
    """The first conference of that commune."""
    from doithoai.stages.conference.services.open_sitting import Presence, open_sitting
    from doithoai.stages.conference.services.register_speaker import SpeakerWanted, register_speaker
    from doithoai.stages.people.models import Post, User
    from doithoai.stages.people.queries import actor_for
    from doithoai.stages.plans.models import Conference

    at = datetime.now(UTC)
    clerk = User.objects.get(username=f"{key}.vanphong")
    actor = actor_for(clerk, at.date())
    conference = Conference.objects.filter(commune_id=Post.objects.get(user=clerk).commune_id).order_by("pk")[0].pk
    presence = Presence("Phùng Văn Chủ Trì", "", "Đoàn Thị Sổ Sách", 64, 47)
    open_sitting(conference_id=conference, presence=presence, actor=actor, at=at)
    for name in SPEAKERS:
        register_speaker(conference_id=conference, wanted=SpeakerWanted(name), actor=actor, at=at)


def people() -> dict[str, dict[str, str]]:
    """`sessions` by sign-in name, `slugs` by the key of the communes."""
    from django.conf import settings
    from django.test import Client

    from doithoai.stages.people.models import Post, User

    sessions, slugs = {}, {}
    for user in User.objects.order_by("pk"):
        client = Client()
        client.force_login(user)
        sessions[user.username] = client.cookies[settings.SESSION_COOKIE_NAME].value
    for post in Post.objects.filter(commune__isnull=False).select_related("commune", "user"):
        slugs[post.user.username.partition(".")[0]] = post.commune.slug
    return {"sessions": sessions, "slugs": slugs}


if __name__ == "__main__":
    django.setup()
    open_a_sitting(RUNNING)
    sys.stdout.write(json.dumps(people()))
