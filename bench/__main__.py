"""`python -m bench [--full] [NAME…]`: runs every benchmark of this folder, or the named ones, and prints their rows.

A benchmark is a module here with `run(*, full: bool) -> list[Row]`. It fails on a wrong result, never on a slow machine.
"""

import argparse
import importlib
import sys
from pathlib import Path

OWN = {"__init__", "__main__", "report", "load"}


def names() -> list[str]:
    """Benchmarks of this folder, by name."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in OWN)


def main() -> int:
    """Exit code 1 when a benchmark found a wrong result."""
    reader = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    reader.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(names())}")
    reader.add_argument("--full", action="store_true", help="the full sizes")
    asked = reader.parse_args()
    failed = False
    for name in asked.names or names():
        print(f"== {name}", flush=True)
        try:
            rows = importlib.import_module(f"bench.{name}").run(full=asked.full)
        except AssertionError as wrong:
            print(f"   wrong result: {wrong}", flush=True)
            failed = True
        else:
            for row in rows:
                print("\n".join(row.lines()), flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
