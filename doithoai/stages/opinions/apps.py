"""Registers the opinions stage with Django, and how its seals are verified."""

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    """The opinions stage."""

    name = "doithoai.stages.opinions"
    label = "opinions"

    def ready(self) -> None:
        """Let `verify` recompute the seal of every opinion."""
        from doithoai.base import audit
        from doithoai.stages.opinions import seals

        audit.register_seal(seals.KIND, seals.seal_today)
