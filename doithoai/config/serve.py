"""`doithoai run`: opens the data folder, says where the pages are, and serves them until stopped.

One process: uvicorn carries the edge, the edge carries Django. Everything a page needs only now and then (documents,
readers) is imported when it is first asked for, which keeps the start quick and the memory small.
"""

import argparse
import os
import socket
import sys

from doithoai.config import hosts


def run(argv: list[str]) -> int:
    """Serve until SIGTERM or Ctrl-C; running pages are finished first. 2 when the data folder cannot be used."""
    asked = _words(argv)
    if not _is_free(asked.host, asked.port):
        sys.stderr.write(
            f"doithoai: không mở được cổng {asked.port} tại {asked.host} (có thể chương trình khác đang dùng). "
            f"Hãy chọn cổng khác, ví dụ: make run PORT={asked.port + 1}\n"
        )
        return 2
    import django

    django.setup()
    from doithoai.config import prepare

    if refusal := prepare.open_data(make=True, needed=True):
        sys.stderr.write(f"doithoai: {refusal}\n")
        return 2
    prepare.collect_again()
    if not asked.quiet:
        sys.stdout.write(_addresses(asked.host, asked.port))
        sys.stdout.flush()
    _serve(asked.host, asked.port)
    return 0


def _words(argv: list[str]) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="doithoai run", description="Mở máy chủ.")
    reader.add_argument("--host", default=os.environ.get("DOITHOAI_HOST", "127.0.0.1"))
    reader.add_argument("--port", type=int, default=int(os.environ.get("DOITHOAI_PORT", "8000")))
    reader.add_argument("--data", help="thư mục dữ liệu")
    reader.add_argument("--quiet", action="store_true", help="không in địa chỉ")
    return reader.parse_args(argv)


def _addresses(host: str, port: int) -> str:
    """Where the pages are, for people; on all networks of the machine both its own and its office address."""
    names = ("127.0.0.1", *hosts.office_address()) if host in {"0.0.0.0", "::"} else (host,)  # noqa: S104 -- only told
    lines = [
        f"  Cổng công khai:     http://{name}:{port}/\n  Cán bộ đăng nhập:   http://{name}:{port}/dang-nhap/\n"
        for name in names
    ]
    return "Đối thoại đang chạy (dừng: Ctrl-C)\n" + "".join(lines)


def _is_free(host: str, port: int) -> bool:
    """Whether the port can be listened on: better asked before the data folder is touched than told in a log line."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _serve(host: str, port: int) -> None:
    from django.conf import settings
    from uvicorn.config import Config
    from uvicorn.server import Server

    from doithoai.config.edge import Edge
    from doithoai.config.wsgi import application

    config = Config(
        Edge(application, limit=settings.MAX_BODY_BYTES),
        host=host,
        port=port,
        http="httptools",
        loop="uvloop",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=20,
    )
    Server(config).run()
