"""One person at one browser: goes by what stands on the screen (links, labels, buttons), never by element names."""

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Download, Locator, Page, expect

from doithoai.cli.demo.people import PASSWORD
from tests.journeys.browser.server import Town

SHOTS = os.environ.get("DOITHOAI_JOURNEY_SHOTS", "")
WIDTHS = (360, 1280)
PATIENCE_MS = 10_000


class Person:
    """`has_js` says whether this person's browser runs scripts. Every 5xx answer, broken part and script error is remembered."""

    def __init__(self, browser: Browser, town: Town, key: str, *, has_js: bool) -> None:
        self.town, self.key, self.has_js = town, key, has_js
        self.slug = town.slugs[key]
        self.troubles: list[str] = []
        self.context = browser.new_context(
            base_url=town.address, java_script_enabled=has_js, viewport={"width": 1280, "height": 900}, locale="vi-VN"
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("response", self._note_answer)
        self.page.on("requestfailed", self._note_failure)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("console", self._note_console)

    def _note_answer(self, response: Any) -> None:
        is_part = response.request.resource_type in {"stylesheet", "script", "font"}
        if response.status >= (400 if is_part else 500):
            self.troubles.append(f"{response.status}: {response.url}")

    def _note_failure(self, request: Any) -> None:
        if request.resource_type in {"stylesheet", "script"} and "ERR_ABORTED" not in (request.failure or ""):
            self.troubles.append(f"{request.failure}: {request.url}")

    def _note_console(self, message: Any) -> None:
        # Taking a picture hides the caret by a style of its own, which the pages' policy rightly refuses.
        from_picture = bool(SHOTS) and "inline style" in message.text
        if message.type == "error" and "Failed to load resource" not in message.text and not from_picture:
            self.troubles.append(f"console: {message.text}")

    # --- going about -----------------------------------------------------------------------------------------------

    def sign_in(self, post: str) -> "Person":
        """Through the sign-in page, as `<key>.<post>`."""
        self.open("/dang-nhap/")
        self.write("Tên đăng nhập", f"{self.key}.{post}")
        self.write("Mật khẩu", PASSWORD)
        self.press("Đăng nhập")
        expect(self.page.locator("details.account > summary, form[data-forget] > button").first).to_be_visible()
        return self

    def open(self, address: str) -> "Person":
        """Type an address."""
        response = self.page.goto(address)
        assert response is not None
        assert response.status == 200, f"{response.status} at {address}"
        return self

    def follow(self, words: str, within: str = "main") -> "Person":
        """Click a link by its words."""
        self.page.locator(within).get_by_role("link", name=words).first.click()
        return self

    def menu(self, words: str) -> "Person":
        """Click an entry of the navigation."""
        return self.follow(words, "nav.nav")

    def press(self, words: str, at: Locator | None = None, *, twice: bool = False) -> "Person":
        """Press a button by its words, and wait for what it brings; `twice` as an impatient hand does."""
        button = self.button(words, at)
        if self.has_js and button.evaluate("one => one.closest('[hx-boost]') !== null"):
            with self.page.expect_response(lambda answer: answer.request.method == "GET"):
                button.click()
            return self
        if twice:
            before = self.page.url
            button.dblclick()
            expect(self.page).not_to_have_url(before)
            return self
        with self.page.expect_navigation():
            button.click()
        return self

    def button(self, words: str, at: Locator | None = None) -> Locator:
        """A button by its words; the key written on it does not count."""
        return (at or self.page).get_by_role("button", name=re.compile(f"^{re.escape(words)}( [A-Z].*)?$")).first

    def unfold(self, words: str) -> Locator:
        """Open a folded part and give it back; an open one stays open."""
        part = self.page.locator("details").filter(has=self.page.locator("summary", has_text=words)).last
        if part.get_attribute("open") is None:
            part.locator("summary").first.click()
        return part

    def focus(self) -> str:
        """The field that would take the next key."""
        return str(self.page.evaluate("document.activeElement.name || ''"))

    def form(self, button: str) -> Locator:
        """The form that this button sends."""
        return self.page.locator("form").filter(has=self.button(button)).first

    # --- filling in ------------------------------------------------------------------------------------------------

    def write(self, label: str, words: str, at: Locator | None = None) -> "Person":
        """Type into the field of that label, in place of what stands there."""
        (at or self.page).get_by_label(label).first.fill(words)
        return self

    def choose(self, label: str, option: str, at: Locator | None = None) -> "Person":
        """Pick from a list, by the beginning of what it says."""
        field = (at or self.page).get_by_label(label).first
        listed = [words.strip() for words in field.locator("option").all_inner_texts()]
        field.select_option(label=next(words for words in listed if words.startswith(option)))
        return self

    def tick(self, label: str, at: Locator | None = None) -> "Person":
        """Tick a box or choose a radio button."""
        (at or self.page).get_by_label(label).first.check()
        return self

    # --- looking ---------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """What the page says."""
        return self.page.locator("body").inner_text()

    def sees(self, *words: str) -> "Person":
        """The page says each of these."""
        self.page.wait_for_load_state()
        assert not self.troubles, self.troubles
        for one in words:
            expect(self.page.locator("body")).to_contain_text(one, timeout=PATIENCE_MS)
        return self

    def sees_nothing_of(self, *words: str) -> "Person":
        """The page, its source included, holds none of these."""
        whole = self.page.content()
        for one in words:
            assert one not in whole, f"{one!r} at {self.page.url}"
        return self

    def sees_value(self, label: str, words: str, at: Locator | None = None) -> "Person":
        """What was typed still stands in the field."""
        expect((at or self.page).get_by_label(label).first).to_have_value(words)
        return self

    def downloads(self, press: Locator, folder: Path) -> Path:
        """The file a press brings."""
        with self.page.expect_download() as coming:
            press.click()
        file: Download = coming.value
        path = folder / file.suggested_filename
        file.save_as(path)
        return path

    def shoot(self, name: str) -> "Person":
        """Pictures on a phone and on a screen, into the folder that DOITHOAI_JOURNEY_SHOTS names."""
        if SHOTS:
            for width in WIDTHS:
                self.page.set_viewport_size({"width": width, "height": 900})
                wide = self.page.evaluate("document.documentElement.scrollWidth")
                if wide > width:
                    self.troubles.append(f"{name}: {wide} px wide on a screen of {width}")
                path = Path(SHOTS, f"{name}-{width}{'' if self.has_js else '-plain'}.png")
                self.page.screenshot(path=path, full_page=True)
            self.page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        return self
