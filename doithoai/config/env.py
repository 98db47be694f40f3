"""Typed readers of the environment: the only place where a setting's text becomes a value.

No setting is defined here; see `settings.py` for the list and `docs/settings.md` for the words. Every reader takes a
default that runs on a laptop, and refuses a value it cannot read with a sentence that names the variable.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

YES = frozenset({"1", "true", "yes", "on", "co"})
NO = frozenset({"0", "false", "no", "off", "khong", ""})


class BadSetting(Exception):
    """A variable whose text cannot be used; the message says which one and what is expected."""


def text(name: str, default: str = "") -> str:
    """The variable as it stands, without surrounding blanks."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    """1/0, true/false, yes/no, on/off."""
    word = os.environ.get(name)
    if word is None:
        return default
    word = word.strip().lower()
    if word in YES or word in NO:
        return word in YES
    raise BadSetting(f"{name}={word!r}: hãy ghi 1 (có) hoặc 0 (không).")


def whole(name: str, default: int) -> int:
    """A whole number."""
    word = os.environ.get(name, "").strip()
    try:
        return int(word) if word else default
    except ValueError:
        raise BadSetting(f"{name}={word!r}: hãy ghi một số nguyên.") from None


def listed(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """Words separated by commas."""
    word = os.environ.get(name)
    return list(default) if word is None else [part.strip() for part in word.split(",") if part.strip()]


def one_of(name: str, allowed: tuple[str, ...], default: str) -> str:
    """One of a closed list of words."""
    word = text(name, default).lower()
    if word not in allowed:
        raise BadSetting(f"{name}={word!r}: chỉ nhận {', '.join(allowed)}.")
    return word


def folder(name: str, default: Path) -> Path:
    """An absolute folder path; `~` is the user's home. The folder is not created here."""
    word = text(name)
    return (Path(word).expanduser() if word else default).absolute()


def secret(name: str, keep_in: Path) -> str:
    """The secret from `NAME`, from the file named by `NAME_FILE`, or from `keep_in`, made once with mode 0600."""
    if word := text(name):
        return word
    if named := text(f"{name}_FILE"):
        return Path(named).read_text(encoding="utf-8").strip()
    try:
        return keep_in.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return _make_secret(keep_in)


def _make_secret(keep_in: Path) -> str:
    """Write a new secret unless another process was quicker; then read that one."""
    keep_in.parent.mkdir(parents=True, exist_ok=True)
    ours = keep_in.with_name(f".{keep_in.name}.{os.getpid()}")
    handle = os.open(ours, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(50))
    try:
        os.link(ours, keep_in)
    except FileExistsError:
        pass
    except OSError:
        # Some sticks and shares know no hard links: there the rename is as good, only not first-come.
        ours.replace(keep_in)
    ours.unlink(missing_ok=True)
    return keep_in.read_text(encoding="utf-8").strip()


def postgres(name: str) -> dict[str, object] | None:
    """A Django database entry from `postgresql://user:password@host:port/name?sslmode=…`, or None when unset."""
    word = text(name)
    if not word:
        return None
    parts = urlsplit(word)
    base = parts.path.lstrip("/")
    if parts.scheme not in {"postgresql", "postgres"} or not base:
        raise BadSetting(f"{name}: hãy ghi dạng postgresql://người_dùng:mật_khẩu@máy:5432/tên_cơ_sở_dữ_liệu.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(base),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }
