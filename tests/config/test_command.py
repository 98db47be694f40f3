"""The `doithoai` command as a person types it."""

import os
import socket
import stat
import subprocess
import sys

import pytest

from doithoai.config import command, prepare
from doithoai.config.storage import DATABASE_NAME


def doithoai(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "doithoai.config.command", *words],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_command_shows_verbs_when_verb_is_unknown(capsys):
    code = command.main(["bay"])

    told = capsys.readouterr().err
    assert code == 2
    assert "không có việc “bay”" in told
    assert all(verb in told for verb in (*command.CLI, *command.ROOF))


def test_command_shows_verbs_when_asked_for_help(capsys):
    assert command.main(["--help"]) == 0
    assert "Cách dùng" in capsys.readouterr().out


def test_command_shows_verbs_when_nothing_is_asked(capsys):
    assert command.main([]) == 2
    assert "Cách dùng" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--data", "abc"], ["FILE", "--data=abc", "--json"]])
def test_command_takes_data_folder_from_either_spelling(monkeypatch, words):
    monkeypatch.setenv("DOITHOAI_DATA", "before")

    command._name_data(words)

    assert os.environ["DOITHOAI_DATA"] == "abc"


def test_prepare_makes_tables_once_and_refuses_data_of_a_newer_version(tmp_path):
    import sqlite3

    first = doithoai("prepare", "--data", str(tmp_path), DOITHOAI_STATIC=str(tmp_path / "static"))
    assert (first.returncode, first.stderr) == (0, "")
    assert (tmp_path / "static" / "staticfiles.json").is_file()
    database = tmp_path / DATABASE_NAME
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('plans', '9999_from_the_future', '2030-01-01')"
        )

    second = doithoai("prepare", "--data", str(tmp_path), DOITHOAI_STATIC=str(tmp_path / "static"))

    assert second.returncode == 2
    assert "phiên bản mới hơn" in second.stderr
    assert "plans.9999_from_the_future" in second.stderr


def test_verb_that_only_reads_data_says_what_to_do_when_folder_is_empty(tmp_path):
    answer = doithoai("list", "--data", str(tmp_path / "none"))

    assert answer.returncode == 2
    assert "chưa có dữ liệu" in answer.stderr
    assert not (tmp_path / "none" / DATABASE_NAME).exists()


def test_run_says_what_to_do_when_port_is_taken(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        answer = doithoai("run", "--port", str(port), "--data", str(tmp_path / "data"))

    assert answer.returncode == 2
    assert f"PORT={port + 1}" in answer.stderr
    assert not (tmp_path / "data").exists()


def test_setting_that_cannot_be_read_is_named(tmp_path):
    answer = doithoai("prepare", "--data", str(tmp_path), DOITHOAI_SQLITE_JOURNAL="fast")

    assert answer.returncode == 2
    assert answer.stderr.startswith("doithoai: DOITHOAI_SQLITE_JOURNAL")


def test_read_starts_neither_django_nor_a_data_folder(tmp_path):
    source = tmp_path / "plan.txt"
    source.write_text("KẾ HOẠCH\nĐối thoại với Nhân dân năm 2026\n", encoding="utf-8")

    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "doithoai.config.command", "read", str(source), "--json"],
        env={"PATH": os.environ["PATH"], "DOITHOAI_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.startswith("{")
    assert "doithoai.domain.reading" in told.stderr
    assert "django" not in told.stderr
    assert not (tmp_path / "data").exists()


def test_style_sheets_are_gathered_again_when_one_has_changed(tmp_path, settings, monkeypatch):
    source, built = tmp_path / "source", tmp_path / "built"
    (source / "ui").mkdir(parents=True)
    (source / "ui" / "a.css").write_text("a{}")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT, settings.STATIC_IS_BUILT = [source], built, True
    built.mkdir()
    (built / "staticfiles.json").write_text("{}")
    calls = []
    monkeypatch.setattr(prepare, "collect", lambda: calls.append(1))

    os.utime(built / "staticfiles.json", (4_000_000_000, 4_000_000_000))
    prepare.collect_again()
    before = len(calls)
    os.utime(source / "ui" / "a.css", (4_000_000_001, 4_000_000_001))
    prepare.collect_again()

    assert (before, len(calls)) == (0, 1)
