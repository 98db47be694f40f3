"""What can be wrong with a page as a browser shows it: each function gives a list of words, empty when nothing is.

The measuring itself is in `measures.js`. axe-core comes with the development packages; DOITHOAI_AXE names another file of it.
"""

import os
import re
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page

MEASURES = Path(__file__).with_name("measures.js").read_text(encoding="utf-8")
AXE_NAMED = os.environ.get("DOITHOAI_AXE", "")
AXE = (Path(AXE_NAMED) if AXE_NAMED else files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN_AXE = """([rules, at]) => axe.run(at, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] }).then(
  told => told.violations.flatMap(one => one.nodes.map(node => `axe ${one.id}: ${node.html.slice(0, 120)}`)))"""
MENU = "details.account"
"""The one thing that, unfolded, lies over the page as a menu does: page and menu are each looked at without the other."""
STAFF = re.compile(r"/(ban-lam-viec|hoi-truong|giam-sat|dang-nhap|doi-mat-khau|api)/|khung=(?!citizen)")
LEAST_CITIZEN, LEAST_STAFF = 48, 32


def is_for_staff(address: str) -> bool:
    """Whether officials work with the page, rather than citizens."""
    return STAFF.search(address) is not None


def look_at(page: Page) -> None:
    """Bring the measures to the page and unfold all that is folded."""
    if not page.evaluate("'measures' in window"):
        page.evaluate(MEASURES)
    page.evaluate("measures.open()")


def axe_faults(page: Page) -> list[str]:
    """Every violation of WCAG 2.0 to 2.2 A and AA and of axe's best practice."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    menus = page.locator(MENU)
    found = page.evaluate(RUN_AXE, [["wcag22aa"], MENU]) if menus.count() else []
    menus.evaluate_all("menus => menus.forEach(one => { one.open = false; })")
    return [*found, *page.evaluate(RUN_AXE, [RULES, "html"])]


def small_targets(page: Page) -> list[str]:
    """What is too low to be pressed by a thumb, or by an official's mouse; links within a sentence aside."""
    return page.evaluate(f"measures.small({LEAST_STAFF if is_for_staff(page.url) else LEAST_CITIZEN})")


def sideways(page: Page) -> list[str]:
    """A page wider than the screen."""
    return page.evaluate("measures.sideways()")


def clipped(page: Page) -> list[str]:
    """Words cut off by their own box."""
    return page.evaluate("measures.clipped()")


def tab_faults(page: Page) -> list[str]:
    """Walk the whole page by the Tab key, then its unfolded menu: each stop in the document's order, seen, not covered."""
    menus = page.locator(MENU)
    menus.evaluate_all("menus => menus.forEach(one => { one.open = false; })")
    found = _walk(page, "html")
    if menus.count():
        menus.evaluate_all("menus => menus.forEach(one => { one.open = true; })")
        found += _walk(page, MENU)
    return found


def _walk(page: Page, part: str) -> list[str]:
    count = page.evaluate("part => measures.begin(part)", part)
    found = list(page.evaluate("measures.step(0)")) if count else []
    for number in range(1, count):
        page.keyboard.press("Tab")
        told = page.evaluate(f"measures.step({number})")
        found += told
        if any(one.startswith("Tab ") for one in told):
            return found
    return found


def told(page: Page, faults: list[str]) -> list[str]:
    """The faults with the page they are on."""
    address = page.url.partition("//")[2].partition("/")[2]
    return [f"/{address}: {one}" for one in dict.fromkeys(faults)]
