"""`make pictures`: a new demo, its pages photographed, docs/tour.md and the README's table written. Names are in `pages.py`."""

import json
import sys
import tempfile
from pathlib import Path

from tools.pictures import camera, server, tour
from tools.pictures.pages import PAGES, WIDTHS, picture_name


def main() -> int:
    """1 with one line that says why when a picture could not be taken; the old pictures stay then."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        taken = folder / "pictures"
        taken.mkdir()
        try:
            _take(folder, taken)
        except server.Failed as failure:
            sys.stderr.write(f"pictures: {failure}\n")
            return 1
        names = [picture_name(page, width) for page in PAGES for width in WIDTHS]
        if found := tour.faults(taken, names):
            sys.stderr.write("pictures: " + "; ".join(found) + "\n")
            return 1
        _put(taken, tour.PICTURES)
    tour.write()
    total = sum(path.stat().st_size for path in tour.PICTURES.iterdir())
    print(f"{len(names)} pictures, {total / 1024:.0f} KB of at most {tour.MOST_BYTES / 1024:.0f}")
    return 0


def _take(folder: Path, taken: Path) -> None:
    """The morning's pages first, then those of the conference day."""
    for words in (("prepare",), ("demo", "--data", str(folder / "data"))):
        server.run(folder, "MORNING", *words)
    known = camera.Known(**json.loads(server.run(folder, "MORNING", "places")))
    with server.serving(folder, "MORNING") as address:
        camera.take([page for page in PAGES if not page.in_hall], address, known, taken)
    server.run(folder, "HALL", "open-hall")
    with server.serving(folder, "HALL") as address:
        camera.take([page for page in PAGES if page.in_hall], address, known, taken)


def _put(taken: Path, kept: Path) -> None:
    """The new pictures in place of the old."""
    kept.mkdir(parents=True, exist_ok=True)
    for old in kept.iterdir():
        old.unlink()
    for new in taken.iterdir():
        (kept / new.name).write_bytes(new.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
