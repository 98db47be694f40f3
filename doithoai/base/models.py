"""Tables with no dialogue noun: the audit chain and its heads; and the abstract base of rows that are edited."""

from typing import ClassVar

from django.db import models


class Versioned(models.Model):
    """A row that several people may edit: `version` grows with every save and guards against lost writing."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class AuditLine(models.Model):
    """One change, for ever. Text columns throughout, so that every stored byte is covered by `digest`.

    `key` is `<chain>/<number>`; `at` is ISO 8601 in UTC; `detail` and `seal` are what `base/audit.py` writes.
    Triggers refuse UPDATE and DELETE on this table.
    """

    key = models.CharField(primary_key=True, max_length=120)
    chain = models.CharField(max_length=80)
    number = models.PositiveBigIntegerField()
    at = models.CharField(max_length=40)
    actor_id = models.CharField(max_length=20)
    actor_name = models.CharField(max_length=200)
    act = models.CharField(max_length=80)
    thing = models.CharField(max_length=80)
    detail = models.TextField()
    seal = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        app_label = "base"
        db_table = "audit_line"
        constraints: ClassVar = [models.UniqueConstraint(fields=["chain", "number"], name="audit_line_once")]
        indexes: ClassVar = [models.Index(fields=["thing"], name="audit_line_thing")]


class AuditHead(models.Model):
    """The last line of a chain: the row that a writer locks before adding the next line."""

    chain = models.CharField(primary_key=True, max_length=80)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        app_label = "base"
        db_table = "audit_head"
