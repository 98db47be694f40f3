"""Yearly plan, single conferences, tasks. Deadlines live in stages/duties; what was said lives in stages/opinions."""

from typing import ClassVar

from django.db import models

from doithoai.base.models import Versioned
from doithoai.stages.people.models import Commune, Unit, Village


class Plan(Versioned):
    """One plan document as read and confirmed. `reading` has the shape of the reader's JSON; `corrections` by field."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    form = models.CharField(max_length=10, default="state")
    issuer = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    title = models.TextField()
    state = models.CharField(max_length=20, default="in_force")
    headed_by = models.CharField(max_length=20, default="people_committee")
    source_name = models.CharField(max_length=200, blank=True)
    source_text = models.TextField(blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    reading = models.JSONField(default=dict)
    corrections = models.JSONField(default=list)
    policies = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-year", "id"]


class Reading(Versioned):
    """An uploaded document read but not yet started: what the confirmation page shows and corrects."""

    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, null=True, related_name="+")
    uploaded_by_id = models.BigIntegerField(null=True)
    source_name = models.CharField(max_length=200)
    source_text = models.TextField()
    source_sha256 = models.CharField(max_length=64)
    found = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)
    corrections = models.JSONField(default=list)
    created_at = models.DateTimeField()
    started_plan = models.ForeignKey(Plan, on_delete=models.SET_NULL, null=True, related_name="+")


class PlanTask(models.Model):
    """Part 'Tổ chức thực hiện': who does what, in the plan's own words."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    order = models.PositiveIntegerField()
    actor = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    items = models.JSONField(default=list)
    line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]


class Conference(Versioned):
    """One dialogue conference. `on` is null while the day is open; `open` lists what a later notice must close."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="conferences")
    number = models.PositiveIntegerField(default=1)
    year = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, default="regular")
    reason = models.TextField(blank=True)
    demanding = models.PositiveIntegerField(null=True, blank=True)
    voters = models.PositiveIntegerField(null=True, blank=True)
    headed_by = models.CharField(max_length=20, default="people_committee")
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=20, default="planned")
    earliest = models.DateField()
    latest = models.DateField()
    on = models.DateField(null=True, blank=True)
    starts = models.TimeField(null=True, blank=True)
    half_days = models.PositiveSmallIntegerField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    villages = models.ManyToManyField(Village, blank=True, related_name="+")
    cluster = models.CharField(max_length=200, blank=True)
    open = models.JSONField(default=list)
    chair = models.CharField(max_length=300, blank=True)
    co_chair = models.CharField(max_length=300, blank=True)
    secretary = models.CharField(max_length=300, blank=True)
    how_to_attend = models.TextField(blank=True)
    online_address = models.CharField(max_length=300, blank=True)
    topics = models.JSONField(default=list)
    expected_people = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["year", "earliest", "number"]
        indexes: ClassVar = [models.Index(fields=["commune", "year"], name="conference_by_year")]

    def __str__(self) -> str:
        return self.title
