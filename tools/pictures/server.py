"""The product in a process of its own, on a new data folder and a free port, at one moment of the stage."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "doithoai.example"
"""What the product is called in the pictures, which say their own address: the port is another each time."""
PATIENCE = 60
"""Seconds until a server that says nothing has failed."""


class Failed(Exception):
    """The pictures cannot be made; the words say why."""


def environment(folder: Path) -> dict[str, str]:
    """No setting of this machine, every file in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    return kept | {
        "DOITHOAI_DATA": str(folder / "data"),
        "DOITHOAI_HOSTS": NAME,
        "DOITHOAI_STATIC": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
    }


def stage(moment: str, *words: str) -> list[str]:
    """The command line of `tools/pictures/stage.py`."""
    return [sys.executable, "-W", "ignore", "-m", "tools.pictures.stage", moment, *words]


def run(folder: Path, moment: str, *words: str) -> str:
    """Run one command on the stage; what it prints comes back."""
    done = subprocess.run(stage(moment, *words), env=environment(folder), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{' '.join(words)}: {done.stderr.strip()[-2000:]}")
    return done.stdout


@contextmanager
def serving(folder: Path, moment: str) -> Iterator[str]:
    """Host and port of the product while it runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "server.log").open("w") as log:
        command = stage(moment, "run", "--quiet", "--host", "127.0.0.1", "--port", str(port))
        process = subprocess.Popen(command, env=environment(folder), stdout=log, stderr=log)
        try:
            _wait_for(process, port, folder / "server.log")
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise Failed(f"the server did not come up: {log.read_text()[-2000:]}")
