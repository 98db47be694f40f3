"""Registers the rulebook stage with Django."""

from django.apps import AppConfig


class RulebookConfig(AppConfig):
    name = "doithoai.stages.rulebook"
    label = "rulebook"
