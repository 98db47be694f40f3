"""What citizens said, grouped and assigned. Answers live in stages/answers; what is public in stages/notices."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from doithoai.base.models import Versioned
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.plans.models import Conference


class OpinionGroup(Versioned):
    """One problem with several voices. Opinions point to it; none is deleted or rewritten by grouping."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300)
    topic = models.CharField(max_length=30, blank=True)

    def __str__(self) -> str:
        return self.title


class Opinion(Versioned):
    """One opinion. `original_words` and the speaker never change after receipt (a trigger refuses).

    `seal_salt` + words give the sealed digest in the audit line. `public_text` is the only text that may be published,
    and only after somebody checked it for identity. `number` is gap-free per commune and year. `answered_before` is what
    was answered before the conference, `public_answer` its public form, checked together with `public_text`.
    `folded` serves searching by everybody who may see opinions and holds no identity; `folded_identity` does hold it.
    """

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=16, unique=True)
    submission_key = models.CharField(max_length=40, unique=True)
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    received_at = models.DateTimeField()
    channel = models.CharField(max_length=30)
    entered_by_id = models.BigIntegerField(null=True)
    entered_by_name = models.CharField(max_length=200)
    on_behalf = models.BooleanField(default=False)

    original_words = models.TextField()
    seal_salt = models.CharField(max_length=32)
    speaker_name = models.CharField(max_length=200, blank=True)
    speaker_kind = models.CharField(max_length=20, default="person")
    speaker_phone = models.CharField(max_length=60, blank=True)
    speaker_address = models.CharField(max_length=200, blank=True)
    village = models.ForeignKey(Village, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wants_letter = models.BooleanField(default=False)

    state = models.CharField(max_length=20, default="received")
    summary = models.TextField(blank=True)
    topic = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=20, default="petition")
    nature = models.CharField(max_length=20, default="common")
    competence = models.CharField(max_length=20, default="commune")
    competent_body = models.CharField(max_length=200, blank=True)
    necessity = models.CharField(max_length=20, default="normal")
    about_official = models.BooleanField(default=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(OpinionGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="opinions")
    apart_reason = models.TextField(blank=True)
    restored_reason = models.TextField(blank=True)
    owes_written_reply = models.BooleanField(default=False)

    answered_before = models.TextField(blank=True)
    answered_before_by = models.CharField(max_length=200, blank=True)
    answered_before_at = models.DateTimeField(null=True, blank=True)

    public_text = models.TextField(blank=True)
    public_answer = models.TextField(blank=True)
    public_checked_by = models.CharField(max_length=200, blank=True)
    public_checked_at = models.DateTimeField(null=True, blank=True)

    folded = models.TextField(blank=True)
    folded_identity = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-year", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commune", "year", "number"], name="opinion_number_once"),
            models.CheckConstraint(
                name="opinion_state_known",
                condition=Q(
                    state__in=[
                        "received", "sorted", "assigned", "awaiting_answer", "answered", "transferred", "taken_apart",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="opinion_nature_known",
                condition=Q(nature__in=["common", "private_matter", "off_topic", "complaint"]),
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(fields=["commune", "state"], name="opinion_by_state"),
            models.Index(fields=["conference", "state"], name="opinion_by_conference"),
        ]


class OpinionNumber(models.Model):
    """Next number of a commune's register in a year: the row a writer locks so that numbers have no gap."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["commune", "year"], name="opinion_numbers_once")]


class Assignment(models.Model):
    """Which unit prepares what, by when. The newest one of an opinion is in force; older ones stay as history."""

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    brief_due_on = models.DateField(null=True, blank=True)
    assigned_by = models.CharField(max_length=200)
    assigned_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-assigned_at", "-id"]


class AnswerBrief(Versioned):
    """What the assigned unit prepares for the chair before the conference: facts, law, a proposed answer."""

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="brief")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    facts = models.TextField(blank=True)
    proposed_answer = models.TextField(blank=True)
    written_by = models.CharField(max_length=200)
    written_at = models.DateTimeField()
