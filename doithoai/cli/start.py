"""`doithoai start`: from a plan document to a year of work with every duty laid out, in one command."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from doithoai.base import registry
from doithoai.base.errors import Refused
from doithoai.domain.roles import SYSTEM
from doithoai.stages.duties.queries import entries_of, json_rows, row_of
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.people.models import Commune
from doithoai.stages.people.services.found_commune import found_commune
from doithoai.stages.plans.models import Plan
from doithoai.stages.plans.services.keep_reading import SourceText, keep_reading
from doithoai.stages.plans.services.start_plan import PlanStart

UNNAMED = "chưa nêu tên"


def run(argv: list[str]) -> int:
    """Exit code 0 when started; 1 when the document cannot be used, with one sentence on standard error."""
    parser = argparse.ArgumentParser(prog="doithoai start", description="Lập kỳ đối thoại từ văn bản kế hoạch.")
    parser.add_argument("file", metavar="FILE", help="văn bản kế hoạch")
    parser.add_argument("--data", required=True, help="thư mục dữ liệu")
    parser.add_argument("--commune", default="", help="tên xã, khi kế hoạch không nêu hoặc nêu khác")
    parser.add_argument("--conference", action="append", default=[], type=day, metavar="YYYY-MM-DD",
                        help="ngày đối thoại; nhắc lại cho từng cuộc")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="in ra dạng JSON")
    asked = parser.parse_args(argv)
    try:
        plan = start(Path(asked.file), commune=asked.commune, days=asked.conference)
    except Refused as refusal:
        sys.stderr.write(f"{refusal.words}\n")
        return 1
    printed = json.dumps(started(plan), ensure_ascii=False, indent=1) if asked.json else summary(plan)
    sys.stdout.write(f"{printed}\n")
    return 0


def day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng YYYY-MM-DD") from None


@transaction.atomic
def start(path: Path, *, commune: str, days: list[date]) -> Plan:
    """Read the file, found the commune when it is new, keep the reading with its source, start."""
    source = registry.member("reading", "document")(path)
    at = timezone.now()
    found = source.reading.to_dict()
    place = found_commune(
        name=commune or found.get("commune") or UNNAMED, province=found.get("province") or "", actor=SYSTEM, at=at
    )
    text = SourceText(name=path.name, text=source.text, found=found, marks=source.reading.marks)
    kept = keep_reading(commune_id=place.pk, source=text, actor=SYSTEM, at=at)
    wanted = PlanStart(
        reading=found,
        source_name=path.name,
        source_text=source.text,
        source_sha256=kept.source_sha256,
        days=days,
        reading_id=kept.pk,
    )
    return start_cycle(commune_id=place.pk, start=wanted, actor=SYSTEM, at=at)


def started(plan: Plan) -> dict[str, Any]:
    """What the command prints: commune, plan, conferences and duties."""
    conferences = list(plan.conferences.order_by("number"))
    today = timezone.localdate()
    rows = [row_of(entry, today) for conference in conferences for entry in entries_of(conference.pk)]
    return {
        "commune": commune_facts(plan.commune),
        "plan": {
            "id": plan.pk, "title": plan.title, "number": plan.number or None, "year": plan.year, "form": plan.form,
            "headed_by": plan.headed_by, "policies": plan.policies, "warnings": plan.reading.get("warnings", []),
        },
        "conferences": [
            {"id": c.pk, "on": c.on.isoformat() if c.on else None, "open": c.open} for c in conferences
        ],
        "duties": json_rows(rows),
    }  # fmt: skip


def commune_facts(commune: Commune) -> dict[str, Any]:
    """The commune as printed."""
    return {"id": commune.pk, "name": commune.name, "province": commune.province or None, "slug": commune.slug}


def summary(plan: Plan) -> str:
    """A few lines for a person at the terminal."""
    lines = [f"Đã lập: {plan.title}", f"Xã: {plan.commune.name}"]
    today = timezone.localdate()
    for conference in plan.conferences.order_by("number"):
        lines.append(f"{conference.title}: {conference.on or 'chưa định ngày'} (mã {conference.pk})")
        lines += [
            f"  {row.due_on or 'chưa có hạn'!s:<12} {row.name} – {row.actor}"
            for row in (row_of(entry, today) for entry in entries_of(conference.pk))
        ]
    return "\n".join(lines)
