"""Registers the conference stage with Django, and its seals with the audit chain."""

from django.apps import AppConfig


class ConferenceConfig(AppConfig):
    name = "doithoai.stages.conference"
    label = "conference"

    def ready(self) -> None:
        """Models can be imported only now."""
        from doithoai.base.audit import register_seal
        from doithoai.stages.conference.seals import (
            seal_of_conclusion,
            seal_of_minutes,
        )

        register_seal("minutes", seal_of_minutes)
        register_seal("conclusion", seal_of_conclusion)
