"""Readers of the environment."""

import stat

import pytest

from doithoai.config import env


@pytest.mark.parametrize(("word", "value"), [("1", True), ("on", True), ("co", True), ("0", False), ("", False)])
def test_flag_reads_both_ways(monkeypatch, word, value):
    monkeypatch.setenv("X", word)

    assert env.flag("X", default=not value) is value


def test_flag_is_default_when_unset(monkeypatch):
    monkeypatch.delenv("X", raising=False)

    assert env.flag("X", default=True) is True


@pytest.mark.parametrize(
    "read", [env.flag, lambda name: env.whole(name, 1), lambda name: env.one_of(name, ("a",), "a")]
)
def test_reader_names_variable_when_word_is_wrong(monkeypatch, read):
    monkeypatch.setenv("X", "maybe")

    with pytest.raises(env.BadSetting, match=r"^X="):
        read("X")


def test_listed_drops_blanks(monkeypatch):
    monkeypatch.setenv("X", " a, ,b ")

    assert env.listed("X") == ["a", "b"]


def test_secret_is_made_once_and_only_readable_by_owner(monkeypatch, tmp_path):
    monkeypatch.delenv("X", raising=False)
    file = tmp_path / "new" / "key"

    first = env.secret("X", file)

    assert len(first) >= 50
    assert env.secret("X", file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["key"]


def test_secret_comes_from_named_file_when_given(monkeypatch, tmp_path):
    (tmp_path / "k").write_text("abc\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "k"))

    assert env.secret("X", tmp_path / "unused") == "abc"
    assert not (tmp_path / "unused").exists()


def test_postgres_reads_every_part(monkeypatch):
    monkeypatch.setenv("X", "postgresql://b%C3%A9:p%40ss@db.local:5433/xa?sslmode=require")

    assert env.postgres("X") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "xa",
        "USER": "bé",
        "PASSWORD": "p@ss",
        "HOST": "db.local",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize("word", ["mysql://a/b", "postgresql://host", "doithoai.sqlite3"])
def test_postgres_refuses_other_addresses(monkeypatch, word):
    monkeypatch.setenv("X", word)

    with pytest.raises(env.BadSetting, match="postgresql://"):
        env.postgres("X")
