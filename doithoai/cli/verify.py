"""`doithoai verify`: is the record whole? Exit code 0 when it is, 1 otherwise, one line per fault on standard output."""

import argparse
import sys

from doithoai.base.audit import faults
from doithoai.base.models import AuditLine


def run(argv: list[str]) -> int:
    """Check every link of every chain and every sealed text of the data folder."""
    parser = argparse.ArgumentParser(prog="doithoai verify", description="Kiểm tra sổ ghi việc còn nguyên vẹn.")
    parser.add_argument("--data", required=True, help="thư mục dữ liệu")
    parser.parse_args(argv)
    found = 0
    for fault in faults():
        found += 1
        sys.stdout.write(f"{fault}\n")
    if found:
        return 1
    sys.stdout.write(f"Sổ ghi việc nguyên vẹn: {AuditLine.objects.count()} dòng.\n")
    return 0
