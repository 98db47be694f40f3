"""What git keeps: no machine's paths, no download addresses, no secrets, hashes on every library, reasons on every silence."""

import re

import pytest

from tests.house.sources import HOUSE, name, python_files, tracked_files
from tools import reasons

# Written in parts, so that this file does not hold what it looks for.
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb.debian" + ".org",
    "jsdeli" + "vr",
    "unpkg" + ".com",
)
PATHS = re.compile(r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|tm" + r"p/\w+)/")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}")
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".html", ".css", ".js", ".json", ".sh", ".ini", ".po", ".yml", ".svg", ""}
PINNED = re.compile(r"^[a-zA-Z0-9_.-]+(\[[a-z,]+\])?==[^ ]+", re.MULTILINE)


def texts() -> list[tuple[str, str]]:
    return [
        (name(path), path.read_text(encoding="utf-8", errors="replace"))
        for path in tracked_files()
        if path.suffix in TEXT and "vendored" not in path.parts
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registry(host):
    assert [file for file, text in texts() if host in text] == []


def test_no_file_names_a_place_on_somebodys_machine():
    assert [file for file, text in texts() if PATHS.search(text)] == []


def test_no_file_holds_a_secret():
    assert [file for file, text in texts() if SECRET.search(text)] == []


@pytest.mark.parametrize("list_name", ["base", "dev"])
def test_every_library_is_pinned_with_hashes_and_without_address(list_name):
    text = (HOUSE / "requirements" / f"{list_name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    pinned = [block for block in blocks if PINNED.match(block)]

    assert len(pinned) == len(PINNED.findall(text)) > 10
    assert [block.split()[0] for block in pinned if "--hash=sha256:" not in block] == []
    assert re.search(r"https?://|file://|@ ", text) is None


def test_every_direct_library_is_pinned():
    for list_name in ("base", "dev"):
        asked = (HOUSE / "requirements" / f"{list_name}.in").read_text(encoding="utf-8")
        pinned = (HOUSE / "requirements" / f"{list_name}.txt").read_text(encoding="utf-8")
        names = {re.split(r"[\[>=<; ]", line)[0] for line in asked.splitlines() if re.match(r"[a-z]", line)}

        assert {library for library in names if f"\n{library}==" not in f"\n{pinned}"} == set()


def test_every_library_is_named_with_its_licence():
    told = (HOUSE / "docs/licences.md").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==", (HOUSE / "requirements/dev.txt").read_text(encoding="utf-8"), re.MULTILINE)

    assert {library for library in pinned if not re.search(rf"[| ]{library}[ ,]", told)} == set()


def test_every_silence_and_skip_has_its_reason():
    assert [fault for path in python_files() for fault in reasons.faults(path)] == []


def test_silence_is_seen_when_it_has_no_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(reasons, "HOUSE", tmp_path)
    path = tmp_path / "x.py"
    path.write_text("a = 1  # no" + "qa: E501\nb = 2  # no" + "qa: E501 -- too long to break\n@pytest.mark." + "skip\n")

    assert [fault.split(": ")[0] for fault in reasons.faults(path)] == ["x.py:1", "x.py:3"]
