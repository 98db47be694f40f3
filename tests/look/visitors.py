"""Who looks at the pages: everybody of the demo whose view differs, each in a browser of his own, signed in already."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.browser.demo import RUNNING
from tests.journeys.browser.server import Town

ANYONE = ""
ROLES = ("vanphong", "chutich", "hdnd", "kinhte", "truongthon", "mattran", "congan", "captren")
# One commune whose answers are due with all its people, and who sees something else in those at another stage.
VISITORS = (
    ANYONE, *(f"binhlang.{role}" for role in ROLES), f"{RUNNING}.vanphong", f"{RUNNING}.chutich",
    "songan.vanphong", "songan.kinhte", "huonglinh.vanphong", "quantri",
)  # fmt: skip
HEIGHT = 900
PATIENCE_MS = 10_000


@dataclass(frozen=True)
class Visitor:
    """One browser. `home` is where signing in leads; `slug` the commune, Bình Lãng for who has none."""

    name: str
    slug: str
    home: str
    context: BrowserContext
    page: Page


@contextmanager
def visiting(browser: Browser, town: Town, name: str = ANYONE, *, width: int = 1280, **more: Any) -> Iterator[Visitor]:
    """A browser of that width, signed in under that name; `more` goes to the browser (`language`, `java_script_enabled` …)."""
    language = more.pop("language", "vi")
    context = browser.new_context(base_url=town.address, viewport={"width": width, "height": HEIGHT}, **more)
    try:
        context.set_default_timeout(PATIENCE_MS)
        cookies = {"django_language": language} | ({"sessionid": town.sessions[name]} if name else {})
        context.add_cookies([{"name": key, "value": value, "url": town.address} for key, value in cookies.items()])
        home = context.request.get("/dang-nhap/").url.removeprefix(town.address) if name else "/"
        slug = town.slugs.get(name.partition(".")[0], town.slugs["binhlang"])
        yield Visitor(name, slug, home, context, context.new_page())
    finally:
        context.close()
