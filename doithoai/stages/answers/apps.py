"""Registers the answers stage with Django."""

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "doithoai.stages.answers"
    label = "answers"
