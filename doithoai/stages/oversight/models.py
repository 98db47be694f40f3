"""The overseers' own notes and the reports made for them. Reads every stage, changes only these tables."""

from typing import ClassVar

from django.db import models

from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Conference


class SupervisionNote(models.Model):
    """What the Front or the Council saw when it checked: its own words on a conference or one petition."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField()
    finding = models.CharField(max_length=20, default="note")
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-written_at", "-id"]
