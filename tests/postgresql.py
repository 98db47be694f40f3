"""Starts a throw-away PostgreSQL from the machine's own binaries: temporary folder, loopback, no durability.

As root the server runs under the `postgres` account that the Debian package makes, since it refuses to run as root.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

MISSING = "PostgreSQL is not installed (Debian: postgresql); storage tests run on SQLite alone"
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=64MB",
    "max_connections=60",
    "autovacuum=off",
    "logging_collector=off",
)
WAIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `address` fits DOITHOAI_DATABASE."""

    address: str
    folder: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def _binaries() -> Path | None:
    """The folder of the newest installed `initdb`."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def is_installed() -> bool:
    """Whether this machine has a PostgreSQL server to start."""
    return _binaries() is not None


def start() -> Server:
    """Initialise and start a server on a free loopback port; raises RuntimeError when it does not come up."""
    binaries = _binaries()
    if binaries is None:
        raise RuntimeError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="doithoai-pg-"))
    account = _account()
    if account:
        shutil.chown(folder, account, account)
    data = folder / "data"
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "doithoai", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
        check=True,
        user=account,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    port = _free_port()
    settings = [word for setting in FAST for word in ("-c", setting)]
    process = subprocess.Popen(
        [binaries / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", folder, *settings],
        user=account,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Server(f"postgresql://doithoai@127.0.0.1:{port}/postgres", folder, process)
    _wait(server, port)
    return server


def _account() -> str | None:
    """The account to run under: `postgres` when we are root, our own otherwise."""
    if os.geteuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: Server, port: int) -> None:
    """Until the server answers; a server that ends or keeps silent is stopped and reported."""
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until and server.process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            time.sleep(0.2)
            return
    server.stop()
    raise RuntimeError("PostgreSQL did not start")
