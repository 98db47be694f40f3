"""The one template environment of the product: Jinja2 with the words, links and form parts every page needs.

No page and no wording here. Two settings are read when present: ``TEMPLATES_STRICT`` (an unknown name in a template
is an error instead of an empty place) and ``TEMPLATE_CACHE_DIR`` (compiled templates are kept there between starts).
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from doithoai.web.ui import fields, words
from doithoai.web.ui.addresses import address_of, static_address_of
from doithoai.web.ui.bundles import addresses_of
from doithoai.web.ui.papers import blocks_of
from doithoai.web.ui.stored import stored
from doithoai.web.ui.theme import theme_of

FILTERS = {
    "vn_date": words.vn_date,
    "vn_date_long": words.vn_date_long,
    "vn_time": words.vn_time,
    "vn_moment": words.vn_moment,
    "vn_clock": words.vn_clock,
    "days_left": words.days_left,
    "number": words.number,
    "sentence": words.sentence,
    "commune_title": words.commune_title,
    "authority_line": words.authority_line,
    "stored": stored,
}


def environment(**options: object) -> Environment:
    """The environment for ``django.template.backends.jinja2``; ``options`` are those of the settings."""
    if options.get("auto_reload") and isinstance(options.get("loader"), FileSystemLoader):
        options["loader"] = PartsLoader(options["loader"].searchpath)
    options.update(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    options["extensions"] = [*options.get("extensions", ()), "jinja2.ext.i18n", "jinja2.ext.do"]
    if getattr(settings, "TEMPLATES_STRICT", False):
        options["undefined"] = StrictUndefined
    cache_dir = getattr(settings, "TEMPLATE_CACHE_DIR", None)
    if cache_dir:
        Path(cache_dir).mkdir(parents=True, exist_ok=True)
        options["bytecode_cache"] = FileSystemBytecodeCache(str(cache_dir))
    made = Environment(**options)  # noqa: S701 -- autoescape is set above
    made.install_gettext_callables(
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    made.filters.update(FILTERS)
    made.globals.update(
        _=in_words,
        url=url,
        url_if_known=url_if_known,
        static=static_address_of,
        parts_of=addresses_of,
        csrf_field=csrf_field,
        language=language,
        languages=languages_ready(),
        messages_of=messages_of,
        our_words=our_words,
        theme_of=theme_of,
        session_seconds=settings.SESSION_COOKIE_AGE,
        control_id=fields.control_id,
        field_text=fields.field_text,
        described_by=fields.described_by,
        choices_of=fields.choices_of,
        grouped_choices=fields.grouped_choices,
        blocks_of=blocks_of,
        errors_of=fields.errors_of,
    )
    return made


class PartsLoader(FileSystemLoader):
    """For developers: whoever holds a shared part reads it again when any part changed.

    A template keeps what it imported for as long as its own file stays the same, so a change in ``ui/parts/`` would
    be seen only after a restart.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As the parent, with the age of all parts beside the file's own."""
        source, path, is_fresh = super().get_source(environment, template)
        if not template.startswith(("ui/components.html", "ui/parts/")):
            return source, path, is_fresh
        parts = {part: part.stat().st_mtime for folder in self.searchpath for part in Path(folder).glob("ui/parts/*")}
        return source, path, lambda: is_fresh() and all(one.stat().st_mtime == at for one, at in parts.items())


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named page: ``url("desk:opinion", opinion.id)`` or ``url("desk:opinion", id=…)``."""
    return reverse(name, kwargs=kwargs) if kwargs else address_of(name, *args)


def url_if_known(name: str, *args: object) -> str:
    """The same, or an empty string where this installation has no such page; for links that error pages carry too."""
    try:
        return address_of(name, *args)
    except NoReverseMatch:
        return ""


def csrf_field(request: HttpRequest) -> SafeString:
    """The hidden input that proves a form came from our own page."""
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(request))


def in_words(text: str, /, **values: object) -> Markup:
    """``_`` of the templates: our words in the reader's language, markup of their own trusted, values escaped.

    The same as Jinja2's own, which walks through the context three times for each word: a fifth of a page's time.
    """
    told = _told(translation.get_language(), text)
    return told % values if values or "%" in told else told


@lru_cache(4096)
def _told(_language: str | None, text: str) -> Markup:
    return Markup(translation.gettext(text))  # noqa: S704 -- words of our own catalogue; values are escaped by Markup


def our_words(words: str) -> str:
    """Words that come from a record, in the reader's language where they are ours; ``_`` in a template is for its own.

    ``_`` fills in placeholders and trusts its text as markup, which words that somebody typed must never be.
    """
    return translation.gettext(words)


def language() -> str:
    """``vi`` or ``en``: the language of the page being drawn."""
    return (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0]


def languages_ready() -> tuple[str, ...]:
    """The languages a visitor may choose: Vietnamese, and each whose catalogue is there. Read once, at start."""
    return tuple(
        code
        for code, _name in settings.LANGUAGES
        if code == settings.LANGUAGE_CODE
        or any((Path(folder) / code / "LC_MESSAGES/django.mo").is_file() for folder in settings.LOCALE_PATHS)
    )


def messages_of(request: HttpRequest | None) -> list[object]:
    """The messages waiting for this visitor; empty where the message machinery is not there (error pages).

    A visitor without a session cannot have one waiting from an earlier page, so that his session is not looked for.
    """
    if request is None or not hasattr(request, "_messages"):
        return []
    waiting = get_messages(request)
    return list(waiting) if waiting.added_new or settings.SESSION_COOKIE_NAME in request.COOKIES else []
