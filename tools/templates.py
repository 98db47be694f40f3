"""Checks templates: each compiles, holds no inline style, script or handler, no foreign address, no query, no Django tags.

Prints each fault and exits 1 when there is one. What a page looks like is for people and browser tests.
"""

import re
import sys
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

HOUSE = Path(__file__).resolve().parents[1]
WEB = HOUSE / "doithoai" / "web"
COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
RULES = {
    "an inline style": re.compile(r"<style[\s>]|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"'{]", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "something loaded from elsewhere": re.compile(
        r"<(?:script|link|img|iframe|source)[^>]*(?:src|href)=[\"'](?:https?:)?//"
    ),
    "a query": re.compile(r"\.objects\b|\.filter\(|\.all\(\)|_set\."),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape\s+false"),
    "a Django tag": re.compile(r"\{%-?\s*(?:load|csrf_token|endblocktrans|static)\b"),
}


def faults(path: Path, environment: Environment) -> list[str]:
    """`file:line: fault`, one per fault."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(HOUSE)
    try:
        environment.parse(text)
    except TemplateSyntaxError as error:
        return [f"{name}:{error.lineno}: {error.message}"]
    bare = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    return [
        f"{name}:{bare.count(chr(10), 0, match.start()) + 1}: {fault}"
        for fault, rule in RULES.items()
        for match in rule.finditer(bare)
    ]


def all_faults() -> list[str]:
    """Faults of every template of every audience."""
    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
    return [fault for path in sorted(WEB.glob("*/templates/**/*.html")) for fault in faults(path, environment)]


def main() -> int:
    """Exit code: 1 when a template has a fault."""
    found = all_faults()
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
