"""Leads a browser to the pages that no link leads to: a citizen's steps, refused forms, the pages of trouble.

Each way leaves the browser on its page. Not here: what is expected of the page then (the tests).
"""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from doithoai.web.ui import errors
from tests.look.finding import Found
from tests.look.visitors import Visitor

WORDS = "Đường trục thôn sụt một mảng lớn, trời tối dễ ngã."
ACCUSING = "Tôi tố cáo ông trưởng phòng nhận hối lộ của nhà thầu."
UNKNOWN_CODE = "1234 5678 9012 3456"

Way = Callable[[Page, str], object]


def press(page: Page, words: str) -> None:
    """A button or a link that looks like one."""
    page.get_by_role("button", name=words, exact=True).or_(
        page.get_by_role("link", name=words, exact=True)
    ).first.click()


def first_answered(page: Page, slug: str) -> None:
    page.goto(f"/{slug}/gui-y-kien/")
    press(page, "Không, tôi hỏi hoặc góp ý")


def said(page: Page, slug: str, words: str = WORDS) -> None:
    first_answered(page, slug)
    page.get_by_label("Bà con muốn hỏi hoặc góp ý điều gì?").fill(words)
    press(page, "Tiếp")


def said_where(page: Page, slug: str) -> None:
    said(page, slug)
    press(page, "Tiếp")


def said_how(page: Page, slug: str) -> None:
    said_where(page, slug)
    press(page, "Tiếp")


def sent(page: Page, slug: str) -> str:
    """The code of the slip comes back."""
    said_how(page, slug)
    press(page, "Gửi")
    return page.locator(".code").inner_text()


def code_of_slip(page: Page, slug: str) -> None:
    code = sent(page, slug)
    page.goto(f"/{slug}/tra-cuu/")
    asked_code(page, code)


def asked_code(page: Page, code: str) -> None:
    page.locator("main").get_by_role("textbox").fill(code)
    page.locator("main form").get_by_role("button").click()


def asked(page: Page, slug: str, button: str) -> None:
    page.goto(f"/{slug}/gui-y-kien/")
    press(page, button)


def left_empty(page: Page, slug: str) -> None:
    first_answered(page, slug)
    press(page, "Tiếp")


def unknown_code(page: Page, slug: str, code: str = UNKNOWN_CODE) -> None:
    page.goto(f"/{slug}/tra-cuu/")
    asked_code(page, code)


CITIZEN: dict[str, Way] = {
    "words": first_answered,
    "words refused": left_empty,
    "accusing words": lambda page, slug: said(page, slug, ACCUSING),
    "where": said,
    "reply": said_where,
    "check": said_how,
    "slip": sent,
    "denunciation": lambda page, slug: asked(page, slug, "Có, tôi muốn tố cáo"),
    "complaint": lambda page, slug: asked(page, slug, "Tôi khiếu nại một quyết định"),
    "code found": code_of_slip,
    "code unknown": unknown_code,
    "code empty": lambda page, slug: unknown_code(page, slug, ""),
    "search found": lambda page, slug: page.goto(f"/{slug}/tim/?q=duong"),
    "search in vain": lambda page, slug: page.goto(f"/{slug}/tim/?q=xyzxyz"),
    "why answered": lambda page, slug: page.goto(f"/{slug}/vi-sao-ngay-nay/?ngay=02/03/2026&so=10&don_vi=working_days"),
    "why refused": lambda page, slug: page.goto(f"/{slug}/vi-sao-ngay-nay/?ngay=hom+nay&so=0"),
    "missing page": lambda page, slug: page.goto(f"/{slug}/khong-co/"),
    "page for officials": lambda page, slug: page.goto(f"/ban-lam-viec/{slug}/"),
}


def sign_in_empty(page: Page, slug: str) -> None:
    page.goto("/dang-nhap/")
    press(page, "Đăng nhập")


def old_form(page: Page, slug: str) -> None:
    """A form sent after the browser lost its cookies."""
    page.goto("/dang-nhap/")
    page.context.clear_cookies()
    press(page, "Đăng nhập")


def drawn(name: str) -> Way:
    """A page of trouble that cannot be brought about from outside, drawn and put in the place of an answer."""

    def way(page: Page, slug: str) -> None:
        html = errors.page(name, 200, None).content.decode()
        page.route("**/su-co/", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(f"/{slug}/su-co/")
        page.unroute("**/su-co/")

    return way


TROUBLE: dict[str, Way] = {"sign-in refused": sign_in_empty, "old form": old_form} | {
    name: drawn(name) for name in ("400", "403", "413", "500", "offline")
}

# Of every form the names of the fields that take typed words; one without any has nothing to refuse.
FORMS = """() => [...document.querySelectorAll("main form[method=post]")].map(form => [...form.elements].filter(one =>
  one.matches("textarea, input:not([type=hidden], [type=radio], [type=checkbox])")).map(one => one.name))"""
# A field of its own named “submit” would hide the form's function.
SEND_EMPTIED = """number => {
  const form = document.querySelectorAll("main form[method=post]")[number];
  for (const one of form.elements)
    if (one.matches("textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])")) one.value = "";
  HTMLFormElement.prototype.submit.call(form);
}"""


def refusals(visitor: Visitor, pages: list[Found], known: set[object]) -> Iterator[str]:
    """Send every make of form on these pages once, emptied, as somebody in a hurry; the browser stands at what comes of it."""
    for one in pages:
        if not one.has_fields:
            continue
        visitor.page.goto(one.address)
        for number, names in enumerate(visitor.page.evaluate(FORMS)):
            make = (one.view, *(re.sub(r"\d+", "", name) for name in names))
            if not names or make in known:
                continue
            known.add(make)
            visitor.page.goto(one.address)
            with visitor.page.expect_navigation():
                visitor.page.evaluate(SEND_EMPTIED, number)
            yield " ".join(make)
