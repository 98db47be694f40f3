"""How passwords are hashed: Argon2id at the cost that OWASP's password storage guide names as its first choice.

Django's own cost takes 100 MB for every sign-in, which a cheap office computer with two threads feels.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OfficeArgon2(Argon2PasswordHasher):
    """19 MiB, two passes, one lane. A hash of another cost is still accepted, and renewed at the next sign-in."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1
