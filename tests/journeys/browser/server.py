"""The product as it is started in an office: its own process on its own data folder."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Town:
    """A running product. `slugs` are its communes by the key of their officials' sign-in names."""

    address: str
    data: Path
    slugs: dict[str, str]
    environment: dict[str, str]


def doithoai(*words: str) -> list[str]:
    """The command as its own process runs it."""
    return [sys.executable, "-W", "ignore", "-m", "doithoai.config.command", *words]


@contextmanager
def running_town(folder: Path, keys: tuple[str, ...]) -> Iterator[Town]:
    """Make the communes, start the product, stop it at the end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    environment = kept | {
        "DOITHOAI_DATA": str(folder / "data"),
        "DOITHOAI_STATIC": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
    }
    _run(doithoai("prepare"), environment)
    made = _run([sys.executable, "-W", "ignore", "-m", "tests.journeys.browser.town", *keys], environment)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        doithoai("run", "--port", str(port)), env=environment,
        stdout=subprocess.DEVNULL, stderr=(folder / "server.log").open("w"),
    )  # fmt: skip
    try:
        _wait_for(process, port, folder / "server.log")
        slugs = dict(zip(keys, made.split(), strict=True))
        yield Town(f"http://127.0.0.1:{port}", folder / "data", slugs, environment)
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
