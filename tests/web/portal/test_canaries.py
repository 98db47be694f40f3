"""Names, phones and addresses of speakers planted everywhere, then looked for at every public address: none is found."""

import re
from collections import deque
from datetime import timedelta

import pytest
from django.utils import timezone

from doithoai.domain.texts import digits_of, fold
from doithoai.stages.conference.models import Disposition
from doithoai.stages.notices.models import PublicQuestion
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.check_public_text import check_public_text
from doithoai.stages.opinions.services.write_public_text import write_public_text
from doithoai.web.api.tokens import calendar_key
from tests.factories.answers import make_answer, make_extension, make_signed_answer, make_transfer
from tests.factories.opinions import make_opinion
from tests.factories.people import clerk_of, make_post, make_unit, make_user
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db

PEOPLE = 24
LINK = re.compile(r'(?:href|action)="(/[^"#]*)')


def person(number):
    """Three marks that stand nowhere else."""
    return f"Đinh Văn Khuất{number:03}", f"0987000{number:03}", f"ngõ Kínđáo{number:03}"


@pytest.fixture
def planted(commune, village, at):
    """Opinions in every state, two of three published, their people's marks in every private place."""
    conference = make_conference(commune, timezone.localdate() - timedelta(days=20), state="held")
    unit, clerk = make_unit(commune, "Phòng Kinh tế"), clerk_of(commune)
    for number in range(PEOPLE):
        name, phone, address = person(number)
        whole = f"Tôi là {name}, số máy {phone}, nhà ở {address}, báo đường trước nhà hỏng."
        opinion = make_opinion(
            commune, whole, speaker_name=name, speaker_phone=phone, speaker_address=address, conference=conference,
            village=village, summary=whole, competent_body="Sở Xây dựng", topic="roads",
        )  # fmt: skip
        if number % 3:
            write_public_text(
                opinion_id=opinion.pk,
                text=f"Đường thôn hỏng đoạn {number}.",
                version=opinion.version,
                actor=clerk,
                at=at,
            )
            opinion.refresh_from_db()
            check_public_text(opinion_id=opinion.pk, version=opinion.version, seen_suspects=True, actor=clerk, at=at)
        Disposition.objects.create(
            conference=conference,
            opinion=opinion,
            outcome="in_writing",
            said=f"Trả lời {whole}",
            reason=whole,
            unit=unit,
        )
        if number % 4 == 0:
            make_signed_answer(opinion, unit, text=f"Kính gửi {name}, {phone}, {address}: xã sửa.", late_reason=whole)
        elif number % 4 == 1:
            make_extension(
                make_answer(opinion, unit, text=whole), timezone.localdate() + timedelta(days=9), reason=whole
            )
        elif number % 4 == 2:
            make_transfer(opinion, reason=whole, reply=whole)
    publish_dialogue(conference_id=conference.pk, actor=clerk, at=at)
    return conference


def marks_in(text):
    """Every planted mark that stands in a text, however it is written."""
    folded, digits = fold(text), digits_of(text)
    found = []
    for number in range(PEOPLE):
        name, phone, address = person(number)
        found += [mark for mark in (name, address) if fold(mark.split()[-1]) in folded]
        found += [phone] * (phone in digits)
    return found


def crawl(client, start):
    """Every page that links lead to, by address."""
    pages, waiting = {}, deque(start)
    while waiting:
        address = waiting.popleft()
        if address in pages or address.startswith(("/static/", "/ngon-ngu/", "/dang-")):
            continue
        response = client.get(address)
        pages[address] = response
        waiting.extend(link.replace("&amp;", "&") for link in LINK.findall(response.content.decode()))
    return pages


def test_marks_are_found_where_they_stand(commune, planted):
    assert PublicQuestion.objects.count() > PEOPLE // 2
    assert len(set(marks_in(" ".join(Opinion.objects.values_list("original_words", flat=True))))) == 3 * PEOPLE


def test_no_public_address_tells_who_spoke(client, commune, planted):
    slug = commune.slug
    start = ["/", f"/{slug}/tim/?tim=duong thon", "/tim/?tim=hong&trang=2", f"/{slug}/khong-co/", "/khong-co-xa/",
             f"/{slug}/hoi-nghi/{planted.pk}/?thon=Đông Phong&tinh_trang=overdue"]  # fmt: skip
    start += [f"/{slug}/cau-hoi/{pk}/" for pk in Opinion.objects.values_list("pk", flat=True)]

    pages = crawl(client, start)

    assert len(pages) > PEOPLE
    assert {address: found for address, page in pages.items() if (found := marks_in(page.content.decode()))} == {}
    assert sum(page.status_code == 200 for page in pages.values()) > PEOPLE // 2


def test_no_receipt_code_tells_who_spoke(client, planted):
    for code in Opinion.objects.values_list("code", flat=True):
        page = client.post("/tra-cuu/", {"ma": code}, REMOTE_ADDR=code)

        assert page.status_code == 200
        assert marks_in(page.content.decode()) == []


@pytest.mark.parametrize("number", range(3))
def test_searching_for_a_person_finds_nothing(client, commune, planted, number):
    for mark in person(number):
        html = client.get("/tim/", {"tim": mark}).content.decode()

        assert "Gõ ít chữ hơn" in html or "gần giống" in html
        assert marks_in(html.replace(mark, "")) == []


def test_calendar_and_health_tell_nobody(client, commune, planted):
    from doithoai.domain.roles import Role

    user = make_user()
    make_post(user, Role.CLERK, commune)

    feed = client.get(f"/api/lich/{commune.slug}/{calendar_key(user, commune.slug)}.ics")
    health = client.get("/api/suc-khoe/")

    assert feed.status_code == 200
    assert b"VEVENT" in feed.content
    assert marks_in(feed.content.decode()) + marks_in(health.content.decode()) == []
