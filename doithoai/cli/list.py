"""`doithoai list`: the ids of what a data folder holds, for `make --of`. Prints no words of citizens and no names."""

import argparse
import json
import sys
from typing import Any

from doithoai.stages.answers.models import Answer
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Conference, Plan


def run(argv: list[str]) -> int:
    """Print plans, conferences, opinions and answers of every commune, or of the one named."""
    parser = argparse.ArgumentParser(prog="doithoai list", description="Mã của những gì có trong dữ liệu.")
    parser.add_argument("--data", required=True, help="thư mục dữ liệu")
    parser.add_argument("--commune", default="", help="tên xã")
    parser.add_argument("--json", action="store_true", help="in ra dạng JSON")
    asked = parser.parse_args(argv)
    communes = Commune.objects.all()
    if asked.commune:
        communes = communes.filter(name__iexact=asked.commune)
    listed = [contents_of(commune) for commune in communes]
    if asked.json:
        sys.stdout.write(json.dumps({"communes": listed}, ensure_ascii=False, indent=1) + "\n")
        return 0
    for one in listed:
        sys.stdout.write(f"{one['name']} ({one['province'] or 'chưa rõ tỉnh'})\n")
        for kind in ("plans", "conferences", "opinions", "answers"):
            for thing in one[kind]:
                sys.stdout.write(f"  {kind[:-1]:<12}{thing['id']:>6}  {thing['words']}\n")
    return 0


def contents_of(commune: Commune) -> dict[str, Any]:
    """Ids with a few plain words each."""
    plans = Plan.objects.filter(commune=commune).order_by("pk")
    conferences = Conference.objects.filter(commune=commune).order_by("pk")
    opinions = Opinion.objects.filter(commune=commune).order_by("pk").only("pk", "number", "year", "state")
    answers = Answer.objects.filter(commune=commune).order_by("pk").only("pk", "state", "due_on")
    return {
        "name": commune.name,
        "province": commune.province,
        "plans": [{"id": p.pk, "words": p.title} for p in plans],
        "conferences": [
            {"id": c.pk, "on": c.on.isoformat() if c.on else None, "words": f"{c.title} – {c.on or 'chưa định ngày'}"}
            for c in conferences
        ],
        "opinions": [{"id": o.pk, "words": f"{o.number:02d}/{o.year} {o.state}"} for o in opinions],
        "answers": [{"id": a.pk, "words": f"{a.state}, hạn {a.due_on}"} for a in answers],
    }
