"""Registers the answers stage with Django, and its seal with the audit chain."""

from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "doithoai.stages.answers"
    label = "answers"

    def ready(self) -> None:
        """Models can be imported only now."""
        from doithoai.base.audit import register_seal
        from doithoai.stages.answers.seals import seal_of_answer

        register_seal("answer", seal_of_answer)
