"""Row j: from the start of the process to the first page, and the memory of the whole process tree.

Limit: a bare socket in Python that answers with the same bytes. Ours: `doithoai run`. Peers: the same pages under plain Django,
as ASGI on uvicorn and by Django's own `runserver`. Also how many pages a second each shape gives, dynamic and shared.
"""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from bench.load import Asked, ask_many
from bench.report import Measure, Row, in_turn

HOUSE = Path(__file__).resolve().parents[1]
BARE = """
import socket, sys
s = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    c, _ = s.accept(); c.recv(65536)
    c.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nhi"); c.close()
"""
ASGI = """
import os, sys, uvicorn
from django.core.asgi import get_asgi_application
uvicorn.run(get_asgi_application(), port=int(sys.argv[1]), log_level="error", access_log=False)
"""
BRIDGED = """
import os, sys, uvicorn
from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application
uvicorn.run(WSGIMiddleware(get_wsgi_application(), workers=2), port=int(sys.argv[1]), log_level="error", access_log=False)
"""
HELLO = """
import sys, uvicorn
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"hi"})
uvicorn.run(app, port=int(sys.argv[1]), log_level="error", access_log=False, lifespan="off")
"""
PYTHON = [sys.executable, "-W", "ignore"]
ASGI_PEER, RUNSERVER_PEER, BRIDGED_PEER = "Django under ASGI", "Django runserver", "a2wsgi, two threads"
COMMANDS = {
    "limit": [*PYTHON, "-c", BARE],
    "ours": [*PYTHON, "-m", "doithoai.config.command", "run", "--quiet", "--port"],
    ASGI_PEER: [*PYTHON, "-c", ASGI],
    BRIDGED_PEER: [*PYTHON, "-c", BRIDGED],
    RUNSERVER_PEER: [*PYTHON, "-m", "django", "runserver", "--noreload"],
    "hello": [*PYTHON, "-c", HELLO],
}
PEERS = (ASGI_PEER, BRIDGED_PEER, RUNSERVER_PEER)
PAGE = "/"
WAIT_SECONDS = 30.0


def run(*, full: bool) -> list[Row]:
    """Start times and memory of all shapes in turn; then pages a second of those that serve pages."""
    rounds = 11 if full else 5
    with tempfile.TemporaryDirectory(prefix="doithoai-bench-") as folder:
        environment = prepared(Path(folder))
        idle: dict[str, list[float]] = {name: [] for name in COMMANDS}
        starts = in_turn({name: _start(name, environment, idle) for name in ("limit", "ours", *PEERS)}, rounds)
        memory = {name: sorted(taken)[len(taken) // 2] for name, taken in idle.items() if taken}
        served = _served(environment, memory["limit"], seconds=6.0 if full else 2.0)
    rows = [
        _row("j start to first page", "ms", starts, "<= 350 ms"),
        _row("j idle memory of the tree", "MB", memory, "<= 70 MB"),
    ]
    for what, figures in served.items():
        others = {name: figure for name, figure in figures.items() if name not in {"limit", "ours"}}
        more = what != "j memory after load"
        unit = "pages/s" if more else "MB"
        goal = "" if more else "<= 130 MB"
        rows.append(Row(what, unit, figures["limit"], figures["ours"], others, goal, more_is_better=more))
    return rows


def _row(name: str, unit: str, figures: dict[str, float], goal: str) -> Row:
    return Row(name, unit, figures["limit"], figures["ours"], {peer: figures[peer] for peer in PEERS}, goal)


def prepared(folder: Path) -> dict[str, str]:
    """A data folder with tables, and demo pages where the product can load them; the environment to serve it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    environment = kept | {
        "DOITHOAI_DATA": str(folder),
        "DOITHOAI_STATIC": str(folder / "static"),
        "DOITHOAI_LOG": "error",
        "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
        "PYTHONPATH": str(HOUSE),
    }
    for verb in ("prepare", "demo"):
        command = [*PYTHON, "-m", "doithoai.config.command", verb, "--data", str(folder)]
        done = subprocess.run(command, env=environment, cwd=HOUSE, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{verb}: {done.stderr[-300:]}"
    return environment


def _start(name: str, environment: dict[str, str], idle: dict[str, list[float]]) -> Measure:
    def measure() -> float:
        with _running(name, environment) as (process, port, started):
            wait_for(port, process)
            took = (time.perf_counter() - started) * 1000
            time.sleep(0.3)
            idle[name].append(_tree_mb(process.pid))
        return took

    return measure


def _running(
    name: str, environment: dict[str, str]
) -> AbstractContextManager[tuple[subprocess.Popen[bytes], int, float]]:
    return serving(COMMANDS[name], environment)


@contextmanager
def serving(
    command: list[str], environment: dict[str, str], fed: bytes = b""
) -> Iterator[tuple[subprocess.Popen[bytes], int, float]]:
    """A started server: its process, port, and the moment it was asked to start. Stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    with tempfile.TemporaryFile() as spoken:
        spoken.write(fed)
        spoken.seek(0)
        process = subprocess.Popen(
            [*command, str(port)], env=environment, cwd=HOUSE, stdin=spoken,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    try:
        yield process, port, started
    finally:
        process.terminate()
        process.wait(30)


def wait_for(port: int, process: subprocess.Popen[bytes], page: str = PAGE) -> None:
    """Ask until the first whole 200; the same words must be on everybody's page."""
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", page, headers={"Host": "localhost"})
            answer = connection.getresponse()
            content = answer.read()
        except OSError:
            time.sleep(0.002)
            continue
        finally:
            connection.close()
        assert answer.status == 200, f"status {answer.status}"
        assert content == b"hi" or b"</html>" in content or page != PAGE, "not a whole page"
        return
    raise AssertionError("the server did not come up")


def _tree_mb(pid: int) -> float:
    """Resident memory of a process and all below it, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return own + sum(_tree_mb(int(child)) for child in children)


def cpu_seconds(pid: int) -> float:
    """Seconds of a core that a process has used so far, ended threads too: what else the machine does adds nothing."""
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def _served(environment: dict[str, str], idle_limit: float, *, seconds: float) -> dict[str, dict[str, float]]:
    """Pages a second: one made for each visitor (each has a form token), one that all may share; memory after it."""
    dynamic: dict[str, float] = {}
    shared: dict[str, float] = {}
    memory: dict[str, float] = {}
    for name in ("ours", ASGI_PEER, BRIDGED_PEER):
        with _running(name, environment) as (process, port, _):
            wait_for(port, process)
            for figures, cookie in ((dynamic, "sessionid=none"), (shared, "")):
                load = ask_many(port, Asked([PAGE], {"Cookie": cookie} if cookie else {}), seconds=seconds)
                assert load.wrong == 0, f"{name}: {load.wrong} answers were not 200"
                figures[name] = load.per_second
            memory[name] = _tree_mb(process.pid)
    dynamic["limit"] = shared["limit"] = _hello(seconds)
    memory["limit"] = idle_limit
    return {"j pages made one by one": dynamic, "j pages shared": shared, "j memory after load": memory}


def _hello(seconds: float) -> float:
    """What this load generator gets from uvicorn with two bytes: the limit of both rows."""
    with _running("hello", dict(os.environ)) as (process, port, _):
        wait_for(port, process)
        return ask_many(port, Asked([PAGE], {}), seconds=seconds).per_second
