"""Registers the plans stage with Django."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "doithoai.stages.plans"
    label = "plans"
