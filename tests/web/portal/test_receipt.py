"""The slip: what stands on it to be copied to one's family."""

import re
from datetime import timedelta

import pytest

from doithoai.web.portal.receipt import message_of
from tests.factories.plans import make_conference
from tests.web.portal.conftest import code_of, press_send, walk_to_check

pytestmark = pytest.mark.django_db


def test_message_to_copy_holds_code_and_address_apart_and_fits_a_text_message(client, commune, address, now_day):
    make_conference(commune, now_day + timedelta(days=9), state="announced")

    sent = press_send(client, address, walk_to_check(client, address))

    message = re.search(r"<textarea[^>]*readonly[^>]*>([^<]*)<", sent.content.decode())[1]
    assert code_of(sent) in message
    assert message.endswith(f"http://testserver/{commune.slug}/tra-cuu/")
    assert "Xã trả lời tại buổi đối thoại ngày" in message
    assert len(message) <= 300


def test_message_leaves_promises_to_the_slip_when_they_make_it_too_long():
    said, promise = ["Đã nhận.", "Mã số: 1.", "Xem ở: x"], "Xã trả lời. " + "dài " * 60

    assert message_of(said, [promise, promise]) == f"Đã nhận. Mã số: 1. {promise} Xem ở: x"
    assert message_of(said, [promise * 2]) == "Đã nhận. Mã số: 1. Xem ở: x"
