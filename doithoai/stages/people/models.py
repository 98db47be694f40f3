"""Communes, villages, units, users, and who holds which post and when. No dialogue here."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from doithoai.base.models import Versioned


class Commune(Versioned):
    """The lowest government level (cấp xã). `slug` names it in addresses and is its audit chain.

    `band` is the colour of the line above its pages, `#RRGGBB`; empty is the product's own.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, default="commune")
    province = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=200, blank=True)
    reception_place = models.CharField(max_length=200, blank=True)
    office_hours = models.CharField(max_length=120, blank=True)
    band = models.CharField(max_length=7, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class CommuneEmblem(models.Model):
    """The small picture beside a commune's name, as it goes to browsers. In a row of its own: lists never load it."""

    commune = models.OneToOneField(Commune, on_delete=models.CASCADE, primary_key=True, related_name="emblem")
    png = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.commune_id} {self.sha256[:8]}"


class Village(models.Model):
    """Thôn, làng, bản, ấp, tổ dân phố…: a self-governing unit, not a level of government."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="villages")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, default="thôn")
    cluster = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["commune", "name"], name="village_once")]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A body or officer that answers or helps: office, division, broadcaster, Front… `until` closes a renamed one."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, default="other")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["commune", "name"], name="unit_once")]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Finds users by their sign-in name."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person who signs in. Rights come from posts alone."""

    username = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)

    objects = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar = ["full_name"]

    def __str__(self) -> str:
        return self.full_name


class Post(models.Model):
    """A role held by a user in a commune, for a unit or a village where the role has one."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=20)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=120, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="post_role_known",
                condition=Q(
                    role__in=[
                        "clerk", "chair", "council_chair", "unit_officer", "village_head",
                        "front", "police", "upper_level", "system_admin",
                    ]
                ),
            )
        ]  # fmt: skip


class SignInTry(models.Model):
    """Failed sign-ins by name, so that guessing slows down. Holds no address of anybody."""

    username = models.CharField(max_length=80, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
