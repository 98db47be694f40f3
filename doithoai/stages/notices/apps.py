"""Registers the notices stage with Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "doithoai.stages.notices"
    label = "notices"
