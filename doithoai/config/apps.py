"""Registers the roof with Django: the drawers are filled and the log is set up once all apps are known."""

from django.apps import AppConfig

from doithoai.config import log, wiring


class ConfigConfig(AppConfig):
    """The roof as a Django app: no tables, only the start-up work."""

    name = "doithoai.config"
    label = "config"

    def ready(self) -> None:
        """Fill the drawers and set up the log. Repeating it changes nothing."""
        wiring.wire()
        log.set_up()
