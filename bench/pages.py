"""Rows g1, g2 and g3: our real pages against a cursor with f-strings (limit) and against the Django tutorial (peer).

All servers run at once and are asked in turn, so that a busy moment hits all alike; counted are the pages for each second of a
core that the server itself used, so that other work on the machine weighs little. Our pages are asked as a visitor who has
begun a form: such a visitor never gets a kept page, so each answer is drawn. The tables hold 50,000 public questions, with
`--full` 1,000,000. The textbook is served as WSGI on two threads (a2wsgi), as ours is, and as ASGI, as its own guide says.
"""

import html
import http.client
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bench.load import Asked, ask_many
from bench.peers import crowd
from bench.report import Measure, Row, in_turn
from bench.start import ASGI, BRIDGED, HELLO, HOUSE, PYTHON, cpu_seconds, prepared, serving, wait_for

LIMIT, OURS, WSGI_PEER, ASGI_PEER = "limit", "ours", "textbook Django, WSGI", "textbook Django, ASGI"
KEPT_PEER, SAME_BYTES = "textbook Django, cache_page", "the same bytes, no edge"
TEXTBOOK = {"DJANGO_SETTINGS_MODULE": "bench.peers.textbook_settings"}
QUESTION, OPINION = re.compile(r'href="[^"]*/cau-hoi/(\d+)/"'), re.compile(r'href="[^"]*/y-kien/(\d+)/"')
BEGAN_A_FORM = {"Cookie": "csrftoken=none"}
SIGNED_IN = """
import django; django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from doithoai.stages.people.models import User
user = User.objects.get(username="binhlang.vanphong")
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session.save()
print(session.session_key)
"""
SAME = """
import sys, uvicorn
body = sys.stdin.buffer.read()
async def app(scope, receive, send):
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
uvicorn.run(app, port=int(sys.argv[1]), log_level="error", access_log=False, lifespan="off")
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a running server listens, and its process."""

    port: int
    pid: int


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: what it is called, what is asked, and how its rows are known in the HTML."""

    name: str
    asked: Asked
    rows: re.Pattern[str]
    least: int
    goal: str = "3x the textbook"


def run(*, full: bool) -> list[Row]:
    """Pages a second of each kind, every server in turn; then the kept page."""
    seconds, rounds = (3.0, 7) if full else (1.0, 5)
    with tempfile.TemporaryDirectory(prefix="doithoai-bench-") as folder:
        environment = prepared(Path(folder))
        place = crowd.fill(Path(folder), 1_000_000 if full else 50_000)
        with _servers(environment, folder) as servers:
            rows = [_row(page, servers, seconds, rounds) for page in _pages(place, _session(environment), place.rows)]
            return rows + _kept(environment, servers, place, seconds, rounds)


def _pages(place: crowd.Asked, session: str, rows: int) -> list[Page]:
    """What is asked: every dialogue of the commune in turn, its questions, a search, the register."""
    of = f"of {rows:,}"
    dialogues = [f"/{place.slug}/hoi-nghi/{number}/" for number in place.dialogues]
    questions = [f"/{place.slug}/cau-hoi/{number}/" for number in place.questions]
    search = f"/{place.slug}/tim/?tim={quote(place.words)}"
    return [
        Page(f"g1 a dialogue's questions, 20 {of}", Asked(dialogues, BEGAN_A_FORM), QUESTION, 20),
        Page(
            f"g1 the register of opinions, 30 {of}",
            Asked([f"/ban-lam-viec/{place.slug}/y-kien/"], {"Cookie": f"sessionid={session}"}),
            OPINION,
            30,
        ),
        Page(f"g2 one question {of}", Asked(questions, BEGAN_A_FORM), QUESTION, 0),
        Page(f"g2 a search among a commune's {crowd.OF_A_COMMUNE:,}", Asked([search], BEGAN_A_FORM), QUESTION, 20),
    ]


def _session(environment: dict[str, str]) -> str:
    done = subprocess.run(
        [*PYTHON, "-c", SIGNED_IN], env=environment, cwd=HOUSE, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@contextmanager
def _servers(environment: dict[str, str], folder: str) -> Iterator[dict[str, Server]]:
    """Every server by its name, all answering."""
    commands = {
        LIMIT: ([*PYTHON, "-m", "bench.peers.bare", folder], {}),
        OURS: ([*PYTHON, "-m", "doithoai.config.command", "run", "--quiet", "--port"], {}),
        WSGI_PEER: ([*PYTHON, "-c", BRIDGED], TEXTBOOK),
        ASGI_PEER: ([*PYTHON, "-c", ASGI], TEXTBOOK),
        "hello": ([*PYTHON, "-c", HELLO], {}),
    }
    with ExitStack() as stack:
        servers = {}
        for name, (command, more) in commands.items():
            process, port, _ = stack.enter_context(serving(command, environment | more))
            wait_for(port, process, "/tim/" if more else "/")
            servers[name] = Server(port, process.pid)
        yield servers


def _row(page: Page, servers: dict[str, Server], seconds: float, rounds: int) -> Row:
    """Shown to hold the same rows on every server first, then timed."""
    names = (LIMIT, OURS, WSGI_PEER, ASGI_PEER)
    for path in page.asked.paths[:3]:
        shown = {name: _shown(servers[name].port, path, page) for name in names}
        assert len(shown[LIMIT][0]) >= page.least, f"{page.name}: only {len(shown[LIMIT][0])} rows at {path}"
        for name in names[1:]:
            assert not page.least or shown[name][0] == shown[LIMIT][0], f"{page.name}: rows of {name} differ at {path}"
            missing = [words for words in shown[LIMIT][1] if words not in shown[name][2]]
            assert not missing, f"{page.name}: {name} does not show {missing[:1]}"
    taken = in_turn({name: _measure(servers[name], page.asked, seconds) for name in names}, rounds)
    peers = {name: taken[name] for name in (WSGI_PEER, ASGI_PEER)}
    return Row(page.name, "pages/core s", taken[LIMIT], taken[OURS], peers, page.goal, more_is_better=True)


def _shown(port: int, path: str, page: Page) -> tuple[list[str], list[str], str]:
    """Numbers of the rows in order, the beginnings of the linked words, and the whole page as people read it."""
    status, _headers, content = get(port, path, page.asked.headers)
    assert status == 200, f"{page.name}: status {status} at {path}"
    drawn = content.decode()
    words = [html.unescape(text)[:40] for text in re.findall(r'/(?:cau-hoi|y-kien)/\d+/">([^<]+)</a>', drawn)]
    return page.rows.findall(drawn), words, html.unescape(drawn)


def _measure(server: Server, asked: Asked, seconds: float) -> Measure:
    """Pages for each second of a core that the server used, whatever else the machine was doing meanwhile."""

    def measure() -> float:
        begun = cpu_seconds(server.pid)
        load = ask_many(server.port, asked, seconds=seconds)
        assert load.wrong == 0, f"{load.wrong} answers were not {asked.status} at {asked.paths[0]}"
        return load.count / (cpu_seconds(server.pid) - begun)

    return measure


def get(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
    """One answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Host": "localhost", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def _kept(
    environment: dict[str, str], servers: dict[str, Server], place: crowd.Asked, seconds: float, rounds: int
) -> list[Row]:
    """Row g3: a kept page as browsers ask for it (gzip) and unpacked, and 304, against two bytes of the same uvicorn."""
    path = f"/{place.slug}/hoi-nghi/{place.dialogues[0]}/"
    ways = {"as browsers ask": {"Accept-Encoding": "gzip"}, "unpacked": {}}
    plain, goal = Asked([path], {}), "0.7 of the limit"
    rows = []
    for way, asked in ways.items():
        status, headers, content = get(servers[OURS].port, path, asked)
        assert status == 200, f"g3: status {status}"
        assert "s-maxage=1" in headers["cache-control"], "g3: the page is not kept"
        assert ("content-encoding" in headers) == bool(asked), "g3: not packed as asked"
        with serving([*PYTHON, "-c", SAME], environment, content) as (process, same, _):
            wait_for(same, process, path)
            taken = in_turn(
                {
                    LIMIT: _measure(servers["hello"], plain, seconds),
                    OURS: _measure(servers[OURS], Asked([path], asked), seconds),
                    SAME_BYTES: _measure(Server(same, process.pid), plain, seconds),
                    KEPT_PEER: _measure(servers[WSGI_PEER], Asked([f"/kept{path}"], {}), seconds),
                },
                rounds,
            )
        peers = {name: taken[name] for name in (SAME_BYTES, KEPT_PEER)}
        name = f"g3 a kept page {way}, {len(content):,} bytes"
        rows.append(Row(name, "pages/core s", taken[LIMIT], taken[OURS], peers, goal, more_is_better=True))
    known = {"If-None-Match": headers["etag"]}
    assert get(servers[OURS].port, path, known)[0] == 304, "g3: no 304 for the same page"
    again = {
        LIMIT: _measure(servers["hello"], plain, seconds),
        OURS: _measure(servers[OURS], Asked([path], known, status=304), seconds),
    }
    taken = in_turn(again, rounds)
    last = Row("g3 304 for a kept page", "answers/core s", taken[LIMIT], taken[OURS], {}, goal, more_is_better=True)
    return [*rows, last]
