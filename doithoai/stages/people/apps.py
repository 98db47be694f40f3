"""Registers the people stage with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "doithoai.stages.people"
    label = "people"
