"""The explicit lists of drawer members, by dotted name: the one place that knows who fits which drawer.

A name is imported only when somebody asks the registry for it. A new member is one line here.
"""

from doithoai.base import registry

DRAWERS: dict[str, dict[str, str]] = {
    "reading": {
        "document": "doithoai.adapters.readers.document:read_document",
        "picture": "doithoai.adapters.readers.picture.reader:read_picture",
    },
    "readers": {
        "docx": "doithoai.adapters.readers.docx.reader:read_docx",
        "text": "doithoai.adapters.readers.text.reader:read_text",
    },
    "renderers": {
        "docx": "doithoai.adapters.renderers.docx:render",
    },
}


def wire() -> None:
    """Put every member into its drawer. Repeating it changes nothing."""
    for drawer, members in DRAWERS.items():
        for code, dotted in members.items():
            registry.register(drawer, code, dotted)
