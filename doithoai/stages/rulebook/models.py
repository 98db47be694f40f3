"""Days a commune (or the whole country) changed in the calendar, switches, and the rule packs a commune adopted.

The national table and the packs that come with the product are files (`rulebooks/`); rows here lie over them.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from doithoai.stages.people.models import Commune


class CalendarDay(models.Model):
    """One day that differs from the shipped table. Without a commune it holds for the whole country."""

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    on = models.DateField()
    working = models.BooleanField()
    name = models.CharField(max_length=160)
    source = models.CharField(max_length=300)
    confirmed = models.BooleanField(default=True)
    switch = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["on"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commune", "on"], name="calendar_day_once"),
            models.UniqueConstraint(fields=["on"], condition=Q(commune=None), name="calendar_day_once_for_all"),
        ]


class DaySwitch(models.Model):
    """Whether days under a switch (`culture_day`) count for a commune. No row means off."""

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=40)
    is_on = models.BooleanField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["commune", "code"], name="day_switch_once")]


class AdoptedPack(models.Model):
    """A pack that binds one commune, as its text stood when adopted. Withdrawing closes it; nothing is deleted."""

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    text = models.TextField()
    adopted_at = models.DateTimeField()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["code", "-adopted_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="adopted_pack_in_order",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_from__lte=models.F("valid_until")),
            )
        ]
