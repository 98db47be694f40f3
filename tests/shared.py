"""Finds material that lies beside the repository and is not part of it: real plans and their readings.

A user's clone has none of it; tests that use it are extra and say in one line why they were skipped.
"""

from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
ABSENT = "the folder ../shared with the real plans is not here"


def shared_folder() -> Path | None:
    """The folder, or None where it is absent."""
    folder = HOUSE.parent / "shared"
    return folder if folder.is_dir() else None


SHARED = shared_folder()
needs_shared = pytest.mark.skipif(SHARED is None, reason=ABSENT)


def shared_file(*parts: str) -> Path:
    """A file of the shared folder; skips the running test where it is absent."""
    path = Path("absent") if SHARED is None else SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(ABSENT)
    return path
