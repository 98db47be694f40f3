"""Written answers with their dates, extensions and transfers. What was decided in the hall is stages/conference."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from doithoai.base.models import Versioned
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Unit
from doithoai.stages.plans.models import Conference


class Answer(Versioned):
    """One written answer to one opinion. `first_due_on` never changes; `due_on` moves only with an Extension or, when
    the citizen is not satisfied, with an EarlierAnswer row. A signed text is sealed by digest.
    """

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default="due")
    first_due_on = models.DateField()
    due_on = models.DateField()
    rule = models.CharField(max_length=120, blank=True)
    article = models.CharField(max_length=200, blank=True)
    why_due = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    result = models.CharField(max_length=20, blank=True)
    promised_on = models.DateField(null=True, blank=True)
    drafted_by = models.CharField(max_length=200, blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    returned_words = models.TextField(blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    delivered_how = models.CharField(max_length=200, blank=True)
    late_reason = models.TextField(blank=True)
    promise_kept_on = models.DateField(null=True, blank=True)
    promise_proof = models.TextField(blank=True)
    promise_marked_by = models.CharField(max_length=200, blank=True)
    public_text = models.TextField(blank=True)
    public_checked_by = models.CharField(max_length=200, blank=True)
    public_checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due_on", "id"]
        indexes: ClassVar = [models.Index(fields=["commune", "state", "due_on"], name="answer_by_due")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="answer_state_known",
                condition=Q(state__in=["due", "drafted", "submitted", "signed", "delivered"]),
            ),
            models.CheckConstraint(
                name="answer_result_known",
                condition=Q(result__in=["", "solved", "promised", "explained", "not_accepted"]),
            ),
            models.CheckConstraint(
                name="answer_signed_has_text",
                condition=~Q(state__in=["signed", "delivered"]) | (Q(signed_at__isnull=False) & ~Q(text="")),
            ),
        ]


class Extension(models.Model):
    """A later due date with its reason; the citizen must be told (`told_on`, `told_how`)."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="extensions")
    old_due_on = models.DateField()
    new_due_on = models.DateField()
    reason = models.TextField()
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["decided_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="extension_is_later", condition=Q(new_due_on__gt=F("old_due_on")))
        ]


class EarlierAnswer(models.Model):
    """A signed answer that did not satisfy: kept whole when the answer was reopened, with why and by whom."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="earlier")
    number = models.PositiveIntegerField()
    text = models.TextField()
    result = models.CharField(max_length=20)
    promised_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    late_reason = models.TextField(blank=True)
    signed_by = models.CharField(max_length=200)
    signed_at = models.DateTimeField()
    delivered_on = models.DateField(null=True, blank=True)
    delivered_how = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    new_due_on = models.DateField()
    reopened_by = models.CharField(max_length=200)
    reopened_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["answer", "number"], name="earlier_answer_once")]


class Transfer(models.Model):
    """An opinion beyond the commune's power: where it went, when an answer is expected, that the citizen was told.

    `unit` is the commune's own unit that sends it and follows it up.
    """

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.CharField(max_length=200)
    reason = models.TextField()
    transferred_on = models.DateField()
    expected_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=200, blank=True)
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200)
    decided_at = models.DateTimeField()
