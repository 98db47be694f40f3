"""`doithoai make`: one official paper as a Word file: as issued where it was issued, else today's draft. Stores nothing."""

import argparse
import sys
from pathlib import Path

from django.utils import timezone

from doithoai.base.errors import Refused
from doithoai.stages.documents.files import make_bytes
from doithoai.stages.documents.kinds import KINDS

OF = {"plan": "kế hoạch", "conference": "cuộc đối thoại", "opinion": "ý kiến", "answer": "văn bản trả lời"}


def run(argv: list[str]) -> int:
    """Exit code 0 when the file is written; 1 with one sentence on standard error when it cannot be; 2 for a wrong command."""
    parser = argparse.ArgumentParser(prog="doithoai make", description="Soạn văn bản thành tệp Word.")
    parser.add_argument("kind", metavar="KIND", nargs="?", default="", help="loại văn bản (xem --list)")
    parser.add_argument("--list", action="store_true", help="liệt kê các loại")
    parser.add_argument("--data", help="thư mục dữ liệu")
    parser.add_argument("--of", type=int, metavar="ID", help="mã kế hoạch, cuộc đối thoại, ý kiến hoặc văn bản trả lời")
    parser.add_argument("-o", "--output", metavar="FILE", help="tệp .docx sẽ ghi")
    asked = parser.parse_args(argv)
    if asked.list:
        sys.stdout.write("".join(f"{kind.code:<22}{kind.name} (của {OF[kind.of]})\n" for kind in KINDS.values()))
        return 0
    if not asked.kind or asked.of is None or not asked.output:
        parser.error("cần KIND, --of ID và -o FILE (xem các loại bằng --list, các mã bằng: doithoai list)")
    try:
        content = make_bytes(asked.kind, asked.of, today=timezone.localdate())
        Path(asked.output).write_bytes(content)
    except Refused as refusal:
        sys.stderr.write(f"{refusal.words}\n")
        return 1
    except OSError as fault:
        sys.stderr.write(f"Không ghi được tệp {asked.output}: {fault.strerror}. Chọn thư mục khác.\n")
        return 1
    return 0
