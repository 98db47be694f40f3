"""Finished public pages in memory."""

import gzip

import pytest

from doithoai.config import shelf

HTML = b"<p>" + b"x" * 2000


def page(body: bytes = HTML, *, now: float = 0.0) -> shelf.Page:
    return shelf.finished([(b"content-type", b"text/html"), (b"content-length", b"9")], body, 1, now=now)


def test_shelf_gives_page_until_its_second_is_over():
    kept = shelf.Shelf()
    kept.put((b"/",), page(now=10.0))

    assert kept.fresh((b"/",), 10.9) is not None
    assert kept.fresh((b"/",), 11.0) is None
    assert kept.known((b"/",))


def test_shelf_drops_longest_unasked_when_full():
    kept = shelf.Shelf(room=page().size * 10)
    for number in range(10):
        kept.put((b"%d" % number,), page())
    kept.fresh((b"0",), 0.5)

    kept.put((b"new",), page())

    assert kept.known((b"0",))
    assert not kept.known((b"1",))
    assert kept.taken == sum(p.size for p in kept.pages.values()) <= kept.room


def test_shelf_keeps_no_page_that_would_fill_it():
    kept = shelf.Shelf(room=4000)

    kept.put((b"/",), page())

    assert (kept.taken, len(kept.pages)) == (0, 0)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ([(b"cache-control", b"s-maxage=1")], 1),
        ([(b"cache-control", b"public, s-maxage=5")], 5),
        ([(b"cache-control", b"max-age=60")], 0),
        ([(b"cache-control", b"private, s-maxage=1")], 0),
        ([(b"cache-control", b"no-store")], 0),
        ([(b"cache-control", b"s-maxage=1"), (b"set-cookie", b"a=b")], 0),
        ([], 0),
    ],
)
def test_seconds_shared_is_zero_unless_page_is_plainly_public(headers, seconds):
    assert shelf.seconds_shared(headers) == seconds


def test_page_is_packed_only_for_those_who_take_it():
    headers, body = page().answer(packed=True)
    plain_headers, plain_body = page().answer(packed=False)

    assert gzip.decompress(body) == plain_body == HTML
    assert (b"content-encoding", b"gzip") in headers
    assert (b"content-length", b"%d" % len(HTML)) in plain_headers


def test_etag_differs_when_one_byte_differs():
    assert page(HTML).etag != page(HTML + b"y").etag
