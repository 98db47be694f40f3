"""Answers that the edge gives without Django: plain pages in the visitor's language, each saying what to do next.

They draw on no template, style sheet or database, since they are needed exactly when those cannot be had. The few
words stand here in both languages for the same reason.
"""

from http import HTTPStatus

from doithoai.config.bridge import Answer

PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title></head><body><main><h1>{title}</h1><p>{words}</p>
<p><a href="/">{home}</a></p><p><a href="/dang-nhap/">{staff}</a></p></main></body></html>
"""
LINKS = {
    "vi": {"home": "Về trang đầu", "staff": "Cán bộ đăng nhập"},
    "en": {"home": "To the first page", "staff": "Officials sign in"},
}
Words = dict[str, tuple[str, str]]

TOO_LARGE: Words = {
    "vi": (
        "Tệp quá lớn",
        (
            "Máy của xã chỉ nhận nhiều nhất {megabytes} MB mỗi lần gửi. Mời bà con bấm nút quay lại, chọn tệp nhỏ hơn: "
            "chữ đã gõ vẫn còn."
        ),
    ),
    "en": (
        "The file is too large",
        (
            "The server takes at most {megabytes} MB at a time. Press Back in the browser (what you typed is still there), "
            "choose a smaller file or send one file at a time."
        ),
    ),
}
TOO_SLOW: Words = {
    "vi": (
        "Đường truyền bị ngắt quãng",
        "Máy của xã chưa nhận đủ nên chưa lưu gì. Mời bà con xem lại mạng, bấm nút quay lại rồi gửi lần nữa.",
    ),
    "en": (
        "The connection was interrupted",
        "Not everything arrived, so nothing was saved. Check the network, press Back and send again.",
    ),
}
OVERRUN: Words = {
    "vi": (
        "Máy của xã đang bận",
        "Đang có nhiều người cùng vào nên việc này chưa được lưu. Mời bà con chờ vài giây, bấm nút quay lại rồi gửi lần nữa.",
    ),
    "en": (
        "The server is busy",
        "Many people are here at once, so this was not saved. Wait a few seconds, press Back and send again.",
    ),
}
BROKEN: Words = {
    "vi": (
        "Máy của xã đang có lỗi",
        "Việc vừa làm có thể chưa được lưu. Mời bà con bấm nút quay lại rồi thử lần nữa: chữ đã gõ vẫn còn.",
    ),
    "en": (
        "Something went wrong",
        "What you just did may not have been saved. Press Back (what you typed is still there) and try again.",
    ),
}


def _answer(status: HTTPStatus, said: Words, language: str, *more: tuple[bytes, bytes], **values: object) -> Answer:
    language = language if language in said else "vi"
    title, words = said[language]
    content = PAGE.format(language=language, title=title, words=words.format(**values), **LINKS[language]).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", b"%d" % len(content)),
        (b"content-language", language.encode()),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        *more,
    ]
    return Answer(int(status), headers, content)


def too_large(limit: int, language: str) -> Answer:
    """413: the request is larger than the server takes."""
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return _answer(status, TOO_LARGE, language, (b"connection", b"close"), megabytes=limit // (1024 * 1024))


def too_slow(language: str) -> Answer:
    """408: the sender fell silent."""
    return _answer(HTTPStatus.REQUEST_TIMEOUT, TOO_SLOW, language, (b"connection", b"close"))


def overrun(language: str) -> Answer:
    """503: too many requests are waiting already."""
    return _answer(HTTPStatus.SERVICE_UNAVAILABLE, OVERRUN, language, (b"retry-after", b"3"))


def broken(language: str) -> Answer:
    """500: Django failed beyond its own error page."""
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, BROKEN, language)
