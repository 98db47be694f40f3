"""Writes the golden texts of documents again: `python -m tests.stages.documents.golden`. Read the differences before committing."""

from pathlib import Path

from doithoai.domain.papers.plain import plain_text
from doithoai.stages.documents.kinds import KINDS
from tests.stages.documents.communes import CASES
from tests.stages.documents.papers import paper_of

FOLDER = Path(__file__).parents[2] / "golden" / "documents"


def main() -> None:
    """One file for each kind and commune."""
    for slug, case in CASES.items():
        folder = FOLDER / slug
        folder.mkdir(parents=True, exist_ok=True)
        for kind in KINDS:
            (folder / f"{kind}.txt").write_text(plain_text(paper_of(kind, case)), encoding="utf-8")


if __name__ == "__main__":
    main()
