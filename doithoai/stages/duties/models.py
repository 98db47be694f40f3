"""The ledger: one row per duty of a conference, with the rule its date came from and the proof that it was done.

The state (soon, late) is computed from dates and never stored; what a duty means is `domain/duties.py`.
"""

from typing import ClassVar

from django.db import models

from doithoai.base.models import Versioned
from doithoai.stages.people.models import Commune, Unit
from doithoai.stages.plans.models import Conference


class DutyEntry(Versioned):
    """`due_on` binds by `rule` and `article`; `suggested_on` is custom or advice and never late.

    `part` tells apart duties the product has no name for. `history` keeps every earlier due date with when and why.
    `counted_*` repeat start, amount and manner (`deadlines.MANNERS`) of the explanation, so that a batch can recount.
    """

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=30)
    role = models.CharField(max_length=30)
    part = models.CharField(max_length=80, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    actor = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    suggested_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    counted_from = models.DateField(null=True, blank=True)
    counted_amount = models.PositiveSmallIntegerField(null=True, blank=True)
    counted_manner = models.PositiveSmallIntegerField(null=True, blank=True)
    rule = models.CharField(max_length=300, blank=True)
    rule_key = models.CharField(max_length=120, blank=True)
    rank = models.CharField(max_length=12, blank=True)
    article = models.CharField(max_length=200, blank=True)
    advice = models.BooleanField(default=False)
    confirmed = models.BooleanField(default=True)
    words = models.TextField(blank=True)
    overruled = models.JSONField(default=list)
    agrees = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    recipients = models.JSONField(default=list)
    explanation = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    proof_expected = models.CharField(max_length=300, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=200, blank=True)
    proof = models.TextField(blank=True)
    document_id = models.BigIntegerField(null=True, blank=True)
    history = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["conference_id", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conference", "duty", "role", "part"], name="duty_entry_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["commune", "due_on"], name="duty_by_commune_and_day"),
            models.Index(fields=["due_on"], condition=models.Q(done_on=None), name="duty_waiting_by_day"),
            models.Index(
                fields=["counted_from", "counted_amount", "counted_manner", "due_on"],
                condition=models.Q(done_on=None, counted_manner__isnull=False),
                name="duty_waiting_by_count",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty} ({self.actor})"
