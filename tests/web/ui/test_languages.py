"""English is whole and English alone; Vietnamese is free of English. The catalogues, then every page of the demo."""

import importlib
import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from babel.messages import pofile
from django import forms
from django.apps import apps
from django.core import validators
from django.forms.formsets import BaseFormSet
from django.utils import translation
from django.utils.translation import trans_real

from doithoai.cli.demo import load
from doithoai.domain.answers import Incomplete, check_signing
from doithoai.web.ui.words import authority_line, commune_title
from tests.journeys.pressing import ODD_WORDS
from tests.web.ui.said import OPINION, Spoken, everything_said

HOUSE = Path(__file__).resolve().parents[3]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
OWN_NAMES = ("QĐ-TTg", "Tết", "“đường” (road)", "“nước” (water)", "“mương”", "“kênh” (canal)", "duong hong")
ENGLISH = re.compile(
    r"\b(?:the|and|of|is|are|this|that|with|your|you|not|please|enter|valid|required|error|submit|save|send|search"
    r"|select|choose|date|none|true|false|null|undefined|object|days?|login|password|username|file|upload|notice"
    r"|answers?|opinions?|village|commune|email|update|delete|edit|overdue|due|done|page|next|previous)\b",
    re.IGNORECASE,
)
ALSO_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "a am an can co ctrl day jpeg png svg webp days do doc docx doithoai excel f go in it l lan list long make may mb nam no o odt"
        " opendocument p pdf rtf so that the them to ttg txt verify viet vni vp web word yet zalo",
    )
)
"""Words of our English that look like a Vietnamese one without its marks, and names."""
WORD = re.compile(r"\b[^\W\d_]+\b")
NO_WORDS = re.compile(r"https?://\S+|\b[0-9a-f]{4}(?: [0-9a-f]{4}){3,}\b")
HEAD = 16
"""So many letters of a stored text are enough to know it by, where a page shows only its beginning."""
KEYS = re.compile(r"Ctrl \+ P|Ctrl\+Enter|Enter", re.IGNORECASE)


@pytest.fixture(scope="module")
def messages() -> Iterator[object]:
    """The tool, run as the Makefile runs it: from its own folder. Both catalogues are compiled afterwards."""
    sys.path.insert(0, str(HOUSE / "tools"))
    tool = importlib.import_module("messages")
    tool.compile_all()
    trans_real._translations.clear()
    yield tool
    sys.path.remove(str(HOUSE / "tools"))


@pytest.fixture(scope="module")
def vietnamese(messages) -> re.Pattern[str]:
    return importlib.import_module("shown_words").VIETNAMESE


@pytest.fixture(scope="module")
def english() -> dict[str, tuple[str, str]]:
    """Vietnamese words to the last form of themselves and of their English."""
    with (HOUSE / "locale/en/LC_MESSAGES/django.po").open("rb") as file:
        known = [message for message in pofile.read_po(file, locale="en") if message.id]
    return {first(message.id): (last(message.id), last(message.string)) for message in known}


def first(words: str | Iterable[str]) -> str:
    return words if isinstance(words, str) else next(iter(words))


def last(words: str | Iterable[str]) -> str:
    return words if isinstance(words, str) else list(words)[-1]


def test_every_word_of_the_sources_has_english(messages, english):
    words = {first(message.id) for message in messages._words() if message.id}

    assert sorted(word for word in words if not english.get(word, ("", ""))[1]) == []


def test_english_holds_no_word_that_the_sources_no_longer_say(messages, english):
    words = {first(message.id) for message in messages._words() if message.id}

    assert sorted(english.keys() - words) == []


def test_placeholders_stay_when_words_are_translated(english):
    changed = [
        said
        for said, told in english.values()
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(told))
    ]

    assert changed == []


def test_english_holds_no_vietnamese_except_names_and_examples(english, vietnamese):
    left = [told for _, told in english.values() if vietnamese.search(without(told, OWN_NAMES))]

    assert left == []


def test_templates_never_pass_the_words_of_a_record_through_the_mark():
    templates = sorted(HOUSE.glob("doithoai/web/*/templates/**/*.html"))

    assert [path.name for path in templates if re.search(r"\b_\(\s*[a-z]", path.read_text(encoding="utf-8"))] == []
    assert templates


def test_gathering_finds_marked_named_and_worded_strings_and_no_docstring(messages, tmp_path):
    source = tmp_path / "doithoai/domain/mau.py"
    source.parent.mkdir(parents=True)
    source.write_text(
        '"""Lời đầu tệp."""\n'
        "from django.utils.translation import gettext as noi\n"
        'NAMES = {"a": "Tên gọi"}\n'
        "def go(translate):\n"
        '    """Lời của hàm."""\n'
        '    khac = "Chữ thường"\n'
        '    raise NotPossible("Không được: %(vi_sao)s.", values={})\n'
        '    return noi("Đã dịch"), translate("Qua tham số")\n'
    )

    found = {shown.words for shown in importlib.import_module("shown_words").shown_in(source, tmp_path)}

    assert found == {"Tên gọi", "Không được: %(vi_sao)s.", "Đã dịch", "Qua tham số"}


def test_forms_say_nothing_in_english_to_a_reader_of_vietnamese(messages, vietnamese):
    kinds = [BaseFormSet, forms.Field, *descendants(forms.Field)]
    with translation.override("vi"):
        said = [str(words) for kind in kinds for words in kind.default_error_messages.values() if not counts(words)]
        said += [str(validators.ProhibitNullCharactersValidator.message), str(validators.MinValueValidator.message)]
        counted = [
            str(words % {"limit_value": 3, "show_value": 9, "max": 3, "length": 9, "num": 3})
            for words in (
                validators.MaxLengthValidator.message,
                validators.MinLengthValidator.message,
                forms.FileField.default_error_messages["max_length"],
                *(BaseFormSet.default_error_messages[code] for code in ("too_many_forms", "too_few_forms")),
            )
        ]

    assert [words for words in said + counted if not vietnamese.search(words)] == []
    assert len(said) > 20


def descendants(kind: type) -> Iterator[type]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("django."):
            yield below
            yield from descendants(below)


def counts(words: object) -> bool:
    """Whether a lazy text needs a number before it can be said."""
    return hasattr(words, "_translate")


@pytest.mark.usefixtures("messages")
def test_refusal_of_the_domain_is_told_in_the_readers_language_with_its_values():
    with pytest.raises(Incomplete) as refusal:
        check_signing(due_on=date(2026, 3, 2), signed_on=date(2026, 3, 5), late_reason="")

    with translation.override("en"):
        told = refusal.value.told(translation.gettext)

    assert told == "This document is 3 days late. Say why; the citizen will read the reason."
    assert refusal.value.words == "Văn bản này chậm 3 ngày. Nêu lý do chậm, người dân sẽ đọc lý do này."


@pytest.mark.usefixtures("messages")
def test_commune_is_named_once_with_its_kind_in_english():
    with translation.override("en"):
        named = [commune_title(SimpleNamespace(name=name, kind="commune")) for name in ("Bến Mẫu", "xã Bến Mẫu")]
        line = authority_line(SimpleNamespace(name="Bến Mẫu", kind="ward", province="Minh Họa"))

    assert named == ["Bến Mẫu commune", "Bến Mẫu commune"]
    assert line == "People’s Committee of Bến Mẫu ward, Minh Họa province"


# --- every page of the demo ------------------------------------------------------------------------------------------


class Stored(NamedTuple):
    """What the record and the rule books hold: every line, and those of several words, of a name or a file, the longest first."""

    lines: frozenset[str]
    several: tuple[str, ...]


def stored_words() -> Stored:
    """As people and plans wrote it."""
    found: set[str] = {OPINION, ODD_WORDS["long"]}
    for model in apps.get_models():
        for row in model._default_manager.values():
            found |= set(strings_in(row))
    for path in HOUSE.glob("rulebooks/**/*.toml"):
        found |= set(strings_in(tomllib.loads(path.read_text(encoding="utf-8"))))
    lines = {" ".join(line.split()) for text in found for line in [text, *re.split(r"\n|; |, |(?<=[.:?]) ", text)]}
    several = {line.casefold() for line in lines if re.search(r"[ .]", line) or line[:1].isupper()}
    several |= {name.casefold() for name in OWN_NAMES}
    ordered = sorted((line for line in several if len(line) > 1), key=lambda line: (-len(line), line))
    return Stored(frozenset(line.casefold() for line in lines), tuple(ordered))


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_in(part)


def without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


def ours(text: str, stored: Stored, is_foreign: Callable[[str], bool]) -> str:
    """The text without what is stored, whole or cut short after its first words; empty once nothing foreign is left.

    A single stored word ("thôn", "xã") excuses only itself, never a sentence with that word in it.
    """
    left = text.casefold()
    if left in stored.lines or not is_foreign(left):
        return ""
    kept = [line for line in stored.several if line[:HEAD] in left]
    cut, at = "", 0
    while at < len(left):
        begins = at == 0 or not left[at - 1].isalnum()
        alike = [len(common(left[at:], line)) for line in kept if begins and left.startswith(line[:HEAD], at)]
        cut += "" if alike else left[at]
        at += max(alike, default=1)
    return cut if is_foreign(cut) else ""


def common(one: str, other: str) -> list[tuple[str, str]]:
    return list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def folded(word: str) -> str:
    """Without diacritics, as somebody in a hurry types it."""
    parts = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")


def words_in(text: str) -> set[str]:
    """Its words in small letters, without placeholders, addresses and seals."""
    return set(WORD.findall(NO_WORDS.sub(" ", PLACEHOLDER.sub(" ", text).casefold())))


@pytest.fixture(scope="module")
def bare(english) -> frozenset[str]:
    """Vietnamese words as they look without diacritics, but for those that are English too."""
    said = {word for words, (last_said, _) in english.items() for word in words_in(words) | words_in(last_said)}
    return frozenset(folded(word) for word in said) - ALSO_ENGLISH


@pytest.fixture(scope="module")
def only_english(english) -> frozenset[str]:
    """Words of our English that no Vietnamese sentence of ours has; short ones tell nothing."""
    vietnamese_words = {word for words in english for word in words_in(words)}
    return frozenset(
        word
        for _, told in english.values()
        for word in words_in(told) - vietnamese_words
        if len(word) > 2 and word.isascii()
    )


def test_english_holds_no_vietnamese_without_diacritics(english, bare):
    left = {told: found for _, told in english.values() if (found := words_in(without(told, OWN_NAMES)) & bare)}

    assert left == {}
    assert {"thon", "xa", "ngay", "khong", "xem", "trang"} <= bare


def test_page_is_heard_with_every_attribute_that_is_spoken():
    page = Spoken()

    page.feed(
        '<title>Một</title><td data-label="Hai"><img alt="Ba"><input type="submit" value="Bốn"><input value="không">'
        '<svg aria-label="Năm"><title>Sáu</title></svg><input placeholder="Bảy"><script>không</script>'
        '<optgroup label="Tám"><option title="Chín">Mười</option></optgroup>'
    )

    assert page.said == ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Village: thôn Đông Phong", False),
        ("Due day of xa", True),
        ("Ngay", True),
        ("Wait for the chủ trì", True),
        ("thôn of this village", True),
        ("Two villages", False),
    ],
)
def test_vietnamese_left_on_an_english_page_is_found_when_it_is_no_stored_text(text, left, vietnamese, bare):
    stored = Stored(frozenset({"thôn", "thôn đông phong"}), ("thôn đông phong",))

    assert bool(ours(text, stored, lambda words: is_vietnamese(words, vietnamese, bare))) is left


def is_vietnamese(text: str, vietnamese: re.Pattern[str], bare: frozenset[str]) -> bool:
    return bool(vietnamese.search(text) or words_in(text) & bare)


def is_english(text: str, only_english: frozenset[str]) -> bool:
    plain = KEYS.sub("", text)
    return bool(ENGLISH.search(plain) or words_in(plain) & only_english)


@pytest.mark.django_db
@pytest.mark.usefixtures("messages")
def test_every_page_of_the_demo_speaks_the_readers_language_alone(english, vietnamese, bare, only_english):
    load()
    stored = stored_words()
    known = {words.casefold() for words, (_, told) in english.items() if vietnamese.search(words)}

    said, in_vietnamese = everything_said("en"), everything_said("vi")

    said.pop("Tiếng Việt")
    in_vietnamese.pop("English")
    left = {w: min(p) for w, p in said.items() if ours(w, stored, lambda text: is_vietnamese(text, vietnamese, bare))}
    untold = {w: min(p) for w, p in said.items() if w.casefold() in known and w.casefold() not in stored.lines}
    foreign = {
        w: min(p) for w, p in in_vietnamese.items() if ours(w, stored, lambda text: is_english(text, only_english))
    }
    assert (left, untold, foreign) == ({}, {}, {})
    assert len({place for places in said.values() for place in places}) > 150
