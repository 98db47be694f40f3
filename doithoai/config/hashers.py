"""How passwords are hashed: Argon2id with the OWASP minimum of memory, since the office PC has little of it.

Django's own default takes 100 MB for every sign-in; this takes 19 MiB in two passes on one lane (OWASP Password Storage).
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OfficeArgon2(Argon2PasswordHasher):
    """Argon2id, m=19 MiB, t=2, p=1."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
