"""What a browser would send back from a page: the fields of its forms with their values."""

from html.parser import HTMLParser
from typing import Any


class _Forms(HTMLParser):
    """Fields of every form of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self._text: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name = has.get("name")
        if tag == "form":
            self.forms.append({})
        elif tag == "textarea" and name:
            self._text = name
            self.forms[-1][name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and (self._select not in self.forms[-1] or "selected" in has):
            self.forms[-1][self._select] = has.get("value") or ""
        elif tag == "input" and name and self.forms:
            self._input(name, has)

    def _input(self, name: str, has: dict[str, str | None]) -> None:
        if has.get("type") in ("checkbox", "radio"):
            if "checked" in has:
                self.forms[-1].setdefault(name, []).append(has.get("value") or "on")
        elif has.get("type") != "file":
            self.forms[-1][name] = has.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.forms[-1][self._text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.forms[-1][self._text] = self.forms[-1][self._text].removeprefix("\n")
            self._text = None
        elif tag == "select":
            self._select = None


def forms_of(response: Any) -> list[dict[str, Any]]:
    """The fields of every form of the page."""
    parser = _Forms()
    parser.feed(response.content.decode())
    return parser.forms


def sent_from(response: Any, name: str, value: str = "") -> dict[str, Any]:
    """The fields of the first form that has a field `name` (with this value); AssertionError when none has."""
    for form in forms_of(response):
        if name in form and (not value or form[name] == value):
            return form
    raise AssertionError(f"no form with {name}={value}")
