"""Registers the duties stage with Django."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "doithoai.stages.duties"
    label = "duties"
