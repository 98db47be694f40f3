"""Limits per device and day: counts, waits, a new key every day, bounded memory."""

from datetime import timedelta

import pytest

from doithoai.web.portal import limits
from doithoai.web.portal.limits import FREE_MISSES, LONGEST_WAIT, Watch


@pytest.fixture
def watch():
    return Watch()


def test_sending_is_allowed_up_to_the_limit_of_a_day(watch, at, monkeypatch):
    monkeypatch.setattr(limits, "OPINIONS_A_DAY", 3)

    assert [watch.may_send("a", at) for _time in range(4)] == [True, True, True, False]
    assert watch.may_send("b", at)
    assert watch.may_send("a", at + timedelta(days=1))


def test_key_and_counts_are_forgotten_when_the_day_in_vietnam_ends(watch, at):
    watch.may_send("a", at)
    key, known = watch.key, set(watch.sent)

    watch.may_send("a", at + timedelta(hours=14, minutes=59))
    assert watch.key == key

    watch.may_send("a", at + timedelta(hours=15))
    assert watch.key != key
    assert not known & set(watch.sent)


def test_device_itself_is_never_kept(watch, at):
    watch.may_send("203.0.113.77", at)
    watch.note_miss("203.0.113.77", at)

    assert b"203.0.113.77" not in b"".join([*watch.sent, *watch.misses])


def test_waiting_grows_with_misses_and_ends_by_itself(watch, at):
    waits = []
    for _miss in range(FREE_MISSES + 8):
        watch.note_miss("a", at)
        waits.append(watch.seconds_to_wait("a", at))

    assert waits == [0] * FREE_MISSES + [2, 4, 8, 16, 32, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]
    assert watch.seconds_to_wait("a", at + timedelta(seconds=LONGEST_WAIT - 10)) == 10
    assert watch.seconds_to_wait("a", at + timedelta(seconds=LONGEST_WAIT)) == 0
    assert watch.seconds_to_wait("b", at) == 0


def test_misses_are_forgiven_after_an_hour(watch, at):
    for _miss in range(FREE_MISSES + 5):
        watch.note_miss("a", at)

    later = at + timedelta(minutes=61)
    watch.note_miss("a", later)

    assert watch.seconds_to_wait("a", later) == 0


def test_thousand_misses_in_an_hour_are_told_to_the_log_once_without_an_address(watch, at, caplog):
    caplog.set_level("WARNING")

    for number in range(limits.ALARM_AT + 200):
        watch.note_miss(f"203.0.113.{number % 50}", at)

    told = [record for record in caplog.records if record.name == "doithoai.portal"]
    assert len(told) == 1
    assert "203.0.113" not in str(vars(told[0]))


def test_memory_is_bounded(watch, at, monkeypatch):
    monkeypatch.setattr(limits, "ROOM", 10)

    for number in range(100):
        watch.may_send(f"a{number}", at)
        watch.note_miss(f"a{number}", at)

    assert (len(watch.sent), len(watch.misses)) == (10, 10)
