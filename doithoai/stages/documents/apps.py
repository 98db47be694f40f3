"""Registers the documents stage with Django, and its seal with the audit chain."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "doithoai.stages.documents"
    label = "documents"

    def ready(self) -> None:
        """Models can be imported only now."""
        from doithoai.base.audit import register_seal
        from doithoai.stages.documents.seals import seal_of_document

        register_seal("document", seal_of_document)
