"""Passwords are kept as Argon2id hashes of a known cost."""

from django.contrib.auth.hashers import check_password, make_password
from django.test import override_settings

from doithoai.config.passwords import OfficeArgon2


@override_settings(PASSWORD_HASHERS=["doithoai.config.passwords.OfficeArgon2"])
def test_password_is_hashed_at_the_chosen_cost():
    kept = make_password("một mật khẩu dài")

    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("một mật khẩu dài", kept)
    assert not check_password("mot mat khau dai", kept)
    assert not OfficeArgon2().must_update(kept)
