"""The `doithoai` command: finds the verb, opens the data folder it names, and hands over.

What a verb does lives in `cli/<verb>.py` as `run(argv) -> int`; the verbs of the roof itself (serving, preparing)
live beside this file. Reading a document needs neither Django nor data, and starts neither.
"""

import os
import sys
from importlib import import_module

from doithoai.config import wiring

ROOF = {"run": "doithoai.config.serve", "prepare": "doithoai.config.prepare"}
CLI = ("read", "start", "due", "make", "list", "verify", "user", "demo")
BARE = frozenset({"read"})
MAKES_DATA = frozenset({"run", "prepare", "start", "user", "demo"})

USAGE = """Cách dùng: doithoai <việc> …

  read FILE [--json]                 đọc một văn bản kế hoạch
  start FILE --data DIR …            lập kỳ đối thoại từ văn bản
  due --data DIR --on YYYY-MM-DD     việc đến hạn
  make KIND --data DIR --of ID -o F  soạn văn bản (make --list: các loại)
  list --data DIR                    mã của những gì có trong dữ liệu
  verify --data DIR                  kiểm tra sổ ghi việc còn nguyên vẹn
  user --data DIR --sign-in TÊN …    tạo quản trị, hoặc văn phòng của một xã
  demo --data DIR                    nạp dữ liệu mẫu
  prepare --data DIR                 lập hoặc nâng cấp cơ sở dữ liệu
  run [--host H] [--port N] --data DIR   mở máy chủ
"""


def main(argv: list[str] | None = None) -> int:
    """Exit code of the verb; 2 when the command itself cannot be understood."""
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] in {"-h", "--help", "help"}:
        sys.stdout.write(USAGE)
        return 0 if words else 2
    verb, rest = words[0], words[1:]
    if verb not in ROOF and verb not in CLI:
        sys.stderr.write(f"doithoai: không có việc “{verb}”.\n\n{USAGE}")
        return 2
    wiring.wire()
    if verb in BARE:
        return _hand_over(f"doithoai.cli.{verb}", rest)
    return _with_data(verb, rest)


def _with_data(verb: str, rest: list[str]) -> int:
    """Set the data folder and settings, make sure the tables are there, then hand over."""
    from doithoai.config.env import BadSetting

    _name_data(rest)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
    try:
        if verb in ROOF:
            return _hand_over(ROOF[verb], rest)
        import django

        from doithoai.config import prepare

        django.setup()
        if refusal := prepare.open_data(make=verb in MAKES_DATA, needed="--list" not in rest):
            sys.stderr.write(f"doithoai: {refusal}\n")
            return 2
        return _hand_over(f"doithoai.cli.{verb}", rest)
    except BadSetting as bad:
        sys.stderr.write(f"doithoai: {bad}\n")
        return 2


def _name_data(rest: list[str]) -> None:
    """`--data DIR` or `--data=DIR` names the data folder for this run."""
    for place, word in enumerate(rest):
        if word == "--data" and place + 1 < len(rest):
            os.environ["DOITHOAI_DATA"] = rest[place + 1]
        elif word.startswith("--data="):
            os.environ["DOITHOAI_DATA"] = word.removeprefix("--data=")


def _hand_over(module: str, rest: list[str]) -> int:
    """Run the verb's module with its own words."""
    code: int = import_module(module).run(rest)
    return code


if __name__ == "__main__":
    sys.exit(main())
