"""What was made known, where and when; and the public projection: the only tables that public pages may read.

The projection holds no citizen's name, phone, address or original word: it is written by the publishing services from texts that
a person has checked for identity (threats T-05).
"""

from typing import ClassVar

from django.db import models

from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Conference


class Posting(models.Model):
    """One act of making known: a notice or a result, by one channel, on one day, with its proof in words."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=20)
    channel = models.CharField(max_length=30)
    posted_on = models.DateField()
    proof = models.CharField(max_length=300, blank=True)
    posted_by = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["posted_on", "id"]


class PublicDialogue(models.Model):
    """A conference as the public reads it. `facts` carries place, time, how to attend, channels used, the result text and
    the conclusion's lists as ids of public questions. A withdrawn one stays withdrawn until it is published anew.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="+", primary_key=True)
    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=300)
    year = models.PositiveIntegerField()
    on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20)
    facts = models.JSONField(default=dict)
    is_withdrawn = models.BooleanField(default=False)
    published_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-year", "-on", "-conference_id"]


class PublicQuestion(models.Model):
    """One question and its answer as the public reads them, with dates. Lateness follows from the dates on the day read.

    `folded` is for finding without diacritics, `accented` for putting hits with the very accents first; both hold words
    between single spaces. A withdrawn row keeps no text: it only remembers that a person withdrew it.
    """

    opinion = models.OneToOneField(Opinion, on_delete=models.CASCADE, related_name="+", primary_key=True)
    dialogue = models.ForeignKey(PublicDialogue, on_delete=models.CASCADE, related_name="questions")
    commune = models.ForeignKey(Commune, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=30, blank=True)
    village = models.CharField(max_length=120, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    question = models.TextField(blank=True)
    status = models.CharField(max_length=20)
    answer = models.TextField(blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    signed_as = models.CharField(max_length=120, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    result = models.CharField(max_length=20, blank=True)
    promised_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    extension_reason = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    body = models.CharField(max_length=200, blank=True)
    transferred_on = models.DateField(null=True, blank=True)
    is_withdrawn = models.BooleanField(default=False)
    folded = models.TextField(blank=True)
    accented = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["opinion_id"]
        indexes: ClassVar = [models.Index(fields=["commune", "status"], name="public_question_status")]
