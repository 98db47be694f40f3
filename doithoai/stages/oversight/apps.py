"""Registers the oversight stage with Django."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "doithoai.stages.oversight"
    label = "oversight"
