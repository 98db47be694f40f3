"""Forms as a browser finds them on a page, filled in oddly on purpose.

Not here: what must not happen then (`test_rights.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote_from_bytes, quote_plus

ODD_WORDS = {
    "long": "ngõ " * 2500,
    "nul": "đường\0làng",
    "turned": "\u202etxt.exe\u2066\u200b",
    "formula": '=HYPERLINK("//xa")<script>alert(1)</script>{{7*7}}',
    "number": "-9" * 40,
}  # fmt: skip
UNKNOWN = (
    ("state", "answered"), ("signed_by", "Kẻ Giả Mạo"), ("signed_at", "2020-01-01"), ("is_active", "1"),
    ("public_checked_at", "2020-01-01"), ("received_at", "2020-01-01"), ("number", "1"), ("actor", "1"),
    ("commune_id", "1"), ("pk", "1"), ("id", "1"),
)  # fmt: skip
LONE_SURROGATE = b"\xed\xa0\x80\xff"


@dataclass
class Form:
    """One form: where it goes, its fields as they stand, and which of them take typed words or choose a thing."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    chosen: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.select = self.area = ""
        self.words = ""

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in pairs}
        name = given.get("name", "")
        if tag == "form":
            self.inside = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self.inside)
        elif self.inside is None:
            return
        elif tag == "select":
            self.select = name
            self.inside.chosen.add(name)
        elif tag == "option" and self.select and "selected" in given:
            self.inside.fields.append((self.select, given.get("value", "")))
        elif tag == "textarea":
            self.area, self.words = name, ""
        elif tag in ("input", "button") and name and name != "csrfmiddlewaretoken":
            self._field(name, given)

    def _field(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            self.inside.chosen.add(name)
            if kind == "checkbox" or "checked" in given:
                self.inside.fields.append((name, given.get("value", "on")))
            return
        self.inside.fields.append((name, given.get("value", "")))
        if kind not in ("hidden", "submit", "button"):
            self.inside.typed.add(name)
        elif given.get("value", "").isdecimal():
            self.inside.chosen.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        elif tag == "select":
            self.select = ""
        elif tag == "textarea" and self.area and self.inside:
            self.inside.fields.append((self.area, self.words.strip()))
            self.inside.typed.add(self.area)
            self.area = ""

    def handle_data(self, words: str) -> None:
        if self.area:
            self.words += words


def forms_in(html: str) -> list[Form]:
    """The forms that change things, as they stand on the page."""
    reader = _Reader()
    reader.feed(html)
    return [form for form in reader.forms if form.method == "post"]


def bodies(form: Form, foreign: dict[str, int]) -> Iterator[tuple[str, bytes]]:
    """Name and urlencoded body of every odd way to fill the form in. `foreign` are another commune's ids by noun."""
    yield "unknown", encoded([*form.fields, *UNKNOWN])
    yield "doubled", encoded([pair for pair in form.fields for _ in range(3)])
    yield "listed", encoded([(f"{name}[]", value) for name, value in form.fields])
    yield "emptied", encoded([(name, "" if name in form.typed | form.chosen else value) for name, value in form.fields])
    yield "foreign", encoded(_foreign(form, foreign))
    for name, words in ODD_WORDS.items():
        yield name, encoded([(n, words if n in form.typed else value) for n, value in form.fields])
    yield "chosen", encoded([(n, "\0-1" if n in form.chosen else value) for n, value in form.fields])
    broken = quote_from_bytes(LONE_SURROGATE).encode()
    yield "broken", b"&".join(quote_plus(n).encode() + b"=" + broken for n, _ in form.fields if n in form.typed)


def _foreign(form: Form, foreign: dict[str, int]) -> list[tuple[str, str]]:
    """Every choice of a thing replaced by the other commune's, typed fields by passable words."""
    kept = {name: value for name, value in form.fields if name not in form.chosen}
    for name in form.typed:
        kept[name] = kept.get(name) or "Việc chung của thôn, xã làm xong trước ngày 15/12/2026."
    for name in form.chosen:
        noun = name.rsplit("-", 1)[-1]
        known = next((pk for key, pk in foreign.items() if key in noun), None)
        kept[name] = str(known) if known else next((v for n, v in form.fields if n == name), "")
    return list(kept.items())


def encoded(fields: list[tuple[str, str]]) -> bytes:
    """The body of a form."""
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in fields).encode()
