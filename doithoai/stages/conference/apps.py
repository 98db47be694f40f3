"""Registers the conference stage with Django."""

from django.apps import AppConfig


class ConferenceConfig(AppConfig):
    name = "doithoai.stages.conference"
    label = "conference"
