"""`doithoai due`: every duty with its state on a day, from the ledger."""

import argparse
import json
import sys

from doithoai.cli.start import day
from doithoai.stages.duties.queries import duties_due, json_rows
from doithoai.stages.people.models import Commune


def run(argv: list[str]) -> int:
    """Exit code 0; 1 when no commune has the name asked for."""
    parser = argparse.ArgumentParser(prog="doithoai due", description="Việc và hạn tính đến một ngày.")
    parser.add_argument("--data", required=True, help="thư mục dữ liệu")
    parser.add_argument("--commune", default="", help="tên xã")
    parser.add_argument("--on", required=True, type=day, metavar="YYYY-MM-DD", help="tính đến ngày")
    parser.add_argument("--json", action="store_true", help="in ra dạng JSON")
    asked = parser.parse_args(argv)
    communes = Commune.objects.all()
    if asked.commune:
        communes = communes.filter(name__iexact=asked.commune)
        if not communes:
            sys.stderr.write(f"Không có xã nào tên “{asked.commune}” trong thư mục dữ liệu này.\n")
            return 1
    rows = [row for commune in communes for row in duties_due(asked.on, commune_id=commune.pk)]
    if asked.json:
        sys.stdout.write(json.dumps({"duties": json_rows(rows)}, ensure_ascii=False, indent=1) + "\n")
        return 0
    for row in rows:
        day_words = str(row.due_on or "–")
        sys.stdout.write(f"{day_words:<12} {row.state_name:<14} {row.commune_name}: {row.name} – {row.actor}\n")
    return 0
