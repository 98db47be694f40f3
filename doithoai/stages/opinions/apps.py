"""Registers the opinions stage with Django."""

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "doithoai.stages.opinions"
    label = "opinions"
