"""A commune with one dialogue to come and one held, published; every person and matter in it is invented."""

import re
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from doithoai.domain.texts import searchable, searchable_accented
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.web.portal.limits import WATCH
from tests.factories.opinions import make_opinion
from tests.factories.people import make_commune, make_unit, make_village
from tests.factories.plans import make_conference

WORDS = "Đường qua thôn hỏng từ mùa mưa.\nXin xã sửa giúp."
HIDDEN = re.compile(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"')


@pytest.fixture(autouse=True)
def _fresh_watch():
    """Counts of one test do not slow the next one."""
    WATCH.day = None
    WATCH.hour_began_at = None


@pytest.fixture(autouse=True)
def _plain_static(settings):
    """Pages name their style sheet without a built folder."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def now_day():
    return timezone.localdate()


@pytest.fixture
def commune(db):
    return make_commune(
        "xa-thu", "Thử Nghiệm", province="Hải Phòng", phone="0225 000 111", reception_place="Phòng tiếp dân, trụ sở xã"
    )


@pytest.fixture
def village(commune):
    return make_village(commune, "Đông Phong")


def publish_dialogue(commune, on, **fields):
    """A conference and its public row."""
    conference = make_conference(commune, on)
    values = {"title": conference.title, "year": conference.year, "on": on, "state": "announced", **fields}
    return PublicDialogue.objects.create(
        conference=conference, commune=commune, published_at=datetime(2026, 1, 1, tzinfo=UTC), **values
    )


def publish_question(dialogue, question, **fields):
    """A public question with an opinion behind it."""
    opinion = make_opinion(dialogue.commune, fields.pop("words", "Lời gốc không đăng."), **fields.pop("opinion", {}))
    answer = fields.get("answer", "")
    whole = f"{question} {answer} {fields.get('village', '')}"
    values = {
        "question": question,
        "status": "received",
        "folded": searchable(whole),
        "accented": searchable_accented(whole),
        **fields,
    }
    return PublicQuestion.objects.create(opinion=opinion, dialogue=dialogue, commune=dialogue.commune, **values)


@pytest.fixture
def published(commune, now_day):
    """`coming` and `held` dialogues, and the held one's questions by where they stand."""
    coming = publish_dialogue(
        commune,
        now_day + timedelta(days=9),
        facts={"place": "Nhà văn hóa thôn Đông Phong", "starts": "07:30", "how_to_attend": "Đến trực tiếp"},
    )
    held = publish_dialogue(commune, now_day - timedelta(days=40), state="concluded")
    unit = make_unit(commune, "Phòng Kinh tế").name
    due = now_day - timedelta(days=10)
    common = {"unit": unit, "first_due_on": due, "due_on": due, "asked_on": held.on}
    questions = {
        "on_time": publish_question(
            held, "Đường qua thôn hỏng, bao giờ sửa?", status="answered", answer="Xã sửa xong mặt đường thôn.",
            answered_on=due - timedelta(days=1), topic="roads", village="Đông Phong", result="solved", **common,
        ),
        "late": publish_question(
            held, "Nước máy đục, xin kiểm tra.", status="answered", answer="Nhà máy đã súc rửa bể.",
            answered_on=due + timedelta(days=2), topic="power_water", village="Tây Sơn", result="explained", **common,
        ),
        "overdue": publish_question(
            held, "Mương bị lấp ai khơi?", status="in_hand", topic="irrigation", village="Tây Sơn", **common
        ),
        "extended": publish_question(
            held, "Bãi rác bao giờ dời?", status="in_hand", unit=unit, first_due_on=due, asked_on=held.on,
            due_on=now_day + timedelta(days=5), extension_reason="Chờ tỉnh duyệt chỗ mới.", topic="environment",
        ),
        "passed_up": publish_question(
            held, "Đê sông lớn sạt lở.", status="passed_up", body="Sở Nông nghiệp và Môi trường",
            transferred_on=due, topic="irrigation", asked_on=held.on,
        ),
    }  # fmt: skip
    return SimpleNamespace(coming=coming, held=held, **questions)


@pytest.fixture
def some_day():
    return date(2026, 3, 2)


@pytest.fixture
def address(commune):
    return reverse("portal:send", args=[commune.slug])


def carried_by(response):
    """The hidden fields of the page, as a browser would send them on."""
    return dict(HIDDEN.findall(response.content.decode()))


def code_of(response):
    return re.search(r'class="code">([\d ]+)<', response.content.decode())[1]


def walk_to_check(client, address, *, words=WORDS, village="", **reply):
    """Through all the pages to the last one, or to the one that asks again; a commune without villages is not asked which."""
    client.get(address)
    page = client.post(address, {"trang": "hoi", "tra_loi": "y-kien"})
    page = client.post(address, {**carried_by(page), "words": words})
    if carried_by(page)["trang"] == "noi":
        page = client.post(address, {**carried_by(page), "village": village})
    return page if page.status_code == 422 else client.post(address, {**carried_by(page), **reply})


def press_send(client, address, page, **changed):
    return client.post(address, {**carried_by(page), "di": "gui", **changed})
