"""The hash-chained record: what it keeps, what the database refuses, what the check finds."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from doithoai.base import audit
from doithoai.base.models import AuditHead, AuditLine
from doithoai.domain.roles import Actor

AT = datetime(2026, 11, 21, 1, 2, 3, 456789, tzinfo=UTC)
CLERK = Actor(user_id=7, name="Trần Thị Sổ")

pytestmark = pytest.mark.django_db


def fill(lines: int = 3, chain: str = "xa-thu") -> None:
    for number in range(lines):
        audit.record(CLERK, "duty.fulfilled", f"duty:{number}", chain=chain, at=AT, proof="biên bản")


def tamper(sql: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_line_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS audit_line_no_delete")
        else:
            cursor.execute("ALTER TABLE audit_line DISABLE TRIGGER USER")
        cursor.execute(sql)


def test_record_chains_lines_when_two_communes_write():
    fill(2, "xa-mot")
    fill(1, "xa-hai")

    lines = {line.key: line for line in AuditLine.objects.all()}

    assert sorted(lines) == ["xa-hai/1", "xa-mot/1", "xa-mot/2"]
    assert lines["xa-mot/2"].previous == lines["xa-mot/1"].digest
    assert lines["xa-hai/1"].previous == audit.GENESIS
    assert list(audit.faults()) == []


def test_record_leaves_nothing_when_the_change_fails():
    def failing() -> None:
        with transaction.atomic():
            fill(1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()

    assert AuditLine.objects.count() == 0
    assert AuditHead.objects.count() == 0


@pytest.mark.parametrize("sql", ["UPDATE audit_line SET act='x'", "DELETE FROM audit_line"])
def test_database_refuses_when_a_line_is_changed_or_deleted(sql):
    fill(1)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)

    assert AuditLine.objects.count() == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-21T01:02:03.456780+00:00"), ("actor_id", "8"), ("actor_name", "Trần Thị Só"), ("act", "duty.fulfilleD"),
        ("thing", "duty:9"), ("detail", "{}"), ("seal", "0"), ("previous", "1"), ("digest", "2"),
    ],
)  # fmt: skip
def test_faults_name_the_line_when_one_column_is_changed(column, value):
    fill(3)

    tamper(f"UPDATE audit_line SET {column}='{value}' WHERE key='xa-thu/2'")  # noqa: S608 -- fixed values of this test

    assert any("xa-thu/2" in fault for fault in audit.faults())


def test_faults_name_the_line_when_its_key_or_number_is_changed():
    fill(3)

    tamper("UPDATE audit_line SET number=20 WHERE key='xa-thu/2'")

    assert any("xa-thu/2" in fault for fault in audit.faults())


def test_faults_tell_when_the_end_of_the_chain_is_cut_off():
    fill(3)

    tamper("DELETE FROM audit_line WHERE number=3")

    assert list(audit.faults()) == ["audit_head xa-thu: cuối sổ không khớp (sổ ghi đến số 3)"]


def test_faults_tell_when_a_middle_line_is_gone():
    fill(3)

    tamper("DELETE FROM audit_line WHERE number=2")

    assert "audit_line xa-thu/3: thiếu dòng trước (sau số 1)" in list(audit.faults())


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite stores bytes that are no text")
def test_faults_name_the_line_when_a_byte_is_no_longer_text():
    fill(2)

    tamper("UPDATE audit_line SET act=CAST(x'ff6465' AS TEXT) WHERE number=1")

    assert any("xa-thu/1" in fault for fault in audit.faults())


def test_faults_tell_when_a_sealed_text_is_changed(monkeypatch):
    words = {"1": "Đường liên thôn bị sụt."}
    monkeypatch.setitem(audit._seals, "note", lambda key: audit.digest_of_text(words[key]) if key in words else None)
    audit.record(CLERK, "note.kept", "note:1", chain="xa-thu", at=AT, seal=audit.digest_of_text(words["1"]))
    assert list(audit.faults()) == []

    words["1"] = "Đường liên thôn bị sụp."
    changed = list(audit.faults())
    words.clear()
    gone = list(audit.faults())

    assert changed == ["note:1: nội dung gốc đã bị sửa (dòng xa-thu/1)"]
    assert gone == ["note:1: đã mất khỏi cơ sở dữ liệu (dòng xa-thu/1)"]


def test_digest_differs_when_text_moves_between_columns():
    assert audit.digest_of_text("ab", "c") != audit.digest_of_text("a", "bc")


def test_faults_keep_the_order_of_numbers_when_a_chain_has_more_than_nine_lines():
    fill(12)

    assert list(audit.faults()) == []
