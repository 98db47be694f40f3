"""Checks that every silenced warning and every skipped test says why: `noqa`, `type: ignore`, `skip`, `xfail`.

Prints each place without a reason and exits 1 when there is one. A silence ends with ` -- reason`; a skip carries a
`reason=` or its own words. Sizes and names are checked by tests/house.
"""

import re
import sys
import tokenize
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
FOLDERS = ("doithoai", "tests", "tools", "bench")
SILENCE = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma: no cover)")
REASON = re.compile(r" -- \S")
BARE_SKIP = re.compile(r"pytest\.(?:skip\(\s*\)|mark\.(?:skip|xfail)(?:\(\s*\))?\s*$)|mark\.skipif\([^)]*\)\s*$")


def faults(path: Path) -> list[str]:
    """`file:line: what is missing`, one per fault."""
    name = path.relative_to(HOUSE)
    with tokenize.open(path) as file:
        comments = [token for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.COMMENT]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{name}:{token.start[0]}: {token.string} lacks ' -- reason'"
        for token in comments
        if SILENCE.search(token.string) and not REASON.search(token.string)
    ] + [
        f"{name}:{number}: a skip without its reason"
        for number, line in enumerate(lines, 1)
        if BARE_SKIP.search(line) and "reason=" not in line and path != Path(__file__)
    ]


def main() -> int:
    """Exit code: 1 when a reason is missing."""
    found = [fault for folder in FOLDERS for path in sorted((HOUSE / folder).rglob("*.py")) for fault in faults(path)]
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
