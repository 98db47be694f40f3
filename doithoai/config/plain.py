"""Answers that the edge gives without Django: plain pages in Vietnamese, each saying what to do next.

They draw on no template, style sheet or database, since they are needed exactly when those cannot be had.
"""

from http import HTTPStatus

from doithoai.config.bridge import Answer

PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title></head><body><main><h1>{title}</h1><p>{words}</p></main></body></html>
"""


def _answer(status: HTTPStatus, title: str, words: str, *more: tuple[bytes, bytes]) -> Answer:
    content = PAGE.format(title=title, words=words).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", b"%d" % len(content)),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        *more,
    ]
    return Answer(int(status), headers, content)


def too_large(limit: int) -> Answer:
    """413: the request is larger than the server takes."""
    return _answer(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Tệp quá lớn",
        f"Máy của xã chỉ nhận nhiều nhất {limit // (1024 * 1024)} MB mỗi lần gửi. "
        "Mời bà con bấm nút quay lại, chọn tệp nhỏ hơn: chữ đã gõ vẫn còn.",
        (b"connection", b"close"),
    )


def too_slow() -> Answer:
    """408: the sender fell silent."""
    return _answer(
        HTTPStatus.REQUEST_TIMEOUT,
        "Đường truyền bị ngắt quãng",
        "Máy của xã chưa nhận đủ nên chưa lưu gì. Mời bà con xem lại mạng, bấm nút quay lại rồi gửi lần nữa.",
        (b"connection", b"close"),
    )


def overrun() -> Answer:
    """503: too many requests are waiting already."""
    return _answer(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Máy của xã đang bận",
        "Đang có nhiều người cùng vào nên việc này chưa được lưu. Mời bà con chờ vài giây, bấm nút quay lại rồi gửi lần nữa.",
        (b"retry-after", b"3"),
    )


def broken() -> Answer:
    """500: Django failed beyond its own error page."""
    return _answer(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Máy của xã đang có lỗi",
        "Việc vừa làm có thể chưa được lưu. Mời bà con bấm nút quay lại rồi thử lần nữa: chữ đã gõ vẫn còn.",
    )
