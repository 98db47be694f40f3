"""One list page of twenty rows drawn by an f-string (limit), by Jinja2 (ours) and by Django's own templates (peer).

All three draw the same bytes from the same plain records, escaped, with dates and shortened texts.
"""

import html
import timeit
from dataclasses import dataclass
from datetime import date, timedelta

from bench.report import Row, in_turn

ROWS = 20
PEER = "Django templates"
JINJA = """<table>{% for row in rows %}
<tr class="{{ 'late' if row.late else 'open' }}"><td>{{ row.number }}</td>\
<td><a href="/y-kien/{{ row.number }}/">{{ row.words[:80] }}</a></td>\
<td>{{ row.unit }}</td><td>{{ row.due_on.strftime('%d/%m/%Y') }}</td></tr>{% endfor %}
</table>"""
DJANGO = """<table>{% for row in rows %}
<tr class="{% if row.late %}late{% else %}open{% endif %}"><td>{{ row.number }}</td>\
<td><a href="/y-kien/{{ row.number }}/">{{ row.words|slice:":80" }}</a></td>\
<td>{{ row.unit }}</td><td>{{ row.due_on|date:"d/m/Y" }}</td></tr>{% endfor %}
</table>"""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list."""

    number: int
    words: str
    unit: str
    due_on: date
    late: bool


def run(*, full: bool) -> list[Row]:
    """One row: microseconds a page."""
    import django
    from django.conf import settings
    from django.template import Context, Engine
    from jinja2 import Environment

    if not settings.configured:
        settings.configure(USE_I18N=False, USE_L10N=False)
        django.setup()  # type: ignore[no-untyped-call]  # -- the stubs leave it untyped
    lines = [
        Line(
            n,
            f"Đề nghị sửa đoạn đường liên thôn & cống số {n}, <mưa là ngập> " * 2,
            "Phòng Kinh tế",
            _day(n),
            n % 3 == 0,
        )
        for n in range(1, ROWS + 1)
    ]
    ours = Environment(autoescape=True).from_string(JINJA)
    peer = Engine().from_string(DJANGO)
    drawn = {
        "limit": lambda: _by_hand(lines),
        "ours": lambda: ours.render(rows=lines),
        PEER: lambda: peer.render(Context({"rows": lines}, use_l10n=False)),
    }
    pages = {name: html.unescape(str(draw())) for name, draw in drawn.items()}
    assert pages["limit"] == pages["ours"] == pages[PEER], "the three pages differ"
    times = 400 if full else 100
    measures = {name: lambda draw=draw: timeit.timeit(draw, number=times) / times * 1e6 for name, draw in drawn.items()}
    taken = in_turn(measures, 7)
    return [Row("g list of 20 rows", "us", taken["limit"], taken["ours"], {PEER: taken[PEER]})]


def _day(number: int) -> date:
    return date(2026, 3, 2) + timedelta(number)


def _by_hand(lines: list[Line]) -> str:
    rows = "".join(
        f'\n<tr class="{"late" if line.late else "open"}"><td>{line.number}</td>'
        f'<td><a href="/y-kien/{line.number}/">{html.escape(line.words[:80])}</a></td>'
        f"<td>{html.escape(line.unit)}</td><td>{line.due_on.strftime('%d/%m/%Y')}</td></tr>"
        for line in lines
    )
    return f"<table>{rows}\n</table>"
