"""The product as it is started in an office: its own process on its own data folder."""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Town:
    """A running product. `slugs` are its communes by the key of their officials' sign-in names.

    `sessions` are of those who are signed in already, by sign-in name.
    """

    address: str
    data: Path
    slugs: dict[str, str]
    environment: dict[str, str]
    sessions: dict[str, str] = field(default_factory=dict)


def doithoai(*words: str) -> list[str]:
    """The command as its own process runs it."""
    return [sys.executable, "-W", "ignore", "-m", "doithoai.config.command", *words]


@contextmanager
def running_town(folder: Path, keys: tuple[str, ...]) -> Iterator[Town]:
    """Make the communes, start the product, stop it at the end."""
    environment = _environment(folder)
    _run(doithoai("prepare"), environment)
    made = _run([sys.executable, "-W", "ignore", "-m", "tests.journeys.browser.town", *keys], environment)
    slugs = dict(zip(keys, made.split(), strict=True))
    with _served(folder, environment) as address:
        yield Town(address, folder / "data", slugs, environment)


@contextmanager
def running_demo(folder: Path, made: Path) -> Iterator[Town]:
    """The demo with its people signed in, a sitting under way and the gallery shown; loaded once into `made`, then copied."""
    _make_demo(made)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    environment = _environment(folder) | {"DOITHOAI_GALLERY": "1"}
    there = json.loads((folder / "there.json").read_text())
    with _served(folder, environment) as address:
        yield Town(address, folder / "data", there["slugs"], environment, there["sessions"])


def _make_demo(folder: Path) -> None:
    """Whoever comes first makes it; the others wait and find it made."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "there.json").exists():
            environment = _environment(folder)
            _run(doithoai("prepare"), environment)
            _run(doithoai("demo", "--data", str(folder / "data")), environment)
            there = _run([sys.executable, "-W", "ignore", "-m", "tests.journeys.browser.demo"], environment)
            (folder / "there.json").write_text(there)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    return kept | {
        "DOITHOAI_DATA": str(folder / "data"),
        "DOITHOAI_STATIC": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
    }


@contextmanager
def _served(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """The server's address; it is stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        doithoai("run", "--port", str(port)), env=environment,
        stdout=subprocess.DEVNULL, stderr=(folder / "server.log").open("w"),
    )  # fmt: skip
    try:
        _wait_for(process, port, folder / "server.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _run(words: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not come up")
