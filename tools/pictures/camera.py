"""Takes the pictures: one browser, every page of the tour at both widths, losslessly made small.

WebP without loss: a code host shows it like PNG, and pages of text come out at half of what the best PNG packers reach.
"""

import io
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, BrowserContext, Error, Response, sync_playwright
from playwright.sync_api import Page as Tab

from tools.pictures.pages import NEXT, WIDTHS, Page, Step, picture_name
from tools.pictures.server import NAME, Failed

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"]
PATIENCE_MS = 10_000
OK = 200


@dataclass(frozen=True)
class Known:
    """What the stage told: where each page is, by its noun, and everybody's password."""

    pages: Mapping[str, Mapping[str, str]]
    password: str


def take(pages: Iterable[Page], address: str, known: Known, folder: Path) -> None:
    """Every page at every width into `folder`, from the server at `address` (host:port).

    Raises Failed for a page that does not answer with 200.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        raise Failed("Chromium is not installed (Debian package: chromium)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=[*FLAGS, f"--host-resolver-rules=MAP {NAME} {address}"]
        )
        doors: dict[str, BrowserContext] = {}
        for page in pages:
            who = f"{page.commune}.{page.who}" if page.who else ""
            if who not in doors:
                doors[who] = _visitor(browser, who, known.password)
            for width, picture in _pictures(doors[who], page, known.pages[page.noun]):
                (folder / picture_name(page, width)).write_bytes(smaller(picture))
        browser.close()


def smaller(picture: bytes) -> bytes:
    """The same dots in fewer bytes; raises Failed when one dot differs."""
    dots = Image.open(io.BytesIO(picture)).convert("RGB")
    packed = io.BytesIO()
    dots.save(packed, "WEBP", lossless=True, quality=80, method=4)
    if ImageChops.difference(dots, Image.open(packed).convert("RGB")).getbbox() is not None:
        raise Failed("the packed picture is not the same")
    return packed.getvalue()


def _visitor(browser: Browser, who: str, password: str) -> BrowserContext:
    """Somebody's browser, signed in when he has a name."""
    context = browser.new_context(
        base_url=f"http://{NAME}",
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        device_scale_factor=1,
        reduced_motion="reduce",
        bypass_csp=True,  # the caret is hidden by a style, which the pages' policy would refuse
    )
    context.set_default_timeout(PATIENCE_MS)
    if who:
        tab = context.new_page()
        tab.goto("/dang-nhap/")
        tab.fill("[name=username]", who)
        tab.fill("[name=password]", password)
        tab.click(NEXT.at)
        tab.wait_for_load_state("load")
        if "/dang-nhap/" in tab.url:
            raise Failed(f"{who} cannot sign in")
        tab.close()
    return context


def _pictures(context: BrowserContext, page: Page, place: Mapping[str, str]) -> Iterator[tuple[int, bytes]]:
    """One page as it stands after its steps, at each width."""
    tab = context.new_page()
    answers: list[Response] = []
    tab.on("response", lambda answer: answers.append(answer) if answer.request.is_navigation_request() else None)
    tab.goto(place["address"])
    for step in page.steps:
        _do(tab, step, place)
    tab.wait_for_load_state("load")
    last = answers[-1]
    if last.status != OK or "/dang-nhap/" in tab.url:
        raise Failed(f"{page.noun}: {last.status} at {tab.url}")
    for width, height in WIDTHS.items():
        tab.set_viewport_size({"width": width, "height": height})
        tab.evaluate("window.scrollTo(0, 0)")
        tab.evaluate("document.fonts.ready")
        yield width, tab.screenshot(animations="disabled", caret="hide")
    tab.close()


def _do(tab: Tab, step: Step, place: Mapping[str, str]) -> None:
    target = tab.locator(step.at).first
    try:
        if step.words:
            target.fill(step.words.format(**place))
            return
        with tab.expect_navigation():
            target.click()
    except Error as late:
        raise Failed(f"{step.at} on {tab.url}: {late.message.splitlines()[0]}") from late
