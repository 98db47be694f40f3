"""Keeps gathered style sheets and scripts: joined by audience, under hashed names, packed. What is joined: `web/ui/bundles.py`."""

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # -- it ships no types

from doithoai.web.ui.bundles import BUNDLES, WITHIN


class GatheredStatic(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # -- whitenoise ships no types
    """Writes each bundle beside its parts before names are hashed."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:  # noqa: FBT001, FBT002 -- Django's signature
        """As the parent does, with the bundles among the files."""
        if not dry_run:
            for name, parts in BUNDLES.items():
                whole = "\n".join(Path(self.path(part)).read_text(encoding="utf-8") for part in parts)
                for within in WITHIN.get(name, ()):
                    whole = self._written_in(whole, within, beside=name)
                Path(self.path(name)).write_text(whole, encoding="utf-8")
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _written_in(self, sheet: str, file: str, *, beside: str) -> str:
        """The style sheet with a font in place of its address; ValueError where it names no such font."""
        address = f"url({os.path.relpath(file, Path(beside).parent)})"
        if address not in sheet:
            raise ValueError(f"{beside} does not name {address}")
        content = base64.b64encode(Path(self.path(file)).read_bytes()).decode()
        return sheet.replace(address, f"url(data:font/woff2;base64,{content})")
