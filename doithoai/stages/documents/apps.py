"""Registers the documents stage with Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "doithoai.stages.documents"
    label = "documents"
