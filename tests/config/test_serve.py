"""The server as it runs: one process, started by the command, asked over a socket, stopped by a signal."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

Running = tuple[subprocess.Popen[str], int]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """A running server and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOITHOAI_")}
    process = subprocess.Popen(
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "doithoai.config.command",
            "run",
            "--port",
            str(port),
            "--data",
            tmp_path,
        ],
        env=kept | {"DOITHOAI_MAX_UPLOAD_MB": "1", "DOITHOAI_STATIC": str(tmp_path / "static")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process, port
    process.kill()
    process.communicate()


def connect(running: Running) -> http.client.HTTPConnection:
    """A connection, once the server answers."""
    process, port = running
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, process.communicate()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.connect()
        except OSError:
            time.sleep(0.05)
        else:
            return connection
    raise AssertionError("the server did not come up")


def test_server_serves_and_finishes_a_request_when_told_to_stop(server):
    connection = connect(server)
    connection.request("GET", "/")
    page = connection.getresponse()
    assert (page.status, b"</html>" in page.read()) == (200, True)
    connection.request("GET", "/", headers={"If-None-Match": page.headers["ETag"]})
    assert connection.getresponse().status == 304
    connection = connect(server)
    body = b"q=" + b"a" * 500
    connection.putrequest("POST", "/dang-nhap/")
    connection.putheader("Content-Length", str(len(body)))
    connection.putheader("Content-Type", "application/x-www-form-urlencoded")
    connection.endheaders(body[:100])
    time.sleep(0.2)

    server[0].send_signal(signal.SIGTERM)
    time.sleep(0.3)
    connection.send(body[100:])

    assert connection.getresponse().status == 403
    assert server[0].wait(20) in {0, -signal.SIGTERM}


def test_server_says_where_it_is_and_refuses_what_is_too_large(server):
    connection = connect(server)
    connection.request("POST", "/dang-nhap/", body=b"x" * (1024 * 1024 + 1))

    answer = connection.getresponse()

    assert answer.status == 413
    assert "1 MB" in answer.read().decode()
    assert f"http://127.0.0.1:{server[1]}/" in "".join(server[0].stdout.readline() for _ in range(2))


def test_server_answers_no_foreign_host(server):
    connection = connect(server)

    connection.request("GET", "/", headers={"Host": "evil.example"})

    assert connection.getresponse().status == 400
