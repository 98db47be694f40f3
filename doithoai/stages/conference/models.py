"""The sitting of one conference: agenda, speakers, what became of each opinion, minutes, conclusion, review."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from doithoai.base.models import Versioned
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Unit, Village
from doithoai.stages.plans.models import Conference


class AgendaItem(models.Model):
    """One step of the programme, in order."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="+")
    order = models.PositiveIntegerField()
    title = models.TextField()
    who = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "id"]


class Sitting(Versioned):
    """The meeting itself. `minutes_text` is the secretary's; signed minutes are sealed by digest and changed no more."""

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    chair_name = models.CharField(max_length=200, blank=True)
    co_chair_name = models.CharField(max_length=200, blank=True)
    secretary_name = models.CharField(max_length=200, blank=True)
    people_present = models.PositiveIntegerField(null=True, blank=True)
    citizens_present = models.PositiveIntegerField(null=True, blank=True)
    opening = models.TextField(blank=True)
    minutes_text = models.TextField(blank=True)
    minutes_signed_by = models.CharField(max_length=200, blank=True)
    minutes_signed_at = models.DateTimeField(null=True, blank=True)


class Speaker(models.Model):
    """A person on the speaker list: who registered, for how long, and which opinion he speaks to."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="+")
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    village = models.ForeignKey(Village, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    about = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveIntegerField(default=5)
    opinion = models.ForeignKey(Opinion, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, default="waiting")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="speaker_state_known", condition=Q(state__in=["waiting", "speaking", "done", "withdrawn"])
            )
        ]


class Disposition(Versioned):
    """What the chair decided on one opinion at this conference. `why_due` explains the date (rule, article, steps).

    `state_before` is the opinion's state before the first decision, so that a decision can be taken again until the
    conclusion is confirmed. `said` may name people; `public_text` is the only form of it that may be published.
    """

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="+")
    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=20, blank=True)
    said = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    why_due = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    state_before = models.CharField(max_length=20, blank=True)
    public_text = models.TextField(blank=True)
    public_checked_by = models.CharField(max_length=200, blank=True)
    public_checked_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="disposition_outcome_known",
                condition=Q(outcome__in=["", "answered_now", "in_writing", "passed_up", "taken_apart"]),
            )
        ]


class Conclusion(Versioned):
    """The chair's conclusion: the four lists as confirmed, and his general words."""

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="+")
    remarks = models.TextField(blank=True)
    lists = models.JSONField(default=dict)
    confirmed_by = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField()


class Review(models.Model):
    """The review meeting after the conference (họp rút kinh nghiệm), with violations dealt with if any."""

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    went_well = models.TextField(blank=True)
    to_improve = models.TextField(blank=True)
    violations = models.TextField(blank=True)
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()
