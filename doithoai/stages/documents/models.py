"""Official papers as drafted and issued, and the books their numbers come from. How a paper looks is `domain/papers`."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from doithoai.base.models import Versioned
from doithoai.stages.people.models import Commune


class OfficialDocument(Versioned):
    """One paper. `content` is its record (`domain/papers/record.py`), `copy` the form of it that names no citizen.

    `of_type` and `of_id` say what it is about: plan, conference, opinion or answer. A draft has no number and may be made again; an
    issued paper never changes: `sha256` covers content, copy, number, day and signer.
    """

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    of_type = models.CharField(max_length=20)
    of_id = models.BigIntegerField()
    conference_id = models.BigIntegerField(null=True, blank=True)
    title = models.TextField()
    form = models.CharField(max_length=10)
    series = models.CharField(max_length=60, blank=True)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField(null=True, blank=True)
    symbol = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, default="draft")
    content = models.JSONField(default=dict)
    copy = models.JSONField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    issued_by = models.CharField(max_length=200, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commune", "kind", "of_type", "of_id"], condition=Q(state="draft"), name="document_one_draft"
            ),
            models.UniqueConstraint(
                fields=["commune", "year", "series", "number"],
                condition=Q(number__isnull=False),
                name="document_number_once",
            ),
            models.CheckConstraint(name="document_state_known", condition=Q(state__in=["draft", "issued"])),
            models.CheckConstraint(
                name="document_draft_has_no_number",
                condition=Q(state="issued", issued_on__isnull=False) | Q(state="draft", number__isnull=True),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["commune", "of_type", "of_id"], name="document_by_thing")]

    def __str__(self) -> str:
        return self.title


class NumberBook(models.Model):
    """The last number of a series in a year, and its day: the row a writer locks, so that no number is given twice."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    series = models.CharField(max_length=60)
    last = models.PositiveIntegerField(default=0)
    last_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["commune", "year", "series"], name="number_book_once")]
