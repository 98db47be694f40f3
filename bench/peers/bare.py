"""The limit: one SQLite cursor and f-strings under plain ASGI on uvicorn, no framework. Draws the same rows, escaped.

No navigation, no filters, no rights: what is left is reading the rows and writing them as HTML.
"""

import re
import sqlite3
import sys
from html import escape
from pathlib import Path
from typing import Any

import uvicorn

PAGE = "<!doctype html><html lang=vi><head><meta charset=utf-8><title>{}</title></head><body><h1>{}</h1><ul>{}</ul></body></html>"
LISTED = "opinion_id, question, village, topic, answer, status, due_on"
SHOWN = re.compile(r"^(?:/ban-lam-viec)?/([\w-]+)/(hoi-nghi|cau-hoi|tim|y-kien)/(?:(\d+)/)?$")


class Bare:
    """The application."""

    def __init__(self, data: str) -> None:
        self.base = sqlite3.connect(Path(data) / "doithoai.sqlite3", check_same_thread=False)

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ARG002 -- ASGI's signature
        body = self.draw(scope["path"], scope["query_string"]).encode()
        headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def draw(self, path: str, query: bytes) -> str:
        """The page at an address; two bytes for any other address."""
        found = SHOWN.match(path)
        if found is None:
            return "hi"
        slug, what, number = found.groups()
        commune = self.base.execute("SELECT id FROM people_commune WHERE slug = ?", (slug,)).fetchone()[0]
        if what == "y-kien":
            return self.register(slug, commune)
        if what == "tim":
            return self.search(slug, commune, query)
        if what == "hoi-nghi":
            title = self.base.execute(
                "SELECT title FROM notices_publicdialogue WHERE conference_id = ? AND commune_id = ?", (number, commune)
            ).fetchone()[0]
            where, values = "dialogue_id = ? AND NOT is_withdrawn ORDER BY opinion_id LIMIT 20", (number,)
        else:
            title, where, values = "Bà con hỏi", "opinion_id = ? AND NOT is_withdrawn", (number,)
        return self.listed(slug, title, where, values)

    def listed(self, slug: str, title: str, where: str, values: tuple[Any, ...]) -> str:
        """Questions as lines."""
        rows = self.base.execute(f"SELECT {LISTED} FROM notices_publicquestion WHERE {where}", values)  # noqa: S608 -- words of this module
        lines = "".join(
            f'<li><a href="/{slug}/cau-hoi/{number}/">{escape(words[:160])}</a> {escape(village)} {topic} '
            f"{escape(answer[:220])} {status} {due}</li>"
            for number, words, village, topic, answer, status, due in rows
        )
        return PAGE.format(escape(title), escape(title), lines)

    def search(self, slug: str, commune: int, query: bytes) -> str:
        """Questions of the commune with the words folded as they are kept, newest first: one word after another."""
        from urllib.parse import parse_qs

        from doithoai.domain.texts import words_of

        words = words_of(parse_qs(query.decode())["tim"][0])
        where = (
            "commune_id = ? AND NOT is_withdrawn"
            + " AND folded LIKE ?" * len(words)
            + " ORDER BY opinion_id DESC LIMIT 20"
        )
        return self.listed(slug, "Tìm", where, (commune, *(f"% {word} %" for word in words)))

    def register(self, slug: str, commune: int) -> str:
        """Opinions as lines."""
        rows = self.base.execute(
            "SELECT o.id, o.number, o.year, o.summary, o.state, v.name, u.name FROM opinions_opinion o "
            "LEFT JOIN people_village v ON v.id = o.village_id LEFT JOIN people_unit u ON u.id = o.unit_id "
            "WHERE o.commune_id = ? ORDER BY o.year DESC, o.number DESC LIMIT 30",
            (commune,),
        )
        lines = "".join(
            f'<li>{number}/{year} <a href="/ban-lam-viec/{slug}/y-kien/{ident}/">{escape(words)}</a> {state} '
            f"{escape(village or '')} {escape(unit or '')}</li>"
            for ident, number, year, words, state, village, unit in rows
        )
        return PAGE.format("Sổ ý kiến", "Sổ ý kiến", lines)


if __name__ == "__main__":
    uvicorn.run(Bare(sys.argv[1]), port=int(sys.argv[2]), log_level="error", access_log=False, lifespan="off")
