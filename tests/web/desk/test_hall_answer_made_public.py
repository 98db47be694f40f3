"""What was answered in the hall reaches the public page once a person has checked its words."""

import pytest

from doithoai.cli.demo import load
from doithoai.stages.conference.models import Disposition
from doithoai.stages.notices.models import PublicQuestion
from doithoai.stages.people.models import User

pytestmark = pytest.mark.django_db


def test_clerk_publishes_the_words_answered_in_the_hall(client, django_capture_on_commit_callbacks):
    load()
    client.force_login(User.objects.get(username="binhlang.vanphong"))
    spoken = Disposition.objects.filter(
        opinion__commune__name="Bình Lãng", outcome="answered_now", opinion__public_text__gt=""
    ).first()
    address = f"/ban-lam-viec/{spoken.opinion.commune.slug}/y-kien/{spoken.opinion_id}/"
    words = "Mương đã nạo vét xong, hợp tác xã duy tu mỗi tháng."
    before = PublicQuestion.objects.get(pk=spoken.opinion_id).answer

    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(address, {"deed": "heard", "heard-public_text": words})

    assert page.status_code == 302
    assert (before, PublicQuestion.objects.get(pk=spoken.opinion_id).answer) == ("", words)
