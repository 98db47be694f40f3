"""The screen's words: `gather` collects them from code and templates into locale/, `compile` makes them ready to use.

The words in the source are Vietnamese; locale/en holds their English. Compiled files are never committed.
What counts as a shown word of a Python file is said in `shown_words.py`.
"""

import sys
from pathlib import Path

from babel.messages import catalog, extract, mofile, pofile
from shown_words import shown_in

HOUSE = Path(__file__).resolve().parents[1]
LOCALE = HOUSE / "locale"
DOMAIN = "django.po"
SOURCE = "vi"
"""The language of the source. Its own file holds Django's words, which are English; nothing is gathered into it."""
PYTHON = ("doithoai/**/*.py",)
TEMPLATES = ("doithoai/web/*/templates/**/*.html",)
TEMPLATE_READER = "jinja2.ext:babel_extract"
JINJA = {"extensions": "jinja2.ext.do", "trimmed": "false", "newstyle_gettext": "true", "silent": "false"}
HEADER = """# {language}: the screen's words, translated from Vietnamese.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def gather() -> int:
    """Write every word of the sources into each language's file, keeping what is translated already."""
    words = _words()
    for path in sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}")):
        language = path.parts[-3]
        if language == SOURCE:
            continue
        with path.open("rb") as file:
            known = pofile.read_po(file, locale=language)
        known.update(words, no_fuzzy_matching=True)
        known.obsolete.clear()
        with path.open("wb") as file:
            file.write(HEADER.format(language=language, plurals=known.plural_forms).encode())
            pofile.write_po(file, known, width=100, omit_header=True, no_location=True, sort_output=True)
        missing = sum(1 for message in known if message.id and not message.string)
        sys.stdout.write(f"{language}: {len(known)} words, {missing} without translation\n")
    return 0


def _words() -> catalog.Catalog:
    """All words of code and templates, sorted by the word itself."""
    found = catalog.Catalog(project="Đối thoại", charset="utf-8")
    for path in sorted(path for pattern in PYTHON for path in HOUSE.glob(pattern)):
        for said in shown_in(path, HOUSE):
            message = (said.words, said.plural) if said.plural else said.words
            found.add(message, locations=[(str(path.relative_to(HOUSE)), said.line)], context=said.context or None)
    for path in sorted(path for pattern in TEMPLATES for path in HOUSE.glob(pattern)):
        words = extract.extract_from_file(TEMPLATE_READER, path, extract.DEFAULT_KEYWORDS, options=JINJA)
        for line, message, comments, context in words:
            place = (str(path.relative_to(HOUSE)), line)
            found.add(message, locations=[place], auto_comments=comments, context=context)
    return found


def compile_all() -> int:
    """Make each language's file ready, when it is newer than its compiled form."""
    for path in sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}")):
        made = path.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as file:
            words = pofile.read_po(file, locale=path.parts[-3])
        with made.open("wb") as file:
            mofile.write_mo(file, words)
    return 0


if __name__ == "__main__":
    VERBS = {"gather": gather, "compile": compile_all}
    verb = VERBS.get("".join(sys.argv[1:2]))
    sys.exit(verb() if verb else "usage: messages.py gather|compile")
